// What OneWindow adds to Tasklist: the case and its remaining time on each card, and the most
// urgent task first, and the tabs 时限, 材料, 文书 and 证件与联系 of each task.

import {navbarSearch} from './navbar-search.js';
import {papers} from './papers.js';
import {personalData} from './personal-data.js';
import {taskClock} from './task-clock.js';
import {taskMaterials} from './task-materials.js';

const REFRESH_MILLIS = 60000;
const GATHER_MILLIS = 50;
const LATE = '已超时';
const PAUSED = '停表中';
const MARKS = {green: '●', amber: '▲', red: '■', paused: '‖'};
const BY_DUE_DATE = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]);

const cards = new Map();
let gathering = null;
let lastApi = null;

/** Asks for all cards of a page at once, shortly after the last of them appeared. */
function gather(api) {
  lastApi = api;
  clearTimeout(gathering);
  gathering = setTimeout(ask, GATHER_MILLIS);
}

async function ask() {
  if (cards.size === 0) {
    return;
  }
  const ids = [...cards.keys()].join(',');
  const url = `${lastApi.tasklistApi}/plugin/onewindow/${lastApi.engine}/task-card?ids=${ids}`;
  const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (answer.ok) {
    const found = await answer.json();
    cards.forEach((node, id) => show(node, found[id]));
  }
}

function line(className, text) {
  const node = document.createElement('div');
  node.className = className;
  node.textContent = text;
  return node;
}

function standing(card) {
  if (card.remaining === PAUSED) {
    return 'paused';
  }
  return card.remaining.startsWith(LATE) ? 'red' : card.light;
}

function show(node, card) {
  if (!card) {
    node.replaceChildren();
    return;
  }
  const light = standing(card);
  const provisional = card.provisional ? '（日历未公布，暂计）' : '';
  const clock = line(`onewindow-clock ${light}`, `${MARKS[light]} ${card.remaining}${provisional}`);
  clock.title = `${card.basis}，${card.due.slice(0, 16).replace('T', ' ')} 到期`;
  node.replaceChildren(
    line('onewindow-case', `${card.subject}（${card.applicant}）`),
    line('onewindow-case', `受理编号 ${card.receiptNo}`),
    clock,
    ...(card.remark ? [line('onewindow-case', card.remark)] : []));
}

/** Tasklist itself would begin with the newest task; a department begins with the most urgent. */
function mostUrgentFirst() {
  const [path, query = ''] = window.location.hash.replace(/^#/, '').split('?');
  const search = new URLSearchParams(query);
  if (path === '/' && !search.has('sorting')) {
    search.set('sorting', BY_DUE_DATE);
    window.location.hash = `${path}?${search}`;
  }
}

/** After an act the list of tasks and their cards are read again. */
function refresh(api, scope) {
  scope?.$root?.$broadcast('refresh');
  gather(api);
}

setInterval(ask, REFRESH_MILLIS);

export default [
  {
    id: 'onewindow.card',
    pluginPoint: 'tasklist.card',
    priority: 10,
    render: (container, {api, taskId}) => {
      const node = document.createElement('div');
      container.appendChild(node);
      container.onewindowTask = taskId;
      cards.set(taskId, node);
      gather(api);
    },
    unmount: container => {
      if (container?.onewindowTask) {
        cards.delete(container.onewindowTask);
      }
    }
  },
  {
    id: 'onewindow.most-urgent-first',
    pluginPoint: 'tasklist.list',
    priority: 10,
    render: container => {
      container.closest('view')?.style.setProperty('display', 'none');
      mostUrgentFirst();
    }
  },
  navbarSearch,
  taskClock(refresh),
  taskMaterials(),
  papers,
  personalData
];
