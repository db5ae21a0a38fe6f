// Who took the time: every millisecond belongs to exactly one party, and the shares add up.

import {today} from './days.js';
import {element, nothing} from './dom.js';
import {about, exactly, percent} from './words.js';

/** Classes of the kinds, so that departments, applicants and pauses are told apart at a glance. */
const KINDS = {
  DEPARTMENT: 'ows-party-department',
  WINDOW: 'ows-party-window',
  APPLICANT: 'ows-party-applicant',
  SPECIAL_PROCEDURE: 'ows-party-special',
  SYSTEM: 'ows-party-system',
  OFF_HOURS: 'ows-party-off'
};

function bar(one) {
  const fill = element('i', KINDS[one.kind]);
  fill.style.width = `${one.share * 100}%`;
  const node = element('div', 'ows-party', fill);
  node.title = `${one.name} ${exactly(one.millis)}`;
  return node;
}

function row(one) {
  return element('tr', null,
    element('td', null, one.name,
      one.kindName === one.name ? '' : element('div', 'ows-more', one.kindName)),
    element('td', 'ows-wide', bar(one)),
    element('td', 'ows-right', percent(one.share)),
    element('td', 'ows-right', about(one.millis)),
    element('td', 'ows-right ows-exact', exactly(one.millis)));
}

/** The same table for a selection of cases and for one case. */
export function partyTable(shares, totalMillis) {
  const sum = shares.reduce((all, one) => all + one.millis, 0);
  const heads = ['归属', '', '占比', '约', '精确'];
  return element('table', 'table table-condensed ows-table ows-parties',
    element('thead', null, element('tr', null, ...heads.map((head, at) =>
      element('th', at > 1 ? 'ows-right' : null, head)))),
    element('tbody', null, ...shares.map(row)),
    element('tfoot', null, element('tr', null, element('th', null, '合计'), element('td'),
      element('td', 'ows-right', percent(totalMillis ? sum / totalMillis : null)), element('td', 'ows-right', about(totalMillis)),
      element('td', 'ows-right ows-exact', exactly(sum)))));
}

export const attributable = {
  title: '用时归属',
  // no department: time is shared out among all who had a case
  filters: ['jurisdiction', 'service', 'version', 'period'],
  defaults: () => ({from: today(-29), to: today()}),
  ask: (server, state) => server.figures('attributable', state),
  draw(said) {
    if (said.cases === 0) {
      return [nothing('这段时间没有办件。')];
    }
    return [
      element('p', null, `${said.selection ?? '所选办件'}：${said.cases} 件（仍在办 ${said.open} 件），`
        + `从收件到办结共 ${about(said.totalMillis)}，逐段归属，合计与总时间相等。`),
      partyTable(said.shares, said.totalMillis)
    ];
  }
};
