// The Chinese words for services, steps and categories of limits, for every page that shows them.

export const STEPS = {
  case: '全流程', acceptance: '受理审查', registration: '设立登记', 'bank-account': '银行开户',
  'follow-up': '回访', archive: '移交城建档案', 'fire-opinion': '消防意见', 'joint-case': '联合验收全程',
  'grid-case': '电网环节', 'plan-reply': '供电方案答复',
  'completion-data': '推送竣工资料', filing: '提前备案'
};
export const SERVICES = {
  'company-registration': '企业开办', 'completion-acceptance': '联合竣工验收',
  'water-gas-connection': '供水供气报装', 'water-gas-line-permit': '供水供气外线审批',
  'construction-permit': '建筑工程施工许可', 'real-estate-completion-filing': '房地产综合验收备案',
  'first-property-registration': '不动产首次登记',
  'low-voltage-power': '低压用电报装',
  'high-voltage-power': '高压用电报装',
  'power-line-permit': '电力外线审批',
  'municipal-facility-permit': '市政设施建设类审批'
};
export const CATEGORIES = {general: '一般情形', 'fire-acceptance': '含特殊建设工程消防验收', complex: '需人工审查的', 'remote-terminal': '远程终端', other: '其他情形',
  'no-works': '无工程的低压用户', 'no-external-line': '无外线工程', 'external-line': '有外线工程', residential: '居民用户',
  'three-zero-enterprise': '实行“三零”服务的企业用户',
  '10kv-single-supply': '10千伏单电源', '10kv-dual-supply': '10千伏双电源',
  '35kv-single-supply': '35千伏及以上单电源', '35kv-dual-supply': '35千伏及以上双电源',
  'up-to-1250kva': '1250千伏安及以下',
  'other-roads-and-greenery': '城市其他道路、绿地和树木'
};
