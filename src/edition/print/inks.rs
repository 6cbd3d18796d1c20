//! The inks a number is printed with: its spot inks, and its plates where they are few.

use crate::document::{listing, quoted};
use crate::edition::print::messages as say;
use crate::layout::spec::Layout;
use crate::manifest::model::{Finishing, Issue, Print};
use jikji_diagnostic::source::Span;
use jikji_diagnostic::{Diagnostic, Lang, Phrase, Words};
use jikji_prepress::finish::Finish;
use jikji_prepress::preflight::{Role, Shop, spot_ink};
use jikji_prepress::spot::SpotInk;
use jikji_prepress::technical;
use jikji_prepress::x4::Few;

/// What black is called among the inks.
const BLACK: &str = "K";
/// The plates of the others of the process, which they are called by, and what they look like.
const COLOURS: [(&str, [f64; 4]); 3] = [
    ("Cyan", [1.0, 0.0, 0.0, 0.0]),
    ("Magenta", [0.0, 1.0, 0.0, 0.0]),
    ("Yellow", [0.0, 0.0, 1.0, 0.0]),
];

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

/// What a shop says that a plate is for, if it knows it: an ink, or something of the finishing.
fn at_shop(shop: &Shop, name: &str) -> Option<Option<Finish>> {
    let spot = shop.spot(name.as_bytes())?;
    Some(match spot.role {
        Role::Ink => None,
        Role::Finish(finish) => Some(finish),
    })
}

/// The same, or what it is for by what shops call it.
fn by_name(shop: &Shop, name: &str) -> Option<Finish> {
    at_shop(shop, name).unwrap_or_else(|| technical::finish(name))
}

/// What the trade calls what a plate is for.
fn word(finish: Option<Finish>) -> Words {
    Words { ko: finish.map_or("잉크", Finish::korean), en: finish.map_or("ink", Finish::name) }
}

/// The inks of a number.
#[derive(Debug, Clone, Default)]
pub struct Inks {
    /// Every spot ink that somebody declares, and the plates for the finishing.
    pub spots: Vec<SpotInk>,
    /// Whether the number has no plates but black's and one other ink's at most.
    few: bool,
    /// Whether black is none of them.
    alone: bool,
    /// That other ink, by its place among all.
    spot: Option<usize>,
    /// Whether pictures are printed with it.
    pictures: bool,
    /// The plates of the art for the finishing, by their places among the spot inks.
    art: Vec<usize>,
    /// What the shop says of spot colours.
    shop: Shop,
}

impl Inks {
    /// Those of the layout and the manifest; what cannot be goes to `found`.
    pub fn of(issue: &Issue, layout: &Layout, found: &mut Vec<Diagnostic>) -> Self {
        let (print, mut spots) = (&issue.print, layout.inks.spots.clone());
        let shop = print.shop.as_ref().map(|shop| shop.value.limits.shop.clone());
        let shop = shop.unwrap_or_default();
        for said in &print.spots {
            let before = place(&spots, &said.name, said.span, found);
            match (said.ink(before.map(|at| &spots[at]), found), before) {
                (Some(ink), Some(at)) => spots[at] = ink,
                (Some(ink), None) => spots.push(ink),
                (None, _) => found.push(
                    Diagnostic::at(crate::layout::messages::SPOT_LOOK, said.span)
                        .arg("spot", quoted(&said.name)),
                ),
            }
        }
        for spot in spots.iter_mut().filter(|spot| spot.finish.is_none()) {
            spot.finish = by_name(&shop, &spot.name);
            spot.overprint |= spot.finish.is_some();
        }
        let pictures = layout.inks.pictures;
        let mut inks = Self { spots, pictures, shop, ..Self::default() };
        inks.check_spelling(print, layout, found);
        print.plates.iter().for_each(|plate| inks.add(plate, found));
        inks.find(issue);
        inks.check_used(issue, layout, found);
        let Some(asked) = &print.inks else { return inks };
        inks.few = true;
        match asked.value.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [BLACK] => {}
            [BLACK, name] | [name, BLACK] if *name != BLACK => {
                inks.beside_black(name, asked.span, found);
            }
            [name] => {
                inks.alone = true;
                inks.beside_black(name, asked.span, found);
            }
            _ => found.push(Diagnostic::at(say::INKS, asked.span)),
        }
        inks
    }

    /// Says which spot inks the shop spells otherwise: where the manifest names them, else where it names the shop.
    fn check_spelling(&self, print: &Print, layout: &Layout, found: &mut Vec<Diagnostic>) {
        let Some(shop) = &print.shop else { return };
        for spot in &self.spots {
            let said = print.spots.iter().find(|said| said.name == spot.name);
            let two = self.spelt_otherwise(&spot.name, said.map_or(shop.span, |said| said.span));
            let of_layout = || format!("layouts/{}", layout.name);
            found.extend(two.map(|two| match said {
                Some(_) => two,
                None => two.origin(of_layout()),
            }));
        }
    }

    /// Says which spot inks the manifest describes and nothing is printed with.
    fn check_used(&self, issue: &Issue, layout: &Layout, found: &mut Vec<Diagnostic>) {
        let print = &issue.print;
        let asked = print.inks.iter().flat_map(|inks| inks.value.iter().map(String::as_str));
        let of_layout = layout.inks.spots.iter().map(|spot| spot.name.as_str());
        let placed = issue.pictures.values().flat_map(|picture| &picture.for_press.inks);
        let placed = placed.map(|ink| ink.name.as_str());
        let plates = self.art.iter().map(|at| self.spots[*at].name.as_str());
        let used: Vec<String> =
            asked.chain(of_layout).chain(placed).chain(plates).map(spot_ink).collect();
        for said in print.spots.iter().filter(|said| !used.contains(&spot_ink(&said.name))) {
            let none = Diagnostic::at(say::SPOT_UNUSED, said.span);
            found.push(none.arg("name", quoted(&said.name)).arg("ink", format!("{:?}", said.name)));
        }
    }

    /// That the shop spells an ink or a plate otherwise, if it does.
    fn spelt_otherwise(&self, name: &str, at: Span) -> Option<Diagnostic> {
        let theirs = self.shop.spot(name.as_bytes()).filter(|spot| spot.name != name)?;
        let known = quoted(&theirs.name);
        let known = Phrase::of(|lang| match lang {
            Lang::Ko => format!("인쇄소 설정의 {known}"),
            Lang::En => format!("{known} of the shop profile"),
        });
        let two = Diagnostic::at(say::INK_SPELT, at).arg("name", quoted(name));
        Some(two.arg("known", known))
    }

    /// Takes in the ink that is not black of a number of few.
    fn beside_black(&mut self, name: &str, at: Span, found: &mut Vec<Diagnostic>) {
        if let Some((name, look)) = COLOURS.iter().find(|(plate, _)| *plate == name) {
            let (name, look) = ((*name).into(), *look);
            let ink = SpotInk { name, look, lab: None, overprint: false, finish: None };
            self.spot = Some(self.spots.len());
            return self.spots.push(ink);
        }
        self.spot = place(&self.spots, name, at, found);
        match self.spot.map(|at| self.spots[at].finish) {
            None => found.push(self.unknown(name, at)),
            Some(Some(_)) => {
                found.push(Diagnostic::at(say::INK_FINISH, at).arg("name", quoted(name)));
            }
            Some(None) => {}
        }
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

    /// What the plate of art for the finishing is called: by the manifest, else by the shop if it has one for such.
    fn name(&self, art: &Finishing, found: &mut Vec<Diagnostic>) -> String {
        if let Some(name) = &art.name {
            return name.value.clone();
        }
        let finish = art.finish.value;
        let theirs = self.shop.spots.iter().flatten();
        let theirs = theirs.filter(|spot| spot.role == Role::Finish(finish));
        let theirs: Vec<&str> = theirs.map(|spot| spot.name.as_str()).collect();
        if theirs.len() > 1 {
            let which = Diagnostic::at(say::PLATE_WHICH, art.finish.span);
            let which = which.arg("path", quoted(&art.file)).arg("finish", word(Some(finish)));
            found.push(which.arg("known", listing(theirs.iter().copied())));
        }
        theirs.first().map_or(finish.plate(), |name| *name).to_string()
    }

    /// Takes in the plate of art for the finishing.
    fn add(&mut self, art: &Finishing, found: &mut Vec<Diagnostic>) {
        let finish = art.finish.value;
        let name = self.name(art, found);
        // Without a name it is called by its kind.
        let at = art.name.as_ref().map_or(art.finish.span, |name| name.span);
        let known = place(&self.spots, &name, at, found);
        if known.is_none() {
            found.extend(self.spelt_otherwise(&name, at));
        }
        let of_known = known.map(|known| self.spots[known].finish);
        let of_shop = at_shop(&self.shop, &name);
        if let Some(other) = of_known.into_iter().chain(of_shop).find(|is| *is != Some(finish)) {
            let two = Diagnostic::at(say::PLATE_OTHER, art.finish.span).arg("name", quoted(&name));
            found.push(two.arg("other", word(other)).arg("kind", quoted(finish.name())));
        }
        let plate = known.unwrap_or_else(|| self.push(name, finish));
        self.art.push(plate);
    }

    fn push(&mut self, name: String, finish: Finish) -> usize {
        let (look, finish) = (finish.look(), Some(finish));
        self.spots.push(SpotInk { name, look, lab: None, overprint: true, finish });
        self.spots.len() - 1
    }

    /// Takes in the plates for the finishing that placed pages have among their spot inks: as the shop says, else
    /// their layers, else their names.
    fn find(&mut self, issue: &Issue) {
        for ink in issue.pictures.values().flat_map(|picture| &picture.for_press.inks) {
            let plain = spot_ink(&ink.name);
            let of_name = || ink.step.or_else(|| technical::finish(&ink.name));
            let finish = at_shop(&self.shop, &ink.name).unwrap_or_else(of_name);
            let known = self.spots.iter().any(|spot| spot_ink(&spot.name) == plain);
            if let Some(finish) = finish.filter(|_| !known) {
                self.push(ink.name.clone(), finish);
            }
        }
    }

    /// The plate of the art for the finishing that the manifest names at this place.
    pub fn of_art(&self, place: usize) -> &SpotInk {
        &self.spots[self.art[place]]
    }

    /// What a plate is for, if it carries no ink.
    pub fn finish(&self, plate: &str) -> Option<Finish> {
        match self.spots.iter().find(|spot| spot.name == plate) {
            Some(spot) => spot.finish,
            None => by_name(&self.shop, plate),
        }
    }

    /// The plates that carry no ink.
    pub fn technical(&self) -> impl Iterator<Item = &SpotInk> {
        self.spots.iter().filter(|spot| spot.finish.is_some())
    }

    /// The plates, where they are few.
    pub fn few(&self) -> Option<Few<'_>> {
        let spot = self.spot.and_then(|at| self.spots.get(at));
        let (pictures, alone) = (self.pictures && spot.is_some(), self.alone);
        self.few.then_some(Few { spot, pictures, alone })
    }

    /// The plates by name, where they are few: `K`, `PANTONE 286 C`.
    pub fn plates(&self) -> Vec<String> {
        let spot = self.few().and_then(|few| Some(few.spot?.name.clone()));
        let black = (self.few && !self.alone).then(|| BLACK.to_string());
        black.into_iter().chain(spot).collect()
    }
}
