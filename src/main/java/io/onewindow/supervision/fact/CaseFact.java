package io.onewindow.supervision.fact;

import java.time.Instant;

/**
 * A case as one service handles it: the case itself, or a service it calls.
 *
 * @param processInstanceId that of the service
 * @param whole whether it is the case itself
 * @param state a {@link io.onewindow.casefile.CaseState} of the whole case
 * @param startedAt receipt of the case, or the call
 * @param endedAt when it was closed or its process ended; null while it is open
 * @param spent null while it is open
 * @param limit null where no clock of the whole case was started
 */
public record CaseFact(
    String processInstanceId,
    String receiptNo,
    boolean whole,
    String definitionId,
    String service,
    int version,
    String jurisdiction,
    String state,
    Instant startedAt,
    Instant endedAt,
    Spent spent,
    LimitFact limit) {}
