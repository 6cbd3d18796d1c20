//! Plates for the finishing (후가공): foil, varnish and the lines of dies, creases and perforations.
//!
//! They carry no ink. What is on them stands in a layer of its own that says what it is for (ISO 19593-1).

use lopdf::{Dictionary, Object, dictionary};

use crate::pdf::text::string;

/// What a plate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finish {
    /// Foil that is stamped on (박).
    Foil,
    /// Varnish on some places (부분 코팅).
    Varnish,
    /// The line of a die (톰슨선).
    Die,
    /// The line of a crease (오시선).
    Crease,
    /// The line of a perforation (미싱선).
    Perforation,
}

impl Finish {
    /// All of them, with what manifests and layouts write, what their plates are called unless somebody says
    /// otherwise, and their names in the trade.
    pub const ALL: [(&str, Self, &str, &str); 5] = [
        ("foil", Self::Foil, "Foil", "박"),
        ("varnish", Self::Varnish, "Varnish", "부분 코팅"),
        ("die", Self::Die, "Dieline", "톰슨선"),
        ("crease", Self::Crease, "Crease", "오시선"),
        ("perforation", Self::Perforation, "Perforation", "미싱선"),
    ];

    /// What manifests and layouts write.
    pub const NAMES: [&str; 5] =
        [Self::ALL[0].0, Self::ALL[1].0, Self::ALL[2].0, Self::ALL[3].0, Self::ALL[4].0];

    fn row(self) -> (&'static str, Self, &'static str, &'static str) {
        Self::ALL[self as usize]
    }

    /// By what manifests and layouts write.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|row| row.0 == name).map(|row| row.1)
    }

    /// What manifests and layouts write.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// What its plate is called unless somebody says otherwise.
    pub fn plate(self) -> &'static str {
        self.row().2
    }

    /// Its name in the trade.
    pub fn korean(self) -> &'static str {
        self.row().3
    }

    /// What its plate looks like to those who proof a file: C, M, Y, K from 0 to 1.
    pub fn look(self) -> [f64; 4] {
        match self {
            Self::Foil => [0.0, 0.25, 0.8, 0.2],
            Self::Varnish => [0.3, 0.0, 0.0, 0.0],
            Self::Die => [0.0, 1.0, 0.0, 0.0],
            Self::Crease => [1.0, 0.0, 0.0, 0.0],
            Self::Perforation => [1.0, 0.0, 1.0, 0.0],
        }
    }

    /// The layer of what is on such a plate (ISO 19593-1, 6.2).
    pub(crate) fn layer(self, plate: &str) -> Dictionary {
        let structural = |kind: &str| {
            dictionary! {
                "GTS_ProcStepsGroup" => "Structural", "GTS_ProcStepsType" => Object::from(kind),
            }
        };
        let step = match self {
            Self::Foil => structural("FoilStamping"),
            // Varnish is a group without types.
            Self::Varnish => dictionary! { "GTS_ProcStepsGroup" => "Varnish" },
            Self::Die => structural("Cutting"),
            Self::Crease => structural("Creasing"),
            Self::Perforation => structural("Perforating"),
        };
        dictionary! { "Type" => "OCG", "Name" => string(plate), "GTS_Metadata" => step }
    }
}
