// What somebody has typed into a form and not handed in outlives a conflict, a lost connection, a node
// and a closed browser: it is kept in this browser for the same person and the same task, or the
// same application form, until it is handed in, given up, or the person signs out.

const DRAFT = 'onewindow.draft:';
const KEPT_MILLIS = 3 * 24 * 3600 * 1000;
const DEEPEST = 20;

/** Tasklist's own mark of a form in work; it takes it away when the form was handed in. */
const mark = task => `camunda-form:${task}`;

const known = new WeakSet();
let open = null;

function drafts() {
  return Object.keys(localStorage).filter(key => key.startsWith(DRAFT));
}

function forget(place) {
  localStorage.removeItem(place);
}

function read(place) {
  try {
    const {at, values} = JSON.parse(localStorage.getItem(place));
    return Date.now() - at < KEPT_MILLIS ? values : null;
  } catch {
    return null;
  }
}

/** The renderer gives its form to nobody; what it draws knows it. */
function formIn(drawn, depth = 0) {
  if (!drawn || depth > DEEPEST) {
    return null;
  }
  const service = drawn.props?.value?.getService;
  if (service) {
    return service('form', false);
  }
  return [drawn.__k].flat().reduce((found, child) => found ?? formIn(child, depth + 1), null);
}

async function person() {
  try {
    const answer = await fetch('/camunda/api/admin/auth/user/default',
      {headers: {Accept: 'application/json'}});
    return answer.ok ? (await answer.json()).userId : null;
  } catch {
    return null;
  }
}

function keys(components) {
  return components.flatMap(one => one.components
    ? keys(one.components)
    : one.key && !one.disabled ? [one.key] : []);
}

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function say(container, place, form, first) {
  const note = document.createElement('div');
  note.className = 'alert alert-info onewindow-draft';
  note.setAttribute('role', 'status');
  note.textContent = '已恢复您上次填写、尚未提交的内容，请核对后提交。';
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'btn btn-link btn-sm';
  drop.textContent = '清除，重新填写';
  drop.onclick = () => {
    form.importSchema(form._getState().schema, first);
    forget(place);
    note.remove();
  };
  note.append(drop);
  container.parentNode.insertBefore(note, container);
}

async function take(container, form) {
  const task = container.closest('.modal')
    ? undefined
    : new URLSearchParams(location.hash.split('?')[1]).get('task') ?? undefined;
  const user = await person();
  if (!user || !container.isConnected) {
    return;
  }
  const {schema, data, initialData: first} = form._getState();
  const place = `${DRAFT}${user}:${task ?? schema.id}`;
  const fields = keys(schema.components);
  open = {place, mark: mark(task)};
  if (localStorage.getItem(open.mark) === null) {
    localStorage.setItem(open.mark, '{}');
  }
  const before = read(place);
  if (before) {
    await form.importSchema(schema, {...data, ...before});
    say(container, place, form, first);
  }
  form.on('changed', ({data: now}) => {
    const values = Object.fromEntries(fields
      .filter(key => !same(now[key], first[key])).map(key => [key, now[key]]));
    if (Object.keys(values).length) {
      localStorage.setItem(place, JSON.stringify({at: Date.now(), values}));
    } else {
      forget(place);
    }
  });
}

function look() {
  if (open && localStorage.getItem(open.mark) === null) {
    forget(open.place);
    open = null;
  }
  document.querySelectorAll('.fjs-container').forEach(container => {
    const form = formIn(container.__k);
    if (form?._getState().schema && !known.has(form)) {
      known.add(form);
      take(container, form);
    }
  });
}

drafts().filter(place => !read(place)).forEach(forget);
addEventListener('onewindow.sign-out', () => drafts().forEach(forget));
new MutationObserver(look).observe(document.body, {childList: true, subtree: true});

// The web application expects a list of plugins from every script it loads.
export default [];
