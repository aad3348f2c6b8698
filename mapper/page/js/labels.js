/* Labels of points: several places round each are tried and the cheapest is kept. */
import { h, s, clamp } from './dom.js';
import { boxAt, distance, inBox, inRing, overlap } from './geometry.js';
import { hatchIcon } from './glyphs.js';
import { nameOf } from './state.js';
import { SIGN } from './nodes.js';

const LIMIT = 40;
const GAPS = [4, 20, 40, 64, 92, 124];
const NO_ROOM = 900;
const MOST_NAMES = 3;
/* direction and what it costs */
const WAYS = [[1, 0, 0], [-1, 0, 3], [0, 1, 5], [0, -1, 5], [0.8, 0.7, 4], [0.8, -0.7, 4], [-0.8, 0.7, 6], [-0.8, -0.7, 6], [1, 0.4, 3], [1, -0.4, 3]];

function buildLabel(app, node) {
  const few = node.events.length <= 2 && !app.size.tiny,
    { claim, itself } = node.place,
    name = nameOf(app, node.place);
  const lines = few
    ? node.events.map(event => h('span', { class: node.events.length > 1 ? 'hang' : null, dir: 'auto' },
        node.events.length > 1 ? h('i', {}, event.n) : null, event.label))
    : null;
  const badge = claim ? h('i', { class: 'badge' }, hatchIcon(app, 11), app.t('dispute.claimants', { n: (claim.claimants || []).length })) : null;
  const title = itself ? (name.script ? name.script + ' ' + name.name : name.name) : placeNames(app, node.places);
  if (!claim) return h('div', { class: 'lbl' }, h('b', { dir: 'auto' }, title), lines);
  const open = click => (click.stopPropagation(), app.openDispute(claim));
  return h('div', { class: 'lbl' },
    h('button', { type: 'button', onclick: open, title: app.t('dispute.open') },
      h('b', { lang: name.script ? name.language : null, dir: 'auto' }, title),
      itself && name.note ? h('span', { dir: 'auto' }, name.note) : null, badge),
    itself ? null : lines);
}

/** The names of joined places, each once, three at most. */
function placeNames(app, places) {
  const names = [...new Set(places.map(place => nameOf(app, place).name))],
    rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(' · ') + (rest > 0 ? ' ' + app.t('tab.more', { n: rest }) : '');
}

const crowding = (node, all) => all.filter(other => other !== node && distance(other.at, node.at) < 120).length;

/** Place the labels; returns their boxes. */
export function placeLabels(app, run, lines) {
  for (const old of app.parts.signs.querySelectorAll('.lbl')) old.remove();
  const boxes = [];
  const weight = node => (node.place.claim ? 1000 : 0) + crowding(node, run.points),
    order = [...run.points].sort((a, b) => weight(b) - weight(a)).slice(0, LIMIT);
  for (const node of order) {
    const element = buildLabel(app, node),
      key = node.key + app.state.view + node.events.map(event => event.n);
    app.parts.signs.append(element);
    const size = { w: Math.ceil(element.offsetWidth), h: Math.ceil(element.offsetHeight) };
    let spot = app.memory.labels.get(key);
    if (run.full || !spot) {
      spot = bestLabelSpot(run, node, size, lines, boxes);
      app.memory.labels.set(key, spot);
    }
    if (!node.place.claim && (spot.cost > NO_ROOM || (app.size.tiny && spot.gap > 20))) {
      element.remove(); // no room: the number leads to the list; a disputed place is always named
      continue;
    }
    const centre = node.mid || node.at,
      box = boxAt(centre[0] + spot.dx, centre[1] + spot.dy, size.w, size.h);
    boxes.push(box);
    element.classList.add(spot.ax > 0 ? 'start' : spot.ax < 0 ? 'end' : 'mid');
    element.style.transform = `translate(${box.x0.toFixed(1)}px,${box.y0.toFixed(1)}px)`;
    if (spot.gap >= 20) drawLabelLeader(app, run, node, box);
  }
  return boxes;
}

function bestLabelSpot(run, node, size, lines, boxes) {
  const centre = node.mid || node.at,
    blocks = [...run.taken, ...boxes];
  let best = null;
  for (const gap of GAPS)
    for (const [ax, ay, penalty] of WAYS) {
      const [dx, dy] = offset(node, size, gap, ax, ay),
        box = boxAt(centre[0] + dx, centre[1] + dy, size.w, size.h);
      let cost = penalty + gap * 0.55;
      if (box.x0 < 6 || box.y0 < 4 || box.x1 > run.width - 6 || box.y1 > run.height - 6) cost += 3000;
      for (const block of blocks) cost += overlap(box, block) * 2.2;
      for (const line of lines) for (const p of line.points) if (inBox(p, box, 2)) cost += line.hot ? 16 : 6;
      cost += hatchCost(run, box);
      if (gap >= 20) cost += leaderCost(run, node, centre, box, blocks);
      if (!best || cost < best.cost) best = { cost, dx, dy, gap, ax };
    }
  return best;
}

/** A hatch is no ground to read on. */
export function hatchCost(run, box) {
  if (!run.hatched.length) return 0;
  let cost = 0;
  for (const i of [0, 0.33, 0.67, 1])
    for (const j of [0, 0.5, 1]) {
      const at = [box.x0 + i * (box.x1 - box.x0), box.y0 + j * (box.y1 - box.y0)];
      if (run.hatched.some(ring => inRing(ring, ...at))) cost += 8;
    }
  return cost;
}

function offset(node, { w, h: height }, gap, ax, ay) {
  const slant = Math.abs(ay) < 1 ? height * 0.3 : 0,
    dx = ax === 0 ? -w / 2 : ax > 0 ? ax * (node.half + gap) : ax * (node.half + gap) - w,
    dy = ay === 0 ? -height / 2 : ay > 0 ? ay * (node.out + gap) - slant : ay * (node.out + gap) - height + slant;
  return [dx, dy];
}

function leaderCost(run, node, centre, box, blocks) {
  const to = [clamp(centre[0], box.x0, box.x1), clamp(centre[1], box.y0, box.y1)],
    own = node.events.map(event => run.pos.get(event));
  let cost = 0;
  for (let i = 1; i < 8; i++) {
    const p = [centre[0] + ((to[0] - centre[0]) * i) / 8, centre[1] + ((to[1] - centre[1]) * i) / 8];
    for (const block of blocks)
      if (inBox(p, block, 1) && !inBox(centre, block, 0) && !own.some(at => inBox(at, block, 0))) cost += 9;
  }
  return cost;
}

/** A line from a label to the nearest of its signs, or to the place itself, so that it runs over none of them. */
function drawLabelLeader(app, run, node, box) {
  const ends = node.events.filter(event => !run.unsigned.has(event)).map(event => [run.pos.get(event), SIGN - 2]);
  if (node.ring) ends.push([node.at, node.ring.core]);
  const reach = ([x, y]) => [clamp(x, box.x0, box.x1), clamp(y, box.y0 + 4, box.y1 - 4)],
    far = ([at]) => distance(at, reach(at)),
    [from, away] = ends.reduce((best, end) => (far(end) < far(best) ? end : best)),
    to = reach(from),
    length = distance(from, to) || 1,
    d = `M${from[0] + ((to[0] - from[0]) / length) * away},${from[1] + ((to[1] - from[1]) / length) * away}L${to}`;
  app.layers.leaders.append(s('path', { class: 'leader-case', d }), s('path', { class: 'leader', d }));
}
