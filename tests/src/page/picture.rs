//! What is seen, pixel by pixel.

use super::Page;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

/// Decodes both pictures, counts the pixels that are not the same and finds the box around them.
const COMPARE: &str = "const pixels = async (source) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${source}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        canvas.drawImage(picture, 0, 0);
        return canvas.getImageData(0, 0, picture.width, picture.height);
    };
    return Promise.all([...arguments].map(pixels)).then(([a, b]) => {
        if (a.width !== b.width || a.height !== b.height) return [a.width * a.height, 0, 0, a.width, a.height];
        const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
        const found = [0, a.width, a.height, 0, 0];
        left.forEach((pixel, i) => {
            if (pixel === right[i]) return;
            const [x, y] = [i % a.width, Math.floor(i / a.width)];
            found[0]++;
            found[1] = Math.min(found[1], x);
            found[2] = Math.min(found[2], y);
            found[3] = Math.max(found[3], x + 1);
            found[4] = Math.max(found[4], y + 1);
        });
        return found;
    });";

/// Where two pictures are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Difference {
    pub pixels: u64,
    /// The box around them: left, top, right, bottom.
    pub within: [u64; 4],
}

impl Page {
    /// A picture of the window as PNG.
    pub fn pixels(&self) -> Vec<u8> {
        let picture = self.session().get("screenshot");
        let picture = picture.as_str().expect("a picture comes as text");
        BASE64_STANDARD.decode(picture).expect("a picture comes in base64")
    }

    /// A picture of one element as PNG, whole however long it is, at half its size: what moved by a pixel is still seen
    /// in it, and a repository can hold many.
    #[track_caller]
    pub fn picture_of(&self, selector: &str) -> Vec<u8> {
        let script = "const { x, y, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
            return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
                [x + scrollX, y + scrollY, width, height].map(Math.round));";
        let place = self.script_with(script, &[json!(selector)]);
        let clip =
            json!({ "x": place[0], "y": place[1], "width": place[2], "height": place[3], "scale": 0.5 });
        let picture =
            self.cdp("Page.captureScreenshot", json!({ "clip": clip, "captureBeyondViewport": true }));
        let picture = picture["data"].as_str().expect("a picture comes as text");
        BASE64_STANDARD.decode(picture).expect("a picture comes in base64")
    }

    /// A picture of the window, all drawn at once. A page that was drawn in parts, as it came, differs from that in a few pixels of
    /// its borders: two pages that were loaded in another rhythm are compared by this.
    #[track_caller]
    pub fn pixels_drawn_at_once(&self) -> Vec<u8> {
        let display = |value: &str| {
            self.script_with("document.documentElement.style.display = arguments[0];", &[json!(value)]);
            self.pixels()
        };
        display("none");
        display("")
    }

    /// How two pictures differ. Leaves the page for an empty one, unless they are the same file.
    #[track_caller]
    pub fn difference(&self, one: &[u8], other: &[u8]) -> Difference {
        if one == other {
            return Difference::default();
        }
        self.goto("about:blank");
        let pictures = [one, other].map(|picture| json!(BASE64_STANDARD.encode(picture)));
        let found = self.script_with(COMPARE, &pictures);
        let number = |i: usize| found[i].as_u64().expect("a number of pixels");
        Difference { pixels: number(0), within: [number(1), number(2), number(3), number(4)] }
    }
}
