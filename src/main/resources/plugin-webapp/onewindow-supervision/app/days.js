// What day it is where the cases are, by the server's clock: the reader's own may be wrong.

const DAY_MILLIS = 86400000;
const ZONE_MILLIS = 8 * 3600000;

let ahead = 0;

/** Takes the instant the server gave with its answer. */
export function itIs(asOf) {
  ahead = Date.parse(asOf) - Date.now();
}

/** Today in Asia/Shanghai as 2026-09-15, moved by some days. */
export function today(moved = 0) {
  const now = Date.now() + ahead + ZONE_MILLIS + moved * DAY_MILLIS;
  return new Date(now).toISOString().slice(0, 10);
}

/** The period just as long before the one that begins and ends on these days. */
export function before({from, to}) {
  const days = Date.parse(to) - Date.parse(from) + DAY_MILLIS;
  const shift = date => new Date(Date.parse(date) - days).toISOString().slice(0, 10);
  return {from: shift(from), to: shift(to)};
}

/**
 * The day somebody wrote, as 2026-09-15; null when there is no such day.
 *
 * @param written 2026-9-15, 2026/9/15, 2026年9月15日 or 20260915
 */
export function dayOf(written) {
  const [, year, month, date] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(written) ?? [];
  if (!year) {
    return null;
  }
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
