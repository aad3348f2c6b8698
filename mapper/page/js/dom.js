/* Small tools for building the page. Text reaches it through text nodes only. */
const SVG_NS = 'http://www.w3.org/2000/svg';

function furnish(node, attributes, kids) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const kid of kids.flat(4))
    if (kid != null && kid !== false) node.append(kid.nodeType ? kid : document.createTextNode(String(kid)));
  return node;
}

/** An HTML element. Attributes that begin with "on" are listeners. */
export function h(tag, attributes, ...kids) {
  return furnish(document.createElement(tag), attributes, kids);
}

/** An SVG element. */
export function s(tag, attributes, ...kids) {
  return furnish(document.createElementNS(SVG_NS, tag), attributes, kids);
}

/** Replace what an element holds. */
export function fill(node, ...kids) {
  node.replaceChildren();
  return furnish(node, null, kids);
}

/** Only web addresses become links. */
export function safeHref(address) {
  return /^https?:\/\//i.test(address || '') ? address : null;
}

export const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
