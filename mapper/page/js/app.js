/* One page: its state, its views, and one road for every change. */
import { h, fill } from './dom.js';
import { translator, LOCALES } from './text.js';
import { dateWriter } from './dates.js';
import { buildModel } from './model.js';
import { freshState, readHash, writeHash, viewsOf, visibleEvents, disputeName } from './state.js';
import { buildSkeleton, measure } from './skeleton.js';
import { readLinkStyles } from './linkstyle.js';
import { readBase } from './base.js';
import { drawGround } from './ground.js';
import { buildStage, buildBeads } from './stage.js';
import { layout } from './layout.js';
import { drawMast } from './mast.js';
import { drawKey, seatKey } from './key.js';
import { drawList, paintRows, rowOf } from './list.js';
import { buildTimeline, drawTimeline, paintTimeline } from './timeline.js';
import { placeWindow, playThrough, stopPlaying, tidyWindow } from './brush.js';
import { drawPanel, closeButton } from './panel.js';
import { startSteps } from './steps.js';
import { openHelp } from './help.js';
import { onKey } from './keys.js';
import { printer } from './print.js';
import { fitAll, frame, reveal } from './viewport.js';
import { linkTip, moveTip } from './tip.js';
import { describe } from './words.js';
import { viewName } from './disputed.js';
import { buildCrowd, CROWD_ABOVE } from './crowd.js';

const HOVER_IN = 40;
const HOVER_OUT = 90;
const COUNT_DELAY = 400;
const RESIZE_DELAY = 60;

/** Longitude the story is drawn round: the middle of the widest stretch that holds all its places. */
function storyCentre(model) {
  const longitudes = [...new Set(model.events.filter(event => event.onMap).map(event => event.place.lon))].sort((a, b) => a - b);
  if (!longitudes.length) return 20;
  let gap = longitudes[0] + 360 - longitudes[longitudes.length - 1],
    west = longitudes[0];
  longitudes.forEach((lon, i) => {
    if (i && lon - longitudes[i - 1] > gap) {
      gap = lon - longitudes[i - 1];
      west = lon;
    }
  });
  const centre = west + (360 - gap) / 2;
  return centre > 180 ? centre - 360 : centre;
}

export function createApp(root, data, options) {
  const app = { root, options, standalone: !!options.standalone, listeners: new Map(), shortcuts: true, state: freshState(), data };
  app.dark = matchMedia('(prefers-color-scheme: dark)');
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  app.calm = () => motion.matches;
  app.focused = () => root.getRootNode().activeElement;
  app.rectOf = (node, pad = 0) => {
    const a = node.getBoundingClientRect(),
      m = app.map.getContainer().getBoundingClientRect();
    return { x0: a.left - m.left - pad, y0: a.top - m.top - pad, x1: a.right - m.left + pad, y1: a.bottom - m.top + pad };
  };
  app.layout = full => layout(app, full);
  app.emit = (name, value) => (app.listeners.get(name) || []).forEach(listen => listen(value));
  useLanguage(app, options.language || 'en');
  addActs(app);
  addSelecting(app);
  return app;
}

function useLanguage(app, language) {
  app.language = TEXTS[language] ? language : 'en';
  app.locale = LOCALES[app.language];
  app.t = translator(app.language);
  app.dates = dateWriter(app.language, app.t);
  app.root.lang = app.language;
}

/** Build everything for the first time. */
export function start(app) {
  app.model = buildModel(app.data.page);
  app.base = readBase(app.data.base);
  app.centre = storyCentre(app.model);
  app.memory = { plates: new Map(), sides: new Map(), labels: new Map() };
  const { state } = app;
  app.firstView = viewsOf(app).includes(app.model.page.worldview) ? app.model.page.worldview : 'neutral';
  state.view = app.firstView;
  const at = app.standalone ? readHash(app) : null;
  app.root.classList.add('event-map');
  applyTheme(app);
  buildSkeleton(app);
  measure(app);
  readLinkStyles(app);
  buildStage(app, app.options.map);
  app.ground = drawGround(app);
  if (app.model.events.length > CROWD_ABOVE) app.crowd = buildCrowd(app);
  if (!app.crowd) buildBeads(app);
  else app.beads = new Map();
  app.paper = printer(app);
  buildTimeline(app);
  drawFrame(app);
  app.paintGround();
  drawPanel(app);
  listenTo(app);
  app.map.invalidateSize({ animate: false });
  showFirst(app, at);
  app.root.dataset.ready = '1';
}

/** What stands still while events are chosen. */
function drawFrame(app) {
  drawMast(app);
  drawKey(app);
  seatKey(app);
  drawFoot(app);
  nameTheme(app);
  drawList(app);
}

function showFirst(app, at) {
  const { state } = app;
  if (at) {
    state.manual = true;
    app.map.setView(at.slice(0, 2), at[2], { animate: false });
  } else {
    fitAll(app);
    if (state.selected) frame(app, state.selected, false);
  }
  visibleEvents(app);
  drawTimeline(app);
  layout(app);
  rowOf(app, state.selected)?.scrollIntoView({ block: 'center' });
}

function listenTo(app) {
  const { map, state } = app,
    stop = (app.stop = []);
  const listen = (target, name, act, more) => {
    target.addEventListener(name, act, more);
    stop.push(() => target.removeEventListener(name, act, more));
  };
  map.on('move', () => layout(app, false));
  map.on('moveend zoomend', () => {
    layout(app);
    if (app.standalone) writeHash(app);
  });
  map.on('dragstart', () => (state.manual = true));
  map.on('click', () => state.step < 0 && state.selected && app.closePanel());
  map.on('layeradd layerremove', () => drawFoot(app));
  listen(map.getContainer(), 'wheel', () => (state.manual = true), { passive: true });
  listen(app.standalone ? document : app.root, 'keydown', press => onKey(app, press));
  listen(app.dark, 'change', () => !state.theme && (applyTheme(app), nameTheme(app), app.paintGround()));
  if (app.standalone) {
    listen(window, 'beforeprint', app.paper.start);
    listen(window, 'afterprint', app.paper.end);
    listen(matchMedia('print'), 'change', media => (media.matches ? app.paper.start() : app.paper.end()));
  }
  let timer = null;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(app.resize, RESIZE_DELAY);
  });
  observer.observe(app.root);
  stop.push(() => observer.disconnect(), () => clearTimeout(timer));
}

function drawFoot(app) {
  const credits = new Set();
  app.map.eachLayer(layer => layer.getAttribution && layer.getAttribution() && credits.add(layer.getAttribution()));
  const plain = [...credits].map(text => new DOMParser().parseFromString(text, 'text/html').body.textContent);
  fill(app.parts.foot,
    h('span', {}, app.t('foot.view', { view: viewName(app, app.state.view) }) + ' ' + app.t('disclaimer')),
    h('span', { class: 'credit' }, [app.t('foot.credits'), ...(app.model.page.credits || []), ...plain].join(' · ')));
}

function darkNow(app) {
  const theme = app.state.theme || app.options.theme;
  return theme ? theme === 'dark' : app.dark.matches;
}
const applyTheme = app => (app.root.dataset.theme = darkNow(app) ? 'dark' : 'light');
const nameTheme = app => (app.parts.theme.textContent = app.t(darkNow(app) ? 'theme.light' : 'theme.dark'));

/** Everything a reader can do, besides selecting. */
function addActs(app) {
  const { state } = app;
  let counting = null;
  let said = '';
  app.announce = text => {
    if (text !== said) app.parts.live.textContent = said = text;
  };
  /* one road for every change: what = filter | window | drag | select | view */
  app.changed = what => {
    app.shown = null;
    drawList(app);
    if (what === 'filter' || what === 'window') drawTimeline(app);
    if (what === 'drag') placeWindow(app);
    if (what === 'select' || what === 'view') drawPanel(app);
    if (what === 'view') drawFoot(app);
    layout(app, what !== 'drag');
    paintTimeline(app);
    if (app.standalone) writeHash(app);
    if (what === 'select' || what === 'view') return;
    clearTimeout(counting);
    counting = setTimeout(() => app.announce(app.t('count.shown', { n: visibleEvents(app).length, all: app.model.events.length })), COUNT_DELAY);
  };
  app.find = text => {
    state.query = text.trim().toLowerCase();
    app.changed('filter');
  };
  app.toggleFilter = name => {
    if (!state.off.delete(name)) state.off.add(name);
    app.changed('filter');
    drawKey(app);
  };
  app.clearFilters = () => {
    state.off.clear();
    state.articlesOff.clear();
    Object.assign(state, { query: '', window: null });
    app.changed('filter');
    drawMast(app);
    drawKey(app);
    nameTheme(app);
  };
  app.setWindow = window => {
    state.window = tidyWindow(app.scale, window);
    app.changed('window');
  };
  app.setView = view => {
    state.view = view;
    app.changed('view');
    app.announce(app.t('view.said', { view: viewName(app, view) }));
  };
  app.toggleTheme = () => {
    state.theme = darkNow(app) ? 'light' : 'dark';
    applyTheme(app);
    nameTheme(app);
    app.paintGround();
  };
  app.paintGround = () => {
    app.ground.paint();
    if (app.crowd) app.crowd.draw();
  };
  app.setLanguage = language => {
    useLanguage(app, language);
    restart(app);
    app.openHelp();
  };
  app.resize = () => {
    measure(app);
    app.map.invalidateSize({ pan: false, animate: false });
    seatKey(app);
    if (!state.manual && state.step < 0 && !state.selected) fitAll(app);
    visibleEvents(app);
    drawTimeline(app);
    layout(app);
    if (app.virtual) app.virtual.draw();
  };
  app.play = () => playThrough(app);
  app.openHelp = () => openHelp(app);
  app.startSteps = index => startSteps(app, index);
  app.closeButton = () => closeButton(app);
  app.showAll = () => {
    state.manual = false;
    fitAll(app, { fly: true, whole: true });
  };
  app.linkTip = (link, event) => linkTip(app, link, event);
  app.moveTip = event => moveTip(app, event);
}

/** Write everything anew in another language; state and view stay. */
function restart(app) {
  const at = [app.map.getCenter(), app.map.getZoom()];
  for (const event of app.model.events) event.hay = null;
  for (const [event, bead] of app.beads) bead.setAttribute('aria-label', describe(app, event));
  const { parts, t } = app,
    regions = { story: 'story', stage: 'map', key: 'key', time: 'time', panel: 'panel' };
  for (const [part, region] of Object.entries(regions)) parts[part].setAttribute('aria-label', t('region.' + region));
  parts.tools.querySelectorAll('button').forEach((button, i) => {
    const name = t(['map.zoomIn', 'map.zoomOut', 'map.showAll'][i]);
    button.setAttribute('aria-label', name);
    button.title = name;
  });
  app.memory.labels.clear();
  buildTimeline(app);
  drawFrame(app);
  app.map.setView(...at, { animate: false });
  app.changed('view');
  drawTimeline(app);
}

function addSelecting(app) {
  const { state } = app;
  let timer = null;
  app.rove = event => {
    app.roving = event;
    for (const [other, bead] of app.beads) bead.tabIndex = other === event ? 0 : -1;
  };
  app.hover = event => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (state.hover === event) return;
      state.hover = event;
      paintRows(app);
      layout(app, false);
      paintTimeline(app);
    }, event ? HOVER_IN : HOVER_OUT);
  };
  app.select = (event, from) => {
    Object.assign(state, { selected: event, hover: null });
    app.roving = event;
    const stepping = state.step >= 0;
    state.panel = stepping ? null : { event };
    if (stepping) state.step = visibleEvents(app).indexOf(event);
    app.changed('select');
    if (stepping) return startSteps(app, Math.max(0, state.step));
    if (state.manual || from === 'map') reveal(app, event);
    else frame(app, event);
    settleFocus(app, event, from);
    app.announce(describe(app, event));
    app.emit('select', { n: event.n, event: event.id, article: event.from.id });
    return undefined;
  };
  app.openDispute = dispute => {
    if (!app.model.disputes.includes(dispute)) return;
    openOther(app, { dispute });
    app.announce(app.t('dispute.said', { name: disputeName(app, dispute).name }));
    app.emit('dispute', { dispute: dispute.id });
  };
  app.openArticle = article => openOther(app, { article });
  app.closePanel = () => {
    const event = state.selected;
    Object.assign(state, { panel: null, selected: null });
    app.changed('select');
    if (!state.manual) fitAll(app);
    (rowOf(app, event) || app.parts.go).focus({ preventScroll: true });
    app.emit('select', null);
  };
}

function openOther(app, panel) {
  Object.assign(app.state, { panel, hover: null });
  app.changed('select');
  app.parts.panel.querySelector('h2').focus({ preventScroll: true });
}

function settleFocus(app, event, from) {
  if (from === 'panel') app.parts.panel.querySelector('h2').focus({ preventScroll: true });
  if (app.virtual) app.virtual.reach(event);
  const row = rowOf(app, event);
  if (!row) return;
  if (from === 'list') row.focus({ preventScroll: true });
  else row.scrollIntoView({ block: 'nearest', behavior: app.calm() ? 'auto' : 'smooth' });
}

/** Take the page out of the document again. */
export function dismantle(app) {
  stopPlaying(app);
  for (const undo of app.stop || []) undo();
  app.map.remove();
  app.root.replaceChildren();
  app.listeners.clear();
}
