/* The net of degrees, the neatline round the map, and the names of the ground. */
import { s } from './dom.js';
import { boxAt, overlap, inBox, inRing } from './geometry.js';
import { outlineOf } from './nodes.js';

const MARGIN = 18;
const FIRST_TOWNS = 8;
const stepAt = zoom => (zoom < 3 ? 20 : zoom < 4.7 ? 10 : zoom < 5.9 ? 5 : zoom < 7 ? 2 : zoom < 8.5 ? 1 : zoom < 10 ? 0.25 : 0.1);
const trimmed = value => String(Math.round(value * 100) / 100);

function degrees(app, value, positive, negative) {
  const size = Math.abs(value);
  if (size < 1e-9 || size === 180) return trimmed(size) + '°';
  return app.t('map.' + (value > 0 ? positive : negative), { degrees: trimmed(size) });
}

function lines(app, width, height) {
  const { map } = app,
    step = stepAt(map.getZoom()),
    bounds = map.getBounds(),
    at = point => map.latLngToContainerPoint(point);
  const meridians = [],
    parallels = [];
  for (let k = Math.ceil(bounds.getWest() / step); k * step <= bounds.getEast(); k++)
    meridians.push({ at: at([0, k * step]).x, index: k, value: ((((k * step + 180) % 360) + 360) % 360) - 180 });
  for (let k = Math.ceil(bounds.getSouth() / step); k * step <= bounds.getNorth(); k++)
    if (Math.abs(k * step) <= 80) parallels.push({ at: at([k * step, 0]).y, index: k, value: k * step });
  app.layers.net.replaceChildren(
    ...meridians.map(line => s('path', { class: 'grat', d: `M${line.at} 0V${height}` })),
    ...parallels.map(line => s('path', { class: 'grat', d: `M0 ${line.at}H${width}` }))
  );
  return { meridians, parallels: parallels.reverse() };
}

function bands(list, limit, horizontal) {
  const edges = [0, ...list.map(line => line.at), limit],
    first = list.length ? list[0].index : 0;
  return edges.slice(1).flatMap((end, i) => {
    const start = Math.max(0, edges[i]),
      size = Math.min(limit, end) - start,
      index = horizontal ? first + i - 1 : first - i;
    if (index % 2 || size < 1) return [];
    return [horizontal
      ? s('rect', { x: start + MARGIN, y: MARGIN - 4, width: size, height: 3, class: 'ink' })
      : s('rect', { x: MARGIN - 4, y: start + MARGIN, width: 3, height: size, class: 'ink' })];
  });
}

/** Draw the net of degrees and, where there is room for one, the neatline. */
export function drawNet(app, width, height) {
  const { meridians, parallels } = lines(app, width, height);
  if (app.size.phone) return;
  const right = width + MARGIN,
    bottom = height + MARGIN + 0.5,
    edge = MARGIN - 0.5,
    outer = MARGIN - 4.5;
  app.parts.neat.replaceChildren(
    s('path', { class: 'frame', d: `M${edge} ${bottom}V${edge}H${right}` }),
    s('path', { class: 'frame', d: `M${outer} ${bottom}V${outer}H${right}` }),
    s('path', { class: 'frame', d: `M${outer} ${bottom}H${right}` }),
    ...bands(meridians, width, true),
    ...bands(parallels, height, false),
    ...meridians.filter(line => line.at > 14 && line.at < width - 14)
      .map(line => s('text', { x: line.at + MARGIN, y: 10 }, degrees(app, line.value, 'east', 'west'))),
    ...parallels.filter(line => line.at > 18 && line.at < height - 18)
      .map(line => s('text', { transform: `translate(10 ${line.at + MARGIN}) rotate(-90)` }, degrees(app, line.value, 'north', 'south')))
  );
}

const inLanguage = (app, names) => names[app.language] || names.en;

/** A sea that parties call differently has their name in their view. */
function seaName(app, sea) {
  const { view } = app.state;
  return sea.views && Object.hasOwn(sea.views, view) ? sea.views[view] : inLanguage(app, sea.names);
}

/** Whether a box touches one of some rings: a corner or side of it lies inside, or a corner of the ring in it. */
function touches(rings, box) {
  const across = [0, 0.25, 0.5, 0.75, 1].flatMap(i => [0, 0.5, 1].map(j => [box.x0 + i * (box.x1 - box.x0), box.y0 + j * (box.y1 - box.y0)]));
  return rings.some(({ flat, points, bounds }) =>
    overlap(bounds, box) > 0 && (across.some(p => inRing(flat, ...p)) || points.some(p => inBox(p, box, 1))));
}

/** The disputed land in view, on the screen. */
function contestedRings(app) {
  return outlineOf(app, app.base.contested).map(([points]) => {
    const xs = points.map(p => p[0]),
      ys = points.map(p => p[1]),
      [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { points, flat: points.flat(), bounds: boxAt(x - 1, y - 1, Math.max(...xs) - x + 2, Math.max(...ys) - y + 2) };
  });
}

/** Names of countries, seas, towns and provinces where they cover nothing; no country's or province's name stands on land that is disputed. */
export function drawNames(app, width, height, taken, lines) {
  const { map, base } = app,
    zoom = map.getZoom(),
    out = [],
    used = taken.slice(),
    bounds = map.getBounds(),
    contested = contestedRings(app);
  const put = (type, text, lat, lon, perLetter, size, shift = 0, avoided = []) => {
    while (lon < bounds.getWest()) lon += 360;
    while (lon > bounds.getEast()) lon -= 360;
    const { x, y } = map.latLngToContainerPoint([lat, lon]),
      w = [...text].reduce((sum, c) => sum + (c > '\u2e80' ? size * 1.25 : perLetter), 0),
      box = boxAt(x - (shift ? -shift : w / 2) - 3, y - size, w + 6, size + 5);
    if (box.x0 < 2 || box.x1 > width - 2 || box.y0 < 2 || box.y1 > height - 2) return false;
    if (used.some(other => overlap(box, other) > 0) || lines.some(p => inBox(p, box, 1)) || touches(avoided, box)) return false;
    used.push(box);
    if (shift) out.push(s('circle', { class: 'towndot', cx: x, cy: y - 4, r: 2 }));
    out.push(s('text', { class: type, x: shift ? x + shift : x, y }, text));
    return true;
  };
  for (const [names, from, spots, disputed] of base.names)
    if (zoom >= from) spots.some(([lat, lon]) => put('basename', inLanguage(app, names), lat, lon, 9.4, 10, 0, disputed ? [] : contested));
  for (const sea of base.seas) if (zoom >= sea.from) put('seaname', seaName(app, sea), sea.lat, sea.lon, 6.6, 12);
  const towns = base.towns.filter(([, , , from]) => zoom >= from),
    town = ([names, lat, lon]) => put('townname', inLanguage(app, names), lat, lon, 6.2, 11, 6);
  towns.slice(0, FIRST_TOWNS).forEach(town);
  for (const [names, lat, lon, from] of base.provinces) if (zoom >= from) put('provname', inLanguage(app, names), lat, lon, 8.2, 10, 0, contested);
  towns.slice(FIRST_TOWNS).forEach(town);
  app.layers.names.replaceChildren(...out);
}
