// Remembers the language of the screens and fills in the demo people, who exist in the demo profile
// only.

const LANGUAGE = 'onewindow.language';
const language = document.querySelector('#language');
language.value = localStorage.getItem(LANGUAGE) ?? 'zh-CN';
language.addEventListener('change', () => localStorage.setItem(LANGUAGE, language.value));

const ROLES = {
  window: '窗口', approval: '行政审批', police: '公安', tax: '税务', hrss: '人社', medicalIns: '医保',
  housingFund: '公积金', pboc: '银行', marketReg: '市场监管', housing: '住建', planning: '规划',
  urbanMgmt: '城管', water: '水利', utilities: '水气热信',
  education: '教育', civil: '民政', health: '卫健', townGov: '街道',
  power: '供电', supervisor: '督办', trainer: '培训', leader: '负责人',
  auditor: '审计', release: '模型发布'
};

function cell(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

function row(tag, texts) {
  const node = document.createElement('tr');
  texts.forEach((text, index) => node.appendChild(cell(index === 0 ? 'th' : tag, text)));
  return node;
}

const answer = await fetch('api/v1/landing');
if (answer.ok) {
  const {jurisdictions, demoPeople, signIn} = await answer.json();
  document.querySelector('#password-page').hidden = signIn !== 'accounts';
  document.querySelector('#sign-out').hidden = signIn !== 'platform';
  if (demoPeople.length > 0) {
    const roles = Object.keys(ROLES);
    const table = document.querySelector('#demo table');
    table.tHead.appendChild(row('th', ['辖区', ...roles.map(role => ROLES[role])]));
    for (const place of jurisdictions) {
      const idOf = role => demoPeople.find(p => p.jurisdiction === place.id && p.role === role)?.id ?? '';
      table.tBodies[0].appendChild(row('td', [place.name, ...roles.map(idOf)]));
    }
    document.querySelector('#demo').hidden = false;
  }
}

/** Ends the session here; the platform's is ended where this leads. */
document.querySelector('#sign-out').addEventListener('click', async () => {
  const left = await fetch('sign-out', {method: 'POST', credentials: 'same-origin'});
  location.assign(left.ok ? (await left.json()).redirectTo : './');
});
