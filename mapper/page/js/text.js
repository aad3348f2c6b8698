/* The interface's words, from the catalogue; {name} in a string is filled in. */
import { dayOf } from './dates.js';

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
export const LOCALES = { en: 'en-GB', ko: 'ko-KR', ja: 'ja-JP' };

/** A translator: t(key, values). A key with "_one" beside it is chosen by values.n. */
export function translator(language) {
  const own = TEXTS[language] || TEXTS.en,
    plural = new Intl.PluralRules(LOCALES[language] || 'en-GB');
  const find = key => own[key] ?? TEXTS.en[key];
  return (key, values = {}) => {
    const single = 'n' in values && plural.select(values.n) === 'one' && find(key + '_one');
    const pattern = single || find(key) || key;
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  };
}

const spelt = code => code.replace(/[-_.:]+/g, ' ').trim();

function pieces(app, value) {
  const text = ISO_DAY.test(value) && app.dates ? app.dates.day(dayOf(value)) : String(value ?? ''),
    [head, ...tail] = text.split(': ');
  return { value: text, first: text.split('/')[0], head, tail: tail.join(': ') };
}

const isEmpty = value => value == null || value === '';
const keyOf = (app, key, value) => (isEmpty(value) && app.t(key + '_none') !== key + '_none' ? key + '_none' : key);

/**
 * A reason as a sentence: that of its code, else of the family its code begins with, else its words.
 * In the sentence {value} is the reason's value, {first} the part of it before a slash, {head} and {tail} what stands
 * before and behind a colon (a day is written as days are here), {rest} what the family leaves. A key with "_none" beside it has that for no value.
 */
export function reasonText(app, index) {
  const [code, value] = app.model.reasons[index],
    parts = code.split(/[.:]/);
  for (let n = parts.length; n > 0; n--) {
    const key = keyOf(app, 'reason.' + parts.slice(0, n).join('.'), value),
      rest = spelt(parts.slice(n).join(' ')),
      told = app.t(key, { ...pieces(app, value), rest });
    if (told !== key && (rest || !app.t(key).includes('{rest}'))) return told;
  }
  const words = spelt(code),
    text = words[0].toUpperCase() + words.slice(1) + (isEmpty(value) ? '' : ': ' + value);
  return /[.!?。]$/.test(text) ? text : text + '.';
}

/** Reasons of one matter: those whose code begins with one of these words. */
export function reasonsAbout(app, indexes, ...families) {
  return (indexes || []).filter(index => families.includes(app.model.reasons[index][0].split(/[.:]/)[0]));
}

/** Confidence in words. */
export function sure(app, confidence) {
  return app.t(confidence >= 0.85 ? 'sure.high' : confidence >= 0.6 ? 'sure.fair' : 'sure.low');
}
