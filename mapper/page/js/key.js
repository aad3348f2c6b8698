/* The key is the filter: no second legend. */
import { h, s, fill } from './dom.js';
import { glyph } from './glyphs.js';
import { linkSample } from './linkstyle.js';
import { KINDS, STATUSES, disputesOf } from './model.js';

export function drawKey(app) {
  const { model, state, t } = app;
  const toggle = (name, picture, label, n, hint) =>
    h('button', { class: 'key-row', type: 'button', 'data-filter': name, 'aria-pressed': String(!state.off.has(name)), title: hint, disabled: !n, onclick: () => app.toggleFilter(name) },
      picture, h('span', { class: 'kname' }, label), h('span', { class: 'n tab' }, n));
  const counts = {};
  for (const event of model.events) counts[event.status] = (counts[event.status] || 0) + 1;
  for (const link of model.links) counts[link.kind] = (counts[link.kind] || 0) + 1;
  const kinds = KINDS.filter(kind => kind !== 'same-people' || model.links.some(link => link.kind === kind));
  const group = (key, hint, rows) =>
    h('div', { class: 'key-g', role: 'group', 'aria-label': t(hint) }, h('span', { class: 'caps' }, t(key)), rows);
  const focused = app.parts.key.contains(app.focused()) ? app.focused().dataset.filter : null;
  fill(app.parts.key,
    group('key.status', 'key.statusHint', STATUSES.map(status =>
      toggle(status, glyph(app, status, { size: 18 }), t('status.' + status), counts[status] || 0, t('statusHint.' + status)))),
    signs(app, areaSigns(app), onlyDisputed(app)),
    group('key.links', 'key.linksHint', kinds.map(kind =>
      toggle(kind, linkSample(app, kind, 38), t('kind.' + kind), counts[kind] || 0))),
    signs(app, pointSigns(app)),
    h('p', { class: 'keycredit' }, t('foot.credits')));
  if (focused) app.parts.key.querySelector(`[data-filter="${focused}"]`)?.focus();
}

const signs = (app, rows, more) => h('div', { class: 'key-g signs' }, rows.map(([picture, key]) => h('span', { class: 'key-row' }, picture, app.t(key))), more);
const small = (...kids) => s('svg', { width: 22, height: 18, viewBox: '0 0 24 18', 'aria-hidden': 'true' }, kids);

function areaSigns(app) {
  const drawn = app.model.events.some(event => event.onMap && event.place.isArea);
  return drawn ? [[small(s('path', { class: 'area', d: 'M3 5L10 2L20 4L22 12L13 16L4 13Z' })), 'key.area']] : [];
}

/** The sign of disputed places is also the way to see nothing else. */
function onlyDisputed(app) {
  const { model, state, t } = app;
  if (!model.disputes.length) return null;
  return h('button', { class: 'key-row only', type: 'button', 'data-filter': 'disputed', 'aria-pressed': String(state.onlyDisputed), title: t('key.only'), onclick: () => app.toggleDisputed() },
    small(s('circle', { class: 'd-ring', cx: 12, cy: 9, r: 7.5, fill: app.hatch })), h('span', { class: 'kname' }, t('key.disputed')),
    h('span', { class: 'n tab' }, model.events.filter(event => disputesOf(event).length).length));
}

function pointSigns(app) {
  const rows = [],
    { events } = app.model;
  if (events.some(event => event.onMap && event.relation !== 'in'))
    rows.push([small(s('circle', { class: 'near', cx: 12, cy: 9, r: 7.5 }), s('circle', { class: 'anchor', cx: 12, cy: 9, r: 2.5 })), 'key.near']);
  if (events.some(event => event.doubtful))
    rows.push([small(s('circle', { cx: 12, cy: 9, r: 6, fill: 'var(--paper)', stroke: 'var(--ink-2)' }), s('text', { x: 12, y: 12.8, class: 'doubt' }, '?')), 'key.doubt']);
  if (events.some(event => event.origin))
    rows.push([small(s('path', { class: 'move-line', d: 'M2 13Q12 2 22 10' }), s('path', { class: 'move-head', d: 'M10 3L15 6L10 9' })), 'key.move']);
  return rows;
}

/** On phones and short windows the key goes to the end of the list. */
export function seatKey(app) {
  const inList = app.size.phone || app.size.short;
  app.parts.app.classList.toggle('keylist', inList);
  (inList ? app.parts.story : app.parts.app).append(app.parts.key);
}
