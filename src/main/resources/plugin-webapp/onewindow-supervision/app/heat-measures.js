// What the heat map can show of a step, and how warm each value is.

import {minutes, percent} from './words.js';

/** How a time stands against the promise of its step: sign and words. */
export const LEVELS = {
  WITHIN: ['●', '不超过承诺的 80%'],
  NEAR: ['▲', '承诺的 80%–100%'],
  OVER: ['■', '超过承诺'],
  NONE: ['', '没有承诺或没有数据']
};

const NEAR_FROM = 0.8;
const SHADES = 5;

/** The level of minutes against a promise, by the same bounds as the server's. */
function against(value, promise) {
  if (value === null || value === undefined || !promise?.minutes) {
    return 'NONE';
  }
  const share = value / promise.minutes;
  return share > 1 ? 'OVER' : share > NEAR_FROM ? 'NEAR' : 'WITHIN';
}

/** One shade of five; 0 where there is nothing to show. */
function shade(value, most) {
  return value && most ? Math.min(SHADES, Math.max(1, Math.ceil(value / most * SHADES))) : 0;
}

function timed(id, name, value, level) {
  return {id, name, value, written: minutes, level};
}

function shaded(id, name, value, written, most) {
  return {id, name, value, written, most};
}

const largest = value => elements => Math.max(0, ...elements.map(value));

export const MEASURES = [
  timed('median', '中位工作用时', one => one.medianMinutes, one => one.level?.median ?? 'NONE'),
  timed('p90', '90% 工作用时', one => one.p90Minutes, one => one.level?.p90 ?? 'NONE'),
  timed('waiting', '中位等待', one => one.waitingMedianMinutes,
    one => against(one.waitingMedianMinutes, one.promise)),
  shaded('late', '超时比例', one => one.lateShare, percent, () => 1),
  shaded('share', '占全程用时', one => one.caseShare, percent, largest(one => one.caseShare ?? 0)),
  shaded('returns', '退回次数', one => one.returns, value => `${value}次`,
    largest(one => one.returns ?? 0)),
  shaded('last', '汇合处最后完成', one => one.lastShare, percent, () => 1)
];

export function measure(id) {
  return MEASURES.find(one => one.id === id) ?? MEASURES[0];
}

/** What to paint on a step: class and text; null where there is nothing to say. */
export function warmth(chosen, one, elements) {
  const value = chosen.value(one);
  if (value === null || value === undefined) {
    return null;
  }
  if (chosen.level) {
    const level = chosen.level(one);
    return {className: `ows-heat-${level.toLowerCase()}`,
      text: `${LEVELS[level][0]} ${chosen.written(value)}`.trim()};
  }
  return {className: `ows-heat-${shade(value, chosen.most(elements))}`, text: chosen.written(value)};
}
