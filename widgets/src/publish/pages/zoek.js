// Filters the list of the page as the reader types: all words, in any order, without accents.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’'-]/g, " ");
const status = document.querySelector("[role=status]");
const all = status.textContent;
const items = [...document.querySelectorAll(".group li")].map((node) => ({ node, text: fold(node.textContent) }));
const groups = [...document.querySelectorAll(".group")];

const label = document.createElement("label");
const input = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off", spellcheck: false });
label.append("Waar zoekt u naar?", input);
document.querySelector(".search").replaceChildren(label);

input.addEventListener("input", () => {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { node, text } of items) {
    node.hidden = !words.every((word) => text.includes(word));
    found += !node.hidden;
  }
  for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
  status.textContent = words.length === 0 ? all : found === 0 ? "Niets gevonden. Probeer een ander woord." : `${found} gevonden`;
});
