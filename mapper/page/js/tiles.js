/* Online tiles: off until the reader switches them on, never by the address, and off again when they do not come. */
import { h } from './dom.js';
import { icon } from './glyphs.js';
import { drawFoot } from './frame.js';

const SHEETS = 'M9 2.5L16 6.2L9 10L2 6.2ZM2.4 10L9 13.5L15.6 10';

/** The switch, where the page was written with tiles to switch on. */
export function tileSwitch(app) {
  if (!app.options.tiles) return null;
  app.parts.tiles = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => toggleTiles(app) }, icon(SHEETS));
  nameTileSwitch(app);
  return app.parts.tiles;
}

export function nameTileSwitch(app) {
  const button = app.parts.tiles;
  if (!button) return;
  const name = app.t('tiles.switch', { host: app.options.tiles.host });
  button.setAttribute('aria-label', name);
  button.title = name;
}

function toggleTiles(app) {
  if (app.tiles) return end(app, 'tiles.off');
  const layer = L.tileLayer(app.options.tiles.url, { minZoom: 0, maxZoom: app.map.getMaxZoom(), maxNativeZoom: 18, referrerPolicy: 'strict-origin' });
  app.tiles = { layer, seen: false };
  app.tileWord = '';
  layer.on('tileload', () => {
    if (app.tiles) seen(app);
  });
  layer.on('tileerror', () => {
    if (app.tiles && !app.tiles.seen) end(app, 'tiles.failed');
  });
  layer.addTo(app.map);
  app.parts.tiles.setAttribute('aria-pressed', 'true');
  app.announce(app.t('tiles.on', { host: app.options.tiles.host }));
  return undefined;
}

/** The built-in ground stays until the first tile is there. */
function seen(app) {
  if (app.tiles.seen) return;
  app.tiles.seen = true;
  app.root.classList.add('tiled');
  drawFoot(app);
}

function end(app, word) {
  const { layer } = app.tiles;
  app.tiles = null;
  layer.remove();
  layer.off();
  app.root.classList.remove('tiled');
  app.parts.tiles.setAttribute('aria-pressed', 'false');
  app.tileWord = word === 'tiles.failed' ? app.t(word, { host: app.options.tiles.host }) : '';
  drawFoot(app);
  app.announce(app.t(word, { host: app.options.tiles.host }));
}

/** What stands under the map while tiles are shown, or when they did not come. */
export function tileCredit(app) {
  if (!app.tiles || !app.tiles.seen) return app.tileWord || '';
  return app.t('tiles.credit', { credit: app.options.tiles.credit });
}
