/* The ground: sea, waterlines, land and neutral lines on one canvas below everything else. */
const TILE = 256;
const PADDING = 0.3;
const INNER_FROM = 5.5;
const WATERLINES_FROM = 2.6;
const LEAST_STEP = 0.7;
const TOP_LATITUDE = 85.0511;

/** Lines in the plane at zoom 0, with the box of each: [x0, y0, x1, y1] and alternating numbers. */
function toPlane(lines) {
  return lines.map(line => {
    const plane = new Float64Array(line.length),
      box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < line.length; i += 2) {
      const sin = Math.sin((Math.max(-TOP_LATITUDE, Math.min(TOP_LATITUDE, line[i + 1])) * Math.PI) / 180),
        x = (plane[i] = TILE * (0.5 + line[i] / 360)),
        y = (plane[i + 1] = TILE * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)));
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    return { plane, box };
  });
}

/** All lines in view as one path; points closer than a pixel are left out. */
function trace(lines, view, closed) {
  const path = new Path2D(),
    { scale, x0, y0, width, height, margin } = view,
    world = TILE * scale;
  for (let shift = -world; shift <= world; shift += world)
    for (const { plane, box } of lines) {
      if (box[0] * scale + shift - x0 > width + margin || box[2] * scale + shift - x0 < -margin) continue;
      if (box[1] * scale - y0 > height + margin || box[3] * scale - y0 < -margin) continue;
      if ((box[2] - box[0] + box[3] - box[1]) * scale < LEAST_STEP) continue;
      let lastX = plane[0] * scale + shift - x0,
        lastY = plane[1] * scale - y0;
      path.moveTo(lastX, lastY);
      const end = plane.length - 2;
      for (let i = 2; i <= end; i += 2) {
        const x = plane[i] * scale + shift - x0,
          y = plane[i + 1] * scale - y0;
        if (i < end && Math.abs(x - lastX) + Math.abs(y - lastY) < LEAST_STEP) continue;
        path.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
      if (closed) path.closePath();
    }
  return path;
}

function tokens(app) {
  const style = getComputedStyle(app.root);
  return name => style.getPropertyValue('--' + name).trim();
}

function paintGround(app, pen, view, lines) {
  const colour = tokens(app),
    zoom = app.map.getZoom(),
    stroke = (path, width, name, dash = [], cap = 'butt') => {
      pen.lineWidth = width;
      pen.strokeStyle = colour(name);
      pen.setLineDash(dash);
      pen.lineCap = cap;
      pen.stroke(path);
    };
  pen.fillStyle = colour('sea');
  pen.fillRect(0, 0, view.width, view.height);
  pen.lineJoin = 'round';
  const coast = trace(lines.coast, view, false);
  if (zoom >= WATERLINES_FROM) [[17, 'sea-2'], [15, 'sea'], [8.5, 'sea-2'], [6.5, 'sea']].forEach(([width, name]) => stroke(coast, width, name));
  pen.fillStyle = colour('land');
  pen.fill(trace(lines.land, view, true), 'evenodd');
  if (zoom >= INNER_FROM) stroke(trace(lines.inner, view, false), 0.6, 'border', [5, 3]);
  stroke(trace(lines.solid, view, false), 0.9, 'border');
  stroke(trace(lines.dotted, view, false), 1.5, 'border-undetermined', [0.1, 4.5], 'round');
  stroke(coast, 0.9, 'coast');
}

/** Make the ground; returns {paint}. It moves with the map and is to be painted anew where that comes to rest. */
export function drawGround(app) {
  const { map, base } = app,
    pane = map.createPane('ground'),
    canvas = document.createElement('canvas'),
    lines = { land: toPlane(base.land.flat()), coast: toPlane(base.coast), solid: toPlane(base.solid), dotted: toPlane(base.dotted), inner: toPlane(base.inner) };
  pane.style.zIndex = 200;
  pane.append(canvas);
  canvas.setAttribute('aria-hidden', 'true');
  function paint() {
    const size = map.getSize(),
      ratio = window.devicePixelRatio || 1,
      width = Math.ceil(size.x * (1 + 2 * PADDING)),
      height = Math.ceil(size.y * (1 + 2 * PADDING)),
      corner = L.point(-Math.round(size.x * PADDING), -Math.round(size.y * PADDING)),
      origin = map.getPixelBounds().min.add(corner);
    if (!size.x) return;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint(corner));
    const pen = canvas.getContext('2d', { alpha: false });
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintGround(app, pen, { scale: 2 ** map.getZoom(), x0: origin.x, y0: origin.y, width, height, margin: 20 }, lines);
  }
  return { paint };
}
