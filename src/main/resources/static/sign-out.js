// Where people sign in at an identity platform, signing out of a web application goes on there: the
// answer says where. Loaded by each web application's config.js.

const SIGN_OUT = /\/auth\/user\/[^/]+\/logout$/;
const open = XMLHttpRequest.prototype.open;

function leave() {
  const said = this.getResponseHeader('Content-Type') ?? '';
  if (this.status === 200 && said.startsWith('application/json')) {
    const {redirectTo} = JSON.parse(this.responseText);
    if (redirectTo) location.assign(redirectTo);
  }
}

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  if (SIGN_OUT.test(url)) {
    dispatchEvent(new Event('onewindow.sign-out'));
    this.addEventListener('load', leave);
  }
  return open.call(this, method, url, ...rest);
};
