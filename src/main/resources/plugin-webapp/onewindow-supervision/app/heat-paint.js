// Paints the heat map on a diagram of bpmn-js and tells about a step on hover.

import {CATEGORIES} from '../../../../../../../limit-words.js';
import {element} from './dom.js';
import {measure, warmth} from './heat-measures.js';
import {minutes, percent} from './words.js';

const BADGE = 'onewindow-heat';

function promise(one) {
  const place = one.jurisdictionName ? `${one.jurisdictionName}：` : '';
  const category = one.category ? `（${CATEGORIES[one.category] ?? one.category}）` : '';
  return element('div', 'ows-tip-promise',
    element('strong', null, `${place}${one.basisName} ${one.text}${category}`),
    one.citation ? element('div', null, one.citation) : null);
}

function promises(one, names) {
  const all = one.promises?.length
    ? one.promises.map(each => ({...each, jurisdictionName: names.get(each.jurisdiction)}))
    : [one.promise].filter(Boolean);
  return all.length ? all.map(promise) : [element('div', 'ows-tip-promise', '本环节没有自己的时限')];
}

function facts(one) {
  const rows = [
    ['办结', `${one.count} 次`],
    ['仍在办', `${one.open} 件${one.openLate ? `（超时 ${one.openLate} 件）` : ''}`],
    ['工作用时', `中位 ${minutes(one.medianMinutes)}，90% 的不超过 ${minutes(one.p90Minutes)}`],
    ['等待签收', `中位 ${minutes(one.waitingMedianMinutes)}，90% 的不超过 ${minutes(one.waitingP90Minutes)}`],
    ['超时比例', percent(one.lateShare)],
    ['占全程用时', percent(one.caseShare)],
    ['退回', `${one.returns} 次`],
    ['汇合处最后完成', one.joins ? `${one.lastAtJoin} / ${one.joins} 次` : null]
  ];
  return element('dl', null, ...rows.filter(([, text]) => text)
    .flatMap(([name, text]) => [element('dt', null, name), element('dd', null, text)]));
}

/** The heat map on one diagram. */
export class HeatPaint {
  /**
   * @param host part of the page the explanation is shown in
   */
  constructor(viewer, host = document.body) {
    this.canvas = viewer.get('canvas');
    this.overlays = viewer.get('overlays');
    this.registry = viewer.get('elementRegistry');
    this.bus = viewer.get('eventBus');
    this.container = this.canvas.getContainer();
    this.painted = [];
    this.byId = new Map();
    this.tip = element('div', 'ows ows-tip');
    this.tip.setAttribute('role', 'tooltip');
    this.tip.hidden = true;
    host.append(this.tip);
    this.onHover = event => this.tell(this.byId.get(event.element.id));
    this.onOut = () => this.tell(null);
    this.bus.on('element.hover', this.onHover);
    this.bus.on('element.out', this.onOut);
  }

  /**
   * @param names of the jurisdictions, by id
   */
  paint(said, measureId, names) {
    this.clear();
    this.names = names;
    const chosen = measure(measureId);
    said.elements.filter(one => this.registry.get(one.activityId)).forEach(one => {
      this.byId.set(one.activityId, one);
      const warm = warmth(chosen, one, said.elements);
      if (warm) {
        this.canvas.addMarker(one.activityId, warm.className);
        this.painted.push([one.activityId, warm.className]);
        this.overlays.add(one.activityId, BADGE, {
          position: {top: -11, left: 6},
          // numbers stay readable however small the diagram is drawn
          scale: {min: 0.9, max: 1.1},
          html: element('div', `ows-badge ${warm.className}`, warm.text)
        });
      }
    });
  }

  clear() {
    this.painted.forEach(([id, className]) => {
      if (this.registry.get(id)) {
        this.canvas.removeMarker(id, className);
      }
    });
    this.overlays.remove({type: BADGE});
    this.painted = [];
    this.byId.clear();
    this.tell(null);
  }

  tell(one) {
    this.tip.hidden = !one;
    if (one) {
      this.tip.replaceChildren(element('h5', null, one.name),
        element('div', 'ows-more', one.departmentName ?? ''), facts(one),
        ...promises(one, this.names));
      this.place(this.registry.getGraphics(one.activityId).getBoundingClientRect());
    }
  }

  /** Beside the step where there is room, never over it. */
  place(box) {
    const {width, height} = this.tip.getBoundingClientRect();
    const right = box.right + 12;
    const left = right + width < window.innerWidth ? right : Math.max(4, box.left - width - 12);
    const top = Math.min(Math.max(4, box.top - 20), Math.max(4, window.innerHeight - height - 4));
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${top}px`;
  }

  close() {
    this.bus.off('element.hover', this.onHover);
    this.bus.off('element.out', this.onOut);
    this.tip.remove();
  }
}
