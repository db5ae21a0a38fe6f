// Small pieces of a page. Whatever comes from data becomes text, never markup.

export const at = selector => document.querySelector(selector);

export function node(tag, content, attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...[content].flat().filter(one => one !== null && one !== undefined));
  return made;
}

export function options(pairs, chosen) {
  return pairs.map(([value, text]) => new Option(text, value, false, value === chosen));
}

export function button(text, deed, attributes = {}) {
  return node('button', text, {type: 'button', onclick: deed, ...attributes});
}

const SVG = 'http://www.w3.org/2000/svg';

export function shape(tag, attributes, content = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  made.append(...[content].flat());
  return made;
}
