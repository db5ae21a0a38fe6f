// Speaks to the server for the page of reports. User and password stay in this page's memory and
// are sent with each request; nothing is stored.

import {ask as askAs, basic} from './sign-in.js';

let authorization = null;

export function signIn(user, password) {
  authorization = basic(user, password);
}

async function send(path, body) {
  const answer = await askAs(`api/v1/${path}`, authorization, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  if (!answer.ok) {
    const problem = await answer.json();
    throw new Error(problem.detail ?? '请求没有成功。');
  }
  return answer;
}

export async function ask(path, body) {
  return (await send(path, body)).json();
}

// hands a file to the browser under the name the server gives it
export async function fetchFile(path) {
  const answer = await send(path);
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition'))?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(name ?? 'onewindow');
  link.click();
  URL.revokeObjectURL(link.href);
}

// what the form says, without what was left empty
export function given(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

export async function attempt(problem, deed) {
  problem.textContent = '';
  try {
    await deed();
  } catch (failure) {
    problem.textContent = failure.message;
  }
}

export function row(cells) {
  const node = document.createElement('tr');
  for (const content of cells) {
    const cell = document.createElement('td');
    cell.append(...[content].flat());
    node.appendChild(cell);
  }
  return node;
}

export function button(text, deed) {
  const node = document.createElement('button');
  node.type = 'button';
  node.textContent = text;
  node.addEventListener('click', deed);
  return node;
}

export function time(instant) {
  return instant ? instant.slice(0, 16).replace('T', ' ') : '—';
}
