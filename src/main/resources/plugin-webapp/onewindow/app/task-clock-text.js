// The text of the tab 时限: what the due instant rests on and why it is that day. What is printed is
// this very text.

const MARKS = {green: '●', amber: '▲', red: '■'};
const LATE = '已超时';
const PAUSED = '停表中';
const PROVISIONAL = '（日历未公布，暂计）';
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** An element with a class and children; a string is a text. */
export function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** 2026-09-15 14:30 of an ISO instant with the offset of Asia/Shanghai. */
export function moment(instant) {
  return instant.slice(0, 16).replace('T', ' ');
}

function weekday(date) {
  return `星期${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}

function light(view) {
  if (view.remaining === PAUSED) {
    return element('span', 'onewindow-clock paused', `‖ ${PAUSED}`);
  }
  const colour = view.remaining.startsWith(LATE) ? 'red' : view.light;
  return element('span', `onewindow-clock ${colour}`, `${MARKS[colour]} ${view.remaining}`);
}

/** What the due instant rests on. */
export function facts(story) {
  const rows = [
    ['计时依据', story.basis],
    ['时限', story.limit],
    ['承诺', story.promise ?? '方案未作数值承诺'],
    ['法定时限', story.statute],
    ['开始计时', moment(story.startedAt)
      + (story.effectiveFrom === story.startedAt ? '' : `，自 ${moment(story.effectiveFrom)} 起算`)],
    ['法定届满', story.statutoryDueAt
      && moment(story.statutoryDueAt) + (story.statutoryProvisional ? PROVISIONAL : '')]
  ];
  const list = element('dl', 'onewindow-facts');
  rows.filter(([, text]) => text).forEach(([label, text]) =>
    list.append(element('dt', null, label), element('dd', null, text)));
  return list;
}

/** The text with each date and time kept on one line. */
function unbroken(said) {
  return said.split(/(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)/)
    .map((part, at) => at % 2 === 1 ? element('span', 'onewindow-moment', part) : part);
}

function day(one) {
  const why = element('td', null, ...unbroken(one.why));
  one.events.forEach(event => why.append(element('div', 'onewindow-event', ...unbroken(event))));
  return element('tr', one.counted ? 'counted' : 'skipped',
    element('td', 'onewindow-date', one.date),
    element('td', null, weekday(one.date)),
    element('td', null, one.counted ? '计入' : '不计'),
    why);
}

/** Every day from the start to the last, and why it counts or not. */
export function days(story) {
  const head = element('tr', null, ...['日期', '', '是否计入', '说明'].map(text => element('th', null, text)));
  return element('table', 'onewindow-days',
    element('thead', null, head),
    element('tbody', null, ...story.days.map(day)));
}

/** The notices and articles of law the count rests on; null when there are none. */
export function sources(story) {
  return story.sources.length === 0
    ? null
    : element('p', 'onewindow-sources', `计算依据：${story.sources.join('；')}`);
}

/** Everything there is to read about the task's clock. */
export function text(view) {
  const paper = element('article', 'onewindow-paper',
    element('h3', 'onewindow-title', '办理时限说明'),
    element('h4', null, `${view.task}　${view.subject}（${view.applicant}）`),
    element('p', 'onewindow-receipt', `受理编号 ${view.receiptNo}　截至 ${moment(view.asOf)}`));
  if (!view.story) {
    paper.append(element('p', null, '本任务没有时限记录。'));
    return paper;
  }
  const due = view.remaining === PAUSED
    ? ` 原定 ${moment(view.story.dueAt)} 到期，恢复计时后顺延`
    : ` ${moment(view.story.dueAt)} 到期`;
  const provisional = view.story.provisional ? PROVISIONAL : '';
  paper.append(
    element('p', 'onewindow-due', light(view), due + provisional),
    facts(view.story),
    element('h5', null, '为什么是这一天？'),
    days(view.story));
  paper.append(...[sources(view.story)].filter(Boolean));
  return paper;
}

/** Opens the text as a document of its own and asks the browser to print it. */
export function print(paper, title, stylesheet) {
  const view = window.open('', '_blank');
  if (!view) {
    return false;
  }
  const page = view.document;
  page.documentElement.lang = 'zh-CN';
  page.title = title;
  const style = page.createElement('link');
  style.rel = 'stylesheet';
  style.href = stylesheet;
  style.onload = () => view.print();
  page.head.append(style);
  page.body.className = 'onewindow-print';
  page.body.append(page.importNode(paper, true));
  return true;
}
