// Shows one view in a part of a page: its filters, its content, and what went wrong.

import {element, moment, press} from './dom.js';
import {filterBar} from './filters.js';
import {filterChoices, peopleNames, REBUILDING, server} from './server.js';

const PATIENCE_MILLIS = 5000;

/** What happened is taken into the figures every two seconds. */
const COUNTED_MILLIS = 3000;

function refusal(problem, again) {
  return element('div', 'ows-problem', element('p', null, problem.message),
    press('重试', again));
}

/** How far the figures are, and whether cases are still being taken in. */
function standing(said) {
  const behind = said.behind > 0 ? `，另有 ${said.behind} 件的最新变化正在计入` : '';
  return said.asOf ? `数据截至 ${moment(said.asOf)}${behind}` : '';
}

/**
 * A view is {@code {title, filters, people, ask(server, state), draw(said, page)}}; {@code people}
 * says that it names people.
 *
 * @param fixed filters the place itself decides
 * @param remember takes the state after every change; answers true when it shows the view anew
 */
export class Page {
  constructor(node, api, view, {state = {}, fixed = {}, remember = () => false} = {}) {
    this.api = api;
    this.view = view;
    this.state = state;
    this.fixed = fixed;
    this.remember = remember;
    this.server = server(api);
    this.asked = 0;
    this.bar = element('div');
    this.asOf = element('span', 'ows-asof');
    this.body = element('div', 'ows-body');
    this.body.setAttribute('aria-live', 'polite');
    node.classList.add('ows');
    node.replaceChildren(
      element('div', 'ows-head', element('h3', null, view.title), this.asOf), this.bar, this.body);
  }

  async open() {
    const {said, problem} = await filterChoices(this.api);
    if (problem) {
      this.refuse(problem, () => this.open());
      return;
    }
    this.choices = said;
    this.people = this.view.people ? await peopleNames(this.api) : new Map();
    this.state = {...this.view.defaults?.(), ...this.state};
    await this.load();
  }

  /** The name of a person, the id where it is not told. */
  nameOf(person) {
    return this.people.get(person) ?? person;
  }

  change(part) {
    this.state = {...this.state, ...part};
    if (!this.remember(this.state)) {
      this.load();
    }
  }

  async load() {
    clearTimeout(this.waiting);
    const turn = ++this.asked;
    this.bar.replaceChildren(filterBar(this.choices, this.view.filters, this.state, this.fixed,
      part => this.change(part)));
    this.body.classList.add('ows-busy');
    const {said, problem} = await this.view.ask(this.server, {...this.state, ...this.fixed});
    if (turn !== this.asked) {
      return;
    }
    this.body.classList.remove('ows-busy');
    if (problem) {
      this.refuse(problem, () => this.load());
    } else {
      this.asOf.textContent = standing(said);
      this.body.replaceChildren(...this.view.draw(said, this));
    }
  }

  /** After an act: shown anew at once, and once more when the act has been counted. */
  async acted() {
    await this.load();
    this.waiting = setTimeout(() => this.load(), COUNTED_MILLIS);
  }

  /** Figures that are being rebuilt come by themselves when they are ready. */
  refuse(problem, again) {
    this.body.classList.remove('ows-busy');
    this.asOf.textContent = '';
    this.body.replaceChildren(refusal(problem, again));
    if (problem.code === REBUILDING) {
      this.waiting = setTimeout(again, PATIENCE_MILLIS);
    }
  }

  close() {
    clearTimeout(this.waiting);
    this.asked++;
  }
}

