// What officers do in the tab 时限: stop the clocks, set them going again, extend the law's limit.

import {element, moment} from './task-clock-text.js';

let numbers = 0;

/** A labelled field with room for its refusal. */
function field(key, label, input, hint) {
  input.id = `onewindow-${key}-${++numbers}`;
  input.name = key;
  input.classList.add('form-control');
  const caption = element('label', null, label);
  caption.htmlFor = input.id;
  const refusal = element('div', 'onewindow-refusal');
  refusal.id = `${input.id}-refusal`;
  refusal.dataset.key = key;
  input.setAttribute('aria-describedby', refusal.id);
  const note = hint ? element('small', 'onewindow-hint', hint) : null;
  return element('div', 'form-group', caption, input, note, refusal);
}

function textInput(longest) {
  const input = element('input');
  input.type = 'text';
  input.maxLength = longest;
  return input;
}

function textArea() {
  const area = element('textarea');
  area.rows = 2;
  area.maxLength = 1000;
  return area;
}

function button(label, className) {
  const node = element('button', `btn ${className}`, label);
  node.type = 'button';
  return node;
}

/** Says beside each field why it was refused; what concerns no field is said at the end. */
function refuse(form, problem) {
  let told = false;
  form.querySelectorAll('.onewindow-refusal').forEach(place => {
    const wrong = problem?.fields?.find(one => one.key === place.dataset.key);
    place.textContent = wrong ? `${wrong.label}${wrong.reason}` : '';
    told = told || Boolean(wrong);
  });
  form.querySelector('.onewindow-refusal[data-key=""]').textContent =
    problem && !told ? problem.message : '';
}

function general() {
  const place = element('div', 'onewindow-refusal');
  place.dataset.key = '';
  place.setAttribute('role', 'alert');
  return place;
}

/** Sends what the form says; on refusal everything typed stays. */
function sending(form, send, press) {
  return async () => {
    press.disabled = true;
    refuse(form, null);
    const problem = await send();
    if (problem) {
      refuse(form, problem);
      press.disabled = false;
    }
  };
}

function folded(title, form) {
  return element('details', 'onewindow-act', element('summary', null, title), form);
}

function pausing(choice, post) {
  const kinds = element('select');
  kinds.append(new Option('请选择', ''));
  choice.pauseKinds.forEach(kind => kinds.append(new Option(`${kind.label}（${kind.basis}）`, kind.code)));
  const notice = textInput(64);
  const reason = textArea();
  const press = button('停表', 'btn-primary');
  const form = element('form', null,
    field('kind', '停表事由', kinds, '所需时间不计入办理时限，多次停表重叠的时间只计一次'),
    field('noticeNo', '通知书编号', notice, '停表须书面告知申请人'),
    field('reason', '停表理由', reason),
    general(),
    press);
  form.onsubmit = event => event.preventDefault();
  press.onclick = sending(form,
    () => post('pauses', {kind: kinds.value, noticeNo: notice.value, reason: reason.value}), press);
  return folded('停表', form);
}

function resuming(pause, post) {
  const press = button('恢复计时', 'btn-primary');
  const form = element('form', 'onewindow-pause',
    element('span', null,
      `停表中：${pause.kind}，自 ${moment(pause.since)}（通知书 ${pause.noticeNo}，经办 ${pause.by}）：${pause.reason}`),
    press,
    general());
  form.onsubmit = event => event.preventDefault();
  press.onclick = sending(form, () => post(`pauses/${pause.id}/resumption`, {}), press);
  return form;
}

function extending(choice, post) {
  const units = element('input');
  units.type = 'number';
  units.min = 1;
  units.max = choice.longestExtension;
  units.value = choice.longestExtension;
  const reason = textArea();
  const first = button('延期…', 'btn-primary');
  const sure = button('确定延期', 'btn-danger');
  const back = button('不延期', 'btn-default');
  const question = element('div', 'onewindow-sure', '', sure, back);
  question.hidden = true;
  const form = element('form', null,
    field('units', '延长工作日数', units,
      `${choice.extensionArticle}：经${choice.extensionBy}批准，最多 ${choice.longestExtension} 个工作日；对外承诺不因此改变`),
    field('reason', '延期理由', reason, '须告知申请人'),
    general(),
    first,
    question);
  form.onsubmit = event => event.preventDefault();
  first.onclick = () => {
    question.firstChild.textContent =
      `延期每件只能办理一次，办理后不能撤销。确定将法定时限延长 ${units.value || '?'} 个工作日吗？`;
    question.hidden = false;
    first.hidden = true;
  };
  back.onclick = () => {
    question.hidden = true;
    first.hidden = false;
  };
  const send = sending(form,
    () => post('extension', {units: Number(units.value) || 0, reason: reason.value}), sure);
  sure.onclick = async () => {
    await send();
    back.onclick();
  };
  return folded('延期', form);
}

/**
 * The acts the reader may do now; nothing for all others.
 *
 * @param post sends an act; answers what was refused, or null when it was done
 */
export function acts(choice, post) {
  const all = element('section', 'onewindow-acts', ...choice.resumable.map(one => resuming(one, post)));
  if (choice.pauseKinds.length > 0) {
    all.append(pausing(choice, post));
  }
  if (choice.longestExtension > 0) {
    all.append(extending(choice, post));
  }
  return all;
}
