// Asks the laboratory. User and password stay in this page's memory and are sent with each request;
// nothing is stored.

const API = '../api/v1/experiments';
let authorization = null;

/** A refusal: the sentence for people, and the field it is about. */
export class Refused extends Error {
  constructor(problem, status) {
    super(problem.detail ?? '请求没有成功，请稍后再试。');
    this.status = status;
    this.fields = problem.fields ?? [];
  }
}

export function signedInAs(user, password) {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

// credentials are omitted so that the browser never asks with a window of its own
export async function send(path, {method = 'GET', body} = {}) {
  const answer = await fetch(API + path, {
    method, body, credentials: 'omit',
    headers: {Authorization: authorization, 'Content-Type': 'application/json'}
  });
  if (!answer.ok) {
    throw new Refused(await answer.json().catch(() => ({})), answer.status);
  }
  return answer;
}

export async function ask(path, options) {
  return (await send(path, options)).json();
}

export async function open(path) {
  const answer = await fetch(path, {credentials: 'omit'});
  if (!answer.ok) {
    throw new Refused(await answer.json().catch(() => ({})), answer.status);
  }
  return answer.json();
}

/** Hands the browser a file to save. */
export function save(name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
