// The edits of a what-if: what each kind needs, as a form, and back to the scenario's JSON.

import {button, node, options} from './nodes.js';
import {limit, step, UNITS} from './words.js';

const DAYS = [['MONDAY', '周一'], ['TUESDAY', '周二'], ['WEDNESDAY', '周三'], ['THURSDAY', '周四'],
  ['FRIDAY', '周五'], ['SATURDAY', '周六'], ['SUNDAY', '周日']];
const OWN = 'own';

/** Kinds of edits by the rung of the ladder that unlocks them. */
export const KINDS = {
  parallelize: {rung: 1, name: '串联改并联', fields: ['tasks']},
  serialize: {rung: 1, name: '并联改串联', fields: ['tasks']},
  skipTask: {rung: 1, name: '略去一个环节', fields: ['task']},
  useModelVersion: {rung: 1, name: '换用流程的另一版本', fields: ['file']},
  setDuration: {rung: 2, name: '改办理时长', fields: ['anyTask', 'distribution']},
  setLimit: {rung: 2, name: '改时限', fields: ['step', 'limit']},
  useJurisdiction: {rung: 2, name: '改按另一辖区的方案', fields: ['jurisdiction']},
  setReturnRate: {rung: 2, name: '改退回补正率', fields: ['rate']},
  addStaff: {rung: 3, name: '增加人员', fields: ['group', 'amount']},
  scaleArrivals: {rung: 3, name: '改来件量', fields: ['factor']},
  setCalendar: {rung: 4, name: '改部门的办公时间', fields: ['group', 'calendar']}
};

const row = (label, field) => node('label', [`${label} `, field]);

function select(key, pairs, value, attributes = {}) {
  return node('select', options(pairs, value), {'data-key': key, ...attributes});
}

function figure(key, value, attributes) {
  return node('input', [], {type: 'number', 'data-key': key, value, required: true, ...attributes});
}

/** The parts of each field: how it is drawn and how it is read. */
function fields(bench) {
  const tasks = bench.elements.filter(one => one.kind === 'WORK');
  const here = tasks.filter(one => one.process === bench.service).map(one => [one.element, one.name]);
  const names = Object.entries(bench.groups);
  return {
    tasks: {
      draw: edit => row('任务（按住 Ctrl 选两个以上）', (() => {
        const list = select('tasks', here, null, {multiple: true, size: 6});
        for (const one of list.options) one.selected = (edit.tasks ?? []).includes(one.value);
        return list;
      })()),
      read: (at, edit) => { edit.tasks = [...at('tasks').selectedOptions].map(one => one.value); }
    },
    task: {
      draw: edit => row('环节', select('task', here, edit.task)),
      read: (at, edit) => { edit.task = at('task').value; }
    },
    anyTask: {
      draw: edit => row('环节', select('task', tasks.map(one => [one.figure,
        one.process === bench.service ? one.name : `${one.name}（${one.processName}）`]), edit.task)),
      read: (at, edit) => { edit.task = at('task').value; }
    },
    file: {
      draw: edit => row('版本', select('file',
        bench.versions.map(one => [`${bench.service}@${one}`, `第 ${one} 版`]), edit.file)),
      read: (at, edit) => { edit.file = at('file').value; }
    },
    distribution: duration(),
    step: {
      draw: edit => row('步骤', select('step', bench.steps.map(one => [one, step(one)]), edit.step)),
      read: (at, edit) => { edit.step = at('step').value; }
    },
    limit: {
      draw: edit => {
        const [value, unit] = (edit.limit ?? '1 WORKING_DAY').split(' ');
        return node('span', [row('时限', figure('limit', value, {min: 1, max: 999, step: 1})),
          select('unit', Object.entries(UNITS), unit, {'aria-label': '单位'})]);
      },
      read: (at, edit) => { edit.limit = `${at('limit').value} ${at('unit').value}`; }
    },
    jurisdiction: {
      draw: edit => row('辖区', select('jurisdiction', bench.places, edit.jurisdiction)),
      read: (at, edit) => { edit.jurisdiction = at('jurisdiction').value; }
    },
    rate: {
      draw: edit => row('退回补正的占（%）', figure('rate',
        edit.rate === undefined ? 20 : Math.round(edit.rate * 1000) / 10, {step: 'any'})),
      read: (at, edit) => { edit.rate = Number(at('rate').value) / 100; }
    },
    group: {
      draw: edit => row('部门', select('group', names, edit.group)),
      read: (at, edit) => { edit.group = at('group').value; }
    },
    amount: {
      draw: edit => row('人数', figure('amount', edit.amount ?? 1, {min: 1, step: 1})),
      read: (at, edit) => { edit.amount = Number(at('amount').value); }
    },
    factor: {
      draw: edit => row('来件量为现在的（倍）', figure('factor', edit.factor ?? 1.2, {step: 'any'})),
      read: (at, edit) => { edit.factor = Number(at('factor').value); }
    },
    calendar: duty(bench)
  };
}

function minutes(text) {
  const match = /^PT([\d.]+)M$/.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
}

function duration() {
  const shapes = [['lognormal', '有长有短（对数正态）'], ['fixed', '固定'], ['exponential', '差别很大（指数）']];
  return {
    draw: edit => {
      const given = edit.distribution ?? {};
      const deviation = row('标准差（分钟）',
        figure('deviation', minutes(given.deviation) ?? 5, {step: 'any'}));
      const kind = select('shape', shapes, given.distribution, {'aria-label': '分布',
        onchange: () => { deviation.hidden = kind.value !== 'lognormal'; }});
      deviation.hidden = kind.value !== 'lognormal';
      return node('span', [kind,
        row('平均（分钟）', figure('distribution', minutes(given.mean ?? given.value) ?? 10, {step: 'any'})),
        deviation]);
    },
    read: (at, edit) => {
      const mean = `PT${at('distribution').value}M`;
      const shape = at('shape').value;
      edit.distribution = shape === 'fixed' ? {distribution: 'fixed', value: mean}
        : shape === 'exponential' ? {distribution: 'exponential', mean}
          : {distribution: 'lognormal', mean, deviation: `PT${at('deviation').value}M`};
    }
  };
}

function duty(bench) {
  const clock = (key, value) => node('input', [], {type: 'time', 'data-key': key, value, required: true});
  return {
    draw: edit => {
      const known = bench.calendars().map(one => [one.id, one.name ?? one.id]);
      const own = node('span', [select('from', DAYS, 'MONDAY', {'aria-label': '从'}), ' 至 ',
        select('to', DAYS, 'FRIDAY', {'aria-label': '至'}), ' ', clock('begin', '09:00'), ' 至 ',
        clock('end', '20:00'), node('span', '，自定义的时间不随节假日变动', {class: 'quiet'})]);
      const list = select('calendar', [['office', '按办公时间'], ['always', '全天候'], ...known,
        [OWN, '自定义…']], edit.calendar, {onchange: () => { own.hidden = list.value !== OWN; }});
      own.hidden = list.value !== OWN;
      return node('span', [row('改为', list), own]);
    },
    read: (at, edit) => {
      edit.calendar = at('calendar').value;
      if (edit.calendar === OWN) {
        edit.calendar = bench.calendar({
          from: at('from').value, to: at('to').value,
          beginTime: `${at('begin').value}:00`, endTime: `${at('end').value}:00`
        });
      }
    }
  };
}

/** One edit as a form; {@code read} gives it back as JSON. */
export function form(bench, edit, remove) {
  const kind = KINDS[edit.edit];
  const parts = fields(bench);
  const item = node('li', [
    node('b', kind?.name ?? edit.edit), ' ', button('删去', () => remove(), {'aria-label': '删去这项改动'}),
    node('div', kind ? kind.fields.map(one => parts[one].draw(edit)) : JSON.stringify(edit))]);
  const find = key => item.querySelector(`[data-key="${key}"]`);
  return {
    item,
    read() {
      if (!kind) return edit;
      const made = {edit: edit.edit};
      kind.fields.forEach(one => parts[one].read(find, made));
      return made;
    },
    /** Shows a refusal at the field it is about, or at the whole edit. */
    refuse(key, why) {
      const field = find(key) ?? item;
      field.classList.add('refused');
      (field === item ? item : field.parentElement).append(node('span', why, {class: 'why'}));
      field.scrollIntoView({block: 'center'});
    }
  };
}

/** What a trainer may do to the element that was clicked. */
export function offers(bench, element, rung) {
  const next = bench.after(element);
  const all = [];
  const mine = element.process === bench.service;
  if (element.kind === 'WORK') {
    if (mine) all.push([{edit: 'skipTask', task: element.element}, '略去这个环节']);
    if (mine && next) {
      all.push([{edit: 'parallelize', tasks: [element.element, next.element]}, `与“${next.name}”并联`]);
    }
    all.push([{edit: 'setDuration', task: element.figure, distribution: bench.duration(element.figure)},
      '改办理时长']);
    for (const group of bench.groupsOf(element)) {
      all.push([{edit: 'addStaff', group, amount: 1}, `${bench.groups[group]}加人`]);
      all.push([{edit: 'setCalendar', group, calendar: 'office'}, `改${bench.groups[group]}的办公时间`]);
    }
  }
  if (element.step && bench.steps.includes(element.step)) {
    all.push([{edit: 'setLimit', step: element.step, limit: bench.limit(element.step)},
      `改“${step(element.step)}”的时限（${limit(bench.limit(element.step))}）`]);
  }
  return all.filter(([edit]) => KINDS[edit.edit].rung <= rung);
}
