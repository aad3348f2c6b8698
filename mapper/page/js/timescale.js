/* From days to pixels; long stretches without an event are folded. */
import { clamp } from './dom.js';

const PAD = 9;
const SPAN_KEY = 2 ** 22;
const FOLD_WIDTHS = [56, 92];
const FOLD_DAYS = 75;
const FOLD_SHARE = 0.08;
const FOLD_ROOM = 0.5;
const LONG_SPAN = 93;
const EDGE_DAYS = 15;

/** Of a long span only its two ends are time in which something happens. */
const eventful = ([a, b]) => (b - a > LONG_SPAN ? [[a, a + EDGE_DAYS], [b - EDGE_DAYS, b]] : [[a, b]]);

/** Spans that are the same once: a hundred thousand events fall on a few hundred days. */
const distinct = spans => [...new Map(spans.map(span => [span[0] * SPAN_KEY + span[1], span])).values()];

function merged(spans) {
  const out = [];
  for (const [a, b] of spans.slice().sort((p, q) => p[0] - q[0])) {
    const open = out[out.length - 1];
    if (open && a <= open[1]) open[1] = Math.max(open[1], b);
    else out.push([a, b]);
  }
  return out;
}

/**
 * Stretches of time in which something begins or ends: [first, last] days, in order. The largest gaps
 * between them are folded, as many as there is room for.
 */
export function stretches(spans, folded, most) {
  const busy = merged(distinct(spans).flatMap(eventful));
  if (!busy.length) return [];
  const whole = busy[busy.length - 1][1] - busy[0][0],
    gaps = busy.slice(1).map(([from], i) => ({ i: i + 1, days: from - busy[i][1] }))
      .filter(gap => gap.days > Math.max(FOLD_DAYS, whole * FOLD_SHARE)).sort((a, b) => b.days - a.days),
    kept = new Set(folded ? gaps.slice(0, most).map(gap => gap.i) : []),
    out = [];
  busy.forEach(([a, b], i) => {
    if (i && !kept.has(i)) out[out.length - 1][1] = b;
    else out.push([a, b]);
  });
  return out.map(([a, b]) => [a - PAD, b + PAD]);
}

/**
 * Share a width among stretches by their length and by how much happens in them, so that a busy week is not squeezed
 * by a quiet month. A fold already says that the scale breaks there; unfolded time has one scale.
 */
function share(parts, spans, width) {
  const weights = parts.map(({ from, to }) => {
    const busy = spans.filter(([a, b]) => (a >= from && a <= to) || (b >= from && b <= to)).length;
    return Math.sqrt((to - from) * Math.max(1, busy));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  parts.forEach((part, i) => (part.perDay = Math.max(0.0001, (width * weights[i]) / all / (part.to - part.from))));
}

/** A scale with at(day) → pixel and inverse(pixel) → day. */
export function makeScale(spans, width, folded) {
  const foldWidth = clamp(width * 0.07, ...FOLD_WIDTHS),
    parts = stretches(spans, folded, Math.floor((width * FOLD_ROOM) / foldWidth)).map(([from, to]) => ({ from, to }));
  if (!parts.length) return null;
  share(parts, spans, Math.max(1, width - foldWidth * (parts.length - 1)));
  let x = 0;
  for (const part of parts) {
    part.x0 = x;
    part.x1 = x + (part.to - part.from) * part.perDay;
    x = part.x1 + foldWidth;
  }
  const first = parts[0],
    last = parts[parts.length - 1];
  function at(day) {
    if (day <= first.from) return 0;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (day > part.to) continue;
      if (day >= part.from) return part.x0 + (day - part.from) * part.perDay;
      const before = parts[i - 1];
      return before.x1 + ((day - before.to) / (part.from - before.to)) * foldWidth;
    }
    return width;
  }
  function inverse(px) {
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (px > part.x1) continue;
      if (px >= part.x0) return part.from + (px - part.x0) / part.perDay;
      const before = parts[i - 1];
      return before ? before.to + ((px - before.x1) / foldWidth) * (part.from - before.to) : part.from;
    }
    return last.to;
  }
  const shown = parts.reduce((sum, part) => sum + part.x1 - part.x0, 0),
    days = parts.reduce((sum, part) => sum + part.to - part.from, 0);
  return { parts, at, inverse, from: first.from, to: last.to, width, perDay: shown / days };
}

/** Lowest free lane for each block {x0, x1}; wide ones first, so that they lie at the bottom. */
export function stack(blocks) {
  const lanes = [];
  const order = blocks.slice().sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0) || a.order - b.order);
  for (const block of order) {
    let lane = 0;
    while (lanes[lane] && lanes[lane].some(other => block.x0 < other.x1 + 2 && block.x1 > other.x0 - 2)) lane++;
    (lanes[lane] = lanes[lane] || []).push(block);
    block.lane = lane;
  }
  return lanes.length;
}
