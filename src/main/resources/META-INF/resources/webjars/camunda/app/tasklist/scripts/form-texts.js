// The forms' renderer has no translations of its own; this puts its fixed messages into Chinese
// wherever they appear.

const TEXTS = [
  [/^Field is required\.$/, '此项为必填项。'],
  [/^Field must match pattern .*$/s, '格式不正确，请参照说明填写。'],
  [/^Field must have minimum length of (\d+)\.$/, '至少填写 $1 个字符。'],
  [/^Field must have maximum length of (\d+)\.$/, '最多填写 $1 个字符。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Value is not a number\.$/, '请填写数字。'],
  [/^Select$/, '请选择'],
  [/^Search$/, '搜索'],
  [/^Nothing to show\.$/, '没有可显示的内容。'],
  [/^No results$/, '没有匹配的选项']
];

function chinese(text) {
  const rule = TEXTS.find(([english]) => english.test(text.trim()));
  return rule ? text.trim().replace(rule[0], rule[1]) : null;
}

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.fjs-container')) {
      const text = chinese(node.data);
      if (text) {
        node.data = text;
      }
    }
  }
  root.querySelectorAll?.('.fjs-container input[placeholder]').forEach(input => {
    input.placeholder = chinese(input.placeholder) ?? input.placeholder;
  });
}

/** Watches what appears on the page and puts the form renderer's messages into Chinese. */
function speakChinese(root) {
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'characterData') {
        translate(change.target.parentElement ?? root);
      }
      change.addedNodes.forEach(node =>
        translate(node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement ?? root));
    }
  }).observe(root, {childList: true, characterData: true, subtree: true});
}

if (localStorage.getItem('onewindow.language') !== 'en') {
  speakChinese(document.body);
}

// The web application expects a list of plugins from every script it loads.
export default [];
