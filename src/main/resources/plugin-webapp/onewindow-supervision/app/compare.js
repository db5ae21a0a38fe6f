// Two heat maps of one service side by side: two periods, two versions or two jurisdictions.

import {before} from './days.js';
import {element, press, select} from './dom.js';
import {measure, MEASURES} from './heat-measures.js';
import {HeatPaint} from './heat-paint.js';
import {askHeat, caseSummary, heatFilters, heatLegend} from './heat-parts.js';
import {NONE} from './words.js';

/** One of the two: its filters, its diagram, its figures. */
class Side {
  constructor(board, state) {
    this.board = board;
    this.state = state;
    this.turn = 0;
    this.filters = element('div', 'ows-heat-filters');
    this.summary = element('p', 'ows-more');
    this.canvas = element('div', 'ows-canvas');
    this.node = element('div', 'ows-side', this.filters, this.summary, this.canvas);
  }

  async open() {
    const Viewer = this.board.heat.viewer.constructor;
    this.viewer = new Viewer({container: this.canvas});
    await this.draw();
    await this.load();
  }

  /** The diagram of the version shown; the newest one where all versions are. */
  async draw() {
    const {definition, server} = this.board.heat;
    const version = this.state.version || Math.max(...definition.versions);
    if (version === this.drawn) {
      return;
    }
    this.drawn = version;
    this.paint?.close();
    const {said: [found]} = await server.engine(
      `process-definition?key=${definition.key}&version=${version}&withoutTenantId=true`);
    const {said: {bpmn20Xml}} = await server.engine(`process-definition/${found.id}/xml`);
    await this.viewer.importXML(bpmn20Xml);
    this.viewer.get('canvas').zoom('fit-viewport');
    this.viewer.on('canvas.viewbox.changed', ({viewbox}) => this.board.follow(this, viewbox));
    this.paint = new HeatPaint(this.viewer, this.board.dialog);
  }

  /** Whose cases these are, in few words. */
  told() {
    const {jurisdiction, version, from, to} = this.state;
    const place = this.board.heat.names.get(jurisdiction) ?? '全部辖区';
    return `${place}，${version ? `第${version}版` : '全部版本'}，${from} 至 ${to}`;
  }

  async change(part) {
    this.state = {...this.state, ...part};
    await this.draw();
    await this.load();
  }

  async load() {
    const turn = ++this.turn;
    const {heat} = this.board;
    this.filters.replaceChildren(...heatFilters(heat.choices, heat.definition, this.state,
      part => this.change(part)));
    const {said, problem} = await askHeat(heat.server, heat.definition, this.state);
    if (turn !== this.turn) {
      return;
    }
    this.said = problem ? null : said;
    this.summary.textContent = problem ? problem.message : caseSummary(said);
    this.summary.classList.toggle('ows-problem', Boolean(problem));
    this.show();
    this.board.tabulate();
  }

  show() {
    if (this.said) {
      this.paint.paint(this.said, this.board.shown, this.board.heat.names);
    } else {
      this.paint.clear();
    }
  }

  close() {
    this.turn++;
    this.paint?.close();
    this.viewer?.destroy();
  }
}

/** Both sides, over the whole of Cockpit until it is closed. */
export class Comparison {
  constructor(heat, shown) {
    this.heat = heat;
    this.shown = shown;
    // the period before beside the one shown; every filter can be changed on either side
    this.sides = [new Side(this, {...heat.state, ...before(heat.state)}),
      new Side(this, {...heat.state})];
  }

  open() {
    this.dialog = element('dialog', 'ows ows-comparison');
    this.table = element('div', 'ows-differences');
    this.bar = element('div', 'ows-head');
    this.dialog.append(this.bar, element('div', 'ows-sides', ...this.sides.map(side => side.node)),
      this.table);
    this.dialog.oncancel = () => this.close();
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.head();
    this.sides.forEach(side => side.open());
  }

  head() {
    const chooser = select(MEASURES.map(one => [one.id, one.name]), this.shown, value => {
      this.shown = value;
      this.head();
      this.sides.forEach(side => side.show());
      this.tabulate();
    });
    chooser.classList.add('form-control', 'input-sm');
    chooser.setAttribute('aria-label', '对比的指标');
    this.bar.replaceChildren(element('h3', null, `${this.heat.definition.name}：并列对比`), chooser,
      heatLegend(this.shown), press('关闭', () => this.close()));
  }

  /** Both diagrams show the same part. */
  follow(side, viewbox) {
    const other = this.sides.find(one => one !== side);
    if (!this.following && other.paint) {
      this.following = true;
      other.viewer.get('canvas').viewbox(
        {x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height});
      this.following = false;
    }
  }

  tabulate() {
    const chosen = measure(this.shown);
    const [left, right] = this.sides.map(side => new Map((side.said?.elements ?? [])
      .map(one => [one.activityId, one])));
    const steps = new Map([...left, ...right]);
    const value = one => one ? chosen.value(one) : null;
    const written = number => number === null || number === undefined ? NONE : chosen.written(number);
    const told = [...steps].filter(([id]) =>
      [left, right].some(side => typeof value(side.get(id)) === 'number'));
    const rows = told.map(([id, one]) => {
      const [a, b] = [value(left.get(id)), value(right.get(id))];
      const known = typeof a === 'number' && typeof b === 'number';
      const change = known ? b - a : 0;
      const sign = change > 0 ? '↑ ' : change < 0 ? '↓ ' : '＝ ';
      return [one.name, written(a), written(b),
        known ? `${sign}${change ? chosen.written(Math.abs(change)) : ''}` : NONE];
    });
    this.table.replaceChildren(element('table', 'table table-condensed ows-table',
      element('thead', null, element('tr', null,
        ...['环节', ...this.sides.map(side => side.told()), '右侧比左侧']
          .map(text => element('th', null, text)))),
      element('tbody', null, ...rows.map(cells => element('tr', null,
        ...cells.map(text => element('td', null, text)))))));
  }

  close() {
    this.sides.forEach(side => side.close());
    this.dialog.close();
    this.dialog.remove();
  }
}
