// How many arcs topojson-server finds in a GeoJSON, and how many of them two rings share.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file] = process.argv.slice(2);
const { topology } = createRequire(modules)("topojson-server");
const { arcs, objects } = topology({ areas: JSON.parse(readFileSync(file, "utf8")) });
const users = new Array(arcs.length).fill(0);
for (const area of objects.areas.geometries) {
  for (const arc of area.arcs.flat(Infinity)) users[arc < 0 ? ~arc : arc] += 1;
}
process.stdout.write(JSON.stringify({ arcs: arcs.length, shared: users.filter((count) => count > 1).length }));
