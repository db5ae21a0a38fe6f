// A form that was handed in and is not answered: the network, a proxy or a node has failed. Whoever
// waits is told after a while, and in Chinese; what such a failure says by itself is English.

const HANDED_IN = /\/submit-form$/;

/** Beyond what a node that lost its database needs to say so; our own default. */
const LONGEST_MILLIS = 15000;

const UNANSWERED = '没有收到系统的答复：网络断开，或者系统正忙、正在重新启动。刚才的操作可能已经办成，'
  + '请稍候刷新页面看看，没有办成的再办一次；填写而未提交的内容保存在本机，重新打开时恢复。';

const CHINESE = /\p{Script=Han}/u;

const open = XMLHttpRequest.prototype.open;

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  open.call(this, method, url, ...rest);
  if (HANDED_IN.test(url)) {
    this.timeout = LONGEST_MILLIS;
  }
};

/** All that this system answers is Chinese: what is not comes from somewhere on the way to it. */
function say() {
  document.querySelectorAll('.notifications .alert-danger .message').forEach(message => {
    if (message.textContent.trim() && !CHINESE.test(message.textContent)) {
      message.textContent = UNANSWERED;
    }
  });
}

if (localStorage.getItem('onewindow.language') !== 'en') {
  new MutationObserver(say).observe(
    document.body, {childList: true, characterData: true, subtree: true});
}

// The web application expects a list of plugins from every script it loads.
export default [];
