// Figures in Chinese words, in the same words as the report of the command line.

export const UNITS = {
  OFFICE_MINUTE: '分钟（办公时间）', OFFICE_HOUR: '小时（办公时间）', WORKING_DAY: '个工作日', CALENDAR_DAY: '日',
  MONTH: '个月'
};

export const STEPS = {
  case: '全流程', 'later-case': '分时办理的全流程', acceptance: '受理审查', registration: '设立登记', seal: '印章',
  tax: '税务', 'social-insurance': '社会保险', 'medical-insurance': '医疗保险', 'housing-fund': '住房公积金',
  'bank-account': '银行开户', employment: '用工登记', 'follow-up': '回访', 'hand-out': '出件', delivery: '送达',
  decision: '作出决定', supplement: '等待补正', 'take-over': '监管承接', supervision: '督办',
  'supervision-above': '负责人督办', 'later-items': '补办后续事项', 'grid-case': '电网环节', 'joint-case': '联合验收全程',
  'fire-opinion': '消防意见',
  'plan-reply': '供电方案答复', archive: '移交城建档案', review: '审查', opinion: '部门意见',
  examination: '审查', survey: '现场勘查', energise: '装表接电', visit: '现场核查',
  'judge-duty': '认定后置义务', commitment: '承诺兑现核查', consultation: '征求意见', conclusion: '出具结论',
  rectification: '整改', guidance: '验收指导', 'register-completion': '登记竣工', 'check-survey': '核对测绘成果',
  exemption: '豁免确认', 'confirm-mode': '确认方式', 'customer-works': '用户工程',
  'power-acceptance': '竣工检验'
};

const SPENT = {
  work: '办理', queue: '等待经办', applicant: '等待申请人', procedure: '特别程序', other: '其他等待',
  off_hours: '非办公时间'
};

export function step(id) {
  return STEPS[id] ?? id;
}

export function spent(id) {
  return SPENT[id] ?? id;
}

export function length(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return '—';
  const size = Math.abs(seconds);
  if (size < 60) return `${seconds.toFixed(1)} 秒`;
  if (size < 3600) return `${(seconds / 60).toFixed(1)} 分钟`;
  return size < 48 * 3600
    ? `${(seconds / 3600).toFixed(2)} 小时` : `${(seconds / 86400).toFixed(2)} 天`;
}

export function percent(share) {
  return share === null || share === undefined || Number.isNaN(share)
    ? '—' : `${(share * 100).toFixed(1)}%`;
}

export function points(share) {
  return share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)} 个百分点`;
}

export function number(value) {
  return value === null || value === undefined || Number.isNaN(value) ? '—' : value.toFixed(2);
}

/** How a figure of that unit is written, and how a difference of it. */
export const WRITE = {
  s: {value: length, difference: length, name: '秒'},
  share: {value: percent, difference: points, name: '比例'},
  count: {value: number, difference: number, name: '数'}
};

export function time(instant) {
  return instant.slice(0, 16).replace('T', ' ');
}

/** A limit such as {@code 4 OFFICE_HOUR}. */
export function limit(text) {
  const [value, unit] = text.split(' ');
  return `${value} ${UNITS[unit] ?? unit}`;
}

const FIXED = {value: '时长'};
const PARTS = {mean: '平均', deviation: '标准差', min: '最短', max: '最长', mode: '最常见', ...FIXED};
const SHAPES = {
  fixed: '固定', exponential: '指数分布', lognormal: '对数正态分布', normal: '正态分布', uniform: '均匀分布',
  gamma: '伽马分布', weibull: '韦布尔分布', triangular: '三角分布', empirical: '经验分布'
};

/** A distribution of ours, as a scenario writes it. */
export function distribution(given) {
  if (typeof given === 'string') return given;
  const parts = Object.entries(PARTS)
    .filter(([key]) => given[key] !== undefined).map(([key, word]) => `${word} ${period(given[key])}`);
  return `${SHAPES[given.distribution] ?? given.distribution ?? ''} ${parts.join('，')}`;
}

function period(text) {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text);
  if (!match) return text;
  const [, days, hours, minutes, seconds] = match;
  return [[days, '天'], [hours, '小时'], [minutes, '分钟'], [seconds, '秒']]
    .filter(([value]) => value).map(([value, word]) => `${value} ${word}`).join(' ');
}
