/* Days are numbers since 1970-01-01, so that no time zone can move them. */
import { LOCALES } from './text.js';

export const DAY = 864e5;
const LONG = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' };
const LONG_ONLY = new Set(['ja']);

export const dateOf = day => new Date(day * DAY);
export const isoOf = day => dateOf(Math.round(day)).toISOString().slice(0, 10);
export const dayOf = iso => Date.parse(iso + 'T00:00:00Z') / DAY;

/** Writers of days, months and spans in one language. */
export function dateWriter(language, t) {
  const locale = LOCALES[language] || 'en-GB';
  const cache = new Map();
  const format = parts => {
    const key = JSON.stringify(parts);
    if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }));
    return cache.get(key);
  };
  const write = (day, parts) => format(parts).format(dateOf(day));
  const day = d => write(d, SHORT);
  const month = (d, long) => write(d, { month: long ? 'long' : 'short', year: 'numeric' });
  const span = (a, b, long) =>
    format(long || LONG_ONLY.has(language) ? LONG : SHORT).formatRange(dateOf(a), dateOf(b)).replace(/(\d)\s*–\s*(?=\d)/, '$1–');

  function closed(a, b, long) {
    if (a === b) return write(a, long ? LONG : SHORT);
    const whole = wholePeriod(a, b);
    if (whole === 'month') return long ? t('date.month', { month: month(a, true) }) : month(a);
    if (whole === 'year') return write(a, { year: 'numeric' });
    return span(a, b, long);
  }
  function phrase(when, status, long) {
    const { begin, end } = when || {};
    if (begin == null && end == null) return t(status === 'ongoing' ? 'date.continuing' : 'date.none');
    const name = d => write(d, long ? LONG : SHORT);
    if (begin == null) return status === 'ongoing' ? t('date.continuing') : t('date.by', { date: name(end) });
    const first = wholePeriod(begin, end ?? begin) === 'month' ? month(begin, long) : name(begin);
    if (status === 'ongoing') return t('date.since', { date: first });
    if (end == null) return t(status === 'planned' ? 'date.from' : 'date.since', { date: name(begin) });
    return closed(begin, end, long);
  }
  return { day, month, phrase, write, monthName: d => write(d, { month: 'short' }) };
}

/** "month" or "year" when a span is exactly one. */
export function wholePeriod(a, b) {
  const first = dateOf(a),
    next = dateOf(b + 1);
  if (first.getUTCDate() !== 1 || next.getUTCDate() !== 1) return null;
  const months = (next.getUTCFullYear() - first.getUTCFullYear()) * 12 + next.getUTCMonth() - first.getUTCMonth();
  if (months === 1) return 'month';
  return months === 12 && first.getUTCMonth() === 0 ? 'year' : null;
}

/** Day numbers of the first days of the months that touch a span. */
export function* monthStarts(a, b) {
  const first = dateOf(a);
  let month = first.getUTCMonth();
  for (;;) {
    const day = Date.UTC(first.getUTCFullYear(), month++, 1) / DAY;
    if (day >= b) return;
    yield day;
  }
}
