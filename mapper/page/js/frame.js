/* What stands still while events are chosen: head, key, foot, list; its theme and its language. */
import { fill, h } from './dom.js';
import { translator, LOCALES } from './text.js';
import { dateWriter } from './dates.js';
import { drawMast } from './mast.js';
import { drawKey, seatKey } from './key.js';
import { drawList } from './list.js';
import { buildTimeline, drawTimeline } from './timeline.js';
import { describe } from './words.js';
import { viewName } from './disputed.js';
import { nameTools } from './stage.js';
import { tileCredit } from './tiles.js';

export function drawFrame(app) {
  drawMast(app);
  drawKey(app);
  seatKey(app);
  drawFoot(app);
  nameTheme(app);
  drawList(app);
}

/** The view of names, the disclaimer, and credits of whatever is on the map. */
export function drawFoot(app) {
  const credits = new Set();
  app.map.eachLayer(layer => layer.getAttribution && layer.getAttribution() && credits.add(layer.getAttribution()));
  const plain = [...credits].map(text => new DOMParser().parseFromString(text, 'text/html').body.textContent);
  const tiles = tileCredit(app);
  fill(app.parts.foot,
    h('span', {}, app.t('foot.view', { view: viewName(app, app.state.view) }) + ' ' + app.t('disclaimer')),
    h('span', { class: 'credit' }, [app.t('foot.credits'), ...(app.model.page.credits || []), ...plain].join(' · ')),
    tiles ? h('span', { class: 'tilecredit', dir: 'auto' }, tiles) : null);
  seatFoot(app);
}

/** What does not fit into one line under the map takes a second one. */
export function seatFoot(app) {
  const { foot } = app.parts;
  foot.classList.remove('two');
  foot.classList.toggle('two', [...foot.children].some(part => part.scrollWidth > part.clientWidth + 1));
}

export function darkNow(app) {
  const theme = app.state.theme || app.options.theme;
  return theme ? theme === 'dark' : app.dark.matches;
}
export const applyTheme = app => (app.root.dataset.theme = darkNow(app) ? 'dark' : 'light');
export const nameTheme = app => (app.parts.theme.textContent = app.t(darkNow(app) ? 'theme.light' : 'theme.dark'));

export function useLanguage(app, language) {
  app.language = TEXTS[language] ? language : 'en';
  app.locale = LOCALES[app.language];
  app.t = translator(app.language);
  app.dates = dateWriter(app.language, app.t);
  app.root.lang = app.language;
}

/** Write everything anew in another language; state and view stay. */
export function restart(app) {
  const at = [app.map.getCenter(), app.map.getZoom()];
  for (const event of app.model.events) event.hay = null;
  for (const [event, bead] of app.beads) bead.setAttribute('aria-label', describe(app, event));
  const { parts, t } = app,
    regions = { story: 'story', stage: 'map', key: 'key', time: 'time', panel: 'panel' };
  for (const [part, region] of Object.entries(regions)) parts[part].setAttribute('aria-label', t('region.' + region));
  nameTools(app);
  app.memory.labels.clear();
  buildTimeline(app);
  drawFrame(app);
  app.map.setView(...at, { animate: false });
  app.changed('view');
  drawTimeline(app);
}

