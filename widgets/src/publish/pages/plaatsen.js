// Lets a web editor choose a thema, and copy. The lines stand in the page already; this only changes a word in them.
const themas = JSON.parse(document.querySelector("[data-themas]").dataset.themas);
const blocks = ["element", "iframe", "image"].map((id) => document.getElementById(id).firstElementChild);
const texts = blocks.map((block) => block.textContent);
const preview = document.querySelector("iframe");

const label = document.createElement("label");
const select = document.createElement("select");
select.append(new Option("Alle thema’s", ""), ...themas.map(([id, naam]) => new Option(naam, id)));
label.append("Thema", select);
document.querySelector(".choose").replaceChildren(label);

const show = () => {
  const id = select.value;
  const folder = id ? `embed/thema/${id}/` : "embed/landkaart/";
  blocks.forEach((block, i) => {
    block.textContent = texts[i].replace("embed/landkaart/", folder).replace('index.json"', id ? `index.json" thema="${id}"` : 'index.json"');
  });
  history.replaceState(null, "", id ? `#${id}` : location.pathname);
};
select.addEventListener("change", () => {
  show();
  preview.src = select.value ? `../embed/thema/${select.value}/` : "../embed/landkaart/";
});
if (themas.some(([id]) => `#${id}` === location.hash)) {
  select.value = location.hash.slice(1);
  show();
  preview.src = `../embed/thema/${select.value}/`;
}

for (const block of document.querySelectorAll("pre")) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Kopieer" });
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(block.textContent).then(() => true, () => false);
    if (!done) getSelection().selectAllChildren(block);
    button.textContent = done ? "Gekopieerd" : "Geselecteerd: druk op Ctrl+C";
  });
  block.nextElementSibling.append(button);
}
