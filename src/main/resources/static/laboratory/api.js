// Asks the laboratory. User and password stay in this page's memory and are sent with each request;
// nothing is stored.

import {ask as askAs, basic} from '../sign-in.js';

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
  authorization = basic(user, password);
}

export async function send(path, {method = 'GET', body} = {}) {
  const answer = await askAs(API + path, authorization, {
    method, body, headers: {'Content-Type': 'application/json'}
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
