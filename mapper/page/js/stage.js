/* The map and what lies over it: drawing layers, signs, tray, tools, the step card and the tip. */
import { h, s } from './dom.js';
import { icon, eventGlyph } from './glyphs.js';
import { visibleEvents } from './state.js';
import { describe } from './words.js';
import { tileSwitch, nameTileSwitch } from './tiles.js';

const LAYERS = ['net', 'names', 'areas', 'moves', 'rings', 'leaders', 'arcs', 'arclabels'];
const MAP_OPTIONS = {
  zoomControl: false, attributionControl: false, zoomSnap: 0.25, zoomDelta: 0.5, zoomAnimation: false, fadeAnimation: false,
  wheelPxPerZoomLevel: 140
};
export const MIN_ZOOM = 2;

/** Take over a map that is there, or make one, and lay the page's layers over it. */
export function buildStage(app, given) {
  const { parts } = app;
  if (given) parts.map.replaceWith((parts.map = given.getContainer()));
  parts.map.classList.add('map');
  parts.map.removeAttribute('style');
  const map = (app.map = given || L.map(parts.map, MAP_OPTIONS));
  map.setMinZoom(MIN_ZOOM).setMaxZoom(app.base.towns.length || app.base.inner.length ? 12 : 9);
  map.setMaxBounds([[-84, -540], [85, 540]]);
  map.options.maxBoundsViscosity = 1;
  map.options.inertia = !app.calm();
  map.setView([25, app.centre], 3, { animate: false });
  buildLayers(app);
  buildTools(app);
  const box = map.getContainer();
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', app.t('map.label'));
  box.tabIndex = 0;
}

function buildLayers(app) {
  const { parts } = app,
    over = s('svg', { class: 'over', 'aria-hidden': 'true', focusable: 'false' }),
    hops = s('svg', { class: 'over hops', 'aria-hidden': 'true', focusable: 'false' });
  app.layers = { hops, over };
  for (const name of LAYERS) over.append((app.layers[name] = s('g', { class: name })));
  parts.signs = h('div', { class: 'signs-layer' }, hops);
  parts.tray = h('div', { class: 'tray' });
  parts.tools = h('div', { class: 'tools' });
  parts.card = h('section', { class: 'card', hidden: true, 'aria-label': app.t('step.label') });
  parts.tip = h('div', { class: 'tip', hidden: true });
  app.map.getContainer().append(over, parts.signs);
  parts.mapbox.append(parts.tray, parts.tools, parts.card, parts.tip);
  for (const node of [parts.tray, parts.tools, parts.card]) L.DomEvent.disableClickPropagation(node);
}

function buildTools(app) {
  const button = (name, d, act) => h('button', { type: 'button', 'data-name': name, onclick: act }, icon(d));
  const zoom = by => () => {
    app.state.manual = true;
    app.map.setZoom(app.map.getZoom() + by, { animate: false });
  };
  app.parts.tools.append(
    button('map.zoomIn', 'M9 3.5V14.5M3.5 9H14.5', zoom(0.75)),
    button('map.zoomOut', 'M3.5 9H14.5', zoom(-0.75)),
    button('map.showAll', 'M3 7V3H7M11 3H15V7M15 11V15H11M7 15H3V11M7.5 9H10.5', () => app.showAll()),
    button('map.picture', 'M9 3V11M5.5 8L9 11.5L12.5 8M3 14.5H15', () => app.savePicture()),
    tileSwitch(app) || ''
  );
  nameTools(app);
}

/** Name the tools in the page's language. */
export function nameTools(app) {
  for (const button of app.parts.tools.querySelectorAll('[data-name]')) {
    const name = app.t(button.dataset.name);
    button.setAttribute('aria-label', name);
    button.title = name;
  }
  nameTileSwitch(app);
}

/** One button for each event; one of them is a tab stop, arrows move between them. */
export function buildBeads(app) {
  app.beads = new Map();
  app.roving = app.model.events[0] || null;
  for (const event of app.model.events) {
    const bead = h('button', {
      class: 'bead', type: 'button', tabindex: -1,
      onclick: click => (click.stopPropagation(), app.select(event, 'map')),
      onmouseenter: () => app.hover(event), onmouseleave: () => app.hover(null),
      onfocus: () => app.hover(event), onblur: () => app.hover(null),
      onkeydown: press => moveBetween(app, event, press)
    }, eventGlyph(app, event));
    L.DomEvent.disableClickPropagation(bead);
    app.beads.set(event, bead);
  }
}

function moveBetween(app, event, press) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[press.key];
  if (!step) return;
  press.preventDefault();
  press.stopPropagation();
  const shown = visibleEvents(app),
    next = shown[(shown.indexOf(event) + step + shown.length) % shown.length];
  app.rove(next);
  app.beads.get(next).focus();
}

/** Put the signs where the layout says and take away those without a place. */
export function placeBeads(app, run) {
  for (const [event, bead] of app.beads) {
    const at = run.pos.get(event);
    if (!run.shown.has(event) || run.unsigned.has(event) || !(at || !event.onMap)) {
      bead.remove();
      continue;
    }
    if (event.onMap) {
      if (bead.parentNode !== app.parts.signs) app.parts.signs.append(bead);
      bead.style.transform = `translate(${at[0].toFixed(1)}px,${at[1].toFixed(1)}px)`;
    } else bead.style.transform = '';
    bead.setAttribute('aria-label', describe(app, event));
    bead.tabIndex = event === app.roving ? 0 : -1;
  }
}

/** Classes only, no geometry: what is selected, looked at, linked. */
export function paintBeads(app, hot, linked) {
  for (const [event, bead] of app.beads) {
    const selected = app.state.selected === event;
    bead.classList.toggle('sel', selected);
    bead.classList.toggle('hover', app.state.hover === event && !selected);
    bead.classList.toggle('linked', !!hot && event !== hot && linked.has(event));
    bead.setAttribute('aria-pressed', String(selected));
  }
}
