// Shows which cases left their models.

import {ask, attempt, row, time} from './reports-server.js';

const PAGE = 20;

function itemRows(item, places) {
  return item.deviations.map((one, index) => row([
    index === 0 ? item.receiptNo : '', index === 0 ? item.serviceName : '',
    index === 0 ? places[item.jurisdiction] ?? item.jurisdiction : '',
    time(one.at), one.name, one.kindName, one.missing.join('、') || '—']));
}

function fill(table, rows) {
  table.tBodies[0].replaceChildren(...rows);
}

function summary(view) {
  const rate = view.rate === null ? '没有可以判断的办件' : `符合率 ${(view.rate * 100).toFixed(1)}%`;
  return `所选 ${view.cases} 件，可以判断的 ${view.judged} 件，其中符合模型 ${view.conforming} 件、`
    + `偏离 ${view.deviating} 件，${rate}；不作判断 ${view.notJudged} 件。`;
}

export async function showConformance(section, given, places, page) {
  const view = await ask(`conformance?${new URLSearchParams({...given, page, size: PAGE})}`);
  const at = selector => section.querySelector(selector);
  at('.summary').textContent = summary(view);
  fill(at('.kinds'), view.kinds.map(k => row([k.kindName, k.meaning, k.cases, k.times].map(String))));
  fill(at('.places'), view.places.map(
    p => row([p.processName, p.name, p.kindName, p.cases, p.times].map(String))));
  fill(at('.items'), view.items.flatMap(item => itemRows(item, places)));
  at('.method').textContent = `方法：${view.method}`;
  const turn = to => () => attempt(at('.problem'), () => showConformance(section, given, places, to));
  at('.before').disabled = page === 0;
  at('.before').onclick = turn(page - 1);
  at('.after').disabled = (page + 1) * PAGE >= view.deviating;
  at('.after').onclick = turn(page + 1);
  at('.result').hidden = false;
}
