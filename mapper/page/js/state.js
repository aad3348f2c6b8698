/* What the reader looks at: one object, and the questions the views ask of it. */
import { STATUSES, KINDS, disputesOf } from './model.js';
import { isoOf, dayOf } from './dates.js';

export function freshState() {
  return {
    selected: null, panel: null, hover: null, hoverLink: null, off: new Set(), articlesOff: new Set(), query: '',
    onlyDisputed: false,
    window: null, view: 'neutral', step: -1, folded: true, theme: null, manual: false
  };
}

function haystack(app, event) {
  if (event.hay == null) {
    const quotes = (event.evidence || []).map(i => event.from.quotes[i]);
    event.hay = [event.label, event.place && event.place.name, event.where && event.where.text, event.said_by,
      ...(event.who || []), ...disputesOf(event).map(d => d.name), ...quotes].filter(Boolean).join(' ').toLowerCase();
  }
  return event.hay + ' ' + app.t('status.' + event.status).toLowerCase();
}

export function inWindow(app, event) {
  const window = app.state.window;
  return !window || event.last == null || (event.last >= window[0] && event.first <= window[1]);
}

export function isVisible(app, event) {
  const { off, articlesOff, query, onlyDisputed } = app.state;
  if (onlyDisputed && !disputesOf(event).length) return false;
  if (off.has(event.status) || !inWindow(app, event)) return false;
  if (articlesOff.size && (event.sources ? [...event.sources].every(article => articlesOff.has(article)) : articlesOff.has(event.article))) return false;
  return !query || haystack(app, event).includes(query);
}

/** The events that no filter hides; worked out once for each change. */
export function visibleEvents(app) {
  if (!app.shown) {
    app.shown = app.model.events.filter(event => isVisible(app, event));
    app.shownSet = new Set(app.shown);
    app.links = app.model.links.filter(
      link => !app.state.off.has(link.kind) && app.shownSet.has(link.from) && app.shownSet.has(link.to)
    );
  }
  return app.shown;
}

export function visibleLinks(app) {
  visibleEvents(app);
  return app.links;
}

export const shows = (app, event) => (visibleEvents(app), app.shownSet.has(event));
export const lit = app => app.state.hover || app.state.selected;

/** Views of disputed names: neutral, as written, who administers, each party that has a name, and the page's own. */
export function viewsOf(app) {
  const parties = new Set(app.model.disputes.flatMap(d => (d.names || []).map(name => name.party)).filter(Boolean)),
    own = app.model.page.worldview;
  if (own && app.model.parties.has(own)) parties.add(own);
  const sorted = [...parties].sort((a, b) => partyName(app, a).localeCompare(partyName(app, b)));
  return ['neutral', 'article', 'de-facto', ...sorted];
}

export function partyName(app, code) {
  const names = app.model.parties.get(code);
  return (names && (names.get(app.language) || names.get('en'))) || code;
}

/** How a place is called in the chosen view: {name, script, language, note, dispute}. */
export function nameOf(app, place) {
  const dispute = place.claim;
  if (!dispute || !place.itself) return { name: place.name, dispute };
  return disputeName(app, dispute);
}

/** What pairs of a view and a value say for the chosen view. */
export const inView = (app, pairs) => ((pairs || []).find(([view]) => view === app.state.view) || [])[1];

/** A name in letters that few readers know has the neutral name behind it. */
const readable = (name, neutral) => (/[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/.test(name) ? `${name} (${neutral})` : name);

export function disputeName(app, dispute) {
  const { view } = app.state,
    written = (dispute.written || [])[0],
    names = dispute.names || [];
  if (view === 'article' && written) return { name: written, note: app.t('name.asArticle'), dispute };
  const holders = dispute.administered_by || [],
    party = view === 'de-facto' ? (holders.length === 1 ? holders[0] : null) : view; // what is divided is nobody's
  const used = names.find(name => name.party === party);
  if (used)
    return {
      name: used.latin || readable(used.script, dispute.name), script: used.latin ? used.script : null, language: used.language,
      note: app.t('name.usedBy', { party: partyName(app, party) }), dispute
    };
  const differs = written && written !== dispute.name;
  return { name: dispute.name, note: differs ? app.t('name.inArticle', { name: written }) : '', dispute };
}

/* The address: e place t off only q view a m. */
export function writeHash(app) {
  const { state } = app,
    parts = new URLSearchParams();
  if (state.selected) parts.set('e', state.selected.key);
  if (state.panel && state.panel.dispute) parts.set('place', state.panel.dispute.id);
  if (state.window) parts.set('t', state.window.map(isoOf).join('_'));
  if (state.off.size) parts.set('off', [...state.off].join(' '));
  if (state.onlyDisputed) parts.set('only', 'disputed');
  if (state.articlesOff.size) parts.set('a', [...state.articlesOff].map(i => i + 1).join(' '));
  if (state.query) parts.set('q', state.query);
  if (state.view !== app.firstView) parts.set('view', state.view);
  if (state.manual && app.map) {
    const centre = app.map.getCenter();
    parts.set('m', [centre.lat.toFixed(2), centre.lng.toFixed(2), app.map.getZoom()].join(','));
  }
  const text = parts.toString();
  try {
    history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
  } catch {
    /* a page inside another frame may not keep a hash */
  }
}

/** Read the address into the state; returns where the map was, or null. */
export function readHash(app) {
  const parts = new URLSearchParams(location.hash.slice(1)),
    { state, model } = app,
    words = name => (parts.get(name) || '').split(' ').filter(Boolean);
  state.off = new Set(words('off').filter(word => STATUSES.includes(word) || KINDS.includes(word)));
  state.onlyDisputed = parts.get('only') === 'disputed' && model.disputes.length > 0;
  state.articlesOff = new Set(words('a').map(word => word - 1).filter(i => i in model.articles));
  state.query = (parts.get('q') || '').toLowerCase();
  if (viewsOf(app).includes(parts.get('view'))) state.view = parts.get('view');
  const days = (parts.get('t') || '').split('_').map(dayOf);
  if (days.length === 2 && days.every(Number.isFinite)) state.window = days;
  const event = model.events[Number(parts.get('e')) - 1],
    dispute = model.disputes.find(d => d.id === parts.get('place'));
  if (event) Object.assign(state, { selected: event, panel: { event } });
  if (dispute) state.panel = { dispute };
  const at = (parts.get('m') || '').split(',').map(Number);
  return at.length === 3 && at.every(Number.isFinite) ? at : null;
}
