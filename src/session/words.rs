//! What this room was doing when something broke, in Korean and English.

use jikji_diagnostic::words;

words! {
    /// The manifest and its files are being read.
    READING: "원고를 읽는", "reading the manifest and its files";
    /// Pages are being laid out.
    SETTING: "쪽을 조판하는", "setting the pages";
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_in_both_languages() {
        let faults: Vec<_> = super::WORDS.iter().flat_map(|words| words.faults()).collect();
        assert_eq!(faults, [""; 0]);
    }
}
