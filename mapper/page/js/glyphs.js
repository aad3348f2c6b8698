/* Signs: status by shape, edge and fill, and only then by colour; links by weight, dashes and end. */
import { s } from './dom.js';
import { disputesOf } from './model.js';

const SHAPES = {
  happened: c => [s('circle', { r: 11, fill: c })],
  ongoing: c => [
    s('circle', { r: 12.4, fill: 'var(--paper)', stroke: c, 'stroke-width': 1.7 }),
    s('circle', { r: 9.3, fill: c })
  ],
  planned: c => [
    s('circle', { r: 11, fill: 'var(--paper)', stroke: c, 'stroke-width': 2.2, style: 'stroke-dasharray:var(--planned-edge)' })
  ],
  cancelled: c => [
    s('circle', { r: 11, fill: 'var(--paper)', stroke: c, 'stroke-width': 1.8 }),
    s('path', { d: 'M-10.5 10.5L10.5 -10.5', stroke: c, 'stroke-width': 1.8 })
  ],
  claimed: c => [
    s('path', { d: 'M0-13.4L13.4 0L0 13.4L-13.4 0Z', fill: 'var(--paper)', stroke: c, 'stroke-width': 2, 'stroke-linejoin': 'round' })
  ]
};
const FILLED = new Set(['happened', 'ongoing']);

/** The sign of a status; options: size, n (number in it), dispute and doubt (small marks beside it). */
export function glyph(app, status, { size = 28, n, dispute, doubt } = {}) {
  const colour = 'var(--' + status + ')';
  const sign = s('svg', {
    class: 'glyph ' + status, width: size, height: size, viewBox: '-14 -14 28 28', 'aria-hidden': 'true', focusable: 'false'
  });
  sign.append(...SHAPES[status](colour));
  if (n != null && n <= 99) {
    const text = s('text', { y: 4, fill: FILLED.has(status) ? 'var(--on-status)' : colour }, n);
    if (status === 'cancelled') text.setAttribute('class', 'over');
    sign.append(text);
  }
  if (dispute)
    sign.append(s('rect', { x: 5.5, y: -15, width: 9, height: 9, fill: app.hatchFine, stroke: 'var(--dispute)', 'stroke-width': 1.3 }));
  if (doubt)
    sign.append(
      s('circle', { cx: -10.5, cy: -10, r: 5.6, fill: 'var(--paper)', stroke: 'var(--ink-2)', 'stroke-width': 1 }),
      s('text', { x: -10.5, y: -6.6, class: 'doubt' }, '?')
    );
  return sign;
}

export function eventGlyph(app, event, size) {
  return glyph(app, event.status, { n: event.n, size, doubt: event.doubtful, dispute: disputesOf(event).length > 0 });
}

export function hatchIcon(app, size = 12) {
  return s('svg', { width: size, height: size, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    s('rect', { x: 1, y: 1, width: 10, height: 10, fill: app.hatchFine, stroke: 'var(--dispute)', 'stroke-width': 1.4 }));
}

/** A drawn sign for a button: lines, or filled. */
export function icon(d, size = 18, filled = false) {
  return s('svg', { width: size, height: size, viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true', class: filled ? 'icon-solid' : 'icon-line' }, s('path', { d }));
}

/** Patterns for disputed places, with names of their own so that two pages can stand in one document. */
export function patterns(app) {
  const stripe = (name, gap, width, ground) =>
    s('pattern', { id: app.uid + name, width: gap, height: gap, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      s('rect', { width: gap, height: gap, style: 'fill:var(' + ground + ')' }),
      s('rect', { width, height: gap, style: 'fill:var(--dispute)' }));
  app.hatch = `url(#${app.uid}hatch)`;
  app.hatchFine = `url(#${app.uid}fine)`;
  return s('svg', { width: 0, height: 0, class: 'defs', 'aria-hidden': 'true', focusable: 'false' },
    s('defs', {}, stripe('hatch', 5, 1.7, '--dispute-wash'), stripe('fine', 3, 1.2, '--paper')));
}
