// No framework: the elements are made, moved and taken away by hand.
const made = new Map();
window.show = (widgets) => {
  for (const [key, element] of made) if (!widgets.some((widget) => widget.key === key)) { element.remove(); made.delete(key); }
  for (const { key, tag, attributes } of widgets) {
    const element = made.get(key) ?? document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    if (!made.has(key)) element.addEventListener("gka-load", () => window.heard.push(key));
    made.set(key, element);
  }
  widgets.forEach(({ key }, place) => {
    const [root, element] = [document.getElementById("app"), made.get(key)];
    if (root.children[place] !== element) root.insertBefore(element, root.children[place] ?? null);
  });
};
