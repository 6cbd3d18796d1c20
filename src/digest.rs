//! Digests: what tells two files apart years later.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The same of all that comes from a reader, a piece at a time.
///
/// # Errors
/// What reading says.
pub fn of_reader(reader: &mut impl Read) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match reader.read(&mut piece)? {
            0 => return Ok(hexadecimal(&digest.finalize())),
            read => digest.update(&piece[..read]),
        }
    }
}

/// One digest for a folder's files: their names, lengths and bytes in order of the names.
pub fn of_files(files: &BTreeMap<String, Cow<'static, [u8]>>) -> String {
    let mut digest = Sha256::new();
    for (name, bytes) in files {
        digest.update((name.len() as u64).to_le_bytes());
        digest.update(name.as_bytes());
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    }
    hexadecimal(&digest.finalize())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_its_bytes_are_kept_apart() {
        let files = |pairs: &[(&str, &str)]| {
            let own = |(name, text): &(&str, &str)| {
                (name.to_string(), Cow::Owned(text.as_bytes().to_vec()))
            };
            of_files(&pairs.iter().map(own).collect())
        };
        assert_eq!(files(&[("a", "b"), ("c", "d")]), files(&[("c", "d"), ("a", "b")]));
        assert_ne!(files(&[("a", "bc")]), files(&[("ab", "c")]));
        assert_ne!(files(&[("a", "b")]), files(&[("a", "b"), ("c", "")]));
    }

    #[test]
    fn digests_are_sha256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
        assert_eq!(of_reader(&mut &b"abc"[..]).unwrap(), sha256(b"abc"));
    }
}
