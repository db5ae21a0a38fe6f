// How pages sign in: with the user and password that stand in their form, sent with each request and
// stored nowhere; or, where people sign in at an identity platform, by the session that comes from
// there. Then the fields for user and password are gone.

const landing = await (await fetch('/api/v1/landing', {credentials: 'omit'})).json();

/** Whether people sign in at an identity platform. */
export const atPlatform = landing.signIn === 'platform';

if (atPlatform) {
  for (const field of document.querySelectorAll('input[name=user], input[name=password]')) {
    field.required = false;
    (field.closest('label') ?? field.closest('p')).hidden = true;
  }
}

/** The page listens to that form now; before, its fields would have gone into the address. */
export function hears(form) {
  form.querySelector('button').disabled = false;
}

export function basic(user, password) {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/**
 * Asks the server in the person's name. Elsewhere than at a platform the browser's own credentials
 * are omitted, so that it never asks with a window of its own.
 */
export async function ask(path, authorization, options = {}) {
  const headers = {...options.headers};
  if (!atPlatform && authorization) {
    headers.Authorization = authorization;
  }
  const answer = await fetch(path, {
    ...options, headers, credentials: atPlatform ? 'same-origin' : 'omit'
  });
  if (atPlatform && answer.status === 401) {
    location.assign(`/sign-in?to=${location.pathname}`);
  }
  return answer;
}
