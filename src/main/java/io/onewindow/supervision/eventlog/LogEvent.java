package io.onewindow.supervision.eventlog;

import java.time.Instant;
import java.util.List;

/**
 * One event of a log, the same for both standards.
 *
 * @param id unique in the log
 * @param name the activity
 * @param lifecycle {@code start}, {@code complete} or {@code ate_abort}, of the standard life cycle
 * @param instance pseudonym of the activity instance, so that its start and its end find each other
 * @param officer pseudonym of who did it; null for the system
 * @param department name of the department; null for none
 * @param clockId which clock it belongs to; null for none
 * @param attributes those without a value are left out
 */
record LogEvent(
    String id,
    String name,
    String lifecycle,
    Instant at,
    String instance,
    String officer,
    String department,
    String clockId,
    List<Attribute> attributes) {}
