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
    /// Whatever else is done after printing and has a plate: embossing (형압), glue. Nobody asks for it by this name.
    Other,
}

impl Finish {
    /// Those that can be asked for.
    pub const ALL: [Self; 5] =
        [Self::Foil, Self::Varnish, Self::Die, Self::Crease, Self::Perforation];

    /// What those are asked for by.
    pub const NAMES: [&str; 5] = [
        Self::Foil.name(),
        Self::Varnish.name(),
        Self::Die.name(),
        Self::Crease.name(),
        Self::Perforation.name(),
    ];

    /// By what it is asked for by.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finish| finish.name() == name)
    }

    /// What it is asked for by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Foil => "foil",
            Self::Varnish => "varnish",
            Self::Die => "die",
            Self::Crease => "crease",
            Self::Perforation => "perforation",
            Self::Other => "other",
        }
    }

    /// What its plate is called unless somebody says otherwise.
    pub fn plate(self) -> &'static str {
        match self {
            Self::Foil => "Foil",
            Self::Varnish => "Varnish",
            Self::Die => "Dieline",
            Self::Crease => "Crease",
            Self::Perforation => "Perforation",
            Self::Other => "Technical",
        }
    }

    /// Its name in the trade.
    pub fn korean(self) -> &'static str {
        match self {
            Self::Foil => "박",
            Self::Varnish => "부분 코팅",
            Self::Die => "톰슨선",
            Self::Crease => "오시선",
            Self::Perforation => "미싱선",
            Self::Other => "후가공",
        }
    }

    /// What its plate looks like to those who proof a file: C, M, Y, K from 0 to 1.
    pub fn look(self) -> [f64; 4] {
        match self {
            Self::Foil => [0.0, 0.25, 0.8, 0.2],
            Self::Varnish => [0.3, 0.0, 0.0, 0.0],
            Self::Die => [0.0, 1.0, 0.0, 0.0],
            Self::Crease => [1.0, 0.0, 0.0, 0.0],
            Self::Perforation => [1.0, 0.0, 1.0, 0.0],
            Self::Other => [0.0, 0.5, 1.0, 0.0],
        }
    }

    /// By what a layer says that it is for (ISO 19593-1, 6.2): its group, and its type within it. White is an ink.
    pub(crate) fn of_step(group: &[u8], kind: &[u8]) -> Option<Self> {
        Some(match (group, kind) {
            (b"White", _) => return None,
            (b"Varnish", _) => Self::Varnish,
            (b"Structural", b"FoilStamping" | b"ColdFoilStamping") => Self::Foil,
            (b"Structural", b"Perforating") => Self::Perforation,
            (b"Structural", b"Creasing" | b"ReverseCreasing" | b"Folding") => Self::Crease,
            (b"Structural", b"Drilling" | b"Punching") => Self::Die,
            (b"Structural", kind) if kind.windows(7).any(|part| part == b"Cutting") => Self::Die,
            _ => Self::Other,
        })
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
            // What it is for is not known.
            Self::Other => return dictionary! { "Type" => "OCG", "Name" => string(plate) },
        };
        dictionary! { "Type" => "OCG", "Name" => string(plate), "GTS_Metadata" => step }
    }
}
