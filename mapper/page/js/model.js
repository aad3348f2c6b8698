/* The page's data with everything worked out that the views share. */
export const STATUSES = ['happened', 'ongoing', 'planned', 'cancelled', 'claimed'];
export const KINDS = ['caused', 'follow-up', 'during', 'same-series', 'same-people'];
const OPEN_DAYS = 29;
/* shared by all that have none: a page may hold a hundred thousand events */
const NONE = Object.freeze([]);
const AREAS = new Set(['province', 'country', 'region', 'sea']);

/** The page's data from its constant: an object, or base64 of gzipped JSON. */
export async function unpack(data) {
  if (typeof data !== 'string') return data;
  const stream = new Blob([bytesOf(data)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

function bytesOf(data) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(data);
  const binary = atob(data),
    bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

const add = (event, list, link) => (event[list] === NONE ? (event[list] = [link]) : event[list].push(link));

/** The reports of an event: its own, or those that were merged. */
export const reportsOf = event => event.reports || [event];

/** What the views work with: units (an event with all its reports), places, links. */
export function buildModel(page) {
  if (page.version !== 1) throw new Error('version ' + page.version);
  const all = page.events || [],
    places = page.places || [],
    articles = page.articles || [],
    disputes = page.disputes || [],
    leads = leadOf(all.length, page.groups || []);
  const units = all.filter((_, row) => leads[row] === row);
  all.forEach((event, row) => {
    event.row = row;
    event.from = articles[event.article];
  });
  units.forEach((event, i) => settle(event, i, places, disputes));
  for (const group of page.groups || []) {
    const lead = all[group.members[0]];
    lead.reports = group.members.map(row => all[row]);
    lead.claims = group.claims || [];
    lead.sources = new Set(lead.reports.map(report => report.article));
  }
  const links = linksOf(page.links || [], all, leads);
  for (const link of links) {
    add(link.from, 'out', link);
    add(link.to, 'into', link);
  }
  places.forEach((place, i) => {
    place.index = i;
    place.isArea = AREAS.has(place.precision);
    place.claim = place.dispute == null ? null : disputes[place.dispute];
  });
  disputes.forEach((dispute, i) => (dispute.index = i));
  const published = articles.map(article => article.published).filter(day => day != null);
  return {
    page,
    title: page.title || '',
    articles,
    places,
    disputes,
    events: units,
    links,
    reasons: page.reasons || [],
    readings: page.readings || [],
    failures: page.failures || [],
    parties: new Map((page.parties || []).map(party => [party.code, new Map(party.names)])),
    published: published.length ? Math.max(...published) : null,
    quote: (event, mark) => event.from.quotes[mark[0]].slice(mark[1], mark[2])
  };
}

function leadOf(count, groups) {
  const leads = Int32Array.from({ length: count }, (_, row) => row);
  for (const group of groups) for (const row of group.members) leads[row] = group.members[0];
  return leads;
}

function settle(event, i, places, disputes) {
  event.n = i + 1;
  event.key = String(i + 1);
  event.reports = null;
  event.sources = null;
  event.claims = event.out = event.into = NONE;
  event.place = event.where ? places[event.where.place] : null;
  event.relation = event.where ? event.where.relation || 'in' : null;
  event.onMap = !!event.where && event.relation !== 'about';
  event.touches = event.disputes ? event.disputes.map(([row, relation]) => ({ dispute: disputes[row], relation })) : NONE;
  event.doubtful = (event.confidence ?? 0) < 0.6;
  event.confidence = event.confidence ?? 0;
  const { begin = null, end = null } = event.when || {};
  event.last = end ?? begin;
  event.first = begin ?? (end == null ? null : end - OPEN_DAYS);
  event.openLeft = begin == null && end != null;
  event.openRight = event.status === 'ongoing' || (begin != null && end == null);
}

function linksOf(raw, all, leads) {
  const found = new Map();
  for (const link of raw) {
    const from = all[leads[link.source]],
      to = all[leads[link.target]];
    if (from === to) continue;
    const key = (from.row * all.length + to.row) * KINDS.length + KINDS.indexOf(link.kind);
    const same = found.get(key);
    if (same && same.confidence >= (link.confidence ?? 1)) continue;
    found.set(key, { ...link, confidence: link.confidence ?? 1, from, to });
  }
  return [...found.values()].map((link, i) => Object.assign(link, { id: 'k' + i }));
}

/** The disputed places that an event is in, near or about. */
export function disputesOf(event) {
  const own = event.place && event.place.claim ? [event.place.claim] : [];
  return [...new Set([...own, ...event.touches.map(touch => touch.dispute)])];
}
