// Process diagrams that figures are painted on. The viewer is bpmn.io's, with its mark.

import {length, number, percent, points} from './words.js';

const HEAT = 6;

/** Opens a diagram; {@code show} replaces it. */
export class Diagram {
  #viewer;
  #painted = [];
  #texts = [];

  constructor(place) {
    // two diagrams follow each other while they move, not some time after
    this.#viewer = new window.BpmnJS({container: place, canvas: {deferUpdate: false}});
  }

  async show(xml) {
    this.#painted = [];
    this.#texts = [];
    await this.#viewer.importXML(xml);
    this.#canvas.zoom('fit-viewport');
  }

  get #canvas() {
    return this.#viewer.get('canvas');
  }

  /** The element of the model, null where the diagram does not show it. */
  element(id) {
    return this.#viewer.get('elementRegistry').get(id)?.businessObject ?? null;
  }

  onClick(deed) {
    this.#viewer.get('eventBus').on('element.click', event => deed(event.element.id));
  }

  mark(id, marker) {
    if (this.#viewer.get('elementRegistry').get(id)) {
      this.#canvas.addMarker(id, marker);
      this.#painted.push([id, marker]);
    }
  }

  clear() {
    this.#painted.forEach(([id, marker]) => this.#canvas.removeMarker(id, marker));
    this.#texts.forEach(one => this.#viewer.get('overlays').remove(one));
    this.#painted = [];
    this.#texts = [];
  }

  /** Shown from far away too when it matters. */
  write(id, text, title, matters) {
    if (!this.#viewer.get('elementRegistry').get(id)) return;
    const html = document.createElement('div');
    html.className = 'value';
    html.textContent = text;
    html.title = title ?? text;
    this.#texts.push(this.#viewer.get('overlays').add(id, {
      position: {bottom: 8, left: 4}, html, scale: {min: 0.9}, show: {minZoom: matters ? 0 : 0.7}
    }));
  }

  /** Moves and zooms both the same. */
  follow(other) {
    let moving = false;
    const link = (from, to) => from.#viewer.get('eventBus').on('canvas.viewbox.changed', event => {
      if (moving) return;
      const {x, y, width, height} = event.viewbox;
      const there = to.#canvas.viewbox();
      const same = [x - there.x, y - there.y, width - there.width, height - there.height]
        .every(distance => Math.abs(distance) < 0.5);
      if (same) return;
      moving = true;
      to.#canvas.viewbox({x, y, width, height});
      moving = false;
    });
    link(this, other);
    link(other, this);
  }

  destroy() {
    this.#viewer.destroy();
  }
}

/**
 * What can be shown on a diagram. {@code figure} names the figure of an element, null for none;
 * {@code value} turns it into what is shown.
 */
export const METRICS = {
  wait: {
    name: '平均等待', write: length, difference: length,
    figure: one => one.kind === 'WORK' ? `task.${one.figure}.wait.mean` : null
  },
  queue: {
    name: '平均排队', write: number, difference: number,
    figure: one => one.pool ? `pool.${one.pool}.queue.mean` : null
  },
  late: {
    name: '超时比例', write: percent, difference: points,
    figure: one => one.step ? `promise.${one.step}.keptShare` : null,
    value: kept => 1 - kept
  },
  last: {
    name: '最后办完的占比', write: percent, difference: points,
    figure: one => one.joins?.[0] ?? null
  }
};

function own(elements, metric, figures) {
  return elements
    .map(one => ({one, name: metric.figure(one)}))
    .filter(({name}) => name && figures[name] && figures[name].mean !== null)
    .map(({one, name}) => ({one, name, value: (metric.value ?? (x => x))(figures[name].mean)}));
}

/** Values by element of one diagram; a called part shows the greatest of what stands in it. */
export function values(elements, process, metric, figures) {
  const known = own(elements, metric, figures);
  const found = known.filter(({one}) => one.process === process)
    .map(({one, name, value}) => ({id: one.element, name, value, of: one.name}));
  for (const call of elements.filter(one => one.process === process && one.calls)) {
    const inside = known.filter(({one}) => one.process === call.calls);
    if (inside.length) {
      const most = inside.reduce((a, b) => b.value > a.value ? b : a);
      found.push({id: call.element, name: most.name, value: most.value, of: most.one.name});
    }
  }
  return found;
}

export function heat(diagram, found, most, metric) {
  for (const {id, value, of} of found) {
    // by the root, so that one very long wait does not make all others look alike
    const bucket = most > 0 ? Math.min(HEAT - 1, Math.floor(Math.sqrt(value / most) * HEAT)) : 0;
    diagram.mark(id, `heat-${bucket}`);
    diagram.write(id, metric.write(value), `${of}：${metric.name} ${metric.write(value)}`, bucket > 0);
  }
}

/** Blue is less, red is more, grey is what chance alone could bring about. */
export function differences(diagram, found, all, metric) {
  const known = found.map(one => ({...one, difference: all[one.name]})).filter(one => one.difference);
  const sign = metric.value ? -1 : 1;
  const most = Math.max(0, ...known.filter(one => one.difference.significant)
    .map(one => Math.abs(one.difference.mean)));
  for (const {id, of, difference} of known) {
    const more = sign * difference.mean;
    const strong = Math.abs(more) > most / 2 ? 2 : 1;
    diagram.mark(id, !difference.significant ? 'same' : more < 0 ? `better-${strong}` : `worse-${strong}`);
    const text = difference.significant
      ? `${more > 0 ? '+' : ''}${metric.difference(more)}` : '无显著差异';
    diagram.write(id, text, `${of}：${metric.name} ${text}`, difference.significant);
  }
}

/** What the colours mean. */
export function scale(metric, most, isDifference) {
  return isDifference
    ? [['better-2', '少得多'], ['better-1', '少'], ['same', '无显著差异'], ['worse-1', '多'], ['worse-2', '多得多']]
    : Array.from({length: HEAT}, (_, i) => [`heat-${i}`, `${metric.write(most * (i / HEAT) ** 2)} 起`]);
}
