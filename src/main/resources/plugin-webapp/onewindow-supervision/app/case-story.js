// One case: its timeline, every clock and why it is due when it is, what happened, who took the time.

import {days, facts, sources} from
  '../../../../../tasklist/plugin/onewindow/static/app/task-clock-text.js';
import {partyTable} from './attributable.js';
import {timeline} from './case-timeline.js';
import {element, moment, nothing} from './dom.js';
import {exchangesOfCase} from './exchanges.js';
import {light, NONE} from './words.js';

function lightOf(clock) {
  return clock.pausedSince ? 'PAUSED' : clock.light;
}

/** The case's own clock; a step that has none of its own runs under it. */
function nameOf(clock, steps) {
  const name = steps[clock.activityId];
  if (clock.step.endsWith('case')) {
    return `${name}（全程）`;
  }
  return clock.story.ofWholeCase ? `${name}（按全程时限）` : name;
}

function rows({timeline: told, steps}) {
  const clocks = told.clocks.map(clock => ({
    name: `时限　${nameOf(clock, steps)}`,
    from: clock.story.startedAt,
    to: clock.stoppedAt,
    due: clock.story.dueAt,
    className: `ows-clock-${lightOf(clock).toLowerCase()}`,
    marks: told.events.filter(event => event.clockId === clock.id || event.clockId === null)
      .filter(event => event.at >= clock.story.startedAt
        && (!clock.stoppedAt || event.at <= clock.stoppedAt))
      .map(event => ({kind: event.kind, at: event.at, text: `${event.kindName} ${event.reason ?? ''}`}))
  }));
  const tasks = told.tasks.map(task => ({
    name: task.name,
    from: task.startedAt,
    to: task.endedAt,
    className: task.waitsForApplicant ? 'ows-task-applicant' : 'ows-task'
  }));
  return [...clocks, ...tasks];
}

/** The explanation in full, opened by the reader; the most urgent is open at once. */
function clock(one, steps, open) {
  const {story} = one;
  const state = one.stoppedAt
    ? `已于 ${moment(one.stoppedAt)} 停止计时`
    : one.remaining;
  const due = one.pausedSince
    ? `原定 ${moment(story.dueAt)} 到期，恢复计时后顺延`
    : `${moment(story.dueAt)} 到期`;
  const node = element('details', 'ows-clock', element('summary', null,
    element('strong', null, nameOf(one, steps)), '　', light(lightOf(one), state),
    element('span', 'ows-more', `　${story.limit ?? story.basis}，${due}`
      + (story.provisional ? '（日历未公布，暂计）' : ''))),
  facts(story), element('h5', null, '为什么是这一天？'), days(story), sources(story));
  node.open = open;
  return node;
}

function clocks({timeline: told, steps}) {
  if (told.clocks.length === 0) {
    return nothing('本办件没有时限。');
  }
  const running = told.clocks.filter(one => !one.stoppedAt);
  const [urgent] = [...running].sort((a, b) => a.story.dueAt.localeCompare(b.story.dueAt));
  return element('div', null,
    ...told.clocks.map(one => clock(one, steps, one === urgent)));
}

function moved(event) {
  return event.oldDue && event.newDue
    ? `届满由 ${moment(event.oldDue)} 移至 ${moment(event.newDue)}`
    : '';
}

function happenings({timeline: told, steps, people}) {
  const byId = new Map(told.clocks.map(one => [one.id, nameOf(one, steps)]));
  if (told.events.length === 0) {
    return nothing('还没有提醒、亮灯、停表或延期。');
  }
  return element('table', 'table table-condensed ows-table',
    element('thead', null, element('tr', null, ...['时间', '事情', '时限', '经办', '说明']
      .map(head => element('th', null, head)))),
    element('tbody', null, ...told.events.map(event => element('tr', null,
      element('td', null, moment(event.at)), element('td', null, event.kindName),
      element('td', null, byId.get(event.clockId) ?? '全部'),
      element('td', null, event.actor ? people[event.actor] ?? event.actor : '系统'),
      element('td', null, [event.reason, event.noticeNo, moved(event)].filter(Boolean).join('；')
        || NONE)))));
}

function tasks({timeline: told}) {
  return element('table', 'table table-condensed ows-table',
    element('thead', null, element('tr', null, ...['任务', '部门', '开始', '办结']
      .map(head => element('th', null, head)))),
    element('tbody', null, ...told.tasks.map(task => element('tr', null,
      element('td', null, task.name, task.waitsForApplicant
        ? element('span', 'ows-more', '　等待申请人') : ''),
      element('td', null, task.department), element('td', null, moment(task.startedAt)),
      element('td', null, task.endedAt ? moment(task.endedAt) : '仍在办')))));
}

function heading({timeline: told, serviceName, jurisdictionName, subject}) {
  const facts = [`受理编号 ${told.receiptNo}`, `${jurisdictionName}　${serviceName}`, told.stateName,
    `${moment(told.receivedAt)} 收件`,
    told.acceptedAt ? `${moment(told.acceptedAt)} 受理` : '尚未受理',
    told.closedAt ? `${moment(told.closedAt)} 办结` : null];
  return element('div', null, element('h4', null, subject ?? ''),
    element('p', 'ows-more', facts.filter(Boolean).join('　·　')));
}

/**
 * @param ask asks the server for the story
 */
export function caseStory(ask) {
  return {
    title: '时限与经过',
    filters: [],
    ask,
    draw(said) {
      const told = said.timeline;
      return [
        heading(said),
        timeline(rows(said), told.pauses, told.receivedAt, said.asOf),
        element('h4', null, '时限'), clocks(said),
        element('h4', null, '提醒、亮灯、停表与延期'), happenings(said),
        element('h4', null, '任务'), tasks(said), ...exchangesOfCase(said.exchanges),
        element('h4', null, '用时归属'),
        partyTable(told.attributableTime.shares.map(one =>
          ({...one, share: told.attributableTime.totalMillis
            ? one.millis / told.attributableTime.totalMillis : 0})),
        told.attributableTime.totalMillis)
      ];
    }
  };
}
