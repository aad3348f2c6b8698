/* The evidence of one event: quote, ledger, confidence, where it comes from and goes on to. */
import { h, safeHref } from './dom.js';
import { eventGlyph } from './glyphs.js';
import { linkSample } from './linkstyle.js';
import { confidence, figures, ledger } from './ledger.js';
import { reportsOf } from './model.js';
import { evidenceOf } from './quotes.js';
import { reasonText, sure } from './text.js';
import { dateText, sourceLine, statusText, whereText } from './words.js';

export function section(title, ...kids) {
  return h('section', { class: 'p-sec' }, h('h3', {}, title), kids);
}

export function evidencePanel(app, event) {
  const { t } = app,
    reports = reportsOf(event),
    many = reports.length > 1;
  return [
    h('header', { class: 'p-head' },
      h('div', { class: 'p-top word ' + event.status }, eventGlyph(app, event, 32), h('span', { class: 'caps' }, statusText(app, event)), app.closeButton()),
      h('h2', { dir: 'auto', tabindex: -1 }, event.label),
      h('p', { class: 'p-sub' }, h('span', { class: 'tab' }, dateText(app, event, true)), ' · ', whereText(app, event))),
    section(many ? t('evidence.reports', { n: reports.length }) : t('evidence.article'), reports.map(report => reportQuote(app, report))),
    many ? conflicts(app, event) : null,
    section(t('evidence.ledger'), ledger(app, event)),
    section(t('evidence.confidence'), confidence(app, event)),
    links(app, event, event.into.filter(link => !app.state.off.has(link.kind)), 'evidence.into', true),
    links(app, event, event.out.filter(link => !app.state.off.has(link.kind)), 'evidence.out', false),
    neighbours(app, event)
  ].filter(Boolean);
}

/** One quote a report, with its source. */
function reportQuote(app, report) {
  const article = report.from,
    href = safeHref(article.url),
    quote = evidenceOf(report);
  return h('div', { class: 'report' },
    quote.length ? h('blockquote', { class: 'quote', dir: 'auto', lang: article.language || null }, quote) : h('p', { class: 'small' }, app.t('evidence.noQuote')),
    h('p', { class: 'q-src' },
      h('span', { dir: 'auto' }, sourceLine(app, article)),
      report.n === undefined && report.label ? h('span', { dir: 'auto' }, report.label) : null,
      href ? h('a', { href, rel: 'noopener noreferrer', target: '_blank', class: 'quiet' }, app.t('evidence.open')) : null,
      h('button', { class: 'quiet', type: 'button', onclick: () => app.openArticle(article) }, app.t(article.text ? 'evidence.whole' : 'evidence.sentences'))));
}

function claimText(app, { field, value }) {
  const known = field === 'status' ? app.t('status.' + value) : value;
  return known === 'status.' + value ? value : known;
}

/** Where reports of one event differ: side by side, nothing averaged. */
function conflicts(app, event) {
  const rows = event.claims.length ? event.claims.map(claim => [claim.field, claimText(app, claim), app.model.page.events[claim.event]]) : differing(app, event);
  if (!rows.length) return null;
  const fields = [...new Set(rows.map(([field]) => field))];
  return section(app.t('evidence.differ'), fields.map(field => h('table', { class: 'dt' },
    h('caption', {}, app.t('field.' + field) === 'field.' + field ? field : app.t('field.' + field)),
    h('tbody', {}, rows.filter(row => row[0] === field).map(([, value, report]) =>
      h('tr', {}, h('td', { dir: 'auto' }, sourceLine(app, report.from)), h('td', { class: 'nm', dir: 'auto' }, value)))))));
}

function differing(app, event) {
  const told = [
    ['figures', report => ((report.figures || []).length ? figures(app, report) : null)],
    ['status', report => statusText(app, report)],
    ['date', report => (report.when ? dateText(app, report) : null)],
    ['place', report => (report.where ? app.model.places[report.where.place].name : null)]
  ];
  return told.flatMap(([field, read]) => {
    const values = reportsOf(event).map(report => [field, read(report), report]).filter(([, value]) => value != null);
    return new Set(values.map(([, value]) => value)).size > 1 ? values : [];
  });
}

function links(app, event, rows, title, into) {
  if (!rows.length) return null;
  return section(app.t(title), h('div', { class: 'links' }, rows.map(link => linkRow(app, link, into))));
}

function linkRow(app, link, into) {
  const other = into ? link.from : link.to,
    why = link.cue ? [h('q', { dir: 'auto' }, link.cue), ' · '] : (link.reasons || []).map(index => reasonText(app, index) + ' ');
  return h('button', { class: 'linkrow', type: 'button', onclick: () => app.select(other, 'panel'), onmouseenter: () => app.hover(other), onmouseleave: () => app.hover(null) },
    linkSample(app, link.kind, 48),
    h('span', { class: 'k' }, app.t((into ? 'into.' : 'out.') + link.kind)),
    h('span', { class: 'o' }, eventGlyph(app, other, 22), h('span', { dir: 'auto' }, other.label)),
    h('span', { class: 'c' }, link.kind === 'same-people' ? app.t('link.computed') : [why, `${sure(app, link.confidence)}, ${link.confidence.toFixed(2)}`]));
}

function neighbours(app, event) {
  const { events } = app.model,
    before = events[event.n - 2],
    after = events[event.n],
    go = (other, ...kids) => h('button', { class: 'btn', type: 'button', onclick: () => app.select(other, 'panel') }, kids),
    name = other => h('span', { dir: 'auto' }, other.n + ' ' + other.label);
  return h('nav', { class: 'p-nav', 'aria-label': app.t('evidence.order') },
    before ? go(before, '←', name(before)) : h('span', {}), after ? go(after, name(after), '→') : null);
}
