// Draws which share of the cases is done within which time, against the limit.

import {shape} from './nodes.js';
import {length} from './words.js';

const WIDTH = 1000;
const HEIGHT = 320;
const LEFT = 64;
const RIGHT = 30;
const BOTTOM = 40;
const TOP = 26;
const BEFORE = '#1f5fa8';
const AFTER = '#c25700';

const text = (x, y, anchor, words, fill = '#444') =>
  shape('text', {x, y, 'text-anchor': anchor, 'font-size': 14, fill}, words);

/**
 * @param curve times in seconds and shares
 * @param limits {seconds, label} each
 */
export function chart(curve, limits) {
  const most = curve.times.at(-1);
  const x = seconds => LEFT + (WIDTH - LEFT - RIGHT) * seconds / most;
  const y = share => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  const line = (x1, y1, x2, y2, more = {}) =>
    shape('line', {x1, y1, x2, y2, stroke: '#ddd', ...more});
  const parts = [];
  for (let i = 0; i <= 4; i++) {
    parts.push(line(LEFT, y(i / 4), WIDTH - RIGHT, y(i / 4)),
      text(LEFT - 8, y(i / 4) + 5, 'end', `${i * 25}%`),
      text(x(most * i / 4), HEIGHT - 12, 'middle', length(most * i / 4)));
  }
  const draw = (shares, stroke, dash) => shape('polyline', {
    fill: 'none', stroke, 'stroke-width': 2.5, 'stroke-dasharray': dash,
    points: shares.map((share, i) => `${x(curve.times[i]).toFixed(1)},${y(share).toFixed(1)}`).join(' ')
  });
  parts.push(draw(curve.before, BEFORE), text(WIDTH - RIGHT, y(0.14), 'end', '实线：现状', BEFORE));
  if (curve.after) {
    parts.push(draw(curve.after, AFTER, '8 4'),
      text(WIDTH - RIGHT, y(0.06), 'end', '虚线：改动后', AFTER));
  }
  limits.filter(one => one.seconds <= most).forEach((one, i) => parts.push(
    line(x(one.seconds), TOP - 4, x(one.seconds), HEIGHT - BOTTOM, {stroke: '#b3261e', 'stroke-width': 2}),
    text(x(one.seconds) + 4, y(0.32 + 0.07 * i), 'start', one.label, '#b3261e')));
  return shape('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'chart', role: 'img', 'aria-label': '用时的累计分布与时限'
  }, parts);
}
