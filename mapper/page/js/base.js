/* The ground: sea, waterlines, land and neutral lines on one canvas below everything else. */
import { decodeLine, latLngs, coastOf, boundsOf } from './shapes.js';
import { inRing, circleRing } from './geometry.js';

const WORLDS = [-360, 0, 360];
const INNER_FROM = 5.5;

/** Decode the basemap once. */
export function readBase(base) {
  const cuts = { x: new Set([-180, 180, ...base.cuts.x]), y: new Set([-90, ...base.cuts.y]) };
  const land = base.land.flatMap(({ steps, polygons }) =>
    polygons.map(rings => rings.map(ring => decodeLine(ring, steps))));
  const lines = kind => base[kind].flatMap(({ steps, lines }) => lines.map(line => decodeLine(line, steps)));
  const shape = (polygons, steps) => polygons.map(rings => rings.map(ring => decodeLine(ring, steps)));
  const shapes = (table, steps) => new Map(Object.entries(table || {}).map(([key, polygons]) => [key, shape(polygons, steps)]));
  return {
    land,
    boxes: land.map(([outer]) => boundsOf(outer)),
    coast: land.flatMap(rings => rings.flatMap(ring => coastOf(ring, cuts))),
    solid: lines('solid'),
    dotted: lines('dotted'),
    inner: lines('inner'),
    areas: shapes(base.areas, base.steps),
    disputed: shapes(base.disputed, base.outline_steps),
    claims: new Map(Object.entries(base.claims)),
    names: base.names || [],
    seas: base.seas || [],
    towns: base.towns || []
  };
}

/** The polygons of an area: its shape, else a circle of its extent, else none. */
export function areaShape(app, place) {
  const { base } = app;
  if (place.area && base.areas.has(place.area)) return base.areas.get(place.area);
  return place.extent ? [[circleRing(place.lat, place.lon, place.extent)]] : [];
}

/** The polygons of a disputed territory: its shape, else a circle of its radius, else none. */
export function disputeShape(app, dispute) {
  const { base } = app;
  if (base.disputed.has(dispute.id)) return base.disputed.get(dispute.id);
  return dispute.lat != null && dispute.radius ? [[circleRing(dispute.lat, dispute.lon, dispute.radius)]] : [];
}

export function isLand(app, x, y) {
  const { land, boxes } = app.base;
  x = ((((x + 180) % 360) + 360) % 360) - 180;
  return land.some((rings, i) => {
    const [west, south, east, north] = boxes[i];
    return x >= west && x <= east && y >= south && y <= north && inRing(rings[0], x, y);
  });
}

/** Draw the ground and return {paint}, which colours it from the style's tokens. */
export function drawBase(app) {
  const { map, base } = app;
  map.createPane('ground').style.zIndex = 200;
  const renderer = L.canvas({ pane: 'ground', padding: 0.3 });
  const options = more => ({ pane: 'ground', renderer, interactive: false, smoothFactor: 0.8, lineJoin: 'round', ...more });
  const many = lines => WORLDS.flatMap(shift => lines.map(line => latLngs(line, shift)));
  const line = (lines, more) => L.polyline(many(lines), options(more)).addTo(map);
  const parts = { sea: L.rectangle([[-85.1, -900], [85.1, 900]], options({ stroke: false, fillOpacity: 1 })).addTo(map) };
  const waterlines = [17, 15, 8.5, 6.5].map(weight => line(base.coast, { weight }));
  parts.land = L.polygon(
    WORLDS.flatMap(shift => base.land.map(rings => rings.map(ring => latLngs(ring, shift)))),
    options({ stroke: false, fillOpacity: 1 })
  ).addTo(map);
  parts.inner = line(base.inner, { weight: 0.6, dashArray: '5 3' });
  const showInner = () => parts.inner.setStyle({ stroke: map.getZoom() >= INNER_FROM });
  map.on('zoomend', showInner);
  showInner();
  parts.solid = line(base.solid, { weight: 0.9 });
  parts.dotted = line(base.dotted, { weight: 1.5, dashArray: '1 4.5', lineCap: 'round' });
  parts.coast = line(base.coast, { weight: 0.9 });
  function paint() {
    const style = getComputedStyle(app.root),
      colour = name => style.getPropertyValue('--' + name).trim();
    parts.sea.setStyle({ fillColor: colour('sea') });
    waterlines.forEach((part, i) => part.setStyle({ color: colour(i % 2 ? 'sea' : 'sea-2') }));
    parts.land.setStyle({ fillColor: colour('land') });
    parts.inner.setStyle({ color: colour('border') });
    parts.solid.setStyle({ color: colour('border') });
    parts.dotted.setStyle({ color: colour('border-undetermined') });
    parts.coast.setStyle({ color: colour('coast') });
  }
  return { paint };
}
