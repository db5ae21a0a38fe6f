// Lets an administrator have a month of cases played, in the demo profile only, and shows how far
// it is. User and password stay in this page's memory and are sent with each request.

const API = 'api/v1/demo/month';
const POLL_MILLIS = 1000;
const ENDED = {DONE: '已生成', STOPPED: '已停止，已生成的部分保留', FAILED: '生成中断，已生成的部分保留'};

const at = selector => document.querySelector(selector);
const dialog = at('#month-warning');
const form = dialog.querySelector('form');
let authorization = null;

function basic(user, password) {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

// credentials are omitted so that the browser never asks with a window of its own
async function ask(method) {
  const headers = authorization ? {Authorization: authorization} : {};
  const answer = await fetch(API, {method, credentials: 'omit', headers});
  if (answer.status === 404) return null;
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail ?? '请求没有成功。');
  return content;
}

function day(instant) {
  return instant.slice(0, 10);
}

function minute(instant) {
  return instant.slice(0, 16).replace('T', ' ');
}

function counts(month) {
  const refused = month.refused > 0 ? `，${month.refused} 步被系统拒绝而未办` : '';
  return `收件 ${month.cases} 件，办理 ${month.steps} 步${refused}`;
}

function words(month) {
  if (month.state === 'PLAYING') {
    return `正在办理 ${minute(month.at)} 的事项（${day(month.from)} 至 ${day(month.to)}）：${counts(month)}。`
      + '系统时钟停在过去，其他更改暂不受理。';
  }
  if (month.from === null) return month.message;
  const end = month.state === 'DONE' ? ` ${day(month.from)} 至 ${day(month.to)} 的演示办件` : '';
  const why = month.message ? `：${month.message}` : '';
  return `${ENDED[month.state]}${end}${why}。${counts(month)}。系统时钟已恢复为现在的时间。`.replace('。。', '。');
}

function show(month) {
  const playing = month.state === 'PLAYING';
  const none = month.state === 'NONE';
  at('#month-cases').textContent = month.planned;
  at('#month-play').hidden = !none;
  at('#month-progress').hidden = none;
  at('#month-progress progress').value = month.percent;
  at('#month-percent').textContent = `${month.percent}%`;
  at('#month-state').textContent = none ? '' : words(month);
  at('#month-stop').hidden = !playing || authorization === null;
  if (playing) setTimeout(refresh, POLL_MILLIS);
}

async function refresh() {
  try {
    at('#month-problem').textContent = '';
    show(await ask('GET'));
  } catch (failure) {
    at('#month-problem').textContent = failure.message;
    setTimeout(refresh, POLL_MILLIS);
  }
}

at('#month-play').addEventListener('click', () => {
  at('#month-refusal').textContent = '';
  dialog.showModal();
});

form.addEventListener('submit', async event => {
  if (event.submitter?.value !== 'start') return;
  event.preventDefault();
  at('#month-start').disabled = true;
  try {
    authorization = basic(form.user.value, form.password.value);
    const month = await ask('POST');
    dialog.close();
    show(month);
  } catch (failure) {
    authorization = null;
    at('#month-refusal').textContent = failure.message;
  } finally {
    form.password.value = '';
    at('#month-start').disabled = false;
  }
});

at('#month-stop').addEventListener('click', async () => {
  try {
    await ask('DELETE');
  } catch (failure) {
    at('#month-problem').textContent = failure.message;
  }
});

const month = await ask('GET');
if (month !== null) {
  at('#month').hidden = false;
  show(month);
}
