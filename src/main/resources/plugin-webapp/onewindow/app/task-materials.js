// The tab 材料 of a task: the register of the case's materials, their files, and what clerks do.

import {acts} from './task-materials-acts.js';
import {element, moment} from './task-clock-text.js';

const REFRESH_MILLIS = 60000;
const MARKS = {MISSING: '○', SUBMITTED: '●', SHARED: '●', COMMITTED: '◐', DEFERRED: '◐'};

let refreshing = null;

function megabytes(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function problemOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {message: '系统没有应答，请稍后再试。'};
  }
}

/** What the server says: its answer, or the problem it has. */
async function call(url, options) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', ...options});
    const body = await answer.text();
    return answer.ok ? {said: JSON.parse(body)} : {problem: problemOf(body)};
  } catch {
    return {problem: {message: '与系统的连接中断，请检查网络后再试；刚才的操作没有提交。'}};
  }
}

/** Sends a file as it is and tells how far it has come; null when it was kept. */
function send(url, token, file, progress) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open('POST', `${url}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = event => progress(event.loaded, file.size);
    request.onload = () => done(request.status < 300 ? null : problemOf(request.responseText));
    request.onerror = () => done({message: '上传中断，文件没有保存，请重新上传。'});
    request.send(new Blob([file]));
  });
}

class Tab {
  constructor(container, {api, taskId}) {
    this.api = api;
    this.url = `${api.tasklistApi}/plugin/onewindow/${api.engine}/task-materials/${taskId}`;
    this.notice = element('div', 'onewindow-refusal');
    this.notice.setAttribute('role', 'alert');
    this.list = element('div');
    this.preview = element('div', 'onewindow-preview');
    container.append(element('div', 'onewindow-tab onewindow-materials', this.notice, this.list, this.preview));
  }

  /** Reads anew, but not while something is being typed or sent. */
  async refresh() {
    if (!this.list.querySelector('form, progress')) {
      await this.load();
    }
  }

  async load() {
    const {said, problem} = await call(this.url, {headers: {Accept: 'application/json'}});
    this.notice.textContent = problem ? problem.message : '';
    if (problem) {
      this.list.replaceChildren();
    } else {
      this.show(said);
    }
  }

  show(said) {
    this.limits = said.limits;
    const owed = said.materials.filter(one => one.state === 'MISSING').length;
    this.list.replaceChildren(
      element('p', 'onewindow-receipt',
        `受理编号 ${said.receiptNo}　${said.subject}　`
        + (owed === 0 ? '材料已全部落实' : `${owed} 项待落实`)),
      ...[this.warning(said)].filter(Boolean),
      ...said.materials.map(line => this.line(line)));
    if (said.materials.length === 0) {
      this.list.append(element('p', null, '本事项没有材料清单。'));
    }
  }

  warning(said) {
    return said.creditRecords > 0
      ? element('p', 'onewindow-sure', `申请人有失信记录 ${said.creditRecords} 条，接受新的承诺前请先核实。`)
      : null;
  }

  line(line) {
    const node = element('section', `onewindow-material ${line.state.toLowerCase()}`,
      element('h5', null,
        element('span', 'onewindow-material-state', `${MARKS[line.state]} ${line.stateName}`),
        line.name),
      element('div', 'onewindow-hint', this.requirement(line)),
      ...this.told(line).map(text => element('div', 'onewindow-material-told', text)),
      ...line.files.map(file => this.file(line, file)));
    if (line.mayUpload) {
      node.append(this.dropping(line));
    }
    node.append(...acts(line, (path, order) => this.post(path, order)), this.sources(line));
    return node;
  }

  requirement(line) {
    const term = line.term ? `（期限 ${line.term}）` : '';
    const from = line.inheritedFrom ? `，沿用${line.inheritedFrom}` : '';
    return `${line.requirementName}${term}${from}`;
  }

  told(line) {
    const told = [];
    if (line.statement) {
      told.push(`${line.statement}${line.signedBy ? `（承诺人 ${line.signedBy}）` : ''}`);
    }
    if (line.actedAt) {
      told.push(`${moment(line.actedAt)}　${line.actedBy ?? '申请人'}`);
    }
    if (line.due) {
      const late = line.overdue ? '，已逾期' : '';
      const provisional = line.provisional ? '（日历未公布，暂计）' : '';
      told.push(line.fulfilledAt
        ? `${moment(line.fulfilledAt)} 补交（原定 ${moment(line.due)} 前）`
        : `须于 ${moment(line.due)} 前补交${provisional}${late}`);
    }
    return told;
  }

  sources(line) {
    return element('details', 'onewindow-material-sources',
      element('summary', null, '依据'),
      element('p', null, `材料依据：${line.basis}`),
      element('p', null, `提供方式依据：${line.source}`));
  }

  file(line, file) {
    const link = element('a', null, file.name);
    link.href = `${this.url}/files/${file.id}`;
    link.download = file.name;
    const node = element('div', 'onewindow-file', link,
      element('span', 'onewindow-hint', `　${megabytes(file.size)}　${moment(file.uploadedAt)}　${file.uploadedBy ?? '申请人'}　`));
    if (file.shown) {
      node.append(file.kind === 'PDF' ? this.window(file) : this.press('预览', () => this.open(file)));
    }
    if (line.acts.includes('reversal')) {
      node.append(this.press('撤回文件', () => this.post(`files/${file.id}/withdrawal`, {})));
    }
    return node;
  }

  press(label, deed) {
    const node = element('button', 'btn btn-link btn-sm', label);
    node.type = 'button';
    node.onclick = async () => {
      const problem = await deed();
      this.notice.textContent = problem?.message ?? '';
    };
    return node;
  }

  /** Where files are dropped or chosen. */
  dropping(line) {
    const choose = element('input');
    choose.type = 'file';
    choose.multiple = true;
    choose.accept = this.limits.endings.map(ending => `.${ending}`).join(',');
    const told = element('span', null,
      `拖放文件到这里，或点此选择（${this.limits.endings.join('、').toUpperCase()}，每个不超过 ${megabytes(this.limits.largestFile)}）`);
    const status = element('div', 'onewindow-refusal');
    status.setAttribute('role', 'status');
    const area = element('label', 'onewindow-drop', choose, told, status);
    const take = files => this.upload(line, [...files], status);
    choose.onchange = () => take(choose.files);
    area.ondragover = event => {
      event.preventDefault();
      area.classList.add('over');
    };
    area.ondragleave = () => area.classList.remove('over');
    area.ondrop = event => {
      event.preventDefault();
      area.classList.remove('over');
      take(event.dataTransfer.files);
    };
    return area;
  }

  /** One after the other; what is refused is named, the others are kept. */
  async upload(line, files, status) {
    const refused = [];
    for (const file of files) {
      const problem = file.size > this.limits.largestFile
        ? {message: `文件超过 ${megabytes(this.limits.largestFile)}，请压缩、拆分后重新上传。`}
        : await this.sending(line, file, status);
      if (problem) {
        refused.push(`${file.name}：${problem.message}`);
      }
    }
    await this.load();
    this.notice.textContent = refused.join('　');
  }

  sending(line, file, status) {
    const bar = element('progress');
    bar.max = file.size;
    status.replaceChildren(`正在上传 ${file.name} `, bar);
    return send(`${this.url}/${line.materialId}/files`, this.api.CSRFToken, file,
      loaded => { bar.value = loaded; });
  }

  /** A browser's own viewer of PDF starts in no frame of Tasklist's, which is sandboxed itself. */
  window(file) {
    const link = element('a', 'btn btn-link btn-sm', '预览');
    link.href = `${this.url}/files/${file.id}/preview`;
    link.target = '_blank';
    link.rel = 'noopener';
    return link;
  }

  /** Shows a picture in a frame of its own, which has no scripts, no forms and not our origin. */
  open(file) {
    const frame = element('iframe');
    frame.title = `预览 ${file.name}`;
    frame.setAttribute('sandbox', '');
    frame.src = `${this.url}/files/${file.id}/preview`;
    this.preview.replaceChildren(
      element('div', null, element('strong', null, file.name),
        this.press('关闭预览', () => this.preview.replaceChildren())),
      frame);
    this.preview.scrollIntoView({block: 'nearest'});
  }

  async post(path, order) {
    const {said, problem} = await call(`${this.url}/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept': 'application/json',
        'X-XSRF-TOKEN': this.api.CSRFToken
      },
      body: JSON.stringify(order)
    });
    if (!problem) {
      this.show(said);
    }
    return problem ?? null;
  }
}

export function taskMaterials() {
  return {
    id: 'onewindow.task-materials',
    pluginPoint: 'tasklist.task.detail',
    priority: 40,
    properties: {label: '材料'},
    render: (container, attributes) => {
      clearInterval(refreshing);
      const tab = new Tab(container, attributes);
      tab.load();
      refreshing = setInterval(() => tab.refresh(), REFRESH_MILLIS);
    },
    unmount: () => clearInterval(refreshing)
  };
}
