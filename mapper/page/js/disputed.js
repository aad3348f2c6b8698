/* A disputed place: names, claims, the events there, whose names the map uses, sources. */
import { h, s, safeHref } from './dom.js';
import { eventGlyph, hatchIcon } from './glyphs.js';
import { section } from './evidence.js';
import { disputeName, inView, partyName, viewsOf } from './state.js';
import { partyList } from './words.js';

const VIEW_WORDS = new Map([['neutral', 'view.neutral'], ['article', 'view.article'], ['de-facto', 'view.defacto']]);

export function disputePanel(app, dispute) {
  const { t } = app;
  return [
    s('svg', { class: 'hatchband', 'aria-hidden': 'true', preserveAspectRatio: 'none' },
      s('rect', { width: '100%', height: 12, fill: app.hatch }), s('rect', { y: 11, width: '100%', height: 1, style: 'fill:var(--dispute)' })),
    h('header', { class: 'p-head' },
      h('div', { class: 'p-top word dispute' }, hatchIcon(app, 18), h('span', { class: 'caps' }, t('dispute.title')), app.closeButton()),
      h('h2', { tabindex: -1, dir: 'auto' }, disputeName(app, dispute).name),
      h('p', { class: 'p-sub' }, writtenAs(app, dispute))),
    (dispute.names || []).length ? section(t('dispute.names'), namesTable(app, dispute)) : null,
    section(t('dispute.claim'), facts(app, dispute)),
    inStory(app, dispute),
    section(t('dispute.views'), views(app), h('p', { class: 'small spaced' }, t('dispute.viewsWhy'))),
    section(t('dispute.sources'), sources(app, dispute), h('p', { class: 'small' }, t('disclaimer')))
  ].filter(Boolean);
}

function writtenAs(app, dispute) {
  const kind = dispute.kind && app.t('dkind.' + dispute.kind),
    parts = [];
  if (kind) parts.push((kind.startsWith('dkind.') ? dispute.kind.replace(/_/g, ' ') : kind) + '.');
  const written = (dispute.written || []).map(name => `“${name}”`).join(', ');
  if (written) parts.push(app.t('dispute.written', { names: written }));
  return parts.join(' ');
}

/** Script and Latin letters side by side, parties in alphabetical order, the neutral name last. */
function namesTable(app, dispute) {
  const { t } = app,
    head = keys => h('tr', {}, keys.map(key => h('th', { scope: 'col' }, t(key)))),
    rows = [...dispute.names].sort((a, b) => partyName(app, a.party).localeCompare(partyName(app, b.party), app.language));
  return h('table', { class: 'dt' },
    h('thead', {}, head(['dispute.usedBy', 'dispute.name', 'dispute.latin'])),
    h('tbody', {},
      rows.map(name => h('tr', {},
        h('td', {}, name.party ? partyName(app, name.party) : t('dispute.noSide')),
        h('td', { class: 'nm', lang: name.language || null, dir: 'auto' }, name.script),
        h('td', { dir: 'auto' }, name.latin || ''))),
      h('tr', {}, h('td', {}, t('dispute.neutral')), h('td', { class: 'nm', dir: 'auto' }, dispute.name), h('td', {}))));
}

function facts(app, dispute) {
  const { t } = app,
    given = inView(app, dispute.given),
    status = dispute.status && t('dstatus.' + dispute.status);
  const rows = [
    ['dispute.claimedBy', partyList(app, dispute.claimants) || t('dispute.nobody')],
    ['dispute.contestedBy', partyList(app, dispute.contested_by)],
    ['dispute.administeredBy', partyList(app, dispute.administered_by) || t('dispute.nobody')],
    ['dispute.status', status && status.startsWith('dstatus.') ? dispute.status.replace(/_/g, ' ') : status],
    ['dispute.note', dispute.note],
    ['dispute.asOf', dispute.as_of],
    ['dispute.code', t('dispute.noCode')],
    ['dispute.inView', given && t('dispute.given', { party: partyName(app, given), view: viewName(app, app.state.view) })]
  ];
  return h('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([key, value]) => [h('dt', {}, t(key)), h('dd', { dir: 'auto' }, value)]));
}

function inStory(app, dispute) {
  const rows = app.model.events.flatMap(event => {
    const touch = event.touches.find(touched => touched.dispute === dispute),
      own = event.place && event.place.claim === dispute;
    return touch || own ? [[event, own ? event.relation : touch.relation]] : [];
  });
  if (!rows.length) return null;
  return section(app.t('dispute.story'), h('div', { class: 'links' }, rows.map(([event, relation]) =>
    h('button', { class: 'linkrow plain', type: 'button', onclick: () => app.select(event, 'panel'), onmouseenter: () => app.hover(event), onmouseleave: () => app.hover(null) },
      eventGlyph(app, event, 26), h('span', { class: 'o' }, h('span', { dir: 'auto' }, event.label)),
      h('span', { class: 'c' }, app.t('drelation.' + relation))))));
}

function views(app) {
  const { state, t } = app;
  return h('div', { class: 'views', role: 'radiogroup', 'aria-label': t('dispute.views') }, viewsOf(app).map(view =>
    h('label', {},
      h('input', { type: 'radio', name: app.uid + 'view', value: view, checked: state.view === view, onchange: () => app.setView(view) }),
      h('span', {}, viewName(app, view)))));
}

/** How a view is called: by its word, or by the party whose it is. */
export function viewName(app, view) {
  const word = VIEW_WORDS.get(view);
  return word ? app.t(word) : partyName(app, view);
}

function sources(app, dispute) {
  const wikidata = /^Q\d+$/.test(dispute.wikidata || '') ? 'https://www.wikidata.org/wiki/' + dispute.wikidata : null;
  const link = (href, text) => (safeHref(href) ? h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, text) : text);
  return h('ul', { class: 'src' },
    (dispute.sources || []).map(source => h('li', { dir: 'auto' }, link(source, source))),
    wikidata ? h('li', {}, link(wikidata, 'Wikidata ' + dispute.wikidata)) : null,
    h('li', {}, app.t('dispute.register', { id: dispute.id })));
}
