// Validates every document of a release by its published schema, and every mutation of it that must be refused.
//
//   node validate.mjs EXPORTS      prints one JSON object: { valid, refused, wrong: [...] }
//
// A mutation changes one field of one record: another type, another name, or nothing where something is asked for.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../package.json", import.meta.url));
const Ajv = require("ajv/dist/2020.js").default;

const dir = process.argv[2];
const read = (path) => JSON.parse(readFileSync(join(dir, path), "utf8"));
const index = read("index.json");
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: false });
const result = { valid: 0, refused: 0, wrong: [] };

const documents = [["index", "index.json"]];
for (const [name, { pad }] of Object.entries(index.documenten)) {
    // Other standards describe the first three; the figures and the list of maps have no schema yet.
    const without = ["landkaart", "datapakket", "catalogus", "indicatoren", "vergelijkingsgroepen", "jaargangen"];
    if (!without.includes(name)) documents.push([name, pad]);
}
const delen = read(index.documenten.delen.pad);
for (const { pad } of delen.themas) documents.push(["deel-thema", pad]);
for (const { pad } of delen.gemeenten) documents.push(["deel-gemeente", pad]);

const validators = new Map();
for (const [name, pad] of documents) {
    if (!validators.has(name)) validators.set(name, ajv.compile(read(`schema/${index.schemaVersie}/${name}.schema.json`)));
    const valid = validators.get(name);
    const document = read(pad);
    if (valid(document)) result.valid += 1;
    else result.wrong.push(`${pad}: ${ajv.errorsText(valid.errors)}`);
    if (name.startsWith("deel-") && pad !== delen.themas[0].pad && pad !== delen.gemeenten[0].pad) continue;
    for (const [path, mutated] of mutations(document)) {
        if (valid(mutated)) result.wrong.push(`${pad}: ${path} is accepted`);
        else result.refused += 1;
    }
}
console.log(JSON.stringify(result));

// Of the whole, and of the first record of each list, a field at a time, each in four ways.
function* mutations(document) {
    for (const [path, at] of places(document, [])) {
        for (const field of Object.keys(at)) {
            const where = [...path, field].join(".");
            const change = (how) => {
                const copy = structuredClone(document);
                how(path.reduce((inside, step) => inside[step], copy));
                return copy;
            };
            yield [`${where} of another type`, change((one) => { one[field] = otherType(one[field]); })];
            yield [`${where} as null`, change((one) => { one[field] = null; })];
            yield [`${where} misspelt`, change((one) => { one[`${field}x`] = one[field]; delete one[field]; })];
        }
        const copy = structuredClone(document);
        path.reduce((inside, step) => inside[step], copy).onbekendVeld = 1;
        yield [`${path.join(".")} with an unknown field`, copy];
    }
}

// Objects with fields of their own; counts per thema have any name.
function* places(value, path) {
    if (Array.isArray(value)) {
        if (value.length > 0) yield* places(value[0], [...path, 0]);
    } else if (value !== null && typeof value === "object" && path.at(-1) !== "themas") {
        yield [path, value];
        for (const [field, inner] of Object.entries(value)) yield* places(inner, [...path, field]);
    }
}

function otherType(value) {
    if (typeof value === "string") return 7;
    if (Array.isArray(value)) return {};
    return "tekst";
}
