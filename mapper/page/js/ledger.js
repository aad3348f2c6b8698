/* As written, as understood: where, when, status, who says so, who took part. */
import { h } from './dom.js';
import { hatchIcon } from './glyphs.js';
import { nameOf, disputeName } from './state.js';
import { disputesOf } from './model.js';
import { reasonText, reasonsAbout, sure } from './text.js';
import { dateText, precisionText, statusText } from './words.js';

const written = text => h('span', { class: 'wr', dir: 'auto' }, '“', text, '”');
const understood = (kids, bare) => h('span', { class: 'un' + (bare ? ' bare' : ''), dir: 'auto' }, kids);
const because = (app, indexes) =>
  indexes && indexes.length ? h('span', { class: 'ex' }, [...new Set(indexes.map(index => reasonText(app, index)))].join(' ')) : null;
/** What is left of an event's reasons when those of its place and date are told there. */
function aboutStatus(app, event) {
  const elsewhere = reasonsAbout(app, event.reasons, 'place', 'date');
  return (event.reasons || []).filter(index => !elsewhere.includes(index));
}

const pen = (app, corrected) => (corrected ? h('span', { class: 'corrected' }, '✎ ' + app.t('corrected')) : null);

export const meter = share => h('span', { class: 'meter' }, h('i', { style: `width:${Math.round(share * 100)}%` }));

/** The ledger of one report. */
export function ledger(app, event) {
  const { t } = app,
    row = (key, ...kids) => [h('dt', {}, t(key)), h('dd', {}, kids)];
  return h('dl', { class: 'ledger' },
    row('ledger.where', whereRow(app, event)),
    event.origin || event.destination ? row('ledger.way', wayRow(app, event)) : null,
    row('ledger.when', whenRow(app, event)),
    row('ledger.status', understood(h('span', { class: 'word ' + event.status }, statusText(app, event)), true), pen(app, event.corrected), because(app, aboutStatus(app, event))),
    row('ledger.saidBy', understood(event.said_by || t('ledger.report'), true),
      event.said_mark && app.model.quote(event, event.said_mark) !== event.said_by ? h('span', { class: 'ex' }, '“', app.model.quote(event, event.said_mark), '”') : null),
    (event.who || []).length ? row('ledger.who', h('span', { class: 'ex', dir: 'auto' }, event.who.join(', '))) : null,
    (event.figures || []).length ? row('ledger.figures', h('span', { class: 'ex', dir: 'auto' }, figures(app, event))) : null);
}

export const figures = (app, event) =>
  event.figures.map(figure => figure.value.toLocaleString(app.locale) + (figure.unit ? ' ' + figure.unit : '')).join(', ');

function whereRow(app, event) {
  const { t, model } = app,
    { where } = event;
  if (!where) return [understood(t('place.none.long'), true), h('span', { class: 'ex' }, t('place.noneWhy'))];
  const place = model.places[where.place],
    name = nameOf(app, place).name,
    words = t('relation.' + (where.relation || 'in'), { place: name });
  return [
    where.text ? written(where.text) : null,
    understood([words, place.within ? h('span', { class: 'thin' }, ', ' + place.within) : null], !where.text),
    pen(app, where.corrected),
    h('span', { class: 'ex' }, t(place.isArea ? 'precision.area' : 'precision.line', { precision: precisionText(app, place) })),
    because(app, [...reasonsAbout(app, event.reasons, 'place'), ...(where.reasons || [])]), readings(app, where),
    disputesOf(event).map(dispute => h('button', { class: 'go-d', type: 'button', onclick: () => app.openDispute(dispute) },
      hatchIcon(app, 12), t('dispute.go', { name: disputeName(app, dispute).name })))
  ];
}

/** What else the name could have meant, the chosen one first. */
function readings(app, where) {
  const rows = where.readings || [];
  if (rows.length < 2) return null;
  return h('details', {}, h('summary', {}, app.t('readings', { n: rows.length - 1 })),
    h('ul', { class: 'alts' }, rows.map(([index, score], i) => h('li', { class: i ? null : 'chosen' },
      h('span', { dir: 'auto' }, app.model.readings[index]), meter(score), h('span', { class: 'pc' }, score.toFixed(2))))));
}

function wayRow(app, event) {
  const { places } = app.model,
    ends = [['origin', event.origin], ['destination', event.destination]].filter(([, where]) => where);
  return ends.map(([key, where]) => [
    where.text ? written(where.text) : null, understood(app.t('way.' + key, { place: nameOf(app, places[where.place]).name }), !where.text)
  ]);
}

function whenRow(app, event) {
  const when = event.when || {};
  return [when.text ? written(when.text) : null, understood(dateText(app, event, true), !when.text), because(app, [...reasonsAbout(app, event.reasons, 'date'), ...(when.reasons || [])]),
    event.last == null ? h('span', { class: 'ex' }, app.t('date.noneWhy')) : null];
}

/** Confidence in words and, beside it, the number. */
export function confidence(app, event) {
  const rows = [['conf.event', event.confidence], ['conf.place', event.where && event.where.confidence]].filter(([, value]) => value != null);
  return h('ul', { class: 'conf small' }, rows.map(([key, value]) =>
    h('li', {}, h('span', {}, app.t(key)), meter(value), h('span', { class: 'pc' }, `${sure(app, value)}, ${value.toFixed(2)}`))));
}
