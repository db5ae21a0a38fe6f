// The applicant's page: asks for the query code, shows the case, lets the applicant supply what is
// missing and rate the service. The code is sent once, in a request's body, and kept nowhere.

import {diagram} from './diagram.js';
import {time} from './nodes.js';
import {clock, papers, rating, summary, supplement} from './parts.js';

const REFRESH_MILLIS = 60000;

const at = selector => document.querySelector(selector);
const ask = at('#ask');
let receiptNo = window.location.pathname.split('/')[2] ?? '';

async function request(path, options = {}) {
  const answer = await fetch(`/progress/${receiptNo}/${path}`, {credentials: 'same-origin', ...options});
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  const content = isJson ? await answer.json() : null;
  if (!answer.ok) {
    throw Object.assign(new Error(content?.detail ?? '请求没有成功，请稍后再试。'), {status: answer.status});
  }
  return content;
}

function post(path, body) {
  return request(path, {
    method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)
  });
}

/** A part is there when it has something to say. */
function fill(selector, content) {
  at(selector).hidden = !content;
  at(selector).replaceChildren(...(content ?? []));
}

function show(view) {
  ask.hidden = true;
  at('#case').hidden = false;
  at('#headline').textContent = `${view.service} · ${view.stateName}`;
  at('#summary').replaceChildren(...summary(view));
  at('#diagram').replaceChildren(diagram(view.phases));
  fill('#clock', view.clock && clock(view));
  fill('#supplement', view.supplement && supplement(view.supplement, acts));
  at('#supplement').classList.toggle('urgent', Boolean(view.supplement?.open));
  fill('#papers', papers(view));
  fill('#rating', view.rating && rating(view.rating, acts));
  at('#as-of').textContent = `截至 ${time(view.asOf)}`;
}

function askForCode() {
  at('#case').hidden = true;
  ask.hidden = false;
  ask.receiptNo.value = receiptNo;
  ask.receiptNo.readOnly = receiptNo !== '';
  (receiptNo ? ask.code : ask.receiptNo).focus();
}

async function attempt(deed) {
  at('#problem').textContent = '';
  try {
    await deed();
  } catch (failure) {
    if (failure.status === 401) {
      askForCode();
    }
    at('#problem').textContent = failure.message;
    at('#problem').scrollIntoView({block: 'center'});
  }
}

const acts = {
  upload: (material, file) => attempt(async () => {
    const body = new FormData();
    body.append('material', material);
    body.append('file', file);
    show(await request('materials', {method: 'POST', body}));
  }),
  supplement: note => attempt(async () => show(await post('supplement', {note}))),
  rate: (grade, remark) => attempt(async () => show(await post('rating', {grade, remark})))
};

ask.addEventListener('submit', event => {
  event.preventDefault();
  attempt(async () => {
    receiptNo = ask.receiptNo.value.trim();
    const code = ask.code.value;
    await post('session', {code});
    ask.code.value = '';
    history.replaceState(null, '', `/progress/${receiptNo}`);
    show(await request('data'));
  });
});

/** Not while the applicant is filling in something. */
async function refresh() {
  const writing = at('#case').hidden
    || [...document.querySelectorAll('#case textarea, #case input')]
      .some(field => field.type === 'radio' ? field.checked : field.value !== '');
  if (!writing && !document.hidden) {
    await attempt(async () => {
      const unfolded = at('#clock details')?.open;
      show(await request('data'));
      if (unfolded) at('#clock details').open = true;
    });
  }
}

if (receiptNo === '') {
  askForCode();
} else {
  try {
    show(await request('data'));
  } catch (failure) {
    askForCode();
    at('#problem').textContent = failure.status === 401 ? '' : failure.message;
  }
}
setInterval(refresh, REFRESH_MILLIS);
