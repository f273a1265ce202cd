// What only a living widget needs: bound into every glue, so that the loader stays small.

// A pasted fragment has to move into the shadow root. Where nodes cannot move with the focus on them (no moveBefore:
// WebKit), the reader leaves it first.
export async function left(host) {
  while (!host.moveBefore && host.querySelector(":focus")) {
    await new Promise((gone) => host.addEventListener("focusout", () => setTimeout(gone), { once: true }));
  }
}

// Every event that the views know.
export function listen(root, hear) {
  for (const type of ["click", "change", "input", "keydown", "focusin", "focusout", "pointerdown", "pointermove", "pointerup", "pointercancel", "pointerout"])
    root.addEventListener(type, hear);
}

// Writes the state into the page's address, in the query or in the fragment, behind what others keep there.
export function keep(where, others, state) {
  const { pathname, search, hash } = location;
  // A fragment that is no list of parameters is somebody's place in the page, or their router's.
  if (where === "fragment" && others.some((part) => !part.includes("="))) return;
  const text = [...others, ...encodeURI(state).split("&").filter(Boolean)].join("&");
  const url = where === "fragment"
    ? `${pathname}${search}${text && "#"}${text}`
    : `${pathname}${text && "?"}${text}${hash}`;
  if (url !== pathname + search + hash) history.replaceState(history.state, "", url);
}
