/* Print: always light; the map and its key, then every event with its quote, links and disputes. */
import { h, fill } from './dom.js';
import { eventGlyph, hatchIcon } from './glyphs.js';
import { reportsOf } from './model.js';
import { evidenceOf } from './quotes.js';
import { partyName, visibleEvents } from './state.js';
import { dateText, partyList, sourceLine, statusText, whereText } from './words.js';
import { fitAll } from './viewport.js';

const MOST = 400;

function printedEvent(app, event) {
  return h('div', { class: 'pe' }, eventGlyph(app, event), h('div', {},
    h('b', { dir: 'auto' }, event.label),
    h('p', {}, statusText(app, event) + ' · ' + dateText(app, event, true) + ' · ', whereText(app, event),
      event.said_by ? ' · ' + app.t('list.saidBy', { source: event.said_by }) : null),
    reportsOf(event).map(report => h('p', { class: 'pq', dir: 'auto' }, evidenceOf(report), event.reports ? ` (${sourceLine(app, report.from)})` : null)),
    event.out.map(link => h('p', {}, `→ ${app.t('kind.' + link.kind)} ${link.to.n}`, link.cue ? ` (“${link.cue}”)` : null))));
}

function printedDispute(app, dispute) {
  const { t } = app,
    names = (dispute.names || []).map((name, i) => [i ? '; ' : null, partyName(app, name.party) + ': ', h('span', { lang: name.language || null }, name.script), name.latin ? ' ' + name.latin : null]);
  return h('div', { class: 'pe' }, hatchIcon(app, 20), h('div', {},
    h('b', {}, `${dispute.name}: ${t('dispute.word')}`),
    h('p', {}, names, names.length ? '. ' : null,
      `${t('dispute.claimedBy')}: ${partyList(app, dispute.claimants)}. ${t('dispute.administeredBy')}: ${partyList(app, dispute.administered_by)}. ${t('dispute.asOf')}: ${dispute.as_of}.`)));
}

function buildPrint(app) {
  const { model, t } = app,
    shown = visibleEvents(app);
  fill(app.parts.printhead, h('h1', { dir: 'auto' }, model.title || t('page.name')),
    h('p', { class: 'small' }, model.articles.slice(0, 6).map(article => sourceLine(app, article)).join('; ') + '. ',
      shown.length === model.events.length ? t('count.events', { n: shown.length }) : t('count.someEvents', { n: shown.length, all: model.events.length })));
  fill(app.parts.printout, h('div', { class: 'cols' }, shown.slice(0, MOST).map(event => printedEvent(app, event))),
    shown.length > MOST ? h('p', {}, t('print.more', { n: shown.length - MOST })) : null, model.disputes.map(dispute => printedDispute(app, dispute)),
    h('p', { class: 'small' }, t('disclaimer')));
}

/** Turn to paper and back; the reader's view is restored. */
export function printer(app) {
  let before = null;
  const settle = () => {
    app.paintGround();
    app.map.invalidateSize({ pan: false, animate: false });
  };
  function start() {
    if (before) return;
    before = { centre: app.map.getCenter(), zoom: app.map.getZoom(), theme: app.root.dataset.theme, ...pick(app.state) };
    Object.assign(app.state, { selected: null, panel: null, step: -1 });
    buildPrint(app);
    app.root.classList.add('printing');
    app.root.dataset.theme = 'light';
    settle();
    fitAll(app);
    app.layout();
  }
  function end() {
    if (!before) return;
    const { centre, zoom, theme, ...kept } = before;
    before = null;
    app.root.classList.remove('printing');
    app.root.dataset.theme = theme;
    Object.assign(app.state, kept);
    settle();
    app.map.setView(centre, zoom, { animate: false });
    app.changed('select');
  }
  return { start, end };
}

const pick = ({ selected, panel, step }) => ({ selected, panel, step });
