// Builds what the page shows; texts are never read as markup.

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null) made.setAttribute(name, value);
  });
  made.append(...children.filter(child => child !== null));
  return made;
}

export function minute(instant) {
  return instant.slice(5, 16).replace('T', ' ');
}

function table(heads, rows) {
  return node('div', {class: 'wide'}, node('table', {},
    node('thead', {}, node('tr', {}, ...heads.map(head => node('th', {}, head)))),
    node('tbody', {}, ...rows.map(cells => node('tr', {}, ...cells.map(cell => node('td', {}, cell ?? '')))))));
}

function goal(one) {
  return node('section', {},
    node('h4', {class: 'goal'}, `${one.name}：${one.points} / ${one.of} 分`),
    node('p', {class: 'clause'}, one.rule),
    one.lines.length === 0 ? node('p', {}, one.points === 0 ? '没有可以计分的事项。' : '没有违反。') : table(['办件', '情况', '依据'],
      one.lines.map(line => [line.receiptNo,
        node('span', {class: line.good ? 'good' : 'bad'}, line.text),
        node('span', {class: 'clause'}, line.clause)])));
}

function words(drill) {
  if (drill.words.length === 0) return node('p', {}, '还没有人来。');
  return node('ul', {class: 'words'}, ...drill.words.map(word => node('li', {},
    `${minute(word.at)} ${word.from}${word.receiptNo ? `（${word.receiptNo}）` : ''}：${word.text}`)));
}

/** One drill; with its score where the reader may know it. */
export function drillNode(drill, end) {
  const situations = drill.cases.some(one => one.situation !== null);
  return node('article', {class: 'drill', 'data-drill': drill.id},
    node('h3', {}, `${drill.title} · ${drill.trainee}（${drill.jurisdiction}）`),
    node('p', {}, drill.goal),
    node('p', {class: 'clause'}, `${minute(drill.begun)} 开始${drill.ended ? `，${minute(drill.ended)} 结束` : ''}；已来 ${drill.cases.length} / ${drill.expected} 件`),
    drill.score === null ? null : node('p', {class: 'score'}, `${drill.score.points} / ${drill.score.of} 分${drill.ended ? '' : '（到现在为止）'}`),
    ...(drill.score?.goals ?? []).map(goal),
    node('h4', {}, '办件'),
    drill.cases.length === 0 ? node('p', {}, '还没有人来。') : table(['受理编号', '办件名称', '状态', ...(situations ? ['预设的情形'] : [])],
      drill.cases.map(one => [one.receiptNo, one.subject, one.state, ...(situations ? [one.situation] : [])])),
    node('h4', {}, '来人来电'),
    words(drill),
    end && !drill.ended ? node('p', {}, node('button', {type: 'button', onclick: () => end(drill.id)}, '结束并计分')) : null);
}

/** One exercise with the people who can do it. */
export function choiceNode(exercise, begin) {
  const people = node('select', {'aria-label': '受训人员'},
    ...exercise.trainees.map(id => node('option', {value: id}, id)));
  return node('li', {'data-exercise': exercise.id},
    node('h3', {}, exercise.title),
    node('p', {}, exercise.goal),
    node('p', {class: 'bar'}, node('span', {class: 'clause'}, `${exercise.service} · ${exercise.cases} 件`), people,
      node('button', {type: 'button', onclick: () => begin(exercise.id, people.value)}, '开始')));
}
