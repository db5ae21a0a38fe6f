// The open cases with the time they have left, and what a supervisor does about them.

import {actsOn} from './acts.js';
import {element, link, moment} from './dom.js';
import {list, ticks} from './list.js';
import {light, NONE} from './words.js';

export function caseLink(one) {
  return link(one.receiptNo, `/onewindow/case?receiptNo=${one.receiptNo}`, 'ows-receipt');
}

export function service(one) {
  return [element('div', null, one.serviceName),
    element('small', 'ows-more', `${one.jurisdictionName}　第${one.version}版`)];
}

function lights(one) {
  return one.provisional
    ? [light(one.light), element('div', null, light('PROVISIONAL'))]
    : light(one.light);
}

function remaining(one) {
  if (!one.limit) {
    return NONE;
  }
  const paused = one.pausedSince ? `停表自 ${moment(one.pausedSince)}` : null;
  return [element('strong', `ows-${one.light.toLowerCase()}`, one.limit.remaining),
    element('div', 'ows-more', paused ?? `${moment(one.limit.dueAt)} 到期`)];
}

function limit(one) {
  if (!one.limit) {
    return '没有正在计时的时限';
  }
  const {name, wholeCase, basisName, text, citation} = one.limit;
  const node = element('div', null, wholeCase ? '全程' : name,
    element('div', 'ows-more', `${basisName} ${text ?? ''}`));
  node.title = citation ?? '';
  return node;
}

function holders(one, page) {
  return one.holders.map(holder => element('div', null,
    `${holder.name}　${holder.departmentName}`,
    element('small', 'ows-more', holder.person ? ` ${page.nameOf(holder.person)}` : ' 无人签收')));
}

/** What a supervisor last did about the case. */
export function supervision(one, page) {
  if (!one.supervision) {
    return NONE;
  }
  const {kindName, at, by, reason} = one.supervision;
  const node = element('div', null, `${kindName}　${page.nameOf(by)}`, element('div', 'ows-more', moment(at)));
  node.title = reason ?? '';
  return node;
}

const COLUMNS = [
  {name: '受理编号', sort: 'receiptNo', cell: caseLink},
  {name: '事项', className: 'ows-short', cell: service},
  {name: '亮灯', cell: lights},
  {name: '剩余时间', className: 'ows-short', sort: 'dueAt', cell: remaining, title: '最急的时限；红灯为已超时的时间'},
  {name: '时限', className: 'ows-short', cell: limit},
  {name: '现在在谁手上', cell: holders},
  {name: '收件', className: 'ows-short', sort: 'receivedAt', cell: one => moment(one.receivedAt)},
  {name: '督办', className: 'ows-short', cell: supervision}
];

export const openCases = {
  title: '在办办件',
  people: true,
  filters: ['jurisdiction', 'service', 'version', 'department', 'light', 'due'],
  defaults: () => ({sort: 'dueAt'}),
  ask: (server, state) => server.figures('open-cases', state),
  draw(said, page) {
    const acts = actsOn(page);
    const boxes = ticks(one => `选择 ${one.receiptNo}`, () => acts.chosen(boxes.chosen()));
    return [acts.bar, list(said, [boxes.column, ...COLUMNS], page, '没有符合条件的在办办件。')];
  }
};
