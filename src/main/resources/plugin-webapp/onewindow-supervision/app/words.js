// How figures are written: every number with its unit, every colour with a sign and a word.

import {element} from './dom.js';

export const NONE = '—';
const HOUR = 60;

/** The lights of an open case in the order of their urgency: sign and name. */
export const LIGHTS = {
  RED: ['■', '红灯'],
  AMBER: ['▲', '黄灯'],
  GREEN: ['●', '绿灯'],
  PAUSED: ['‖', '停表'],
  UNTIMED: ['○', '未计时'],
  PROVISIONAL: ['◇', '暂计']
};

/** A light with its name; {@code text} instead of the name where it says more. */
export function light(kind, text) {
  const [sign, name] = LIGHTS[kind] ?? LIGHTS.UNTIMED;
  return element('span', `ows-light ows-${kind.toLowerCase()}`, `${sign} ${text ?? name}`);
}

/** 1小时10分 of 70 minutes; — where there are none. */
export function minutes(value) {
  if (value === null || value === undefined) {
    return NONE;
  }
  if (value > 0 && value < 1) {
    return '不足1分';
  }
  if (value < HOUR) {
    return `${Number(value.toFixed(1))}分`;
  }
  const whole = Math.round(value);
  return `${Math.floor(whole / HOUR)}小时${whole % HOUR ? `${whole % HOUR}分` : ''}`;
}

/** The same of time by the clock on the wall, in days of 24 hours. */
export function naturalMinutes(value) {
  const day = 24 * HOUR;
  if (value === null || value === undefined || value < day) {
    return minutes(value);
  }
  const days = Math.floor(value / day);
  const rest = value - days * day;
  return `${days}天${rest >= 1 ? minutes(Math.round(rest)) : ''}`;
}

/** 92.3% of 0.923; — where there was nothing to divide. Nearly all is not all, hardly any is not none. */
export function percent(value) {
  if (value === null || value === undefined) {
    return NONE;
  }
  const tenths = Math.round(value * 1000);
  if (value > 0 && tenths === 0) {
    return '<0.1%';
  }
  return value < 1 && tenths === 1000 ? '>99.9%' : `${tenths / 10}%`;
}

export function count(value, unit) {
  return value === null || value === undefined ? NONE : `${value}${unit}`;
}

/** Milliseconds as days, hours, minutes and seconds, nothing left out. */
export function exactly(millis) {
  const parts = [[86400000, '天'], [3600000, '小时'], [60000, '分'], [1000, '秒']];
  let rest = millis;
  const said = parts.map(([size, unit]) => {
    const many = Math.floor(rest / size);
    rest -= many * size;
    return many ? `${many}${unit}` : '';
  }).join('');
  return `${said}${rest ? `${rest}毫秒` : ''}` || '0分';
}

/** The same as people say it: the two largest units. */
export function about(millis) {
  return naturalMinutes(millis / 60000);
}
