//! `videos.json`: a video that can be seen can be read and followed without sound, or says that it cannot.

use super::{Documents, Judge};
use crate::contract::{BeschikbaarheidStatus, Videos};

pub fn check(_: &Documents, judge: &mut Judge<Videos>) {
    for (position, video) in judge.file.content.videos.iter().enumerate() {
        if video.adres.status == BeschikbaarheidStatus::NietVanToepassing {
            let expected = "an address, or why there is none yet";
            judge.expected(&format!("videos[{position}].adres.status"), expected, "niet-van-toepassing");
        }
    }
}
