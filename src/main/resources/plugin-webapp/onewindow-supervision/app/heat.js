// The heat map on the diagram of a process definition: a switch, what to show, and whose cases.

import {Comparison} from './compare.js';
import {today} from './days.js';
import {element, press, select} from './dom.js';
import {MEASURES} from './heat-measures.js';
import {HeatPaint} from './heat-paint.js';
import {askHeat, caseSummary, heatFilters, heatLegend, named} from './heat-parts.js';
import {filterChoices, server} from './server.js';

const REMEMBERED = 'onewindow.heat';
const OFF = 'off';

/** The heat map is on until the reader switches it off; the choice outlives the page. */
function remembered() {
  return localStorage.getItem(REMEMBERED) ?? MEASURES[0].id;
}

class Heat {
  constructor(viewer, api, definitionId) {
    this.viewer = viewer;
    this.api = api;
    this.server = server(api);
    this.definitionId = definitionId;
    this.paint = new HeatPaint(viewer);
    this.state = {};
    this.turn = 0;
    this.panel = element('div', 'ows ows-heat-panel');
    this.foot = element('div', 'ows ows-heat-foot');
    ['mousedown', 'wheel', 'dblclick'].forEach(kind =>
      this.panel.addEventListener(kind, event => event.stopPropagation()));
    this.makeRoom();
  }

  /** The panel stands above the diagram, not over it. */
  makeRoom() {
    const canvas = this.viewer.get('canvas');
    this.box = canvas.getContainer().parentElement;
    this.box.classList.add('ows-heat-below');
    this.box.parentElement.append(this.panel);
    this.box.append(this.foot);
    this.fit();
  }

  /** Where Cockpit remembers what part was shown, that part stays. */
  fit() {
    const canvas = this.viewer.get('canvas');
    canvas.resized();
    if (!window.location.hash.includes('viewbox=')) {
      canvas.zoom('fit-viewport', 'auto');
    }
  }

  async open() {
    const [{said: choices}, {said: definition}] = await Promise.all(
      [filterChoices(this.api), this.server.engine(`process-definition/${this.definitionId}`)]);
    const service = choices?.services.find(one => one.key === definition?.key);
    if (!service) {
      this.close();
      return;
    }
    this.choices = choices;
    this.names = new Map(choices.jurisdictions.map(one => [one.id, one.name]));
    this.definition = {...definition, versions: service.versions};
    this.state = {from: today(-89), to: today(), version: definition.version};
    await this.load();
  }

  change(part) {
    this.state = {...this.state, ...part};
    this.load();
  }

  shown(id) {
    localStorage.setItem(REMEMBERED, id);
    this.load();
  }

  bar(shown) {
    const measures = [[OFF, '不显示热力图'], ...MEASURES.map(one => [one.id, `热力图：${one.name}`])];
    const chooser = named('热力图', select(measures, shown, value => this.shown(value)));
    if (shown === OFF) {
      return [chooser];
    }
    return [chooser,
      ...heatFilters(this.choices, this.definition, this.state, part => this.change(part)),
      press('并列对比', () => {
        this.paint.tell(null);
        new Comparison(this, shown).open();
      })];
  }

  async load() {
    const shown = remembered();
    const turn = ++this.turn;
    this.panel.replaceChildren(...this.bar(shown));
    this.foot.replaceChildren();
    if (shown === OFF) {
      this.paint.clear();
      return;
    }
    const {said, problem} = await askHeat(this.server, this.definition, this.state);
    if (turn !== this.turn) {
      return;
    }
    if (problem) {
      this.paint.clear();
      this.foot.replaceChildren(element('div', 'ows-problem', problem.message));
    } else {
      this.paint.paint(said, shown, this.names);
      this.foot.replaceChildren(heatLegend(shown), element('div', null, caseSummary(said)));
    }
  }

  close() {
    this.turn++;
    this.paint.clear();
    this.paint.close();
    this.panel.remove();
    this.foot.remove();
    this.box.classList.remove('ows-heat-below');
  }
}

/** Cockpit does not tell plugins of the diagram which engine it shows; its address does. */
function ofThisEngine(api) {
  const [, engine] = window.location.pathname.match(/\/app\/cockpit\/([^/]+)/);
  return {...api, engine, engineApi: `${api.baseApi}/engine/${engine}`};
}

export const heat = {
  id: 'onewindow.heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  render: (viewer, {api, processDefinitionId}, scope) => {
    const map = new Heat(viewer, ofThisEngine(api), processDefinitionId);
    scope.$on('$destroy', () => map.close());
    map.open();
  }
};
