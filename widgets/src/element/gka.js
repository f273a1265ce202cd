// The loader: the one address a page names. The hashed names of its own release are filled in by `gka dist`.
import init from './__GLUE__';

export const css = new URL('./__CSS__', import.meta.url);
export const ready = init({ module_or_path: new URL('./__WASM__', import.meta.url) });
