/* Which part of the world is shown: everything, one event with its links, or what the reader chose. */
import { centreOf } from './nodes.js';
import { inBox } from './geometry.js';
import { visibleEvents, visibleLinks } from './state.js';
import { MIN_ZOOM } from './stage.js';

const CLOSE = 5.25;
const NEAR_DEGREES = 12;
const LOWEST = 2.6;
/* how wide a story is, in degrees: within a region, within one city, in one place */
const REGION = 3;
const ONE_CITY = 0.7;
const ONE_PLACE = 0.02;

/** Where events are; of a crowd each place once. */
function spots(app, events) {
  const places = events.filter(event => event.onMap).map(event => event.place);
  return [...(app.crowd ? new Set(places) : places)].map(place => L.latLng(centreOf(app, place)));
}

function paddings(app) {
  const width = app.map.getSize().x;
  if (app.size.phone) return { topLeft: [40, 76], bottomRight: [44, 70] };
  return { topLeft: [Math.min(84, width * 0.09), 84], bottomRight: [Math.min(215, width * 0.24), 96] };
}

/** The closest view in which none of these events lies under the tray, the card or the tools; returns its zoom. */
export function goTo(app, events, { maxZoom = CLOSE, pad = paddings(app), fly = false } = {}) {
  const points = spots(app, events);
  if (!points.length) return undefined;
  const view = bestView(app, points, maxZoom, pad);
  if (!view) app.map.fitBounds(L.latLngBounds(points), { maxZoom, animate: false });
  else if (fly && !app.calm()) app.map.flyTo(view.centre, view.zoom, { duration: 0.6 });
  else app.map.setView(view.centre, view.zoom, { animate: false });
  return view ? view.zoom : app.map.getZoom();
}

function bestView(app, points, maxZoom, pad) {
  const { map, parts } = app,
    size = map.getSize(),
    covers = [parts.tools, parts.tray, parts.card].filter(node => !node.hidden && node.offsetWidth).map(node => app.rectOf(node, 18)),
    tray = parts.tray.hidden ? null : app.rectOf(parts.tray),
    aside = tray ? [tray.x1, size.y - tray.y0] : [0, 0],
    bounds = L.latLngBounds(points);
  let best = null;
  for (const [left, below] of [[0, 0], [0, aside[1]], [aside[0], 0], aside]) {
    const topLeft = L.point(Math.max(pad.topLeft[0], left + 24), pad.topLeft[1]),
      bottomRight = L.point(pad.bottomRight[0], Math.max(pad.bottomRight[1], below + 24));
    if (topLeft.x + bottomRight.x > size.x - 40 || topLeft.y + bottomRight.y > size.y - 40) continue;
    const zoom = Math.max(MIN_ZOOM, Math.min(maxZoom, map.getBoundsZoom(bounds, false, topLeft.add(bottomRight)))),
      centre = map.project(bounds.getSouthWest(), zoom).add(map.project(bounds.getNorthEast(), zoom)).divideBy(2)
        .add(bottomRight.subtract(topLeft).divideBy(2)),
      origin = centre.subtract(size.divideBy(2));
    const hidden = points.filter(at => {
      const p = map.project(at, zoom).subtract(origin);
      return covers.some(cover => inBox([p.x, p.y], cover, 0));
    }).length;
    const score = zoom - hidden * 4;
    if (!best || score > best.score + 1e-6) best = { score, zoom, centre: map.unproject(centre, zoom) };
  }
  return best;
}

export function withLinks(app, event) {
  const linked = visibleLinks(app).filter(link => link.from === event || link.to === event);
  return [event, ...linked.map(link => (link.from === event ? link.to : link.from))];
}

/** The largest group of events that lie within 12 degrees of each other. */
function densest(app, events) {
  const groups = [];
  for (const event of events) {
    const [lat, lon] = centreOf(app, event.place),
      near = groups.filter(group => group.some(other => {
        const [a, b] = centreOf(app, other.place);
        return Math.hypot(a - lat, b - lon) < NEAR_DEGREES;
      }));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), event]);
  }
  return groups.sort((a, b) => b.length - a.length)[0] || [];
}

/** Frame all visible events; unless `whole`, the densest group where all would be too small to read. */
export function fitAll(app, { fly = false, whole = false } = {}) {
  let events = visibleEvents(app).filter(event => event.onMap);
  if (!events.length) events = app.model.events.filter(event => event.onMap);
  if (!events.length) {
    app.map.setView([20, app.centre], MIN_ZOOM, { animate: false });
    return;
  }
  const size = app.map.getSize(),
    bounds = L.latLngBounds(spots(app, events));
  if (!whole && !app.crowd && app.map.getBoundsZoom(bounds, false, L.point(size.x * 0.35, 150)) < LOWEST) {
    const group = densest(app, events);
    if (group.length * 2 >= events.length) events = group;
  }
  app.wholeZoom = goTo(app, events, { maxZoom: app.size.phone ? Math.max(4.75, localZoom(app, events) - 1.25) : localZoom(app, events), fly });
}

/** A story in one place may be looked at from nearby, as far as the ground has detail. */
function localZoom(app, events) {
  const bounds = L.latLngBounds(spots(app, events)),
    span = Math.max(bounds.getNorth() - bounds.getSouth(), bounds.getEast() - bounds.getWest());
  const areas = events.some(event => event.place.isArea);
  if (span > REGION || areas || !app.base.towns.length) return 6;
  if (span < ONE_PLACE) return 7;
  return span > ONE_CITY ? 8.5 : 11;
}

export function frame(app, event, fly = true) {
  goTo(app, withLinks(app, event), { fly, maxZoom: Math.max(CLOSE, app.wholeZoom || 0) });
}

/** Frame the events at a disputed place. */
export function frameDispute(app, dispute) {
  goTo(app, app.model.events.filter(event => event.onMap && event.place.claim === dispute), { fly: true });
}

/** Move only as far as needed to see an event. */
export function reveal(app, event) {
  if (!event.onMap) return;
  const at = centreOf(app, event.place),
    p = app.map.latLngToContainerPoint(at),
    size = app.map.getSize();
  if (p.x > 40 && p.x < size.x - 40 && p.y > 40 && p.y < size.y - 40) return;
  app.map.panTo(at, { animate: !app.calm() });
}
