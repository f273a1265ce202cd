// Lets a web editor choose, see and copy. The lines of the whole map stand in the page already; what is chosen is kept
// in the page's address.
import "../dist/iframe.js";

const kit = JSON.parse(document.querySelector("[data-kit]").dataset.kit);
// Each part: what it is called here, what its link says, which fields it takes, and its page.
const parts = {
  landkaart: ["De kaart", "Landkaart van de Gelijke Kansen Alliantie", ["thema", "gemeente"], ({ thema }) => thema && `thema/${thema}/`],
  interventies: ["De lijst van interventies", "Interventies van de Gelijke Kansen Alliantie", ["thema", "gemeente"], ({ thema }) => thema ? `thema/${thema}/` : "interventie/"],
  indicator: ["Een cijfer", "Cijfers van de Gelijke Kansen Alliantie", ["indicator", "gemeente"], ({ indicator }) => `indicator/${indicator}/`],
  gemeente: ["Het profiel van een gemeente", "Een gemeente in de Gelijke Kansen Alliantie", ["gemeente"], () => "gemeente/"],
  tijdlijn: ["De tijdlijn", "Tijdlijn van de Gelijke Kansen Alliantie", [], () => "tijdlijn/"],
  voortgang: ["De alliantie in het kort", "De Gelijke Kansen Alliantie in het kort", [], () => "kerncijfers/"],
};
const label = (chosen) => parts[chosen.onderdeel][1];
const takes = (chosen, name) => !["thema", "indicator", "gemeente"].includes(name) || parts[chosen.onderdeel][2].includes(name);
const fields = [
  ["onderdeel", "Onderdeel", Object.entries(parts).map(([name, [text]]) => [name, text])],
  ["thema", "Thema", [["", "Alle thema’s"], ...kit.themas]],
  ["indicator", "Cijfer", kit.indicatoren],
  ["gemeente", "Gemeente", [["", "Geen gemeente gekozen"], ...kit.gemeenten]],
  ["uiterlijk", "Uiterlijk", [["", "Zoals de pagina eromheen"], ["light", "Licht"], ["dark", "Donker"]]],
  ["taal", "Taal", [["", "Nederlands"], ["en", "Engels"], ["fy", "Fries"]]],
  ["adres", "Adres", [["", "Altijd de nieuwste uitgave"], ["vast", "Deze uitgave, die nooit verandert"]]],
];

const asked = new URLSearchParams(location.search);
const selects = Object.fromEntries(fields.map(([name, , options]) => {
  const select = Object.assign(document.createElement("select"), { name });
  select.append(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === asked.get(name))) select.value = asked.get(name);
  return [name, select];
}));
document.querySelector(".choose").replaceChildren(...fields.map(([name, text]) => {
  const field = document.createElement("label");
  field.append(text, selects[name]);
  return field;
}));

// A value is written into HTML and into an address: every one is an id, a code or a name from the lists above.
const block = (id) => document.getElementById(id).firstElementChild;
const root = (chosen) => kit.base + (chosen.adres ? `v/${kit.name}/` : "");

// What the part of the page is about.
const attributes = (chosen) =>
  Object.entries({ thema: chosen.thema, indicator: chosen.indicator, gemeente: chosen.gemeente, lang: chosen.taal })
    .filter(([name, value]) => value && takes(chosen, name));

// The page of the report that shows the same.
const page = (chosen) => parts[chosen.onderdeel][3](chosen);

// What is prerendered of a part: a map of its thema, and what of the rest has no second thing to be about.
const fragment = (chosen) => {
  const name = parts[chosen.onderdeel][2][0];
  const more = attributes(chosen).some(([key]) => key !== name && key !== "lang");
  if (more && chosen.onderdeel !== "landkaart") return "";
  return [chosen.onderdeel, chosen.taal || "nl", name && chosen[name]].filter(Boolean).join("-");
};

const element = (chosen) => {
  const [module, index] = chosen.adres
    ? [` integrity="${kit.loader}" crossorigin="anonymous"`, ` integrity="${kit.index}"`]
    : ["", ""];
  const said = attributes(chosen).map(([name, value]) => ` ${name}="${value}"`).join("");
  // What is there before its wasm, unless every byte has to have its sum.
  const seen = fragment(chosen);
  const ahead = seen && !chosen.adres ? `\n${kit.ahead.replace(kit.fragment, seen)}` : "";
  return `<script type="module" src="${root(chosen)}dist/gka.js"${module}></script>
<gka-${chosen.onderdeel} src="${root(chosen)}exports/index.json"${index}${said}>
  <a href="${kit.base}${page(chosen)}">${label(chosen)}</a>
</gka-${chosen.onderdeel}>${ahead}`;
};

// The path of the page for a frame. That of a map of one thema is drawn beforehand.
const frame = (chosen) => {
  const drawn = chosen.onderdeel === "landkaart" && chosen.thema;
  const said = attributes(chosen).filter(([name]) => !(drawn && name === "thema"));
  if (chosen.uiterlijk) said.push(["uiterlijk", chosen.uiterlijk]);
  const query = new URLSearchParams(said).toString();
  return `embed/${drawn ? `thema/${chosen.thema}` : chosen.onderdeel}/${query && "?"}${query}`;
};

const iframe = (chosen) => `<iframe src="${root(chosen)}${frame(chosen).replaceAll("&", "&amp;")}" title="${label(chosen)}" width="100%" height="${kit.height}" loading="lazy"></iframe>
<p><a href="${kit.base}${page(chosen)}">${label(chosen)}</a></p>
<script type="module" src="${root(chosen)}dist/iframe.js"></script>`;

const image = (chosen) => {
  const link = `<a href="${kit.base}${page(chosen)}">`;
  if (chosen.onderdeel !== "landkaart") return `${link}${label(chosen)}</a>`;
  const folder = chosen.thema ? `thema/${chosen.thema}` : "landkaart";
  return `${link}<img src="${root(chosen)}embed/${folder}/kaart.svg" width="520" height="600" alt="${kit.captions[chosen.thema]}"></a>`;
};

const preview = document.querySelector("iframe");
const show = () => {
  const chosen = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.value]));
  for (const [name, select] of Object.entries(selects)) select.parentElement.hidden = !takes(chosen, name);
  block("element").textContent = element(chosen);
  block("iframe").textContent = iframe(chosen);
  block("image").textContent = image(chosen);
  block("look-css").textContent = `gka-${chosen.onderdeel} { color-scheme: ${chosen.uiterlijk}; }`;
  document.getElementById("look").hidden = !chosen.uiterlijk;
  return chosen;
};
const choose = () => {
  const chosen = show();
  const kept = new URLSearchParams(Object.entries(chosen).filter(([name, value]) => value && !selects[name].parentElement.hidden));
  kept.delete("onderdeel", "landkaart");
  const query = kept.toString();
  history.replaceState(null, "", `${location.pathname}${query && "?"}${query}`);
  // A frame that still waits to be near would load what it had first.
  preview.loading = "eager";
  preview.src = `../${frame(chosen)}`;
};
for (const select of Object.values(selects)) select.addEventListener("change", choose);
show();
if (location.search) choose();

for (const lines of document.querySelectorAll("pre")) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Kopieer" });
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(lines.textContent).then(() => true, () => false);
    if (!done) getSelection().selectAllChildren(lines);
    button.textContent = done ? "Gekopieerd" : "Geselecteerd: druk op Ctrl+C";
  });
  lines.nextElementSibling.append(button);
}
