// Small parts every screen of the supervisor is made of.

import {element} from '../../../../../tasklist/plugin/onewindow/static/app/task-clock-text.js';

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

/** A field for a day, written as 2026-09-15. */
export function day(value, changed) {
  const node = element('input');
  node.type = 'date';
  node.value = value ?? '';
  node.onchange = () => changed(node.value);
  return node;
}

/** A short text in place of what there is none of. */
export function nothing(text) {
  return element('p', 'ows-nothing', text);
}
