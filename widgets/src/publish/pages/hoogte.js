// What the address asks of language and look: the page is the frame's own.
const { lang, uiterlijk } = Object.fromEntries(new URLSearchParams(location.search));
if (["en", "fy"].includes(lang)) document.querySelector("[data-gka-release]")?.parentElement.setAttribute("lang", lang);
if (["light", "dark"].includes(uiterlijk)) document.documentElement.style.colorScheme = uiterlijk;

// Tells the page around this one how high it is, in the words of those who may listen: Datawrapper, AMP, Medium and
// Flourish, pym.js and WordPress. Nothing secret is in it, so it may go to any origin.
const id = location.pathname.replace(/^.*\/embed\//, "").replace(/\/$/, "");
const child = new URLSearchParams(location.search).get("childId") ?? "";
const secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret");
let told = 0;

const tell = (again) => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told && !again) return;
  told = height;
  const post = (message) => parent.postMessage(message, "*");
  post({ "datawrapper-height": { [id]: height } });
  post({ sentinel: "amp", type: "embed-size", height });
  post(JSON.stringify({ sender: "gka", src: location.href, context: "iframe.resize", method: "resize", height }));
  post(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
  if (secret) post({ message: "height", value: height, secret });
};

if (parent !== window) {
  new ResizeObserver(() => tell(false)).observe(document.documentElement);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.message === "ready") tell(true);
  });
  tell(true);
}
