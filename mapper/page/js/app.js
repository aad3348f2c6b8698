/* One page: how it is built, what it listens to, how it is taken down. */
import { buildModel } from './model.js';
import { freshState, readHash, writeHash, viewsOf, visibleEvents } from './state.js';
import { buildSkeleton, measure } from './skeleton.js';
import { readLinkStyles } from './linkstyle.js';
import { readBase } from './base.js';
import { drawGround } from './ground.js';
import { buildStage, buildBeads } from './stage.js';
import { layout, readyTray, slide } from './layout.js';
import { rowOf } from './list.js';
import { buildTimeline, drawTimeline } from './timeline.js';
import { stopPlaying } from './brush.js';
import { drawPanel } from './panel.js';
import { onKey } from './keys.js';
import { printer } from './print.js';
import { fitAll, frame, frameDispute } from './viewport.js';
import { drawFoot, drawFrame, applyTheme, nameTheme, useLanguage } from './frame.js';
import { addActs, addSelecting } from './acts.js';
import { buildCrowd, CROWD_ABOVE } from './crowd.js';

const RESIZE_DELAY = 60;
const SLIDE_ABOVE = 60;

/** Longitude the story is drawn round: the middle of the widest stretch that holds all its places. */
function storyCentre(model) {
  const places = new Set();
  for (const event of model.events) if (event.onMap) places.add(event.place);
  const longitudes = [...new Set([...places].map(place => place.lon))].sort((a, b) => a - b);
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
  drawPanel(app);
  app.map.invalidateSize({ animate: false });
  showFirst(app, at);
  listenTo(app);
  app.root.dataset.ready = '1';
}

function showFirst(app, at) {
  const { state } = app;
  if (at) {
    state.manual = true;
    app.map.setView(at.slice(0, 2), at[2], { animate: false });
  } else {
    readyTray(app);
    fitAll(app);
    if (state.selected) frame(app, state.selected, false);
    else if (state.panel && state.panel.dispute) frameDispute(app, state.panel.dispute);
  }
  app.ground.paint();
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
  map.on('move', () => (app.model.events.length > SLIDE_ABOVE ? slide(app) : layout(app, false)));
  map.on('moveend resize', app.ground.paint);
  map.on('moveend', () => {
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
  let room = [app.root.clientWidth, app.root.clientHeight].join();
  const observer = new ResizeObserver(() => {
    const now = [app.root.clientWidth, app.root.clientHeight].join();
    if (now === room) return;
    room = now;
    clearTimeout(timer);
    timer = setTimeout(app.resize, RESIZE_DELAY);
  });
  observer.observe(app.root);
  stop.push(() => observer.disconnect(), () => clearTimeout(timer));
}

/** Take the page out of the document again. */
export function dismantle(app) {
  stopPlaying(app);
  for (const undo of app.stop || []) undo();
  app.map.remove();
  app.root.replaceChildren();
  app.listeners.clear();
}
