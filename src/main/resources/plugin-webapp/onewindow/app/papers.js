// The tab 文书 of a task: the papers of its case, to look at, print and download.

import {element, moment} from './task-clock-text.js';

const REFRESH_MILLIS = 60000;

let refreshing = null;

async function read(url) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
    const said = JSON.parse(await answer.text());
    return answer.ok ? {said} : {refusal: said.message};
  } catch {
    return {refusal: '与系统的连接中断，请检查网络后再试。'};
  }
}

function link(address, label) {
  const node = element('a', 'btn btn-default btn-sm', label);
  node.href = address;
  return node;
}

function row(paper, url) {
  const address = `${url}/${paper.paperNo}`;
  const look = link(address, '查看、打印');
  look.target = '_blank';
  look.rel = 'noopener';
  return element('tr', null,
    element('td', null, paper.title),
    element('td', 'onewindow-paper-no', paper.paperNo),
    element('td', null, moment(paper.issuedAt)),
    element('td', null, paper.issuedBy ?? '系统'),
    element('td', 'onewindow-paper-acts', look, ' ', link(`${address}?download=true`, '下载')));
}

function table(papers, url) {
  const head = ['文书', '编号', '签发时间', '经办', ''].map(text => element('th', null, text));
  return element('table', 'onewindow-days onewindow-papers',
    element('thead', null, element('tr', null, ...head)),
    element('tbody', null, ...papers.map(paper => row(paper, url))));
}

async function load(place, url) {
  const {said, refusal} = await read(url);
  if (refusal) {
    place.replaceChildren(element('div', 'onewindow-refusal', refusal));
  } else if (said.length === 0) {
    place.replaceChildren(element('p', null, '本办件还没有文书。'));
  } else {
    place.replaceChildren(
      table(said, url),
      element('p', 'onewindow-sources', '收件回执上印有申请人的查询码；申请人遗失的，核对证件后重新打印即可。每份文书上的二维码可以核验真伪。'));
  }
}

export const papers = {
  id: 'onewindow.papers',
  pluginPoint: 'tasklist.task.detail',
  priority: 40,
  properties: {label: '文书'},
  render: (container, {api, taskId}) => {
    clearInterval(refreshing);
    const place = element('div', 'onewindow-tab');
    container.append(place);
    const url = `${api.tasklistApi}/plugin/onewindow/${api.engine}/papers/${taskId}`;
    load(place, url);
    refreshing = setInterval(() => load(place, url), REFRESH_MILLIS);
  },
  unmount: () => clearInterval(refreshing)
};
