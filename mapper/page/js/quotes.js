/* Quotes with parts marked, built from text nodes. A mark is [quote, start, end]. */
import { h } from './dom.js';

/** The text between two positions with some stretches wrapped. */
export function wrapped(text, stretches) {
  const out = [];
  let at = 0;
  const sorted = stretches.slice().sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, wrap } of sorted) {
    if (start < at) continue;
    if (start > at) out.push(text.slice(at, start));
    out.push(wrap(text.slice(start, end)));
    at = end;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

const MARKS = [
  [event => [event.trigger], text => h('mark', {}, text)],
  [event => [event.where && event.where.mark, event.origin && event.origin.mark, event.destination && event.destination.mark],
    text => h('span', { class: 'u-place' }, text)],
  [event => [event.when && event.when.mark], text => h('span', { class: 'u-date' }, text)]
];

/** One quote of an event: trigger marked, place and date underlined. */
export function quoteOf(event, index) {
  const stretches = MARKS.flatMap(([find, wrap]) =>
    find(event).filter(mark => mark && mark[0] === index).map(([, start, end]) => ({ start, end, wrap })));
  return wrapped(event.from.quotes[index], stretches);
}

/** The sentence of the event, and in grey those that only lend its place or date. */
export function evidenceOf(event) {
  const own = event.trigger ? event.trigger[0] : null,
    lending = [event.where && event.where.mark, event.when && event.when.mark].filter(Boolean).map(mark => mark[0]),
    all = [...new Set([...(event.evidence || []), ...lending, ...(own == null ? [] : [own])])].sort((a, b) => a - b);
  return all.map((index, i) => [
    i ? (index === all[i - 1] + 1 ? ' ' : ' … ') : '',
    h('span', { class: index === own || own == null ? null : 'ctx' }, quoteOf(event, index))
  ]);
}

/** The sentence of the event only. */
export function sentenceOf(event) {
  const index = event.trigger ? event.trigger[0] : (event.evidence || [])[0];
  return index == null ? [] : quoteOf(event, index);
}
