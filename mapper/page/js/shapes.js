/* The basemap's lines: steps of whole fractions of a degree, five bits a character. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE_OF = new Int8Array(128).fill(-1);
[...ALPHABET].forEach((character, value) => (VALUE_OF[character.charCodeAt(0)] = value));

/** A line as alternating numbers [lon, lat, lon, lat, ...]. */
export function decodeLine(text, perDegree) {
  const out = [];
  let value = 0,
    shift = 0,
    x = 0,
    y = 0;
  for (let i = 0; i < text.length; i++) {
    const part = VALUE_OF[text.charCodeAt(i)];
    value |= (part & 31) << shift;
    if (part & 32) {
      shift += 5;
      continue;
    }
    const step = value & 1 ? -(value >> 1) - 1 : value >> 1;
    if (out.length % 2) out.push((y += step) / perDegree);
    else out.push((x += step) / perDegree);
    value = shift = 0;
  }
  return out;
}

/** Alternating numbers as Leaflet's [lat, lon] pairs. */
export function latLngs(flat, shift = 0) {
  const out = [];
  for (let i = 0; i < flat.length; i += 2) out.push([flat[i + 1], flat[i] + shift]);
  return out;
}

/** The parts of a ring that are coast: edges along a cut of the data are none. */
export function coastOf(ring, cuts) {
  const lines = [];
  let line = null;
  for (let i = 2; i < ring.length; i += 2) {
    const along = (ring[i] === ring[i - 2] && cuts.x.has(ring[i])) || (ring[i + 1] === ring[i - 1] && cuts.y.has(ring[i + 1]));
    if (along) line = null;
    else if (line) line.push(ring[i], ring[i + 1]);
    else lines.push((line = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]]));
  }
  return lines;
}

export function boundsOf(flat) {
  let west = Infinity,
    south = Infinity,
    east = -Infinity,
    north = -Infinity;
  for (let i = 0; i < flat.length; i += 2) {
    west = Math.min(west, flat[i]);
    east = Math.max(east, flat[i]);
    south = Math.min(south, flat[i + 1]);
    north = Math.max(north, flat[i + 1]);
  }
  return [west, south, east, north];
}
