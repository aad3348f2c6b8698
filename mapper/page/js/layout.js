/* Every event always has a position: its point, its area's plate, a tab at the map's edge, or the tray. */
import { gatherNodes, placePoints, drawTerritories, SIGN } from './nodes.js';
import { placeAreas, fillTray, measureTray } from './plates.js';
import { placeTabs } from './tabs.js';
import { drawLinks, labelLinks, drawMoves } from './arcs.js';
import { placeLabels } from './labels.js';
import { drawNet, drawNames } from './graticule.js';
import { placeBeads, paintBeads } from './stage.js';
import { lit, visibleEvents, visibleLinks } from './state.js';

function newRun(app, full) {
  const size = app.map.getSize();
  return {
    full, width: size.x, height: size.y, shown: new Set(visibleEvents(app)), ui: [],
    pos: new Map(), boxOf: new Map(), fixed: [], taken: [], points: [], areas: [], edges: [], obstacles: [], boxes: [], hatched: [], unsigned: new Set()
  };
}

/** What lies over the map and covers it. */
function covers(app) {
  const { tools, tray, card, foot } = app.parts,
    over = app.size.phone || foot.classList.contains('two') ? foot : null;
  return [tools, tray, card, over].filter(node => node && !node.hidden && node.offsetWidth).map(node => app.rectOf(node, 6));
}

/** Fill the tray before the first view is chosen, so that nothing is framed beneath it. */
export function readyTray(app) {
  if (!app.crowd) fillTray(app, newRun(app, true));
}

/** Lay the map out. `full` looks for new places; else everything keeps its side and moves along. */
export function layout(app, full = true) {
  if (!app.map.getSize().x || !app.parts.map.offsetWidth) return;
  remember(app);
  if (app.crowd) {
    app.crowd.draw();
    return;
  }
  const run = newRun(app, full);
  fillTray(app, run);
  run.ui = covers(app);
  gatherNodes(app, run);
  placePoints(app, run);
  run.taken = [...run.fixed, ...run.ui];
  placeAreas(app, run);
  drawTerritories(app, run);
  placeTabs(app, run);
  measureTray(app, run);
  placeBeads(app, run);
  collectObstacles(run);
  drawMoves(app, run);
  const drawn = drawLinks(app, run),
    lines = drawn.map(arc => ({ points: arc.points, hot: arc.hot })),
    boxes = [...run.taken, ...placeLabels(app, run, lines)];
  labelLinks(app, drawn, boxes);
  drawNet(app, run.width, run.height);
  drawNames(app, run.width, run.height, boxes, lines.flatMap(line => line.points));
  paint(app);
}

function collectObstacles(run) {
  for (const [event, at] of run.pos) if (event.onMap && !run.boxOf.has(event)) run.obstacles.push({ event, at, r: SIGN + 3 });
  for (const node of run.points) if (node.ring) run.obstacles.push({ event: null, at: node.at, r: 12 });
  run.boxes = [...run.areas, ...run.edges].map(node => node.box);
}

/** Where the map stood when it was laid out, so that all of it can slide along meanwhile. */
function remember(app) {
  app.laid = { corner: app.map.getPixelBounds().min, zoom: app.map.getZoom() };
  for (const node of [app.layers.over, app.parts.signs]) node.style.transform = '';
}

/** Move what lies over the map along with it, without laying anything out. */
export function slide(app) {
  if (!app.laid || app.laid.zoom !== app.map.getZoom()) return;
  const { x, y } = app.laid.corner.subtract(app.map.getPixelBounds().min);
  for (const node of [app.layers.over, app.parts.signs]) node.style.transform = `translate(${x}px,${y}px)`;
}

/** Classes only. */
export function paint(app) {
  const hot = lit(app),
    linked = new Set();
  if (hot)
    for (const link of visibleLinks(app)) {
      if (link.from === hot) linked.add(link.to);
      if (link.to === hot) linked.add(link.from);
    }
  paintBeads(app, hot, linked);
}
