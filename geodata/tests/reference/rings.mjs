// The rings of every area of a TopoJSON, as topojson-client makes them: [[code, [ring, ...]], ...] on standard output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, file, object] = process.argv.slice(2);
const { feature } = createRequire(modules)("topojson-client");
const topology = JSON.parse(readFileSync(file, "utf8"));
const areas = feature(topology, topology.objects[object]).features.map(({ id, geometry }) => {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return [id, polygons.flat()];
});
process.stdout.write(JSON.stringify(areas));
