// What the map-page benchmark asks of a page: when it is ready, where a place is, what is shown.
// Only for the copy of the start page that `tests/bench/page.sh` makes; the product does not have it.
const host = document.querySelector("gka-landkaart");
const themas = { wonen: "taalbevordering", energie: "extra-onderwijs", mobiliteit: "ouderbetrokkenheid", groen: "professionalisering", zorg: "loopbaanleren", jeugd: "mentoring-en-coaching" };
const inside = (selector) => (host.shadowRoot ?? host).querySelector(selector);
let selected = null;

// RD New from WGS84, the polynomial of Schreutelkamp and Strang van Hees (2001): good to a metre.
function rd(lon, lat) {
  const p = 0.36 * (lat - 52.1551744), l = 0.36 * (lon - 5.38720621);
  const x = [[0, 1, 190094.945], [1, 1, -11832.228], [2, 1, -114.221], [0, 3, -32.391], [1, 0, -0.705], [3, 1, -2.34], [1, 3, -0.608], [0, 2, -0.008], [2, 3, 0.148]];
  const y = [[1, 0, 309056.544], [0, 2, 3638.893], [2, 0, 73.077], [1, 2, -157.984], [3, 0, 59.788], [0, 1, 0.433], [2, 2, -6.439], [1, 1, -0.032], [0, 4, 0.092], [1, 4, -0.054]];
  const sum = (terms) => terms.reduce((s, [i, j, k]) => s + k * p ** i * l ** j, 0);
  return [155000 + sum(x), 463000 + sum(y)];
}

// The drawing starts four cells outside the map's own box; `data-bench` says where that is and how wide a cell is.
const [west, north, cell] = document.getElementById("map").dataset.bench.split(",").map(Number);

host.addEventListener("gka-select", (event) => { selected = event.detail.code; });
const ready = () => {
  window.__bench = {
    ready: true,
    project(lon, lat) {
      const [x, y] = rd(lon, lat), svg = inside("svg"), box = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
      const scale = Math.min(box.width / view.width, box.height / view.height);
      const left = box.left + (box.width - view.width * scale) / 2, top = box.top + (box.height - view.height * scale) / 2;
      return [left + ((x - west) / cell) * scale, top + ((north - y) / cell) * scale];
    },
    tooltip: () => (inside(".tip").hidden ? "" : inside(".tip").textContent),
    selected: () => selected,
    filter(thema) { thema ? host.setAttribute("thema", themas[thema]) : host.removeAttribute("thema"); },
  };
};
inside?.("a[aria-label]") ? ready() : host.addEventListener("gka-load", ready, { once: true });
