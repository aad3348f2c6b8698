/* The doors: a page in any element, around a folium map, or as a component of a dashboard. */
import { h } from './dom.js';
import { unpack } from './model.js';
import { createApp, dismantle, start } from './app.js';

/**
 * Show a page in an element.
 * Returns {ready, update, on, select, destroy}; `on` takes "select" or "dispute" and a listener.
 */
export function mount(root, data, options = {}) {
  const app = createApp(root, null, options);
  const begin = async packed => {
    try {
      app.data = await unpack(packed);
      start(app);
    } catch (fault) {
      showFault(app, fault);
    }
  };
  const ready = begin(data);
  return {
    ready, app,
    on(name, listen) {
      app.listeners.set(name, [...(app.listeners.get(name) || []), listen]);
      return this;
    },
    async update(fresh) {
      await ready;
      const { listeners } = app;
      dismantle(app);
      Object.assign(app, createApp(root, null, { ...options, map: null }), { listeners });
      return begin(fresh);
    },
    async select(n) {
      await ready;
      const event = app.model.events[n - 1];
      if (event) app.select(event, 'outside');
    },
    destroy() {
      dismantle(app);
    }
  };
}

function showFault(app, fault) {
  app.root.replaceChildren(h('div', { class: 'fault' }, h('strong', {}, app.t('fault.title')), h('p', {}, app.t('fault.text', { message: fault.message }))));
  app.root.dataset.fault = fault.stack || fault.message;
  app.fault = fault;
}

/** Show a page around a map that folium has made: the map's element moves into the page. */
export function mountOn(map, data, options = {}) {
  const container = map.getContainer(),
    root = h('div', { class: 'event-map' });
  prepareForFolium();
  container.before(root);
  document.documentElement.classList.add('event-map-page');
  return mount(root, data, { standalone: window.self === window.top || options.standalone, ...options, map });
}

/** folium's popups need one call of jQuery, and its markers a picture: both are here, so that neither is loaded. */
function prepareForFolium() {
  window.$ ??= markup => {
    const template = document.createElement('template');
    template.innerHTML = markup.trim();
    return template.content.children;
  };
  const picture = drawing => 'data:image/svg+xml,' + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="25" height="41">${drawing}</svg>`);
  const pin = picture('<path d="M12.5 40C8 28 1 21 1 12.5a11.5 11.5 0 1 1 23 0C24 21 17 28 12.5 40Z" fill="#06414d" stroke="#fff"/>');
  L.Icon.Default.imagePath = '';
  L.Icon.Default.mergeOptions({ iconUrl: pin, iconRetinaUrl: pin, shadowUrl: picture('') });
}

/** The page as a Streamlit component: `data` is {page, base, language, theme}; a click sets the trigger "picked" to {n, event, article}. */
export function component({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.event-map-root') || parentElement,
    kept = root.eventMap,
    text = JSON.stringify(data);
  if (kept && kept.text === text) return undefined;
  if (kept) kept.handle.destroy();
  const handle = mount(root, JSON.parse(text), { language: data.language, theme: data.theme });
  handle.on('select', choice => choice && setTriggerValue('picked', choice));
  root.eventMap = { handle, text };
  return () => {
    root.eventMap = null;
    handle.destroy();
  };
}
