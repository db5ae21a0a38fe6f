package io.onewindow.promise;

import java.util.Set;

/**
 * Calendars of these jurisdictions have changed; published after the change is committed, on the
 * node where it was made, in the thread that made it.
 *
 * @param jurisdictions ids, never empty
 */
public record CalendarChanged(Set<String> jurisdictions) {}
