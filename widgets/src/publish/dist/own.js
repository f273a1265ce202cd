// What stands in the glue in the place of wasm-bindgen's own.

// The loader always hands over what it fetches, once.
export default async function start(coming) {
  if (wasm) return wasm;
  const imports = { i: __wbg_imports };
  const answer = await coming;
  if (!answer.ok) throw new Error(`${answer.url}: expected status 200, found ${answer.status}`);
  // A server that does not know the type of wasm costs only the compiling while it loads.
  const known = answer.headers.get("content-type") === "application/wasm";
  const { instance } = known
    ? await WebAssembly.instantiateStreaming(answer, imports)
    : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  __wbg_finalize_init(instance);
  return wasm;
}

// Only a panic's message asks for it, and no browser shows that.
function debugString(value) {
  return typeof value;
}
