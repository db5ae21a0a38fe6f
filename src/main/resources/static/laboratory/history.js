// Says where a baseline from history comes from, and how far it may be trusted.

import {node} from './nodes.js';

const LIGHTS = {GREEN: '绿灯', AMBER: '黄灯', RED: '红灯'};

function light(id) {
  return node('b', LIGHTS[id] ?? '未回测', {class: `light light-${(id ?? 'none').toLowerCase()}`});
}

/** One line: the period, the cases, the light. */
export function summary(told) {
  const test = told.backTest ?? {};
  return node('p', [light(test.light), ` 现状由历史估计：${told.from} 至 ${told.to} 收到的 ${told.cases} 件`
    + `（其中 ${told.open} 件还没有办完）。`, ...told.forecast ? [node('b', `短期预测：从 ${told.forecast.now} 的 `
    + `${told.forecast.open} 件在办件开始，到 ${told.forecast.until}。`)] : [], test.text ?? '没有经过回测。'], {class: 'note'});
}

/** Every figure with its origin; nothing where the baseline is not from history. */
export function history(place, told) {
  place.hidden = !told;
  if (!told) {
    place.replaceChildren();
    return;
  }
  const assumed = told.figures.filter(one => one.origin !== 'history').length;
  place.replaceChildren(
    summary(told),
    node('details', [
      node('summary', `回测的结果：${(told.backTest?.findings ?? []).length} 项`),
      node('ul', (told.backTest?.findings ?? []).map(one => node('li', [light(one.light), ` ${one.text}`])))]),
    node('details', [
      node('summary', `每个数的来历：${told.figures.length - assumed} 项来自历史，${assumed} 项仍是假设`),
      node('table', [
        node('thead', node('tr', ['项目', '来历', '次数', '数值和 95% 区间'].map(one => node('th', one)))),
        node('tbody', told.figures.map(one => node('tr', [
          node('td', one.name), node('td', one.origin === 'history' ? '历史' : '假设'),
          node('td', String(one.n)), node('td', one.text)],
        {class: one.origin === 'history' ? undefined : 'assumed'})))])]));
}
