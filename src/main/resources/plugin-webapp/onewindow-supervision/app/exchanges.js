// What departments' own systems were told in vain so far, or handed back: somebody should look.

import {element, link, moment, nothing} from './dom.js';
import {NONE} from './words.js';

const TABLE = 'table table-condensed ows-table';

function table(heads, rows) {
  return element('table', TABLE,
    element('thead', null, element('tr', null, ...heads.map(head => element('th', null, head)))),
    element('tbody', null, ...rows.map(cells => element('tr', null,
      ...cells.map(cell => element('td', null, ...[cell].flat()))))));
}

function told(one) {
  return [element('div', null, one.subject), element('div', 'ows-more', one.kindName)];
}

function department(one) {
  return [element('div', null, one.departmentName),
    element('div', 'ows-more', `${one.jurisdictionName}　${one.system}`)];
}

/** A limit does not wait for a system. */
function limit(one) {
  return one.dueAt
    ? [element('div', null, `${moment(one.dueAt)} 到期`), element('div', 'ows-more', '时限照常计算，不停表')]
    : NONE;
}

function standing(one) {
  const tried = one.tries ? `已试 ${one.tries} 次，最近 ${moment(one.lastFailedAt)}：${one.lastFailure}` : '';
  return [element('div', one.state === 'DELIVERED' || one.state === 'ANSWERED' ? null : 'ows-red',
    one.stateName), element('div', 'ows-more', [tried, one.note].filter(Boolean).join('；'))];
}

/** What a department's system was told of one case; nothing where none was. */
export function exchangesOfCase(exchanges) {
  if (exchanges.length === 0) {
    return [];
  }
  return [element('h4', null, '部门系统对接'), table(['推送内容', '部门系统', '写下', '送达', '状态', '时限'],
    exchanges.map(one => [told(one), department(one), moment(one.createdAt),
      one.deliveredAt ? moment(one.deliveredAt) : NONE, standing(one), limit(one)]))];
}

/** A line on the dashboard while something does not get through; nothing otherwise. */
export function notDelivered(said) {
  return said.total === 0
    ? []
    : [element('div', 'ows-problem', link(`部门系统对接：${said.total} 件未送达或被退回，任务仍在部门列表，时限照常计算`,
      '/onewindow/exchanges'))];
}

export const exchanges = {
  title: '部门系统对接',
  filters: ['jurisdiction'],
  ask: (server, state) => server.figures('exchanges', state),
  draw: said => [said.total === 0
    ? nothing('推送部门业务系统的内容都已送达，没有被退回的。')
    : table(['受理编号', '推送内容', '部门系统', '首次失败', '状态', '时限'], said.items.map(one => [
      link(one.receiptNo, `/onewindow/case?receiptNo=${one.receiptNo}`), told(one), department(one),
      one.firstFailedAt ? moment(one.firstFailedAt) : NONE, standing(one), limit(one)]))]
};
