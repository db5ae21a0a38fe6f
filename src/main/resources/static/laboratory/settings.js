// How much is simulated, as a form over the scenario's own keys.

import {node} from './nodes.js';
import {distribution} from './words.js';

function input(value, attributes) {
  return node('input', [], {type: 'number', value, ...attributes});
}

function gap(full) {
  const match = /^PT([\d.]+)M$/.exec(full.arrival_time_distribution?.mean ?? '');
  return match ? match[1] : '';
}

/** Draws the form from the scenario with its assumptions; {@code read} writes into a scenario. */
export function settings(place, full) {
  const approval = full.approval ?? {};
  const fields = {
    cases: input(approval.cases, {min: 1, 'data-place': 'approval.cases'}),
    replications: input(approval.replications, {min: 1, 'data-place': 'approval.replications'}),
    seed: input(approval.seed, {'data-place': 'approval.seed'}),
    gap: input(gap(full), {step: 'any', 'data-place': 'arrival_time_distribution'}),
    width: input(approval.stopRule ? approval.stopRule.relativeHalfWidth * 100 : '',
      {step: 'any', 'data-place': 'approval.stopRule'}),
    target: input(approval.staffNeeded ? approval.staffNeeded.target * 100 : '',
      {step: 'any', 'data-place': 'approval.staffNeeded.target', id: 'target'})
  };
  place.replaceChildren(
    node('label', ['每次办件数 ', fields.cases]), node('label', ['重复次数 ', fields.replications]),
    node('label', ['随机种子 ', fields.seed]),
    node('label', ['平均多少分钟来一件 ', fields.gap]),
    node('label', ['算到误差不超过（%，不填则不加次数） ', fields.width]),
    node('label', ['要多少人才能兑现（%，不填则不问） ', fields.target], {class: 'staffing'}));
  const number = field => field.value === '' ? undefined : Number(field.value);
  return {
    /** Only what differs from what is there already is written. */
    read(scenario) {
      const into = scenario.approval ??= {};
      for (const key of ['cases', 'replications', 'seed']) {
        const value = number(fields[key]);
        if (value !== approval[key]) into[key] = value ?? null;
      }
      if (fields.gap.value !== gap(full)) {
        scenario.arrival_time_distribution = {distribution: 'exponential', mean: `PT${fields.gap.value}M`};
      }
      if ((into.warmUpCases ?? approval.warmUpCases) >= (into.cases ?? approval.cases)) {
        into.warmUpCases = Math.floor((into.cases ?? approval.cases) / 10);
      }
      const width = number(fields.width);
      if (width === undefined) delete into.stopRule;
      else into.stopRule = {...approval.stopRule, relativeHalfWidth: width / 100};
      const target = number(fields.target);
      if (target === undefined) delete into.staffNeeded;
      else into.staffNeeded = {most: 10, ...approval.staffNeeded, target: target / 100};
    },
    refuse(key, why) {
      const field = Object.values(fields).find(one => key.startsWith(one.dataset.place));
      if (!field) return false;
      field.classList.add('refused');
      field.parentElement.append(node('span', why, {class: 'why'}));
      return true;
    }
  };
}

/** The assumptions in words: what is assumed, and where a scenario says it otherwise. */
export function assumptions(details, bench) {
  const names = new Map(bench.elements.map(one => [one.figure, one.name]));
  const words = bench.assumed.map(path => {
    const [, section, ...rest] = path.split('.');
    const value = path.split('.').reduce((tree, key) => tree?.[key], bench.full);
    const subject = names.get(rest[0]);
    if (section === 'durations') return `${subject ?? rest[0]}：办理时长 ${distribution(value)}`;
    if (section === 'staff') return `人员：${value.map(one => `${one.name} ${one.amount ?? 1} 人`).join('，')}`;
    if (section === 'returns') return `退回补正：${Math.round((value.rate ?? 0) * 1000) / 10}%`
      + (value.applicantDelay ? `，申请人补正 ${distribution(value.applicantDelay)}` : '');
    if (section === 'outcomes') return `${subject ?? rest[0]}：各种结果的比例`;
    if (path === 'arrival_time_distribution') return `来件间隔：${distribution(value)}`;
    return `${path}：${typeof value === 'object' ? JSON.stringify(value) : value}`;
  });
  details.querySelector('summary').textContent =
    `现状中有 ${words.length} 项是假设，不是统计数据（点开查看）`;
  details.querySelector('ul').replaceChildren(...words.map(one => node('li', one)));
}
