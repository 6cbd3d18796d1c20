//! One sentence that jikji can say, in Korean and English.
//!
//! Adding a [`Message`] without one of its languages or its weight does not compile; [`faults`] is what
//! each room's completeness test calls. This module never says anything itself.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use crate::words::Words;

/// How much a message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It cannot go on like this: the issue cannot be built, the file must not go to press.
    Error,
    /// It can, but somebody should look.
    Warning,
}

/// A sentence in both languages, what to do about it, and a stable code.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// Stable code, such as `E0203`, `W0305` or `P0103`.
    pub code: &'static str,
    /// What it weighs.
    pub severity: Severity,
    /// What is wrong; in English lower case and without a full stop.
    pub says: Words,
    /// What to do.
    pub help: Words,
}

/// In a report a message is its code.
impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

/// What is missing in these messages: a code used twice, and the faults of their words. The help may
/// leave out an argument.
pub fn faults(messages: impl IntoIterator<Item = &'static Message>) -> Vec<String> {
    let mut codes = BTreeSet::new();
    let mut faults = vec![];
    for message in messages {
        let twice = (!codes.insert(message.code)).then(|| "used twice".to_string());
        let help = message.help.faults().into_iter().filter(|fault| !fault.starts_with("arg"));
        let found = twice.into_iter().chain(message.says.faults()).chain(help);
        faults.extend(found.map(|fault| format!("{}: {fault}", message.code)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{Message, Severity, faults};
    use crate::words::Words;

    #[test]
    fn what_is_missing_is_named() {
        const WHOLE: Message = Message {
            code: "E1",
            severity: Severity::Error,
            says: Words { ko: "{a:이} 다릅니다", en: "{a} differs" },
            help: Words { ko: "고치세요", en: "mend it" },
        };
        const HALF: Message = Message {
            code: "E1",
            severity: Severity::Error,
            says: Words { ko: "{a}", en: "{b} differs" },
            help: Words { ko: "고치세요", en: " " },
        };
        assert!(faults([&WHOLE]).is_empty());
        let found = faults([&WHOLE, &HALF]);
        let kinds = ["used twice", "no Korean", "arguments differ", "no English"];
        assert_eq!(found.len(), kinds.len(), "{found:?}");
        assert!(found.iter().zip(kinds).all(|(fault, kind)| fault.contains(kind)), "{found:?}");
    }
}
