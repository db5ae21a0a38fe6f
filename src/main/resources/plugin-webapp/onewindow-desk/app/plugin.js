// What officers do with tasks beyond their forms: the tab 办理动作, and 代办与改派 in the head.

import {taskActs} from './acts.js';
import {desk} from './desk.js';

/** After an act the list of tasks and the head of the open one are read again. */
function refresh(scope) {
  let holder = scope;
  while (holder && !holder.taskData) {
    holder = holder.$parent;
  }
  holder?.taskData.changed('task');
  scope?.$root?.$broadcast('refresh');
}

export default [taskActs(refresh), desk(refresh)];
