// The trainer leads the drill, trainees see how they do. User and password stay in this page's
// memory and are sent with each request.

import {choiceNode, drillNode} from './nodes.js';

const API = '../api/v1/drill';
const POLL_MILLIS = 2000;

const at = selector => document.querySelector(selector);
let authorization = null;
let hall = null;

async function ask(path, method = 'GET', body) {
  const answer = await fetch(API + path, {
    method, credentials: 'omit', body: body && JSON.stringify(body),
    headers: {Authorization: authorization, 'Content-Type': 'application/json'}
  });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(content.detail ?? '请求没有成功，请稍后再试。');
  return content;
}

async function attempt(deed) {
  try {
    at('#problem').textContent = '';
    await deed();
  } catch (failure) {
    at('#problem').textContent = failure.message;
  }
}

/** What was refused stays in sight until the next act; only a lost connection is told besides. */
async function poll() {
  try {
    await refresh();
    at('#connection').textContent = '';
  } catch (failure) {
    at('#connection').textContent = failure.message;
  }
}

const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

function showHall(now) {
  hall = now;
  const day = DAYS[new Date(`${now.now.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  at('#clock').textContent = `${now.now.slice(0, 10)} 星期${day} ${now.now.slice(11, 16)}${now.paused ? '（已暂停）' : ''}`;
  at('#pause').textContent = now.paused ? '继续' : '暂停';
  at('#lead').hidden = !now.trainer;
  at('#choice').hidden = !now.trainer;
  if (document.activeElement !== at('#pace')) at('#pace').value = now.workingDayMinutes;
}

function fill(where, nodes, nothing) {
  at(where).replaceChildren(...(nodes.length > 0 ? nodes : [nothing]));
}

async function refresh() {
  showHall(await ask(''));
  const end = hall.trainer ? id => attempt(async () => { await ask(`/runs/${id}/end`, 'POST'); await refresh(); }) : null;
  fill('#running', (await ask('/runs')).map(one => drillNode(one, end)), '现在没有正在进行的练习。');
  fill('#results', (await ask('/results')).map(one => drillNode(one, null)), '还没有成绩。');
}

async function exercises() {
  const all = hall.trainer ? await ask('/exercises') : [];
  at('#exercises').replaceChildren(...all.map(one => choiceNode(one, (exercise, trainee) =>
    attempt(async () => { await ask('/runs', 'POST', {exercise, trainee}); await refresh(); }))));
}

function order(button, deed) {
  at(button).addEventListener('click', () => attempt(async () => { await deed(); await refresh(); }));
}

order('#pause', () => ask(hall.paused ? '/resume' : '/pause', 'POST'));
order('#step', () => ask('/step', 'POST'));
order('#set-pace', () => ask('/pace', 'PUT', {workingDayMinutes: Number(at('#pace').value)}));
at('#reset').addEventListener('click', () => at('#reset-warning').showModal());
at('#reset-warning').addEventListener('close', () => {
  if (at('#reset-warning').returnValue === 'reset') {
    attempt(async () => { await ask('/reset', 'POST'); await refresh(); });
  }
});

at('#sign-in').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  const bytes = new TextEncoder().encode(`${form.user.value}:${form.password.value}`);
  authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  form.password.value = '';
  attempt(async () => {
    await refresh();
    await exercises();
    form.hidden = true;
    at('#work').hidden = false;
    setInterval(poll, POLL_MILLIS);
  });
});
// before, what is typed would have gone into the address
at('#sign-in button').disabled = false;
