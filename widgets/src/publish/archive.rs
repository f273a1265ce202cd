//! Files in one zip: the same files make the same bytes.

use super::folder::File;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

const MEMORY: &str = "a zip in memory is shorter than 4 GB, and so is each of its names than 64 kB";

/// In the order given; without a time, which would be another one each day.
pub fn zip<'a>(files: impl Iterator<Item = &'a File>) -> Vec<u8> {
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(file.path.as_str(), options).expect(MEMORY);
        archive.write_all(&file.content).expect(MEMORY);
    }
    archive.finish().expect(MEMORY).into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_went_in_comes_out_and_the_bytes_are_always_the_same() {
        let files = [("a/één.html", "kansen"), ("b.json", "{}")].map(|(path, text)| File::new(path, text));
        let bytes = zip(files.iter());
        assert_eq!(bytes, zip(files.iter()));
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for file in &files {
            let mut content = Vec::new();
            archive.by_name(&file.path).unwrap().read_to_end(&mut content).unwrap();
            assert_eq!(content, *file.content);
        }
        assert_eq!(archive.len(), 2);
    }
}
