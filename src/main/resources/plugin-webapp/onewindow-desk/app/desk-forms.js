// Parts of the dialogs: fields with room for their refusal, and a dialog that keeps what was typed
// when the server refuses it.

import {element} from '../../../onewindow/static/app/task-clock-text.js';

export {element, moment} from '../../../onewindow/static/app/task-clock-text.js';

let numbers = 0;

export function button(label, className) {
  const node = element('button', `btn ${className}`, label);
  node.type = 'button';
  return node;
}

/** A labelled field; {@code key} is what the server calls it. */
export function field(key, label, input, hint) {
  input.id = `onewindow-desk-${key}-${++numbers}`;
  input.name = key;
  input.classList.add('form-control');
  const caption = element('label', null, label);
  caption.htmlFor = input.id;
  const refusal = element('div', 'onewindow-refusal');
  refusal.dataset.key = key;
  refusal.id = `${input.id}-refusal`;
  input.setAttribute('aria-describedby', refusal.id);
  return element('div', 'form-group', caption, input,
    hint ? element('small', 'onewindow-hint', hint) : null, refusal);
}

export function area() {
  const input = element('textarea');
  input.rows = 3;
  input.maxLength = 1000;
  return input;
}

/** A list to pick one of; options are pairs of value and text. */
export function picks(options, empty) {
  const input = element('select');
  if (empty !== null) {
    input.append(new Option(empty ?? '请选择', ''));
  }
  options.forEach(([value, text]) => input.append(new Option(text, value)));
  return input;
}

/** A list of boxes to tick; {@code chosen()} gives the ticked values in the order they were ticked. */
export function ticks(key, label, options, hint) {
  const order = [];
  const boxes = options.map(([value, text]) => {
    const box = element('input');
    box.type = 'checkbox';
    box.value = value;
    box.onchange = () => {
      if (box.checked) {
        order.push(value);
      } else {
        order.splice(order.indexOf(value), 1);
      }
    };
    return element('label', 'onewindow-tick', box, ` ${text}`);
  });
  const refusal = element('div', 'onewindow-refusal');
  refusal.dataset.key = key;
  const node = element('fieldset', 'form-group', element('legend', null, label),
    element('div', 'onewindow-ticks', ...boxes),
    hint ? element('small', 'onewindow-hint', hint) : null, refusal);
  return {node, chosen: () => [...order], boxes};
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

/**
 * A dialog with one thing to do.
 *
 * @param warning what cannot be undone; has to be ticked before the button works
 * @param send does it; answers what was refused, or null when it was done
 */
export function ask({title, text, fields, press, warning, send}) {
  const dialog = element('dialog', 'onewindow-dialog');
  const general = element('div', 'onewindow-refusal');
  general.dataset.key = '';
  general.setAttribute('role', 'alert');
  const sure = element('input');
  sure.type = 'checkbox';
  const go = button(press, warning ? 'btn-danger' : 'btn-primary');
  const back = button('取消', 'btn-default');
  const consent = warning
    ? element('div', 'onewindow-warning', element('p', null, warning),
      element('label', 'onewindow-tick', sure, ' 我已知晓，确定办理'))
    : null;
  go.disabled = Boolean(warning);
  sure.onchange = () => {
    go.disabled = !sure.checked;
  };
  const form = element('form', null, element('h4', null, title),
    text ? element('p', 'onewindow-hint', text) : null, ...fields, consent, general,
    element('div', 'onewindow-buttons', go, back));
  form.onsubmit = event => event.preventDefault();
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  back.onclick = close;
  dialog.oncancel = close;
  go.onclick = async () => {
    go.disabled = true;
    refuse(form, null);
    const problem = await send();
    if (problem) {
      refuse(form, problem);
      go.disabled = false;
    } else {
      close();
    }
  };
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  (form.querySelector('select, textarea, input[type=text], input[type=date]') ?? go).focus();
}

/** A table; rows are arrays of texts or nodes. */
export function table(heads, rows) {
  return element('table', 'table table-condensed onewindow-list',
    element('thead', null, element('tr', null, ...heads.map(head => element('th', null, head)))),
    element('tbody', null, ...rows.map(cells =>
      element('tr', null, ...cells.map(cell => element('td', null, cell ?? ''))))));
}
