// Theory against simulation, live.

import {hears} from '../sign-in.js';
import {ask, send, signedInAs} from './api.js';
import {at, node} from './nodes.js';
import {length, number, percent} from './words.js';

const POLL_MILLIS = 300;
const WRITE = {s: length, share: percent, cases: number};
const tally = {intervals: 0, covering: 0, runs: 0};

async function attempt(deed) {
  at('#problem').textContent = '';
  try {
    await deed();
  } catch (failure) {
    at('#phase').textContent = '';
    at('#problem').textContent = failure.message;
  }
}

function row(one) {
  const write = WRITE[one.unit];
  return node('tr', [
    node('td', one.name), node('td', write(one.theory)), node('td', write(one.mean)),
    node('td', `[${write(one.low)}，${write(one.high)}]`),
    node('td', one.covers ? '是' : '否', {class: one.covers ? undefined : 'tells'})]);
}

async function follow(entry) {
  if (entry.state === 'FAILED') throw new Error(entry.failure);
  if (entry.state !== 'DONE') {
    at('#phase').textContent = entry.state === 'WAITING'
      ? `在排队，前面还有 ${entry.ahead} 个。` : `第 ${entry.done} 次重复，共 ${entry.of} 次。`;
    setTimeout(() => attempt(async () => follow(await ask(`/${entry.id}`))), POLL_MILLIS);
    return;
  }
  const {result} = await ask(`/${entry.id}/file`);
  await send(`/${entry.id}`, {method: 'DELETE'});
  at('#rows').hidden = false;
  at('#rows tbody').replaceChildren(...result.theory.map(row));
  tally.runs += 1;
  tally.intervals += result.theory.length;
  tally.covering += result.theory.filter(one => one.covers).length;
  at('#phase').textContent = '算完了。';
  at('#tally').textContent =
    `本页共算 ${tally.runs} 遍，${tally.intervals} 个区间中 ${tally.covering} 个盖住理论值`
    + `（${percent(tally.covering / tally.intervals)}）。`;
}

function run() {
  const form = at('#queue');
  const queue = Object.fromEntries([...new FormData(form)]
    .filter(([, value]) => value !== '').map(([key, value]) => [key, Number(value)]));
  attempt(async () => follow(await ask('/self-checks', {method: 'POST', body: JSON.stringify(queue)})));
}

at('#sign-in').addEventListener('submit', event => {
  event.preventDefault();
  signedInAs(event.target.user.value, event.target.password.value);
  attempt(async () => {
    await ask('');
    at('#sign-in').hidden = true;
    at('#work').hidden = false;
  });
});
hears(at('#sign-in'));
at('#queue').addEventListener('submit', event => {
  event.preventDefault();
  run();
});
at('#another').addEventListener('click', () => {
  at('#queue').seed.value = Number(at('#queue').seed.value) + 1;
  run();
});
