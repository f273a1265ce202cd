// An S3 server on 127.0.0.1 with one bucket: node s3.mjs PORT FOLDER. Says its port when it listens.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";

const S3rver = createRequire(import.meta.url)("s3rver");
const [port, directory] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const settings = { address: "127.0.0.1", silent: true, configureBuckets: [{ name: "landkaart" }] };
console.log((await new S3rver({ ...settings, port: Number(port), directory }).run()).port);
