// What somebody has typed into a form and not handed in outlives a conflict, a lost connection, a node
// and a closed browser: it is kept in this browser for the same person and the same task, or the
// same application form, until it is handed in, given up, or the person signs out.
//
// It is sealed with a key that only this person's sign-in fetches and that stays in memory: neither
// the disk nor whoever uses this browser next can read it. Where the browser seals nothing, on an
// address without encryption, personal numbers are not kept at all.
//
// An application keeps the key of its request with it: handed in again because no answer came, it is
// answered with the case of the first time.

const KEEPING = '/camunda/api/tasklist/plugin/onewindow/default/drafts';
const DRAFT = 'onewindow.draft:';
const MARK = 'camunda-form:';
const KEPT_MILLIS = 3 * 24 * 3600 * 1000;
const AGAIN_MILLIS = 5000;
const NONCE = 12;
const KEY_BYTES = 16;
const DEEPEST = 20;

const START = /\/process-definition\/[^/]+\/submit-form$/;

/** Tasklist's own mark of a form in work; it takes it away when the form was handed in. */
const mark = task => `${MARK}${task}`;

const known = new WeakSet();

/** The forms at hand: Tasklist's mark by the place of the draft. */
const open = new Map();

const stored = start => Object.keys(localStorage).filter(key => key.startsWith(start));
const forget = place => localStorage.removeItem(place);

/** Null when it is too old, or from before drafts were sealed. */
function kept(place) {
  try {
    const draft = JSON.parse(localStorage.getItem(place));
    return draft && Date.now() - draft.at < KEPT_MILLIS && (draft.sealed || draft.harmless)
      ? draft
      : null;
  } catch {
    return null;
  }
}

const encoded = text => new TextEncoder().encode(text);
const bytes = text => Uint8Array.from(atob(text), one => one.charCodeAt(0));
const base64 = buffer => btoa(Array.from(new Uint8Array(buffer), one => String.fromCharCode(one)).join(''));

/** On an address without encryption a browser makes no UUID. */
const newKey = () => base64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

/** Of the application at hand; one at a time is open. */
let requestKey = newKey();

/** The place is bound to it, so that nothing opens where it was not written. */
const manner = (place, nonce) => ({name: 'AES-GCM', iv: nonce, additionalData: encoded(place)});

/**
 * Seals under the first key and opens what any has sealed: the secret behind them may have been
 * replaced.
 */
function sealing(keys) {
  return {
    async write(place, values) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
      const plain = encoded(JSON.stringify(values));
      const sealed = await crypto.subtle.encrypt(manner(place, nonce), keys[0], plain);
      return {nonce: base64(nonce), sealed: base64(sealed)};
    },
    async read(place, {nonce, sealed}) {
      for (const key of keys) {
        try {
          const plain = await crypto.subtle.decrypt(manner(place, bytes(nonce)), key, bytes(sealed));
          return JSON.parse(new TextDecoder().decode(plain));
        } catch (refused) {
          if (refused.name !== 'OperationError') throw refused;
        }
      }
      return null;
    }
  };
}

/** Keeps nothing that must not be read. */
function leavingOut(confidential) {
  return {
    write: async (place, values) => ({
      harmless: Object.fromEntries(
        Object.entries(values).filter(([key]) => !confidential.includes(key)))
    }),
    read: async (place, {harmless}) => harmless
  };
}

/** Who is signed in and how their drafts are kept; null while the system does not answer. */
async function keeping() {
  const answer = await fetch(KEEPING, {headers: {Accept: 'application/json'}}).catch(() => null);
  if (!answer?.ok) {
    return null;
  }
  const {person, keys: raw, confidential} = await answer.json();
  if (!crypto.subtle) {
    return {person, way: leavingOut(confidential)};
  }
  const keys = await Promise.all(raw.map(key =>
    crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, ['encrypt', 'decrypt'])));
  return {person, way: sealing(keys)};
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

function keys(components) {
  return components.flatMap(one => one.components
    ? keys(one.components)
    : one.key && !one.disabled ? [one.key] : []);
}

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Stores what was typed last, however many are being sealed, and nothing for a form handed in. */
function keeper(place, way, ofApplication) {
  let newest = 0;
  return async values => {
    const turn = ++newest;
    if (!Object.keys(values).length) {
      forget(place);
      return;
    }
    const draft = await way.write(place, values);
    if (turn === newest && open.has(place)) {
      const key = ofApplication ? {requestKey} : {};
      localStorage.setItem(place, JSON.stringify({at: Date.now(), ...key, ...draft}));
    }
  };
}

function say(container, clear) {
  const note = document.createElement('div');
  note.className = 'alert alert-info onewindow-draft';
  note.setAttribute('role', 'status');
  note.textContent = '已恢复您上次填写、尚未提交的内容，请核对后提交。';
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'btn btn-link btn-sm';
  drop.textContent = '清除，重新填写';
  drop.onclick = () => {
    clear();
    note.remove();
  };
  note.append(drop);
  container.parentNode.insertBefore(note, container);
}

const isApplication = container => Boolean(container.closest('.modal'));

async function take(container, form) {
  const task = isApplication(container)
    ? undefined
    : new URLSearchParams(location.hash.split('?')[1]).get('task') ?? undefined;
  const found = await keeping();
  if (!container.isConnected) {
    return;
  }
  if (!found) {
    setTimeout(() => take(container, form), AGAIN_MILLIS);
    return;
  }
  const {schema, initialData: first} = form._getState();
  const fields = keys(schema.components);
  const typed = now => Object.fromEntries(fields
    .filter(key => !same(now[key], first[key])).map(key => [key, now[key]]));
  const place = `${DRAFT}${found.person}:${task ?? schema.id}`;
  const keep = keeper(place, found.way, isApplication(container));
  open.set(place, mark(task));
  if (localStorage.getItem(mark(task)) === null) {
    localStorage.setItem(mark(task), '{}');
  }
  const draft = kept(place);
  const before = draft && await found.way.read(place, draft);
  const {data} = form._getState();
  if (before) {
    if (isApplication(container)) {
      requestKey = draft.requestKey ?? requestKey;
    }
    // what was typed while the key was on its way is newer
    await form.importSchema(schema, {...data, ...before, ...typed(data)});
    say(container, () => {
      requestKey = newKey();
      form.importSchema(schema, first);
      keep({});
    });
  } else if (Object.keys(typed(data)).length) {
    keep(typed(data));
  }
  form.on('changed', ({data: now}) => keep(typed(now)));
}

function look() {
  open.forEach((handedIn, place) => {
    if (localStorage.getItem(handedIn) === null) {
      open.delete(place);
      forget(place);
    }
  });
  document.querySelectorAll('.fjs-container').forEach(container => {
    const form = formIn(container.__k);
    if (form?._getState().schema && !known.has(form)) {
      known.add(form);
      if (isApplication(container)) {
        requestKey = newKey();
      }
      take(container, form);
    }
  });
}

const openRequest = XMLHttpRequest.prototype.open;

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  openRequest.call(this, method, url, ...rest);
  if (START.test(url)) {
    this.setRequestHeader('Idempotency-Key', requestKey);
    this.addEventListener('load', () => {
      // told that it is another application by now, whoever hands in once more means it
      if (this.status === 409) {
        requestKey = newKey();
      }
    });
  }
};

// When a session ends, Tasklist writes the whole form behind its mark: in plain text, and for whoever
// opens that form next.
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  setItem.call(this, key, String(key).startsWith(MARK) ? '{}' : value);
};

stored(MARK).forEach(key => localStorage.setItem(key, '{}'));
stored(DRAFT).filter(place => !kept(place)).forEach(forget);
addEventListener('onewindow.sign-out', () => {
  open.clear();
  stored(DRAFT).forEach(forget);
});
new MutationObserver(look).observe(document.body, {childList: true, subtree: true});

// The web application expects a list of plugins from every script it loads.
export default [];
