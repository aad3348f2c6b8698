/* The keyboard. */
import { clamp } from './dom.js';
import { visibleEvents } from './state.js';
import { moveStep, startSteps, stopSteps } from './steps.js';

export function onKey(app, press) {
  if (press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented || app.parts.help.open) return;
  const target = press.composedPath ? press.composedPath()[0] : press.target,
    inField = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'checkbox' && target.type !== 'radio';
  if (press.key === 'Escape') escape(app, inField ? target : null);
  else if (!inField) shortcut(app, press, target);
}

function escape(app, field) {
  const { state } = app;
  if (field && field.type === 'search') {
    field.value = '';
    app.find('');
    field.blur();
  } else if (state.step >= 0) stopSteps(app);
  else if (state.panel || state.selected) app.closePanel();
}

function go(app, press, by) {
  press.preventDefault();
  if (app.state.step >= 0) return moveStep(app, by);
  const shown = visibleEvents(app),
    at = shown.indexOf(app.state.selected);
  if (!shown.length) return;
  app.select(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : clamp(at + by, 0, shown.length - 1)], 'list');
}

function shortcut(app, press, target) {
  const { key } = press,
    inList = target.closest('.row, .list'),
    elsewhere = target === app.map.getContainer() || target.closest('.handle, .bead'),
    stepping = app.state.step >= 0 && !elsewhere;
  if (key === 'ArrowDown' && inList) return go(app, press, 1);
  if (key === 'ArrowUp' && inList) return go(app, press, -1);
  if (key === 'ArrowRight' && stepping) return go(app, press, 1);
  if (key === 'ArrowLeft' && stepping) return go(app, press, -1);
  if (!app.shortcuts) return;
  const acts = {
    j: () => go(app, press, 1), k: () => go(app, press, -1), f: () => app.showAll(), t: () => app.toggleTheme(), '?': () => app.openHelp(),
    s: () => (app.state.step >= 0 ? stopSteps(app) : startSteps(app, Math.max(0, visibleEvents(app).indexOf(app.state.selected)))),
    d: () => app.model.disputes.length && app.openDispute(app.model.disputes[0]),
    '/': () => {
      press.preventDefault();
      app.parts.find.focus();
    }
  };
  if (Object.hasOwn(acts, key)) acts[key]();
}
