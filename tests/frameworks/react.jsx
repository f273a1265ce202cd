// React 19: attributes that are properties of the element are set as such, and an event is its name behind `on`.
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";

const root = createRoot(document.getElementById("app"));
const Widget = ({ id, tag: Tag, attributes }) => <Tag {...attributes} ongka-load={() => window.heard.push(id)} />;
window.show = (widgets) => flushSync(() => root.render(widgets.map(({ key, ...rest }) => <Widget key={key} id={key} {...rest} />)));
