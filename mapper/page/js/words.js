/* Events in words, the same in every view. */
import { h } from './dom.js';
import { nameOf, partyName } from './state.js';
import { disputesOf } from './model.js';

export const dateText = (app, event, long) => app.dates.phrase(event.when, event.status, long);
export const statusText = (app, event) => app.t('status.' + event.status);

/** One line for a screen reader or a tip. */
export function describe(app, event) {
  const { place } = event;
  let where = app.t('place.none');
  if (place) {
    where = nameOf(app, place).name;
    if (event.relation !== 'in') where = app.t('relation.' + event.relation, { place: where });
    if (disputesOf(event).length) where += ', ' + app.t('dispute.word');
  }
  return [`${event.n}. ${event.label}`, statusText(app, event), dateText(app, event), where].join('. ');
}

/** The name of a place as nodes, in its own script where the view asks for it. */
export function placeName(app, place) {
  const name = nameOf(app, place);
  return h('span', { lang: name.script ? name.language : null, dir: 'auto' }, name.script ? name.script + ' ' + name.name : name.name);
}

/** What kind of area a place is; a disputed territory is none of a state's units, only land. */
export const precisionText = (app, place) =>
  app.t('precision.' + (place.isArea && place.claim && place.itself && place.precision !== 'sea' ? 'land' : place.precision));

/** Where an event is, as nodes: near, about, or only an area. */
export function whereText(app, event) {
  const { place, relation } = event;
  if (!place) return h('i', {}, app.t('place.none'));
  const name = placeName(app, place);
  if (relation === 'about') return h('span', {}, h('i', {}, app.t('where.about') + ' '), name, h('i', {}, app.t('where.notThere')));
  if (relation === 'near' || relation === 'off') {
    const [before, after] = app.t('relation.' + relation, { place: '\u0000' }).split('\u0000');
    return h('span', {}, before, name, after);
  }
  if (place.isArea) return h('span', {}, name, h('i', {}, app.t('where.only', { precision: precisionText(app, place) })));
  return name;
}

/** Names of parties in the reader's language, in alphabetical order. */
export const partyList = (app, codes) =>
  (codes || []).map(code => partyName(app, code)).sort((a, b) => a.localeCompare(b, app.language)).join(', ');

/** Whose report it is. */
export function sourceLine(app, article) {
  const date = article.published == null ? null : app.dates.day(article.published);
  return [article.source || article.title || article.id, date].filter(Boolean).join(', ');
}
