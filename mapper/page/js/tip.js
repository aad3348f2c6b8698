/* The tip beside a link: what leads to what, and the words that say so. */
import { fill, h, clamp } from './dom.js';
import { reasonText } from './text.js';

export function linkTip(app, link, event) {
  const { tip } = app.parts;
  app.state.hoverLink = link;
  tip.hidden = !link;
  app.layout(false);
  if (!link) return;
  fill(tip, `${link.from.n} ${link.from.label} `, h('b', {}, app.t('kind.' + link.kind)), ` ${link.to.n} ${link.to.label}`, h('br'),
    link.cue ? h('q', { dir: 'auto' }, link.cue) : link.kind === 'same-people' ? app.t('link.computed') : (link.reasons || []).map(index => reasonText(app, index) + ' '));
  moveTip(app, event);
}

export function moveTip(app, event) {
  const { tip, mapbox } = app.parts,
    box = mapbox.getBoundingClientRect();
  tip.style.left = clamp(event.clientX - box.left + 12, 4, Math.max(4, box.width - 290)) + 'px';
  tip.style.top = clamp(event.clientY - box.top + 14, 4, Math.max(4, box.height - 80)) + 'px';
}
