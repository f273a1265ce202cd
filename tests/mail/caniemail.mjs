// What Gmail, Outlook and Apple Mail do not know of a block: node caniemail.mjs FILE. A line for each program.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { caniemail } = await import(createRequire(import.meta.url).resolve("caniemail"));
const clients = ["gmail.*", "outlook.*", "apple-mail.*"];
const { issues } = caniemail({ clients, html: readFileSync(process.argv[2], "utf8") });
for (const [client, found] of [...issues.errors].sort()) {
  console.log(`${client}: ${[...new Set(found.map(({ title }) => title))].sort().join(", ")}`);
}
