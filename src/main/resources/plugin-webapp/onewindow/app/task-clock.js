// The tab 时限 of a task: why it is due on that day, to read and to print, and the officers' acts.

import {acts} from './task-clock-acts.js';
import {element, print, text} from './task-clock-text.js';

const REFRESH_MILLIS = 60000;

let refreshing = null;

function plugin(api) {
  return `${api.tasklistApi}/plugin/onewindow`;
}

/** What the server says: its answer, or the problem it has. */
async function call(url, options) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', ...options});
    const body = await answer.text();
    const said = body ? JSON.parse(body) : null;
    return answer.ok ? {said} : {problem: said ?? {message: '系统没有应答，请稍后再试。'}};
  } catch {
    return {problem: {message: '与系统的连接中断，请检查网络后再试；您填写的内容没有提交。'}};
  }
}

class Tab {
  constructor(container, {api, taskId}, changed) {
    this.api = api;
    this.changed = changed;
    this.url = `${plugin(api)}/${api.engine}/task-clock/${taskId}`;
    this.paper = element('div');
    this.acts = element('div');
    this.press = element('button', 'btn btn-default onewindow-print-button', '打印');
    this.press.type = 'button';
    this.press.onclick = () => this.print();
    this.notice = element('div', 'onewindow-refusal');
    container.append(
      element('div', 'onewindow-tab', this.press, this.notice, this.acts, this.paper));
  }

  /** Reads anew; the acts only when nothing is being typed into them. */
  async load(withActs) {
    const {said, problem} = await call(this.url, {headers: {Accept: 'application/json'}});
    this.notice.textContent = problem ? problem.message : '';
    this.press.hidden = Boolean(problem);
    if (problem) {
      this.paper.replaceChildren();
      this.acts.replaceChildren();
      return;
    }
    this.title = `时限说明 ${said.receiptNo}`;
    this.paper.replaceChildren(text(said));
    if (withActs) {
      this.acts.replaceChildren(acts(said.choice, (path, order) => this.post(path, order)));
    }
  }

  async post(path, order) {
    const {problem} = await call(`${this.url}/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept': 'application/json',
        'X-XSRF-TOKEN': this.api.CSRFToken
      },
      body: JSON.stringify(order)
    });
    if (!problem) {
      await this.load(true);
      this.changed();
    }
    return problem ?? null;
  }

  print() {
    const opened = print(this.paper.firstChild, this.title,
      `${plugin(this.api)}/static/app/plugin.css`);
    this.notice.textContent = opened ? '' : '浏览器阻止了打印窗口，请允许本站弹出窗口后再试。';
  }
}

/**
 * @param changed called after an act, to bring lists and cards up to date
 */
export function taskClock(changed) {
  return {
    id: 'onewindow.task-clock',
    pluginPoint: 'tasklist.task.detail',
    priority: 50,
    properties: {label: '时限'},
    render: (container, attributes, scope) => {
      clearInterval(refreshing);
      const tab = new Tab(container, attributes, () => changed(attributes.api, scope));
      tab.load(true);
      refreshing = setInterval(() => tab.load(false), REFRESH_MILLIS);
    },
    unmount: () => clearInterval(refreshing)
  };
}
