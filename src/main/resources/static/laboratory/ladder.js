// The ladder for teaching: each rung opens one more part of the forms.

import {at, button, node} from './nodes.js';

export const RUNGS = [
  {name: '结构', lesson: '第一级：只看走哪些环节、谁先谁后。并联省下的是排队先后的时间，谁最后办完，谁就决定办件的快慢。'},
  {name: '时间', lesson: '第二级：加上每个环节办多久、承诺多久。平均数相同而长短不一，等待也会变长；时限改了，流程并没有变快。'},
  {name: '人员', lesson: '第三级：加上有几个人、来多少件。忙碌程度接近 100% 时，再多一点来件，队伍就长得多；人加在没有排队的地方没有用。'},
  {name: '日历', lesson: '第四级：加上谁在什么时候上班。办件在下班后停着，部门之间上班时间错开，会把等待藏进夜里和周末。'}
];

/**
 * @param changed hears which rung has been reached
 */
export function ladder(changed) {
  let rung = 1;
  const buttons = RUNGS.map((one, index) =>
    button(`${index + 1} ${one.name}`, () => climb(index + 1)));
  function climb(to) {
    rung = to;
    buttons.forEach((one, index) => one.setAttribute('aria-pressed', index < rung));
    at('#lesson').textContent = RUNGS[rung - 1].lesson;
    changed(rung);
  }
  at('#ladder').replaceChildren(...buttons.map(one => node('li', one)));
  return {climb, rung: () => rung};
}
