/* The story list: the same events in order of time, an equal to the map. */
import { h, fill } from './dom.js';
import { eventGlyph, hatchIcon } from './glyphs.js';
import { linkSample } from './linkstyle.js';
import { lit, visibleEvents, visibleLinks } from './state.js';
import { disputesOf } from './model.js';
import { dateText, statusText, whereText } from './words.js';
import { drawVirtualList, VIRTUAL_ABOVE } from './virtual.js';

const GAP_MONTHS = 3;
const MONTH_DAYS = 30.44;

function monthOf(app, event) {
  const day = (event.when && (event.when.begin ?? event.when.end)) ?? null;
  return day == null ? app.t('list.noDate') : app.dates.month(day, true);
}

/** How a row stands to the selected event: "led to 6". */
function relation(app, event) {
  const { selected } = app.state;
  if (!selected || selected === event) return null;
  const link = visibleLinks(app).find(
    k => (k.from === selected && k.to === event) || (k.to === selected && k.from === event));
  if (!link) return null;
  const kind = app.t('kind.' + link.kind);
  return { kind: link.kind, text: link.from === event ? `${kind} ${selected.n}` : app.t('list.relation', { n: selected.n, kind }) };
}

/** One event as a row; `more` are attributes for a virtual list. */
export function buildRow(app, event, more) {
  const related = relation(app, event),
    disputed = disputesOf(event).length > 0,
    said = event.said_by;
  return h('button', {
    class: 'row' + (app.state.hover === event ? ' hover' : ''), type: 'button', 'data-n': event.n,
    'aria-current': app.state.selected === event ? 'true' : null, ...more,
    onclick: () => app.select(event, 'list'), onmouseenter: () => app.hover(event), onmouseleave: () => app.hover(null),
    onfocus: () => app.hover(event), onblur: () => app.hover(null)
  },
    eventGlyph(app, event),
    h('span', {},
      h('span', { class: 'vh' }, event.n + '. '), h('span', { class: 'lab', dir: 'auto' }, event.label),
      h('span', { class: 'meta' },
        event.status === 'happened' ? h('span', { class: 'vh' }, statusText(app, event) + ', ')
          : [h('span', { class: 'word ' + event.status }, statusText(app, event)), ' · '],
        h('span', { class: 'tab' }, dateText(app, event)), ' · ', whereText(app, event),
        aside(app, { disputed, said, reports: event.sources ? event.sources.size : 1 })),
      related ? h('span', { class: 'rel' }, linkSample(app, related.kind, 34), related.text) : null));
}

function aside(app, { disputed, said, reports }) {
  const parts = [];
  if (disputed) parts.push(h('span', { class: 'chip-d' }, hatchIcon(app, 10), app.t('dispute.word')));
  if (said) parts.push(h('span', { dir: 'auto' }, app.t('list.saidBy', { source: said })));
  if (reports > 1) parts.push(h('span', {}, app.t('list.reports', { n: reports })));
  return parts.length ? h('span', { class: 'src' }, parts.map((part, i) => [i ? ' · ' : null, part])) : null;
}

export function drawList(app) {
  const box = app.parts.list,
    shown = visibleEvents(app);
  if (app.model.events.length > VIRTUAL_ABOVE) {
    drawVirtualList(app, shown, buildRow, notice(app, shown));
    return;
  }
  const keep = box.scrollTop;
  fill(box, shown.length ? thread(app, shown) : null, notice(app, shown), failures(app));
  box.scrollTop = keep;
}

function thread(app, shown) {
  const out = h('div', { class: 'thread' });
  let list = null,
    heading = null,
    latest = null;
  shown.forEach((event, i) => {
    const after = event.status === 'planned' ? ' after' : '',
      edge = (i === 0 ? ' first' : '') + (i === shown.length - 1 ? ' last' : ''),
      month = monthOf(app, event);
    if (month !== heading) {
      const gap = latest == null || event.first == null ? 0 : Math.round((event.first - latest) / MONTH_DAYS);
      if (gap > GAP_MONTHS) out.append(h('div', { class: 'tl gapline' }, h('p', { class: 'gap' }, app.t('list.gap', { n: gap }))));
      list = h('ol', { start: event.n, 'aria-label': month });
      out.append(h('div', { class: 'tl' + after }, h('h3', {}, month)), list);
      heading = month;
    }
    list.append(h('li', { class: 'tl' + after + edge }, buildRow(app, event)));
    if (event.last != null) latest = latest == null ? event.last : Math.max(latest, event.last);
  });
  return out;
}

function notice(app, shown) {
  const { model, t } = app,
    hidden = model.events.length - shown.length;
  if (!model.events.length)
    return h('div', { class: 'none' }, h('strong', {}, t('list.noEvents')), h('p', {}, t('list.noEventsIn', { n: model.articles.length })));
  if (!hidden) return null;
  return h('div', { class: 'none' }, shown.length ? null : h('strong', {}, t('list.nothing')),
    h('p', {}, shown.length ? t('list.hidden', { n: hidden }) : t('list.noMatch')),
    h('button', { class: 'btn', type: 'button', onclick: () => app.clearFilters() }, t('list.showAll', { n: model.events.length })));
}

/** Inputs that could not be used, with the reason. */
function failures(app) {
  const { failures: rows } = app.model;
  if (!rows.length) return null;
  return h('section', { class: 'failures' }, h('h3', {}, app.t('list.failed', { n: rows.length })),
    h('ul', {}, rows.map(row => h('li', {},
      h('b', { dir: 'auto' }, row.line == null ? row.input : app.t('list.line', { input: row.input, line: row.line })),
      h('span', { dir: 'auto' }, row.message)))));
}

/** Classes only: which row is looked at. */
export function paintRows(app) {
  for (const row of app.parts.list.querySelectorAll('.row')) row.classList.toggle('hover', lit(app) === app.state.hover && !!app.state.hover && row.dataset.n === app.state.hover.key);
}

export function rowOf(app, event) {
  return event && app.parts.list.querySelector(`.row[data-n="${event.n}"]`);
}
