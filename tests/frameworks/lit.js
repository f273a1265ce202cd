// Lit 3: the widgets stand in the shadow root of an element of the host, which binds attributes.
import { LitElement } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import { html, unsafeStatic } from "lit/static-html.js";

class Host extends LitElement {
  static properties = { widgets: { attribute: false } };
  constructor() {
    super();
    this.widgets = [];
  }
  render() {
    return repeat(this.widgets, ({ key }) => key, ({ key, tag, attributes: { src, loading, thema, sector, gemeente, indicator, jaar } }) => html`<${unsafeStatic(tag)}
      src=${src} loading=${loading} thema=${ifDefined(thema)} sector=${ifDefined(sector)} gemeente=${ifDefined(gemeente)}
      indicator=${ifDefined(indicator)} jaar=${ifDefined(jaar)} @gka-load=${() => window.heard.push(key)}></${unsafeStatic(tag)}>`);
  }
}
customElements.define("lit-host", Host);
const host = document.getElementById("app").appendChild(document.createElement("lit-host"));
window.place = () => host.renderRoot;
window.show = (widgets) => { host.widgets = widgets; return host.updateComplete; };
