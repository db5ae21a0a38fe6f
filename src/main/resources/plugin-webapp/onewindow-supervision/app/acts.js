// What a supervisor does from a list: supervise, ask for a reason, raise, reassign. Everything is
// done or nothing, and every act needs its reason.

import {area, ask, field, picks, ticks} from
  '../../../../../tasklist/plugin/onewindow-desk/static/app/desk-forms.js';
import {element, press} from './dom.js';

const ACTS = [
  {
    action: 'SUPERVISE',
    label: '督办',
    text: '每个在办部门收到一项督办任务，所选办件的任务排到最前。'
  },
  {
    action: 'ASK_REASON',
    label: '要求说明原因',
    text: '每个在办部门收到一项任务，须说明原因和整改措施。'
  },
  {
    action: 'RAISE',
    label: '报请上一级',
    text: '本机关负责人收到一项督办任务。'
  }
];

function numbers(items) {
  return [...new Set(items.map(one => one.receiptNo))];
}

function concerned(items) {
  const all = numbers(items);
  const some = all.slice(0, 3).join('、');
  return all.length > 3 ? `${some} 等 ${all.length} 件` : `${some}，共 ${all.length} 件`;
}

/** Does it and shows the list anew; answers the problem, or null. */
async function send(page, order) {
  const {problem} = await page.server.supervise(order);
  if (!problem) {
    page.acted();
  }
  return problem ?? null;
}

function supervise(page, items, {action, label, text}) {
  const reason = area();
  ask({
    title: label,
    text: `${text}所选：${concerned(items)}。`,
    fields: [field('reason', '督办要求', reason, '写明事由和要求；记入审计')],
    press: `确定${label}`,
    send: () => send(page, {action, receiptNos: numbers(items), reason: reason.value})
  });
}

/** The people of the departments that hold the tasks; everybody when none of them is known. */
function people(desk, tasks) {
  const groups = new Set(tasks.map(task => task.department));
  const there = desk.offices.filter(office => groups.has(office.group))
    .flatMap(office => office.people);
  const all = there.length > 0 ? there : desk.people;
  return [...new Map(all.map(one => [one.id, one.name]))];
}

async function reassign(page, items) {
  const tasks = items.flatMap(one => one.holders.map(task => ({...task, receiptNo: one.receiptNo})));
  const {said: desk, problem} = await page.server.desk();
  if (problem || tasks.length === 0) {
    ask({
      title: '改派',
      text: problem?.message ?? '所选办件没有可以改派的任务。',
      fields: [],
      press: '知道了',
      send: () => Promise.resolve(null)
    });
    return;
  }
  const which = ticks('tasks', `任务（共 ${tasks.length} 项）`, tasks.map(task => [task.taskId,
    `${task.name}，${task.receiptNo}，${task.departmentName}，${task.person ? page.nameOf(task.person) : '无人签收'}`]));
  // a click on what is not on the page yet would tick the box and tell nobody
  which.boxes.map(label => label.querySelector('input')).forEach(box => {
    box.checked = true;
    box.dispatchEvent(new Event('change'));
  });
  const to = picks(people(desk, tasks), '退回部门待办');
  const reason = area();
  ask({
    title: '改派',
    text: '所选任务全部改派，或者（有一项不能改派时）全部不动。',
    fields: [which.node, field('to', '改派给', to), field('reason', '理由', reason, '记入审计')],
    press: '确定改派',
    send: () => which.chosen().length === 0
      ? Promise.resolve({fields: [{key: 'tasks', label: '任务', reason: '至少选择一项'}]})
      : send(page, {
        action: 'REASSIGN', tasks: which.chosen(), to: to.value || null, reason: reason.value
      })
  });
}

/**
 * The bar above a list.
 *
 * @returns {@code bar}, and {@code chosen(items)} to call when other cases are ticked
 */
export function actsOn(page) {
  const told = element('span', 'ows-told', '勾选办件后可以办理：');
  const bar = element('div', 'ows-acts', told);
  let items = [];
  const buttons = ACTS.map(act => press(act.label, () => supervise(page, items, act)));
  buttons.push(press('改派…', () => reassign(page, items)));
  bar.append(...buttons);
  const chosen = now => {
    items = now;
    told.textContent = items.length === 0
      ? '勾选办件后可以办理：'
      : `已选 ${numbers(items).length} 件：`;
    buttons.forEach(button => {
      button.disabled = items.length === 0;
    });
    buttons[ACTS.length].disabled = !items.some(one => one.holders?.length);
  };
  chosen([]);
  return {bar, chosen};
}
