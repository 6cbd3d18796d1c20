//! What one print shop asks for: its sizes, its counts of pages and inks, the spot colours it takes, and how much
//! each rule weighs for it.
//!
//! How a shop writes that down is not known here.

use std::collections::BTreeMap;

use jikji_diagnostic::{Message, Severity};

use super::rules;
use crate::finish::Finish;
use crate::pdf::text;
use crate::{spot, technical};

/// What a spot colour's plate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// An ink.
    Ink,
    /// The finishing.
    Finish(Finish),
}

impl Role {
    /// What shops write for all of them.
    pub fn names() -> Vec<&'static str> {
        [Self::Ink.name()].into_iter().chain(Finish::NAMES).collect()
    }

    /// By what shops write.
    pub fn named(name: &str) -> Option<Self> {
        match name == Self::Ink.name() {
            true => Some(Self::Ink),
            false => Finish::named(name).map(Self::Finish),
        }
    }

    /// What shops write.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Finish(finish) => finish.name(),
        }
    }
}

/// A spot colour that a shop takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Its name in files; another spelling makes no other.
    pub name: String,
    /// What it is for.
    pub role: Role,
}

/// How many pages a job may have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageCounts {
    /// At least so many.
    pub least: Option<usize>,
    /// At most so many.
    pub most: Option<usize>,
    /// So many times a whole number.
    pub multiple: Option<usize>,
}

/// What breaking a rule weighs for a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It is an error.
    Error,
    /// It is a warning.
    Warning,
    /// It is nothing.
    Off,
}

impl Weight {
    /// All of them with what shops write.
    pub const NAMES: [(&str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("off", Self::Off)];

    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Off => None,
        }
    }
}

/// Whether a shop may have a rule weigh otherwise: not where a file that nobody could read would pass.
pub fn can_weigh_otherwise(rule: &Message) -> bool {
    !rule.code.starts_with("P01") || rule == rules::VERSION || rule == rules::UNBALANCED
}

/// All of it. Whatever is left out is not asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shop {
    /// The finished sizes it takes, width and height in mm; empty for any.
    pub trims_mm: Vec<(f64, f64)>,
    /// How many pages.
    pub pages: PageCounts,
    /// Most plates with ink on them, spots among them, technical ones apart.
    pub most_inks: Option<usize>,
    /// The spot colours it takes; none for any.
    pub spots: Option<Vec<Spot>>,
    /// The printing condition it prints by, as it is registered (`FOGRA39`) or as its profile is called; none for any.
    pub condition: Option<String>,
    /// Plates of the job that carry no ink, besides, and what they are for.
    pub technical: Vec<(String, Finish)>,
    /// What rules weigh, by their codes, where not what they weigh by themselves.
    pub weights: BTreeMap<&'static str, Weight>,
}

impl Shop {
    /// Whether a plate of this name carries no ink.
    pub(super) fn is_technical(&self, plate: &[u8]) -> bool {
        self.finish(plate).is_some()
    }

    /// What a plate of this name is for, if it carries no ink: as the shop says, else by what shops call such plates.
    pub(super) fn finish(&self, plate: &[u8]) -> Option<Finish> {
        match self.spot(plate).map(|spot| spot.role) {
            Some(Role::Ink) => None,
            Some(Role::Finish(finish)) => Some(finish),
            None => {
                let plate = text::name(plate);
                let own = self.technical.iter().find(|(name, _)| *name == plate);
                let by_name = || technical::finish(&plate);
                own.map(|(_, finish)| *finish).or_else(by_name)
            }
        }
    }

    /// The spot colour it takes by this name.
    pub fn spot(&self, plate: &[u8]) -> Option<&Spot> {
        let plate = spot::ink(&text::name(plate));
        self.spots.iter().flatten().find(|spot| spot::ink(&spot.name) == plate)
    }
}
