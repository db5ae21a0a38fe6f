package io.onewindow.supervision.history;

import java.time.Instant;
import java.util.Set;

/**
 * Which cases somebody asked for, checked: by the instant of receipt, service and jurisdiction.
 *
 * @param from inclusive
 * @param to exclusive, never after the instant of asking, so that the selection stays what it was
 * @param service process id; null for all
 * @param jurisdictions never empty; only those the caller may see
 */
public record CaseSelection(Instant from, Instant to, String service, Set<String> jurisdictions) {

  public CaseSelection {
    jurisdictions = Set.copyOf(jurisdictions);
  }
}
