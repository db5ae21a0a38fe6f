// What OneWindow adds to Cockpit for supervisors: the dashboard, pages of their own, the heat map on
// the diagram, tabs for a process definition, and the story of a case.

import {attributable} from './attributable.js';
import {caseStory} from './case-story.js';
import {cycleTimes} from './cycle-times.js';
import {dashboard} from './dashboard.js';
import {element, link} from './dom.js';
import {exchanges} from './exchanges.js';
import {heat} from './heat.js';
import {jurisdictions} from './jurisdictions.js';
import {lateCases} from './late-cases.js';
import {openCases} from './open-cases.js';
import {Page} from './page.js';
import {filterChoices, server, SUPERVISORS_ONLY} from './server.js';
import {trend} from './trend.js';

/** The pages and tabs by their name in addresses, in their order. */
const VIEWS = {
  open: openCases,
  late: lateCases,
  cycle: cycleTimes,
  trend,
  jurisdictions,
  time: attributable,
  exchanges
};

const HOME = '/onewindow';
const REPORTS = '/reports.html';

/** Closes the page when Cockpit takes its place away. */
function show(page, scope) {
  scope.$on('$destroy', () => page.close());
  page.open();
}

/** The state a page's address carries: what follows its question mark. */
function stateOf(hash) {
  return Object.fromEntries(new URLSearchParams(hash.split('?')[1] ?? ''));
}

function remember(name) {
  return state => {
    const given = Object.entries(state).filter(([, value]) => value !== '' && value !== undefined);
    window.location.hash = `${HOME}/${name}?${new URLSearchParams(given)}`;
    return true;
  };
}

function menu(current) {
  const reports = element('a', null, '通报与日志');
  reports.href = REPORTS;
  reports.target = '_blank';
  return element('nav', 'ows-menu', ...Object.entries(VIEWS).map(([name, view]) =>
    link(view.title, `${HOME}/${name}`, name === current ? 'active' : null)), reports);
}

function storyOf(path) {
  return caseStory(asked => asked.story(path));
}

function renderPage(node, {api}, scope) {
  const name = window.location.hash.replace(/^#/, '').split('?')[0].slice(HOME.length + 1);
  const state = stateOf(window.location.hash);
  const body = element('div');
  node.classList.add('ows-page', 'ctn-view');
  node.append(menu(name), body);
  const view = name === 'case'
    ? storyOf(`cases/${encodeURIComponent(state.receiptNo ?? '')}`)
    : VIEWS[name] ?? openCases;
  show(new Page(body, api, view, {state, remember: remember(name)}), scope);
}

const onDashboard = {
  id: 'onewindow.dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: async (node, {api}, scope) => {
    const {problem} = await filterChoices(api);
    // trainers use Cockpit too: they see it as it is
    if (problem?.code !== SUPERVISORS_ONLY) {
      show(new Page(node, api, dashboard), scope);
    }
  }
};

const ownPages = {
  id: 'onewindow.pages',
  pluginPoint: 'cockpit.route',
  priority: 10,
  properties: {path: `${HOME}/:view`},
  render: renderPage
};

const inNavigation = {
  id: 'onewindow.navigation',
  pluginPoint: 'cockpit.navigation',
  priority: 100,
  properties: {path: HOME},
  render: node => node.append(link('督办', `${HOME}/open`))
};

/** After Cockpit's running instances (priority 10), before its incidents (9). */
function tab([name, view], at) {
  return {
    id: `onewindow.tab.${name}`,
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 9.9 - at / 10,
    properties: {label: view.title},
    render: async (node, {api, processDefinitionId}, scope) => {
      const {said} = await server(api).engine(`process-definition/${processDefinitionId}`);
      show(new Page(node, api, view, {fixed: {service: said?.key ?? ''}}), scope);
    }
  };
}

const caseTab = {
  id: 'onewindow.case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: {label: '时限与经过'},
  render: (node, {api, processInstanceId}, scope) =>
    show(new Page(node, api, storyOf(`instances/${processInstanceId}`)), scope)
};

export default [
  onDashboard, ownPages, inNavigation, heat, ...Object.entries(VIEWS).filter(([name]) => name !== 'exchanges').map(tab), caseTab
];
