/* The frame of the page in the document, and the sizes it adapts to. */
import { h, s } from './dom.js';
import { patterns } from './glyphs.js';

let mounted = 0;

/** Build the frame; `app.parts` holds its pieces. */
export function buildSkeleton(app) {
  app.uid = `em${++mounted}-`;
  const { t } = app,
    parts = (app.parts = {}),
    part = (name, tag, attributes, ...kids) => (parts[name] = h(tag, { class: name, ...attributes }, kids));
  const region = app.standalone ? 'main' : 'section';
  part('list', 'div', { tabindex: -1, id: app.uid + 'list' });
  part('mast', 'header');
  part('story', 'section', { 'aria-label': t('region.story') }, parts.mast, parts.list);
  part('map', 'div');
  part('mapbox', 'div', {}, parts.map);
  parts.neat = s('svg', { class: 'neat', 'aria-hidden': 'true', focusable: 'false' });
  part('foot', 'div');
  part('stage', region, { 'aria-label': t('region.map') }, h('h1', { class: 'vh', dir: 'auto' }, t('page.name') + ': ' + app.model.title), parts.neat, parts.mapbox, parts.foot);
  part('key', 'section', { 'aria-label': t('region.key') });
  part('time', 'section', { 'aria-label': t('region.time') });
  part('panel', 'aside', { 'aria-label': t('region.panel'), tabindex: -1, hidden: true });
  part('app', 'div', {}, parts.story, parts.stage, parts.key, parts.time, parts.panel);
  part('live', 'div', { role: 'status', 'aria-live': 'polite' });
  parts.live.classList.add('vh');
  part('printhead', 'div');
  part('printout', 'section', { 'aria-hidden': 'true' });
  part('help', 'dialog', { 'aria-label': t('help.title') });
  const skip = h('a', { class: 'skip', href: '#' + app.uid + 'list', onclick: click => {
    click.preventDefault();
    (parts.list.querySelector('.row') || parts.list).focus();
  } }, t('skip'));
  app.root.replaceChildren(skip, patterns(app), parts.printhead, parts.app, parts.live, parts.printout, parts.help);
}

/** Sizes follow the room the page has, not the window: it may stand in a column of another page. */
export function measure(app) {
  const { clientWidth: width, clientHeight: height } = app.root,
    size = width < 720 ? 'phone' : width < 1140 ? 'medium' : 'wide',
    short = height > 0 && height < 620;
  app.root.dataset.size = size;
  app.root.classList.toggle('short', short && size !== 'phone');
  app.size = { phone: size === 'phone', medium: size !== 'wide', wide: size === 'wide', short, get tiny() {
    return size === 'phone' || app.map.getSize().y < 300;
  } };
}
