// One service under its jurisdictions: what each promises, what its cases took, and what the same
// cases would have shown under another's limit.

import {CATEGORIES} from '../../../../../../../limit-words.js';
import {today} from './days.js';
import {element, nothing} from './dom.js';
import {count, minutes, NONE, percent} from './words.js';

/** A limit with the cases it is for, and the plan's own words. */
function promised(limit) {
  const category = limit.category ? `　${CATEGORIES[limit.category] ?? limit.category}` : '';
  return element('div', null, element('strong', null, limit.text), category,
    limit.inheritedFrom ? element('small', 'ows-more', `　承接${limit.inheritedFrom}`) : null,
    element('div', 'ows-more', limit.citation ?? ''));
}

/** What is promised for the whole case, and once what the law sets. */
function ofCase(one) {
  const limits = one.limits.filter(limit => limit.step === 'case' || limit.step.endsWith('-case'));
  const promises = limits.filter(limit => limit.promiseId).map(promised);
  const laws = [...new Set(limits.map(limit => limit.statutory).filter(Boolean))];
  return element('div', null, ...(promises.length ? promises : ['方案未作数值承诺']),
    ...laws.map(law => element('div', 'ows-more', `法定 ${law}`)));
}

function working(one, key) {
  return minutes(one.working?.[key]);
}

const ROWS = [
  ['全程时限', ofCase],
  ['参与部门', one => one.departments.length
    ? `${one.departments.length} 个：${one.departments.join('、')}`
    : NONE],
  ['办理环节', one => `${one.steps.length} 个`],
  ['办结 / 仍在办', one => `${count(one.count, ' 件')} / ${count(one.open, ' 件')}`],
  ['承诺兑现率', one => element('span', null, element('strong', null, percent(one.rate)),
    element('span', 'ows-more', `　兑现 ${one.kept} 件，未兑现 ${one.broken} 件`))],
  ['平均用时', one => working(one, 'mean')],
  ['中位用时', one => working(one, 'p50')],
  ['90% 的不超过', one => working(one, 'p90')]
];

function comparison(items) {
  return element('table', 'table ows-table ows-compare',
    element('thead', null, element('tr', null, element('th'),
      ...items.map(one => element('th', null, one.name)))),
    element('tbody', null, ...ROWS.map(([name, cell]) => element('tr', null,
      element('th', null, name), ...items.map(one => element('td', null, cell(one)))))));
}

function underOthers(items) {
  const heads = items[0].under.length
    ? items.map(one => element('th', null, `按${one.name}时限`))
    : [];
  const cell = (one, limitOf) => {
    const under = one.under.find(other => other.jurisdiction === limitOf.jurisdiction);
    if (!under) {
      return element('td', null, NONE);
    }
    const own = one.jurisdiction === limitOf.jurisdiction;
    return element('td', own ? 'ows-own' : null, element('strong', null, percent(under.rate)),
      element('div', 'ows-more', `兑现 ${under.kept} 件，未兑现 ${under.broken} 件`
        + (under.uncounted ? `，不可比 ${under.uncounted} 件` : '')));
  };
  return element('table', 'table ows-table ows-compare',
    element('thead', null, element('tr', null, element('th', null, '办件'), ...heads)),
    element('tbody', null, ...items.map(one => element('tr', null,
      element('th', null, `${one.name}的办件`, element('div', 'ows-more',
        `办结 ${one.count} 件，仍在办 ${one.open} 件`)),
      ...items.map(limitOf => cell(one, limitOf))))));
}

function steps(items) {
  const names = new Map(items.flatMap(one => one.steps.map(step => [step.activityId, step.name])));
  const cell = (one, id) => {
    const step = one.steps.find(other => other.activityId === id);
    return element('td', null, ...(step
      ? [minutes(step.p50), element('span', 'ows-more',
        ` / ${minutes(step.p90)}，按时 ${percent(step.onTimeShare)}（${step.count} 次）`),
      element('div', 'ows-more', step.departmentName ?? '')]
      : [NONE]));
  };
  return element('table', 'table ows-table ows-compare',
    element('thead', null, element('tr', null, element('th', null, '环节'),
      ...items.map(one => element('th', null, one.name)))),
    element('tbody', null, ...[...names].map(([id, name]) => element('tr', null,
      element('th', null, name), ...items.map(one => cell(one, id))))));
}

export const jurisdictions = {
  title: '辖区比较',
  filters: ['service', 'version', 'period'],
  defaults: () => ({from: today(-89), to: today()}),
  ask: (server, state) => state.service
    ? server.figures('jurisdictions', state)
    : Promise.resolve({said: {items: null}}),
  draw({items}) {
    if (!items) {
      return [nothing('请先选择事项。')];
    }
    if (items.length === 0) {
      return [nothing('没有您可以查看的辖区。')];
    }
    return [
      comparison(items),
      element('h4', null, '同样的办件，按别处的时限重新计算'),
      element('p', 'ows-more', '用真实办件的实际经过和各辖区自己的日历重新计算，不是模拟；仍在办的，按该时限已经超时的计为未兑现，其余不计。粗框为本辖区的时限。'),
      underOthers(items),
      element('h4', null, '各环节工作用时：中位 / 90% 的不超过'),
      steps(items)
    ];
  }
};
