//! What a site gets that asks, by [oEmbed](https://oembed.com), how to show an address of ours: a frame with a widget.
//!
//! One file for each widget page: a static host cannot answer a question, and the link on a page may name any file. So
//! the answer is the same whatever is chosen in the address, and whatever size is asked for.
//!
//! The link in the quote is for WordPress: its core, which takes nothing but a quote and a frame from a provider it
//! does not know, loads the script that listens to the frame's height only where there is a quote, and shows the quote
//! until it hears one.

use super::folder::File;
use super::preview;
use super::site::{Release, file};
use crate::model::surface::escape;
use serde_json::json;

/// Room for the whole widget in the middle column of most sites, before it tells its height.
pub const RESERVED: u32 = 1240;
const WIDTH: u32 = 640;

/// Where the answer for a widget page is; nothing where the site does not know its own address.
pub fn address(release: &Release, folder: &str) -> Option<String> {
    release.base_url().map(|base| format!("{base}{folder}oembed.json"))
}

/// The answer for the widget page in a folder.
pub fn answer(release: &Release, folder: &str, title: &str) -> Option<File> {
    let base = release.base_url()?;
    let title_in_html = escape(title);
    let html = format!(
        "<blockquote><a href=\"{base}{folder}\">{title_in_html}</a></blockquote>\
         <iframe src=\"{base}{folder}\" title=\"{title_in_html}\" width=\"{WIDTH}\" height=\"{RESERVED}\" frameborder=\"0\" loading=\"lazy\"></iframe>"
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Gelijke Kansen Alliantie",
        "provider_url": base,
        "html": html,
        "width": WIDTH,
        "height": RESERVED,
        "cache_age": 86_400,
    });
    if let Some(preview) = release.previews.of(folder) {
        answer["thumbnail_url"] = release.address(&preview.path).into();
        answer["thumbnail_width"] = preview::WIDTH.into();
        answer["thumbnail_height"] = preview::HEIGHT.into();
    }
    Some(file(&format!("{folder}oembed.json"), answer.to_string()))
}
