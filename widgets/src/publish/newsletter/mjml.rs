//! The block as MJML 4: the source that a newsletter made in MJML takes in.

use super::{Item, Letter};
use crate::model::surface::escape;

pub fn source(letter: &Letter) -> String {
    let Letter { lang, kicker, title, intro, picture, items, more, colophon, .. } = letter;
    let items: String = items.iter().map(item).collect();
    format!(
        "<mjml lang=\"{lang}\">\n  <mj-head>\n    <mj-title>{title}</mj-title>\n    <mj-preview>{intro}</mj-preview>\n    <mj-attributes>\n\
         \x20     <mj-all font-family=\"Arial, Helvetica, sans-serif\" color=\"#14212b\" />\n\
         \x20     <mj-text font-size=\"16px\" line-height=\"24px\" padding=\"0 24px 12px 24px\" />\n    </mj-attributes>\n  </mj-head>\n\
         \x20 <mj-body width=\"600px\" background-color=\"#ffffff\">\n    <mj-section background-color=\"#ffffff\">\n      <mj-column>\n\
         \x20       <mj-text font-size=\"14px\" font-weight=\"bold\" color=\"#0f5c6e\">{kicker}</mj-text>\n\
         \x20       <mj-text><h2 style=\"margin:0;font-size:26px;line-height:32px\">{title}</h2></mj-text>\n\
         \x20       <mj-text>{intro}</mj-text>\n\
         \x20       <mj-image href=\"{href}\" src=\"{src}\" width=\"{width}px\" alt=\"{alt}\" padding=\"8px 24px\" align=\"left\" />\n{items}\
         \x20       <mj-button href=\"{to}\" background-color=\"#0f5c6e\" color=\"#ffffff\" font-weight=\"bold\" font-size=\"16px\" border-radius=\"0\" align=\"left\">{all}</mj-button>\n\
         \x20       <mj-text font-size=\"14px\" line-height=\"20px\" color=\"#55636d\">{colophon}</mj-text>\n\
         \x20     </mj-column>\n    </mj-section>\n  </mj-body>\n</mjml>\n",
        title = escape(title),
        kicker = escape(kicker),
        intro = escape(intro),
        href = escape(&picture.href),
        src = escape(&picture.src),
        width = picture.width,
        alt = escape(&picture.alt),
        to = escape(&more.href),
        all = escape(&more.words),
        colophon = escape(colophon),
    )
}

fn item(Item { title, summary, places }: &Item) -> String {
    format!(
        "        <mj-text><h3 style=\"margin:0;font-size:18px;line-height:26px\"><a href=\"{}\" style=\"color:#0f5c6e\">{}</a></h3>\
         <p style=\"margin:0\">{}</p><p style=\"margin:0;font-size:14px;color:#55636d\">{}</p></mj-text>\n",
        escape(&title.href),
        escape(&title.words),
        escape(summary),
        escape(places),
    )
}
