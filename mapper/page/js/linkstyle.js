/* Links: kind by weight, dashes and end. The values come from the tokens of the style. */
import { s } from './dom.js';
import { KINDS } from './model.js';

export function readLinkStyles(app) {
  const style = getComputedStyle(app.root),
    token = name => style.getPropertyValue('--' + name).trim();
  app.linkStyle = Object.fromEntries(KINDS.map(kind => {
    const dash = token(kind + '-dash'),
      end = token(kind + '-end');
    return [kind, {
      width: parseFloat(token(kind + '-w')) || 1, dash: /^[\d. ]+$/.test(dash) ? dash : null,
      double: dash === 'double', end, hair: end === 'none'
    }];
  }));
}

const BACK = { triangle: 8.5, ring: 7.5, chevron: 2.5, none: 0 };

/** How far a line stops short of its end so that the head does not sit on it. */
export const headRoom = (app, kind) => BACK[app.linkStyle[kind].end] || 0;

export function drawHead(app, group, kind, [x, y], angle, scale = 1) {
  const transform = `translate(${x} ${y}) rotate(${(angle * 180) / Math.PI}) scale(${scale})`,
    end = app.linkStyle[kind].end;
  if (end === 'triangle')
    group.append(s('path', { class: 'head', transform, d: 'M0 0L-11 -5.2L-11 5.2Z', 'stroke-width': 0.8 }));
  if (end === 'chevron')
    group.append(s('path', { class: 'head open', transform, d: 'M-8.5 -5.6L0 0L-8.5 5.6', 'stroke-width': 2.1, 'stroke-linecap': 'round' }));
  if (end === 'ring') group.append(s('circle', { class: 'head ring', transform, cx: -4, r: 3.9, 'stroke-width': 1.8 }));
}

export function strokeLink(app, group, d, kind, surface) {
  const style = app.linkStyle[kind],
    classes = 'arc' + (style.hair ? ' hair' : '') + (style.end === 'chevron' ? ' butt' : '');
  group.append(s('path', { class: classes, d, 'stroke-width': style.width, 'stroke-dasharray': style.dash }));
  if (style.double)
    group.append(s('path', { class: 'arc-mid', d, fill: 'none', 'stroke-width': style.width - 2.6, style: 'stroke:' + surface }));
}

/** A short piece of a link, for keys and rows. */
export function linkSample(app, kind, width = 46) {
  const end = app.linkStyle[kind].end,
    stop = width - ({ none: 2, triangle: 10, ring: 9, chevron: 4 }[end] || 2),
    group = s('g', {});
  strokeLink(app, group, `M2 9L${stop} 9`, kind, 'var(--paper)');
  drawHead(app, group, kind, [width - 1.5, 9], 0);
  return s('svg', { width, height: 18, viewBox: `0 0 ${width} 18`, 'aria-hidden': 'true', focusable: 'false' }, group);
}
