// The parts of the page: what was promised, what must be supplied, papers, rating.

import {node, rows, time} from './nodes.js';

const GRADES = [[5, '非常满意'], [4, '满意'], [3, '基本满意'], [2, '不满意'], [1, '非常不满意']];
const MARKS = {green: '●', amber: '▲', red: '■', paused: '‖'};

export function summary(view) {
  return rows([
    ['受理编号', view.receiptNo], ['事项', view.service], ['办理地', view.hall],
    ['名称', view.subject], ['申请人', view.applicant], ['状态', view.stateName]]);
}

function day(one) {
  const counted = one.counted ? '计入' : '不计入';
  return node('li', [
    `${one.date} ${counted}：${one.why}`,
    one.events.length ? node('ul', one.events.map(event => node('li', event))) : null]);
}

function why(story) {
  return node('details', [
    node('summary', '为什么是这一天？'),
    node('p', `自 ${time(story.effectiveFrom)} 起算，${story.limit}，逐日如下：`),
    node('ol', story.days.map(day), {class: 'days'}),
    story.sources.length
      ? node('p', `依据：${story.sources.join('；')}`, {class: 'quiet'}) : null]);
}

function pause(one) {
  const until = one.until ? `至 ${time(one.until)}` : '，尚未恢复';
  return node('p', `${one.kind}，自 ${time(one.from)} ${until}，不计入时限。`
    + `通知书 ${one.noticeNo}；${one.reason}（${one.basis}）`);
}

function extension(one) {
  return node('p', `${time(one.at)} 批准延期，法定时限由 ${time(one.oldDue)} 延至 ${time(one.newDue)}。`
    + `理由：${one.reason}`);
}

/** What was promised and what is left of it. */
export function clock(view) {
  const {story, light, remaining, about, stoppedAt} = view.clock;
  const provisional = story.provisional ? '（所及年份的日历尚未公布，暂计）' : '';
  return [
    node('h2', '承诺与剩余时间', {id: 'clock-title'}),
    node('p', `${MARKS[light]} ${remaining}`, {class: `remaining ${light}`}),
    node('dl', rows([
      [about, `${story.limit}（${story.basis}）`],
      ['开始计时', time(story.startedAt)],
      ['届满时间', `${time(story.dueAt)}${provisional}`],
      ['法定届满', story.statutoryDueAt && story.statutoryDueAt !== story.dueAt
        ? time(story.statutoryDueAt) : null],
      ['停止计时', stoppedAt ? time(stoppedAt) : null]])),
    story.promise ? node('blockquote', story.promise) : null,
    story.statute ? node('blockquote', story.statute) : null,
    view.pauses.length ? node('h3', '停表') : null, ...view.pauses.map(pause),
    view.extensions.length ? node('h3', '延期') : null, ...view.extensions.map(extension),
    why(story)].filter(Boolean);
}

function uploads(part, upload) {
  return node('ul', part.missing.map(material => {
    const file = node('input', [], {type: 'file', name: 'file', required: ''});
    const form = node('form', [
      node('label', [`${material.name} `, file]), node('button', '上传')]);
    form.addEventListener('submit', event => {
      event.preventDefault();
      upload(material.id, file.files[0]);
    });
    return node('li', form);
  }), {class: 'uploads'});
}

function finish(done) {
  const note = node('textarea', [], {name: 'note', rows: 3, minlength: 2, maxlength: 900, required: ''});
  const form = node('form', [
    node('label', ['补正说明（补交了哪些材料）', note]),
    node('p', '提交后窗口重新审查；材料请一次补齐。', {class: 'quiet'}),
    node('button', '补正完毕，提交')]);
  form.addEventListener('submit', event => {
    event.preventDefault();
    done(note.value);
  });
  return form;
}

/** What was asked for in the one-time notice, and how to supply it. */
export function supplement(part, acts) {
  const content = [
    node('h2', part.open ? '请您补正材料' : '一次性告知', {id: 'supplement-title'}),
    node('p', `告知书 ${part.noticeNo}，${time(part.toldAt)} 告知，需要补正的全部内容：`),
    node('ol', part.items.map(item => node('li', item, {class: 'said'})))];
  if (part.open) {
    if (part.missing.length > 0) {
      content.push(node('h3', '在线补交'), uploads(part, acts.upload));
    }
    if (part.handedIn.length > 0) {
      content.push(node('h3', '已收到'), node('ul', part.handedIn.map(one => node('li', one))));
    }
    content.push(finish(acts.supplement));
  } else {
    content.push(node('p', '补正材料已收到。', {class: 'quiet'}));
  }
  return content;
}

export function papers(view) {
  const title = node('h2', '通知与结果', {id: 'papers-title'});
  if (view.papers.length === 0) {
    return [title, node('p', '还没有可下载的文书。', {class: 'quiet'})];
  }
  return [title, node('ul', view.papers.map(paper => node('li', [
    node('a', `${paper.title} ${paper.number}`, {
      href: `/progress/${view.receiptNo}/papers/${encodeURIComponent(paper.number)}`, download: ''
    }), ` ${time(paper.issuedAt)}`])))];
}

function given(part) {
  const content = [
    node('p', `您的评价：${part.gradeName}（${time(part.ratedAt)}）`),
    part.remark ? node('blockquote', part.remark, {class: 'said'}) : null];
  if (part.awaitingAnswer) {
    content.push(node('p', '您的意见已转专人核实，答复会显示在这里。'));
  }
  if (part.answer) {
    content.push(node('h3', `答复（${time(part.answeredAt)}）`), node('p', part.answer, {class: 'said'}));
  }
  return content.filter(Boolean);
}

function ratingForm(part, rate) {
  const grades = GRADES.map(([value, name]) => node('label', [
    node('input', [], {type: 'radio', name: 'grade', value, required: ''}), ` ${name}`]));
  const remark = node('textarea', [], {name: 'remark', rows: 3, maxlength: 500});
  const form = node('form', [
    node('fieldset', grades, {class: 'grades', 'aria-label': '评价等级'}),
    node('label', ['意见（选填，请勿填写证件号码等个人信息）', remark]),
    node('p', `请在 ${time(part.until)} 之前评价；提交后不能修改。评价为“不满意”“非常不满意”的，我们会核实整改并答复您。`,
      {class: 'quiet'}),
    node('button', '提交评价')]);
  form.addEventListener('submit', event => {
    event.preventDefault();
    rate(Number(form.elements.grade.value), remark.value);
  });
  return form;
}

/** The rating, to be given or as it was given. */
export function rating(part, acts) {
  const content = [node('h2', '评价本次服务', {id: 'rating-title'})];
  if (part.gradeName) {
    content.push(...given(part));
  } else if (part.open) {
    content.push(ratingForm(part, acts.rate));
  } else {
    content.push(node('p', '评价时间已过。', {class: 'quiet'}));
  }
  return content;
}
