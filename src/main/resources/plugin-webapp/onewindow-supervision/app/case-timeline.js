// A case drawn along time: its tasks, its clocks with their lights, and where they stood still.

import {svg} from './chart.js';
import {moment} from './dom.js';

const WIDTH = 1120;
const LEFT = 240;
const RIGHT = 20;
const ROW = 26;
const TOP = 30;
const MARKS = {
  REMINDED: ['◔', 'ows-ink-reminded'],
  AMBER: ['▲', 'ows-ink-amber'],
  RED: ['■', 'ows-ink-red'],
  PAUSED: ['‖', 'ows-ink-paused'],
  RESUMED: ['▶', 'ows-ink-paused'],
  EXTENDED: ['＋', 'ows-ink-moved'],
  MOVED: ['→', 'ows-ink-moved'],
  REDATED: ['↻', 'ows-ink-moved'],
  TAKEN_BACK: ['○', 'ows-ink-green']
};

const millis = instant => new Date(instant).getTime();

/** When a clock that has stopped would have been due is not worth the room it would take. */
function span(rows, pauses, from, asOf) {
  const ends = rows.map(row => row.to ?? row.due).concat(pauses.map(one => one.resumedAt))
    .filter(Boolean).map(millis);
  const start = millis(from);
  return [start, Math.max(start + 60000, ...ends, ...(rows.some(row => !row.to) ? [millis(asOf)] : []))];
}

/** Times of the axis: not more than eight, at full hours or days. */
function ticks(start, end) {
  const sizes = [600000, 1800000, 3600000, 7200000, 14400000, 43200000, 86400000];
  const size = sizes.find(one => (end - start) / one <= 8)
    ?? Math.ceil((end - start) / 8 / 86400000) * 86400000;
  const zone = 8 * 3600000;
  const first = Math.ceil((start + zone) / size) * size - zone;
  const all = [];
  for (let at = first; at <= end; at += size) {
    all.push(at);
  }
  return all.map(at => {
    const text = new Date(at + zone).toISOString();
    return [at, size < 86400000 ? `${text.slice(5, 10)} ${text.slice(11, 16)}` : text.slice(5, 10)];
  });
}

function said(row, asOf) {
  return `${row.name}：${moment(row.from)} 至 ${row.to ? moment(row.to) : `今（${moment(asOf)}）`}`
    + (row.due ? `，${moment(row.due)} 到期` : '');
}

function short(name) {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}

/**
 * @param rows {@code {name, from, to, due, className, marks}} in order; {@code to} is null while it
 *     is open; marks are {@code {kind, at, text}}
 */
export function timeline(rows, pauses, from, asOf) {
  const [start, end] = span(rows, pauses, from, asOf);
  const x = instant => LEFT + (WIDTH - LEFT - RIGHT) * (Math.max(millis(instant), start) - start)
    / (end - start);
  const height = TOP + rows.length * ROW + 8;
  const drawing = svg('svg', {viewBox: `0 0 ${WIDTH} ${height}`, class: 'ows-timeline', role: 'img'},
    svg('title', {}, '办件经过'));
  ticks(start, end).forEach(([at, text]) => {
    const place = x(new Date(at).toISOString());
    drawing.append(svg('line', {x1: place, x2: place, y1: TOP - 8, y2: height}),
      svg('text', {x: place, y: 14, 'text-anchor': 'middle'}, text));
  });
  pauses.forEach(one => {
    const [a, b] = [x(one.pausedAt), x(one.resumedAt ?? asOf)];
    drawing.append(svg('rect', {x: a, width: Math.max(b - a, 2), y: TOP - 8, height: height - TOP,
      class: 'ows-pause'}, svg('title', {}, `停表：${one.kindName} ${one.reason ?? ''}`)));
  });
  rows.forEach((row, at) => {
    const y = TOP + at * ROW;
    const [a, b] = [x(row.from), x(row.to ?? asOf)];
    drawing.append(
      svg('text', {x: LEFT - 10, y: y + 14, 'text-anchor': 'end'}, short(row.name),
        svg('title', {}, row.name)),
      svg('rect', {x: a, width: Math.max(b - a, 3), y: y + 3, height: ROW - 10, rx: 2,
        class: `ows-row ${row.className}`}, svg('title', {}, said(row, asOf))));
    if (row.due && millis(row.due) <= end) {
      drawing.append(svg('path', {d: `M${x(row.due)} ${y}v${ROW - 4}`, class: 'ows-due'},
        svg('title', {}, `${moment(row.due)} 到期`)));
    }
    (row.marks ?? []).filter(mark => MARKS[mark.kind]).forEach(mark => {
      const [sign, className] = MARKS[mark.kind];
      drawing.append(svg('text', {x: x(mark.at), y: y + 14, 'text-anchor': 'middle',
        class: `ows-mark ${className}`}, sign, svg('title', {}, `${moment(mark.at)} ${mark.text}`)));
    });
  });
  return drawing;
}
