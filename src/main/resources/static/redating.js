// Lets an administrator preview, apply, stop and continue a re-dating. User and password stay in
// this page's memory and are sent with each request; nothing is stored.

import {ask as askAs, basic, hears} from './sign-in.js';

const API = 'api/v1/redatings';
const POLL_MILLIS = 1000;
const ACTS = {application: ['PREVIEW'], stop: ['APPLYING'], continuation: ['STOPPED']};

const at = selector => document.querySelector(selector);
let authorization = null;
let places = {};
let shown = null;

async function ask(path, body) {
  const answer = await askAs(API + path, authorization, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error(content.detail ?? '请求没有成功。');
  }
  return content;
}

function time(instant) {
  return instant ? instant.slice(0, 16).replace('T', ' ') : '—';
}

function row(line) {
  const node = document.createElement('tr');
  const ended = line.appliedAt && !line.newDue;
  const texts = [
    line.receiptNo ?? '已办结', places[line.jurisdiction] ?? line.jurisdiction, line.stepName,
    time(line.oldWarning), ended ? '先行办结' : time(line.newWarning),
    time(line.oldDue), ended ? '先行办结' : time(line.newDue), time(line.appliedAt)];
  for (const text of texts) {
    const cell = document.createElement('td');
    cell.textContent = text;
    node.appendChild(cell);
  }
  return node;
}

function counts(run) {
  const c = run.counts;
  const parts = [
    `在办计时 ${c.clocks} 个`, `提前 ${c.earlier}`, `推后 ${c.later}`,
    `到期不变而预警、依据或暂计标记有变 ${c.otherwise}`, `不变 ${c.unchanged}`];
  if (c.newlyOverdue > 0) parts.push(`执行后即超时 ${c.newlyOverdue}`);
  if (c.takenBack > 0) parts.push(`已亮红灯、按新期限尚未到期 ${c.takenBack}（撤回红灯，督办任务保留，请督办人员据实办结）`);
  if (c.unknown > 0) parts.push(`无法重新计算、保持原期限 ${c.unknown}`);
  return `${parts.join('，')}。`;
}

function about(run) {
  const by = run.byItself ? `${run.createdBy ?? '新版本'} 载入通知，系统` : run.createdBy ?? '系统';
  const parts = [`${run.reason}（${run.jurisdictions.map(id => places[id] ?? id).join('、')}），${by} ${time(run.createdAt)} 预览`];
  if (run.appliedAt) parts.push(`${run.byItself ? '系统自动' : run.appliedBy ?? '系统'} ${time(run.appliedAt)} 执行`);
  if (run.finishedAt) parts.push(`${time(run.finishedAt)} 完成`);
  if (run.state === 'STOPPED') parts.push('受影响办件的定时器在继续并完成之前不会触发，请尽快继续');
  if (run.failure) parts.push(run.failure);
  return `${parts.join('；')}。`.replace('。。', '。');
}

function show(run) {
  shown = run;
  at('#run').hidden = false;
  at('#state').textContent = run.stateText;
  at('#about').textContent = about(run);
  at('#counts').textContent = counts(run);
  at('#progress').max = Math.max(1, run.total);
  at('#progress').value = run.state === 'DONE' ? Math.max(1, run.total) : run.done;
  at('#done').textContent = `${run.done} / ${run.total} 件`;
  for (const [act, states] of Object.entries(ACTS)) {
    at(`#${act}`).disabled = !states.includes(run.state);
  }
  at('#run tbody').replaceChildren(...run.lines.map(row));
  if (run.state === 'APPLYING') {
    setTimeout(() => attempt(async () => {
      if (shown.id === run.id) show(await ask(`/${run.id}`));
    }), POLL_MILLIS);
  }
}

async function attempt(deed) {
  at('#problem').textContent = '';
  try {
    await deed();
  } catch (failure) {
    at('#problem').textContent = failure.message;
  }
}

async function list() {
  const runs = await ask('');
  at('#runs').replaceChildren(new Option('请选择', ''),
    ...runs.map(run => new Option(`${time(run.createdAt)} ${run.reason} · ${run.stateText}`, run.id)));
  return runs;
}

at('#sign-in').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  attempt(async () => {
    authorization = basic(form.user.value, form.password.value);
    const runs = await list();
    form.hidden = true;
    at('#work').hidden = false;
    const open = runs.find(run => run.state === 'APPLYING' || run.state === 'STOPPED');
    if (open) show(await ask(`/${open.id}`));
  });
});
hears(at('#sign-in'));

at('#preview').addEventListener('submit', event => {
  event.preventDefault();
  const {place, reason} = event.target;
  attempt(async () => {
    show(await ask('', {jurisdictions: place.value ? [place.value] : [], reason: reason.value}));
    await list();
  });
});

at('#runs').addEventListener('change', event => attempt(async () => {
  if (event.target.value) show(await ask(`/${event.target.value}`));
}));

for (const act of Object.keys(ACTS)) {
  at(`#${act}`).addEventListener('click', () => attempt(async () => show(await ask(`/${shown.id}/${act}`, {}))));
}

const {jurisdictions} = await (await fetch('api/v1/landing')).json();
places = Object.fromEntries(jurisdictions.map(one => [one.id, one.name]));
at('#preview').place.append(...jurisdictions.map(one => new Option(one.name, one.id)));
