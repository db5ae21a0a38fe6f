// What clerks do in the tab 材料: hand in, commit, defer, verify by sharing, fulfil, take back.

import {element} from './task-clock-text.js';

let numbers = 0;

/** What each act is called and what it asks for. */
const ACTS = {
  submission: {label: '收到纸质件', fields: [['note', '说明', '例如“原件一份，已核对”，可不填', false]]},
  commitment: {
    label: '承诺',
    fields: [
      ['statement', '承诺内容', '须向申请人说明后由其确认', true],
      ['signedBy', '承诺人', '签署人姓名', true]
    ]
  },
  deferral: {label: '容缺', fields: [['reason', '容缺理由', '写明为何暂缺、何时补交', true]]},
  sharing: {label: '共享核验', fields: [['found', '核验结果', '例如“省电子证照库核验一致”', true]]},
  fulfilment: {label: '补交纸质件', fields: [['note', '说明', '可不填', false]]},
  reversal: {label: '撤回', fields: [], sure: '撤回后回到待提交，已上传的文件一并撤回。'}
};
const LONG = new Set(['statement', 'reason']);

function button(label, className) {
  const node = element('button', `btn ${className}`, label);
  node.type = 'button';
  return node;
}

/** A labelled field with room for its refusal. */
function field([key, label, hint, required], value) {
  const input = element(LONG.has(key) ? 'textarea' : 'input', 'form-control');
  if (LONG.has(key)) {
    input.rows = 3;
  }
  input.id = `onewindow-material-${key}-${++numbers}`;
  input.name = key;
  input.value = value ?? '';
  input.maxLength = key === 'signedBy' ? 50 : 1000;
  input.required = required;
  const caption = element('label', null, required ? `${label} *` : label);
  caption.htmlFor = input.id;
  const refusal = element('div', 'onewindow-refusal');
  refusal.id = `${input.id}-refusal`;
  refusal.dataset.key = key;
  input.setAttribute('aria-describedby', refusal.id);
  return element('div', 'form-group', caption, input, element('small', 'onewindow-hint', hint), refusal);
}

/** Says beside each field why it was refused; what concerns no field is said at the end. */
function refuse(form, problem) {
  let told = false;
  form.querySelectorAll('.onewindow-refusal').forEach(place => {
    const wrong = problem?.fields?.find(one => one.key === place.dataset.key);
    place.textContent = wrong ? `${wrong.label}${wrong.reason}` : '';
    told = told || Boolean(wrong);
  });
  form.lastChild.textContent = problem && !told ? problem.message : '';
}

function order(form) {
  const said = {};
  form.querySelectorAll('input, textarea').forEach(input => {
    said[input.name] = input.value.trim() === '' ? null : input.value;
  });
  return said;
}

function dialog(line, act, post, close) {
  const {label, fields, sure} = ACTS[act];
  const press = button(`确定${label}`, 'btn-primary');
  const back = button('取消', 'btn-default');
  const general = element('div', 'onewindow-refusal');
  general.setAttribute('role', 'alert');
  const form = element('form', 'onewindow-material-form',
    sure ? element('p', null, sure) : null,
    ...fields.map(one => field(one, one[0] === 'statement' ? line.commitmentText : '')),
    element('div', 'onewindow-material-buttons', press, back),
    general);
  back.onclick = close;
  const send = async () => {
    press.disabled = true;
    refuse(form, null);
    const problem = await post(`${line.materialId}/${act}`, order(form));
    if (problem) {
      refuse(form, problem);
      press.disabled = false;
    }
  };
  press.onclick = send;
  form.onsubmit = event => {
    event.preventDefault();
    send();
  };
  return form;
}

/**
 * The acts that are open for one material, one button each; a click asks what the act needs.
 *
 * @param post sends an act; answers what was refused, or null when it was done
 */
export function acts(line, post) {
  const place = element('div', 'onewindow-material-dialog');
  const buttons = line.acts.map(act => {
    const press = button(ACTS[act].label, 'btn-default btn-sm');
    press.onclick = () => {
      place.replaceChildren(dialog(line, act, post, () => place.replaceChildren()));
      place.querySelector('input, textarea, button')?.focus();
    };
    return press;
  });
  return [element('div', 'onewindow-material-acts', ...buttons), place];
}
