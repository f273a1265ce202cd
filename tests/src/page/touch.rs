//! Fingers, as a person uses them: through the browser's own input.

use super::Page;
use serde_json::{Value, json};

impl Page {
    /// Puts fingers down at points of the window, moves them along to other points and lifts them.
    #[track_caller]
    pub fn fingers(&self, from: &[[f64; 2]], to: &[[f64; 2]]) {
        const STEPS: usize = 8;
        self.touch("touchStart", from);
        for step in 1..=STEPS {
            let part = step as f64 / STEPS as f64;
            let between = |(from, to): (&[f64; 2], &[f64; 2])| {
                [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * part)
            };
            self.touch("touchMove", &from.iter().zip(to).map(between).collect::<Vec<_>>());
        }
        self.touch("touchEnd", &[]);
    }

    #[track_caller]
    fn touch(&self, kind: &str, points: &[[f64; 2]]) {
        let points: Vec<Value> =
            points.iter().enumerate().map(|(id, [x, y])| json!({ "x": x, "y": y, "id": id })).collect();
        self.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
    }

    /// Turns the wheel at a point of the window.
    #[track_caller]
    pub fn wheel(&self, [x, y]: [f64; 2], by: f64) {
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by });
        self.cdp("Input.dispatchMouseEvent", wheel);
    }
}
