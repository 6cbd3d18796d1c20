//! Fills message templates; Korean particles (조사) take the form that fits the word before them.
//!
//! It never decides what a message says.

use super::arg::Arg;
use super::lang::Lang;

/// Particle pairs: after a final consonant, after a vowel.
const PAIRS: &[(&str, &str)] =
    &[("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라")];

/// Fills `{name}`, `{name:particle}` and, for English, `{name:one|many}` from `args`: the last writes
/// the noun that fits the number too. An unknown name stays as it is written.
pub fn fill(template: &str, args: &[(&'static str, Arg)], lang: Lang) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((slot, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let (name, form) = slot.split_once(':').unwrap_or((slot, ""));
        match args.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => fill_slot(&mut out, value, form, lang),
            None => out.extend(["{", slot, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Writes a value and what follows it: a particle, or the one of two nouns that fits its number.
fn fill_slot(out: &mut String, value: &Arg, form: &str, lang: Lang) {
    let said = value.say(lang);
    out.push_str(&said);
    match form.split_once('|') {
        Some((one, many)) => {
            debug_assert!(matches!(value, Arg::Count(_)), "{said} is no number for {form}");
            out.push(' ');
            out.push_str(if value.is_one() { one } else { many });
        }
        None if form.is_empty() => {}
        None => out.push_str(&particle_for(&said, form)),
    }
}

/// The form of `particle` that follows `word`.
fn particle_for(word: &str, particle: &str) -> String {
    let Some(&(closed, open)) =
        PAIRS.iter().find(|(closed, open)| particle == *closed || particle == *open)
    else {
        return particle.to_string();
    };
    match final_sound(word) {
        Final::Rieul if closed == "으로" => open.to_string(),
        Final::Rieul | Final::Closed => closed.to_string(),
        Final::Open => open.to_string(),
        // `으로` and `로` share their end, `을` and `를` do not.
        Final::Unknown => match closed.strip_suffix(open) {
            Some(lead) => format!("({lead}){open}"),
            None => format!("{closed}({open})"),
        },
    }
}

enum Final {
    Open,
    Closed,
    Rieul,
    /// A Latin word: how it is read aloud cannot be told from its letters.
    Unknown,
}

/// How a word ends when it is read aloud; quotes and marks after it are not read.
fn final_sound(word: &str) -> Final {
    let last = word.chars().rev().find(|c| c.is_alphanumeric());
    match last {
        Some(c @ '가'..='힣') => match (c as u32 - '가' as u32) % 28 {
            0 => Final::Open,
            8 => Final::Rieul,
            _ => Final::Closed,
        },
        Some('1' | '7' | '8') => Final::Rieul,
        Some('0' | '3' | '6') => Final::Closed,
        Some(c) if c.is_alphabetic() => Final::Unknown,
        _ => Final::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::arg::Arg;
    use crate::lang::Lang;
    use crate::words::Words;

    #[test]
    fn particles_follow_the_last_letter() {
        let fit = |word: &str| fill("{w:을} {w:으로}", &[("w", word.into())], Lang::Ko);
        assert_eq!(fit("제목"), "제목을 제목으로");
        assert_eq!(fit("날짜"), "날짜를 날짜로");
        assert_eq!(fit("`파일`"), "`파일`을 `파일`로");
        assert_eq!(fit("3"), "3을 3으로");
        assert_eq!(fit("`title`"), "`title`을(를) `title`(으)로");
    }

    #[test]
    fn english_nouns_follow_their_number() {
        let count = |n: u64| fill("{n:line|lines} over", &[("n", Arg::Count(n))], Lang::En);
        assert_eq!(count(1), "1 line over");
        assert_eq!(count(12), "12 lines over");
    }

    #[test]
    fn words_are_said_in_their_language() {
        let args = [("w", Words { ko: "책등", en: "spine" }.into())];
        assert_eq!(fill("{w:이} 좁습니다", &args, Lang::Ko), "책등이 좁습니다");
        assert_eq!(fill("the {w} is narrow", &args, Lang::En), "the spine is narrow");
    }

    #[test]
    fn unknown_names_and_lone_braces_stay() {
        assert_eq!(fill("{a} { {b}", &[("a", "x".into())], Lang::En), "x { {b}");
    }
}
