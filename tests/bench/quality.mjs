// What became of a coverage, measured on the result alone and in the same way for whatever tool made it.

/** The rings of a GeoJSON or TopoJSON in metres, by feature: `{features: [[ring]], parts}`. */
export function rings(document) {
    const features = document.type === 'Topology' ? ofTopology(document) : document.features.map(({ geometry }) => geometry);
    let parts = 0;
    const lists = features.map((geometry) => {
        if (!geometry) return [];
        const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
        const drawn = polygons.filter((polygon) => polygon.length && polygon[0].length >= 4);
        parts += drawn.length;
        return drawn.flat();
    });
    return { features: lists, parts };
}

function arcsOf({ transform, arcs }) {
    if (!transform) return arcs;
    const { scale, translate } = transform;
    return arcs.map((arc) => {
        let [x, y] = [0, 0];
        return arc.map(([dx, dy]) => {
            [x, y] = [x + dx, y + dy];
            return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
        });
    });
}

function ofTopology(topology) {
    const arcs = arcsOf(topology);
    const ring = (walks) => walks.flatMap((walk, nth) => {
        const arc = walk < 0 ? arcs[~walk].toReversed() : arcs[walk];
        return nth ? arc.slice(1) : arc;
    });
    const [object] = Object.values(topology.objects);
    return object.geometries.map(({ type, arcs: walks }) => {
        if (type === 'Polygon') return { type, coordinates: walks.map(ring) };
        if (type === 'MultiPolygon') return { type, coordinates: walks.map((polygon) => polygon.map(ring)) };
        return null;
    });
}

/** Segments by square cell, so that the nearest and the crossing are found among few. */
class Grid {
    constructor(segments, size) {
        this.size = size;
        this.cells = new Map();
        segments.forEach((segment, name) => {
            for (const key of this.keys(segment)) {
                if (!this.cells.has(key)) this.cells.set(key, []);
                this.cells.get(key).push(name);
            }
        });
    }

    * keys([[ax, ay], [bx, by]]) {
        const cell = (value) => Math.floor(value / this.size);
        for (let x = cell(Math.min(ax, bx)); x <= cell(Math.max(ax, bx)); x++) {
            for (let y = cell(Math.min(ay, by)); y <= cell(Math.max(ay, by)); y++) yield x * 65536 + y;
        }
    }
}

const side = ([ax, ay], [bx, by], [px, py]) => Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
const cross = ([a, b], [c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

function distance([[ax, ay], [bx, by]], [px, py]) {
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

function crossings(segments) {
    const grid = new Grid(segments, 1000);
    const found = new Set();
    for (const names of grid.cells.values()) {
        names.forEach((one, nth) => {
            for (const two of names.slice(nth + 1)) {
                if (cross(segments[one], segments[two])) found.add(Math.min(one, two) * segments.length + Math.max(one, two));
            }
        });
    }
    return found.size;
}

function deviation(source, segments) {
    const grid = new Grid(segments, 1000);
    const distances = source.features.flat(2).map((point) => {
        for (let reach = 1000; reach < 64_000; reach *= 4) {
            const [x, y] = point;
            let nearest = Infinity;
            for (const key of grid.keys([[x - reach, y - reach], [x + reach, y + reach]])) {
                for (const name of grid.cells.get(key) ?? []) nearest = Math.min(nearest, distance(segments[name], point));
            }
            if (nearest <= reach) return nearest;
        }
        return Infinity;
    });
    const sorted = Float64Array.from(distances).sort();
    return { p95: sorted[Math.floor(sorted.length * 0.95)], max: sorted.at(-1) };
}

const STEP = 100;

/** Per line from west to east: where cover begins and ends, by feature. */
function scanned(features) {
    const lines = new Map();
    for (const list of features) {
        const own = new Map();
        for (const ring of list) {
            for (let nth = 1; nth < ring.length; nth++) {
                const [[ax, ay], [bx, by]] = [ring[nth - 1], ring[nth]];
                if (ay === by) continue;
                // Half a step and a bit aside, so that no vertex on whole metres is hit.
                const first = Math.ceil((Math.min(ay, by) - 0.4142) / STEP);
                for (let line = first; line * STEP + 0.4142 < Math.max(ay, by); line++) {
                    const x = ax + ((line * STEP + 0.4142 - ay) / (by - ay)) * (bx - ax);
                    if (!own.has(line)) own.set(line, []);
                    own.get(line).push(x);
                }
            }
        }
        for (const [line, xs] of own) {
            if (!lines.has(line)) lines.set(line, []);
            xs.sort((a, b) => a - b).forEach((x, nth) => lines.get(line).push([x, nth % 2 ? -1 : 1]));
        }
    }
    for (const events of lines.values()) events.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return lines;
}

/** Stretches `[from, to, cover]` along a line. */
function stretches(events = []) {
    let cover = 0;
    return events.map(([x, by], nth) => [x, events[nth + 1]?.[0] ?? x, (cover += by)]);
}

/** Hectares that two claim, and that nobody does though somebody did: inside the map, not along its coast. */
function ground(source, result) {
    const [before, after] = [scanned(source.features), scanned(result.features)];
    let [overlap, gap] = [0, 0];
    for (const [line, events] of after) {
        const known = stretches(before.get(line)).filter(([, , cover]) => cover > 0);
        for (const [from, to, cover] of stretches(events)) {
            if (cover > 1) overlap += to - from;
            if (cover > 0 || to - from < 1e-6) continue;
            const covered = known.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, to) - Math.max(a, from)), 0);
            if (covered > 0.9 * (to - from)) gap += to - from;
        }
    }
    return { overlap: (overlap * STEP) / 1e4, gap: (gap * STEP) / 1e4 };
}

/** All of it, for a TopoJSON made of the source. */
export function measure(source, topology) {
    const result = rings(topology);
    const arcs = arcsOf(topology);
    const segments = arcs.flatMap((arc) => arc.slice(1).map((point, nth) => [arc[nth], point]));
    const { p95, max } = deviation(source, segments);
    const { overlap, gap } = ground(source, result);
    return {
        points: arcs.reduce((sum, arc) => sum + arc.length, 0),
        parts: result.parts,
        'dev p95 m': Math.round(p95),
        'dev max m': Math.round(max),
        crossings: crossings(segments),
        'overlap ha': Math.round(overlap),
        'gap ha': Math.round(gap),
    };
}
