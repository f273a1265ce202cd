#!/usr/bin/env bash
# Lighthouse (npm) on a page of each kind, as a phone on a slow line: its four scores, and what holds them below 100.
#
#   cargo run --release &  tests/bench/lighthouse.sh [ADDRESS]
#
# Not a test: the first score depends on what else the computer does.
set -euo pipefail
address=${1:-http://127.0.0.1:8080/}
report=$(mktemp)
trap 'rm -f "$report"' EXIT
for page in "" gemeente/zwolle/ thema/taalbevordering/; do
    CHROME_PATH=${CHROME_PATH:-$(command -v chromium)} npx --yes lighthouse@12 "$address$page" --quiet \
        --chrome-flags="--headless=new --no-sandbox" --output=json --output-path="$report"
    node - "$report" "/$page" <<'END'
const [, , file, page] = process.argv;
const { categories, audits } = JSON.parse(require("fs").readFileSync(file, "utf8"));
console.log(page, Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(", "));
for (const { id, weight } of Object.values(categories).flatMap(({ auditRefs }) => auditRefs)) {
  const { score, displayValue = "" } = audits[id];
  if (weight > 0 && score !== null && score < 1) console.log(`  ${id}: ${score} ${displayValue}`);
}
END
done
