// Gives each iframe of this host the height that it tells. Only the frame itself is believed, and only a plausible height.
const here = new URL("../embed/", import.meta.url).href;
addEventListener("message", ({ source, data }) => {
  const told = data?.["datawrapper-height"];
  const height = told && typeof told === "object" ? Number(Object.values(told)[0]) : NaN;
  if (!(height >= 100 && height <= 20000)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source && frame.src.startsWith(here)) frame.height = String(Math.ceil(height));
  }
});
