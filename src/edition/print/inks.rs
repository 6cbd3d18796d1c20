//! The inks a number is printed with: its spot inks, and its plates where they are few.

use crate::document::{listing, quoted};
use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::model::{Finishing, Print};
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Lang, Phrase};
use jikji_prepress::finish::Finish;
use jikji_prepress::preflight::{Role, Spot, spot_ink};
use jikji_prepress::spot::SpotInk;
use jikji_prepress::x4::Few;

/// What black is called among the inks.
const BLACK: &str = "K";

/// The place of an ink among those that are known; a name that is spelt otherwise, which makes another plate, is in
/// `found`.
fn place(known: &[SpotInk], name: &str, at: Span, found: &mut Vec<Diagnostic>) -> Option<usize> {
    let plain = spot_ink(name);
    let place = known.iter().position(|spot| spot_ink(&spot.name) == plain)?;
    let before = &known[place].name;
    if before != name {
        let two = Diagnostic::at(say::INK_SPELT, at).arg("name", quoted(name));
        found.push(two.arg("known", quoted(before)));
    }
    Some(place)
}

/// The inks of a number.
#[derive(Debug, Clone, Default)]
pub struct Inks {
    /// Every spot ink that somebody declares, and the plates for the finishing.
    pub spots: Vec<SpotInk>,
    /// Whether the number has no plates but black's and one spot ink's at most.
    few: bool,
    /// That spot ink, by its place among all.
    spot: Option<usize>,
    /// Whether pictures are printed with it.
    pictures: bool,
    /// The plates of the art for the finishing, by their places among the spot inks.
    art: Vec<usize>,
}

impl Inks {
    /// Those of the layout and the manifest; what cannot be goes to `found`.
    pub fn of(print: &Print, layout: &Layout, found: &mut Vec<Diagnostic>) -> Self {
        let mut spots = layout.inks.spots.clone();
        for said in &print.spots {
            let before = place(&spots, &said.name, said.span, found);
            match (said.ink(before.map(|at| &spots[at])), before) {
                (Some(ink), Some(at)) => spots[at] = ink,
                (Some(ink), None) => spots.push(ink),
                (None, _) => found.push(
                    Diagnostic::at(crate::layout::messages::SPOT_LOOK, said.span)
                        .arg("spot", quoted(&said.name)),
                ),
            }
        }
        let mut inks = Self { spots, pictures: layout.inks.pictures, ..Self::default() };
        print.plates.iter().for_each(|plate| inks.add(plate, print, found));
        let Some(asked) = &print.inks else { return inks };
        inks.few = true;
        match asked.value.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [BLACK] => {}
            [BLACK, name] if *name != BLACK => {
                inks.spot = place(&inks.spots, name, asked.span, found);
                match inks.spot.map(|at| inks.spots[at].finish) {
                    None => found.push(inks.unknown(name, asked.span)),
                    Some(Some(_)) => found.push(
                        Diagnostic::at(say::INK_FINISH, asked.span).arg("name", quoted(name)),
                    ),
                    Some(None) => {}
                }
            }
            _ => found.push(Diagnostic::at(say::INKS, asked.span)),
        }
        inks
    }

    /// That nobody describes an ink.
    fn unknown(&self, name: &str, at: Span) -> Diagnostic {
        let inks = self.spots.iter().filter(|spot| spot.finish.is_none());
        let known: Vec<String> = inks.map(|spot| spot.name.clone()).collect();
        let known = Phrase::of(move |lang| match (known.is_empty(), lang) {
            (true, Lang::Ko) => "적어 둔 별색이 없습니다".into(),
            (true, Lang::En) => "none is described".into(),
            (false, Lang::Ko) => {
                format!("아는 별색: {}", listing(known.iter().map(String::as_str)))
            }
            (false, Lang::En) => {
                format!("known are: {}", listing(known.iter().map(String::as_str)))
            }
        });
        let unknown = Diagnostic::at(say::INK_UNKNOWN, at).arg("name", quoted(name));
        unknown.arg("table", format!("{name:?}")).arg("known", known)
    }

    /// Takes in the plate of art for the finishing: by the name the manifest gives it, else the shop's for such.
    fn add(&mut self, art: &Finishing, print: &Print, found: &mut Vec<Diagnostic>) {
        let shop = print.shop.as_ref().and_then(|shop| shop.limits.shop.spots.as_ref());
        let role = |spot: &&Spot| spot.role == Role::Finish(art.finish);
        let theirs = shop.and_then(|spots| spots.iter().find(role)).map(|spot| spot.name.clone());
        let name = art.name.clone().or(theirs).unwrap_or_else(|| art.finish.plate().into());
        let known = place(&self.spots, &name, art.span, found);
        let at_shop = shop
            .and_then(|spots| spots.iter().find(|spot| spot_ink(&spot.name) == spot_ink(&name)));
        if known.is_some_and(|known| self.spots[known].finish != Some(art.finish))
            || at_shop.is_some_and(|spot| !role(&spot))
        {
            let other = Diagnostic::at(say::PLATE_OTHER, art.span).arg("name", quoted(&name));
            found.push(other);
        }
        self.art.push(known.unwrap_or_else(|| {
            let (look, finish) = (art.finish.look(), Some(art.finish));
            self.spots.push(SpotInk { name, look, lab: None, overprint: true, finish });
            self.spots.len() - 1
        }));
    }

    /// The plate of the art for the finishing that the manifest names at this place.
    pub fn of_art(&self, place: usize) -> &SpotInk {
        &self.spots[self.art[place]]
    }

    /// What a plate is for, if it carries no ink.
    pub fn finish(&self, plate: &str) -> Option<Finish> {
        self.spots.iter().find(|spot| spot.name == plate)?.finish
    }

    /// The plates that carry no ink.
    pub fn technical(&self) -> impl Iterator<Item = &SpotInk> {
        self.spots.iter().filter(|spot| spot.finish.is_some())
    }

    /// The plates, where they are few.
    pub fn few(&self) -> Option<Few<'_>> {
        let spot = self.spot.and_then(|at| self.spots.get(at));
        self.few.then_some(Few { spot, pictures: self.pictures && spot.is_some() })
    }

    /// The plates by name, where they are few: `K`, `PANTONE 286 C`.
    pub fn plates(&self) -> Vec<String> {
        let spot = self.few().and_then(|few| Some(few.spot?.name.clone()));
        let black = self.few.then(|| BLACK.to_string());
        black.into_iter().chain(spot).collect()
    }
}
