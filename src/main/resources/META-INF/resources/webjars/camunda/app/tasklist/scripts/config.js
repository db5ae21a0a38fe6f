// Replaces the web application's own config.js: Chinese, unless English was chosen on the landing
// page.

import '/sign-out.js';

const language = localStorage.getItem('onewindow.language') === 'en' ? 'en' : 'zh-CN';

export default {
  app: {name: '任务列表', vendor: 'OneWindow 一窗'},
  locales: {availableLocales: [language], fallbackLocale: language},
  disableWelcomeMessage: true,
  customScripts: ['scripts/form-texts', 'scripts/form-answers', 'scripts/form-drafts'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '签收当前任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '转到第一个任务筛选'},
    focusList: {key: 'ctrl+alt+l', description: '转到列表中的第一个任务'},
    focusForm: {key: 'ctrl+alt+f', description: '转到任务表单的第一个输入框'},
    startProcess: {key: 'ctrl+alt+p', description: '打开发起办件窗口'}
  }
};
