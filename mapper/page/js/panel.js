/* The side panel: evidence of an event, a disputed place, or a report. */
import { fill, h } from './dom.js';
import { icon } from './glyphs.js';
import { evidencePanel } from './evidence.js';
import { disputePanel } from './disputed.js';
import { articlePanel } from './article.js';

export function closeButton(app) {
  return h('button', { class: 'p-close', type: 'button', 'aria-label': app.t('close'), onclick: () => app.closePanel() }, icon('M2 2L12 12M12 2L2 12', 14));
}

function contents(app, { event, dispute, article }) {
  if (event) return evidencePanel(app, event);
  return dispute ? disputePanel(app, dispute) : articlePanel(app, article);
}

export function drawPanel(app) {
  const { panel: element, story, time } = app.parts,
    { panel } = app.state,
    was = element.hidden;
  element.hidden = !panel;
  if (panel) {
    fill(element, contents(app, panel));
    element.scrollTop = 0;
  }
  const covered = !!panel && app.size.medium;
  story.inert = covered;
  time.inert = covered && app.size.phone;
  if (was !== element.hidden && app.map) app.resize();
}
