// Bundles the page of each framework, as a site that uses it would, into the folder that is named.
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const pages = ["plain.js", "react.jsx", "vue.js", "svelte.js", "lit.js"];

const svelte = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js, warnings } = compile(await readFile(path, "utf8"), { filename: path, generate: "client", css: "external" });
      return { contents: js.code, warnings: warnings.map(({ message }) => ({ text: message })) };
    });
  },
};

const { warnings } = await build({
  entryPoints: pages.map((page) => join(here, page)),
  outdir: process.argv[2],
  bundle: true,
  format: "esm",
  jsx: "automatic",
  conditions: ["browser", "production"],
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [svelte],
});
if (warnings.length) process.exit(1);
