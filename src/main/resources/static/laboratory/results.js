// Shows what an experiment found.

import {open, save} from './api.js';
import {chart} from './chart.js';
import {Diagram, differences, heat, METRICS, scale, values} from './diagrams.js';
import {csv, interval, pools, table} from './figures.js';
import {summary} from './history.js';
import {button, node, options} from './nodes.js';
import {limit, percent, step} from './words.js';

const SECONDS = {OFFICE_MINUTE: 60, OFFICE_HOUR: 3600};
let shown = [];

/** Limits of the step that can be drawn on a line of office time. */
async function limitsOf(file, id) {
  const approval = file.scenario.approval ?? {};
  const own = (file.scenario.approval?.edits ?? [])
    .filter(one => one.edit === 'setLimit' && one.step === id).map(one => [one.limit, '改动后的时限']);
  const given = approval.limits?.[id] ? [[approval.limits[id], '时限']] : await promised(file, id);
  return [...given, ...own].map(([text, word]) => {
    const [value, unit] = text.split(' ');
    return {seconds: Number(value) * (SECONDS[unit] ?? NaN), label: `${word} ${limit(text)}`};
  });
}

async function promised(file, id) {
  const place = file.scenario.approval?.jurisdiction;
  if (!place) return [];
  const all = await open(`../api/v1/limits?${new URLSearchParams({jurisdiction: place, service: file.head.service})}`);
  const texts = all.filter(one => one.step === id && one.unit).map(one => `${one.value} ${one.unit}`);
  return [...new Set(texts)].map(text => [text, '承诺']);
}

function verdict(file) {
  const {result} = file;
  const broken = Object.values(result.scenarios).flatMap(one => one.brokenInvariants);
  const change = result.edits ? `${result.edits.join('；')}：` : null;
  const compared = result.sentences.filter(one => change && one.startsWith(change));
  const alone = result.sentences.filter(one => !compared.includes(one));
  return node('div', [
    ...compared.map(one => node('p', one, {class: 'tells'})),
    ...compared.length ? [node('p', '现状：', {class: 'quiet'})] : [],
    ...alone.map(one => node('p', one, {class: compared.length ? 'quiet' : undefined})),
    broken.length ? node('p', `自检未通过：${broken.join('、')}，结果不可用。`, {role: 'alert'}) : null
  ], {class: 'verdict', id: 'verdict'});
}

function tools(file, again) {
  const name = file.head.name;
  return node('p', [
    button('打印', () => window.print()), ' ',
    button('导出 CSV', () => save(`${name}.csv`, 'text/csv;charset=utf-8', csv(file.result)), {id: 'csv'}), ' ',
    button('下载文件（可交给别人打开）', () =>
      save(`${name}.json`, 'application/json', JSON.stringify(file)), {id: 'share'}), ' ',
    button('只下载情景', () =>
      save(`${name}-情景.json`, 'application/json', JSON.stringify(file.scenario, null, 2))), ' ',
    button('用这个情景再试', () => again(file))
  ], {class: 'tools'});
}

/** Two diagrams, one colour scale. */
async function diagrams(file, place) {
  const {result} = file;
  const two = Boolean(result.scenarios.whatIf);
  const processes = new Map(result.elements.baseline.map(one => [one.process, one.processName ?? one.process]));
  const metric = node('select', options(Object.entries(METRICS).map(([id, one]) => [id, one.name])), {id: 'metric'});
  const view = node('select', options([['heat', '热力图'], ...two ? [['difference', '差异图']] : []]), {id: 'view'});
  const process = node('select', options([...processes]), {id: 'result-process'});
  const legend = node('p', [], {class: 'scale'});
  const places = [node('div', [], {class: 'diagram', id: 'before-diagram'}),
    ...two ? [node('div', [], {class: 'diagram', id: 'after-diagram'})] : []];
  place.append(
    node('p', [node('label', ['指标 ', metric]), node('label', ['右图 ', view]), node('label', ['看图 ', process])],
      {class: 'bar tools'}),
    legend,
    node('div', places.map((one, i) => node('div', [node('h4', i ? '改动后' : '现状'), one])),
      {class: two ? 'pair' : 'pair single'}));
  shown = places.map(one => new Diagram(one));

  function paint() {
    const chosen = METRICS[metric.value];
    const before = values(result.elements.baseline, process.value, chosen, result.scenarios.baseline.figures);
    const after = two
      ? values(result.elements.whatIf, process.value, chosen, result.scenarios.whatIf.figures) : [];
    const most = Math.max(0, ...before.map(one => one.value), ...after.map(one => one.value));
    const isDifference = two && view.value === 'difference';
    shown.forEach(one => one.clear());
    heat(shown[0], before, most, chosen);
    if (isDifference) {
      differences(shown[1], after, result.differences, chosen);
    } else if (two) {
      heat(shown[1], after, most, chosen);
    }
    (result.changedElements ?? []).forEach(id => shown[1]?.mark(id, 'changed'));
    legend.replaceChildren(`${chosen.name}，现状：`, ...colours(scale(chosen, most, false)),
      ...isDifference ? ['　差异：', ...colours(scale(chosen, most, true))] : [],
      ...result.changedElements?.length ? ['　紫框：改动的地方'] : []);
  }

  async function draw() {
    const xml = result.diagrams.baseline[process.value];
    const changed = process.value === result.diagrams.main ? result.diagrams.whatIf ?? xml : xml;
    await shown[0].show(xml);
    if (two) await shown[1].show(changed);
    paint();
  }

  metric.addEventListener('change', paint);
  view.addEventListener('change', paint);
  process.addEventListener('change', draw);
  await draw();
  if (two) shown[0].follow(shown[1]);
}

function colours(pairs) {
  const fills = {'heat-0': '#fff7ec', 'heat-1': '#fee0b6', 'heat-2': '#fdc38d', 'heat-3': '#fc9b60',
    'heat-4': '#ee6a43', 'heat-5': '#d93a2b', 'better-2': '#5a9bd4', 'better-1': '#bcd9f0',
    'worse-1': '#f7c4b4', 'worse-2': '#e06a4e', same: '#d5d9dd'};
  return pairs.flatMap(([marker, words]) =>
    [node('i', [], {style: `background:${fills[marker]}`, title: words}), words]);
}

async function distribution(file) {
  const {distributions} = file.result;
  const id = Object.keys(distributions).find(one => one.endsWith('case'))
    ?? Object.keys(file.result.scenarios.baseline.promises)[0] ?? 'cycleTime';
  if (!distributions[id]) return node('p', '没有办完的办件，没有分布。');
  const all = id === 'cycleTime' ? [] : await limitsOf(file, id);
  const drawable = all.filter(one => Number.isFinite(one.seconds));
  const words = id === 'cycleTime' ? '从收件到结束' : `${step(id)}，办公时间，扣除停表`;
  const beyond = all.filter(one => !drawable.includes(one));
  return node('div', [
    node('h3', `用时的分布（${words}）`), chart(distributions[id], drawable),
    beyond.length
      ? node('p', `${beyond.map(one => one.label).join('；')}：按日计算的时限随收件时刻而不同，不画成一条线，兑现率见下表。`,
        {class: 'quiet'}) : null]);
}

/** The inverse question: how many people keep so many promises. */
function staff(result) {
  const asked = result.staffNeeded;
  if (!asked) return null;
  const names = new Map(pools(result));
  const words = added => Object.keys(added).length
    ? Object.entries(added).map(([group, more]) => `${names.get(group) ?? group} 加 ${more} 人`).join('，') : '不加人';
  const last = asked.attempts.at(-1);
  const sentence = asked.reached
    ? `要有 ${percent(asked.target)} 的办件兑现承诺，在现状上${words(last.added)}即可。`
    : `在允许的人数内达不到 ${percent(asked.target)}：${words(last.added)}时为 ${percent(last.keptShare.mean)}，`
      + '瓶颈不在人数，或者要允许加更多的人。';
  return node('div', [
    node('h3', '要多少人'), node('p', sentence, {id: 'staff-needed'}),
    node('table', [node('thead', node('tr', [node('th', '加人（每次加在排队最多的部门）'), node('th', '兑现率（95% 区间）')])),
      node('tbody', asked.attempts.map(one => node('tr', [
        node('td', words(one.added)), node('td', interval(one.keptShare, percent))])))])]);
}

function origin(file) {
  const {result} = file;
  return node('p', `${result.scenarios.baseline.replications} 次重复，区间为 95% 置信区间（Student t），两个情景用同样的随机数成对比较；`
    + `种子 ${result.seed}；流程 ${result.model.name} SHA-256 ${result.model.sha256.slice(0, 16)}…；`
    + `情景 SHA-256 ${result.scenario.sha256.slice(0, 16)}…；OneWindow ${result.software.version}。`
    + (result.assumptions.length ? `含 ${result.assumptions.length} 项假设，不是统计数据。` : ''), {class: 'quiet'});
}

/**
 * @param file a finished experiment, from the server or handed over
 * @param again uses its scenario anew
 */
export async function show(file, place, again) {
  shown.forEach(one => one.destroy());
  const drawn = node('div', []);
  place.hidden = false;
  place.replaceChildren(
    node('h2', `结果：${file.head.name}（${file.head.serviceName}）`),
    ...file.scenario.approval?.history ? [summary(file.scenario.approval.history)] : [],
    verdict(file), tools(file, again), drawn,
    await distribution(file),
    ...[staff(file.result)].filter(Boolean),
    node('h3', '指标'), table(file.result), origin(file));
  await diagrams(file, drawn);
}
