/* Marks, links and names of a crowd, drawn on a canvas with the colours of the style. */
import { overlap } from './geometry.js';
import { STATUSES } from './model.js';
import { lit, nameOf, visibleLinks } from './state.js';

const LINKS_ABOVE = 250;
const ASKED = 1500;
const NAMES = 16;

export function colours(app) {
  const style = getComputedStyle(app.root),
    token = name => style.getPropertyValue('--' + name).trim();
  const names = [...STATUSES, 'paper', 'ink', 'link', 'pen', 'halo'];
  return Object.fromEntries([...names.map(name => [name, token(name)]), ['font', token('sans')], ['serif', token('serif')]]);
}

export function drawMark(app, pen, mark, ink) {
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

export function drawCrowdLinks(app, pen, at, ink) {
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
  pen.globalAlpha = strong ? 1 : faded ? 0.15 : 0.5;
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

/** The commonest place under each of the largest marks, where its name covers nothing. */
export function labelMarks(app, pen, marks, { ink, boxes, size }) {
  pen.font = `600 13px ${ink.serif}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  pen.lineJoin = 'round';
  let left = NAMES;
  for (const mark of marks.slice().sort((a, b) => b.n - a.n)) {
    if (!left) return;
    const text = nameOf(app, commonest(mark.events)).name.slice(0, 40),
      half = pen.measureText(text).width / 2 + 2,
      box = { x0: mark.x - half, y0: mark.y + mark.r + 2, x1: mark.x + half, y1: mark.y + mark.r + 18 };
    if (box.x0 < 2 || box.x1 > size.x - 2 || box.y1 > size.y - 2 || boxes.some(other => overlap(other, box) > 0)) continue;
    boxes.push(box);
    left--;
    pen.strokeStyle = ink.halo;
    pen.lineWidth = 4;
    pen.strokeText(text, mark.x, box.y0);
    pen.fillStyle = ink.ink;
    pen.fillText(text, mark.x, box.y0);
  }
}

/** Of very many events a part is asked. */
function commonest(all) {
  const every = Math.ceil(all.length / ASKED),
    events = every > 1 ? all.filter((_, i) => i % every === 0) : all,
    counts = new Map();
  let best = events[0].place;
  for (const { place } of events) {
    counts.set(place, (counts.get(place) || 0) + 1);
    if (counts.get(place) > counts.get(best)) best = place;
  }
  return best;
}
