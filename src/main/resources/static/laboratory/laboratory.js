// The laboratory's page: choose, edit, run, look.

import {hears} from '../sign-in.js';
import {ask, open, Refused, send, signedInAs} from './api.js';
import {Diagram} from './diagrams.js';
import {form, KINDS, offers} from './edits.js';
import {history} from './history.js';
import {ladder} from './ladder.js';
import {at, button, node, options} from './nodes.js';
import {show} from './results.js';
import {assumptions, settings} from './settings.js';
import {time} from './words.js';

const POLL_MILLIS = 500;

let services = [];
let places = [];
let bench = null;
let diagram = null;
let inputs = null;
let rows = [];
let running = null;

const steps = ladder(rung => {
  offerKinds();
  document.querySelectorAll('.staffing').forEach(one => { one.hidden = rung < 3; });
});

async function attempt(deed) {
  at('#problem').textContent = '';
  try {
    await deed();
  } catch (failure) {
    at('#problem').textContent = failure.message;
    at('#problem').scrollIntoView({block: 'center'});
  }
}

// ---- choosing

function offerBaselines() {
  const sources = services.find(one => one.id === at('#service').value)
    ?.baselines[at('#jurisdiction').value] ?? [];
  at('#baseline').replaceChildren(...options(sources.map(one => [one.id, one.name])));
  at('#source-label').hidden = sources.length < 2;
  at('#choice button').disabled = sources.length === 0;
  at('#no-baseline').hidden = sources.length > 0;
  at('#no-baseline').textContent =
    '这个事项还没有可用的现状数据，也没有标明的假设，不能在页面上试算；可用命令行 simulate 试算完整的情景文件。';
}

async function begin() {
  services = await ask('/services');
  const {jurisdictions} = await open('../api/v1/landing');
  places = jurisdictions.map(one => [one.id, one.name]);
  at('#sign-in').hidden = true;
  at('#work').hidden = false;
  at('#service').replaceChildren(...options(services.map(one => [one.id, one.name])));
  at('#jurisdiction').replaceChildren(...options(places));
  const ready = services.find(one => Object.values(one.baselines).some(list => list.length));
  if (ready) at('#service').value = ready.id;
  offerBaselines();
  await list();
}

async function take(service, jurisdiction, baseline, given) {
  const query = new URLSearchParams({jurisdiction, ...baseline ? {baseline} : {}});
  const found = await ask(`/services/${encodeURIComponent(service)}?${query}`);
  const limits = await open(`../api/v1/limits?${new URLSearchParams({jurisdiction, service})}`);
  bench = withAnswers(found, limits);
  if (given) adopt(given);
  at('#bench').hidden = false;
  const place = places.find(([id]) => id === jurisdiction)?.[1] ?? jurisdiction;
  at('#bench-title').textContent = `二、改动和试算：${found.name}（${place}）`;
  at('#bench-process').replaceChildren(
    ...options([...new Map(found.elements.map(one => [one.process, one.processName ?? one.process]))]));
  await draw();
  assumptions(at('#assumptions'), bench);
  load();
}

/** What the forms want to know of a workbench. */
function withAnswers(found, limits) {
  const listed = limits.map(one => one.step);
  const used = found.elements.map(one => one.step).filter(Boolean);
  return {
    ...found, places,
    steps: [...new Set(['case', ...listed, ...used])],
    limit: step => found.full.approval.limits?.[step]
      ?? limits.filter(one => one.step === step && one.unit).map(one => `${one.value} ${one.unit}`)[0]
      ?? '1 WORKING_DAY',
    duration: figure => found.full.approval.durations?.[figure],
    groupsOf: element => (element.pool ?? '').split('+').filter(one => found.groups[one]),
    after: element => {
      const flows = diagram?.element(element.element)?.outgoing ?? [];
      const next = flows.length === 1 ? flows[0].targetRef.id : null;
      return found.elements.find(one => one.process === element.process && one.element === next
        && one.kind === 'WORK');
    },
    calendars: () => bench.given.resource_calendars ?? found.full.resource_calendars ?? [],
    calendar: period => {
      const id = `duty_${Object.values(period).join('_').replaceAll(':', '')}`;
      const known = bench.calendars();
      if (!known.some(one => one.id === id)) {
        const name = `自定义 ${period.beginTime.slice(0, 5)}–${period.endTime.slice(0, 5)}`;
        bench.given.resource_calendars = [...known, {id, name, time_periods: [period]}];
      }
      return id;
    }
  };
}

// ---- editing

async function draw() {
  diagram?.destroy();
  at('#bench-diagram').replaceChildren();
  diagram = new Diagram(at('#bench-diagram'));
  const process = at('#bench-process').value;
  await diagram.show(bench.diagrams[process]);
  diagram.onClick(id => {
    const element = bench.elements.find(one => one.process === process && one.element === id);
    if (element) clicked(element);
  });
  at('#clicked').hidden = true;
}

function clicked(element) {
  diagram.clear();
  diagram.mark(element.element, 'clicked');
  const all = offers(bench, element, steps.rung());
  at('#clicked').hidden = false;
  at('#clicked').replaceChildren(
    node('b', `${element.name}${element.poolName ? `（${element.poolName}）` : ''}：`),
    ...all.length ? all.flatMap(([edit, words]) => [button(words, () => add(edit)), ' '])
      : ['这一级没有可作的改动。']);
}

function offerKinds() {
  at('#new-edit').replaceChildren(...options(Object.entries(KINDS)
    .filter(([, kind]) => kind.rung <= steps.rung()).map(([id, kind]) => [id, kind.name])));
}

function add(edit) {
  const row = form(bench, edit, () => {
    rows = rows.filter(one => one !== row);
    row.item.remove();
    at('#no-edits').hidden = rows.length > 0;
  });
  rows.push(row);
  at('#edits').append(row.item);
  at('#no-edits').hidden = true;
}

function adopt(given) {
  bench.given = given;
  bench.full = merged(bench.full, given);
}

/** The same filling up as the server's, for what the forms show. */
function merged(full, given) {
  const approval = {...full.approval, ...given.approval};
  return {...full, ...given, approval};
}

function load() {
  inputs = settings(at('#settings'), bench.full);
  rows = [];
  at('#edits').replaceChildren();
  at('#no-edits').hidden = false;
  history(at('#history'), bench.given.approval?.history);
  const edits = bench.given.approval?.edits ?? [];
  const rung = Math.max(steps.rung(), ...edits.map(one => KINDS[one.edit]?.rung ?? 1));
  edits.forEach(add);
  steps.climb(rung);
  at('#refusal').textContent = '';
}

function scenario() {
  const edits = rows.map(one => one.read());
  const made = structuredClone(bench.given);
  inputs.read(made);
  if (edits.length) made.approval.edits = edits;
  else delete made.approval.edits;
  return made;
}

/** Shows a refusal where it belongs: at the edit's field, at the setting, or above the button. */
function refuse(failure) {
  at('#refusal').textContent = failure.message;
  let placed = 0;
  for (const {key, reason} of failure.fields ?? []) {
    const edit = /^approval\.edits\[(\d+)](?:\.(\w+))?/.exec(key);
    const made = bench.given && rows.map(one => one.read());
    const limit = /^(?:approval\.limits\.|步骤 )([\w-]+)/.exec(key);
    const duration = /^approval\.durations\.([^.]+)/.exec(key);
    const place = edit ? Number(edit[1])
      : limit ? made.findIndex(one => one.edit === 'setLimit' && one.step === limit[1])
        : duration ? made.findIndex(one => one.edit === 'setDuration' && one.task === duration[1]) : -1;
    if (rows[place]) {
      rows[place].refuse(edit?.[2] ?? (limit ? 'limit' : 'distribution'), reason);
      placed += 1;
    } else if (inputs.refuse(key, reason)) {
      placed += 1;
    }
  }
  if (placed > 0) at('#refusal').textContent = '没有开始试算：标红处须改正。';
}

function clearRefusals() {
  at('#refusal').textContent = '';
  document.querySelectorAll('.why').forEach(one => one.remove());
  document.querySelectorAll('.refused').forEach(one => one.classList.remove('refused'));
}

// ---- running

async function run() {
  clearRefusals();
  at('#run').disabled = true;
  try {
    const body = JSON.stringify({service: bench.service, name: at('#name').value, scenario: scenario()});
    watch(await ask('', {method: 'POST', body}));
  } catch (failure) {
    refuse(failure);
  } finally {
    at('#run').disabled = false;
  }
}

function watch(entry) {
  running = entry.id;
  at('#running').hidden = false;
  at('#result').hidden = true;
  at('#running').scrollIntoView({block: 'center'});
  follow(entry);
}

async function follow(entry) {
  if (running !== entry.id) return;
  if (entry.state === 'WAITING' || entry.state === 'RUNNING') {
    at('#phase').textContent = entry.state === 'WAITING'
      ? `在排队，前面还有 ${entry.ahead} 个。` : `${entry.phase}：第 ${entry.done} 次重复，共 ${entry.of} 次。`;
    at('#progress').max = entry.of || 1;
    at('#progress').value = entry.done;
    setTimeout(() => attempt(async () => follow(await ask(`/${entry.id}`))), POLL_MILLIS);
    return;
  }
  running = null;
  at('#running').hidden = true;
  await list();
  if (entry.state === 'DONE') {
    await look(entry.id);
  } else {
    at('#refusal').textContent = entry.failure;
  }
}

async function cancel() {
  const id = running;
  running = null;
  at('#running').hidden = true;
  await send(`/${id}`, {method: 'DELETE'});
  await list();
}

// ---- results

const WORDS = {WAITING: '排队中', RUNNING: '试算中', FAILED: '没有结果'};

async function list() {
  const all = await ask('');
  at('#mine').hidden = all.length === 0;
  at('#experiments').replaceChildren(...all.map(one => node('li', [
    `${time(one.createdAt)} ${one.name}（${one.serviceName}）`,
    one.failure ? `：${one.failure}` : WORDS[one.state] ? ` · ${WORDS[one.state]}` : '', ' ',
    one.state === 'DONE' ? button('查看', () => attempt(() => look(one.id))) : null, ' ',
    button(WORDS[one.state] && !one.failure ? '取消' : '删除', () => attempt(async () => {
      await send(`/${one.id}`, {method: 'DELETE'});
      if (running === one.id) {
        running = null;
        at('#running').hidden = true;
      }
      await list();
    }))])));
}

async function look(id) {
  await result(await ask(`/${id}/file`));
}

async function result(file) {
  await show(file, at('#result'), one => attempt(() => reuse(one)));
  at('#result').scrollIntoView();
}

async function reuse(file) {
  if (!services.some(one => one.id === file.head.service)) {
    throw new Error(`这里没有事项 ${file.head.service}，只能查看结果。`);
  }
  at('#service').value = file.head.service;
  at('#jurisdiction').value = file.scenario.approval?.jurisdiction ?? at('#jurisdiction').value;
  offerBaselines();
  await take(file.head.service, at('#jurisdiction').value, null, structuredClone(file.scenario));
  at('#bench').scrollIntoView();
}

/** A file handed over: a whole experiment, or a scenario alone. */
async function opened(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch (malformed) {
    throw new Error(`这不是有效的 JSON 文件：${malformed.message}`);
  }
  if (file?.head?.format === 'onewindow-experiment' && file.result && file.scenario) {
    await result(file);
  } else if (file && typeof file === 'object' && !Array.isArray(file) && !file.head) {
    if (!bench) throw new Error('这是一个情景文件：请先选事项和辖区并“取现状”，再打开它。');
    adopt(file);
    load();
  } else {
    throw new Error('这不是本实验室的文件：应为“下载文件”得到的 JSON，或一个情景。');
  }
}

// ---- the page

at('#sign-in').addEventListener('submit', event => {
  event.preventDefault();
  signedInAs(event.target.user.value, event.target.password.value);
  attempt(begin);
});
hears(at('#sign-in'));
at('#service').addEventListener('change', offerBaselines);
at('#jurisdiction').addEventListener('change', offerBaselines);
at('#choice').addEventListener('submit', event => {
  event.preventDefault();
  attempt(async () => {
    const [asked] = event.target.getElementsByTagName('button');
    asked.disabled = true;
    asked.textContent = '正在取现状…';
    try {
      await take(at('#service').value, at('#jurisdiction').value, at('#baseline').value);
    } finally {
      asked.disabled = false;
      asked.textContent = '取现状';
    }
  });
});
at('#bench-process').addEventListener('change', () => attempt(draw));
at('#add-edit').addEventListener('click', () => add({edit: at('#new-edit').value}));
at('#run').addEventListener('click', () => attempt(run));
at('#cancel').addEventListener('click', () => attempt(cancel));
at('#advanced').addEventListener('toggle', () => {
  if (at('#advanced').open) at('#scenario').value = JSON.stringify(scenario(), null, 2);
});
at('#use-scenario').addEventListener('click', () => attempt(() => {
  clearRefusals();
  let given;
  try {
    given = JSON.parse(at('#scenario').value);
  } catch (malformed) {
    throw new Refused({detail: `情景文件不是有效的 JSON：${malformed.message}`});
  }
  adopt(given);
  load();
}));
at('#open').addEventListener('change', event => attempt(async () => {
  const [file] = event.target.files;
  if (file) await opened(await file.text());
  event.target.value = '';
}));
steps.climb(1);
