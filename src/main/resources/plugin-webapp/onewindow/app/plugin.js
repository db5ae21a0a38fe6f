// Writes the remaining working time onto each card of Tasklist. The cards of a page are asked for
// together, and again every minute while they are shown.

const REFRESH_MILLIS = 60000;
const GATHER_MILLIS = 50;
const cards = new Map();
let gathering = null;

function gather(api) {
  clearTimeout(gathering);
  gathering = setTimeout(() => ask(api), GATHER_MILLIS);
}

async function ask(api) {
  const ids = [...cards.keys()];
  if (ids.length === 0) {
    return;
  }
  const url = `${api.tasklistApi}/plugin/onewindow/${api.engine}/task-clock?ids=${ids.join(',')}`;
  const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (!answer.ok) {
    return;
  }
  const clocks = await answer.json();
  for (const [id, node] of cards) {
    show(node, clocks[id]);
  }
}

function show(node, clock) {
  if (!clock) {
    node.textContent = '';
    return;
  }
  const mark = {green: '●', amber: '▲', red: '■'}[clock.light];
  const late = clock.remaining.startsWith('已超时') ? 'red' : clock.light;
  node.className = `onewindow-clock ${late}`;
  node.title = clock.basis;
  node.textContent = `${mark} ${clock.remaining}${clock.provisional ? '（暂计）' : ''}`;
}

setInterval(() => cards.size > 0 && lastApi && ask(lastApi), REFRESH_MILLIS);
let lastApi = null;

export default {
  id: 'onewindow.remaining-time',
  pluginPoint: 'tasklist.card',
  priority: 10,
  render: (container, {api, taskId}) => {
    const node = document.createElement('div');
    container.appendChild(node);
    container.onewindowTask = taskId;
    cards.set(taskId, node);
    lastApi = api;
    gather(api);
  },
  unmount: container => {
    if (container && container.onewindowTask) {
      cards.delete(container.onewindowTask);
    }
  }
};
