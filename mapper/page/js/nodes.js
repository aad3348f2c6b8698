/* Where on the screen the events of one place stand. */
import { h, s } from './dom.js';
import { around, boxAt, distance, inBox, overlap } from './geometry.js';
import { inView, lit, visibleLinks } from './state.js';
import { areaShape, disputeShape } from './base.js';
import { boundsOf } from './shapes.js';

export const SIGN = 15;
const JOIN = 22;
const MOST_SIGNS = 9;
const GAP = 29;
/* what a square pixel over another sign costs */
const TAKEN = 0.4;
/* and what a step aside costs, tried where signs would lie over others */
const ASIDE = 60;
const SHIFTS = [0, 1.1, 1.8].flatMap(far => (far ? Array.from({ length: 8 }, (_, i) => [far * Math.cos((i * Math.PI) / 4), far * Math.sin((i * Math.PI) / 4)]) : [[0, 0]]));
const RING = 17;
const CORE = 10;
const KM_PER_DEGREE = 111.2;
const NEAR_KM = 40;

/** Longitude in the copy of the world that the story is drawn in. */
export const shownLon = (app, lon) => lon + 360 * Math.round((app.centre - lon) / 360);

export function screen(app, lat, lon) {
  const p = app.map.latLngToContainerPoint([lat, lon]);
  return [p.x, p.y];
}

/** The point an area is spoken of by: the middle of its largest part. */
export function centreOf(app, place) {
  if (!place.middle) {
    const shape = place.isArea ? areaShape(app, place) : [];
    if (shape.length) {
      const [west, south, east, north] = boundsOf(shape[0][0]);
      place.middle = [(south + north) / 2, shownLon(app, (west + east) / 2)];
    } else place.middle = [place.lat, shownLon(app, place.lon)];
  }
  return place.middle;
}

/** The outlines of a shape on the screen. */
export function outlineOf(app, polygons) {
  return polygons.map(rings => rings.map(ring => {
    const [west, , east] = boundsOf(ring),
      shift = shownLon(app, (west + east) / 2) - (west + east) / 2,
      out = [];
    for (let i = 0; i < ring.length; i += 2) out.push(screen(app, ring[i + 1], ring[i] + shift));
    return out;
  }));
}

export const shapePath = outline =>
  outline.flat().map(ring => 'M' + ring.map(p => p[0].toFixed(1) + ' ' + p[1].toFixed(1)).join('L') + 'Z').join('');

/** Sort the visible events into points, areas and what lies outside the view. */
export function gatherNodes(app, run) {
  const byPlace = new Map();
  for (const event of run.shown) {
    if (!event.onMap) continue;
    if (!byPlace.has(event.place)) byPlace.set(event.place, []);
    byPlace.get(event.place).push(event);
  }
  const { width, height } = run,
    points = [];
  for (const [place, events] of byPlace) {
    const [lat, lon] = centreOf(app, place),
      at = screen(app, lat, lon),
      node = { key: String(place.index), place, places: [place], events, at };
    const outside = at[0] < 18 || at[0] > width - 18 || at[1] < 18 || at[1] > height - 18;
    if (outside) run.edges.push(node);
    else if (place.isArea) run.areas.push(node);
    else points.push(node);
  }
  run.points = joinClose(points);
}

/** Points too close to tell apart stand together; a disputed place always stands alone. */
function joinClose(nodes) {
  const out = [];
  for (const node of nodes) {
    const host = node.place.claim ? null : out.find(other => !other.place.claim && distance(other.at, node.at) < JOIN);
    if (!host) {
      out.push(node);
      continue;
    }
    host.places.push(node.place);
    host.events = host.events.concat(node.events).sort((a, b) => a.n - b.n);
    host.key += '+' + node.key;
  }
  return out;
}

/** Place the signs of every point. */
export function placePoints(app, run) {
  for (const old of app.parts.signs.querySelectorAll('.bead.more')) old.remove();
  app.layers.rings.replaceChildren();
  const ringed = node => node.place.itself || node.events.some(event => event.relation !== 'in');
  for (const node of [...run.points].sort((a, b) => ringed(b) - ringed(a) || a.events.length - b.events.length)) {
    const beside = node.places.length === 1 && node.events.some(event => event.relation !== 'in');
    if (node.place.itself || beside) placeAroundRing(app, run, node);
    else placeInRows(app, run, node);
  }
}

function kmToPixels(app, lat, lon, km) {
  return Math.abs(screen(app, lat, lon)[1] - screen(app, lat + km / KM_PER_DEGREE, lon)[1]);
}

function placeAroundRing(app, run, node) {
  const [lat, lon] = centreOf(app, node.place),
    claim = node.place.itself ? node.place.claim : null,
    near = Math.max(RING, claim ? kmToPixels(app, lat, lon, NEAR_KM) : 0),
    core = claim ? Math.max(CORE, kmToPixels(app, lat, lon, Math.min(claim.radius || 0, NEAR_KM))) : 3;
  node.ring = { near, core };
  drawRing(app, node, claim, node.events.some(event => event.relation !== 'in'));
  run.fixed.push(around(node.at, near));
  const used = [];
  for (const event of node.events) {
    const radius = event.relation === 'in' ? core + 8 : near + 12,
      at = bestBearing(app, run, node, event, radius, used);
    used.push(at);
    run.pos.set(event, at);
    run.fixed.push(around(at, SIGN));
  }
  node.out = near + 12;
  node.half = node.out;
}

function drawRing(app, node, claim, dotted) {
  const [cx, cy] = node.at,
    { rings } = app.layers;
  if (dotted) rings.append(s('circle', { class: 'near', cx, cy, r: node.ring.near }));
  if (!claim) {
    rings.append(s('circle', { class: 'anchor', cx, cy, r: node.ring.core }));
    return;
  }
  const open = click => (click.stopPropagation(), app.openDispute(claim));
  rings.append(
    s('circle', { cx, cy, r: node.ring.core, class: 'd-ground' }),
    s('circle', { class: 'd-ring press', cx, cy, r: node.ring.core, fill: app.hatch, onclick: open })
  );
}

/** Round the ring, clear of other signs, and so that no link crosses the middle. */
function bestBearing(app, run, node, event, radius, used) {
  const far = visibleLinks(app)
    .filter(link => link.from === event || link.to === event)
    .map(link => (link.from === event ? link.to : link.from))
    .filter(other => other.onMap)
    .map(other => screen(app, ...centreOf(app, other.place)));
  let best = null;
  for (let i = 0; i < 16; i++) {
    const angle = -2.45 + (i * Math.PI) / 8,
      at = [node.at[0] + Math.cos(angle) * radius, node.at[1] + Math.sin(angle) * radius];
    let cost = Math.min(i, 16 - i) * 0.4;
    for (const other of run.points) if (other !== node) cost += Math.max(0, 40 - distance(at, other.at)) * 3;
    for (const other of used) cost += Math.max(0, 32 - distance(at, other)) * 6;
    for (const box of run.fixed) if (!inBox(node.at, box, 0)) cost += overlap(around(at, SIGN), box) * TAKEN;
    for (const [x, y] of far) {
      const length = distance([x, y], node.at) || 1;
      cost += (1 - ((x - node.at[0]) * Math.cos(angle) + (y - node.at[1]) * Math.sin(angle)) / length) * 7;
    }
    if (!best || cost < best.cost) best = { cost, at };
  }
  return best.at;
}

/** The events that are looked at come first, then those with links. */
function pickSigns(app, events) {
  const hot = lit(app),
    rank = event => (event === hot ? 0 : event.out.length + event.into.length ? 1 : 2);
  return events.slice().sort((a, b) => rank(a) - rank(b) || a.n - b.n).slice(0, MOST_SIGNS - 1).sort((a, b) => a.n - b.n);
}

function standBehind(app, run, node, at) {
  const hidden = node.events.filter(event => !run.pos.has(event));
  for (const event of hidden) {
    run.pos.set(event, at);
    run.unsigned.add(event);
  }
  const open = () => {
    app.state.manual = true;
    if (node.places.length > 1) app.map.fitBounds(L.latLngBounds(node.places.map(place => centreOf(app, place))), { padding: [80, 80], animate: false });
    else app.select(hidden[0], 'map');
  };
  const more = h('button', { class: 'bead more', type: 'button', tabindex: -1, 'aria-label': app.t('sign.more', { n: hidden.length }), onclick: open }, '+' + hidden.length);
  L.DomEvent.disableClickPropagation(more);
  more.style.transform = `translate(${at[0].toFixed(1)}px,${at[1].toFixed(1)}px)`;
  app.parts.signs.append(more);
}

function rowShapes(count) {
  if (count === 1) return [[0, 0, 1, 0, 1]];
  const per = count <= 4 ? count : Math.ceil(Math.sqrt(count * 1.6));
  const rows = Math.ceil(count / per) - 1;
  return [[-(per - 1) / 2, 0, 1, 0, per], [0, 0, 1, 0, per], [-(per - 1), 0, 1, 0, per], [0, 0, 0, 1, per], [0, -(per - 1), 0, 1, per],
    [-(per - 1) / 2, -rows, 1, 0, per], [0, -rows, 1, 0, per], [-(per - 1), -rows, 1, 0, per], [-rows, 0, 0, 1, per], [-rows, -(per - 1), 0, 1, per]];
}

/** Signs that had to leave their point are tied to it. */
function standAside(app, node, spots) {
  const [x, y] = node.at,
    near = spots.reduce((a, b) => (distance(b, node.at) < distance(a, node.at) ? b : a)),
    d = `M${x} ${y}L${near[0]} ${near[1]}`;
  app.layers.rings.append(s('path', { class: 'leader-case', d }), s('path', { class: 'leader', d }), s('circle', { class: 'anchor', cx: x, cy: y, r: 3 }));
}

/** Side by side, in the direction with most room; what is too many stands behind a number. */
function placeInRows(app, run, node) {
  const [x, y] = node.at,
    clearance = spot => run.points.reduce(
      (sum, other) => (other === node ? sum : sum + Math.max(0, 46 - distance(spot, other.at))), 0)
      + run.fixed.reduce((sum, box) => sum + overlap(around(spot, SIGN), box) * TAKEN, 0);
  const many = node.events.length > MOST_SIGNS,
    shown = many ? pickSigns(app, node.events) : node.events,
    count = shown.length + (many ? 1 : 0);
  const tried = ([sx, sy]) => rowShapes(count).map(([ox, oy, ux, uy, per], i) => {
    const spots = Array.from({ length: count }, (_, k) => {
      const column = k % per,
        row = Math.floor(k / per);
      return [x + (sx + ox + ux * column + uy * row) * GAP, y + (sy + oy + uy * column + ux * row) * GAP];
    });
    return { spots, aside: !!(sx || sy), cost: spots.reduce((sum, spot) => sum + clearance(spot), 0) + Math.hypot(sx, sy) * ASIDE + i * 0.01 };
  });
  const least = choices => choices.reduce((best, choice) => (choice.cost < best.cost ? choice : best));
  let { spots, aside, cost } = least(tried([0, 0]));
  if (cost > ASIDE) ({ spots, aside } = least(SHIFTS.flatMap(tried)));
  if (aside) standAside(app, node, spots);
  shown.forEach((event, i) => run.pos.set(event, spots[i]));
  for (const spot of spots) run.fixed.push(around(spot, SIGN));
  if (many) standBehind(app, run, node, spots[count - 1]);
  const xs = spots.map(spot => spot[0]),
    ys = spots.map(spot => spot[1]);
  node.mid = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  node.half = (Math.max(...xs) - Math.min(...xs)) / 2 + SIGN + 2;
  node.out = (Math.max(...ys) - Math.min(...ys)) / 2 + SIGN + 3;
}

/** Hatch the territories that visible events touch and that have room for it. */
export function drawTerritories(app, run) {
  const touched = new Set();
  for (const event of run.shown) {
    if (event.place && event.place.claim && event.onMap) touched.add(event.place.claim);
  }
  for (const dispute of touched) hatchTerritory(app, run, dispute, disputeShape(app, dispute));
}

/** How the chosen view draws the outline of a territory: a claim is dashed, a line of control dotted, what it gives to somebody solid. */
const lineOf = (app, dispute) => inView(app, dispute.lines) || 'dashed';

export function hatchTerritory(app, run, dispute, polygons) {
  if (!polygons.length) return;
  const outline = outlineOf(app, polygons),
    ring = outline[0][0],
    xs = ring.map(p => p[0]),
    ys = ring.map(p => p[1]),
    box = boxAt(Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (Math.max(box.x1 - box.x0, box.y1 - box.y0) < 10 || overlap(box, boxAt(0, 0, app.map.getSize().x, app.map.getSize().y)) === 0) return;
  run.hatched.push(...outline.map(rings => rings[0].flat()));
  const told = app.model.disputes.includes(dispute),
    open = click => (click.stopPropagation(), app.openDispute(dispute));
  app.layers.areas.append(
    s('path', { class: `area-d ${lineOf(app, dispute)}${told ? ' press' : ''}`, d: shapePath(outline), fill: app.hatch, onclick: told ? open : null }));
}
