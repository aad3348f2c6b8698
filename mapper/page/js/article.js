/* One report: the whole text when the page carries it, else its evidence sentences; triggers are buttons. */
import { h, safeHref } from './dom.js';
import { reportsOf } from './model.js';
import { wrapped } from './quotes.js';
import { describe, sourceLine } from './words.js';

export function articlePanel(app, article) {
  const href = safeHref(article.url),
    { t } = app;
  return [
    h('header', { class: 'p-head' },
      h('div', { class: 'p-top' }, h('span', { class: 'caps' }, t(article.text ? 'article.whole' : 'article.sentences')), app.closeButton()),
      h('h2', { dir: 'auto', tabindex: -1 }, article.title || article.id),
      h('p', { class: 'p-sub' }, h('span', { dir: 'auto' }, [sourceLine(app, article), article.dateline].filter(Boolean).join(' · ')),
        href ? [' · ', h('a', { href, rel: 'noopener noreferrer', target: '_blank' }, t('evidence.open'))] : null)),
    h('div', { class: 'art', lang: article.language || null }, article.text ? paragraphs(app, article) : sentences(app, article)),
    article.text ? null : h('p', { class: 'p-sec small' }, t('article.why'))
  ];
}

function triggers(app, article) {
  const reports = app.model.events.flatMap(event => reportsOf(event).filter(report => report.from === article).map(report => [event, report]));
  return reports.flatMap(([event, report]) => (report.trigger ? [{ event, mark: report.trigger }] : []));
}

function button(app, event, text) {
  const selected = app.state.selected === event ? ' sel' : '';
  return h('button', { class: 'trig' + selected, type: 'button', title: describe(app, event), onclick: () => app.select(event, 'panel') },
    text, h('sup', {}, event.n));
}

function sentences(app, article) {
  const marks = triggers(app, article);
  return article.quotes.map((quote, index) => h('p', { dir: 'auto' }, wrapped(quote, marks.filter(({ mark }) => mark[0] === index)
    .map(({ event, mark }) => ({ start: mark[1], end: mark[2], wrap: text => button(app, event, text) })))));
}

function paragraphs(app, article) {
  const marks = triggers(app, article).map(({ event, mark }) => ({
    start: article.starts[mark[0]] + mark[1], end: article.starts[mark[0]] + mark[2], wrap: text => button(app, event, text)
  }));
  let at = 0;
  return article.text.split(/(\n\s*\n)/).map(part => {
    const start = at,
      own = marks.filter(mark => mark.start >= start && mark.end <= start + part.length);
    at += part.length;
    if (!part.trim()) return null;
    return h('p', { dir: 'auto' }, wrapped(part, own.map(mark => ({ ...mark, start: mark.start - start, end: mark.end - start }))));
  });
}
