// Week by week: what came in and ended, whether promises were kept, how long the work took.

import {columns, legend, lines, roundCount, roundMinutes} from './chart.js';
import {element, nothing} from './dom.js';
import {minutes, percent} from './words.js';

const KEPT = [
  {name: '兑现', className: 'ows-ink-kept', key: 'kept'},
  {name: '未兑现', className: 'ows-ink-broken', key: 'broken'}
];

/** Few steps have a promise of their own: every kind of limit counts. */
const ON_TIME = [
  {name: '按时', className: 'ows-ink-kept', key: 'within'},
  {name: '超时', className: 'ows-ink-broken', key: 'beyond'}
];

const TIMES = [
  {name: '中位用时', className: 'ows-ink-p50', mark: '●', key: 'p50'},
  {name: '90% 的不超过', className: 'ows-ink-p90', mark: '▲', key: 'p90'}
];

const FLOWS = [
  {name: '收件', className: 'ows-ink-in', mark: '●', key: 'received'},
  {name: '办结', className: 'ows-ink-out', mark: '■', key: 'ended'}
];

function series(kinds, weeks) {
  return kinds.map(kind => ({...kind, values: weeks.map(week => week[kind.key])}));
}

function short(week) {
  return `${Number(week.from.slice(5, 7))}/${Number(week.from.slice(8))}`;
}

function figure(title, kinds, drawing) {
  return element('figure', 'ows-figure', element('figcaption', null, title, legend(kinds)), drawing);
}

function table(weeks, unit) {
  const heads = ['周', '收件', '办结', '兑现', '未兑现', '承诺兑现率', '按时率', '平均用时', '中位用时', '90% 用时'];
  const rows = [...weeks].reverse().map(week => element('tr', null,
    ...[`${week.name}（${week.from} 起）`, `${week.received} ${unit}`, `${week.ended} ${unit}`,
      `${week.kept} ${unit}`, `${week.broken} ${unit}`, percent(week.rate), percent(week.onTimeShare), minutes(week.mean), minutes(week.p50), minutes(week.p90)]
      .map((text, at) => element('td', at ? 'ows-right' : null, String(text)))));
  return element('div', 'ows-scroll', element('table', 'table table-condensed ows-table',
    element('thead', null, element('tr', null, ...heads.map((head, at) =>
      element('th', at ? 'ows-right' : null, head)))),
    element('tbody', null, ...rows)));
}

export const trend = {
  title: '趋势',
  filters: ['jurisdiction', 'service', 'version', 'department', 'trendBy', 'weeks'],
  ask: (server, state) => server.figures('trend', state),
  draw({weeks}, {state}) {
    if (weeks.every(week => week.received + week.ended + week.within + week.beyond === 0)) {
      return [nothing('这段时间没有办件。')];
    }
    const names = weeks.map(short);
    const ofSteps = state.by === 'step';
    return [
      element('div', 'ows-figures',
        ofSteps
          ? figure('每周环节时限（次）', ON_TIME, columns(names, series(ON_TIME, weeks), ''))
          : figure('每周承诺兑现（件）', KEPT, columns(names, series(KEPT, weeks), '')),
        figure('每周工作用时', TIMES, lines(names, series(TIMES, weeks), minutes, roundMinutes)),
        figure(ofSteps ? '每周办结（次）' : '每周收件与办结（件）', ofSteps ? FLOWS.slice(1) : FLOWS,
          lines(names, series(ofSteps ? FLOWS.slice(1) : FLOWS, weeks), String, roundCount))),
      table(weeks, ofSteps ? '次' : '件')
    ];
  }
};
