// How long work took: office time, office time without pauses, time by the clock, and waiting.

import {today} from './days.js';
import {element} from './dom.js';
import {list} from './list.js';
import {count, minutes, naturalMinutes, NONE, percent} from './words.js';

/** The four times a row can show, each with what it counts. */
const TIMES = {
  working: ['工作用时', '办公时间内的用时，停表时间计算在内', minutes],
  net: ['扣除停表', '办公时间内的用时，减去停表时间', minutes],
  gross: ['自然用时', '日历时间，含夜间和休息日', naturalMinutes],
  waiting: ['等待签收', '环节产生到有人签收，按办公时间计', minutes]
};

const STATISTICS = [['平均', 'mean'], ['中位', 'p50'], ['80%', 'p80'], ['90%', 'p90'], ['95%', 'p95']];

/** What the server sorts by, always of the working time. */
const SORTED = ['mean', 'p50', 'p90', 'p95'];

/** The narrowest thing the row is about, and what it belongs to. */
function what(one, page) {
  const person = one.person === '' ? '无人签收' : page.nameOf(one.person);
  const name = person ?? one.name ?? one.departmentName ?? one.serviceName;
  const more = [one.serviceName, one.departmentName].filter(part => part && part !== name)
    .join('　');
  return [element('div', null, name ?? NONE), element('small', 'ows-more', more)];
}

function open(one, unit) {
  return one.openLate
    ? element('span', 'ows-red', `${one.open} ${unit}（超时 ${one.openLate} ${unit}）`)
    : `${one.open} ${unit}`;
}

function share(value, good, bad) {
  return [element('strong', value !== null && value < 1 ? 'ows-red' : null, percent(value)),
    element('div', 'ows-more', good + bad ? `${good} / ${good + bad}` : '')];
}

function figures(kind) {
  const [, , written] = TIMES[kind];
  return STATISTICS.map(([name, key]) => ({
    name,
    sort: kind === 'working' && SORTED.includes(key) ? key : null,
    className: 'ows-right',
    title: key === 'mean' ? '平均值' : `${name === '中位' ? '50%' : name}的不超过此值`,
    cell: one => written(one[kind]?.[key])
  }));
}

/** @param unit cases, or how often a step was done */
function columns(kind, unit) {
  return [
    {name: '统计对象', sort: 'name', cell: what},
    {name: '办结', sort: 'count', className: 'ows-right', cell: one => count(one.count, ` ${unit}`)},
    {name: '仍在办', sort: 'open', className: 'ows-right', cell: one => open(one, unit)},
    {name: '按时率', sort: 'onTimeShare', className: 'ows-right', title: '承诺、法定和内部时限都计',
      cell: one => share(one.onTimeShare, one.within, one.beyond)},
    {name: '承诺兑现率', className: 'ows-right', title: '只计有承诺数值的时限',
      cell: one => share(one.rate, one.kept, one.broken)},
    {name: '退回', className: 'ows-right', cell: one => count(one.returns, ' 次')},
    ...figures(kind)
  ];
}

/** Which of the four times is shown is the reader's choice; the server gives all of them. */
function chooser(kind, change) {
  return element('div', 'ows-switch', ...Object.entries(TIMES).map(([key, [name, title]]) => {
    const button = element('button',
      `btn btn-sm ${key === kind ? 'btn-primary' : 'btn-default'}`, name);
    button.type = 'button';
    button.title = title;
    button.setAttribute('aria-pressed', String(key === kind));
    button.onclick = () => change({time: key});
    return button;
  }), element('small', 'ows-more', TIMES[kind][1]));
}

export const cycleTimes = {
  title: '用时统计',
  people: true,
  filters: ['jurisdiction', 'service', 'version', 'department', 'by', 'period'],
  defaults: () => ({sort: 'name', from: today(-29), to: today()}),
  ask: (server, {time, ...state}) => server.figures('cycle-times', state),
  draw(said, page) {
    const kind = TIMES[page.state.time] ? page.state.time : 'working';
    return [chooser(kind, part => page.change(part)),
      list(said, columns(kind, page.state.by === 'case' ? '件' : '次'), page, '这段时间没有办结的，也没有在办的。'),
      element('p', 'ows-more', said.resolution ?? '')];
  }
};
