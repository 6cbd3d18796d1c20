//! Reads charts: how they are drawn, and their numbers in one of three forms.
//!
//! Which entry has one is the layout's to say, and so is what it looks like.

use super::field::Reader;
use super::model::{Chart, Series};
use super::pasted::{self, Cell};
use crate::document::{Node, Table as Keys, quoted};
use crate::manifest::messages as msg;
use jikji_diagnostic::source::Text;
use jikji_diagnostic::{Diagnostic, Message};
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

/// The names of the points and what is drawn over them, with the heads of a pasted table.
#[derive(Default)]
struct Numbers {
    labels: Vec<Plain>,
    series: Vec<Series>,
    label: Option<Plain>,
    value: Option<Plain>,
}

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
        let alt = self.described(alt, "", caption.as_deref());
        let label = self.text_if_given(keys, "label").map(|text| self.plain(&text));
        let value = self.text_if_given(keys, "value").map(|text| self.plain(&text));
        let numbers = self.numbers(keys, node.key(), kind.as_deref())?;
        let (kind, alt) = (kind?, alt?);
        let Numbers { labels, series, .. } = numbers;
        let (label, value) = (label.or(numbers.label), value.or(numbers.value));
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

    /// The numbers: `data` of points or as pasted from a spreadsheet, or `labels` and `series`. Parts of a whole are
    /// not below zero.
    fn numbers(&mut self, keys: Keys<'_>, owner: &str, kind: Option<&str>) -> Option<Numbers> {
        let parts = kind.is_some_and(|kind| kind == "share" || kind.starts_with("stacked"));
        let second = keys.get("series").or(keys.get("labels"));
        let Some(second) = second else {
            let data = keys.require("data", owner, &mut self.problems)?;
            return match data.is_text() {
                true => self.pasted(data, kind, parts),
                false => self.points(data, kind, parts),
            };
        };
        if keys.get("data").is_some() {
            return self.refuse(second.problem(msg::CHART_FORMS));
        }
        let labels = keys.require("labels", owner, &mut self.problems);
        let series = keys.require("series", owner, &mut self.problems);
        let labels = labels.and_then(|labels| self.labels(labels, kind))?;
        let series = self.all_series(series?, labels.len(), kind, parts)?;
        Some(Numbers { labels, series, ..Numbers::default() })
    }

    fn points(&mut self, node: Node<'_>, kind: Option<&str>, parts: bool) -> Option<Numbers> {
        let points = self.counted(node, kind)?;
        let wanted = points.len();
        let points: Vec<_> =
            points.into_iter().filter_map(|point| self.point(point, parts)).collect();
        let whole = points.len() == wanted;
        let (labels, values) = points.into_iter().unzip();
        let series = vec![Series { name: None, values }];
        whole.then(|| Numbers { labels, series, ..Numbers::default() })
    }

    /// The values of a list that has as many as a chart takes.
    fn counted<'a>(&mut self, node: Node<'a>, kind: Option<&str>) -> Option<Vec<Node<'a>>> {
        let points = node.list(&mut self.problems)?;
        self.enough(node, points.len(), kind).then_some(points)
    }

    fn enough(&mut self, node: Node<'_>, count: usize, kind: Option<&str>) -> bool {
        let (least, most) = CHART_POINTS;
        let most = if kind == Some("share") { MOST_SHARES } else { most };
        if (least..=most).contains(&count) {
            return true;
        }
        let message = if count < least { msg::CHART_BARE } else { msg::CHART_POINTS };
        let count = node.problem(message).arg("count", count);
        self.problems.push(count.arg("least", least).arg("most", most));
        false
    }

    /// A table pasted from a spreadsheet: a line of heads, then a line a label. Two columns are one series.
    fn pasted(&mut self, node: Node<'_>, kind: Option<&str>, parts: bool) -> Option<Numbers> {
        let text = node.text(&mut self.problems)?;
        let rows = pasted::rows(&text.value);
        let (heads, rows) = rows.split_first()?;
        if !self.is_chart(node, &text, heads, rows.len(), kind) {
            return None;
        }
        let values = self.cells(&text, rows, heads.len(), parts)?;
        let mut word = |cell: &Cell<'_>| {
            let place = text.place(cell.range.clone());
            let word = Text::new(cell.text.to_string(), place, vec![(0, place.start)]);
            (!cell.text.is_empty()).then(|| self.plain(&word))
        };
        let label = word(&heads[0]);
        let names: Vec<_> = heads[1..].iter().map(&mut word).collect();
        let labels: Vec<_> = rows.iter().map(|row| word(&row[0])).collect();
        let mut all = heads[1..].iter().chain(rows.iter().map(|row| &row[0]));
        if let Some(blank) = all.find(|cell| cell.text.is_empty()) {
            return self.refuse(told(msg::CHART_BLANK, &text, blank));
        }
        let labels = labels.into_iter().flatten().collect();
        let mut series: Vec<_> = names.into_iter().zip(values).collect();
        let value = if series.len() == 1 { series[0].0.take() } else { None };
        let series = series.into_iter().map(|(name, values)| Series { name, values }).collect();
        Some(Numbers { labels, series, label, value })
    }

    /// Whether a pasted table has as many columns and lines as a chart takes.
    fn is_chart(
        &mut self,
        node: Node<'_>,
        text: &Text,
        heads: &[Cell<'_>],
        rows: usize,
        kind: Option<&str>,
    ) -> bool {
        let columns = heads.len() - 1;
        let problem = if columns == 0 {
            told(msg::CHART_TABS, text, &heads[0])
        } else if columns > MOST_SERIES {
            let many = told(msg::SERIES_MANY, text, &heads[MOST_SERIES + 1]).arg("count", columns);
            many.arg("most", MOST_SERIES)
        } else if columns > 1 && kind == Some("share") {
            told(msg::SHARE_SERIES, text, &heads[2])
        } else {
            return self.enough(node, rows, kind);
        };
        self.problems.push(problem);
        false
    }

    /// The numbers of a pasted table, column by column; none where one is wrong.
    fn cells(
        &mut self,
        text: &Text,
        rows: &[Vec<Cell<'_>>],
        width: usize,
        parts: bool,
    ) -> Option<Vec<Vec<f64>>> {
        let mut values = vec![vec![]; width - 1];
        let before = self.problems.len();
        for row in rows {
            if row.len() != width {
                let uneven = told(msg::CHART_ROW, text, &row[0]).arg("count", row.len());
                self.problems.push(uneven.arg("columns", width));
                continue;
            }
            for (cell, values) in row[1..].iter().zip(&mut values) {
                match pasted::number(cell.text) {
                    None => self.problems.push(told(msg::CHART_NUMBER, text, cell)),
                    Some(number) if parts && number < 0.0 => {
                        self.problems.push(told(msg::NEGATIVE, text, cell));
                    }
                    Some(number) => values.push(number),
                }
            }
        }
        (self.problems.len() == before).then_some(values)
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

/// A problem at a cell of a pasted table.
fn told(message: &'static Message, text: &Text, cell: &Cell<'_>) -> Diagnostic {
    Diagnostic::at(message, text.place(cell.range.clone())).arg("found", quoted(cell.text))
}
