// Shows what one jurisdiction promises, with the words it comes from.

import {CATEGORIES, SERVICES, STEPS} from './limit-words.js';

const UNITS = {
  WORKING_DAY: n => `${n} 个工作日`, CALENDAR_DAY: n => `${n} 日`, OFFICE_HOUR: n => `${n} 小时`,
  OFFICE_MINUTE: n => `${n} 分钟`, MONTH: n => `${n} 个月`, NEXT_DAY: () => '次日',
  IMMEDIATE: () => '即时', FIXED_DATE: n => `每年固定日期（${n}）`, DAYS_BEFORE: n => `提前 ${n} 日`
};

const place = document.querySelector('#place');
const body = document.querySelector('tbody');

function amount(limit) {
  return limit && limit.unit ? UNITS[limit.unit](limit.value) : '方案未定数值';
}

function cell(text) {
  const node = document.createElement('td');
  node.textContent = text;
  return node;
}

function source(limit, names) {
  const node = document.createElement('td');
  if (limit.promiseId) {
    const inherited = limit.inheritedFrom ? `（沿用${names[limit.inheritedFrom]}的承诺）` : '';
    node.textContent = `${limit.document} ${limit.clause}${inherited}`;
    const quote = document.createElement('blockquote');
    quote.textContent = `“${limit.quote}”`;
    node.appendChild(quote);
  } else if (limit.statutory) {
    node.textContent = limit.statutory.source;
  }
  return node;
}

function row(limit, names) {
  const node = document.createElement('tr');
  node.append(
    cell(`${SERVICES[limit.service] ?? limit.service} · ${STEPS[limit.step] ?? limit.step}`),
    cell(limit.category ? CATEGORIES[limit.category] ?? limit.category : '全部'),
    cell(amount(limit)),
    cell(limit.statutory ? amount(limit.statutory) : '—'),
    source(limit, names));
  return node;
}

async function show(names) {
  const answer = await fetch(`api/v1/limits?jurisdiction=${encodeURIComponent(place.value)}`);
  const limits = await answer.json();
  body.replaceChildren(...limits.map(limit => row(limit, names)));
}

const {jurisdictions} = await (await fetch('api/v1/landing')).json();
const names = Object.fromEntries(jurisdictions.map(one => [one.id, one.name]));
place.append(...jurisdictions.map(one => new Option(one.name, one.id)));
place.addEventListener('change', () => show(names));
await show(names);
