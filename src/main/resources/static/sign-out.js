// Where people sign in at an identity platform, signing out of a web application goes on there: the
// answer says where. Who was signed out by somebody else is shown why. Loaded by each web
// application's config.js.

const SIGN_OUT = /\/auth\/user\/[^/]+\/logout$/;
const open = XMLHttpRequest.prototype.open;

function leave() {
  const said = this.getResponseHeader('Content-Type') ?? '';
  if (this.status === 200 && said.startsWith('application/json')) {
    const {redirectTo} = JSON.parse(this.responseText);
    if (redirectTo) location.assign(redirectTo);
  }
}

/** The page itself leads to the reason, once. */
function hearWhy() {
  const said = this.getResponseHeader('Content-Type') ?? '';
  if (this.status === 401 && said.startsWith('application/problem+json')
      && ['', 'text'].includes(this.responseType)
      && JSON.parse(this.responseText).code === 'session-ended') {
    location.reload();
  }
}

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  if (SIGN_OUT.test(url)) {
    dispatchEvent(new Event('onewindow.sign-out'));
    this.addEventListener('load', leave);
  }
  this.addEventListener('load', hearWhy);
  return open.call(this, method, url, ...rest);
};
