// Small parts every screen of the supervisor is made of.

import {element} from '../../../../../tasklist/plugin/onewindow/static/app/task-clock-text.js';
import {dayOf} from './days.js';

export {element, moment} from
  '../../../../../tasklist/plugin/onewindow/static/app/task-clock-text.js';

/** A button that does something when it is pressed. */
export function press(label, deed, className = 'btn-default') {
  const node = element('button', `btn btn-sm ${className}`, label);
  node.type = 'button';
  node.onclick = deed;
  return node;
}

/** A link within Cockpit; {@code to} is what follows the # of its address. */
export function link(text, to, className) {
  const node = element('a', className, text);
  node.href = `#${to}`;
  return node;
}

/** A field with its label above it. */
export function labelled(label, input) {
  const node = element('label', 'ows-field', element('span', null, label), input);
  input.classList.add('form-control', 'input-sm');
  return node;
}

/** A list to pick one of; options are pairs of value and text. */
export function select(options, chosen, changed) {
  const node = element('select');
  options.forEach(([value, text]) => {
    const option = new Option(text, value);
    option.selected = String(value) === String(chosen ?? '');
    node.append(option);
  });
  node.onchange = () => changed(node.value);
  return node;
}

/**
 * A field for a day, written as 2026-09-15 in whatever language the browser speaks; what is no day
 * is said beside it and goes no further.
 */
export function day(value, changed) {
  const node = element('input', 'ows-day');
  node.inputMode = 'numeric';
  node.maxLength = 11;
  node.placeholder = '如 2026-09-15';
  node.value = value ?? '';
  node.onchange = () => {
    const written = node.value.trim();
    const read = written ? dayOf(written) : '';
    refuseDay(node, read === null);
    if (read !== null) {
      node.value = read;
      changed(read);
    }
  };
  return node;
}

function refuseDay(node, wrong) {
  node.parentNode?.querySelectorAll('.ows-refusal').forEach(old => old.remove());
  node.setAttribute('aria-invalid', String(wrong));
  if (wrong) {
    const words = element('small', 'ows-refusal', `没有“${node.value}”这一天，应如 2026-09-15`);
    words.setAttribute('role', 'alert');
    node.after(words);
  }
}

/** A short text in place of what there is none of. */
export function nothing(text) {
  return element('p', 'ows-nothing', text);
}
