// Replaces the web application's own config.js: Chinese, unless English was chosen on the landing
// page.

import '/sign-out.js';

const language = localStorage.getItem('onewindow.language') === 'en' ? 'en' : 'zh-CN';

export default {
  app: {name: '管理台', vendor: 'OneWindow 一窗'},
  locales: {availableLocales: [language], fallbackLocale: language},
  disableWelcomeMessage: true
};
