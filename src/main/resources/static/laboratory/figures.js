// The figures of a result as rows of tables, on the page and in a file for spreadsheets.

import {node} from './nodes.js';
import {percent, spent, step, WRITE} from './words.js';

const CASE = [
  ['从收件到结束，平均', 'case.cycleTime.mean', 's'], ['中位数', 'case.cycleTime.p50', 's'],
  ['90% 的办件不超过', 'case.cycleTime.p90', 's'], ['95% 的办件不超过', 'case.cycleTime.p95', 's'],
  ['从收件到出件，平均', 'case.resultTime.mean', 's'], ['办公时间内合计，平均', 'case.workingTime.mean', 's'],
  ['退回补正的办件', 'case.returnedShare', 'share'], ['每天办结', 'case.throughputPerDay', 'count'],
  ['同时在办，平均', 'case.inFlight.mean', 'count'], ['结束时未办完', 'case.open', 'count']];

/** Rows {group, label, figure, unit} of what the baseline has. */
export function rows(result) {
  const known = result.scenarios.baseline.figures;
  const all = CASE.map(([label, figure, unit]) => ({group: '办件', label, figure, unit}));
  for (const name of Object.keys(known).filter(one => one.startsWith('case.spent.'))) {
    all.push({group: '办件', label: `时间去向：${spent(name.slice(11))}`, figure: name, unit: 's'});
  }
  for (const name of Object.keys(known)) {
    const match = /^promise\.(.+)\.keptShare$/.exec(name);
    if (match) promise(all, match[1], result.scenarios.baseline.promises[match[1]]);
  }
  for (const one of result.elements.baseline.filter(each => each.kind === 'WORK')) {
    all.push({group: '环节', label: `${one.name} 等待`, figure: `task.${one.figure}.wait.mean`, unit: 's'});
    all.push({group: '环节', label: `${one.name} 等待 90%`, figure: `task.${one.figure}.wait.p90`, unit: 's'});
    all.push({group: '环节', label: `${one.name} 办理`, figure: `task.${one.figure}.service`, unit: 's'});
  }
  pools(result).forEach(([id, name]) => {
    all.push({group: '部门', label: `${name} 忙碌程度`, figure: `pool.${id}.utilisation`, unit: 'share'});
    all.push({group: '部门', label: `${name} 平均排队`, figure: `pool.${id}.queue.mean`, unit: 'count'});
    all.push({group: '部门', label: `${name} 最长排队`, figure: `pool.${id}.queue.max`, unit: 'count'});
  });
  result.elements.baseline.forEach(one => (one.joins ?? []).forEach(figure =>
    all.push({group: '并联汇合：谁最后办完', label: one.name, figure, unit: 'share'})));
  return all.filter(row => known[row.figure] && known[row.figure].mean !== null);
}

function promise(all, id, source) {
  const label = step(id) + (source ? `（${source}）` : '');
  const add = (words, figure, unit) =>
    all.push({group: '承诺与时限', label: `${label} ${words}`, figure: `promise.${id}.${figure}`, unit});
  add('兑现率', 'keptShare', 'share');
  add('平均用时（扣除停表）', 'promiseTime.mean', 's');
  add('黄灯（次/周）', 'amberPerWeek', 'count');
  add('红灯（次/周）', 'redPerWeek', 'count');
}

export function pools(result) {
  return [...new Map(result.elements.baseline.filter(one => one.pool)
    .map(one => [one.pool, one.poolName]))];
}

export function interval(one, write) {
  if (!one || one.mean === null) return '—';
  // a share is never below 0 or above 1, whatever Student's formula says
  const end = value => write === percent ? Math.min(1, Math.max(0, value)) : value;
  return one.low === null
    ? write(one.mean) : `${write(one.mean)} [${write(end(one.low))}，${write(end(one.high))}]`;
}

/** What a paired difference comes to; said plainly when chance alone could bring it about. */
export function difference(one, unit) {
  if (!one) return '—';
  return one.significant ? interval(one, WRITE[unit].difference) : '无显著差异';
}

export function table(result) {
  const after = result.scenarios.whatIf?.figures;
  const body = [];
  const telling = new Set(rows(result).filter(row => result.differences?.[row.figure]?.significant)
    .map(row => row.group));
  let group = null;
  for (const row of rows(result)) {
    if (row.group !== group) {
      group = row.group;
      body.push(node('tr', node('th', group, {colspan: after ? 4 : 2, scope: 'colgroup'}),
        {class: telling.has(group) ? 'group' : 'group same'}));
    }
    const write = WRITE[row.unit].value;
    const cells = [node('td', row.label),
      node('td', interval(result.scenarios.baseline.figures[row.figure], write))];
    if (after) {
      const changed = result.differences[row.figure];
      cells.push(node('td', interval(after[row.figure], write)),
        node('td', difference(changed, row.unit), {class: changed?.significant ? 'tells' : undefined}));
    }
    const same = after && row.group !== '办件' && !result.differences[row.figure]?.significant;
    body.push(node('tr', cells, {class: same ? 'same' : undefined}));
  }
  const heads = ['指标', '现状（95% 区间）', ...after ? ['改动后（95% 区间）', '差异（成对，95% 区间）'] : []];
  const whole = node('table', [
    node('thead', node('tr', heads.map(one => node('th', one)))), node('tbody', body)],
  {class: after ? 'figures brief' : 'figures'});
  const all = node('input', [], {type: 'checkbox', id: 'all-figures',
    onchange: () => whole.classList.toggle('brief', !all.checked)});
  return node('div', [
    after ? node('label', [all, ' 没有显著差异的指标也列出'], {class: 'tools'}) : null, whole], {class: 'wide'});
}

/** A cell that a spreadsheet takes for text must not be taken for a formula. */
function cell(value) {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

export function csv(result) {
  const parts = one => [one?.mean, one?.low, one?.high].map(value => value ?? '');
  const lines = [['类别', '指标', '单位', '现状', '现状下限', '现状上限', '改动后', '改动后下限', '改动后上限',
    '差异', '差异下限', '差异上限', '显著', '指标代码']];
  for (const row of rows(result)) {
    const changed = result.differences?.[row.figure];
    lines.push([row.group, row.label, WRITE[row.unit].name,
      ...parts(result.scenarios.baseline.figures[row.figure]),
      ...parts(result.scenarios.whatIf?.figures[row.figure]), ...parts(changed),
      changed ? (changed.significant ? '是' : '否') : '', row.figure]);
  }
  return `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
