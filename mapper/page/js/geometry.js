/* Plane geometry in pixels: boxes are {x0, y0, x1, y1}, points are [x, y]. */
import { clamp } from './dom.js';

export const boxAt = (x, y, width, height) => ({ x0: x, y0: y, x1: x + width, y1: y + height });
export const around = ([x, y], r) => boxAt(x - r, y - r, 2 * r, 2 * r);
export const grown = (b, dx, dy) => ({ x0: b.x0 - dx, y0: b.y0 - dy, x1: b.x1 + dx, y1: b.y1 + dy });
export const middle = b => [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];
export const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]);
export const nearestIn = (b, [x, y]) => [clamp(x, b.x0, b.x1), clamp(y, b.y0, b.y1)];
export const overlap = (a, b) =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
export const inBox = ([x, y], b, margin) => x > b.x0 - margin && x < b.x1 + margin && y > b.y0 - margin && y < b.y1 + margin;
export const pathOf = points => 'M' + points.map(p => p[0].toFixed(1) + ' ' + p[1].toFixed(1)).join('L');

/** The quadratic curve from a to b; a positive bend lies left of its direction. */
export function curve(a, b, bend) {
  const dx = b[0] - a[0],
    dy = b[1] - a[1],
    length = Math.hypot(dx, dy) || 1,
    k = Math.min(length * 0.2, 96) * bend * 1.8,
    c = [(a[0] + b[0]) / 2 + (dy / length) * k, (a[1] + b[1]) / 2 - (dx / length) * k],
    steps = clamp(Math.round(length / 4), 40, 220),
    out = [];
  for (let i = 0; i <= steps; i++) {
    const t = i / steps,
      u = 1 - t;
    out.push([u * u * a[0] + 2 * u * t * c[0] + t * t * b[0], u * u * a[1] + 2 * u * t * c[1] + t * t * b[1]]);
  }
  return out;
}

/** A small hop above two signs that stand side by side. */
export function hop(a, b) {
  const sign = Math.sign(b[0] - a[0]) || 1,
    from = [a[0] + sign * 3, a[1] - 13],
    to = [b[0] - sign * 2, b[1] - 14],
    top = from[1] - 19,
    out = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24,
      u = 1 - t;
    out.push([
      u ** 3 * from[0] + 3 * u * u * t * (from[0] + sign * 2) + 3 * u * t * t * (to[0] - sign * 2) + t ** 3 * to[0],
      u ** 3 * from[1] + 3 * (u * u * t + u * t * t) * top + t ** 3 * to[1]
    ]);
  }
  return out;
}

/** The part of a line that is further than these distances from its ends. */
export function trim(points, a, b, fromA, fromB) {
  let i = 0,
    j = points.length - 1;
  while (i < j - 2 && distance(points[i], a) < fromA) i++;
  while (j > i + 2 && distance(points[j], b) < fromB) j--;
  return points.slice(i, j + 1);
}

export const lengthOf = points => points.reduce((sum, p, i) => (i ? sum + distance(p, points[i - 1]) : 0), 0);

/** Whether a point lies in a ring of alternating coordinates [x, y, x, y, ...]. */
export function inRing(ring, x, y) {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const crosses = ring[i + 1] > y !== ring[j + 1] > y;
    if (crosses && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside;
  }
  return inside;
}

const RADIAN = Math.PI / 180;

/** The great circle between two places as [lat, lon], longitudes without jumps. */
export function greatCircle(a, b, steps = 48) {
  const vector = ([lat, lon]) => [
    Math.cos(lat * RADIAN) * Math.cos(lon * RADIAN), Math.cos(lat * RADIAN) * Math.sin(lon * RADIAN), Math.sin(lat * RADIAN)
  ];
  const u = vector(a),
    v = vector(b),
    angle = Math.acos(clamp(u[0] * v[0] + u[1] * v[1] + u[2] * v[2], -1, 1));
  if (angle < 1e-9 || Math.PI - angle < 1e-6) return [a, b];
  const out = [];
  let last = a[1];
  for (let i = 0; i <= steps; i++) {
    const p = Math.sin((1 - i / steps) * angle) / Math.sin(angle),
      q = Math.sin((i / steps) * angle) / Math.sin(angle),
      [x, y, z] = [0, 1, 2].map(k => p * u[k] + q * v[k]);
    let lon = Math.atan2(y, x) / RADIAN;
    lon += 360 * Math.round((last - lon) / 360);
    last = lon;
    out.push([Math.atan2(z, Math.hypot(x, y)) / RADIAN, lon]);
  }
  return out;
}

/** A circle on the globe as alternating [lon, lat, ...]. */
export function circleRing(lat, lon, km, steps = 72) {
  const ring = [],
    delta = km / 6371.0088,
    phi = lat * RADIAN;
  for (let i = 0; i <= steps; i++) {
    const theta = (i / steps) * 2 * Math.PI,
      sin = Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(theta),
      x = Math.cos(delta) - Math.sin(phi) * sin,
      y = Math.sin(theta) * Math.sin(delta) * Math.cos(phi);
    ring.push(lon + Math.atan2(y, x) / RADIAN, Math.asin(clamp(sin, -1, 1)) / RADIAN);
  }
  return ring;
}
