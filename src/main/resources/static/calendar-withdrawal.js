// Lists the notices of one hall and lets an administrator take one back: first what that changes and
// a warning, then the confirmation.

import {$, citation, differences, moment, node, problemOf, refusal, row, send} from './calendar-parts.js';

const form = $('#withdrawal');
const confirm = $('#withdraw');
let path = null;
let done = null;
let previewed = null;

function today() {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Shanghai'}).format(new Date());
}

function close() {
  path = null;
  previewed = null;
  form.hidden = true;
  form.reset();
  $('#withdrawal-answer').replaceChildren();
}

function open(place, notice) {
  close();
  $('#withdrawal-done').replaceChildren();
  path = `api/v1/calendars/${encodeURIComponent(place)}/notices/${encodeURIComponent(notice.id)}/withdrawal`;
  $('#withdrawn').textContent = `${notice.kind}：${notice.number}《${notice.title}》`;
  form.elements.from.value = today();
  confirm.disabled = true;
  form.hidden = false;
  form.elements.reason.focus();
}

function act(place, notice) {
  if (notice.withdrawal) {
    const {effectiveFrom, reason, at} = notice.withdrawal;
    return node('span', `已自 ${effectiveFrom} 起撤回：${reason}（${moment(at)}）`);
  }
  const button = node('button', '撤回…');
  button.type = 'button';
  button.addEventListener('click', () => open(place, notice));
  return button;
}

/** Shows the notices; afterwards what to do once one was withdrawn. */
export function showNotices(hall, notices, afterwards) {
  close();
  done = afterwards;
  $('#local').replaceChildren(...notices.map(one =>
    row(one.kind, citation(one), one.effectiveFrom ?? '', moment(one.loadedAt),
      act(hall.jurisdiction, one))));
  if (notices.length === 0) {
    $('#local').append(row('没有，全部按全国日历', '', '', '', ''));
  }
}

async function asked(suffix, body, then) {
  const buttons = [...form.querySelectorAll('button')];
  buttons.forEach(button => { button.disabled = true; });
  previewed = null;
  try {
    const answer = await send(form, path + suffix, body);
    if (answer.ok) {
      await then(await answer.json());
    } else {
      $('#withdrawal-answer').replaceChildren(
        refusal(await problemOf(answer), '没有撤回，已填写的内容都还在：'));
    }
  } catch (failed) {
    $('#withdrawal-answer').replaceChildren(
      node('p', `没有连上系统，请重试。已填写的内容都还在。（${failed.message}）`, 'refused'));
  } finally {
    buttons.forEach(button => { button.disabled = false; });
    confirm.disabled = previewed === null;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const body = {effectiveFrom: form.elements.from.value || null, reason: form.elements.reason.value};
  asked('/preview', body, ({changes}) => {
    previewed = body;
    $('#withdrawal-answer').replaceChildren(
      node('p', '请注意：撤回后，上述日期起不再按这份通知计算，新收办件立即按撤回后的日历；在办件的期限不会自动改变，须到“重新计算期限”页预览、执行。撤回不能取消，只能重新载入通知。核对无误后按“确认撤回”。', 'refused'),
      differences(changes, '撤回后', '撤回不改变任何一天（另有通知作同样安排）。'));
  });
});

confirm.addEventListener('click', () =>
  asked('', previewed, async outcome => {
    await done();
    const link = node('a', '重新计算期限');
    link.href = 'redating.html';
    const told = node('p', `已撤回${outcome.citation}，改变 ${outcome.changes.length} 处。受影响的在办件见`, 'accepted');
    told.append(link, '。');
    $('#withdrawal-done').replaceChildren(told);
  }));

/** What was previewed is what may be confirmed. */
form.addEventListener('input', event => {
  if (!['user', 'password'].includes(event.target.name)) {
    previewed = null;
    confirm.disabled = true;
  }
});

$('#withdrawal-cancel').addEventListener('click', close);
