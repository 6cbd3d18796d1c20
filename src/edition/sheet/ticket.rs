//! The job ticket: the specification as XJDF 2.2 of CIP4, which the programs of print shops read.
//!
//! It says what the sheet says and nothing else. Lengths are pt there, thickness µm, weights g/m². What XJDF has no
//! word for, such as the names of finishing, stands in comments as it is written.

use super::xml::Element;
use super::{COVER_NAME, HandedFile, PaperPart, Specification};
use jikji_prepress::binding::{Binding, Paper};

/// The vocabulary of XJDF 2.
const NAMESPACE: &str = "http://www.CIP4.org/JDFSchema_2_0";
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
        .and([set("Color", "").and(colours(about))].into_iter().filter(|_| has_spots(about)))
        .and([customer(about, &name), due(about), run_list(about)].into_iter().flatten())
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
    let said = said.chain(about.proof.iter().map(|what| comment(&format!("교정: {what}"))));
    let said = said.chain(about.spine_mm.map(|mm| comment(&format!("책등: {mm} mm"))));
    Element::new("Product")
        .with("ID", "number")
        .with("IsRoot", true)
        .with_some("Amount", about.quantity)
        .with("ProductType", kind)
        .with("DescriptiveName", name)
        .and(said)
        .and([intent(bound)])
        .and(proof)
        .and([intent(layout)])
}

/// Cover or inside.
fn of_part(about: &Specification, part: &PaperPart) -> Element {
    let is_cover = part.name == COVER_NAME;
    let comments = part.coating.iter().map(|what| comment(&format!("코팅: {what}")));
    let layout = Element::new("LayoutIntent")
        .with("FinishedDimensions", size(about, 0.0))
        .with("Pages", part.pages)
        .with("Bleed", points(about.bleed_mm));
    // What is coated of a cover is its outside.
    let surface = if is_cover { "Front" } else { "Front Back" };
    let film = part.coating.as_deref().and_then(film).map(|texture| {
        intent(Element::new("LaminatingIntent").with("Surface", surface).with("Texture", texture))
    });
    let media = part.paper.as_deref().map(|paper| intent(media(paper)));
    Element::new("Product")
        .with("ID", id(part))
        .with("IsRoot", false)
        .with("ProductType", if is_cover { "Cover" } else { "Body" })
        .with("DescriptiveName", &part.name)
        .and(comments)
        .and([intent(inks(about, part))])
        .and(film)
        .and([intent(layout)])
        .and(media)
}

/// The inks of both sides; of a cover, the front is the outside.
fn inks(about: &Specification, part: &PaperPart) -> Element {
    let varnish = part.coating.as_deref().and_then(varnish);
    let side = |surface: &str, process: &[String], spots: Vec<&str>, coated: bool| {
        let names = process.iter().map(String::as_str);
        let names: Vec<String> = names.chain(spots).map(separation).collect();
        Element::new("SurfaceColor")
            .with("Surface", surface)
            .with_some("ColorsUsed", (!names.is_empty()).then(|| names.join(" ")))
            .with_some("Coatings", varnish.filter(|_| coated))
            .with_some("PrintStandard", token(&about.profile.condition))
    };
    let spots = |front: bool| {
        let on = part.spots.iter().filter(move |spot| if front { spot.front } else { spot.back });
        on.map(|spot| spot.name.as_str()).collect::<Vec<_>>()
    };
    let [front, back] = &part.process;
    Element::new("ColorIntent").and([
        side("Front", front, spots(true), true),
        side("Back", back, spots(false), part.name != COVER_NAME),
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

/// The texture of a film that a coating's words mean.
fn film(words: &str) -> Option<&'static str> {
    if varnish(words).is_some() {
        return None;
    }
    [("무광", "Matte"), ("유광", "Gloss")]
        .into_iter()
        .find(|(word, _)| words.contains(word))
        .map(|(_, texture)| texture)
}

/// The coating from a press or a coater that they mean.
fn varnish(words: &str) -> Option<&'static str> {
    let words = words.to_uppercase();
    [("UV", "UV"), ("수성", "Aqueous"), ("바니시", "Varnish"), ("니스", "Varnish")]
        .into_iter()
        .find(|(word, _)| words.contains(word))
        .map(|(_, coating)| coating)
}

fn has_spots(about: &Specification) -> bool {
    about.parts.iter().any(|part| !part.spots.is_empty())
}

/// The spot colours, each by the name that files have it by.
fn colours(about: &Specification) -> impl Iterator<Item = Element> {
    let names = about.parts.iter().flat_map(|part| &part.spots).map(|spot| spot.name.as_str());
    let names: std::collections::BTreeSet<&str> = names.collect();
    names.into_iter().map(|name| {
        let part = Element::new("Part").with("Separation", separation(name));
        let colour = Element::new("Color").with("ActualColorName", name);
        Element::new("Resource").and([part, colour])
    })
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

/// The files that are handed over.
fn run_list(about: &Specification) -> Option<Element> {
    let resource = |file: &HandedFile| {
        let digest =
            Element::new("GeneralID").with("IDUsage", "SHA-256").with("IDValue", &file.sha256);
        let spec = Element::new("FileSpec")
            .with("URL", &file.name)
            .with("MimeType", "application/pdf")
            .with("FileSize", file.bytes)
            .with("NPage", file.pages);
        let list = Element::new("RunList").with("NPage", file.pages).and([spec]);
        Element::new("Resource").with("DescriptiveName", &file.content).and([digest, list])
    };
    let set = set("RunList", "Input").and(about.files.iter().map(resource));
    (!about.files.is_empty()).then_some(set)
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
    if part.name == COVER_NAME { "cover" } else { "inside" }
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
