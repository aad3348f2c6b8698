/* The time window: two handles that are sliders, a bar that moves both, and playing through time. */
import { h, clamp, fill } from './dom.js';
import { visibleEvents } from './state.js';

const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 };
const PLAY_MS = 1100;
const PLAY_STEPS = 60;

export function buildHandles(app) {
  const { scale, t } = app;
  const handle = end => h('div', {
    class: 'handle', 'data-end': end, role: 'slider', tabindex: 0, 'aria-label': t('time.' + end), 'aria-valuemin': Math.round(scale.from),
    'aria-valuemax': Math.round(scale.to), onkeydown: press => handleKey(app, end, press), onpointerdown: press => drag(app, end, press)
  });
  return [h('div', { class: 'veil l' }), h('div', { class: 'veil r' }),
    h('div', { class: 'range', title: t('time.move'), onpointerdown: press => drag(app, null, press) }), handle('from'), handle('to')];
}

const current = app => (app.state.window || [app.scale.from, app.scale.to]).slice();

/** Put handles and veils where the window is, and say what it holds. */
export function placeWindow(app) {
  const { scale, parts, state } = app;
  fill(parts.said, timeText(app));
  parts.reset.hidden = !state.window;
  if (!scale) return;
  const [a, b] = current(app),
    [x0, x1] = [scale.at(a), scale.at(b)],
    part = name => parts.plot.querySelector(name),
    px = value => Math.max(0, value) + 'px';
  if (!part('.range')) return;
  part('.veil.l').style.width = px(x0 + 4);
  part('.veil.r').style.width = px(scale.width - x1 + 4);
  Object.assign(part('.range').style, { left: px(x0), width: px(x1 - x0) });
  for (const [name, x, day] of [['from', x0, a], ['to', x1, b]]) {
    const handle = part(`[data-end="${name}"]`);
    handle.style.left = px(x);
    handle.setAttribute('aria-valuenow', Math.round(day));
    handle.setAttribute('aria-valuetext', app.dates.day(Math.round(day)));
  }
}

/** A window as the state keeps it: inside the scale, null when it is all of it. */
export function tidyWindow(scale, window) {
  if (!window || !scale) return null;
  const [a, b] = window.map(day => clamp(day, scale.from, scale.to));
  return a <= scale.from + 0.5 && b >= scale.to - 0.5 ? null : [a, b];
}

function drag(app, end, press) {
  press.preventDefault();
  const element = press.currentTarget,
    { scale } = app,
    start = current(app),
    px = start.map(scale.at),
    origin = press.clientX;
  element.setPointerCapture(press.pointerId);
  if (end) element.focus();
  const move = event => {
    const dx = event.clientX - origin,
      window = start.slice();
    if (end === 'from') window[0] = Math.min(scale.inverse(clamp(px[0] + dx, 0, scale.width)), start[1] - 1);
    else if (end === 'to') window[1] = Math.max(scale.inverse(clamp(px[1] + dx, 0, scale.width)), start[0] + 1);
    else {
      const by = clamp(dx, -px[0], scale.width - px[1]);
      window[0] = scale.inverse(px[0] + by);
      window[1] = scale.inverse(px[1] + by);
    }
    app.state.window = window.map(Math.round);
    app.changed('drag');
  };
  const stop = () => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', stop);
    element.removeEventListener('pointercancel', stop);
    app.setWindow(app.state.window);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', stop);
  element.addEventListener('pointercancel', stop);
}

function handleKey(app, end, press) {
  const { scale } = app,
    window = current(app),
    i = end === 'from' ? 0 : 1;
  if (press.key === 'Home') window[i] = i ? window[0] + 1 : scale.from;
  else if (press.key === 'End') window[i] = i ? scale.to : window[1] - 1;
  else if (KEYS[press.key]) window[i] += KEYS[press.key] * (press.shiftKey ? 7 : 1);
  else return;
  press.preventDefault();
  press.stopPropagation();
  if (i) window[1] = Math.max(window[1], window[0] + 1);
  else window[0] = Math.min(window[0], window[1] - 1);
  app.setWindow(window);
}

/** Let the window grow from event to event; a second call stops. */
export function playThrough(app) {
  if (app.playing) return stopPlaying(app);
  const all = [...new Set(app.model.events.filter(event => event.last != null).map(event => event.last + 1))].sort((a, b) => a - b),
    every = Math.max(1, Math.ceil(all.length / PLAY_STEPS)),
    ends = all.filter((_, i) => i % every === 0 || i === all.length - 1);
  let i = 0;
  const go = () => {
    if (i >= ends.length) {
      stopPlaying(app);
      app.setWindow(null);
    } else app.setWindow([app.scale.from, ends[i++]]);
  };
  setPlay(app, 'time.stop', 'M2 1H10V11H2Z');
  app.playing = setInterval(go, PLAY_MS);
  go();
}

export function stopPlaying(app) {
  clearInterval(app.playing);
  app.playing = null;
  setPlay(app, 'time.play', 'M2 1L11 6L2 11Z');
}

function setPlay(app, key, d) {
  const { play } = app.parts;
  play.setAttribute('aria-label', app.t(key));
  play.title = app.t(key);
  play.querySelector('path').setAttribute('d', d);
}

/** What the line above the plot says. */
function timeText(app) {
  const { model, state, t } = app,
    shown = visibleEvents(app),
    undated = shown.filter(event => event.last == null).length,
    window = state.window;
  const parts = [h('b', { class: 'tab' }, window ? `${app.dates.day(Math.round(window[0]))} – ${app.dates.day(Math.round(window[1]))}` : t('time.all')), ' ',
    h('span', { class: 'tab' }, shown.length === model.events.length
      ? t('count.events', { n: shown.length }) : t('count.someEvents', { n: shown.length, all: model.events.length }))];
  if (undated) parts.push(t('time.undated', { n: undated }));
  return parts;
}
