// The tab 办理动作 of a task: what may be done beyond its form, what was asked and answered, who
// signs, and what was done so far.

import {area, ask, button, element, field, moment, picks, table, ticks} from './desk-forms.js';
import {server} from './desk-server.js';

const REFRESH_MILLIS = 60000;

let refreshing = null;

const REASONS = {
  CONSULT: ['征求意见的内容', '写明需要对方就什么提出意见；内部时限一个工作日（系统默认，非承诺）'],
  SIGN_BEFORE: ['请签署人审核的内容', '签署之前本任务不能办结；内部时限一个工作日（系统默认，非承诺）'],
  WITHDRAW_CASE: ['申请人撤回的理由', '按申请人的书面说明填写'],
  RETURN: ['退回理由', '写明需要补办或更正什么']
};

const TEXTS = {
  CLAIM: '认领后由您办理，同事不能再认领。',
  RELEASE: '释放后任务回到部门待办，同事可以认领。',
  TRANSFER: '转办后由对方办理，不再回到您这里。',
  DELEGATE: '对方提交表单后任务回到您这里，由您办结；期间可以收回。',
  HAND_BACK: '交回给委派人；已提交的内容保留。',
  TAKE_BACK: '收回后由您继续办理。',
  SIGN_AFTER: '您在“表单”中填写并点“办结”即为签署，任务依次转给下列签署人，最后一位签署人办结；按勾选的先后签署。',
  CANCEL_SIGN_AFTER: '取消后由您直接办结。',
  SEND_BACK: '任务回到上一签署人，已填写的内容保留。',
  RETURN: '办件总时限不重新计算。'
};

function people(list) {
  return list.map(one => [one.id, one.name]);
}

/** The fields that an act needs beside its reason, and what they say. */
function details(action, view) {
  if (action === 'TRANSFER') {
    const to = picks(people(view.colleagues), '整个部门（回到部门待办）');
    return {fields: [field('person', '转给', to)], read: () => ({person: to.value})};
  }
  if (action === 'DELEGATE') {
    const to = picks(people(view.colleagues));
    return {fields: [field('person', '委派给', to)], read: () => ({person: to.value})};
  }
  if (action === 'CONSULT') {
    const groups = ticks('groups', '征求意见的部门', view.offices.map(one => [one.group, one.name]),
      '可同时征求多个部门');
    return {fields: [groups.node], read: () => ({groups: groups.chosen()})};
  }
  if (action === 'SIGN_BEFORE') {
    const to = picks(view.offices.flatMap(office =>
      office.people.map(one => [one.id, `${office.name}：${one.name}`])));
    return {fields: [field('person', '签署人', to)], read: () => ({person: to.value})};
  }
  if (action === 'SIGN_AFTER') {
    const to = ticks('persons', '签署人', people(view.signers), '按勾选的先后签署');
    return {fields: [to.node], read: () => ({persons: to.chosen()})};
  }
  if (action === 'RETURN') {
    const to = picks(view.steps.map(one => [one.element, `${one.name}（${one.where}）`]));
    return {
      fields: [field('step', '退回到', to, view.stepsLimit)],
      read: () => ({step: to.value})
    };
  }
  if (action === 'WITHDRAW_INQUIRY') {
    const which = picks(view.inquiries.filter(one => one.open && one.own)
      .map(one => [one.id, `${one.kind}：${one.asked}`]));
    return {fields: [field('inquiry', '征询', which)], read: () => ({inquiry: which.value})};
  }
  return {fields: [], read: () => ({})};
}

class Tab {
  constructor(container, {api, taskId}, changed) {
    this.changed = changed;
    this.server = server(api);
    this.path = `task/${taskId}/actions`;
    this.notice = element('div', 'onewindow-refusal');
    this.body = element('div');
    container.append(element('div', 'onewindow-desk', this.notice, this.body));
  }

  async load() {
    const {said, problem} = await this.server.get(this.path);
    this.notice.textContent = problem ? problem.message : '';
    this.body.replaceChildren(...(problem ? [] : this.parts(said)));
  }

  parts(view) {
    return [this.standing(view), this.acts(view), this.inquiries(view), this.signers(view),
      this.log(view)].filter(part => part !== null);
  }

  standing(view) {
    const holder = view.assignee ? `办理人 ${view.assignee}` : '尚未认领';
    const owner = view.owner ? `；之后转给 ${view.owner}` : '';
    return element('p', 'onewindow-standing',
      `${view.subject}（受理编号 ${view.receiptNo}）：${view.task}，${holder}${owner}`);
  }

  acts(view) {
    if (view.acts.length === 0) {
      return element('p', 'onewindow-hint', '该任务不属于您的部门职能，您只能查看。');
    }
    const possible = view.acts.filter(act => !act.refusal);
    const not = view.acts.filter(act => act.refusal);
    const all = element('section', 'onewindow-actions', ...possible.map(act => {
      const press = button(act.label, act.warning ? 'btn-default onewindow-final' : 'btn-default');
      press.onclick = () => this.open(act, view);
      return press;
    }));
    const why = element('details', 'onewindow-why', element('summary', null, '现在不能办理的动作'),
      element('ul', null, ...not.map(act => element('li', null, `${act.label}：${act.refusal}`))));
    return element('div', null, all, not.length > 0 ? why : null);
  }

  open(act, view) {
    const {fields, read} = details(act.action, view);
    const reason = area();
    const [label, hint] = REASONS[act.action] ?? ['理由', '记入审计'];
    ask({
      title: act.label,
      text: TEXTS[act.action],
      fields: [...fields, field('reason', label, reason, hint)],
      press: `确定${act.label}`,
      warning: act.warning,
      send: async () => {
        const {problem} = await this.server.post(this.path,
          {action: act.action, reason: reason.value, ...read()});
        if (!problem) {
          this.changed();
          await this.load();
        }
        return problem ?? null;
      }
    });
  }

  inquiries(view) {
    if (view.inquiries.length === 0) {
      return null;
    }
    return element('section', null, element('h5', null, '征求意见与前加签'),
      table(['方式', '对象', '内容', '发起', '状态', '答复'], view.inquiries.map(one => [
        one.kind, one.asked, one.question, `${one.askedBy}，${moment(one.askedAt)}`, one.state,
        one.open ? '' : `${one.decision ? `${one.decision}：` : ''}${one.opinion ?? ''}`
          + `（${one.endedBy ?? '系统'}，${moment(one.endedAt)}）`
      ])));
  }

  signers(view) {
    if (view.chain.length === 0) {
      return null;
    }
    return element('section', null, element('h5', null, '签署顺序'),
      element('ol', 'onewindow-chain', ...view.chain.map(one =>
        element('li', null,
          one.signedAt ? `${one.person}：已于 ${moment(one.signedAt)} 签署` : `${one.person}：待签署`))));
  }

  log(view) {
    if (view.log.length === 0) {
      return null;
    }
    return element('section', null, element('h5', null, '办理记录'),
      table(['时间', '动作', '任务', '经办', '由', '至', '理由'], view.log.map(one => [
        moment(one.at), one.label, one.task, one.by, one.fromWhom, one.toWhom, one.reason])));
  }
}

/**
 * @param changed called after an act, to bring lists and cards up to date
 */
export function taskActs(changed) {
  return {
    id: 'onewindow.task-acts',
    pluginPoint: 'tasklist.task.detail',
    priority: 60,
    properties: {label: '办理动作'},
    render: (container, attributes, scope) => {
      clearInterval(refreshing);
      const tab = new Tab(container, attributes, () => changed(scope));
      tab.load();
      refreshing = setInterval(() => tab.load(), REFRESH_MILLIS);
    },
    unmount: () => clearInterval(refreshing)
  };
}
