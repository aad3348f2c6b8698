import { h } from './dom.js';

function mount(root, page, options = {}) {
  const list = h('ol', {}, page.events.map(e => h('li', {}, e.label + ' (' + e.status + ')')));
  const box = h('div', { style: 'height:60vh' });
  root.append(h('h1', {}, page.title), box, list);
  const map = options.map || L.map(box);
  if (options.map) box.append(options.map.getContainer());
  for (const e of page.events) {
    const p = e.where && page.places[e.where.place];
    if (p) L.circleMarker([p.lat, p.lon]).addTo(map);
  }
  return { map };
}
function mountOn(map, page, options = {}) {
  const container = map.getContainer();
  const root = h('div', { class: 'event-map' });
  container.before(root);
  map.setView([20, 60], 3);
  return mount(root, page, { ...options, map });
}
