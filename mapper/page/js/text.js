/* The interface's words, from the catalogue; {name} in a string is filled in. */
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

/** A reason as a sentence; a code the catalogue does not know is written out as words. */
export function reasonText(app, index) {
  const [code, value] = app.model.reasons[index];
  const known = app.t('reason.' + code, { value: value ?? '' });
  if (known !== 'reason.' + code) return known;
  const words = code.replace(/[-_.]/g, ' '),
    text = words[0].toUpperCase() + words.slice(1) + (value == null || value === '' ? '' : ': ' + value);
  return /[.!?。]$/.test(text) ? text : text + '.';
}

/** Confidence in words. */
export function sure(app, confidence) {
  return app.t(confidence >= 0.85 ? 'sure.high' : confidence >= 0.6 ? 'sure.fair' : 'sure.low');
}
