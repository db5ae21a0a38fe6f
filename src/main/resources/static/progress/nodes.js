// Small helpers that build the page. Whatever comes from the server becomes text, never markup.

/** An element with text or other nodes in it; attributes by name. */
export function node(tag, content = [], attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...[content].flat().filter(one => one !== null && one !== undefined));
  return made;
}

/** E.g. 2026-09-30 16:00 */
export function time(instant) {
  return instant ? instant.slice(0, 16).replace('T', ' ') : '—';
}

/** Rows of a definition list; those without a value are left out. */
export function rows(pairs) {
  return pairs.filter(([, value]) => value)
    .flatMap(([name, value]) => [node('dt', name), node('dd', value)]);
}
