//! Pictures and charts: the first of each in the field that is for it, others where they stand.

use super::super::units::Unit;
use super::reader::{Reader, Stage};
use crate::draft::{Image, Passage};
use crate::messages::{Ask, Why};
use crate::source::{Art, Chart, Runs};

/// The labels that a chart has at least and at most.
const LABELS: std::ops::RangeInclusive<usize> = 2..=24;
/// The series that it has.
const SERIES: std::ops::RangeInclusive<usize> = 1..=4;
/// The head of the column of what a chart counts by.
const HEAD: &str = "구분";

impl Reader<'_, '_> {
    /// What is no text.
    pub(super) fn art(&mut self, unit: &Unit, number: usize) {
        self.stage = Stage::Body;
        let words = unit.take(self.blocks, self.ledger).without_marks().without_breaks();
        let blocks = self.blocks;
        match &blocks.art[number] {
            Art::Picture { alt } => self.picture(number, alt, words),
            Art::Chart(chart) => self.chart(chart, words),
        }
    }

    fn picture(&mut self, number: usize, alt: &str, caption: Runs) {
        let image = Image { number, file: String::new(), alt: alt.to_string(), caption };
        match self.fields.image.is_some() && self.brief.images.is_empty() {
            true => self.brief.images.push(image),
            false => {
                self.levels.end();
                self.text.push(Passage::Picture(image));
            }
        }
    }

    /// A chart that no field takes is a table, its title the caption.
    fn chart(&mut self, chart: &Chart, title: Runs) {
        let sound = chart.series.iter().all(|(_, values)| {
            values.len() == chart.categories.len() && values.iter().all(|value| value.is_finite())
        });
        let fits = LABELS.contains(&chart.categories.len()) && SERIES.contains(&chart.series.len());
        let line = title.line().unwrap_or_default();
        if sound && fits && self.fields.chart.is_some() && self.brief.chart.is_none() {
            self.ledger.ask(Ask::ChartKind, line, [("text", title.plain())]);
            self.brief.chart = Some(Box::new((chart.clone(), title)));
            return;
        }
        self.levels.end();
        self.ledger.remarked(line, Why::TableChart);
        let cell = |text: &str| Runs::plain_text(text, &[line]);
        let heads = chart.series.iter().map(|(name, _)| cell(name));
        let mut rows: Vec<Vec<Runs>> = vec![std::iter::once(cell(HEAD)).chain(heads).collect()];
        for (nth, label) in chart.categories.iter().enumerate() {
            let value = |(_, values): &(String, Vec<f64>)| match values.get(nth) {
                Some(value) if value.is_finite() => cell(&value.to_string()),
                _ => cell("-"),
            };
            rows.push(std::iter::once(cell(label)).chain(chart.series.iter().map(value)).collect());
        }
        if !title.is_empty() {
            self.text.push(Passage::Caption(title));
        }
        self.text.push(Passage::Table(rows));
    }
}
