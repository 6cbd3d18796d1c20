//! Reads a shop profile's keys.

use std::collections::{BTreeMap, HashSet};
use std::ops::RangeInclusive;

use super::condition::no_condition;
use super::messages as msg;
use super::profile::ShopProfile;
use crate::document::messages as document_msg;
use crate::document::{Node, Table, listing, quoted};
use crate::layout::length::{self, PT_PER_MM};
use crate::layout::messages::SPOT_NAME;
use crate::layout::spots::is_ink_name;
use jikji_diagnostic::Diagnostic;
use jikji_prepress::preflight::{
    Limits, PageCounts, Role, Shop, Spot, Standard, Weight, can_weigh_otherwise, rules, spot_ink,
};
use jikji_prepress::profile::{NAMES, OutputProfile};
use jikji_prepress::technical;

/// Keys of a profile.
pub const KEYS: [&str; 14] = [
    "name", "standard", "profile", "trim", "bleed", "margin", "marks", "pages", "ink", "spots",
    "images", "text", "lines", "severity",
];
pub const PAGES: [&str; 3] = ["least", "most", "multiple"];
pub const INK: [&str; 3] = ["limit", "area", "count"];
pub const IMAGES: [&str; 3] = ["ppi", "least-ppi", "line-ppi"];
pub const TEXT: [&str; 2] = ["least", "rich"];
pub const LINES: [&str; 1] = ["least"];

/// Bleed and margins, mm.
const NEAR_TRIM: RangeInclusive<f64> = 0.0..=50.0;
/// Sizes of text, pt.
const TEXT_PT: RangeInclusive<f64> = 0.0..=72.0;
/// Widths of lines, pt.
const LINE_PT: RangeInclusive<f64> = 0.0..=10.0;
/// Resolutions, ppi.
const PPI: RangeInclusive<f64> = 0.0..=4800.0;
/// Total ink, %: up to twelve plates.
const INK_PERCENT: RangeInclusive<f64> = 50.0..=1200.0;
/// Areas, mm².
const AREA: RangeInclusive<f64> = 0.0..=10_000.0;
/// Pages and plates.
const COUNT: RangeInclusive<f64> = 1.0..=9999.0;
/// Sides of a trimmed page, mm.
const TRIM: RangeInclusive<f64> = 5.0..=5000.0;

/// What reading a profile gathers.
pub struct Reading<'p> {
    /// What was found wrong so far.
    pub problems: &'p mut Vec<Diagnostic>,
}

impl<'a> Reading<'_> {
    /// The whole profile; `shown` names it if it does not itself.
    pub fn profile(&mut self, shown: &str, root: Table<'a>) -> ShopProfile {
        let root = root.only(&KEYS, shown, self.problems);
        let name = root.get("name").and_then(|node| node.text(self.problems));
        let condition = root.get("profile").and_then(|node| self.condition(node));
        let standards = Standard::ALL.map(Standard::name);
        let standard = self.choice(root, "standard", &standards).and_then(Standard::named);
        let bleed_mm = self.length(root, "bleed", &NEAR_TRIM);
        let usual = Limits::default();
        let mut limits = Limits {
            standard: standard.unwrap_or_default(),
            bleed_mm: bleed_mm.unwrap_or(usual.bleed_mm),
            safe_margin_mm: self.length(root, "margin", &NEAR_TRIM).unwrap_or(usual.safe_margin_mm),
            expect_marks: root.get("marks").and_then(|node| node.boolean(self.problems)),
            ink_by_intent: true,
            ..usual
        };
        let built_in = condition.and_then(OutputProfile::built_in);
        if let Some(profile) = &built_in {
            limits.ink_limit_percent = profile.ink_limit_percent;
        }
        self.measures(root, &mut limits);
        let printed_by = built_in.map(|profile| profile.condition);
        limits.shop = Shop { condition: printed_by, ..self.shop(root) };
        ShopProfile {
            name: name.map_or_else(|| shown.to_string(), |name| name.value),
            limits,
            condition: condition.map(str::to_string),
            bleed_mm,
        }
    }

    /// A printing condition whose profile comes with the program.
    fn condition(&mut self, node: Node<'a>) -> Option<&'static str> {
        let written = node.text(self.problems)?.value;
        let known = NAMES.into_iter().find(|name| *name == written);
        if known.is_none() {
            self.problems.push(no_condition(node, &written, msg::CONDITION_ELSEWHERE));
        }
        known
    }

    /// What ink, pictures, text and lines are held to.
    fn measures(&mut self, root: Table<'a>, limits: &mut Limits) {
        if let Some(ink) = self.table(root, "ink", &INK) {
            if let Some(limit) = self.number(ink, "limit", &INK_PERCENT) {
                (limits.ink_limit_percent, limits.ink_by_intent) = (limit, false);
            }
            set(&mut limits.min_ink_area_mm2, self.number(ink, "area", &AREA));
        }
        if let Some(images) = self.table(root, "images", &IMAGES) {
            let (ppi, least) =
                (self.number(images, "ppi", &PPI), self.number(images, "least-ppi", &PPI));
            if ppi.zip(least).is_some_and(|(ppi, least)| least > ppi) {
                self.contradicts(images, "least-ppi", "ppi");
            }
            set(&mut limits.min_image_ppi_warning, ppi);
            set(&mut limits.min_image_ppi_error, least);
            set(&mut limits.line_art, self.number(images, "line-ppi", &PPI));
        }
        if let Some(text) = self.table(root, "text", &TEXT) {
            set(&mut limits.min_text_pt, self.points(text, "least", &TEXT_PT));
            set(&mut limits.min_rich_text_pt, self.points(text, "rich", &TEXT_PT));
        }
        if let Some(lines) = self.table(root, "lines", &LINES) {
            set(&mut limits.min_stroke_pt, self.points(lines, "least", &LINE_PT));
        }
    }

    /// What no press asks, but this shop does.
    fn shop(&mut self, root: Table<'a>) -> Shop {
        let pages = self.table(root, "pages", &PAGES);
        let mut count = |key| pages.and_then(|pages| self.count(pages, key));
        let pages =
            PageCounts { least: count("least"), most: count("most"), multiple: count("multiple") };
        self.possible(root, pages);
        let ink = root.get("ink").and_then(Node::as_table);
        Shop {
            trims_mm: root.get("trim").map_or(vec![], |node| self.trims(node)),
            pages,
            most_inks: ink.and_then(|ink| self.count(ink, "count")),
            spots: root.get("spots").and_then(|node| self.spots(node)),
            condition: None,
            technical: vec![],
            weights: root.get("severity").map_or_else(Default::default, |node| self.weights(node)),
        }
    }

    /// Whether any number of pages is what is asked.
    fn possible(&mut self, root: Table<'a>, asked: PageCounts) {
        let Some(table) = root.get("pages").and_then(Node::as_table) else { return };
        let PageCounts { least, most, multiple } = asked;
        let (Some(most), multiple) = (most, multiple.unwrap_or(1).max(1)) else { return };
        let least = least.unwrap_or(1);
        if least > most {
            self.contradicts(table, "least", "most");
        } else if least.div_ceil(multiple) * multiple > most {
            self.contradicts(table, "multiple", "most");
        }
    }

    /// Tells of a key that cannot be with another.
    fn contradicts(&mut self, table: Table<'a>, key: &str, other: &str) {
        let Some(node) = table.get(key) else { return };
        let written = table.get(other).map(|node| node.excerpt()).unwrap_or_default();
        let other = quoted(format!("{other} = {written}"));
        self.problems.push(node.problem(msg::CONTRADICTS).arg("other", other));
    }

    /// One size or a list of them.
    fn trims(&mut self, node: Node<'a>) -> Vec<(f64, f64)> {
        let nodes = match node.is_text() {
            true => vec![node],
            false => node.list(self.problems).unwrap_or_default(),
        };
        nodes.into_iter().filter_map(|node| self.trim(node)).collect()
    }

    fn trim(&mut self, node: Node<'a>) -> Option<(f64, f64)> {
        let written = node.text(self.problems)?.value;
        let size = length::paper(&written);
        let size = size.filter(|(width, height)| TRIM.contains(width) && TRIM.contains(height));
        if size.is_none() {
            self.problems.push(node.problem(msg::TRIM).arg("known", listing(length::papers())));
        }
        size
    }

    fn spots(&mut self, node: Node<'a>) -> Option<Vec<Spot>> {
        let mut spots: Vec<Spot> = vec![];
        let mut known = HashSet::new();
        for node in node.list(self.problems)? {
            let Some(table) = node.table(self.problems) else { continue };
            let table = table.only(&["name", "role"], "[[spots]]", self.problems);
            let name = table.require("name", "[[spots]]", self.problems);
            let role = table.get("role").and_then(|node| self.role(node));
            let Some(named) = name.and_then(|name| Some((name, name.text(self.problems)?))) else {
                continue;
            };
            let (node, name) = (named.0, named.1.value.trim().to_string());
            if !is_ink_name(&name) {
                self.problems.push(node.problem(SPOT_NAME));
                continue;
            }
            if !known.insert(spot_ink(&name)) {
                self.problems.push(node.problem(msg::SPOT_TWICE));
                continue;
            }
            spots.push(Spot { name, role: role.unwrap_or(Role::Ink) });
        }
        Some(spots)
    }

    fn role(&mut self, node: Node<'a>) -> Option<Role> {
        let written = node.text(self.problems)?.value;
        let role = Role::named(&written);
        if role.is_none() {
            let ink = ["잉크", "별색"].contains(&written.as_str()).then_some(Role::Ink);
            let meant = technical::purpose(&written).map(Role::Finish).or(ink).map(Role::name);
            self.problems.push(node.not_among_called(&Role::names(), meant));
        }
        role
    }

    fn weights(&mut self, node: Node<'a>) -> BTreeMap<&'static str, Weight> {
        let mut weights = BTreeMap::new();
        let Some(table) = node.table(self.problems) else { return weights };
        for (place, node) in table.entries() {
            let Some(rule) = rules::all().find(|rule| rule.code == node.key()) else {
                let unknown = Diagnostic::at(msg::NO_RULE, place).arg("rule", quoted(node.key()));
                self.problems.push(unknown);
                continue;
            };
            if !can_weigh_otherwise(rule) {
                let fixed = Diagnostic::at(msg::RULE_FIXED, place).arg("rule", quoted(rule.code));
                self.problems.push(fixed);
                continue;
            }
            let Some(written) = node.text(self.problems) else { continue };
            match Weight::NAMES.iter().find(|(name, _)| *name == written.value) {
                Some((_, weight)) => drop(weights.insert(rule.code, *weight)),
                None => self.problems.push(node.not_among(&Weight::NAMES.map(|(name, _)| name))),
            }
        }
        weights
    }

    /// A table of the profile, if it is there.
    fn table(&mut self, root: Table<'a>, key: &str, keys: &'a [&'a str]) -> Option<Table<'a>> {
        let table = root.get(key)?.table(self.problems)?;
        Some(table.only(keys, &format!("[{key}]"), self.problems))
    }

    /// One of some words, if it is there.
    fn choice<'k>(&mut self, table: Table<'a>, key: &str, known: &[&'k str]) -> Option<&'k str> {
        let node = table.get(key)?;
        let written = node.text(self.problems)?;
        let found = known.iter().find(|name| **name == written.value).copied();
        if found.is_none() {
            self.problems.push(node.not_among(known));
        }
        found
    }

    fn number(&mut self, table: Table<'a>, key: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        let node = table.get(key)?;
        let number = node.number(self.problems)?;
        self.within(node, number, range, "")
    }

    fn count(&mut self, table: Table<'a>, key: &str) -> Option<usize> {
        let node = table.get(key)?;
        let count = node.integer(self.problems)?;
        self.within(node, count as f64, &COUNT, "").map(|_| count as usize)
    }

    /// A length in mm.
    fn length(&mut self, table: Table<'a>, key: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        let (node, mm) = self.millimetres(table, key)?;
        self.within(node, mm, range, "mm")
    }

    /// A length in pt.
    fn points(&mut self, table: Table<'a>, key: &str, range: &RangeInclusive<f64>) -> Option<f64> {
        let (node, mm) = self.millimetres(table, key)?;
        // Without what is lost on the way through millimetres.
        let pt = (mm * PT_PER_MM * 1e6).round() / 1e6;
        self.within(node, pt, range, "pt")
    }

    fn millimetres(&mut self, table: Table<'a>, key: &str) -> Option<(Node<'a>, f64)> {
        let node = table.get(key)?;
        let written = node.text(self.problems)?;
        let mm = length::millimetres(&written.value);
        if mm.is_none() {
            self.problems.push(node.problem(document_msg::LENGTH));
        }
        Some((node, mm?))
    }

    fn within(
        &mut self,
        node: Node<'a>,
        value: f64,
        range: &RangeInclusive<f64>,
        unit: &str,
    ) -> Option<f64> {
        if range.contains(&value) {
            return Some(value);
        }
        let end = |end: &f64| format!("{end}{unit}");
        let beyond = node.problem(msg::RANGE).arg("least", end(range.start()));
        self.problems.push(beyond.arg("most", end(range.end())));
        None
    }
}

/// Takes over what was written.
fn set(limit: &mut f64, written: Option<f64>) {
    *limit = written.unwrap_or(*limit);
}
