//! Reads charts: how they are drawn, and their numbers in one of two forms.
//!
//! Which entry has one is the layout's to say, and so is what it looks like.

use super::field::Reader;
use super::model::{Chart, Series};
use crate::document::{Node, Table as Keys};
use crate::manifest::messages as msg;
use jikji_diagnostic::source::Text;
use jikji_prose::tree::Plain;

/// Ways to draw a chart.
pub const CHART_KINDS: [&str; 6] =
    ["share", "bars", "columns", "lines", "stacked-bars", "stacked-columns"];
/// Points of a chart: fewest and most.
pub const CHART_POINTS: (usize, usize) = (2, 24);
/// The most parts of a whole.
pub const MOST_SHARES: usize = 8;
/// The most series of a chart.
pub const MOST_SERIES: usize = 4;
/// How far the shares of a whole may be from 100, for rounding.
const SHARE_TOLERANCE: f64 = 1.0;

/// The names of the points and what is drawn over them.
type Numbers = (Vec<Plain>, Vec<Series>);

impl Reader<'_> {
    pub(super) fn chart(&mut self, node: Node<'_>) -> Option<Chart> {
        const KEYS: [&str; 9] =
            ["kind", "data", "labels", "series", "unit", "alt", "caption", "label", "value"];
        let keys = node.table(&mut self.problems)?;
        let keys = keys.only(&KEYS, node.key(), &mut self.problems);
        let kind = keys.require("kind", node.key(), &mut self.problems);
        let kind = kind.and_then(|kind| self.chart_kind(kind));
        let unit = self.text_if_given(keys, "unit").map(|unit| self.unit(&unit));
        let alt = self.alt(keys, node.key());
        let caption = self.caption(keys);
        let label = self.text_if_given(keys, "label").map(|text| self.plain(&text));
        let value = self.text_if_given(keys, "value").map(|text| self.plain(&text));
        let (labels, series) = self.numbers(keys, node.key(), kind.as_deref())?;
        let (kind, alt) = (kind?, alt?);
        let percent = unit.as_ref().is_some_and(|unit| unit.text.trim() == "%");
        if kind == "share" && percent {
            let sum: f64 = series.iter().flat_map(|series| &series.values).sum();
            if (sum - 100.0).abs() > SHARE_TOLERANCE {
                let off = node.problem(msg::SHARE_SUM);
                self.problems.push(off.arg("sum", (sum * 100.0).round() / 100.0));
            }
        }
        Some(Chart { kind, unit, alt, caption, label, value, labels, series })
    }

    /// The unit of a chart, with the space an author put between it and its numbers.
    fn unit(&mut self, text: &Text) -> Plain {
        let Plain { text: unit, span } = self.plain(text);
        let space = if text.value.starts_with(' ') { " " } else { "" };
        Plain { text: format!("{space}{unit}"), span }
    }

    fn chart_kind(&mut self, node: Node<'_>) -> Option<String> {
        let kind = node.text(&mut self.problems)?;
        if CHART_KINDS.contains(&kind.value.as_str()) {
            return Some(kind.value);
        }
        self.refuse(node.not_among(&CHART_KINDS))
    }

    /// The numbers: `data` of points, or `labels` and `series`. Parts of a whole are not below zero.
    fn numbers(&mut self, keys: Keys<'_>, owner: &str, kind: Option<&str>) -> Option<Numbers> {
        let parts = kind.is_some_and(|kind| kind == "share" || kind.starts_with("stacked"));
        let second = keys.get("series").or(keys.get("labels"));
        let Some(second) = second else {
            let data = keys.require("data", owner, &mut self.problems)?;
            return self.points(data, kind, parts);
        };
        if keys.get("data").is_some() {
            return self.refuse(second.problem(msg::CHART_FORMS));
        }
        let labels = keys.require("labels", owner, &mut self.problems);
        let series = keys.require("series", owner, &mut self.problems);
        let labels = labels.and_then(|labels| self.labels(labels, kind))?;
        let series = self.all_series(series?, labels.len(), kind, parts)?;
        Some((labels, series))
    }

    fn points(&mut self, node: Node<'_>, kind: Option<&str>, parts: bool) -> Option<Numbers> {
        let points = self.counted(node, kind)?;
        let wanted = points.len();
        let points: Vec<_> =
            points.into_iter().filter_map(|point| self.point(point, parts)).collect();
        let whole = points.len() == wanted;
        let (labels, values) = points.into_iter().unzip();
        whole.then(|| (labels, vec![Series { name: None, values }]))
    }

    /// The values of a list that has as many as a chart takes.
    fn counted<'a>(&mut self, node: Node<'a>, kind: Option<&str>) -> Option<Vec<Node<'a>>> {
        let points = node.list(&mut self.problems)?;
        let (least, most) = CHART_POINTS;
        let most = if kind == Some("share") { MOST_SHARES } else { most };
        if (least..=most).contains(&points.len()) {
            return Some(points);
        }
        let message = if points.len() < least { msg::CHART_BARE } else { msg::CHART_POINTS };
        let count = node.problem(message).arg("count", points.len());
        self.refuse(count.arg("least", least).arg("most", most))
    }

    fn point(&mut self, node: Node<'_>, parts: bool) -> Option<(Plain, f64)> {
        let keys = node.table(&mut self.problems)?;
        let keys = keys.only(&["label", "value"], node.key(), &mut self.problems);
        let label = self.needed_text(keys, "label", node.key());
        let label = label.map(|text| self.plain(&text));
        let value = keys.require("value", node.key(), &mut self.problems)?;
        let number = self.amount(value, parts)?;
        Some((label?, number))
    }

    fn amount(&mut self, node: Node<'_>, parts: bool) -> Option<f64> {
        let number = node.number(&mut self.problems)?;
        if parts && number < 0.0 {
            return self.refuse(node.problem(msg::NEGATIVE));
        }
        Some(number)
    }

    fn labels(&mut self, node: Node<'_>, kind: Option<&str>) -> Option<Vec<Plain>> {
        let labels = self.counted(node, kind)?;
        let wanted = labels.len();
        let labels = labels.into_iter().filter_map(|label| label.text(&mut self.problems));
        let labels: Vec<Text> = labels.collect();
        let labels: Vec<_> = labels.iter().map(|label| self.plain(label)).collect();
        (labels.len() == wanted).then_some(labels)
    }

    fn all_series(
        &mut self,
        node: Node<'_>,
        points: usize,
        kind: Option<&str>,
        parts: bool,
    ) -> Option<Vec<Series>> {
        let series = node.list(&mut self.problems)?;
        let count = series.len();
        if count == 0 {
            let short = node.problem(msg::LIST_SHORT).arg("count", count);
            return self.refuse(short.arg("least", 1usize));
        }
        if count > MOST_SERIES {
            let many = series[MOST_SERIES].problem(msg::SERIES_MANY).arg("count", count);
            return self.refuse(many.arg("most", MOST_SERIES));
        }
        if count > 1 && kind == Some("share") {
            return self.refuse(series[1].problem(msg::SHARE_SERIES));
        }
        let series: Vec<_> =
            series.into_iter().filter_map(|one| self.series(one, points, parts)).collect();
        (series.len() == count).then_some(series)
    }

    fn series(&mut self, node: Node<'_>, points: usize, parts: bool) -> Option<Series> {
        let keys = node.table(&mut self.problems)?;
        let keys = keys.only(&["name", "values"], node.key(), &mut self.problems);
        let name = self.needed_text(keys, "name", node.key()).map(|text| self.plain(&text));
        let list = keys.require("values", node.key(), &mut self.problems)?;
        let values = list.list(&mut self.problems)?;
        if values.len() != points {
            let uneven = list.problem(msg::SERIES_LENGTH).arg("count", values.len());
            return self.refuse(uneven.arg("points", points));
        }
        let values: Vec<_> =
            values.into_iter().filter_map(|value| self.amount(value, parts)).collect();
        (values.len() == points && name.is_some()).then_some(Series { name, values })
    }
}
