// How the screens speak with the server, under the reader's own session.

import {itIs} from './days.js';

/** The stable codes of refusals that screens answer in a way of their own. */
export const REBUILDING = 'figures-rebuilding';
export const SUPERVISORS_ONLY = 'supervisors-only';

const NO_ANSWER = {message: '系统没有应答，请稍后再试。'};

async function call(url, options) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', ...options});
    const text = await answer.text();
    const said = text ? JSON.parse(text) : null;
    return answer.ok ? {said} : {problem: worded(said)};
  } catch {
    return {problem: {message: '与系统的连接中断，请检查网络后再试。'}};
  }
}

function worded(said) {
  return said?.message ? {code: said.problem, message: said.message, fields: said.fields} : NO_ANSWER;
}

function query(params) {
  const given = Object.entries(params ?? {})
    .filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/** What the plugins of Cockpit answer; every call gives {@code {said}} or {@code {problem}}. */
export function server(api) {
  const plugin = name => `${api.cockpitApi}/plugin/${name}/${api.engine}`;
  const json = {headers: {Accept: 'application/json'}};
  return {
    figures: (name, params) =>
      call(`${plugin('onewindow-figures')}/figures/${name}${query(params)}`, json),
    story: path => call(`${plugin('onewindow-supervision')}/stories/${path}`, json),
    engine: path => call(`${api.engineApi}/${path}`, json),
    desk: () => call(`${api.tasklistApi}/plugin/onewindow-desk/${api.engine}/desk`, json),
    supervise: order => call(`${plugin('onewindow-figures')}/figures/supervise`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept': 'application/json',
        'X-XSRF-TOKEN': api.CSRFToken
      },
      body: JSON.stringify(order)
    })
  };
}

let choices = null;

/** The services, jurisdictions and departments to filter by; asked for once while Cockpit is open. */
export async function filterChoices(api) {
  if (!choices) {
    const {said, problem} = await server(api).figures('filters');
    if (problem) {
      return {problem};
    }
    choices = said;
    itIs(said.asOf);
  }
  return {said: choices};
}

let names = null;

/** The names of the people of the reader's jurisdictions, by user id; empty where none are told. */
export async function peopleNames(api) {
  if (!names) {
    const {said} = await server(api).desk();
    names = new Map((said?.people ?? []).map(one => [one.id, one.name]));
  }
  return names;
}
