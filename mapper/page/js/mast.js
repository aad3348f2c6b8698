/* The head of the page: title, source, what there is, and the way to step through or find. */
import { h, s, fill } from './dom.js';
import { sourceLine } from './words.js';

const LONG_TITLE = 40;

const logo = () => s('svg', { width: 40, height: 18, viewBox: '0 0 40 18', 'aria-hidden': 'true' },
  s('circle', { cx: 8, cy: 11, r: 5.5, fill: 'var(--happened)' }),
  s('path', { d: 'M11 5C17 0 24 0 29 5', fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.6 }),
  s('circle', { cx: 32, cy: 11, r: 5, fill: 'none', stroke: 'var(--planned)', 'stroke-width': 2, 'stroke-dasharray': '2.7 1.8' }));

/** From the first report's day to the last's. */
function published(app) {
  const days = app.model.articles.map(article => article.published).filter(day => day != null).sort((a, b) => a - b);
  return [...new Set(days.length ? [days[0], days[days.length - 1]] : [])].map(day => app.dates.day(day)).join(' – ');
}

function standing(app) {
  const { model, t } = app,
    placed = model.events.filter(event => event.onMap).length;
  const counts = [t('count.events', { n: model.events.length }), t('count.placed', { n: placed })];
  if (model.disputes.length) counts.push(t('count.disputed', { n: model.disputes.length }));
  const source = model.articles.length === 1 ? sourceLine(app, model.articles[0]) : [t('count.articles', { n: model.articles.length }), published(app)].filter(Boolean).join(', ');
  return h('p', { class: 'stand' }, h('span', { dir: 'auto' }, source), h('br'), counts.join(' · '));
}

export function drawMast(app) {
  const { t, model } = app,
    quiet = (key, act, more) => h('button', { class: 'quiet', type: 'button', onclick: act, ...more }, t(key));
  app.parts.theme = quiet('theme.dark', () => app.toggleTheme());
  app.parts.find = h('input', {
    type: 'search', placeholder: t('find'), autocomplete: 'off', value: app.state.query || null,
    oninput: typed => app.find(typed.target.value)
  });
  app.parts.go = h('button', { class: 'btn ink', type: 'button', onclick: () => app.startSteps(0), disabled: !model.events.length }, t('step.start'));
  fill(app.parts.mast,
    h('div', { class: 'mast-top' },
      h('span', { class: 'mark' }, logo(), h('span', { class: 'caps' }, t('page.name'))),
      app.parts.theme,
      app.standalone ? quiet('print', () => window.print()) : null,
      quiet('help.open', () => app.openHelp(), { 'aria-haspopup': 'dialog' })),
    h('h2', { class: 'title' + (model.title.length > LONG_TITLE ? ' long' : ''), dir: 'auto' }, model.title || (model.articles.length ? t('page.untitled', { n: model.articles.length }) : t('page.name'))),
    standing(app),
    h('div', { class: 'acts' }, app.parts.go,
      h('label', { class: 'find' }, h('span', { class: 'vh' }, t('find')), app.parts.find)),
    articleFilter(app));
}

/** With several reports: which are shown. */
function articleFilter(app) {
  const { model, state, t } = app;
  if (model.articles.length < 2) return null;
  const box = h('details', { class: 'reports' });
  const count = () => t('reports.shown', { n: model.articles.length - state.articlesOff.size, all: model.articles.length });
  const summary = h('summary', {}, count());
  const list = h('ul', {});
  box.append(summary, list);
  box.addEventListener('toggle', () => list.childElementCount || list.append(...reports(app, () => (summary.textContent = count()))));
  return box;
}

/** One line a report, made when they are first asked for: there may be thousands. */
function reports(app, told) {
  const { model, state, t } = app;
  return model.articles.map((article, i) => h('li', {}, h('label', {},
    h('input', { type: 'checkbox', checked: !state.articlesOff.has(i), onchange: change => {
      if (change.target.checked) state.articlesOff.delete(i);
      else state.articlesOff.add(i);
      told();
      app.changed('filter');
    } }),
    h('span', { dir: 'auto' }, article.title || article.id),
    h('button', { class: 'quiet', type: 'button', onclick: () => app.openArticle(article) }, t('reports.read')))));
}
