/* The timeline: one block an event, so that its height is the histogram; bars when there are many. */
import { h, s, clamp, fill } from './dom.js';
import { dateOf, monthStarts } from './dates.js';
import { makeScale, stack } from './timescale.js';
import { boxAt, overlap } from './geometry.js';
import { describe } from './words.js';
import { drawBars } from './bars.js';
import { buildHandles, placeWindow } from './brush.js';
import { icon } from './glyphs.js';

const AXIS = 20;
const LEAST_BLOCK = 22;
const TIP = 5;
export const BARS_ABOVE = 60;

/** Build the frame of the timeline once. */
export function buildTimeline(app) {
  const { t, parts } = app,
    quiet = (key, act, more) => h('button', { class: 'quiet', type: 'button', onclick: act, ...more }, t(key));
  parts.play = h('button', { class: 'icon', type: 'button', onclick: () => app.play(), 'aria-label': t('time.play'), title: t('time.play') }, icon('M2 1L11 6L2 11Z', 12, true));
  parts.said = h('output', {});
  parts.reset = quiet('time.all', () => app.setWindow(null));
  parts.fold = quiet('time.true', () => {
    app.state.folded = !app.state.folded;
    drawTimeline(app);
  });
  parts.plot = h('div', { class: 'plot' });
  fill(parts.time,
    h('button', { class: 'grip', type: 'button', 'aria-label': t('time.grip'), onclick: () => {
      parts.app.classList.toggle('tall');
      app.resize();
    } }),
    h('div', { class: 'time-top' }, parts.play, parts.said, parts.reset, parts.fold), parts.plot);
  parts.plot.ondblclick = () => app.setWindow(null);
}

export function drawTimeline(app) {
  const { plot, fold } = app.parts,
    width = plot.clientWidth,
    height = plot.clientHeight;
  if (!width) return;
  const dated = app.model.events.filter(event => event.last != null),
    spans = dated.map(event => [event.first, event.last + 1]);
  app.scale = makeScale(spans, width, app.state.folded);
  fold.hidden = !app.scale || (app.scale.parts.length < 2 && app.state.folded);
  fold.textContent = app.t(app.state.folded ? 'time.true' : 'time.fold');
  fold.setAttribute('aria-pressed', String(!app.state.folded));
  app.parts.play.disabled = !app.scale;
  if (!app.scale) {
    fill(plot, h('p', { class: 'plot-none' }, app.t('time.none')));
    placeWindow(app);
    return;
  }
  const svg = s('svg', { role: 'img', 'aria-label': app.t('time.label') }),
    room = height - AXIS,
    shown = dated.filter(event => app.shownSet.has(event));
  app.blockBoxes = [];
  drawAxis(app, svg, { width, height, room, shown });
  if (app.model.events.length > BARS_ABOVE) drawBars(app, svg, shown, room);
  else drawBlocks(app, svg, shown, room);
  drawPublication(app, svg, { width, room, taken: app.blockBoxes });
  const focused = plot.contains(app.focused()) ? app.focused().dataset.end : null;
  fill(plot, svg, buildHandles(app));
  if (focused) plot.querySelector(`[data-end="${focused}"]`)?.focus();
  placeWindow(app);
  paintTimeline(app);
}

function drawAxis(app, svg, { width, height, room, shown }) {
  const { scale, model } = app;
  if (model.published != null) {
    const x = scale.at(model.published + 1);
    svg.append(s('rect', { class: 'future', x, y: 0, width: Math.max(0, width - x), height: room }));
  }
  scale.parts.forEach((part, i) => {
    drawMonths(app, svg, part, { height, shown });
    svg.append(s('path', { class: 'base', d: `M${part.x0} ${room + 0.5}H${part.x1}` }));
    if (i) drawFold(app, svg, scale.parts[i - 1], part, { room, shown });
  });
}

function drawMonths(app, svg, part, { height, shown }) {
  const { scale } = app,
    starts = [...monthStarts(part.from, part.to)],
    wide = starts.length > 1 ? (part.x1 - part.x0) / ((part.to - part.from) / 30.44) : part.x1 - part.x0,
    every = [1, 3, 6, 12, 24, 60, 120, 240].find(step => wide * step > 34) || 480;
  starts.forEach((start, i) => {
    const date = dateOf(start),
      index = date.getUTCFullYear() * 12 + date.getUTCMonth();
    if (start < part.from || index % every) return;
    const next = starts[i + every] ?? part.to,
      x = scale.at(start),
      space = scale.at(Math.min(next, part.to)) - x;
    svg.append(s('path', { class: 'tick', d: `M${x} 0V${height}` }));
    if (space <= 30 || x > scale.width - 28) return;
    const first = start - part.from < 31 * every || date.getUTCMonth() === 0;
    const count = shown.filter(event => event.first < next && event.last >= start).length;
    svg.append(s('text', { class: 'mon tab', x: x + 5, y: height - 6 }, axisText(app, start, { space, first, every }),
      count && space > 120 ? s('tspan', { dx: 6 }, count) : null));
  });
}

function axisText(app, day, { space, first, every }) {
  if (every >= 12) return app.dates.write(day, { year: 'numeric' });
  if (space > 110) return app.dates.month(day, true);
  if (!first) return app.dates.monthName(day);
  return space > 62 ? app.dates.month(day) : app.dates.write(day, { month: 'short', year: '2-digit' });
}

function drawFold(app, svg, before, part, { room, shown }) {
  const middle = (before.x1 + part.x0) / 2,
    months = Math.round((part.from - before.to + 18) / 30.44),
    crossed = shown.some(event => event.first < before.to && event.last > part.from),
    y = crossed ? 12 : room - 24;
  app.blockBoxes.push(boxAt(middle - 36, y - 11, 72, 28));
  svg.append(
    s('path', { class: 'base', d: `M${before.x1} ${room + 0.5}H${middle - 10}l4 -6l6 12l4 -6H${part.x0}`, fill: 'none' }),
    s('text', { class: 'fold', x: middle, y }, app.t('time.months', { n: months })),
    s('text', { class: 'fold', x: middle, y: y + 14 }, app.t('time.folded')));
}

/** The label of the publication line stands beside it, as high as no block is in the way. */
function drawPublication(app, svg, { width, room, taken }) {
  if (app.model.published == null) return;
  const x = app.scale.at(app.model.published + 1),
    space = width - x,
    [first, second] = app.t('time.after').split('|');
  svg.append(s('path', { class: 'pub', d: `M${x} 6V${room}` }));
  const lines = space > 86 && second ? [first, second] : space > 46 ? [first] : [];
  if (!lines.length) return;
  const y = [16, 28, 40, 52, 64, 76].find(at => {
    const box = boxAt(x + 4, at - 11, 72, lines.length * 13 + 2);
    return box.y1 < room && !taken.some(other => overlap(other, box) > 0);
  });
  if (y) lines.forEach((text, i) => svg.append(s('text', { class: 'publabel', x: x + 6, y: y + i * 13 }, text)));
}

function drawBlocks(app, svg, shown, room) {
  const { scale } = app;
  const blocks = shown.map(event => {
    let x0 = scale.at(event.first),
      x1 = scale.at(event.last + 1);
    if (x1 - x0 < LEAST_BLOCK) {
      const middle = (x0 + x1) / 2;
      x0 = middle - LEAST_BLOCK / 2;
      x1 = middle + LEAST_BLOCK / 2;
    }
    return { event, x0, x1, order: event.n };
  });
  const lanes = stack(blocks),
    size = clamp((room - 4) / Math.max(lanes, 1) - 2, 3, 15);
  for (const block of blocks) {
    const y = room - 2 - (block.lane + 1) * (size + 2) + 2;
    app.blockBoxes.push(boxAt(block.x0, y, block.x1 - block.x0, size));
    svg.append(drawBlock(app, block, y, size));
  }
}

/** The outline of a block: straight, pointed where it is open or claimed. */
export function blockPath(event, x, y, w, height) {
  const left = event.openLeft || event.status === 'claimed' ? TIP : 0,
    right = event.openRight || event.status === 'claimed' ? TIP : 0,
    half = height / 2;
  return `M${x + left} ${y}h${w - left - right}l${right} ${half}l${-right} ${half}h${-(w - left - right)}l${-left} ${-half}Z`;
}

function drawBlock(app, { event, x0, x1 }, y, size) {
  const x = x0 + 0.75,
    w = x1 - x0 - 1.5,
    d = blockPath(event, x, y, w, size),
    colour = `var(--${event.status})`,
    solid = event.status === 'happened' || event.status === 'ongoing';
  const group = s('g', {
    class: 'blk', 'data-n': event.n, onclick: () => app.select(event, 'time'), onmouseenter: () => app.hover(event), onmouseleave: () => app.hover(null)
  },
    s('title', {}, describe(app, event)), s('path', { class: 'glow', d }),
    s('path', solid ? { d, fill: colour }
      : { d, fill: 'var(--paper)', stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': event.status === 'planned' ? '4 2.6' : null }));
  markOpenEnds(group, event, { x, y, x1, size });
  if (event.status === 'cancelled')
    group.append(s('path', { d: `M${x + 20} ${y + size / 2}h${Math.max(0, w - 24)}`, stroke: colour, 'stroke-width': 1.5 }));
  if (size >= 9)
    group.append(s('text', { x: x0 + (event.openLeft ? 19 : w < 30 ? w / 2 - 5 : 6), y: y + size / 2 + 0.5, fill: solid ? 'var(--on-status)' : colour }, event.n));
  group.append(s('path', { class: 'ringed', d }));
  return group;
}

function markOpenEnds(group, event, { x, y, x1, size }) {
  const cut = { stroke: 'var(--paper)', 'stroke-width': 1.6, fill: 'none' };
  if (event.openLeft) group.append(s('path', { d: `M${x + 14} ${y}v${size}M${x + 10} ${y}v${size}`, ...cut }));
  if (event.status === 'ongoing') group.append(s('path', { d: `M${x1 - 13} ${y}l${TIP} ${size / 2}l${-TIP} ${size / 2}`, ...cut }));
}

/** Classes only. */
export function paintTimeline(app) {
  const { selected, hover } = app.state;
  for (const block of app.parts.plot.querySelectorAll('.blk')) {
    block.classList.toggle('sel', !!selected && block.dataset.n === selected.key);
    block.classList.toggle('hover', !!hover && block.dataset.n === hover.key);
  }
}
