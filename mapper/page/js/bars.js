/* Many events: bars per week or month, split by status. */
import { s } from './dom.js';
import { STATUSES } from './model.js';
import { boxAt } from './geometry.js';
import { DAY, dateOf, monthStarts } from './dates.js';

const WEEK = 7;
const LEAST_BAR = 9;

function* weeks(from, to) {
  for (let day = Math.floor((from - 4) / WEEK) * WEEK + 4; day < to; day += WEEK) yield day; // 1970-01-05 was a Monday
}

function* years(from, to) {
  for (let year = dateOf(from).getUTCFullYear(); ; year++) {
    const day = Date.UTC(year, 0, 1) / DAY;
    if (day >= to) return;
    yield day;
  }
}

/** Days, weeks, months or years, the shortest that is wide enough to see; folded time has none. */
function binStarts(scale) {
  const kinds = [[1, (from, to) => Array.from({ length: Math.ceil(to - from) }, (_, i) => from + i)], [WEEK, weeks], [30, monthStarts], [365, years]],
    [, each] = kinds.find(([days]) => days * scale.perDay >= LEAST_BAR) || kinds[kinds.length - 1];
  return scale.parts.flatMap(part => [...each(part.from, part.to)].map((day, i) => (i ? day : Math.max(day, part.from))));
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
    rows = countBins(shown, binStarts(scale), scale.to),
    lastOf = day => scale.parts.find(part => day >= part.from && day < part.to).to,
    most = Math.max(1, ...rows.map(row => row.total));
  for (const row of rows) {
    if (!row.total) continue;
    const x = scale.at(row.from) + 0.5,
      width = Math.max(2, scale.at(Math.min(row.to, lastOf(row.from))) - scale.at(row.from) - 1);
    app.blockBoxes.push(boxAt(x, room - (row.total / most) * (room - 8), width, room));
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
