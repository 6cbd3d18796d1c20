//! Reads the headers of a manifest before its fields: a head that is misspelt, in single brackets, or left out
//! shifts all that follows, so it is told once, at the head, and the rest is read as it was meant.
//!
//! What fields an entry has is the layout's to say.

use crate::document::heads::{Head, heads};
use crate::document::{Slip, messages as document_msg, nearest, quoted};
use crate::manifest::messages as msg;

/// The nested tables, from the outermost in.
const LEVELS: [&str; 3] = ["parts", "sections", "entries"];
/// Other names for them.
const ALSO: [(&str, usize); 6] =
    [("part", 0), ("section", 1), ("entry", 2), ("article", 2), ("articles", 2), ("item", 2)];
/// Tables there is one of, with fields that no other table has.
const SINGLE: [(&str, &[&str]); 8] = [
    ("publication", &["publisher", "tagline"]),
    ("issue", &["year", "month", "published"]),
    ("colophon", &[]),
    ("print", &[]),
    ("checks", &[]),
    ("terms", &[]),
    ("fonts", &[]),
    ("sections", &[]),
];

/// The slips of a manifest's headers.
pub fn slips(text: &str) -> Vec<Slip> {
    let Some(heads) = heads(text) else { return vec![] };
    let mut reading = Reading { text, part: false, section: false, found: vec![] };
    reading.singles(&heads);
    for (index, head) in heads.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &heads[before]);
        match level_of(head) {
            Some((level, depth)) => reading.nested(head, before, level, depth),
            None => reading.single(head),
        }
        reading.entry_without_head(head, heads.get(index + 1));
    }
    reading.found
}

struct Reading<'t> {
    text: &'t str,
    /// Whether a part, and a section in it, has begun.
    part: bool,
    section: bool,
    found: Vec<Slip>,
}

impl Reading<'_> {
    /// A table in its place among parts, sections and entries.
    fn nested(&mut self, head: &Head<'_>, before: Option<&Head<'_>>, level: usize, depth: usize) {
        let of_entry = head.path.len() > depth;
        // A part may have entries of its own beside its sections.
        let of_part = head.path[..depth] == ["parts", "entries"];
        let in_section = match head.path[..depth].iter().any(|name| meant(name) == Some(1)) {
            true => level == 2,
            false => self.section && !of_part,
        };
        let right: &[&str] = match level {
            0 => &LEVELS[..1],
            1 => &LEVELS[..2],
            _ if in_section || depth == 3 => &LEVELS,
            _ => &["parts", "entries"],
        };
        let written = &head.path[..depth];
        if written != right || !head.double && !of_entry {
            self.misspelt(head, right, depth);
        }
        if !of_entry {
            self.outer(head, before, level, right.len() == 3);
            (self.part, self.section) = (true, level == 1 || level == 2 && self.section);
            self.section |= right.len() == 3;
        }
    }

    /// A head that is not written as it must be.
    fn misspelt(&mut self, head: &Head<'_>, right: &[&str], depth: usize) {
        let path: Vec<&str> = right.iter().chain(&head.path[depth..]).copied().collect();
        let single = !head.double && head.path.len() > depth;
        let right = match single {
            true => format!("[{}]", path.join(".")),
            false => format!("[[{}]]", path.join(".")),
        };
        let message = match head.path == path {
            true => document_msg::WANTS_TABLES,
            false => msg::HEAD_NAME,
        };
        self.tell(
            Slip::new(message, head.place.clone(), vec![(head.place.clone(), right.clone())]),
            head,
            &right,
        );
    }

    /// The part or section that a section or entry needs before it.
    fn outer(
        &mut self,
        head: &Head<'_>,
        before: Option<&Head<'_>>,
        level: usize,
        in_section: bool,
    ) {
        let part = level > 0 && !self.part;
        let section = level == 2 && in_section && (part || !self.section);
        if !part && !section {
            return;
        }
        // Its own title may still be there, in the table before.
        let titles = before.map_or(vec![], |before| {
            let own = usize::from(level_of(before).is_some());
            before.keys.iter().filter(|(_, key)| *key == "title").skip(own).collect::<Vec<_>>()
        });
        let wanted = if part { "[[parts]]" } else { "[[parts.sections]]" };
        if let [(title, _)] = titles.as_slice()
            && !(part && section)
        {
            let place = title.start..title.start;
            let mend = vec![(place, format!("{wanted}\n"))];
            let slip = Slip::new(msg::HEAD_LOST, title.clone(), mend);
            self.found.push(slip.arg("right", quoted(wanted)));
            return;
        }
        let head_with_title = |head: &str| format!("{head}\ntitle = \"?\"\n\n");
        let mut inserted = if part { head_with_title("[[parts]]") } else { String::new() };
        if section {
            inserted += &head_with_title("[[parts.sections]]");
        }
        let place = head.place.start..head.place.start;
        let slip = Slip::new(msg::HEAD_MISSING, head.place.clone(), vec![(place, inserted)]);
        let found = quoted(&self.text[head.place.clone()]);
        let other = if level == 2 && !part {
            msg::ENTRIES_INSTEAD.into()
        } else {
            jikji_diagnostic::Arg::from("")
        };
        let wanted = match part && section {
            true => "`[[parts]]`, `[[parts.sections]]`".to_string(),
            false => quoted(wanted),
        };
        let slip = slip.fixed_by(None).arg("found", found).arg("right", wanted);
        self.found.push(slip.arg("other", other));
    }

    /// An entry's fields that stand right in a part or section.
    fn entry_without_head(&mut self, head: &Head<'_>, after: Option<&Head<'_>>) {
        let Some((level @ 0..=1, depth)) = level_of(head) else { return };
        let Some(kind) = head.keys.iter().position(|(_, key)| *key == "kind") else { return };
        if head.path.len() > depth {
            return;
        }
        // The title may stand before the kind.
        let titled =
            head.keys[..kind].iter().rposition(|(_, key)| *key == "title").filter(|at| *at > 0);
        let first = head.keys[titled.unwrap_or(kind)].0.clone();
        // A section's line may be lost with it; the next entry shows.
        let in_section = level == 1
            || after.is_some_and(|after| after.path == LEVELS && after.double)
                && !head.path.is_empty()
                && self.section;
        let wanted = if in_section { "[[parts.sections.entries]]" } else { "[[parts.entries]]" };
        let mend = vec![(first.start..first.start, format!("{wanted}\n"))];
        let slip = Slip::new(msg::HEAD_LOST, first, mend);
        self.found.push(slip.arg("right", quoted(wanted)));
    }

    /// A table of which there is one.
    fn single(&mut self, head: &Head<'_>) {
        let [name] = head.path.as_slice() else { return };
        if head.double && SINGLE.iter().any(|(single, _)| single == name) {
            let right = format!("[{name}]");
            let mend = vec![(head.place.clone(), right.clone())];
            self.tell(Slip::new(msg::DOUBLE_HEAD, head.place.clone(), mend), head, &right);
        }
    }

    /// Tables whose header is left out, so that their fields stand in the one before.
    fn singles(&mut self, heads: &[Head<'_>]) {
        for (name, own) in SINGLE {
            if heads.iter().any(|head| {
                head.path.first().is_some_and(|written| nearest(written, [name]).is_some())
            }) {
                continue;
            }
            let strays = |head: &Head<'_>| head.keys.iter().position(|(_, key)| own.contains(key));
            let Some((head, stray)) = heads.iter().find_map(|head| Some((head, strays(head)?)))
            else {
                continue;
            };
            // A publication's own name stands before its publisher.
            let first = head.keys[..stray]
                .iter()
                .rposition(|(_, key)| *key != "name")
                .map_or(0, |at| at + 1);
            let first = if name == "publication" { first } else { stray };
            let place = head.keys[first].0.clone();
            let right = format!("[{name}]");
            let mend = vec![(place.start..place.start, format!("{right}\n"))];
            self.found.push(Slip::new(msg::HEAD_LOST, place, mend).arg("right", quoted(&right)));
        }
    }

    fn tell(&mut self, slip: Slip, head: &Head<'_>, right: &str) {
        let found = quoted(&self.text[head.place.clone()]);
        let field = quoted(head.path.join("."));
        self.found.push(slip.arg("field", field).arg("found", found).arg("right", quoted(right)));
    }
}

/// The level a head is of, and how many of its names lead there; none of other tables.
fn level_of(head: &Head<'_>) -> Option<(usize, usize)> {
    let depth = head.path.iter().take_while(|name| meant(name).is_some()).count();
    // `[sections]` alone says which accents sections have.
    let accents = head.path == ["sections"]
        && !head.double
        && !head.keys.iter().any(|(_, key)| *key == "title");
    let level = head.path[..depth].last().and_then(|name| meant(name))?;
    (!accents).then_some((level, depth))
}

/// The level a name stands for.
fn meant(name: &str) -> Option<usize> {
    let exact = LEVELS.iter().position(|level| *level == name);
    let lower = name.to_lowercase();
    let also = || ALSO.iter().find(|(also, _)| *also == lower).map(|(_, level)| *level);
    let near =
        || nearest(name, LEVELS).and_then(|near| LEVELS.iter().position(|level| *level == near));
    exact.or_else(also).or_else(near)
}

#[cfg(test)]
mod tests {
    use super::slips;

    const SOUND: &str = "[publication]\nname = \"가\"\npublisher = \"나\"\n\n[issue]\nyear = 1\n\n[[parts]]\ntitle = \"부\"\n\n\
        [[parts.sections]]\ntitle = \"절\"\n\n[[parts.sections.entries]]\nkind = \"brief\"\ntitle = \"글\"\n\n\
        [parts.sections.entries.image]\nfile = \"a\"\n\n[[parts.sections.entries.sources]]\ntitle = \"b\"\n\n[[parts]]\ntitle = \"둘째 부\"\n\n[[parts.entries]]\nkind = \"events\"\ntitle = \"행사\"\n\n\
        [sections]\n\"절\" = \"steel\"\n";

    #[test]
    fn sound_headers_are_let_be() {
        assert_eq!(slips(SOUND).len(), 0);
    }

    #[test]
    fn each_slip_is_told_once_and_mended() {
        for (from, to, code, place) in [
            ("[[parts]]\ntitle = \"부\"", "[[part]]\ntitle = \"부\"", "E0290", "[[part]]"),
            ("[[parts]]\ntitle = \"부\"", "[parts]\ntitle = \"부\"", "E0243", "[parts]"),
            ("[[parts.sections]]", "[[parts.section]]", "E0290", "[[parts.section]]"),
            ("[[parts.sections]]", "[parts.sections]", "E0243", "[parts.sections]"),
            ("[[parts.sections]]", "[[sections]]", "E0290", "[[sections]]"),
            ("[[parts.sections]]", "[sections]", "E0290", "[sections]"),
            ("[[parts.sections.entries]]", "[[entries]]", "E0290", "[[entries]]"),
            (
                "[[parts.sections.entries]]",
                "[[parts.section.entry]]",
                "E0290",
                "[[parts.section.entry]]",
            ),
            (
                "[[parts.sections.entries]]",
                "[parts.sections.entries]",
                "E0243",
                "[parts.sections.entries]",
            ),
            (
                "[[parts.sections.entries.sources]]",
                "[[parts.section.entries.sources]]",
                "E0290",
                "[[parts.section.entries.sources]]",
            ),
            ("[[parts]]\ntitle = \"부\"\n", "", "E0292", "[[parts.sections]]"),
            ("[[parts]]\ntitle = \"부\"\n", "title = \"부\"\n", "E0293", "title"),
            ("[[parts.sections]]\ntitle = \"절\"\n", "", "E0292", "[[parts.sections.entries]]"),
            ("[[parts.sections]]\ntitle = \"절\"\n", "title = \"절\"\n", "E0293", "title"),
            ("[[parts.sections.entries]]\nkind", "kind", "E0293", "kind"),
            ("[[parts.entries]]\nkind", "kind", "E0293", "kind"),
            ("[issue]\n", "", "E0293", "year"),
            ("[publication]\n", "", "E0293", "name"),
            ("[issue]", "[[issue]]", "E0291", "[[issue]]"),
        ] {
            let text = SOUND.replacen(from, to, 1);
            assert_ne!(text, SOUND, "{from}");
            let found = slips(&text);
            let told: Vec<_> = found
                .iter()
                .map(|slip| (slip.message.code, text[slip.place.clone()].to_string()))
                .collect();
            assert_eq!(told, [(code, place.to_string())], "{from} → {to}");
            let mut mended = text.clone();
            let pieces = found[0].mend.iter().rev();
            pieces.for_each(|(range, piece)| mended.replace_range(range.clone(), piece));
            assert_eq!(slips(&mended).len(), 0, "{mended}");
        }
    }
}
