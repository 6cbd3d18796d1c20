//! What this room was doing when something broke, in Korean and English.

use jikji_diagnostic::words;

words! {
    /// The manifest and its files are being read.
    READING: "원고를 읽는", "reading the manifest and its files";
    /// Pages are being laid out.
    SETTING: "쪽을 조판하는", "setting the pages";
    /// Why a file has no name that can be kept.
    ONE_FILE: "어떤 컴퓨터에서는 {first:과} 같은 파일이 됩니다", "on some machines it is one file with {first}";
}
