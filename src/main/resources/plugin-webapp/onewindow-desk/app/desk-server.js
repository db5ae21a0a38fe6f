// How the screens of this plugin speak with the server.

/** What the server says: its answer, or the problem it has. */
async function call(url, options) {
  try {
    const answer = await fetch(url, {credentials: 'same-origin', ...options});
    const body = await answer.text();
    const said = body ? JSON.parse(body) : null;
    return answer.ok ? {said} : {problem: said ?? {message: '系统没有应答，请稍后再试。'}};
  } catch {
    return {problem: {message: '与系统的连接中断，请检查网络后再试；您填写的内容没有提交。'}};
  }
}

/** The plugin's resources under the reader's own session. */
export function server(api) {
  const home = `${api.tasklistApi}/plugin/onewindow-desk/${api.engine}`;
  return {
    get: path => call(`${home}/${path}`, {headers: {Accept: 'application/json'}}),
    post: (path, order) => call(`${home}/${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept': 'application/json',
        'X-XSRF-TOKEN': api.CSRFToken
      },
      body: JSON.stringify(order)
    })
  };
}
