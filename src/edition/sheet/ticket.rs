//! The job ticket: the specification as XJDF 2.2 of CIP4, which the programs of print shops read.
//!
//! It says what the sheet says and nothing else. Lengths are pt there, thickness µm, weights g/m². What XJDF has no
//! word for, such as the names of finishing, stands in comments as it is written.

use std::collections::BTreeSet;

use super::coating::Coating;
use super::xml::Element;
use super::{Content, FinishingPlate, HandedFile, PaperPart, Specification};
use jikji_prepress::binding::{Binding, Paper};
use jikji_prepress::finish::Finish;

/// The vocabulary of XJDF 2.
const NAMESPACE: &str = "http://www.CIP4.org/JDFSchema_2_0";
/// The products by their IDs.
const NUMBER: &str = "number";
const COVER: &str = "cover";
const INSIDE: &str = "inside";
/// Points in a millimetre.
const PT: f64 = 72.0 / 25.4;

/// The ticket of the number whose files are named by `slug`.
pub fn xjdf(about: &Specification, slug: &str) -> String {
    let name = format!("{} {}", about.title, about.number);
    Element::new("XJDF")
        .with("xmlns", NAMESPACE)
        .with("Version", "2.2")
        .with("JobID", slug)
        .with("Types", "Product")
        .with("DescriptiveName", &name)
        .and([Element::new("ProductList")
            .and([whole(about, &name)])
            .and(about.parts.iter().map(|part| of_part(about, part)))])
        .and([set("Color", "").and(colours(about))].into_iter().filter(|_| has_colours(about)))
        .and([customer(about, &name), due(about)].into_iter().flatten())
        .and(run_lists(about))
        .file()
}

/// The finished number.
fn whole(about: &Specification, name: &str) -> Element {
    let (bound, kind, binding) = match about.binding {
        Binding::SaddleStitch => ("SaddleStitch", "Brochure", "SaddleStitching"),
        Binding::Perfect => ("SoftCover", "Book", "SoftCoverBinding"),
    };
    let children: Vec<&str> = about.parts.iter().map(id).collect();
    let children = (children.len() > 1).then(|| children.join(" "));
    let bound = Element::new("BindingIntent")
        .with("BindingType", bound)
        .with("BindingSide", "Left")
        .with_some("ChildRefs", children)
        .and([Element::new(binding)]);
    let size = size(about, about.spine_mm.unwrap_or(0.0));
    let layout = Element::new("LayoutIntent")
        .with("FinishedDimensions", size)
        .with("Pages", about.pages.total)
        .with("Bleed", points(about.bleed_mm));
    let proof = about
        .proof
        .iter()
        .map(|_| intent(Element::new("ContentCheckIntent").and([Element::new("ProofItem")])));
    let said = about.finishing.iter().map(|what| comment(&format!("후가공: {what}")));
    let said = said.chain(about.plates.iter().map(|plate| {
        let pages: Vec<String> = plate.pages.iter().map(ToString::to_string).collect();
        let (name, finish, pages) = (&plate.name, &plate.finish, pages.join(", "));
        comment(&format!("후가공 판: {name} ({finish}), {pages}쪽"))
    }));
    let said = said.chain(about.proof.iter().map(|what| comment(&format!("교정: {what}"))));
    let said = said.chain(about.spine_mm.map(|mm| comment(&format!("책등: {mm} mm"))));
    Element::new("Product")
        .with("ID", NUMBER)
        .with("IsRoot", true)
        .with_some("Amount", about.quantity)
        .with("ProductType", kind)
        .with("DescriptiveName", name)
        .and(said)
        .and([intent(bound)])
        .and(proof)
        .and(foils(about))
        .and([intent(layout)])
}

/// Cover or inside.
fn of_part(about: &Specification, part: &PaperPart) -> Element {
    let comments = part.coating.iter().map(|what| comment(&format!("코팅: {what}")));
    let layout = Element::new("LayoutIntent")
        .with("FinishedDimensions", size(about, 0.0))
        .with("Pages", part.pages)
        .with("Bleed", points(about.bleed_mm));
    // What is coated of a cover is its outside.
    let surface = if part.is_cover { "Front" } else { "Front Back" };
    let coating = part.coating.as_deref().map(Coating::of).unwrap_or_default();
    let film = coating.film.map(|texture| {
        intent(Element::new("LaminatingIntent").with("Surface", surface).with("Texture", texture))
    });
    let media = part.paper.as_deref().map(|paper| intent(media(paper)));
    Element::new("Product")
        .with("ID", id(part))
        .with("IsRoot", false)
        .with("ProductType", if part.is_cover { "Cover" } else { "Body" })
        .with("DescriptiveName", &part.name)
        .and(comments)
        .and([intent(inks(about, part, &coating.coats.join(" ")))])
        .and(film)
        .and([intent(layout)])
        .and(media)
}

/// The inks of both sides; of a cover, the front is the outside.
fn inks(about: &Specification, part: &PaperPart, coats: &str) -> Element {
    let side = |surface: &str, process: &[String], spots: Vec<&str>, coated: bool| {
        let names = process.iter().map(String::as_str);
        let names: Vec<String> = names.chain(spots).map(separation).collect();
        Element::new("SurfaceColor")
            .with("Surface", surface)
            .with_some("ColorsUsed", (!names.is_empty()).then(|| names.join(" ")))
            .with_some("Coatings", Some(coats).filter(|coats| coated && !coats.is_empty()))
            .with_some("PrintStandard", token(&about.profile.condition))
    };
    let spots = |front: bool| {
        let on = part.spots.iter().filter(move |spot| if front { spot.front } else { spot.back });
        on.map(|spot| spot.name.as_str()).collect::<Vec<_>>()
    };
    let [front, back] = &part.process;
    Element::new("ColorIntent").and([
        side("Front", front, spots(true), true),
        side("Back", back, spots(false), !part.is_cover),
    ])
}

fn media(paper: &str) -> Element {
    let known = Paper::parse(paper);
    Element::new("MediaIntent")
        .with("MediaType", "Paper")
        .with("MediaQuality", paper)
        .with_some("Weight", known.as_ref().map(|paper| paper.grammage))
        .with_some("Thickness", known.map(|paper| (paper.thickness_mm() * 1000.0).round()))
}

/// Foils as what is stamped, each by its plate.
fn foils(about: &Specification) -> Option<Element> {
    let foils = about.plates.iter().filter(|plate| plate.kind == Finish::Foil.name());
    let items = foils.map(|plate| {
        let item = Element::new("EmbossingItem").with("EmbossingType", "FoilStamping");
        item.with("Separation", separation(&plate.name))
    });
    let items: Vec<Element> = items.collect();
    (!items.is_empty()).then(|| intent(Element::new("EmbossingIntent").and(items)))
}

fn has_colours(about: &Specification) -> bool {
    !about.plates.is_empty() || about.parts.iter().any(|part| !part.spots.is_empty())
}

/// The spot colours, each by the name that files have it by, and the plates for the finishing with their pages.
fn colours(about: &Specification) -> impl Iterator<Item = Element> {
    let names = about.parts.iter().flat_map(|part| &part.spots).map(|spot| spot.name.as_str());
    let names: BTreeSet<&str> = names.collect();
    let spots = names.into_iter().map(|name| {
        let part = Element::new("Part").with("Separation", separation(name));
        let colour = Element::new("Color").with("ActualColorName", name);
        Element::new("Resource").and([part, colour])
    });
    spots.chain(about.plates.iter().map(|of| plate(about, of)))
}

/// A plate for the finishing: its separation on each of its pages, counted from 0 in what is printed of its part.
fn plate(about: &Specification, of: &FinishingPlate) -> Element {
    let part = |(id, page): (&'static str, usize)| {
        Element::new("Part")
            .with("ProductPart", id)
            .with("PageNumber", format!("{page} {page}"))
            .with("Separation", separation(&of.name))
    };
    let in_file = |file: &HandedFile| {
        let (content, total) = (file.of, about.pages.total);
        let pages = of.pages.iter().filter_map(move |page| content.page_of(*page, total));
        product(content).into_iter().flat_map(move |id| {
            let pages: BTreeSet<usize> = pages.clone().map(|page| page - 1).collect();
            pages.into_iter().map(move |page| (id, page))
        })
    };
    let covers = match Finish::named(&of.kind) {
        Some(Finish::Foil) => "Opaque",
        Some(Finish::Varnish) => "Transparent",
        // Lines to cut, fold and glue by, which nothing is printed of.
        _ => "DieLine",
    };
    let colour = Element::new("Color")
        .with("ActualColorName", &of.name)
        .with("ColorType", covers)
        .with("ColorTypeDetails", &of.kind);
    Element::new("Resource")
        .with("DescriptiveName", &of.finish)
        .and(about.files.iter().flat_map(in_file).map(part))
        .and([colour])
}

/// Who orders it, and whom to ask.
fn customer(about: &Specification, name: &str) -> Option<Element> {
    let said = std::iter::once(&about.publisher).chain(&about.contact);
    let info = Element::new("CustomerInfo").with("CustomerJobName", name);
    let resource = Element::new("Resource").and(said.map(|line| comment(line))).and([info]);
    Some(set("CustomerInfo", "Input").and([resource]))
}

/// The end of the day it is to be delivered, as it is in Korea.
fn due(about: &Specification) -> Option<Element> {
    let day = about.due.as_ref()?;
    let info = Element::new("NodeInfo").with("End", format!("{day}T23:59:59+09:00"));
    let set = set("NodeInfo", "Input").with("ProcessUsage", "EndCustomer");
    Some(set.and([Element::new("Resource").and([info])]))
}

/// The files: those that are printed, each with the part of the number that it is, and the one that is only there to
/// compare, which is no input of anything.
fn run_lists(about: &Specification) -> impl Iterator<Item = Element> {
    let (printed, compared): (Vec<&HandedFile>, Vec<&HandedFile>) =
        about.files.iter().partition(|file| product(file.of).is_some());
    let list = |set: Element, files: Vec<&HandedFile>| {
        (!files.is_empty()).then(|| set.and(files.into_iter().map(run_list)))
    };
    let printed = list(set("RunList", "Input"), printed);
    let said = set("RunList", "").and([comment("대조용입니다. 인쇄하지 않습니다")]);
    printed.into_iter().chain(list(said, compared))
}

fn run_list(file: &HandedFile) -> Element {
    let digest = Element::new("GeneralID").with("IDUsage", "SHA-256").with("IDValue", &file.sha256);
    let spec = Element::new("FileSpec")
        .with("URL", &file.name)
        .with("MimeType", "application/pdf")
        .with("FileSize", file.bytes)
        .with("NPage", file.pages);
    let part = product(file.of).map(|id| Element::new("Part").with("ProductPart", id));
    let list = Element::new("RunList").with("NPage", file.pages).and([spec]);
    let resource = Element::new("Resource").with("DescriptiveName", &file.content);
    resource.and([digest]).and(part).and([list])
}

/// The product that is printed from a file.
fn product(of: Content) -> Option<&'static str> {
    match of {
        Content::Whole => Some(NUMBER),
        Content::Compared => None,
        Content::Cover | Content::CoverSpread => Some(COVER),
        Content::Inside => Some(INSIDE),
    }
}

fn set(name: &'static str, usage: &'static str) -> Element {
    let set = Element::new("ResourceSet").with("Name", name);
    set.with_some("Usage", (!usage.is_empty()).then_some(usage))
}

fn comment(text: &str) -> Element {
    Element::new("Comment").text(text)
}

/// An intent in the frame that has its name.
fn intent(of: Element) -> Element {
    Element::new("Intent").with("Name", of.name()).and([of])
}

fn id(part: &PaperPart) -> &'static str {
    if part.is_cover { COVER } else { INSIDE }
}

fn points(mm: f64) -> f64 {
    (mm * PT * 1000.0).round() / 1000.0
}

/// The finished size, as wide and high as the trim and so thick.
fn size(about: &Specification, thick_mm: f64) -> String {
    let Specification { trim_mm, .. } = about;
    format!("{} {} {}", points(trim_mm.width), points(trim_mm.height), points(thick_mm))
}

/// A name as XML has tokens: what cannot stand in one is a low line.
fn separation(name: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || ".-_".contains(c);
    name.trim().chars().map(|c| if kept(c) { c } else { '_' }).collect()
}

fn token(text: &str) -> Option<&str> {
    (!text.is_empty() && separation(text) == text).then_some(text)
}
