/* Stepping through the story, one event at a time. */
import { h, fill, clamp } from './dom.js';
import { eventGlyph, icon } from './glyphs.js';
import { KINDS } from './model.js';
import { sentenceOf } from './quotes.js';
import { visibleEvents, visibleLinks } from './state.js';
import { dateText, describe, statusText, whereText } from './words.js';
import { fitAll, goTo, withLinks } from './viewport.js';
import { rowOf } from './list.js';

const PIPS = 60;

/** What an event comes from: "Set off by 2 …". */
function context(app, event) {
  const links = visibleLinks(app).filter(link => (link.kind === 'during' ? link.from : link.to) === event),
    link = links.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))[0];
  return link ? { kind: link.kind, other: link.from === event ? link.to : link.from } : null;
}

export function startSteps(app, index) {
  if (!visibleEvents(app).length) return;
  Object.assign(app.state, { step: index, panel: null, manual: false });
  showStep(app);
}

export function moveStep(app, by) {
  app.state.step += by;
  showStep(app);
}

function showStep(app) {
  const { state, parts } = app,
    shown = visibleEvents(app);
  state.step = clamp(state.step, 0, shown.length - 1);
  const event = shown[state.step],
    forward = parts.card.contains(app.focused()) ? app.focused().dataset.way : 'next';
  Object.assign(state, { selected: event, hover: null, panel: null });
  app.roving = event;
  parts.card.hidden = false;
  fillCard(app, event, shown);
  app.changed('select');
  focusWay(app, forward || 'next');
  const phone = app.size.phone,
    pad = phone ? { topLeft: [40, 70], bottomRight: [60, 170] } : { topLeft: [app.size.wide ? 300 : 80, 90], bottomRight: [200, 110] };
  goTo(app, withLinks(app, event), { pad, fly: true });
  app.announce(app.t('step.said', { n: state.step + 1, all: shown.length }) + ' ' + describe(app, event));
  rowOf(app, event)?.scrollIntoView({ block: 'nearest' });
  if (app.virtual) app.virtual.reach(event);
}

function fillCard(app, event, shown) {
  const { t, state } = app,
    from = context(app, event),
    arrow = (way, d, index) => h('button', {
      class: 'icon', type: 'button', 'data-way': way, 'aria-label': t('step.' + way), disabled: index < 0 || index >= shown.length,
      onclick: () => moveStep(app, way === 'next' ? 1 : -1)
    }, icon(d, 12)),
    quiet = (key, act) => h('button', { class: 'quiet', type: 'button', onclick: act }, t(key));
  fill(app.parts.card,
    from ? h('p', { class: 'from' }, t('from.' + from.kind) + ' ', h('b', { dir: 'auto' }, from.other.n + ' ' + from.other.label)) : null,
    h('h2', {}, eventGlyph(app, event), h('span', { dir: 'auto' }, event.label)),
    h('p', { class: 'when' }, h('span', { class: 'word ' + event.status }, statusText(app, event)), ' · ', dateText(app, event), ' · ', whereText(app, event)),
    h('blockquote', { dir: 'auto' }, sentenceOf(event)),
    h('div', { class: 'nav' },
      arrow('back', 'M8 1L3 6L8 11', state.step - 1), pips(state.step, shown.length), arrow('next', 'M4 1L9 6L4 11', state.step + 1),
      quiet('step.evidence', () => {
        stopSteps(app);
        app.select(event, 'panel');
      }),
      quiet('step.leave', () => stopSteps(app))));
}

function pips(at, count) {
  if (count > PIPS) return h('span', { class: 'pips tab' }, `${at + 1} / ${count}`);
  return h('div', { class: 'pips', 'aria-hidden': 'true' },
    Array.from({ length: count }, (_, i) => h('i', { class: i < at ? 'done' : i === at ? 'now' : '' })));
}

function focusWay(app, way) {
  const find = name => app.parts.card.querySelector(`[data-way="${name}"]`),
    wanted = find(way);
  (wanted.disabled ? find(way === 'next' ? 'back' : 'next') : wanted).focus({ preventScroll: true });
}

export function stopSteps(app) {
  Object.assign(app.state, { step: -1, selected: null });
  app.parts.card.hidden = true;
  app.changed('select');
  fitAll(app);
  app.parts.go.focus({ preventScroll: true });
}
