// Replaces the web application's own config.js: Chinese first, English still to be chosen.
export default {
  app: {name: '监控台', vendor: 'OneWindow 一窗'},
  locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: 'zh-CN'},
  disableWelcomeMessage: true
};
