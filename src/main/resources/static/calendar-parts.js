// What the parts of the calendar page share: making nodes, asking the system, telling an outcome.

import {ask, basic} from './sign-in.js';

export const $ = selector => document.querySelector(selector);

export function node(tag, text = '', className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

export function row(...cells) {
  const made = document.createElement('tr');
  made.append(...cells.map(cell => {
    const td = document.createElement('td');
    td.append(cell);
    return td;
  }));
  return made;
}

export function citation({number, title, url}) {
  const words = `${number}《${title}》`;
  if (!/^https?:\/\//.test(url ?? '')) {
    return node('span', words);
  }
  const link = node('a', words);
  link.href = url;
  link.rel = 'noopener';
  return link;
}

export function moment(text) {
  return text ? text.slice(0, 16).replace('T', ' ') : '随产品提供';
}

/** In the name of whom the form says. */
export function send(form, path, body) {
  const {user, password} = form.elements;
  return ask(path, basic(user.value, password.value), {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body)
  });
}

/** Why something was refused, one line each. */
export function refusal(problem, heading) {
  const box = node('div', '', 'refused');
  box.append(node('b', heading));
  const list = document.createElement('ul');
  const reasons = problem.fields?.map(field => `${field.label}：${field.reason}`) ?? [problem.detail];
  list.append(...reasons.map(reason => node('li', reason)));
  box.append(list);
  return box;
}

/** What the system answered, or that it gave no reason. */
export function problemOf(answer) {
  return answer.json().catch(() => ({detail: '系统没有给出原因，请联系运维人员。'}));
}

/** Day by day, what was and what will be. */
export function differences(changes, after, none) {
  if (changes.length === 0) {
    return node('p', none);
  }
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  head.append(...['日期', '现在', after].map(text => node('th', text)));
  const body = table.createTBody();
  body.append(...changes.map(one => row(one.date, one.before, one.after)));
  return table;
}
