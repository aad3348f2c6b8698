/* Areas have a plate beside them, what lies outside the view a tab at the edge, what has no place the tray. */
import { h, s, fill } from './dom.js';
import { boxAt, distance, grown, middle, nearestIn, overlap } from './geometry.js';
import { areaShape, disputeShape, isLand } from './base.js';
import { outlineOf, shapePath, hatchTerritory } from './nodes.js';
import { lit, nameOf } from './state.js';
import { hatchIcon } from './glyphs.js';
import { precisionText } from './words.js';
import { hatchCost } from './labels.js';
import { rowOf } from './list.js';

const PLATE_SLOTS = 18;
const RADII = [60, 78, 95, 120, 145, 170, 200, 235, 270];

function buildPlate(app, node) {
  const { place } = node,
    name = nameOf(app, place),
    claim = place.claim;
  return h('div', { class: 'plate' + (claim ? ' disputed' : '') },
    h('b', { dir: 'auto', lang: name.script ? name.language : null }, name.script ? name.script + ' ' + name.name : name.name),
    app.size.tiny ? null : h('span', {}, app.t('plate.only', { precision: precisionText(app, place) })),
    claim
      ? h('button', { class: 'badge', type: 'button', onclick: click => (click.stopPropagation(), app.openDispute(claim)) },
          hatchIcon(app, 11), app.t('dispute.claimants', { n: (claim.claimants || []).length }))
      : null,
    slotsFor(node, PLATE_SLOTS));
}

/** Room for the signs of a plate or tab; what is too many stands as a number. */
export function slotsFor(node, most) {
  node.signed = node.events.slice(0, most);
  const more = node.events.length - node.signed.length;
  return h('div', { class: 'slots' }, node.signed.map(() => h('div', { class: 'slot' })), more ? h('span', { class: 'more' }, '+' + more) : null);
}

/** Draw the areas and put their plates on open water or free ground. */
export function placeAreas(app, run) {
  const { signs } = app.parts,
    hot = lit(app);
  for (const old of signs.querySelectorAll('.plate')) old.remove();
  app.layers.areas.replaceChildren();
  app.layers.leaders.replaceChildren();
  for (const node of run.areas) {
    node.outline = outlineOf(app, node.place.claim ? disputeShape(app, node.place.claim) : areaShape(app, node.place));
    if (!node.place.claim)
      app.layers.areas.append(s('path', { class: 'area' + (node.events.includes(hot) ? ' on' : ''), d: shapePath(node.outline) }));
    for (const id of app.base.claims.get(node.place.area) || []) {
      const dispute = app.model.disputes.find(d => d.id === id) || { id };
      hatchTerritory(app, run, dispute, app.base.disputed.get(id) || []);
    }
  }
  for (const node of run.areas) placePlate(app, run, node);
}

function placePlate(app, run, node) {
  node.el = buildPlate(app, node);
  app.parts.signs.append(node.el);
  const size = { w: node.el.offsetWidth, h: node.el.offsetHeight };
  let spot = app.memory.plates.get(node.key);
  if (run.full || !spot) {
    spot = bestSpot(app, run, node, size) || { dx: -size.w / 2, dy: -size.h - 40 };
    app.memory.plates.set(node.key, spot);
  }
  node.box = boxAt(node.at[0] + spot.dx, node.at[1] + spot.dy, size.w, size.h);
  moveTo(node.el, node.box);
  run.taken.push(node.box);
  fillSlots(run, node);
  drawLeader(app, node);
}

export function moveTo(element, box) {
  element.style.transform = `translate(${box.x0}px,${box.y0}px)`;
}

/** Signs stand in their slots; an event without one is at its plate all the same. */
export function fillSlots(run, node) {
  const slots = node.el.querySelectorAll('.slot');
  for (const event of node.events) {
    const slot = slots[node.signed.indexOf(event)];
    if (!slot) run.unsigned.add(event);
    run.pos.set(event, slot ? [node.box.x0 + slot.offsetLeft + 15, node.box.y0 + slot.offsetTop + 15] : middle(node.box));
    run.boxOf.set(event, node.box);
  }
}

function bestSpot(app, run, node, { w, h: height }) {
  const want = Math.min(62, 8 + run.width * 0.06),
    shore = node.outline.slice(0, 4).flatMap(rings => rings[0].filter((_, i) => i % 3 === 0));
  if (!shore.length) shore.push(node.at);
  let best = null;
  for (let k = 0; k < 16; k++)
    for (const radius of RADII) {
      const dx = Math.cos((k * Math.PI) / 8) * (radius + w * 0.35) - w / 2,
        dy = Math.sin((k * Math.PI) / 8) * radius - height / 2,
        box = boxAt(node.at[0] + dx, node.at[1] + dy, w, height);
      if (box.x0 < 8 || box.y0 < 8 || box.x1 > run.width - 8 || box.y1 > run.height - 8) continue;
      const cost = spotCost(app, run, node, { box, want, shore, k });
      if (!best || cost < best.cost) best = { cost, dx, dy, k };
    }
  if (best) app.memory.sides.set(node.key, best.k);
  return best;
}

function spotCost(app, run, node, { box, want, shore, k }) {
  let cost = 0;
  for (const other of run.ui) cost += overlap(box, other) * 4;
  for (const other of run.taken) cost += overlap(box, grown(other, 6, 6)) * 3;
  for (const other of run.fixed) cost += overlap(box, other) * 3 + overlap(box, grown(other, want * 0.7, want * 0.5)) * 0.015;
  const gap = shore.reduce((least, q) => Math.min(least, distance(nearestIn(box, q), q)), 1e9);
  cost += Math.abs(gap - want) * (gap < want ? 1.4 : 1);
  for (const q of [[box.x0, box.y0], [box.x1, box.y0], [box.x0, box.y1], [box.x1, box.y1], middle(box)])
    if (onLand(app, q)) cost += 22;
  cost += hatchCost(run, box) * 4;
  for (const other of run.points)
    for (const at of other.ring ? [other.at] : other.events.map(event => run.pos.get(event)))
      cost += Math.max(0, want * (other.ring ? 2.6 : 1.45) - distance(nearestIn(box, at), at)) * (other.ring ? 1.6 : 0.9);
  if (app.memory.sides.has(node.key)) {
    const turn = Math.abs(app.memory.sides.get(node.key) - k);
    cost += Math.min(turn, 16 - turn) * 4;
  }
  return cost;
}

function onLand(app, [x, y]) {
  const at = app.map.containerPointToLatLng([x, y]);
  return isLand(app, at.lng, at.lat);
}

function drawLeader(app, node) {
  const centre = middle(node.box),
    shore = node.outline.slice(0, 3).flatMap(rings => rings[0]),
    from = shore.length ? shore.reduce((a, b) => (distance(b, centre) < distance(a, centre) ? b : a)) : node.at,
    d = 'M' + from + 'L' + nearestIn(node.box, from);
  app.layers.leaders.append(s('path', { class: 'leader-case', d }), s('path', { class: 'leader dashed', d }));
  if (!shore.length) app.layers.leaders.append(s('circle', { class: 'anchor', cx: from[0], cy: from[1], r: 3 }));
}

function readInList(app, event) {
  if (app.virtual) app.virtual.reach(event);
  rowOf(app, event)?.focus();
}

/** Events without a place, or about one, in the corner. */
export function fillTray(app, run) {
  const { tray } = app.parts,
    off = [...run.shown].filter(event => !event.onMap),
    row = (key, events) => events.length
      ? [h('span', { class: 'what' }, app.t(key)), h('div', { class: 'slots' }, events.slice(0, 12).map(event => app.beads.get(event)),
          events.length > 12 ? h('span', { class: 'more' }, '+' + (events.length - 12)) : null)]
      : null;
  tray.hidden = !off.length;
  tray.classList.toggle('folded', app.size.tiny);
  if (!run.full) return;
  fill(tray, h('span', { class: 'caps' }, app.t('tray.title')),
    row('tray.none', off.filter(event => !event.where)), row('tray.about', off.filter(event => event.where)),
    h('button', { class: 'chip', type: 'button', onclick: () => readInList(app, off[0]) }, app.t('tray.chip', { n: off.length })));
}

/** Where the tray's signs are, for the links that lead to them. */
export function measureTray(app, run) {
  const { tray } = app.parts;
  if (tray.hidden) return;
  const box = app.rectOf(tray);
  for (const event of run.shown) {
    if (event.onMap) continue;
    run.boxOf.set(event, box);
    const bead = app.beads.get(event);
    if (tray.contains(bead) && bead.offsetWidth) run.pos.set(event, middle(app.rectOf(bead)));
  }
}
