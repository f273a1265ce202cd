// Svelte 5: what is a property of the element is set as such.
import { flushSync, mount } from "svelte";
import Widgets from "./Widgets.svelte";

const { show } = mount(Widgets, { target: document.getElementById("app") });
window.show = (widgets) => { show(widgets); flushSync(); };
