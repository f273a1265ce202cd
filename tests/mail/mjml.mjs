// A newsletter block compiled as its maker would: node mjml.mjs FILE. A line for each fault; else what a reader reads.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const mjml = (await import(createRequire(import.meta.url).resolve("mjml"))).default;
const { html, errors } = await mjml(readFileSync(process.argv[2], "utf8"), { validationLevel: "soft" });
for (const { formattedMessage } of errors) console.log(`fault: ${formattedMessage}`);
console.log(html);
