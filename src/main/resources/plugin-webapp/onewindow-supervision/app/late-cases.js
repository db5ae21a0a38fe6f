// What passed its limit, open or ended: how late, why, and what was done about it.

import {actsOn} from './acts.js';
import {today} from './days.js';
import {element, moment} from './dom.js';
import {list, ticks} from './list.js';
import {caseLink, service, supervision} from './open-cases.js';
import {light, minutes, NONE} from './words.js';

function step(one) {
  return [element('div', null, one.scope === 'CASE' ? '全程' : one.name),
    element('small', 'ows-more', one.departmentName ?? '')];
}

function limit(one) {
  const node = element('div', null, one.basisName, element('div', 'ows-more', one.promiseId ?? ''));
  node.title = one.citation ?? '';
  return node;
}

function late(one) {
  return [element('strong', 'ows-red', `超 ${minutes(one.lateMinutes)}`),
    element('div', 'ows-more', `${moment(one.dueAt)} 到期`)];
}

function end(one) {
  return one.open ? light('RED', '仍未办结') : `${moment(one.endedAt)} 办结`;
}

function reason(one) {
  if (!one.reason) {
    return NONE;
  }
  return [element('div', null, one.reason),
    element('small', 'ows-more', one.correctiveAction ? `整改：${one.correctiveAction}` : '')];
}

/** Who answered for the overdue step, whether it went up, and what was done by hand besides. */
function supervised(one, page) {
  const answered = one.supervisedBy
    ? element('div', null, `${page.nameOf(one.supervisedBy)} 已登记原因`,
      element('div', 'ows-more', moment(one.supervisedAt)))
    : null;
  const raised = one.raised ? element('div', null, '已报上一级') : null;
  const byHand = one.supervision ? supervision(one, page) : null;
  const parts = [answered, raised, byHand].filter(Boolean);
  return parts.length ? parts : NONE;
}

const COLUMNS = [
  {name: '受理编号', sort: 'receiptNo', cell: caseLink},
  {name: '事项', className: 'ows-short', cell: service},
  {name: '环节', className: 'ows-short', cell: step},
  {name: '时限依据', cell: limit},
  {name: '超时（工作时间）', className: 'ows-short', cell: late},
  {name: '现状', sort: 'dueAt', title: '按到期时间排序', cell: end},
  {name: '经办人', cell: (one, page) => one.person ? page.nameOf(one.person) : NONE},
  {name: '超时原因', cell: reason},
  {name: '督办', cell: supervised}
];

export const lateCases = {
  title: '超时办件',
  people: true,
  filters: ['jurisdiction', 'service', 'version', 'department', 'scope', 'basis', 'open', 'period'],
  defaults: () => ({sort: '-dueAt', from: today(-29), to: today()}),
  ask: (server, state) => server.figures('late-cases', state),
  draw(said, page) {
    const acts = actsOn(page);
    const boxes = ticks(one => `选择 ${one.receiptNo}`, () => acts.chosen(boxes.chosen()),
      one => one.open);
    return [acts.bar, list(said, [boxes.column, ...COLUMNS], page, '这段时间没有超时的办件。')];
  }
};
