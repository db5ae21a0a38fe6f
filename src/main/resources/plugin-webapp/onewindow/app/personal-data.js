// The tab 证件与联系 of a task: numbers of persons, masked; one in full for a reason, which is
// recorded. It is hidden again after a minute.

import {element} from './task-clock-text.js';

const HIDDEN_AGAIN_MILLIS = 60000;
const JSON_TYPE = {Accept: 'application/json', 'Content-Type': 'application/json'};

async function call(url, options) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', ...options});
    const said = JSON.parse(await answer.text());
    return answer.ok ? {said} : {refusal: said.message};
  } catch {
    return {refusal: '与系统的连接中断，请检查网络后再试。'};
  }
}

function row(one, url, token, reason, refusal) {
  const value = element('td', 'onewindow-paper-no', one.value);
  const press = element('button', 'btn btn-default btn-sm', '查看完整号码');
  press.type = 'button';
  press.hidden = !one.value.includes('*');
  press.onclick = async () => {
    const body = JSON.stringify({item: one.item, reason: reason.value});
    const headers = {...JSON_TYPE, 'X-XSRF-TOKEN': token};
    const {said, refusal: refused} = await call(`${url}/full`, {method: 'POST', headers, body});
    refusal.textContent = refused ?? '';
    if (said) {
      value.textContent = said.full;
      press.hidden = true;
      setTimeout(() => {
        value.textContent = one.value;
        press.hidden = false;
      }, HIDDEN_AGAIN_MILLIS);
    }
  };
  return element('tr', null, element('td', null, one.label), value, element('td', null, press));
}

async function load(place, url, token) {
  const {said, refusal: refused} = await call(url, {headers: JSON_TYPE});
  if (refused) {
    place.replaceChildren(element('div', 'onewindow-refusal', refused));
    return;
  }
  const reason = element('input', 'form-control');
  reason.id = 'onewindow-personal-reason';
  reason.maxLength = 200;
  const caption = element('label', null, '查看理由');
  caption.htmlFor = reason.id;
  const refusal = element('div', 'onewindow-refusal');
  refusal.setAttribute('role', 'alert');
  place.replaceChildren(
    element('table', 'onewindow-days',
      element('tbody', null, ...said.map(one => row(one, url, token, reason, refusal)))),
    element('div', 'form-group', caption, reason, refusal),
    element('p', 'onewindow-sources',
      '号码在数据库中加密保存，各处只显示首尾。查看完整号码须写明理由，何人、何时、因何查看记入审计；显示一分钟后自动隐去。'));
}

export const personalData = {
  id: 'onewindow.personal-data',
  pluginPoint: 'tasklist.task.detail',
  priority: 35,
  properties: {label: '证件与联系'},
  render: (container, {api, taskId}) => {
    const place = element('div', 'onewindow-tab');
    container.append(place);
    load(place, `${api.tasklistApi}/plugin/onewindow/${api.engine}/personal-data/${taskId}`, api.CSRFToken);
  },
  unmount: () => {}
};
