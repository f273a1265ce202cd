// Vue 3: what is a property of the element is set as such.
import { createApp, h, nextTick, shallowRef } from "vue";

const widgets = shallowRef([]);
createApp({
  render: () => widgets.value.map(({ key, tag, attributes }) =>
    h(tag, { key, ...attributes, "onGka-load": () => window.heard.push(key) })),
}).mount("#app");
window.show = (list) => { widgets.value = list; return nextTick(); };
