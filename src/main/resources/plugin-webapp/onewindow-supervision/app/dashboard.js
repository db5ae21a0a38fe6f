// The supervisor's first look, on Cockpit's start page: every number opens the list behind it.

import {shares} from './chart.js';
import {element, link, moment, nothing} from './dom.js';
import {notDelivered} from './exchanges.js';
import {light, LIGHTS, percent} from './words.js';

const LIGHT_KEYS = {
  RED: 'red', AMBER: 'amber', GREEN: 'green', PAUSED: 'paused', UNTIMED: 'untimed'
};

function address(view, params, state) {
  const {jurisdiction, service} = state;
  const given = Object.entries({jurisdiction, service, ...params})
    .filter(([, value]) => value !== undefined && value !== '');
  return `/onewindow/${view}?${new URLSearchParams(given)}`;
}

function tally(one, scope, unit, kept, state) {
  const days = {from: one.from, to: one.to};
  return element('div', 'ows-tally',
    element('span', null, scope === 'CASE' ? '全程' : '环节'),
    link(`兑现 ${kept.kept} ${unit}`,
      address('cycle', {...days, by: scope === 'CASE' ? 'case' : 'step'}, state)),
    link(`未兑现 ${kept.broken} ${unit}`, address('late', {...days, scope, basis: 'PROMISED'}, state),
      kept.broken ? 'ows-red' : ''),
    element('span', 'ows-more', percent(kept.rate)));
}

/** Red as soon as a promise was broken: a rate is kept or not, there is no nearly. */
function card(one, state) {
  const {rate, broken} = one.cases;
  const standing = rate === null ? 'none' : broken ? 'broken' : 'kept';
  const big = element('div', `ows-rate ows-rate-${standing}`, percent(rate));
  const node = element('div', 'ows-card',
    element('h4', null, `${one.name}承诺兑现率`), big,
    rate === null ? element('div', 'ows-more', '没有承诺到期或办结') : meter(rate),
    tally(one, 'CASE', '件', one.cases, state), tally(one, 'STEP', '次', one.steps, state));
  node.title = `${one.from} 至 ${one.to}；法定和内部时限另计：`
    + `全程按时 ${one.cases.within} 件、超时 ${one.cases.beyond} 件，`
    + `环节按时 ${one.steps.within} 次、超时 ${one.steps.beyond} 次`;
  return node;
}

function meter(rate) {
  const bar = element('div', 'ows-meter', element('i'));
  bar.firstChild.style.width = `${rate * 100}%`;
  return bar;
}

function lights(open, state) {
  const parts = Object.entries(LIGHT_KEYS).map(([kind, key]) => ({kind, value: open[key]}));
  const legend = element('div', 'ows-legend', ...parts.map(({kind, value}) =>
    link('', address('open', {light: kind}, state), 'ows-chip')));
  legend.querySelectorAll('a').forEach((node, at) => node.append(
    light(parts[at].kind), element('strong', null, `${parts[at].value} 件`)));
  const provisional = link('', address('open', {light: 'PROVISIONAL'}, state), 'ows-chip');
  provisional.title = '所依据的年度日历尚未公布，到期时间为暂计；已包含在前面各灯之内';
  provisional.append(light('PROVISIONAL', `其中${LIGHTS.PROVISIONAL[1]}`),
    element('strong', null, `${open.provisional} 件`));
  legend.append(provisional);
  const all = link(`${open.total} 件`, address('open', {}, state), 'ows-number');
  return element('div', 'ows-card ows-lights',
    element('h4', null, '在办办件 ', all),
    open.total === 0 ? nothing('没有在办办件。') : shares(parts, open.total), legend);
}

function breaking(said, state) {
  const {total, items} = said.breakingToday;
  const all = link(`${total} 件`, address('open', {due: 'today'}, state), 'ows-number');
  const rows = items.map(one => element('tr', null,
    element('td', null, link(one.receiptNo, `/onewindow/case?receiptNo=${one.receiptNo}`),
      element('div', 'ows-more', `${one.serviceName}　${one.jurisdictionName}`)),
    element('td', null, one.limit.wholeCase ? '全程' : one.limit.name,
      element('div', 'ows-more', one.holders.map(holder => holder.departmentName).join('、'))),
    element('td', 'ows-right', light(one.light, one.limit.remaining),
      element('div', 'ows-more', `${moment(one.limit.dueAt).slice(11)} 到期`))));
  return element('div', 'ows-card', element('h4', null, '今日将超时 ', all),
    total === 0
      ? nothing('今天没有将要超时的办件。')
      : element('table', 'table table-condensed ows-table', element('tbody', null, ...rows)));
}

function holders(said, state) {
  const several = new Set(said.departments.map(one => one.jurisdiction)).size > 1;
  const rows = said.departments.map(one => {
    const to = (text, more) => link(text, address('open',
      {jurisdiction: one.jurisdiction, department: one.department, ...more}, state));
    const marked = (kind, value) => {
      const node = to('', {light: kind});
      node.append(light(kind, `${value} 件`));
      return value ? node : '';
    };
    const name = one.department ? one.name : '等待申请人';
    const where = several ? element('div', 'ows-more', one.jurisdictionName) : '';
    return element('tr', null, element('td', null, name, where),
      element('td', 'ows-right', to(`${one.cases} 件`, {})),
      element('td', 'ows-right', marked('RED', one.red)),
      element('td', 'ows-right', marked('AMBER', one.amber)),
      element('td', 'ows-right',
        one.breakingToday ? to(`${one.breakingToday} 件`, {due: 'today'}) : ''));
  });
  const heads = ['部门', '在办', '红灯', '黄灯', '今日将超时'];
  return element('div', 'ows-card', element('h4', null, '办件在哪些部门'),
    rows.length === 0
      ? nothing('没有在办办件。')
      : element('table', 'table table-condensed ows-table',
        element('thead', null, element('tr', null, ...heads.map((head, at) =>
          element('th', at ? 'ows-right' : null, head)))),
        element('tbody', null, ...rows)));
}

export const dashboard = {
  title: '督办总览',
  filters: ['jurisdiction', 'service'],
  ask: async (server, state) => {
    const [dashboard, exchanges] = await Promise.all([server.figures('dashboard', state),
      server.figures('exchanges', {jurisdiction: state.jurisdiction})]);
    return dashboard.problem || exchanges.problem
      ? {problem: dashboard.problem ?? exchanges.problem}
      : {said: {...dashboard.said, exchanges: exchanges.said}};
  },
  draw: (said, {state}) => [
    ...notDelivered(said.exchanges),
    element('div', 'ows-cards', ...said.keeping.map(one => card(one, state))),
    lights(said.open, state),
    element('div', 'ows-halves', breaking(said, state), holders(said, state))
  ]
};
