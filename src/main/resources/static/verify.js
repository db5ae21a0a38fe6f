// Asks whether the paper named in this page's address is genuine, and whether a file is the one that
// was issued.

const LARGEST = 4000000;
const base = location.pathname.replace(/\/$/, '');
const signature = new URLSearchParams(location.search).get('s') ?? '';

const element = id => document.getElementById(id);

function say(place, good, text) {
  place.hidden = false;
  place.className = `verdict ${good ? 'good' : 'bad'}`;
  place.textContent = text;
}

async function call(path, options) {
  try {
    const answer = await fetch(`${base}/${path}?s=${encodeURIComponent(signature)}`, options);
    const said = await answer.json();
    return answer.ok ? {said} : {refusal: said.detail};
  } catch {
    return {refusal: '与系统的连接中断，请检查网络后重新打开本页。'};
  }
}

function show(paper) {
  const rows = [
    ['文书', paper.title],
    ['编号', paper.paperNo],
    ['签发部门', paper.department],
    ['日期', paper.date],
    ['办理事项', paper.service],
    ['申请人', paper.applicant],
    ['办件状态', `${paper.caseState}（截至此刻）`]
  ];
  rows.forEach(([label, text]) => {
    const term = document.createElement('dt');
    const value = document.createElement('dd');
    term.textContent = label;
    value.textContent = text;
    element('facts').append(term, value);
  });
  element('digest').textContent = paper.sha256;
  element('demo').hidden = !paper.demo;
  element('genuine').hidden = false;
  say(element('verdict'), true, '✔ 核验通过：本系统签发过这份文书');
}

async function compare(file) {
  const place = element('comparison');
  if (file.size === 0 || file.size > LARGEST) {
    say(place, false, '请选择要比对的 PDF 文件，大小不超过 4 MB。');
    return;
  }
  const {said, refusal} = await call('comparison', {method: 'POST', body: file});
  if (refusal) {
    say(place, false, refusal);
  } else if (said.same) {
    say(place, true, '✔ 文件与签发时完全相同');
  } else {
    say(place, false, '✘ 文件与签发时不同：可能被改动，或者不是这份文书的电子文件。');
  }
}

element('file').addEventListener('change', event => {
  const [file] = event.target.files;
  if (file) {
    compare(file);
  }
});

const {said, refusal} = await call('statement');
if (refusal) {
  say(element('verdict'), false, `✘ ${refusal}`);
} else {
  show(said);
}
