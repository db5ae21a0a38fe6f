// What concerns no single task, from Tasklist's head: deputies, an applicant's withdrawal, and a
// supervisor's reassignments.

import {area, ask, button, element, field, moment, picks, table, ticks} from './desk-forms.js';
import {server} from './desk-server.js';

function day(value) {
  const input = element('input');
  input.type = 'date';
  input.value = value ?? '';
  return input;
}

function line(maxLength) {
  const input = element('input');
  input.type = 'text';
  input.maxLength = maxLength;
  return input;
}

class Desk {
  constructor(api, changed) {
    this.server = server(api);
    this.changed = changed;
  }

  async open() {
    const {said, problem} = await this.server.get('desk');
    const dialog = element('dialog', 'onewindow-dialog onewindow-wide');
    const close = button('关闭', 'btn-default');
    const shut = () => {
      dialog.close();
      dialog.remove();
    };
    close.onclick = shut;
    dialog.oncancel = shut;
    this.again = () => {
      shut();
      this.changed();
      this.open();
    };
    const parts = problem ? [element('p', 'onewindow-refusal', problem.message)] : this.parts(said);
    dialog.append(element('div', null, element('h4', null, '代办与改派'), ...parts,
      element('div', 'onewindow-buttons', close)));
    document.body.append(dialog);
    dialog.showModal();
  }

  parts(view) {
    const acts = element('section', 'onewindow-actions');
    const add = (label, deed, extra) => {
      const press = button(label, `btn-default ${extra ?? ''}`);
      press.onclick = deed;
      acts.append(press);
    };
    add('指定代办人', () => this.appoint(view));
    if (view.mayWithdraw) {
      add('登记申请人撤回', () => this.withdraw(), 'onewindow-final');
    }
    if (view.supervisor) {
      add('批量改派', () => this.reassign(view));
    }
    return [acts, element('h5', null, '代办安排'), this.deputies(view)];
  }

  deputies(view) {
    if (view.deputies.length === 0) {
      return element('p', 'onewindow-hint', '没有代办安排。');
    }
    return table(['请假人', '代办人', '自', '至', '理由', '状态', ''], view.deputies.map(one => {
      const press = button('取消代办', 'btn-default btn-xs');
      press.onclick = () => this.cancel(one);
      return [one.absent, one.deputy, one.from, one.to, one.reason, one.inForce ? '代办中' : '未开始',
        one.cancellable ? press : ''];
    }));
  }

  post(path, order) {
    return async () => {
      const {problem} = await this.server.post(path, order());
      if (!problem) {
        this.again();
      }
      return problem ?? null;
    };
  }

  appoint(view) {
    const everybody = view.people.map(one => [one.id, one.name]);
    const absent = picks(everybody, '我本人');
    const deputy = picks(everybody.filter(([id]) => id !== view.me));
    const from = day();
    const to = day();
    const reason = area();
    ask({
      title: '指定代办人',
      text: '期间内：请假人已认领和新分到的任务由代办人办理，部门待办也向代办人开放；签署显示为“某某 代 某某”。到期自动交还未办任务。',
      fields: [
        ...(view.supervisor ? [field('absent', '请假人', absent)] : []),
        field('deputy', '代办人', deputy),
        field('from', '自', from),
        field('to', '至', to, '含当日'),
        field('reason', '理由', reason, '例如出差、休假；记入审计')
      ],
      press: '确定指定',
      send: this.post('desk/deputies', () => ({
        absent: absent.value || null,
        deputy: deputy.value,
        from: from.value || null,
        to: to.value || null,
        reason: reason.value
      }))
    });
  }

  cancel(one) {
    const reason = area();
    ask({
      title: '取消代办',
      text: `${one.deputy} 代 ${one.absent}，${one.from} 至 ${one.to}。取消后未办的任务交还本人。`,
      fields: [field('reason', '理由', reason, '记入审计')],
      press: '确定取消代办',
      send: this.post(`desk/deputies/${one.id}/cancellation`, () => ({reason: reason.value}))
    });
  }

  withdraw() {
    const receiptNo = line(32);
    const reason = area();
    ask({
      title: '登记申请人撤回',
      fields: [
        field('receiptNo', '受理编号', receiptNo, '21 位数字'),
        field('reason', '申请人撤回的理由', reason, '按申请人的书面说明填写')
      ],
      press: '确定撤回',
      warning: '撤回后，该办件的全部任务立即终止；不能撤销，申请人只能重新申请。',
      send: this.post('desk/withdrawals',
        () => ({receiptNo: receiptNo.value, reason: reason.value}))
    });
  }

  /** First whose tasks, then which of them and to whom. */
  reassign(view) {
    const from = picks([
      ...view.people.map(one => [`p:${one.id}`, one.name]),
      ...view.offices.map(one => [`g:${one.group}`, `${one.name}（部门全部任务）`])
    ]);
    ask({
      title: '批量改派',
      fields: [field('from', '原办理人或部门', from)],
      press: '列出任务',
      send: async () => {
        const [kind, id] = from.value.split(':');
        const key = kind === 'g' ? 'fromGroup' : 'from';
        const {said, problem} =
          await this.server.get(`desk/reassignments?${key}=${encodeURIComponent(id ?? '')}`);
        if (problem) {
          return problem;
        }
        if (said.length === 0) {
          return {message: '没有在办任务。'};
        }
        this.choose(view, said);
        return null;
      }
    });
  }

  choose(view, tasks) {
    const which = ticks('tasks', `任务（共 ${tasks.length} 项）`, tasks.map(one => [one.id,
      `${one.name}，${one.receiptNo}，${one.assignee ?? '未认领'}`
        + (one.due ? `，${moment(one.due)} 到期` : '')]));
    const all = button('全选', 'btn-default btn-xs');
    all.onclick = () => which.boxes.forEach(label => {
      const box = label.querySelector('input');
      if (!box.checked) {
        box.click();
      }
    });
    const to = picks(view.people.map(one => [one.id, one.name]), '退回部门待办');
    const reason = area();
    ask({
      title: '批量改派',
      text: '所选任务全部改派，或者（有一项不能改派时）全部不动。',
      fields: [which.node, all, field('to', '改派给', to),
        field('reason', '理由', reason, '记入审计')],
      press: '确定改派',
      send: () => which.chosen().length === 0
        ? Promise.resolve({fields: [{key: 'tasks', label: '任务', reason: '至少选择一项'}]})
        : this.post('desk/reassignments', () => ({
          tasks: which.chosen(),
          to: to.value || null,
          reason: reason.value
        }))()
    });
  }
}

/**
 * @param changed called after an act, to bring lists up to date
 */
export function desk(changed) {
  return {
    id: 'onewindow.desk',
    pluginPoint: 'tasklist.navbar.action',
    priority: 10,
    render: (container, {api}, scope) => {
      const press = element('a', 'onewindow-desk-link', '代办与改派');
      press.href = '';
      press.onclick = event => {
        event.preventDefault();
        new Desk(api, () => changed(scope)).open();
      };
      container.append(press);
    },
    unmount: () => {}
  };
}
