/* Shortcuts, language, and a way to turn single-key shortcuts off. */
import { h, fill } from './dom.js';

const ROWS = [['↑ ↓ · J K', 'help.next'], ['Enter', 'help.enter'], ['S', 'help.steps'], ['← →', 'help.arrows'], ['Esc', 'help.esc'], ['/', 'help.find'],
  ['F', 'help.all'], ['D', 'help.dispute'], ['T', 'help.theme'], ['+ −', 'help.zoom'], ['?', 'help.this']];
const LANGUAGE_NAMES = { en: 'English', ko: '한국어', ja: '日本語' };

export function openHelp(app) {
  const { t } = app,
    dialog = app.parts.help,
    { tiles } = app.options;
  const choice = (key, type, more, label) => h('label', { class: 'choice' }, h('input', { type, ...more }), h('span', {}, label || t(key)));
  fill(dialog,
    h('h2', {}, t('help.title')),
    h('dl', { class: 'facts' }, ROWS.map(([keys, key]) => [h('dt', {}, keys), h('dd', {}, t(key))])),
    choice('help.keys', 'checkbox', { checked: app.shortcuts, onchange: change => (app.shortcuts = change.target.checked) }),
    h('fieldset', { class: 'languages' }, h('legend', {}, t('help.language')), Object.keys(TEXTS).map(code =>
      choice(null, 'radio', { name: app.uid + 'lang', value: code, checked: app.language === code, onchange: () => app.setLanguage(code) }, h('span', { lang: code }, LANGUAGE_NAMES[code] || code)))),
    h('p', { class: 'small' }, t('help.colophon') + ' ' + (tiles ? t('help.tiles', { host: tiles.host }) : t('help.offline'))),
    h('form', { method: 'dialog' }, h('button', { class: 'btn', autofocus: true }, t('close'))));
  if (!dialog.open) dialog.showModal();
}
