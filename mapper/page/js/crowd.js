/* Hundreds of events and more: marks on one canvas, those that would cover each other joined. */
import { h } from './dom.js';
import { centreOf } from './nodes.js';
import { drawNet, drawNames } from './graticule.js';
import { lit, visibleEvents, visibleLinks } from './state.js';
import { STATUSES } from './model.js';
import { describe } from './words.js';

export const CROWD_ABOVE = 300;
const CELL = 26;
const LINKS_ABOVE = 1500;
const TOP = 85.05;

/** Plane coordinates of every event at zoom 0, worked out once. */
function project(app, events) {
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

export function buildCrowd(app) {
  const canvas = h('canvas', { class: 'crowd', 'aria-hidden': 'true' }),
    { events } = app.model,
    plane = project(app, events),
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
    visibleEvents(app);
    for (let i = 0; i < events.length; i++) {
      if (!app.shownSet.has(events[i]) || plane.x[i] !== plane.x[i]) continue;
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
    return [...cells.values()].map(cell => {
      const n = cell.events.length;
      return { x: cell.x / n, y: cell.y / n, n, events: cell.events, r: n === 1 ? 8 : Math.min(22, 9 + Math.log2(n) * 1.6) };
    });
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
    const at = new Map();
    for (const mark of marks) for (const event of mark.events) at.set(event, mark);
    drawCrowdLinks(app, pen, at, ink);
    for (const mark of marks) drawMark(app, pen, mark, ink);
    drawNet(app, size.x, size.y);
    drawNames(app, size.x, size.y, marks.map(m => ({ x0: m.x - m.r, y0: m.y - m.r, x1: m.x + m.r, y1: m.y + m.r })), []);
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

function colours(app) {
  const style = getComputedStyle(app.root),
    token = name => style.getPropertyValue('--' + name).trim();
  const names = [...STATUSES, 'paper', 'ink', 'link', 'pen', 'on-status', 'dispute'];
  return Object.fromEntries([...names.map(name => [name, token(name)]), ['font', token('sans')]]);
}

function drawMark(app, pen, mark, ink) {
  const selected = mark.events.includes(lit(app));
  if (selected) {
    pen.fillStyle = ink.pen;
    pen.strokeStyle = ink.ink;
    pen.lineWidth = 2;
    circle(pen, mark.x, mark.y, mark.r + 5);
    pen.fill();
    pen.stroke();
  }
  if (mark.n === 1) drawSingle(pen, mark, mark.events[0].status, ink);
  else drawJoined(pen, mark, ink);
}

function circle(pen, x, y, r) {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
}

function drawSingle(pen, { x, y, r }, status, ink) {
  const solid = status === 'happened' || status === 'ongoing';
  pen.setLineDash(status === 'planned' ? [3, 2] : []);
  pen.lineWidth = 2;
  pen.strokeStyle = ink[status];
  pen.fillStyle = solid ? ink[status] : ink.paper;
  if (status === 'claimed') {
    pen.beginPath();
    pen.moveTo(x, y - r - 1);
    pen.lineTo(x + r + 1, y);
    pen.lineTo(x, y + r + 1);
    pen.lineTo(x - r - 1, y);
    pen.closePath();
  } else circle(pen, x, y, status === 'ongoing' ? r - 2 : r - 1);
  pen.fill();
  if (!solid) pen.stroke();
  pen.setLineDash([]);
  pen.strokeStyle = status === 'cancelled' || status === 'ongoing' ? ink[status] : ink.paper;
  if (status === 'cancelled') {
    pen.beginPath();
    pen.moveTo(x - r + 1, y + r - 1);
    pen.lineTo(x + r - 1, y - r + 1);
    pen.stroke();
  } else if (status === 'ongoing') {
    pen.lineWidth = 1.4;
    circle(pen, x, y, r);
    pen.stroke();
  } else if (status === 'happened') {
    pen.lineWidth = 1;
    circle(pen, x, y, r - 1);
    pen.stroke();
  }
}

/** Several events under one mark: a ring split by status round their number. */
function drawJoined(pen, { x, y, r, n, events }, ink) {
  pen.fillStyle = ink.paper;
  circle(pen, x, y, r);
  pen.fill();
  let angle = -Math.PI / 2;
  pen.lineWidth = 3.5;
  for (const status of STATUSES) {
    const share = events.filter(event => event.status === status).length / n;
    if (!share) continue;
    pen.strokeStyle = ink[status];
    pen.setLineDash(status === 'planned' ? [3, 2] : []);
    pen.beginPath();
    pen.arc(x, y, r - 1.5, angle, angle + share * 2 * Math.PI);
    pen.stroke();
    angle += share * 2 * Math.PI;
  }
  pen.setLineDash([]);
  pen.fillStyle = ink.ink;
  pen.font = `600 ${n > 999 ? 9 : 11}px ${ink.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(n > 9999 ? Math.round(n / 1000) + 'k' : n, x, y + 0.5);
}

function drawCrowdLinks(app, pen, at, ink) {
  const hot = lit(app),
    all = visibleLinks(app),
    few = all.length <= LINKS_ABOVE;
  pen.lineCap = 'round';
  for (const link of all) {
    const strong = link.from === hot || link.to === hot;
    if (!strong && (!few || link.kind === 'same-people')) continue;
    const a = at.get(link.from),
      b = at.get(link.to);
    if (!a || !b || a === b) continue;
    strokeCrowdLink(pen, a, b, { strong, ink, style: app.linkStyle[link.kind], faded: !!hot && !strong });
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

function strokeCrowdLink(pen, a, b, { strong, ink, style, faded }) {
  const dx = b.x - a.x,
    dy = b.y - a.y,
    length = Math.hypot(dx, dy) || 1,
    bend = Math.min(length * 0.18, 80),
    cx = (a.x + b.x) / 2 + (dy / length) * bend,
    cy = (a.y + b.y) / 2 - (dx / length) * bend,
    angle = Math.atan2(b.y - cy, b.x - cx),
    tip = [b.x - Math.cos(angle) * (b.r + 2), b.y - Math.sin(angle) * (b.r + 2)];
  const trace = (colour, width) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.moveTo(a.x, a.y);
    pen.quadraticCurveTo(cx, cy, ...tip);
    pen.stroke();
  };
  pen.globalAlpha = faded ? 0.2 : 0.85;
  pen.setLineDash([]);
  if (strong) trace(ink.pen, 8);
  pen.setLineDash(style.dash ? style.dash.split(' ').map(Number) : []);
  trace(ink.link, strong ? 2 : Math.min(1.2, style.width));
  pen.setLineDash([]);
  pen.fillStyle = ink.link;
  pen.beginPath();
  pen.moveTo(...tip);
  for (const turn of [2.7, -2.7]) pen.lineTo(tip[0] + Math.cos(angle + turn) * 8, tip[1] + Math.sin(angle + turn) * 8);
  pen.fill();
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
