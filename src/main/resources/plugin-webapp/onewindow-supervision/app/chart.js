// Bars and lines of our own, drawn as SVG; every chart stands beside a table with its numbers.

import {element} from './dom.js';
import {LIGHTS} from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes; a child that is a string is a text. */
export function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes ?? {}).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** A bar split among the lights; parts too narrow for their number show it on hover. */
export function shares(parts, total) {
  return element('div', 'ows-shares', ...parts.filter(part => part.value > 0).map(part => {
    const [sign, name] = LIGHTS[part.kind];
    const node = element('span', `ows-share ows-fill-${part.kind.toLowerCase()}`,
      `${sign} ${part.value}`);
    node.style.flexGrow = part.value / total;
    node.title = `${name} ${part.value} 件`;
    return node;
  }));
}

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 56;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 34;

/** A round number not below {@code most}, so that the axis ends on a line. */
export function roundCount(most) {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 4, 5, 8, 10].map(one => one * size).find(one => one >= most);
}

/** The same of minutes, so that the quarters of the axis are quarters of an hour or hours. */
export function roundMinutes(most) {
  let top = 60;
  while (top < most) {
    top *= 2;
  }
  return top;
}

function frame(top, label, names) {
  const y = value => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
  const step = (WIDTH - LEFT - RIGHT) / names.length;
  const x = at => LEFT + step * (at + 0.5);
  const lines = [0, 0.25, 0.5, 0.75, 1].filter(part => top * part === Math.round(top * part));
  const every = Math.ceil(names.length / 7);
  const drawing = svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'ows-chart', role: 'img'},
    ...lines.flatMap(part => [
      svg('line', {x1: LEFT, x2: WIDTH - RIGHT, y1: y(top * part), y2: y(top * part)}),
      svg('text', {x: LEFT - 8, y: y(top * part) + 4, 'text-anchor': 'end'}, label(top * part))]),
    ...names.map((name, at) => at % every
      ? null
      : svg('text', {x: x(at), y: HEIGHT - 12, 'text-anchor': 'middle'}, name)));
  return {drawing, x, y, step};
}

/**
 * Columns of two stacked parts per name.
 *
 * @param series {@code {name, className, values}}, the lowest first
 */
export function columns(names, series, unit) {
  const totals = names.map((name, at) => series.reduce((sum, one) => sum + one.values[at], 0));
  const {drawing, x, y, step} = frame(roundCount(Math.max(...totals)), value => `${value}${unit}`, names);
  const wide = Math.min(step * 0.6, 40);
  names.forEach((name, at) => {
    let below = 0;
    series.forEach(one => {
      const value = one.values[at];
      if (value > 0) {
        drawing.append(svg('rect', {
          x: x(at) - wide / 2, width: wide, y: y(below + value), height: y(below) - y(below + value),
          class: one.className
        }, svg('title', {}, `${name} ${one.name} ${value}${unit}`)));
      }
      below += value;
    });
    if (totals[at] > 0) {
      drawing.append(svg('text', {x: x(at), y: y(totals[at]) - 3, 'text-anchor': 'middle',
        class: 'ows-value'}, `${totals[at]}`));
    }
  });
  return drawing;
}

/**
 * A line per series; a null is a gap, a lone point a mark.
 *
 * @param series {@code {name, className, mark, values}}
 * @param round the end of the axis for the largest value
 */
export function lines(names, series, label, round) {
  const known = series.flatMap(one => one.values).filter(value => value !== null);
  const {drawing, x, y} = frame(round(Math.max(1, ...known)), label, names);
  series.forEach(one => {
    const path = one.values.map((value, at) => value === null
      ? ''
      : `${at === 0 || one.values[at - 1] === null ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
    drawing.append(svg('path', {d: path, class: `ows-line ${one.className}`}));
    one.values.forEach((value, at) => {
      if (value !== null) {
        drawing.append(svg('text', {x: x(at), y: y(value) + 4, 'text-anchor': 'middle',
          class: `ows-mark ${one.className}`}, one.mark,
        svg('title', {}, `${names[at]} ${one.name} ${label(value)}`)));
      }
    });
  });
  return drawing;
}

/** What the colours and marks of a chart mean. */
export function legend(series) {
  return element('div', 'ows-legend', ...series.map(one =>
    element('span', `ows-key ${one.className}`, `${one.mark ?? '■'} ${one.name}`)));
}
