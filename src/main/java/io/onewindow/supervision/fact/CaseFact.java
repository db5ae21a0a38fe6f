package io.onewindow.supervision.fact;

import io.onewindow.supervision.AttributableTime.Share;
import java.time.Instant;
import java.util.List;

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
 * @param shares who took the time of the case itself; none for a service it calls
 * @param sharedTo up to when it is shared out: the end, or what happened last while it is open
 * @param trials what the limit would have been in each jurisdiction that has one
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
    LimitFact limit,
    List<Share> shares,
    Instant sharedTo,
    List<TrialFact> trials) {}
