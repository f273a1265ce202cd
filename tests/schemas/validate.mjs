// Validates every document of a release by its published schema, and every mutation of it that must be refused.
//
//   node validate.mjs EXPORTS      prints one JSON object: { valid, refused, schemas: { name: documents }, wrong: [...] }
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
// Says which schema a document follows that is named there; it asks nothing of the document itself.
ajv.addKeyword({ keyword: "targetSchema", schemaType: "string" });
const result = { valid: 0, refused: 0, schemas: {}, wrong: [] };

const schemas = new Map();
const schema = (name) => {
    if (!schemas.has(name)) schemas.set(name, read(`schema/${index.schemaVersie}/${name}.schema.json`));
    return schemas.get(name);
};
const validators = new Map();
const validator = (name) => {
    if (!validators.has(name)) validators.set(name, ajv.compile(schema(name)));
    return validators.get(name);
};

// From the index to every document that it leads to, each by the schema that `targetSchema` names for it. An
// address there is another standard, which others test (the Data Package, the catalogue).
const mutatedOnce = new Set();
const seen = new Set(["index.json"]);
const ahead = [["index", "index.json"]];
while (ahead.length > 0) {
    const [name, pad] = ahead.shift();
    const document = read(pad);
    const valid = validator(name);
    if (valid(document)) result.valid += 1;
    else result.wrong.push(`${pad}: ${ajv.errorsText(valid.errors)}`);
    result.schemas[name] = (result.schemas[name] ?? 0) + 1;
    for (const [target, reference] of references(document, schema(name), schema(name), null)) {
        if (target === null) result.wrong.push(`${pad}: ${reference} is named without a schema`);
        else if (!target.startsWith("https://") && !seen.has(reference)) {
            seen.add(reference);
            ahead.push([target, reference]);
        }
    }
    // The mutations of one document of a kind tell as much as those of all, but for what only some of them have.
    const kind = `${name} ${shape(document)}`;
    if (mutatedOnce.has(kind)) continue;
    mutatedOnce.add(kind);
    for (const [path, mutated] of mutations(document)) {
        if (valid(mutated)) result.wrong.push(`${pad}: ${path} is accepted`);
        else result.refused += 1;
    }
}
console.log(JSON.stringify(result));

// Every document that is named in a value: an object with a path, a size and a hash.
function* references(value, at, root, target) {
    const own = at?.$ref === undefined ? at : resolve(root, at.$ref);
    const named = at?.targetSchema ?? own?.targetSchema ?? target;
    if (Array.isArray(value)) {
        for (const item of value) yield* references(item, own?.items, root, named);
    } else if (value !== null && typeof value === "object") {
        if ("pad" in value && "bytes" in value && "sha256" in value) yield [named, value.pad];
        for (const [field, inner] of Object.entries(value)) yield* references(inner, own?.properties?.[field], root, named);
    }
}

function resolve(root, pointer) {
    return pointer.slice(2).split("/").reduce((inside, step) => inside[step], root);
}

// Which fields a document has of its own.
function shape(document) {
    return Object.keys(document).sort().join(" ");
}

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
