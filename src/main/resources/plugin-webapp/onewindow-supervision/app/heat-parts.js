// What the heat map and the comparison of two have in common.

import {day, element, select} from './dom.js';
import {LEVELS, measure} from './heat-measures.js';
import {count, minutes, percent} from './words.js';

/** A field without room for a label above it; the label is told on hover and to screen readers. */
export function named(label, input) {
  input.setAttribute('aria-label', label);
  input.title = label;
  input.classList.add('form-control', 'input-sm');
  return input;
}

const options = (list, all) => [['', all], ...list.map(one => [one.id, one.name])];

/** What the colours mean for what is shown. */
export function heatLegend(measureId) {
  const chosen = measure(measureId);
  const keys = chosen.level
    ? Object.entries(LEVELS).filter(([level]) => level !== 'NONE').map(([level, [sign, words]]) =>
      element('span', `ows-badge ows-heat-${level.toLowerCase()}`, `${sign} ${words}`))
    : [element('span', null, '少'), ...[1, 2, 3, 4, 5].map(shade =>
      element('span', `ows-swatch ows-heat-${shade}`)), element('span', null, '多')];
  return element('div', 'ows-heat-legend', `${chosen.name}：`, ...keys);
}

/** How all cases shown did, in one line. */
export function caseSummary({cases}) {
  return `办结 ${count(cases.count, ' 件')}，仍在办 ${count(cases.open, ' 件')}，`
    + `承诺兑现率 ${percent(cases.rate)}，全程工作用时中位 ${minutes(cases.working?.p50)}`;
}

/** The filters of one heat map, in one row. */
export function heatFilters(choices, definition, state, change) {
  return [
    named('辖区', select(options(choices.jurisdictions, '全部辖区'), state.jurisdiction,
      value => change({jurisdiction: value}))),
    named('部门', select(options(choices.departments, '全部部门'), state.department,
      value => change({department: value}))),
    named('模型版本', select([...definition.versions.map(one => [one, `第${one}版`]), ['', '全部版本']],
      state.version, value => change({version: value}))),
    named('自', day(state.from, value => change({from: value}))),
    element('span', null, '至'),
    named('至（含当日）', day(state.to, value => change({to: value})))
  ];
}

/** Asks for the figures of the definition in its chosen version. */
export function askHeat(asked, definition, {version, ...state}) {
  return asked.figures('heat', {...state, version, definition: definition.key});
}
