// Shows each jurisdiction's calendar and lets an administrator load a notice: first the differences,
// then the confirmation. Nothing typed is lost when something is refused.

import {$, differences, moment, node, citation, problemOf, refusal, row, send} from './calendar-parts.js';
import {showNotices} from './calendar-withdrawal.js';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const FIELDS = ['csv', 'number', 'title', 'url', 'jurisdiction', 'effectiveFrom'];
const COUNT_FROM = {
  NEXT_OPENING: '办公时间外收到的，自下一个办公时间起生效，生效当日不计入。',
  DAY_OF_RECEIPT: '按日、按月的期限自收到当日起算，当日不计入，休息日收到的也一样。'
};

const place = $('#place');
const form = $('#load');
let halls = [];
let year = new Date().getFullYear();
let previewed = null;

function hall() {
  return halls.find(one => one.jurisdiction === place.value);
}

function showYears() {
  $('#years').replaceChildren(...hall().years.map(one => {
    const button = node('button', `${one.year} `);
    button.type = 'button';
    button.ariaPressed = String(one.year === year);
    if (!one.published) {
      button.append(node('span', '暂计', 'estimated'));
    }
    button.addEventListener('click', () => {
      year = one.year;
      show();
    });
    return button;
  }));
  const chosen = hall().years.find(one => one.year === year);
  if (chosen.published) {
    $('#source').replaceChildren('依据：', citation(chosen), `（载入：${moment(chosen.loadedAt)}）`);
  } else {
    $('#source').replaceChildren(node('span', '暂计', 'estimated'),
      ` ${year} 年的放假安排尚未载入，涉及本年的时限都是暂计的，载入通知后重新计算。`);
  }
}

function mark(day, weekend) {
  if (day.workday) {
    return day.named ? ['worked', '班'] : ['', ''];
  }
  return day.named ? ['off', '休'] : [weekend ? 'weekend' : 'off', ''];
}

function cell(day, weekday) {
  const [className, sign] = mark(day, weekday > 4);
  const td = node('td', String(Number(day.date.slice(8))), className);
  td.title = `${day.date} ${day.why}${day.hours ? `，${day.hours}` : ''}`;
  td.append(node('small', sign));
  return td;
}

function month(number, days) {
  const table = document.createElement('table');
  table.createCaption().textContent = `${year} 年 ${number} 月`;
  const head = table.createTHead().insertRow();
  head.append(...WEEKDAYS.map(name => node('th', name)));
  let line = table.createTBody().insertRow();
  const first = (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7;
  line.append(...Array.from({length: first}, () => node('td')));
  days.forEach((day, index) => {
    const weekday = (first + index) % 7;
    if (weekday === 0 && index > 0) {
      line = table.tBodies[0].insertRow();
    }
    line.append(cell(day, weekday));
  });
  while (line.cells.length < 7) {
    line.append(node('td'));
  }
  return table;
}

async function showMonths() {
  const answer = await fetch(`api/v1/calendars/${encodeURIComponent(place.value)}/${year}`);
  const {days} = await answer.json();
  const months = Array.from({length: 12}, (_, index) =>
    month(index + 1, days.filter(day => Number(day.date.slice(5, 7)) === index + 1)));
  $('#months').replaceChildren(...months);
}

function showLocal() {
  const {officeHours, notices, countFrom} = hall();
  $('#hours').replaceChildren(...officeHours.map(one => row(one.from ?? '一直', one.sessions)));
  $('#count-from').textContent = COUNT_FROM[countFrom];
  showNotices(hall(), notices, refresh);
}

async function show() {
  showYears();
  showLocal();
  await showMonths();
}

async function refresh() {
  halls = await (await fetch('api/v1/calendars')).json();
  if (!hall().years.some(one => one.year === year)) {
    year = hall().years[0].year;
  }
  await show();
}

// --- loading a notice ---

function upload() {
  const fields = Object.fromEntries(FIELDS.map(name => [name, form.elements[name].value || null]));
  return {...fields, replace: form.elements.replace.checked};
}

function markInvalid(keys) {
  for (const name of FIELDS) {
    form.elements[name].ariaInvalid = String(keys.includes(name));
  }
}

/** Puts the cursor on the refused line. */
function selectLine(number) {
  const text = form.elements.csv;
  const before = text.value.split('\n').slice(0, number - 1).join('\n').length;
  const from = number > 1 ? before + 1 : 0;
  const end = text.value.indexOf('\n', from);
  text.focus();
  text.setSelectionRange(from, end < 0 ? text.value.length : end);
}

async function showRefusal(answer) {
  const problem = await problemOf(answer);
  const keys = (problem.fields ?? []).map(field => field.key);
  $('#answer').replaceChildren(refusal(problem, '没有载入，已填写的内容都还在：'));
  const line = keys.find(key => key.startsWith('csv:'));
  markInvalid(line ? [...keys, 'csv'] : keys);
  if (line) {
    selectLine(Number(line.slice(4)));
  }
}

function showOutcome(outcome, sentence, className) {
  const names = outcome.jurisdictions.map(id => halls.find(one => one.jurisdiction === id)?.name ?? id);
  $('#answer').replaceChildren(
    node('p', sentence, className),
    node('p', `${outcome.kind}：${outcome.citation}；适用：${names.join('、')}；改变 ${outcome.changes.length} 处。`),
    ...outcome.replaces.map(old => node('p', `替换：${old}`)),
    ...outcome.remarks.map(remark => node('p', `请注意：${remark}`, 'refused')),
    differences(outcome.changes, '载入后', '与现在的日历没有差别（不再是暂计）。'));
}

async function answered(path, body, then) {
  const buttons = [...form.querySelectorAll('button')];
  buttons.forEach(button => { button.disabled = true; });
  previewed = null;
  try {
    const answer = await send(form, path, body);
    if (answer.ok) {
      markInvalid([]);
      await then(await answer.json());
    } else {
      await showRefusal(answer);
    }
  } catch (failed) {
    $('#answer').replaceChildren(node('p', `没有连上系统，请重试。已填写的内容都还在。（${failed.message}）`, 'refused'));
  } finally {
    buttons[0].disabled = false;
    $('#confirm').disabled = previewed === null;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const body = upload();
  answered('api/v1/calendars/preview', body, outcome => {
    previewed = body;
    showOutcome(outcome, '以下是预览，尚未载入。核对无误后按“确认载入”。', 'accepted');
  });
});
// before, what is typed would have gone into the address
form.querySelector('button').disabled = false;

$('#confirm').addEventListener('click', () =>
  answered('api/v1/calendars', previewed, async outcome => {
    const cases = outcome.year && outcome.replaces.length === 0 ? '暂计的在办件期限自动重新计算。' : '在办件的期限须到“重新计算期限”页预览、执行。';
    showOutcome(outcome, `已载入，涉及的时限按新日历计算；${cases}`, 'accepted');
    year = outcome.year ?? year;
    await refresh();
  }));

/** What was previewed is what may be confirmed. */
form.addEventListener('input', event => {
  if (!['user', 'password'].includes(event.target.name)) {
    previewed = null;
    $('#confirm').disabled = true;
  }
});

/** Spreadsheets save UTF-8 or GB 18030. */
function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

$('#file').addEventListener('change', async event => {
  const [file] = event.target.files;
  if (file) {
    form.elements.csv.value = decoded(await file.arrayBuffer());
    form.elements.csv.dispatchEvent(new Event('input', {bubbles: true}));
  }
});

halls = await (await fetch('api/v1/calendars')).json();
place.append(...halls.map(one => new Option(one.name, one.jurisdiction)));
form.elements.jurisdiction.append(...halls.map(one => new Option(one.name, one.jurisdiction)));
place.addEventListener('change', show);
await refresh();
