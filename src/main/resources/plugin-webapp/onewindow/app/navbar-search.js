// The way from Tasklist to the search for cases, in the bar at the top.

export const navbarSearch = {
  id: 'onewindow.search',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render: container => {
    const link = document.createElement('a');
    link.href = new URL('/search.html', window.location.origin).href;
    link.textContent = '办件查询';
    link.className = 'onewindow-search';
    container.appendChild(link);
  }
};
