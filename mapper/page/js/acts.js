/* Everything a reader can do, and one road for every change. */
import { drawFoot, seatFoot, applyTheme, darkNow, nameTheme, restart, useLanguage } from './frame.js';
import { drawMast } from './mast.js';
import { drawKey, seatKey } from './key.js';
import { drawList, paintRows, rowOf } from './list.js';
import { drawTimeline, paintTimeline } from './timeline.js';
import { placeWindow, playThrough, tidyWindow } from './brush.js';
import { drawPanel, closeButton } from './panel.js';
import { layout } from './layout.js';
import { measure } from './skeleton.js';
import { startSteps } from './steps.js';
import { openHelp } from './help.js';
import { fitAll, frame, frameDispute, reveal } from './viewport.js';
import { linkTip, moveTip } from './tip.js';
import { savePicture } from './picture.js';
import { describe } from './words.js';
import { disputeName, visibleEvents, writeHash } from './state.js';
import { viewName } from './disputed.js';

const HOVER_IN = 40;
const HOVER_OUT = 90;
const COUNT_DELAY = 400;

/** Acts besides selecting. */
export function addActs(app) {
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
  app.toggleDisputed = () => {
    state.onlyDisputed = !state.onlyDisputed;
    app.changed('filter');
    drawKey(app);
  };
  app.clearFilters = () => {
    state.off.clear();
    state.articlesOff.clear();
    Object.assign(state, { query: '', window: null, onlyDisputed: false });
    app.changed('filter');
    drawMast(app);
    drawKey(app);
    nameTheme(app);
    app.parts.find.focus({ preventScroll: true });
  };
  app.setWindow = window => {
    const pressed = app.focused() === app.parts.reset;
    state.window = tidyWindow(app.scale, window);
    app.changed('window');
    if (pressed) app.parts.play.focus();
  };
  app.setView = view => {
    const held = app.parts.panel.contains(app.focused());
    state.view = view;
    app.changed('view');
    if (held) app.parts.panel.querySelector('.views input:checked')?.focus({ preventScroll: true });
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
    seatFoot(app);
    if (!state.manual && state.step < 0 && !state.selected) {
      if (state.panel && state.panel.dispute) frameDispute(app, state.panel.dispute);
      else fitAll(app);
    }
    visibleEvents(app);
    drawTimeline(app);
    layout(app);
    if (app.virtual) app.virtual.draw();
  };
  app.play = () => playThrough(app);
  app.openHelp = () => openHelp(app);
  app.startSteps = index => startSteps(app, index);
  app.closeButton = () => closeButton(app);
  app.savePicture = () => savePicture(app);
  app.showAll = () => {
    state.manual = false;
    fitAll(app, { fly: true, whole: true });
  };
  app.linkTip = (link, event) => linkTip(app, link, event);
  app.moveTip = event => moveTip(app, event);
}

/** Hovering, selecting, opening and closing. */
export function addSelecting(app) {
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
    if (!state.manual) frameDispute(app, dispute);
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

