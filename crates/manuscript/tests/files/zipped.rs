//! Zip files.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file of parts.
pub fn zipped(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    written(parts, CompressionMethod::Deflated)
}

/// A zip file of parts that are not packed, which is quicker.
pub fn stored(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    written(parts, CompressionMethod::Stored)
}

fn written(parts: Vec<(String, Vec<u8>)>, method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        writer.start_file(name, options).expect("a part begins");
        writer.write_all(&bytes).expect("a part is written");
    }
    writer.finish().expect("a file is written").into_inner()
}
