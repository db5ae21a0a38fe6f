// Monthly reports, event logs and conformance for supervisors.

import {ask, attempt, button, fetchFile, given, row, signIn, time} from './reports-server.js';
import {showConformance} from './reports-conformance.js';
import {hears} from './sign-in.js';

const POLL_MILLIS = 1000;
const at = selector => document.querySelector(selector);
let places = {};
let services = {};

function problemOf(section) {
  return at(`${section} .problem`);
}

function reportRow(report) {
  const download = format => button(format.toUpperCase(), () => attempt(problemOf('#reports'),
    () => fetchFile(`reports/${report.id}/file?format=${format}`)));
  return row([
    report.jurisdictionName, report.month, time(report.madeAt), report.madeBy ?? '系统自动',
    [download('xlsx'), ' ', download('pdf')],
    `XLSX ${report.xlsxSha256.slice(0, 16)}… PDF ${report.pdfSha256.slice(0, 16)}…`]);
}

async function showReports() {
  at('#reports tbody').replaceChildren(...(await ask('reports')).map(reportRow));
}

function logActs(log) {
  const problem = problemOf('#logs');
  if (log.state === 'DONE') {
    return [button('下载', () => attempt(problem, () => fetchFile(`event-logs/${log.id}/file`)))];
  }
  if (['WAITING', 'RUNNING'].includes(log.state)) {
    return [button('取消', () => attempt(problem, async () => {
      await ask(`event-logs/${log.id}/cancellation`, {});
      await showLogs();
    }))];
  }
  return [log.failure ?? '—'];
}

function logProgress(log) {
  const bar = document.createElement('progress');
  bar.max = Math.max(1, log.total);
  bar.value = log.state === 'DONE' ? bar.max : log.done;
  const events = log.events === null ? '' : `，${log.events} 个事件`;
  return [`${log.stateName} ${log.done} / ${log.total} 件${events} `, bar];
}

function logRow(log) {
  return row([
    time(log.requestedAt), log.format, `${log.from ?? '最早'} 至 ${log.to}`,
    log.service ? services[log.service] ?? log.service : '全部',
    log.jurisdictions.map(id => places[id] ?? id).join('、'), logProgress(log), logActs(log)]);
}

async function showLogs() {
  const logs = await ask('event-logs');
  at('#logs tbody').replaceChildren(...logs.map(logRow));
  if (logs.some(log => ['WAITING', 'RUNNING', 'STOPPING'].includes(log.state))) {
    setTimeout(() => attempt(problemOf('#logs'), showLogs), POLL_MILLIS);
  }
}

// in Beijing, whatever this machine thinks
function lastMonth() {
  const [year, month] = new Intl.DateTimeFormat('sv', {timeZone: 'Asia/Shanghai'})
    .format(new Date()).split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

function onSubmit(form, problem, deed) {
  at(form).addEventListener('submit', event => {
    event.preventDefault();
    attempt(problem, () => deed(event.target));
  });
}

async function fillIn() {
  const {jurisdictions} = await (await fetch('api/v1/landing')).json();
  at('#reports [name=month]').value = lastMonth();
  places = Object.fromEntries(jurisdictions.map(place => [place.id, place.name]));
  const options = () => jurisdictions.map(place => new Option(place.name, place.id));
  document.querySelectorAll('#work select[name=jurisdiction]').forEach(select => select.append(...options()));
  const filters = await ask('figures/filters').catch(() => ({services: []}));
  services = Object.fromEntries(filters.services.map(service => [service.key, service.name]));
  at('#services').replaceChildren(...filters.services.map(service => new Option(service.name, service.key)));
}

onSubmit('#sign-in', at('#problem'), async form => {
  const {user, password} = given(form);
  signIn(user, password);
  await showReports();
  await fillIn();
  await showLogs();
  at('#sign-in').hidden = true;
  at('#work').hidden = false;
});
hears(at('#sign-in'));

onSubmit('#reports form', problemOf('#reports'), async form => {
  await ask('reports', given(form));
  await showReports();
});

onSubmit('#logs form', problemOf('#logs'), async form => {
  await ask('event-logs', given(form));
  await showLogs();
});

onSubmit('#conformance form', problemOf('#conformance'),
  form => showConformance(at('#conformance'), given(form), places, 0));
