package io.onewindow.supervision.fact;

import java.time.Instant;

/**
 * One time that somebody or something was at work on an element.
 *
 * @param id of the historic activity instance
 * @param serviceInstanceId the service's process instance that the time counts for
 * @param service that service
 * @param definitionId model the element stands in, which may be a part the service calls
 * @param processKey key of that model
 * @param version version of that model
 * @param container whether other elements are at work inside it
 * @param taskId null for anything but a person's task
 * @param department function group whose task it is; empty for none
 * @param person user id of who had it last; empty for nobody
 * @param forApplicant whether the case waits for the applicant meanwhile
 * @param takenAt when somebody first took the task; null for never
 * @param endedAt null while it is open
 * @param spent null while it is open
 * @param waiting office time until somebody took it, in milliseconds; null while open or for
 *     anything but a task
 * @param limit null where it has none of its own
 * @param returned whether the case was returned to this element afterwards
 * @param lastAtJoin how many joins it let pass by ending last of their branches
 */
public record StepFact(
    String id,
    String receiptNo,
    String serviceInstanceId,
    String service,
    String definitionId,
    String processKey,
    int version,
    String jurisdiction,
    String activityId,
    String activityType,
    boolean container,
    String taskId,
    String department,
    String person,
    boolean forApplicant,
    Instant startedAt,
    Instant takenAt,
    Instant endedAt,
    Spent spent,
    Long waiting,
    LimitFact limit,
    boolean returned,
    int lastAtJoin) {}
