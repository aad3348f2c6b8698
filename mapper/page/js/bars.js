/* Many events: bars per week or month, split by status. */
import { s } from './dom.js';
import { STATUSES } from './model.js';
import { monthStarts } from './dates.js';

const WEEK = 7;
const MONTHS_ABOVE = 200;
const YEARS_ABOVE = 4000;

function* bins(from, to) {
  if (to - from > YEARS_ABOVE) {
    let last = null;
    for (const day of monthStarts(from, to)) {
      const year = new Date(day * 864e5).getUTCFullYear();
      if (year !== last) yield day;
      last = year;
    }
  } else if (to - from > MONTHS_ABOVE) yield* monthStarts(from, to);
  else for (let day = Math.floor((from - 4) / WEEK) * WEEK + 4; day < to; day += WEEK) yield day; // 1970-01-05 was a Monday
}

/** Counts by status for each bin; an event counts in the bin of its first day. */
export function countBins(events, starts, end) {
  const rows = starts.map((from, i) => ({ from, to: starts[i + 1] ?? end, total: 0, by: {} }));
  const firsts = starts.slice();
  for (const event of events) {
    let low = 0,
      high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= event.first) low = middle + 1;
      else high = middle;
    }
    const row = rows[Math.max(0, low - 1)];
    row.total++;
    row.by[event.status] = (row.by[event.status] || 0) + 1;
  }
  return rows;
}

export function drawBars(app, svg, shown, room) {
  const { scale } = app,
    rows = countBins(shown, [...bins(scale.from, scale.to)], scale.to),
    most = Math.max(1, ...rows.map(row => row.total));
  for (const row of rows) {
    if (!row.total) continue;
    const x = scale.at(row.from) + 0.5,
      width = Math.max(2, scale.at(row.to) - scale.at(row.from) - 1);
    let y = room - 1;
    for (const status of STATUSES) {
      const size = ((row.by[status] || 0) / most) * (room - 8);
      if (!size) continue;
      y -= size;
      svg.append(bar(status, x, y, width, size));
    }
    const label = `${app.dates.day(row.from)} – ${app.dates.day(row.to - 1)}: ${app.t('count.events', { n: row.total })}`;
    svg.append(s('rect', { class: 'barhit', x, y: 0, width, height: room, onclick: () => app.setWindow([row.from, row.to - 1]) }, s('title', {}, label)));
  }
}

function bar(status, x, y, width, height) {
  const colour = `var(--${status})`,
    solid = status === 'happened' || status === 'ongoing';
  return s('rect', solid
    ? { x, y, width, height, fill: colour, opacity: status === 'ongoing' ? 0.75 : null }
    : { x: x + 0.75, y: y + 0.75, width: Math.max(1, width - 1.5), height: Math.max(0.5, height - 1), fill: 'var(--paper)', stroke: colour,
        'stroke-width': 1.5, 'stroke-dasharray': status === 'planned' ? '3 2' : null });
}
