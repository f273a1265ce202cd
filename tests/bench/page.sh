#!/usr/bin/env bash
# A copy of the published start page that the map-page benchmark can measure.
#
#   tests/bench/page.sh SITE OUT     SITE: a folder that `gka publish` wrote; OUT: the page's folder
#
# The page is the product's own, byte for byte, but for a wrapper that names the map, the peers' colours at the
# end of its sheet and one script tag.
set -euo pipefail
site=$1 out=$2 here=$(dirname "$0")
rm -rf "$out" && mkdir -p "$out"
cp -r "$site/dist" "$site/exports" "$site"/site-*.css "$out"
find "$out" -name '*.br' -delete
cp "$here/hook.js" "$out"
cat "$here/bench.css" >>"$(echo "$out"/site-*.css)"
node - "$site" "$out" <<'JS'
const fs = require("node:fs"), [site, out] = process.argv.slice(2);
const topo = JSON.parse(fs.readFileSync(`${site}/exports/${JSON.parse(fs.readFileSync(`${site}/exports/index.json`)).documenten.landkaart.pad}`));
const cell = topo.transform.scale[0], margin = 4 * cell;
const html = fs.readFileSync(`${site}/index.html`, "utf8")
  .replace("<gka-landkaart", `<div id="map" data-bench="${topo.bbox[0] - margin},${topo.bbox[3] + margin},${cell}"><gka-landkaart`)
  .replace("</gka-landkaart>", "</gka-landkaart></div>")
  .replace("</head>", '<script type="module" src="hook.js"></script></head>');
fs.writeFileSync(`${out}/index.html`, html);
JS
