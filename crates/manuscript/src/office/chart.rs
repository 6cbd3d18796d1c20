//! The numbers of a chart, from its part (DrawingML, ISO/IEC 29500-1, 21.2).

use roxmltree::Node;

use super::allowance::of_bytes;
use super::{Chart, Piece};
use crate::messages::Why;

/// A chart, and its further words. It is none where numbers are missing; then these are all its words.
pub fn read(root: Node<'_, '_>) -> (Option<Chart>, String) {
    let chart = element(root, "chart").unwrap_or(root);
    let title = element(chart, "title").map(text).unwrap_or_default();
    let mut read = Chart { title, ..Chart::default() };
    let Some(area) = element(chart, "plotArea") else { return (None, read.title) };
    let mut axes = vec![];
    let mut is_whole = true;
    for group in elements(area) {
        axes.extend(element(group, "title").map(text).filter(|title| !title.is_empty()));
        for series in elements(group).filter(|child| name(*child) == "ser") {
            is_whole &= add(series, &mut read);
        }
    }
    if is_whole && !read.series.is_empty() {
        return (Some(read), axes.join(" "));
    }
    let values = area.descendants().filter(|node| name(*node) == "v").map(words);
    let all: Vec<String> = [read.title].into_iter().chain(axes).chain(values).collect();
    (None, all.join(" ").trim().to_string())
}

/// What stands in the place of a chart that was read, and how much that is.
pub fn pieces((chart, words): (Option<Chart>, String)) -> (Vec<Piece>, usize) {
    let values = chart.as_ref().map_or(0, |of| of.series.len() * (1 + of.categories.len()));
    let much = values + of_bytes(words.len());
    let Some(chart) = chart else { return (vec![Piece::out(Why::Embedded, words)], much) };
    let axes = (!words.is_empty()).then(|| Piece::out(Why::ChartAxis, words));
    (std::iter::once(Piece::Chart(chart)).chain(axes).collect(), much)
}

/// Adds a series; whether it has a number for each category.
fn add(series: Node<'_, '_>, chart: &mut Chart) -> bool {
    let list = |names: [&str; 2]| names.iter().find_map(|name| element(series, name)).map(points);
    let named = element(series, "tx").and_then(points).unwrap_or_default().join(" ");
    let number = |value: String| value.parse().ok().filter(|value: &f64| value.is_finite());
    let values: Option<Vec<f64>> =
        list(["val", "yVal"]).flatten().and_then(|list| list.into_iter().map(number).collect());
    let Some(values) = values.filter(|values| !values.is_empty()) else { return false };
    let categories = match list(["cat", "xVal"]) {
        Some(Some(categories)) => categories,
        Some(None) => return false,
        // Without names they count, as the program shows them.
        None => (1..=values.len()).map(|number| number.to_string()).collect(),
    };
    let is_whole = categories.len() == values.len();
    if chart.series.is_empty() {
        chart.categories = categories;
    } else if chart.categories != categories {
        return false;
    }
    chart.series.push((named, values));
    is_whole
}

/// The points of a list, at their places; none if one is missing.
fn points(node: Node<'_, '_>) -> Option<Vec<String>> {
    // Of categories in several levels the innermost are the first.
    let list = node.descendants().find(|found| elements(*found).any(|child| name(child) == "pt"));
    let Some(list) = list else { return Some(vec![words(element(node, "v")?)]) };
    let mut points: Vec<(u32, String)> = elements(list)
        .filter(|child| name(*child) == "pt")
        .filter_map(|child| Some((number(child, "idx")?, words(element(child, "v")?))))
        .collect();
    points.sort();
    let many = element(list, "ptCount").and_then(|count| number(count, "val"));
    let is_whole = (0..).zip(&points).all(|(at, (index, _))| at == *index)
        && many.is_none_or(|many| many as usize == points.len());
    is_whole.then(|| points.into_iter().map(|(_, value)| value).collect())
}

/// The words of a title.
fn text(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(|part| matches!(name(*part), "t" | "v"));
    parts.map(words).collect::<Vec<_>>().join("").trim().to_string()
}

fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

fn element<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    elements(node).find(|child| name(*child) == wanted)
}

fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    node.attribute(name)?.parse().ok()
}

/// All words in a node.
fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}
