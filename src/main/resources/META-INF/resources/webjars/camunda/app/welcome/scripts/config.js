// Replaces the web application's own config.js: Chinese first, English still to be chosen.
export default {
  app: {name: '一窗', vendor: 'OneWindow 一窗'},
  locales: {availableLocales: ['zh-CN', 'en'], fallbackLocale: 'zh-CN'},
  disableWelcomeMessage: true
};
