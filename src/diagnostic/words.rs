//! A few words in both languages, for what is no diagnostic of its own.

use super::Lang;

/// A few words in both languages; `{}` stands for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// In Korean.
    pub ko: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The words in `lang`.
    pub fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }

    /// The words in `lang`, each `{}` filled with the next of `values`.
    pub fn fill(self, lang: Lang, values: &[&str]) -> String {
        let mut parts = self.say(lang).split("{}");
        let mut said = parts.next().unwrap_or_default().to_string();
        for (value, part) in values.iter().zip(parts) {
            said.push_str(value);
            said.push_str(part);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fill_their_places_in_order() {
        let words = Words { ko: "{}쪽 가운데 {}쪽", en: "{} of {}" };
        assert_eq!(words.fill(Lang::Ko, &["24", "2"]), "24쪽 가운데 2쪽");
        assert_eq!(words.fill(Lang::En, &["{}", "x"]), "{} of x");
        assert_eq!(Words { ko: "다", en: "all" }.fill(Lang::En, &[]), "all");
    }
}
