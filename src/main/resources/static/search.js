// The search for cases, in the session of the web applications. What is looked for never stands in
// the address of this page.

import {atPlatform, hears} from './sign-in.js';

const API = 'camunda/api/tasklist/plugin/onewindow/default/cases';
const TASK = 'camunda/app/tasklist/default/#/?task=';
const SIGN_IN = '请先在任务列表登录，再回到本页查询。';

const at = selector => document.querySelector(selector);
let asked = '';
let page = 0;

async function ask() {
  const answer = await fetch(`${API}?${new URLSearchParams({q: asked, page})}`, {
    credentials: 'same-origin', headers: {Accept: 'application/json'}
  });
  if (answer.status === 401 && atPlatform) {
    location.assign('/sign-in?to=/search.html');
  }
  if (answer.status === 401) {
    throw new Error(SIGN_IN);
  }
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error(content.message ?? content.detail ?? '查询没有成功。');
  }
  return content;
}

function time(instant) {
  return instant.slice(0, 16).replace('T', ' ');
}

function cell(tag, content) {
  const node = document.createElement(tag);
  node.append(content);
  return node;
}

function tasks(found) {
  const list = document.createElement('ul');
  list.className = 'plain';
  for (const task of found.tasks) {
    const link = document.createElement('a');
    link.href = TASK + encodeURIComponent(task.id);
    link.textContent = task.due ? `${task.name}（${time(task.due)} 前）` : task.name;
    list.append(cell('li', link));
  }
  return found.tasks.length ? list : '—';
}

function row(found) {
  const node = document.createElement('tr');
  node.append(
    cell('td', found.receiptNo), cell('td', found.serviceName), cell('td', found.subject),
    cell('td', found.applicant), cell('td', found.jurisdictionName),
    cell('td', time(found.receivedAt)), cell('td', found.stateName), cell('td', tasks(found)));
  return node;
}

function show(result) {
  const none = result.cases.length === 0;
  at('#count').textContent = none
    ? (page === 0 ? '没有查到。请核对输入，或者该办件不在您所在的辖区。' : '没有更多了。')
    : `第 ${page + 1} 页，本页 ${result.cases.length} 件，最近收件的在前。`;
  at('#result').hidden = none && page === 0;
  at('#result tbody').replaceChildren(...result.cases.map(row));
  at('#before').disabled = page === 0;
  at('#after').disabled = !result.more;
}

async function attempt() {
  at('#problem').textContent = '';
  at('#count').textContent = '';
  try {
    show(await ask());
  } catch (failure) {
    at('#result').hidden = true;
    at('#problem').textContent = failure.message;
  }
}

at('#search').addEventListener('submit', event => {
  event.preventDefault();
  asked = event.target.q.value;
  page = 0;
  attempt();
});
hears(at('#search'));

at('#before').addEventListener('click', () => { page -= 1; attempt(); });
at('#after').addEventListener('click', () => { page += 1; attempt(); });
