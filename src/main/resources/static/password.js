// Changes one's own password. Nothing that is typed here is stored.

const form = document.querySelector('#change');
const problem = document.querySelector('#problem');

form.addEventListener('submit', async event => {
  event.preventDefault();
  const {again, ...wanted} = Object.fromEntries(new FormData(form));
  if (again !== wanted.newPassword) {
    problem.textContent = '两次输入的新密码不一致。';
    return;
  }
  problem.textContent = '';
  const answer = await fetch('api/v1/password', {
    method: 'POST',
    credentials: 'omit',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(wanted)
  });
  if (answer.ok) {
    form.hidden = true;
    document.querySelector('#done').hidden = false;
  } else if (answer.status === 401) {
    problem.textContent = '工号或原密码不正确，或者账号暂停登录；请稍后再试。';
  } else {
    problem.textContent = (await answer.json()).detail ?? '没有改成，请稍后再试。';
  }
});
// before, what is typed would have gone into the address
form.querySelector('button').disabled = false;
