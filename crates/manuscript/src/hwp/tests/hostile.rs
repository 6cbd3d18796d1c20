//! Hostile files: what says more than it holds, loops, or holds more than a manuscript.

use proptest::prelude::*;

use super::*;

/// A sound file with one of everything, unpacked so that changes reach its records.
fn sound() -> Vec<u8> {
    let note = control("fn  ", &[], &[list(&[], &["각주"])]);
    let cell = |column: u16| {
        list(&[&[column, 0, 1, 1].map(u16::to_le_bytes).concat()[..], &[0; 18]].concat(), &["칸"])
    };
    let table = control("tbl ", &[0; 44], &[record(tag::TABLE, 2, &[1; 18]), cell(0), cell(1)]);
    let field = control("%hlk", &[&[0; 5][..], &counted("http\\://a.kr;")].concat(), &[]);
    let picture = record(tag::PICTURE, 3, &[1; 80]);
    let object = control("gso ", &[0; 46], &[record(tag::SHAPE, 2, &[0; 8]), picture]);
    let line = "가{9}나{17 fn  }{11 tbl }{3 %hlk}다{4 %hlk}{11 gso }{30}";
    let ranges = record(tag::RANGES, 1, &[0, 17, 5].map(u32::to_le_bytes).concat());
    let letters = record(tag::LETTERS, 1, &[0u32, 0, 2, 1].map(u32::to_le_bytes).concat());
    let line = holding(line, &[letters, ranges, note, table, field, object]);
    let info = [
        record(tag::CHAR_SHAPE, 0, &[2; 72]),
        record(tag::PARA_SHAPE, 0, &[1; 58]),
        record(tag::NUMBERING, 0, &[0; 180]),
        record(tag::BIN_DATA, 0, &[1, 0, 1, 1, 3, 0, 98, 0, 109, 0, 112, 0]),
        record(tag::STYLE, 0, &[1; 30]),
    ];
    let mut file = File::of(&[line.repeat(4)]).info(&info);
    file.flags = 0;
    file.files = vec![("BIN0101.bmp".to_string(), vec![7; 5000])];
    file.bytes()
}

/// How many cases to try: so many, or what `PROPTEST_CASES` says.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(2000)))]

    #[test]
    fn no_bytes_bring_it_down(
        changes in prop::collection::vec((0usize..20_000, any::<u8>()), 1..20),
        cut in 0usize..40_000,
    ) {
        let mut bytes = sound();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(cut.max(512));
        let _ = super::super::read(&bytes);
    }

    #[test]
    fn no_records_bring_it_down(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        heads in prop::collection::vec((60u32..100, 0u32..6, 0u32..40), 0..30),
    ) {
        let records = heads.iter().flat_map(|(tag, level, length)| {
            let head = (tag | level << 10 | length << 20).to_le_bytes();
            head.into_iter().chain(bytes.iter().copied().cycle().take(*length as usize))
        });
        let body: Vec<u8> = if bytes.is_empty() { bytes } else { records.collect() };
        let _ = super::super::read(&File::of(&[body]).bytes());
    }
}

#[test]
fn a_sound_file_is_read() {
    let manuscript = super::super::read(&sound()).expect("it is sound");
    assert_eq!(manuscript.notes.len(), 4);
}

#[test]
fn a_record_that_says_more_than_there_is_is_damaged() {
    let long = [(66u32 | 0xfff << 20).to_le_bytes(), u32::MAX.to_le_bytes()].concat();
    assert_eq!(File::of(&[paragraph("글"), long]).refused(), "E1211");
    let cut = paragraph("글이 잘렸다");
    assert_eq!(File::of(&[cut[..cut.len() - 3].to_vec()]).refused(), "E1211");
}

#[test]
fn a_body_that_unpacks_to_more_than_a_manuscript_is_refused() {
    let zeros = record(tag::TEXT, 0, &vec![0; 17 << 20]);
    assert_eq!(File::of(&[zeros]).refused(), "E1212");
    assert_eq!(File::of(&[record(tag::TEXT, 0, &[]).repeat(700_000)]).refused(), "E1212");
    assert_eq!(File::of(&[paragraph("").repeat(300_001)]).refused(), "E1212");
    assert_eq!(File::of(&[paragraph(&"가".repeat(400_000)).repeat(6)]).refused(), "E1212");
    let rows = control("tbl ", &[0; 44], &[record(tag::TABLE, 2, &[255; 18])]);
    assert_eq!(File::of(&[holding(&"{11 tbl }".repeat(9), &vec![rows; 9])]).refused(), "E1212");
    // One table of rows without cells, which are cheap to write and dear to set.
    let size = [&[0; 4][..], &60_000_u16.to_le_bytes(), &[0; 14]].concat();
    let empty = control("tbl ", &[0; 44], &[record(tag::TABLE, 2, &size)]);
    assert_eq!(File::of(&[holding("{11 tbl }", &[empty])]).refused(), "E1212");
    let looks: Vec<u8> =
        (0..200_000u32).flat_map(|at| [at, at % 2]).flat_map(u32::to_le_bytes).collect();
    let line = holding(&"{10}가".repeat(200_000), &[record(tag::LETTERS, 1, &looks)]);
    assert_eq!(File::of(&[line]).refused(), "E1212");
}

#[test]
fn pictures_that_are_shown_again_and_again_are_bounded() {
    let object = |number: u16| {
        let picture = [&[0; 71][..], &number.to_le_bytes()].concat();
        let shape = [record(tag::SHAPE, 2, &[]), record(tag::PICTURE, 3, &picture)].concat();
        control("gso ", &[0; 46], &[shape])
    };
    let line = holding(&"{11 gso }".repeat(99), &vec![object(1); 99]);
    let kept = record(tag::BIN_DATA, 0, &[1, 0, 1, 0, 0, 0]);
    let mut file = File::of(&[line]).info(&[kept]);
    file.files = vec![("BIN0001".to_string(), pack(&vec![0; 1 << 20]))];
    assert_eq!(file.refused(), "E1212");
}

#[test]
fn lists_in_lists_are_read_as_deep_as_levels_go_and_no_deeper() {
    let nested = |deep: u16| {
        let mut bytes = vec![];
        for at in 0..deep {
            bytes.extend(record(tag::PARAGRAPH, at * 2, &[0; 22]));
            bytes.extend(record(tag::TEXT, at * 2 + 1, &units("글{17 fn  }{13}")));
            bytes.extend(record(tag::CONTROL, at * 2 + 1, b"  nf"));
        }
        bytes
    };
    assert_eq!(File::of(&[nested(39)]).read().notes.len(), 39);
    assert_eq!(File::of(&[nested(41)]).refused(), "E1212");
    assert_eq!(File::of(&[nested(500)]).refused(), "E1212");
    // Groups of drawings have no such bound, and need no calls.
    let groups: Vec<u8> = (2..1023).flat_map(|level| record(tag::SHAPE, level, &[])).collect();
    let groups = control("gso ", &[0; 46], &[groups]);
    assert_eq!(File::of(&[holding("{11 gso }", &[groups])]).read().pieces.len(), 1);
    // Levels go up to 1023; whatever follows stands in the last.
    let levels: Vec<u8> =
        (0..60_000u32).flat_map(|at| record(76, at.min(1023) as u16, &[])).collect();
    assert_eq!(File::of(&[paragraph("글"), levels]).read().pieces.len(), 1);
}

#[test]
fn what_is_said_for_each_paragraph_is_short_or_bounded() {
    let long = "가".repeat(60_000);
    let levels: Vec<u8> = (0..7).flat_map(|_| [&[0; 12][..], &counted(&long)].concat()).collect();
    let mut shape = [0; 58];
    (shape[2], shape[3], shape[30]) = (0, 1, 1);
    let linked = [&[0, 0][..], &counted(&long), &[0, 0]].concat();
    let info = [
        record(tag::NUMBERING, 0, &levels),
        record(tag::PARA_SHAPE, 0, &shape),
        record(tag::BIN_DATA, 0, &linked),
    ];
    let picture = record(tag::PICTURE, 3, &[&[0; 71][..], &[1, 0]].concat());
    let object = control("gso ", &[0; 46], &[record(tag::SHAPE, 2, &[]), picture]);
    let file = File::of(&[holding("{11 gso }글", &[object]).repeat(100)]).info(&info);
    let manuscript = file.read();
    let said = format!("{manuscript:?}").len();
    assert!(said < 200_000, "{said}");
    // A link that goes on over paragraphs says its address in each.
    let field = control("%hlk", &[&[0; 5][..], &counted(&format!("www.{long};"))].concat(), &[]);
    let lines = [holding("{3 %hlk}글", &[field]), paragraph("글").repeat(1000)];
    assert_eq!(File::of(&lines).refused(), "E1212");
}

#[test]
fn fields_in_fields_are_read_as_far_as_they_make_sense() {
    let line = |many: usize| {
        let fields = control("%clk", &[0; 11], &[]).repeat(many);
        holding(&format!("{}{}", "{3 %clk}가".repeat(many), "{4 %clk}나".repeat(many)), &[fields])
    };
    let manuscript = File::of(&[line(50_000)]).read();
    assert_eq!(spans(&manuscript).len(), 100_000);
}

/// Where a sector begins.
fn sector(number: usize) -> usize {
    512 * (number + 1)
}

#[test]
fn damaged_lists_of_sectors_are_refused() {
    let bytes = sound();
    assert_eq!(refused(&bytes[..600]), "E1210");
    assert_eq!(refused(&bytes[..512]), "E1210");
    let table = u32::from_le_bytes(bytes[76..80].try_into().expect("four bytes")) as usize;
    // A sector that leads to itself, and one that leads out of the file.
    for next in [3u32, 0x00ff_ffff] {
        let mut damaged = bytes.clone();
        for entry in damaged[sector(table)..sector(table) + 512].as_chunks_mut::<4>().0 {
            *entry = next.to_le_bytes();
        }
        assert!(["E1210", "E1211", "E1224"].contains(&&refused(&damaged)[..]), "{next}");
    }
    for shift in [0u16, 8, 10, 31, u16::MAX] {
        let mut damaged = bytes.clone();
        damaged[30..32].copy_from_slice(&shift.to_le_bytes());
        assert_eq!(refused(&damaged), "E1210");
    }
}

/// Some programs leave a gap in a file, and the entries of its sectors zero.
#[test]
fn sectors_that_lead_nowhere_are_free() {
    let mut bytes = sound();
    let table = u32::from_le_bytes(bytes[76..80].try_into().expect("four bytes")) as usize;
    let used = bytes.len() / 512 - 1;
    assert!(used < 100, "{used}");
    bytes[sector(table) + used * 4..sector(table) + 480].fill(0);
    bytes.resize(sector(120), 0);
    // Small sectors too.
    let small = u32::from_le_bytes(bytes[60..64].try_into().expect("four bytes")) as usize;
    let entries = &mut bytes[sector(small)..sector(small + 1)];
    let free: Vec<usize> = (0..128).filter(|at| entries[at * 4..at * 4 + 4] == [0xff; 4]).collect();
    assert!(free.len() > 2);
    free.iter().for_each(|at| entries[at * 4..at * 4 + 4].fill(0));
    assert_eq!(super::super::read(&bytes).expect("it is sound").notes.len(), 4);
}

#[test]
fn a_list_that_names_the_same_sectors_again_and_again_is_not_followed() {
    let mut bytes = sound();
    let first = bytes.len() / 512 - 1;
    // A hundred lists, each of which names the same sector of the table 127 times.
    for number in first..first + 100 {
        bytes.extend([1u32; 127].map(u32::to_le_bytes).concat());
        bytes.extend((number as u32 + 1).to_le_bytes());
    }
    let end = bytes.len() - 4;
    bytes[end..].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    bytes[68..72].copy_from_slice(&(first as u32).to_le_bytes());
    assert_eq!(refused(&bytes), "E1210");
}
