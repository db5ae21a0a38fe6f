// Says why a session has ended.

const why = new URLSearchParams(location.search).get('why');
const reasons = [...document.querySelectorAll('[data-why]')];
const told = reasons.find(reason => reason.dataset.why === why);

if (told) {
  reasons.forEach(reason => { reason.hidden = reason !== told; });
}
