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
