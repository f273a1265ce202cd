// A larger coverage of the same kind: `node tile.mjs IN.geojson COUNT OUT.geojson`.
//
// RD New has room for one Netherlands, so every copy is drawn at half size, and up to four stand in the box
// side by side. Compare files made here with each other, never with the original: half as large, borders lie
// twice as close.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , input, count, output] = process.argv;
if (!output || !(count >= 1 && count <= 4)) {
    console.error('usage: node tile.mjs IN.geojson COUNT(1 to 4) OUT.geojson');
    process.exit(2);
}
const [WEST, SOUTH, WIDTH, HEIGHT] = [0, 300_000, 290_000, 330_000];
const source = JSON.parse(readFileSync(input, 'utf8'));
const place = (tile) => ([x, y]) => [
    WEST + (x - WEST) / 2 + (tile % 2) * (WIDTH / 2),
    SOUTH + (y - SOUTH) / 2 + Math.floor(tile / 2) * (HEIGHT / 2),
];
const move = (list, to) => (typeof list[0] === 'number' ? to(list) : list.map((item) => move(item, to)));
const features = [];
for (let tile = 0; tile < count; tile++) {
    for (const { properties, geometry } of source.features) {
        features.push(JSON.stringify({
            type: 'Feature',
            properties: { ...properties, code: `${properties.code}-${tile}` },
            geometry: geometry && { type: geometry.type, coordinates: move(geometry.coordinates, place(tile)) },
        }));
    }
}
const head = `{"type":"FeatureCollection","crs":${JSON.stringify(source.crs ?? null)},"features":[\n`;
writeFileSync(output, `${head}${features.join(',\n')}\n]}\n`);
