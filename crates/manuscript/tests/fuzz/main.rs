//! Any bytes may be given as a manuscript: what the fuzzer in `fuzz/` looks for, on fewer cases, so that it runs with
//! every test.

#[path = "../../../../tests/common/changes.rs"]
mod changes;
#[path = "../../../../fuzz/manuscript.rs"]
mod manuscript;
mod seeds;

use changes::{Change, changed, config};
use manuscript::{BETWEEN, FORMATS, read};
use proptest::prelude::*;
use seeds::{PIECES, seeds};

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        2 => prop::collection::vec(any::<u8>(), 0..6),
        1 => Just(vec![BETWEEN]),
    ];
    (any::<prop::sample::Index>(), 0_usize..24, piece)
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn changed_parts(
        format in 0..FORMATS.len(),
        seed in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let (name, file) = FORMATS[format];
        let seeds = seeds(name);
        manuscript::manuscript(&changed(&seeds[seed.index(seeds.len())], &changes), file);
    }

    #[test]
    fn changed_files(format in 0..FORMATS.len(), changes in prop::collection::vec(change(), 1..4)) {
        let (name, file) = FORMATS[format];
        read(&changed(&file(&seeds(name)[0]), &changes));
    }

    #[test]
    fn files_cut_short(format in 0..FORMATS.len(), end in any::<prop::sample::Index>()) {
        let (name, file) = FORMATS[format];
        let bytes = file(&seeds(name)[0]);
        read(&bytes[..end.index(bytes.len())]);
    }
}

#[test]
fn sound_files_are_read() {
    for (name, file) in FORMATS {
        for seed in seeds(name) {
            manuscript::manuscript(&seed, file);
        }
    }
}

/// What the fuzzer begins with.
#[test]
#[ignore = "it writes into the folder that JIKJI_SEEDS names"]
fn seeds_are_written() {
    let folder = std::env::var("JIKJI_SEEDS").unwrap();
    for (name, file) in FORMATS {
        let folder = std::path::Path::new(&folder).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds(name).iter().enumerate() {
            std::fs::write(folder.join(format!("parts-{number}")), seed).unwrap();
            std::fs::write(folder.join(format!("file-{number}")), file(seed)).unwrap();
        }
    }
}
