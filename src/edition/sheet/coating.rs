//! What a coating's words order: films and coats over a whole side, each by its word in XJDF.
//!
//! Only what is understood to the last word is ordered; anything else stands in the ticket as it is written. A coat
//! on some places is none over a whole side: its plate says where it goes.

/// What a job ticket orders of a coating.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coating {
    /// The texture of the film.
    pub film: Option<&'static str>,
    /// The coats from a press or a coater, in order.
    pub coats: Vec<&'static str>,
}

/// A word of coatings.
#[derive(Debug, Clone, Copy)]
enum Word {
    /// How it shines: a film by itself.
    Texture(&'static str),
    Coat(&'static str),
    /// On some places.
    Partly,
    /// What any coating may be called.
    Any,
    /// Another one follows.
    Next,
}

/// The words, in small letters; of two that begin alike the longer is first.
const WORDS: [(&str, Word); 37] = [
    ("무광", Word::Texture(MATTE)),
    ("매트", Word::Texture(MATTE)),
    ("matte", Word::Texture(MATTE)),
    ("matt", Word::Texture(MATTE)),
    ("유광", Word::Texture(GLOSS)),
    ("글로시", Word::Texture(GLOSS)),
    ("글로스", Word::Texture(GLOSS)),
    ("glossy", Word::Texture(GLOSS)),
    ("gloss", Word::Texture(GLOSS)),
    ("uv", Word::Coat(UV)),
    ("유브이", Word::Coat(UV)),
    ("수성", Word::Coat("Aqueous")),
    ("aqueous", Word::Coat("Aqueous")),
    ("바니시", Word::Coat("Varnish")),
    ("바니쉬", Word::Coat("Varnish")),
    ("니스", Word::Coat("Varnish")),
    ("varnish", Word::Coat("Varnish")),
    ("부분", Word::Partly),
    ("스팟", Word::Partly),
    ("스폿", Word::Partly),
    ("spot", Word::Partly),
    ("에폭시", Word::Partly),
    ("코팅", Word::Any),
    ("coating", Word::Any),
    ("라미네이팅", Word::Any),
    ("라미네이션", Word::Any),
    ("laminating", Word::Any),
    ("lamination", Word::Any),
    ("필름", Word::Any),
    ("film", Word::Any),
    ("후에", Word::Next),
    ("후", Word::Next),
    ("및", Word::Next),
    ("+", Word::Next),
    ("&", Word::Next),
    (",", Word::Next),
    ("/", Word::Next),
];

const MATTE: &str = "Matte";
const GLOSS: &str = "Gloss";
const UV: &str = "UV";

impl Coating {
    /// What the words of a coating order; nothing if they are not understood or contradict themselves.
    pub fn of(words: &str) -> Self {
        let parts = parts(words);
        let understood = parts.and_then(|parts| {
            parts.iter().map(|part| one(part)).try_fold(Self::default(), |all, one| all.and(one?))
        });
        understood.unwrap_or_default()
    }

    /// Both, if they can be on one side.
    fn and(mut self, other: Self) -> Option<Self> {
        let twice = other.coats.iter().any(|coat| self.coats.contains(coat));
        if twice || self.film.and(other.film).is_some() {
            return None;
        }
        self.coats.extend(other.coats);
        Some(Self { film: self.film.or(other.film), ..self })
    }
}

/// Whether words are understood to ask for a coating on some places.
pub fn is_in_spots(words: &str) -> bool {
    let partly = |word: &Word| matches!(word, Word::Partly);
    parts(words).is_some_and(|parts| parts.iter().flatten().any(partly))
}

/// The words of each of several coatings.
fn parts(words: &str) -> Option<Vec<Vec<Word>>> {
    let words = words.to_lowercase();
    let (mut rest, mut parts) = (words.trim(), vec![vec![]]);
    while !rest.is_empty() {
        let (written, word) = WORDS.iter().find(|(word, _)| rest.starts_with(word))?;
        match word {
            Word::Next => parts.push(vec![]),
            word => parts.last_mut()?.push(*word),
        }
        rest = rest[written.len()..].trim_start();
    }
    Some(parts)
}

/// What one coating's words order.
fn one(words: &[Word]) -> Option<Coating> {
    if words.iter().any(|word| matches!(word, Word::Partly)) {
        return Some(Coating::default());
    }
    let textures = words.iter().filter_map(|word| match word {
        Word::Texture(texture) => Some(*texture),
        _ => None,
    });
    let coats = words.iter().filter_map(|word| match word {
        Word::Coat(coat) => Some(*coat),
        _ => None,
    });
    let (textures, coats): (Vec<_>, Vec<_>) = (textures.collect(), coats.collect());
    match (&textures[..], &coats[..]) {
        ([texture], []) => Some(Coating { film: Some(texture), coats: vec![] }),
        ([], [coat]) => Some(Coating { film: None, coats: vec![coat] }),
        // A coat of UV shines.
        ([GLOSS], [UV]) => Some(Coating { film: None, coats: vec![UV] }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Coating;

    #[test]
    fn only_what_is_understood_is_ordered() {
        let film = |texture| Coating { film: Some(texture), coats: vec![] };
        let coat = |coat| Coating { film: None, coats: vec![coat] };
        let none = Coating::default;
        for (words, wanted) in [
            ("무광", film("Matte")),
            ("무광 코팅", film("Matte")),
            ("유광 라미네이팅", film("Gloss")),
            ("Matte lamination", film("Matte")),
            ("UV", coat("UV")),
            ("유광 UV 코팅", coat("UV")),
            ("수성 코팅", coat("Aqueous")),
            ("무광+부분UV", film("Matte")),
            ("무광코팅+부분UV", film("Matte")),
            ("무광 코팅 후 스팟 UV", film("Matte")),
            ("무광코팅 후 부분 에폭시", film("Matte")),
            ("matte, spot UV", film("Matte")),
            ("무광 + UV", Coating { film: Some("Matte"), coats: vec!["UV"] }),
            ("수성 코팅 후 UV", Coating { film: None, coats: vec!["Aqueous", "UV"] }),
            ("부분UV", none()),
            ("유광 UV 부분코팅", none()),
            // One or two? The words do not say.
            ("무광 부분UV", none()),
            ("무광 UV", none()),
            ("무광 안함", none()),
            ("무광 코팅 빼 주세요", none()),
            ("무광 또는 유광", none()),
            ("무광, 유광", none()),
            ("UV + UV", none()),
            ("벨벳 코팅 + 부분UV", none()),
            ("코팅", none()),
            ("코팅 없음", none()),
            ("없음", none()),
            ("+", none()),
            ("", none()),
        ] {
            assert_eq!(Coating::of(words), wanted, "{words}");
        }
    }
}
