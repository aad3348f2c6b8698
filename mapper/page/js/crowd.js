/* Hundreds of events and more: marks on one canvas, those that would cover each other joined. */
import { h } from './dom.js';
import { centreOf } from './nodes.js';
import { colours, drawCrowdLinks, drawMark, labelMarks } from './crowddraw.js';
import { drawNet, drawNames } from './graticule.js';
import { visibleEvents } from './state.js';
import { describe } from './words.js';

export const CROWD_ABOVE = 120;
const CELL = 34;
const TOP = 85.05;

/** Plane coordinates of every event at zoom 0, worked out once. */
function flatten(app, events) {
  const x = new Float64Array(events.length).fill(NaN),
    y = new Float64Array(events.length);
  events.forEach((event, i) => {
    if (!event.onMap) return;
    const [lat, lon] = centreOf(app, event.place),
      sin = Math.sin((Math.max(-TOP, Math.min(TOP, lat)) * Math.PI) / 180);
    x[i] = 256 * (0.5 + lon / 360);
    y[i] = 256 * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
  });
  return { x, y };
}

/** Rows of the events that are shown and have a place; worked out once for each change. */
function visibleRows(app, plane) {
  const shown = visibleEvents(app);
  if (plane.shown !== shown) {
    plane.shown = shown;
    plane.rows = Int32Array.from(shown.filter(event => event.onMap).map(event => event.n - 1));
  }
  return plane.rows;
}

/** A mark for some events whose pixels add up to these sums. */
function markOf(sumX, sumY, events) {
  const n = events.length;
  return { x: sumX / n, y: sumY / n, n, events, r: n === 1 ? 8 : Math.min(22, 9 + Math.log2(n) * 1.6) };
}

/** Join marks that would cover each other, the largest taking in the others. */
function apart(marks) {
  const kept = new Map(),
    cell = (x, y) => Math.floor(x / 44) * 1e5 + Math.floor(y / 44);
  for (const mark of marks.sort((a, b) => b.n - a.n)) {
    let host = null;
    for (const dx of [-44, 0, 44])
      for (const dy of [-44, 0, 44])
        for (const other of kept.get(cell(mark.x + dx, mark.y + dy)) || [])
          if (Math.hypot(other.x - mark.x, other.y - mark.y) < other.r + mark.r - 3) host ||= other;
    if (host) {
      host.events = host.events.concat(mark.events);
      host.n = host.events.length;
    } else {
      const key = cell(mark.x, mark.y);
      kept.set(key, [...(kept.get(key) || []), mark]);
    }
  }
  return [...kept.values()].flat();
}

/** How many events have no place on the map. */
function countOff(app) {
  const n = visibleEvents(app).filter(event => !event.onMap).length;
  app.parts.tray.hidden = !n;
  app.parts.tray.textContent = app.t('tray.chip', { n });
}

export function buildCrowd(app) {
  const canvas = h('canvas', { class: 'crowd', 'aria-hidden': 'true' }),
    { events } = app.model,
    plane = flatten(app, events),
    { parts, map } = app;
  parts.signs.append(canvas);
  let marks = [];
  const near = click => {
    const p = map.mouseEventToContainerPoint(click.originalEvent || click);
    let best = null;
    for (const mark of marks) {
      const d = Math.hypot(mark.x - p.x, mark.y - p.y);
      if (d < mark.r + 4 && (!best || d < best.d)) best = { mark, d };
    }
    return best && best.mark;
  };
  function gather(size) {
    const scale = 2 ** map.getZoom(),
      origin = map.getPixelBounds().min,
      cells = new Map();
    const rows = visibleRows(app, plane);
    for (const i of rows) {
      const px = plane.x[i] * scale - origin.x,
        py = plane.y[i] * scale - origin.y;
      if (px < -CELL || py < -CELL || px > size.x + CELL || py > size.y + CELL) continue;
      const key = Math.floor((px + origin.x) / CELL) * 1e7 + Math.floor((py + origin.y) / CELL);
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { x: 0, y: 0, events: [] }));
      cell.x += px;
      cell.y += py;
      cell.events.push(events[i]);
    }
    return apart([...cells.values()].map(cell => markOf(cell.x, cell.y, cell.events)));
  }
  function draw() {
    const size = map.getSize(),
      ratio = window.devicePixelRatio || 1;
    if (canvas.width !== size.x * ratio || canvas.height !== size.y * ratio) Object.assign(canvas, { width: size.x * ratio, height: size.y * ratio });
    canvas.style.width = size.x + 'px';
    canvas.style.height = size.y + 'px';
    const pen = canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, size.x, size.y);
    marks = gather(size);
    const ink = colours(app);
    const held = new Int32Array(events.length + 1);
    marks.forEach((mark, i) => {
      for (const event of mark.events) held[event.n] = i + 1;
    });
    drawCrowdLinks(app, pen, { get: event => marks[held[event.n] - 1] }, ink);
    for (const mark of marks) drawMark(app, pen, mark, ink);
    countOff(app);
    const boxes = [app.parts.tools, app.parts.tray].filter(node => !node.hidden).map(node => app.rectOf(node, 6));
    boxes.push(...marks.map(mark => ({ x0: mark.x - mark.r, y0: mark.y - mark.r, x1: mark.x + mark.r, y1: mark.y + mark.r })));
    labelMarks(app, pen, marks, { ink, boxes, size });
    drawNet(app, size.x, size.y);
    drawNames(app, size.x, size.y, boxes, []);
  }
  map.on('click', click => {
    const mark = near(click);
    if (!mark) return;
    L.DomEvent.stop(click.originalEvent);
    openMark(app, mark);
  });
  map.on('mousemove', move => {
    const mark = near(move);
    map.getContainer().style.cursor = mark ? 'pointer' : '';
    showTip(app, mark, move.originalEvent);
  });
  return { draw, marks: () => marks };
}

/** One event opens; several are looked at from nearer, and where that does not part them the list shows them. */
function openMark(app, mark) {
  if (mark.n === 1) {
    app.select(mark.events[0], 'map');
    return;
  }
  app.state.manual = true;
  const places = new Set(mark.events.map(event => event.place));
  if (places.size > 1 && app.map.getZoom() < app.map.getMaxZoom()) {
    const points = mark.events.map(event => centreOf(app, event.place));
    app.map.fitBounds(L.latLngBounds(points), { padding: [60, 60], animate: false });
  } else app.select(mark.events[0], 'map');
}

function showTip(app, mark, move) {
  const { tip } = app.parts;
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.n === 1 ? describe(app, mark.events[0]) : app.t('count.events', { n: mark.n });
  app.moveTip(move);
}
