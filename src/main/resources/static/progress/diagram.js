// Draws the way of a case as one column: what is done, what is open, what is ahead.

import {time} from './nodes.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 340;
const RAIL = 20;
const BRANCH = 44;
const PHASE_HEIGHT = 52;
const STEP_HEIGHT = 44;
const LONGEST = 18;
const LOOKS = {
  DONE: {fill: '#1b6e3c', stroke: '#1b6e3c', mark: '✓', word: '已完成'},
  OPEN: {fill: '#14548c', stroke: '#14548c', mark: '…', word: '正在办理'},
  AHEAD: {fill: '#fff', stroke: '#8a97a5', mark: '', word: '尚未开始'},
  SKIPPED: {fill: '#fff', stroke: '#8a97a5', mark: '', word: '不再进行', dash: '3 3'}
};

function shape(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  if (text !== undefined) made.textContent = text;
  return made;
}

function dot(x, y, radius, status) {
  const look = LOOKS[status];
  return [
    shape('circle', {
      cx: x, cy: y, r: radius, fill: look.fill, stroke: look.stroke, 'stroke-width': 2,
      'stroke-dasharray': look.dash
    }),
    shape('text', {
      x, y: y + 4, 'text-anchor': 'middle', class: 'mark'
    }, look.mark)
  ];
}

function shortened(text) {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

function label(x, y, status, name, when) {
  return [
    shape('text', {x, y: y - 2, class: status.toLowerCase()}, shortened(name)),
    shape('text', {x, y: y + 15, class: 'when'}, when)
  ];
}

function ofPhase(phase) {
  return phase.at ? `${LOOKS[phase.status].word} · ${time(phase.at)}` : LOOKS[phase.status].word;
}

function ofStep(step) {
  const word = step.waitsForApplicant ? '等待您' : LOOKS[step.status].word;
  return [step.department, word, step.doneAt ? time(step.doneAt) : null].filter(Boolean).join(' · ');
}

/** The same in words, for those who do not see it. */
function spoken(phases) {
  return phases.map(phase => {
    const steps = phase.steps.map(step => `${step.name}，${ofStep(step)}`).join('；');
    return `${phase.name}：${ofPhase(phase)}${steps ? `（${steps}）` : ''}`;
  }).join('。');
}

/** An SVG of all phases with their steps. */
export function diagram(phases) {
  const parts = [];
  let y = 24;
  phases.forEach((phase, index) => {
    const top = y;
    parts.push(...label(BRANCH, y, phase.status, phase.name, ofPhase(phase)));
    y += PHASE_HEIGHT;
    for (const step of phase.steps) {
      parts.push(
        shape('path', {
          d: `M ${RAIL} ${y - 4} H ${BRANCH}`, stroke: '#d8e0e8', 'stroke-width': 2, fill: 'none'
        }),
        ...dot(BRANCH + 8, y - 4, 7, step.status),
        ...label(BRANCH + 24, y - 4, step.status, step.name, ofStep(step)));
      y += STEP_HEIGHT;
    }
    if (index < phases.length - 1) {
      parts.unshift(shape('line', {
        x1: RAIL, y1: top, x2: RAIL, y2: y, stroke: '#d8e0e8', 'stroke-width': 3
      }));
    } else if (phase.steps.length > 0) {
      parts.unshift(shape('line', {
        x1: RAIL, y1: top, x2: RAIL, y2: y - STEP_HEIGHT - 4, stroke: '#d8e0e8', 'stroke-width': 3
      }));
    }
    parts.push(...dot(RAIL, top, 12, phase.status));
  });
  const picture = shape('svg', {
    viewBox: `0 0 ${WIDTH} ${y}`, role: 'img', 'aria-label': spoken(phases)
  });
  picture.append(...parts);
  return picture;
}
