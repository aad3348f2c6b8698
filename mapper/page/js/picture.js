/* The map as a picture: what is on the screen as one SVG, then as PNG; view, disclaimer and credits below. */
import { h, s } from './dom.js';

const FOOT = 40;
const HEAD = 44;
const SCALE = 2;
const TEXT_OF = 'b, span, i, .more, .caps, .what, .chip';

/** A style as it was written: rules that are read back lose shorthands with variables in them. */
function sheetText(sheet) {
  const owner = sheet.ownerNode,
    [, packed] = (owner && owner.href && /^data:text\/css;base64,(.*)$/.exec(owner.href)) || [];
  if (packed) return new TextDecoder().decode(Uint8Array.from(atob(packed), letter => letter.charCodeAt(0)));
  if (owner && owner.tagName === 'STYLE') return owner.textContent;
  return [...sheet.cssRules].map(rule => rule.cssText).join('\n');
}

/** The page's style, wherever it stands: in the document or in a shadow root. */
function styleText(app) {
  const place = app.root.getRootNode();
  return [...place.styleSheets, ...(place.adoptedStyleSheets || [])].map(sheetText).join('\n');
}

/** A canvas over the map as an image of the same size and place. */
function canvasImage(app, canvas) {
  const box = app.rectOf(canvas);
  return s('image', { href: canvas.toDataURL(), x: box.x0, y: box.y0, width: box.x1 - box.x0, height: box.y1 - box.y0 });
}

function textNode(app, element) {
  const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).join('').trim();
  if (!own) return null;
  const range = document.createRange(),
    style = getComputedStyle(element),
    first = [...element.childNodes].find(node => node.nodeType === 3 && node.textContent.trim());
  range.selectNodeContents(first);
  const rects = [...range.getClientRects()],
    origin = app.map.getContainer().getBoundingClientRect();
  if (!rects.length) return null;
  const box = rects[0],
    size = parseFloat(style.fontSize),
    transform = style.textTransform === 'uppercase' ? own.toUpperCase() : own;
  return s('text', {
    x: box.left - origin.left, y: box.top - origin.top + (box.height + size * 0.7) / 2,
    style: `font:${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily};fill:${style.color};letter-spacing:${style.letterSpacing};paint-order:stroke;stroke:var(--halo);stroke-width:3px`
  }, transform);
}

function boxNode(app, element) {
  const box = app.rectOf(element),
    style = getComputedStyle(element);
  return s('rect', {
    x: box.x0, y: box.y0, width: box.x1 - box.x0, height: box.y1 - box.y0, rx: 3, fill: style.backgroundColor, stroke: style.borderTopColor,
    'stroke-dasharray': style.borderTopStyle === 'dashed' ? '3 2.5' : null
  });
}

function glyphNode(app, glyph) {
  const box = app.rectOf(glyph),
    copy = glyph.cloneNode(true);
  copy.setAttribute('x', box.x0);
  copy.setAttribute('y', box.y0);
  return copy;
}

/** The map and what lies over it as SVG elements, in the order in which they lie. */
function drawn(app) {
  const { parts, map } = app,
    inside = [parts.signs, parts.tray].filter(node => !node.hidden),
    find = selector => inside.flatMap(node => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]),
    visible = node => node.getClientRects().length > 0;
  return [
    ...[...map.getContainer().querySelectorAll('.leaflet-pane canvas')].map(canvas => canvasImage(app, canvas)),
    ...[...app.layers.over.childNodes].map(node => node.cloneNode(true)),
    ...[...parts.signs.querySelectorAll('canvas')].map(canvas => canvasImage(app, canvas)),
    ...find('.plate, .tray').filter(visible).map(node => boxNode(app, node)),
    ...[...app.layers.hops.childNodes].map(node => node.cloneNode(true)),
    ...find('svg.glyph, .badge svg, .plate.edge > svg').filter(visible).map(node => glyphNode(app, node)),
    ...find(TEXT_OF).filter(visible).map(node => textNode(app, node))
  ].filter(Boolean);
}

/** The whole picture as one SVG element. */
export function pictureOf(app) {
  const { x: width, y: height } = app.map.getSize(),
    [view, credit] = [...app.parts.foot.children].map(node => node.textContent),
    line = (y, text, type) => s('text', { x: 8, y, class: type }, text);
  const clip = app.uid + 'clip';
  return s('svg', {
    xmlns: 'http://www.w3.org/2000/svg', class: 'event-map', 'data-theme': app.root.dataset.theme, width, height: height + HEAD + FOOT,
    viewBox: `0 ${-HEAD} ${width} ${height + HEAD + FOOT}`, lang: app.language
  },
    s('style', {}, styleText(app)), app.root.querySelector('.defs defs').cloneNode(true), s('clipPath', { id: clip }, s('rect', { width, height })),
    s('rect', { y: -HEAD, width, height: height + HEAD + FOOT, style: 'fill:var(--paper)' }),
    s('text', { x: 8, y: -16, style: 'font:var(--t-title);fill:var(--ink)' }, app.model.title || app.t('page.name')),
    s('g', { 'clip-path': `url(#${clip})` }, drawn(app)),
    line(height + 16, view, 'picture-line'), line(height + 32, credit, 'picture-line'));
}

/** The picture as PNG, twice as fine as the screen. */
export async function pngOf(app) {
  const svg = pictureOf(app),
    bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(svg)),
    image = new Image();
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  image.src = 'data:image/svg+xml;base64,' + btoa(binary);
  await image.decode();
  const canvas = h('canvas', { width: svg.getAttribute('width') * SCALE, height: svg.getAttribute('height') * SCALE });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}

/** Hand the picture to the reader as a file. */
export async function savePicture(app) {
  const address = URL.createObjectURL(await pngOf(app)),
    link = h('a', { href: address, download: 'event-map.png' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  app.announce(app.t('picture.saved'));
}
