//! Names and the author's own words as messages quote them, and the name that was most likely meant.

/// The author's words for a message.
pub fn quoted(words: impl std::fmt::Display) -> String {
    format!("`{words}`")
}

/// What the author wrote, short enough for a message.
pub fn excerpt(written: &str) -> String {
    const MOST: usize = 32;
    let line = written.lines().next().unwrap_or("");
    let shown = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut short: String = line.chars().take(MOST).map(shown).collect();
    if short.len() < line.len() || !written[line.len()..].trim_end().is_empty() {
        short.push('…');
    }
    short
}

/// Names for a message: "`a`, `b`, `c`".
pub fn listing<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(quoted).collect();
    quoted.join(", ")
}

/// The known name that `written` most likely stands for.
pub fn nearest<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    if written.chars().count() > 64 {
        return None;
    }
    let lower = written.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&lower, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= 1 + name.len().saturating_sub(1) / 4)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_near() {
        let known = ["title", "key", "body", "sources"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("source", known), Some("sources"));
        assert_eq!(nearest("Body", known), Some("body"));
        assert_eq!(nearest("picture", known), None);
        assert_eq!(nearest("제목", known), None);
    }
}
