/* Links are relations, not routes: calm curves on the screen that bend to the left of their direction. */
import { s, clamp } from './dom.js';
import { boxAt, curve, distance, hop, inBox, lengthOf, middle, overlap, pathOf, trim, greatCircle } from './geometry.js';
import { drawHead, headRoom, strokeLink } from './linkstyle.js';
import { lit, visibleLinks } from './state.js';
import { centreOf, screen, SIGN } from './nodes.js';

const BENDS = [1, 0.65, 0.35, 1.35, 1.8, -0.5, -0.9];

function isHot(app, link) {
  const hot = lit(app);
  return (hot && (link.from === hot || link.to === hot)) || app.state.hoverLink === link;
}

function drawable(app, run) {
  const hot = lit(app);
  return visibleLinks(app).filter(link => {
    if (!run.pos.get(link.from) || !run.pos.get(link.to)) return false;
    const strong = isHot(app, link);
    if ((!link.from.onMap || !link.to.onMap) && !strong) return false;
    return !(app.linkStyle[link.kind].hair && hot && !strong);
  });
}

/** Where links meet a plate, a tab or the tray: spread along the side that faces the other end. */
function ports(run, links) {
  const sides = new Map(),
    out = new Map();
  for (const link of links)
    for (const [me, other] of [[link.from, link.to], [link.to, link.from]]) {
      const box = run.boxOf.get(me);
      if (!box || run.boxOf.get(other) === box) continue;
      const at = run.pos.get(other),
        centre = middle(box),
        dx = (at[0] - centre[0]) / (box.x1 - box.x0),
        dy = (at[1] - centre[1]) / (box.y1 - box.y0),
        side = Math.abs(dx) > Math.abs(dy) * 1.1 ? (dx > 0 ? 'r' : 'l') : dy > 0 ? 'b' : 't',
        key = [box.x0, box.y0, side].join();
      if (!sides.has(key)) sides.set(key, { box, side, ends: [] });
      sides.get(key).ends.push({ key: link.id + (me === link.from ? 'a' : 'b'), far: at, own: run.pos.get(me) });
    }
  for (const { box, side, ends } of sides.values()) spread(box, side, ends, out);
  return out;
}

function spread(box, side, ends, out) {
  const flat = side === 't' || side === 'b',
    low = flat ? box.x0 : box.y0,
    high = flat ? box.x1 : box.y1;
  ends.sort((a, b) => (flat ? a.own[0] - b.own[0] || a.far[0] - b.far[0] : a.far[1] - b.far[1]));
  ends.forEach((end, i) => {
    const even = low + ((high - low) * (i + 1)) / (ends.length + 1),
      own = clamp(end.own[0], low + 8, high - 8),
      at = !flat ? even : ends.length === 1 ? own : (even + own) / 2;
    const points = { l: [box.x0 - 3, at], r: [box.x1 + 3, at], t: [at, box.y0 - 3], b: [at, box.y1 + 3] };
    out.set(end.key, points[side]);
  });
}

/** Draw all links; returns what labels must keep clear of. */
export function drawLinks(app, run) {
  const { arcs, hops } = app.layers,
    links = drawable(app, run),
    port = ports(run, links),
    times = new Map(),
    drawn = [];
  arcs.replaceChildren();
  hops.replaceChildren();
  for (const link of links) {
    const inside = run.boxOf.get(link.from) && run.boxOf.get(link.from) === run.boxOf.get(link.to);
    if (inside && !run.areas.some(node => node.box === run.boxOf.get(link.from))) continue;
    const side = besides(run, link),
      pair = [link.from.n, link.to.n].sort((a, b) => a - b).join(),
      nth = times.get(pair) || 0;
    times.set(pair, nth + 1);
    const points = side ? hop(run.pos.get(link.from), run.pos.get(link.to)) : bestCurve(run, link, port, nth);
    const group = drawLink(app, link, points, side);
    (inside ? hops : arcs).append(group);
    drawn.push({ link, points, length: lengthOf(points), hot: isHot(app, link), side });
  }
  return drawn;
}

function besides(run, link) {
  const a = run.pos.get(link.from),
    b = run.pos.get(link.to),
    box = run.boxOf.get(link.from);
  return distance(a, b) < 60 && Math.abs(a[1] - b[1]) < 4 && (!box || box === run.boxOf.get(link.to));
}

/** Of several bends the one that runs through no other event, plate or ring and stays in the view. */
function bestCurve(run, link, port, nth) {
  const a = run.pos.get(link.from),
    b = run.pos.get(link.to),
    from = port.get(link.id + 'a'),
    to = port.get(link.id + 'b'),
    others = run.obstacles.filter(o => o.event !== link.from && o.event !== link.to),
    boxes = run.boxes.filter(box => box !== run.boxOf.get(link.from) && box !== run.boxOf.get(link.to));
  let best = null;
  BENDS.forEach((bend, i) => {
    const points = trim(curve(from || a, to || b, i ? bend : 1 + nth * 0.7), a, b, from ? 0 : SIGN + 1, to ? 0 : SIGN + 2.5);
    let cost = i * 1.5 + (bend < 0 ? 3 : 0);
    if (points.some(([x, y]) => x < 3 || y < 3 || x > run.width - 3 || y > run.height - 3)) cost += 60;
    for (const o of others) if (points.some(p => distance(p, o.at) < o.r)) cost += 9;
    for (const box of boxes) if (points.some(p => inBox(p, box, 2))) cost += 14;
    for (const box of [run.boxOf.get(link.from), run.boxOf.get(link.to)]) if (box && points.some(p => inBox(p, box, -4))) cost += 30;
    if (!best || cost < best.cost) best = { cost, points };
  });
  return best.points;
}

function drawLink(app, link, points, side) {
  const hot = isHot(app, link),
    end = points[points.length - 1],
    before = points[Math.max(0, points.length - (side ? 3 : 4))],
    angle = Math.atan2(end[1] - before[1], end[0] - before[0]),
    room = headRoom(app, link.kind) * (side ? 0.72 : 1),
    body = points.slice(),
    whole = pathOf(points);
  while (body.length > 3 && distance(body[body.length - 1], end) < room) body.pop();
  const group = s('g', { class: lit(app) || app.state.hoverLink ? (hot ? 'hot' : 'dim') : '' });
  if (hot) group.append(s('path', { class: 'pen', d: whole, 'stroke-width': 11 }));
  group.append(s('path', { class: 'arc-case', d: whole, 'stroke-width': app.linkStyle[link.kind].width + 3.6 }));
  strokeLink(app, group, pathOf(body), link.kind, hot ? 'var(--pen)' : 'var(--paper)');
  drawHead(app, group, link.kind, end, angle, side ? 0.72 : 1);
  if (lengthOf(points) > 320) drawHeadBetween(app, group, link, points);
  group.append(s('path', {
    class: 'hit', d: whole, onmouseenter: move => app.linkTip(link, move), onmousemove: move => app.moveTip(move),
    onmouseleave: () => app.linkTip(null), onclick: click => (click.stopPropagation(), app.select(link.to, 'map'))
  }));
  return group;
}

/** A long link shows its direction once more, a third of the way. */
function drawHeadBetween(app, group, link, points) {
  const { end } = app.linkStyle[link.kind],
    i = Math.round(points.length * 0.36),
    at = points[i],
    before = points[i - 2],
    angle = Math.atan2(at[1] - before[1], at[0] - before[0]);
  if (end === 'none') return;
  if (end !== 'ring') drawHead(app, group, link.kind, at, angle, 0.9);
  else
    group.append(s('path', {
      class: 'head open', transform: `translate(${at}) rotate(${(angle * 180) / Math.PI})`, d: 'M-7 -4.6L0 0L-7 4.6', 'stroke-width': 1.8,
      'stroke-linecap': 'round'
    }));
}

/** The kind of a link in words, where there is room on it. */
export function labelLinks(app, drawn, boxes) {
  const { arclabels } = app.layers,
    used = boxes.slice(),
    busy = lit(app);
  arclabels.replaceChildren();
  for (const arc of drawn.slice().sort((a, b) => b.hot - a.hot)) {
    if (!arc.hot && (arc.side || app.size.tiny || arc.length < 120 || busy)) continue;
    const text = app.t('kind.' + arc.link.kind),
      spot = labelSpot(arc, [...text].reduce((w, c) => w + (c > '\u2e80' ? 13 : 6), 8), used);
    if (spot.cost > (arc.hot ? 160 : 14)) continue;
    used.push(spot.box);
    arclabels.append(s('text', { class: 'arclabel', x: spot.at[0], y: spot.at[1] }, text));
  }
}

function labelSpot(arc, width, used) {
  let best = null;
  for (const t of arc.side ? [0.5] : [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const p = arc.points[Math.round((arc.points.length - 1) * t)],
      y = arc.side ? p[1] - 9 : p[1],
      box = boxAt(p[0] - width / 2, y - 8, width, 16),
      cost = used.reduce((sum, other) => sum + overlap(box, other), 0) + Math.abs(t - 0.5) * 20;
    if (!best || cost < best.cost) best = { cost, box, at: [p[0], y] };
  }
  return best;
}

/** Movements from an origin to a destination: great circles, thin, with a small arrow half way. */
export function drawMoves(app, run) {
  const { moves } = app.layers,
    { places } = app.model;
  moves.replaceChildren();
  for (const event of run.shown) {
    const from = event.origin && places[event.origin.place],
      to = event.destination ? places[event.destination.place] : event.place;
    if (!from || !to || from === to) continue;
    const line = greatCircle(centreOf(app, from), centreOf(app, to)).map(([lat, lon]) => screen(app, lat, lon)),
      half = Math.floor(line.length / 2),
      angle = Math.atan2(line[half][1] - line[half - 1][1], line[half][0] - line[half - 1][0]),
      group = s('g', { class: 'move ' + event.status + (lit(app) === event ? ' on' : '') });
    group.append(
      s('path', { class: 'move-case', d: pathOf(line) }), s('path', { class: 'move-line', d: pathOf(line) }),
      s('circle', { class: 'move-from', cx: line[0][0], cy: line[0][1], r: 3 }),
      s('path', { class: 'move-head', transform: `translate(${line[half]}) rotate(${(angle * 180) / Math.PI})`, d: 'M-5 -4L3 0L-5 4' }));
    moves.append(group);
  }
}
