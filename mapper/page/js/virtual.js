/* A list of many rows: only those in view are in the document; each says its place in the whole. */
import { h, fill } from './dom.js';

export const VIRTUAL_ABOVE = 500;
const ROW = 64;
const SPARE = 8;

export function drawVirtualList(app, shown, buildRow, notice) {
  const box = app.parts.list,
    keep = box.scrollTop,
    rows = h('ol', { class: 'virtual', style: `height:${shown.length * ROW}px` });
  const draw = () => {
    const scroller = app.size.phone || app.size.short ? app.parts.story : box,
      top = Math.max(0, scroller.scrollTop - rows.offsetTop),
      first = Math.max(0, Math.floor(top / ROW) - SPARE),
      last = Math.min(shown.length, Math.ceil((top + scroller.clientHeight) / ROW) + SPARE),
      focused = rows.contains(app.focused()) ? app.focused().dataset.n : null;
    fill(rows, shown.slice(first, last).map((event, i) =>
      h('li', { class: 'tl', style: `top:${(first + i) * ROW}px`, 'aria-setsize': shown.length, 'aria-posinset': first + i + 1 },
        buildRow(app, event))));
    if (focused) rows.querySelector(`[data-n="${focused}"]`)?.focus({ preventScroll: true });
  };
  app.virtual = { draw, reach: event => reachRow(app, shown, event, rows, draw) };
  fill(box, rows, notice);
  box.scrollTop = keep;
  box.onscroll = draw;
  app.parts.story.onscroll = draw;
  draw();
}

function reachRow(app, shown, event, rows, draw) {
  const index = shown.indexOf(event),
    box = app.parts.list;
  if (index < 0) return;
  const top = index * ROW;
  if (top < box.scrollTop || top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
  draw();
}
