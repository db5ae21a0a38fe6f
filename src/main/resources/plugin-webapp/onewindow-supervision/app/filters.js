// The bar of filters above a screen.

import {today} from './days.js';
import {day, element, labelled, press, select} from './dom.js';
import {LIGHTS} from './words.js';

const ALL = '全部';

/** Periods that are asked for often, each with its first and last day. */
const PERIODS = [
  ['今日', () => [today(), today()]],
  ['近7天', () => [today(-6), today()]],
  ['近30天', () => [today(-29), today()]],
  ['本年', () => [`${today().slice(0, 4)}-01-01`, today()]]
];

function choices(list, name = one => one.name) {
  return [['', ALL], ...list.map(one => [one.id ?? one.key, name(one)])];
}

function versions(said, state, fixed) {
  const key = fixed.service ?? state.service;
  const service = said.services.find(one => one.key === key);
  return [['', ALL], ...(service?.versions ?? []).map(one => [one, `第${one}版`])];
}

const FIELDS = {
  jurisdiction: (said, state, change) => labelled('辖区',
    select(choices(said.jurisdictions), state.jurisdiction,
      value => change({jurisdiction: value}))),
  service: (said, state, change) => labelled('事项',
    select(choices(said.services.filter(one => !one.sharedPart)), state.service,
      value => change({service: value, version: ''}))),
  version: (said, state, change, fixed) => labelled('模型版本',
    select(versions(said, state, fixed), state.version, value => change({version: value}))),
  department: (said, state, change) => labelled('部门',
    select(choices(said.departments), state.department, value => change({department: value}))),
  light: (said, state, change) => labelled('亮灯',
    select([['', ALL], ...Object.entries(LIGHTS).map(([id, [sign, name]]) =>
      [id, `${sign} ${name}`])], state.light, value => change({light: value}))),
  due: (said, state, change) => labelled('到期',
    select([['', ALL], ['today', '今日将超时']], state.due, value => change({due: value}))),
  scope: (said, state, change) => labelled('时限',
    select([['', ALL], ['CASE', '全程'], ['STEP', '环节']], state.scope,
      value => change({scope: value}))),
  basis: (said, state, change) => labelled('依据',
    select([['', ALL], ['PROMISED', '只看承诺']], state.basis, value => change({basis: value}))),
  open: (said, state, change) => labelled('现状',
    select([['', ALL], ['true', '仍在办'], ['false', '已办结']], state.open,
      value => change({open: value}))),
  by: (said, state, change) => labelled('统计口径',
    select([['', '按环节'], ['department', '按部门'], ['person', '按人员'], ['case', '按办件']],
      state.by, value => change({by: value}))),
  trendBy: (said, state, change) => labelled('统计口径',
    select([['', '按办件'], ['step', '按环节']], state.by, value => change({by: value}))),
  weeks: (said, state, change) => labelled('范围',
    select([[13, '近13周'], [26, '近26周'], [52, '近52周']], state.weeks ?? 13,
      value => change({weeks: value}))),
  period: (said, state, change) => period(state, change)
};

function period(state, change) {
  const quick = element('span', 'ows-quick', ...PERIODS.map(([name, days]) => {
    const [from, to] = days();
    const chosen = state.from === from && state.to === to;
    return press(name, () => change({from, to}), chosen ? 'btn-primary' : 'btn-default');
  }));
  return element('span', 'ows-period',
    labelled('自', day(state.from, value => change({from: value}))),
    labelled('至（含）', day(state.to, value => change({to: value}))), quick);
}

/**
 * @param names which filters there are, in order; a value of {@code fixed} cannot be changed
 * @param change takes what is chosen anew
 */
export function filterBar(said, names, state, fixed, change) {
  const changed = part => change({...part, page: 0});
  return element('form', 'ows-filters', ...names
    .filter(name => !(name in fixed))
    .map(name => FIELDS[name](said, state, changed, fixed)));
}
