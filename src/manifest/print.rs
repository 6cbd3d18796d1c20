//! Reads `[print]`: what the print shop needs.
//!
//! Whether a page can be printed so is the print edition's to see to.

use super::field::Reader;
use super::inputs::Input;
use super::model::{PROFILES, Print, Profile};
use super::order;
use crate::document::{Node, Table, listing, quoted};
use crate::layout::{length, spots};
use crate::manifest::messages as msg;
use crate::shop::{self, ShopProfile, messages as shop_msg, no_condition};
use jikji_diagnostic::Diagnostic;
use jikji_diagnostic::source::{Spanned, Text};
use jikji_prepress::preflight::Standard;
use jikji_prepress::profile::elsewhere;
use jikji_prepress::spot::process;

/// Ways to bind.
pub const BINDINGS: [&str; 2] = ["saddle-stitch", "perfect"];
/// What shops call them.
const BINDING_WORDS: [(&str, &str); 4] = [
    ("중철", "saddle-stitch"),
    ("스테이플", "saddle-stitch"),
    ("무선", "perfect"),
    ("떡제본", "perfect"),
];
/// Keys of `[print]`, but for [`order::KEYS`].
const KEYS: [&str; 13] = [
    "trim", "bleed", "marks", "profile", "binding", "paper", "quantity", "split", "shop", "inks",
    "spots", "plates", "outlines",
];
/// Sides of a trimmed page, mm.
const TRIM: std::ops::RangeInclusive<f64> = 50.0..=1000.0;
/// Bleed, mm.
pub const BLEED: std::ops::RangeInclusive<f64> = 0.0..=20.0;
/// The most copies.
const MOST_COPIES: i64 = 1_000_000;
/// The largest ICC profile, in bytes.
pub const LARGEST_PROFILE: u64 = 16 << 20;

impl Reader<'_> {
    /// `[print]`, or what holds without it.
    pub fn print(&mut self, root: Table<'_>) -> Print {
        let mut print = Print::default();
        let table = root.get("print").and_then(|node| node.table(&mut self.problems));
        let Some(table) = table else { return print };
        let keys: Vec<&str> = KEYS.iter().chain(&order::KEYS).copied().collect();
        let table = table.only(&keys, "[print]", &mut self.problems);
        if let Some(node) = table.get("shop") {
            self.for_shop(node, &mut print);
        }
        print.trim = table.get("trim").and_then(|node| self.trim(node));
        if let Some(node) = table.get("bleed") {
            print.bleed = self.bleed(node);
        }
        if let Some(node) = table.get("profile")
            && let Some(profile) = self.profile(node)
        {
            (print.profile, print.profile_at) = (profile, Some(node.span()));
        }
        print.quantity = table.get("quantity").and_then(|node| self.quantity(node));
        if let Some(node) = table.get("paper") {
            print.paper = self.paper(node);
        }
        if let Some(binding) = table.get("binding").and_then(|node| self.binding(node)) {
            print.binding = binding;
        }
        if let Some(given) = table.get("marks").and_then(|n| n.boolean(&mut self.problems)) {
            print.marks = given;
        }
        if let Some(node) = table.get("split") {
            let asked = node.boolean(&mut self.problems) == Some(true);
            print.split = asked.then_some(node.span());
        }
        print.order = self.order(table);
        print.inks = table.get("inks").and_then(|node| self.inks(node));
        if let Some(node) = table.get("outlines") {
            let asked = node.boolean(&mut self.problems) == Some(true);
            print.outlines = asked.then_some(node.span());
        }
        print.spots = spots::read(table, &mut self.problems);
        print.plates = self.plates(table);
        print
    }

    /// The inks, each by its name, those of the process by that of their plates and black as `K`; a list with none asks
    /// for nothing, which is told.
    fn inks(&mut self, node: Node<'_>) -> Option<Spanned<Vec<String>>> {
        let inks = node.list(&mut self.problems)?.into_iter();
        if inks.len() == 0 {
            self.problems.push(node.problem(msg::INKS_NONE));
        }
        let named = |name: &str| match process(name) {
            Some("Black") => "K".to_string(),
            plate => plate.unwrap_or(name).to_string(),
        };
        let names = inks.filter_map(|node| node.text(&mut self.problems));
        let value: Vec<String> = names.map(|name| named(name.value.trim())).collect();
        (!value.is_empty()).then(|| Spanned { value, span: node.span() })
    }

    /// What the print shop's profile says; what the manifest says itself goes before it.
    fn for_shop(&mut self, node: Node<'_>, print: &mut Print) {
        let Some(shop) = self.shop(node) else { return };
        let standard = shop.limits.standard;
        if matches!(standard, Standard::X3 | Standard::X1a) {
            let refused = node.problem(shop_msg::STANDARD).arg("name", quoted(&shop.name));
            self.problems.push(refused.arg("standard", standard.to_string()));
        }
        let span = node.span();
        print.bleed = shop.bleed_mm.map(|value| Spanned { value, span });
        print.marks = shop.limits.expect_marks.unwrap_or(print.marks);
        if let Some(condition) = &shop.condition {
            print.profile = Profile::BuiltIn(condition.clone());
        }
        print.shop = Some(Spanned { value: shop, span });
    }

    /// A built-in shop profile's name, or the path of one.
    fn shop(&mut self, node: Node<'_>) -> Option<ShopProfile> {
        let written = node.text(&mut self.problems)?;
        if let Some(known) = shop::built_in(&written.value) {
            return Some(known);
        }
        if !written.value.ends_with(".toml") {
            let span = Some(written.span);
            return self.refuse(Diagnostic { span, ..shop::unknown(&written.value) });
        }
        let input = match self.inputs.read(&written.value, shop::LARGEST, written.span) {
            Ok(input) => input,
            Err(problem) => return self.refuse(problem),
        };
        let shown = self.inputs.shown(&input.name);
        shop::read(&shown, &input.bytes, self.sources)
            .map_err(|found| self.problems.extend(found))
            .ok()
    }

    fn trim(&mut self, node: Node<'_>) -> Option<Spanned<(f64, f64)>> {
        let written = node.text(&mut self.problems)?;
        let size = length::paper(&written.value);
        let size = size.filter(|(width, height)| TRIM.contains(width) && TRIM.contains(height));
        let known = || listing(length::papers());
        let size = size.map(|value| Spanned { value, span: written.span });
        size.or_else(|| self.refuse(node.problem(msg::PAPER_SIZE).arg("known", known())))
    }

    fn bleed(&mut self, node: Node<'_>) -> Option<Spanned<f64>> {
        let written = node.text(&mut self.problems)?;
        let bleed = length::millimetres(&written.value).filter(|mm| BLEED.contains(mm));
        let bleed = bleed.map(|value| Spanned { value, span: written.span });
        bleed.or_else(|| self.refuse(node.problem(msg::BLEED)))
    }

    fn quantity(&mut self, node: Node<'_>) -> Option<u32> {
        let copies = node.integer(&mut self.problems)?;
        match (1..=MOST_COPIES).contains(&copies) {
            true => u32::try_from(copies).ok(),
            false => self.refuse(node.problem(msg::QUANTITY).arg("most", MOST_COPIES)),
        }
    }

    fn binding(&mut self, node: Node<'_>) -> Option<String> {
        let binding = node.text(&mut self.problems)?.value;
        if BINDINGS.contains(&binding.as_str()) {
            return Some(binding);
        }
        let meant = BINDING_WORDS.iter().find(|(word, _)| binding.contains(word));
        self.refuse(node.not_among_called(&BINDINGS, meant.map(|(_, name)| *name)))
    }

    /// One paper for all, or `{ cover, inside }`.
    fn paper(&mut self, node: Node<'_>) -> (Option<Text>, Option<Text>) {
        if node.is_text() {
            let paper = node.text(&mut self.problems);
            return (paper.clone(), paper);
        }
        self.of_both(node, "paper")
    }

    /// A built-in profile's name, or the path of an ICC file.
    fn profile(&mut self, node: Node<'_>) -> Option<Profile> {
        let written = node.text(&mut self.problems)?;
        if PROFILES.contains(&written.value.as_str()) {
            return Some(Profile::BuiltIn(written.value));
        }
        if !written.value.contains(['.', '/']) {
            let problem = no_condition(node, &written.value, msg::PROFILE_ELSEWHERE);
            return self.refuse(problem);
        }
        match self.inputs.read(&written.value, LARGEST_PROFILE, written.span) {
            Ok(Input { name, bytes, .. }) => {
                Some(Profile::File { name, bytes, span: written.span })
            }
            Err(problem) => match elsewhere(&written.value) {
                Some(found) if problem.message == msg::PATH_MISSING => {
                    let missing = node.problem(msg::PROFILE_FILE);
                    let missing = missing.arg("path", quoted(&written.value));
                    let missing = missing.arg("condition", found.condition);
                    self.refuse(missing.arg("file", found.file).arg("from", found.from))
                }
                _ => self.refuse(problem),
            },
        }
    }
}
