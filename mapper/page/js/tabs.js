/* What lies outside the view: a tab at the edge in its direction; many are gathered by direction. */
import { h, s, clamp } from './dom.js';
import { boxAt, distance, overlap } from './geometry.js';
import { centreOf } from './nodes.js';
import { fillSlots, moveTo, slotsFor } from './plates.js';
import { lit, nameOf, visibleLinks } from './state.js';

const SINGLE = { wide: 6, small: 3 };
const TAB_SLOTS = 6;
const GROUP_SLOTS = { wide: 2, small: 1 };
const OCTANTS = 8;

export function placeTabs(app, run) {
  const centre = [run.width / 2, run.height / 2];
  run.edges = gather(app, run.edges, centre);
  for (const node of run.edges) {
    const way = [node.at[0] - centre[0], node.at[1] - centre[1]];
    node.edge = true;
    node.el = buildTab(app, node, Math.atan2(way[1], way[0]));
    app.parts.signs.append(node.el);
    node.box = tabBox(run, node.el.offsetWidth, node.el.offsetHeight, centre, way);
    moveTo(node.el, node.box);
    run.taken.push(node.box);
    fillSlots(run, node);
  }
}

/** More tabs than there is room for become one for each of eight directions, the nearest place giving its name. */
function gather(app, nodes, centre) {
  if (nodes.length <= (app.size.tiny ? SINGLE.small : SINGLE.wide)) return nodes;
  const octants = new Map();
  for (const node of nodes) {
    const angle = Math.atan2(node.at[1] - centre[1], node.at[0] - centre[0]),
      octant = (Math.round((angle / (2 * Math.PI)) * OCTANTS) + OCTANTS) % OCTANTS;
    octants.set(octant, [...(octants.get(octant) || []), node]);
  }
  return [...octants.values()].map(group => {
    if (group.length === 1) return group[0];
    group.sort((a, b) => distance(a.at, centre) - distance(b.at, centre));
    return { ...group[0], key: group.map(node => node.key).join('+'), group, events: wanted(app, group.flatMap(node => node.events)) };
  });
}

/** Events that the reader looks at come first, then those linked to them. */
function wanted(app, events) {
  const hot = lit(app),
    near = new Set(hot ? visibleLinks(app).filter(link => link.from === hot || link.to === hot).flatMap(link => [link.from, link.to]) : []),
    rank = event => (event === hot ? 0 : near.has(event) ? 1 : 2);
  return events.sort((a, b) => rank(a) - rank(b) || a.n - b.n);
}

function buildTab(app, node, angle) {
  const arrow = s('svg', { width: 14, height: 14, viewBox: '-7 -7 14 14', 'aria-hidden': 'true' },
    s('path', { d: 'M-5 0H5M1-4L5 0L1 4', transform: `rotate(${(angle * 180) / Math.PI})`, class: 'arrow' }));
  const west = Math.cos(angle) < 0,
    { tiny } = app.size,
    others = node.group && !tiny ? h('span', {}, app.t('tab.more', { n: node.group.length - 1 })) : null,
    tab = h('div', { class: 'plate edge', title: app.t('tab.title') },
      west ? arrow : null, h('b', { dir: 'auto' }, nameOf(app, node.place).name), others, slotsFor(node, !node.group ? TAB_SLOTS : tiny ? GROUP_SLOTS.small : GROUP_SLOTS.wide), west ? null : arrow);
  tab.addEventListener('click', click => !click.target.closest('.bead') && goThere(app, node));
  return tab;
}

function goThere(app, node) {
  app.state.manual = true;
  if (!node.group) app.map.panTo(centreOf(app, node.place), { animate: false });
  else app.map.fitBounds(L.latLngBounds([app.map.getCenter(), ...node.group.map(part => centreOf(app, part.place))]), { padding: [60, 60], animate: false });
}

/** On the edge where the ray from the middle leaves; it may slide along that edge, never to another. */
function tabBox(run, w, height, centre, way) {
  const high = { x: run.width - 8 - w, y: run.height - 8 - height },
    reach = Math.min(Math.abs((centre[0] - 8 - w / 2) / (way[0] || 1e-6)), Math.abs((centre[1] - 8 - height / 2) / (way[1] || 1e-6)), 1),
    x = clamp(centre[0] + way[0] * reach - w / 2, 8, high.x),
    y = clamp(centre[1] + way[1] * reach - height / 2, 8, high.y),
    blocked = [...run.taken, ...run.fixed, ...run.ui];
  for (let t = 0; t < 60; t++) {
    const d = t * 8,
      moves = d < run.width * 0.3 ? [[0, d], [0, -d], [d, 0], [-d, 0]] : [[0, d], [0, -d]];
    for (const [dx, dy] of moves) {
      const box = boxAt(clamp(x + dx, 8, high.x), clamp(y + dy, 8, high.y), w, height);
      if (!blocked.some(other => overlap(box, other) > 0)) return box;
    }
  }
  return boxAt(x, y, w, height);
}
