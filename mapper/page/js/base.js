/* What the page knows of the ground: land, lines, areas and names. */
import { decodeLine, coastOf, boundsOf } from './shapes.js';
import { inRing, circleRing } from './geometry.js';

const CIRCLE_KM = 60;
const SHAPELESS = new Set(['sea', 'line', 'name_dispute', 'antarctic']);

/** Decode the basemap once. */
export function readBase(base) {
  const cuts = { x: new Set([-180, 180, ...base.cuts.x]), y: new Set([-90, ...base.cuts.y]) };
  const land = base.land.flatMap(({ steps, polygons }) => polygons.map(rings => rings.map(ring => decodeLine(ring, steps))));
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
    contested: base.contested ? shape(base.contested.polygons, base.contested.steps) : [],
    names: base.names || [],
    seas: base.seas || [],
    towns: base.towns || [],
    provinces: base.provinces || []
  };
}

/** The polygons of an area: its shape, else a circle of its extent, else none. */
export function areaShape(app, place) {
  const { base } = app;
  if (place.area && base.areas.has(place.area)) return base.areas.get(place.area);
  return place.extent ? [[circleRing(place.lat, place.lon, place.extent)]] : [];
}

/** The polygons of a disputed territory: its shape, else a circle for a small piece of land, else none. */
export function disputeShape(app, dispute) {
  const { base } = app;
  if (base.disputed.has(dispute.id)) return base.disputed.get(dispute.id);
  const small = dispute.lat != null && dispute.radius && dispute.radius <= CIRCLE_KM && !SHAPELESS.has(dispute.kind);
  return small ? [[circleRing(dispute.lat, dispute.lon, dispute.radius)]] : [];
}

export function isLand(app, x, y) {
  const { land, boxes } = app.base;
  x = ((((x + 180) % 360) + 360) % 360) - 180;
  return land.some((rings, i) => {
    const [west, south, east, north] = boxes[i];
    return x >= west && x <= east && y >= south && y <= north && inRing(rings[0], x, y);
  });
}
