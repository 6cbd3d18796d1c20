//! The search for steps and line ends: markup is written, laid out and measured until nothing moves.
//!
//! It decides by what it measures on laid-out pages; what a step or a line end is worth, `copyfit` and
//! `loosen` say.

use std::ops::Range;

use typst::syntax::Span;
use typst_layout::PagedDocument;

use super::calls::{Call, calls};
use super::copyfit::{Ladder, Placement};
use super::lines::{self, Line};
use super::pages::{EntryReport, Pages};
use super::press::Press;
use super::{bounds, copyfit, joiners, loosen, texts, trouble};
use crate::compose::compose;
use crate::compose::markup::{LineAdjustments, Markup};
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use crate::typeset::messages as say;
use jikji_diagnostic::{Diagnostic, any_error};

/// Sets a number. Diagnostics go to `diagnostics`; no pages come back where one of them is an error.
pub fn set(
    issue: &Issue,
    layout: &Layout,
    press: &mut Press,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Pages> {
    press.start_over();
    let mut setter = Setter::new(issue, layout, press);
    let placements = setter.settle(diagnostics)?;
    setter.report_overlong(&placements, diagnostics);
    if any_error(diagnostics) {
        return None;
    }
    setter.report_loose(diagnostics);
    setter.report_strays(diagnostics);
    if any_error(diagnostics) {
        return None;
    }
    setter.finish(placements)
}

/// A number that is being set.
struct Setter<'a> {
    issue: &'a Issue,
    layout: &'a Layout,
    press: &'a mut Press,
    calls: Vec<Call>,
    ladder: Ladder,
    adjustments: LineAdjustments,
    markup: Markup,
    /// The adjustments `markup` was written with.
    written_with: LineAdjustments,
    document: Option<PagedDocument>,
    lines: Vec<Line>,
}

impl<'a> Setter<'a> {
    fn new(issue: &'a Issue, layout: &'a Layout, press: &'a mut Press) -> Self {
        let promised = (issue.entries.iter())
            .map(|entry| layout.module(&entry.kind.value).and_then(|module| module.pages))
            .collect();
        Self {
            issue,
            layout,
            calls: calls(layout, issue),
            ladder: Ladder::new(layout, promised),
            adjustments: LineAdjustments::default(),
            markup: Markup::default(),
            written_with: LineAdjustments::default(),
            document: None,
            lines: vec![],
            press,
        }
    }

    /// Writes the markup down for the current steps and adjustments.
    fn compose(&mut self) {
        let earlier = (!self.markup.runs.is_empty()).then_some((&self.markup, &self.written_with));
        let (steps, adjustments) = (self.ladder.steps(), &self.adjustments);
        self.markup = compose(self.issue, self.layout, steps, adjustments, earlier);
        self.written_with = self.adjustments.clone();
        self.press.set_main(&self.markup.text);
    }

    /// Lays the markup out; `None` after a Typst error. A draft that fails becomes a compile, which
    /// says why.
    fn lay_out(
        &mut self,
        draft: bool,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<Placement>> {
        let drafted = if draft { self.press.draft() } else { None };
        let document = match drafted {
            Some(document) => document,
            None => self.compile(diagnostics)?,
        };
        let pages = copyfit::call_pages(&document, &self.calls);
        diagnostics.extend(self.unlabelled(&pages));
        if any_error(diagnostics) {
            return None;
        }
        let front = self.layout.front.len();
        let entries = &pages[front..front + self.issue.entries.len()];
        let placements = copyfit::placements(&document, &self.layout.page, entries);
        self.document = Some(document);
        Some(placements)
    }

    fn compile(&self, diagnostics: &mut Vec<Diagnostic>) -> Option<PagedDocument> {
        let result = typst::compile::<PagedDocument>(&*self.press);
        let (press, markup) = (&*self.press, &self.markup);
        let (calls, layout, issue) = (&self.calls, self.layout, self.issue);
        let context = trouble::Context { press, markup, calls, layout, issue };
        diagnostics.retain(|diagnostic| diagnostic.message != say::LAYOUT_WARNED);
        diagnostics.extend(context.compile(&result.warnings));
        match result.output {
            Ok(document) => Some(document),
            Err(errors) => {
                diagnostics.extend(context.compile(&errors));
                None
            }
        }
    }

    /// Modules whose pages cannot be found, each reported once.
    fn unlabelled(&self, pages: &[Range<usize>]) -> Vec<Diagnostic> {
        let lost = self.calls.iter().zip(pages).filter(|(_, pages)| pages.start == 0);
        let mut modules: Vec<&str> = lost.map(|(call, _)| call.module.as_str()).collect();
        modules.sort_unstable();
        modules.dedup();
        let report = |module: &str| {
            let path = self.layout.module_path(module);
            Diagnostic::general(say::NO_LABEL)
                .arg("module", format!("`{module}`"))
                .arg("where", &path)
                .origin(path)
        };
        modules.into_iter().map(report).collect()
    }

    /// Lays out until every entry stands at the loosest step that fits and its lines are settled: drafts
    /// first, then a compile that has the last word. An entry that found its step has its lines relieved
    /// while others still look for theirs.
    fn settle(&mut self, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Placement>> {
        let mut looks = vec![0; self.issue.entries.len()];
        let mut draft = true;
        self.compose();
        loop {
            let placements = self.lay_out(draft, diagnostics)?;
            let moved = self.ladder.learn(&placements, &self.layout.page);
            let lines = lines::read(self.document.as_ref()?, self.press, &self.markup);
            let state = |entry: Option<usize>| match entry {
                Some(entry) if moved[entry] => loosen::State::Moving,
                Some(entry) if looks[entry] >= MAX_LOOKS => loosen::State::Done,
                _ => loosen::State::Settled,
            };
            let relieved = loosen::relieve(&lines, &self.markup, &state, &mut self.adjustments);
            self.lines = lines;
            if relieved || moved.contains(&true) {
                self.compose();
            } else if draft {
                draft = false;
            } else {
                return Some(placements);
            }
            for (look, moved) in looks.iter_mut().zip(&moved) {
                *look += usize::from(!moved);
            }
        }
    }

    fn report_overlong(&self, placements: &[Placement], diagnostics: &mut Vec<Diagnostic>) {
        for (index, (entry, placement)) in self.issue.entries.iter().zip(placements).enumerate() {
            let promised = self.layout.module(&entry.kind.value).and_then(|module| module.pages);
            let Some(promised) = promised.filter(|&pages| placement.pages.len() > pages) else {
                continue;
            };
            let (lines, characters) = self.surplus(index, placement);
            diagnostics.push(
                Diagnostic::at(say::TOO_LONG, entry.span())
                    .arg("pages", promised)
                    .arg("lines", lines)
                    .arg("characters", characters),
            );
        }
    }

    /// How many lines and characters an entry has too many, by its own lines' measure.
    fn surplus(&self, index: usize, placement: &Placement) -> (usize, usize) {
        let own: Vec<&Line> = self.lines.iter().filter(|line| line.entry == Some(index)).collect();
        let mut places: Vec<(usize, f64)> =
            own.iter().map(|line| (line.page, line.baseline_pt)).collect();
        places.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let pairs = places.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let pitches = pairs.map(|pair| pair[1].1 - pair[0].1).filter(|pitch| *pitch > 1.0);
        let mut pitches: Vec<f64> = pitches.collect();
        pitches.sort_by(f64::total_cmp);
        let pitch = pitches.get(pitches.len() / 2).copied().unwrap_or(18.0);
        let lines = ((placement.excess_pt / pitch - 0.05).ceil() as usize).max(1);
        let characters: usize = own.iter().map(|line| line.text.chars().count()).sum();
        let per_line = characters as f64 / own.len().max(1) as f64;
        let tens = (lines as f64 * per_line / 10.0).ceil().max(1.0) as usize;
        (lines, tens * 10)
    }

    fn report_loose(&self, diagnostics: &mut Vec<Diagnostic>) {
        for paragraph in lines::paragraphs(&self.lines) {
            let Some((_, justified)) = paragraph.split_last() else { continue };
            for line in justified.iter().filter(|line| line.looseness() > lines::VERY_LOOSE) {
                let Some((index, at)) = self.markup.run_at(line.start) else { continue };
                let run = &self.markup.runs[index];
                let end = (at + line.text.len()).min(run.text.len());
                let span = run.place(at..run.text.floor_char_boundary(end));
                diagnostics.push(
                    Diagnostic::at(say::VERY_LOOSE, span)
                        .arg("ratio", format!("{:.1}", line.looseness()))
                        .arg("context", line.text.trim()),
                );
            }
        }
    }

    /// Texts that leave their page's text area or run over others.
    fn report_strays(&self, diagnostics: &mut Vec<Diagnostic>) {
        let Some(document) = &self.document else { return };
        let run = |(span, offset): (Span, u16)| {
            let start = self.press.main_source().find(span)?.offset();
            self.markup.run_at(start + usize::from(offset))
        };
        let flows = |at: (Span, u16)| {
            run(at).is_some_and(|(index, _)| self.markup.runs[index].entry.is_some())
        };
        let texts = texts::texts(document);
        let calls = copyfit::call_pages(document, &self.calls);
        for texts in texts.chunk_by(|a, b| a.page == b.page) {
            let page = texts[0].page;
            let call = calls.iter().position(|pages| pages.contains(&page));
            let call = call.map(|index| &self.calls[index]);
            let module = call.and_then(|call| self.layout.module(&call.module));
            let size = document.pages()[page - 1].frame.size();
            let margins = module.is_none_or(|module| module.margins);
            let area = bounds::Area::of(size, &self.layout.page, margins);
            for stray in bounds::strays(texts, area, &flows) {
                let own = run(stray.span).map(|(index, at)| {
                    let run = &self.markup.runs[index];
                    let end = (at + stray.text.len()).min(run.text.len());
                    run.place(at..run.text.floor_char_boundary(end))
                });
                let entry = call.and_then(|call| call.entry);
                let span = own.or(entry.map(|index| self.issue.entries[index].span()));
                let told = Diagnostic { span, ..stray.told(page) };
                diagnostics.push(match module.filter(|_| span.is_none()) {
                    Some(module) => told.origin(self.layout.module_path(&module.name)),
                    None => told,
                });
            }
        }
    }

    fn finish(self, placements: Vec<Placement>) -> Option<Pages> {
        let document = self.document?;
        let all = copyfit::call_pages(&document, &self.calls);
        let furniture = self.calls.iter().zip(all).filter(|(call, _)| call.entry.is_none());
        let furniture = furniture.map(|(call, pages)| (call.module.clone(), pages)).collect();
        let folio = |page: usize| document.pages().get(page - 1).map_or(0, |page| page.number);
        let entries = (placements.iter().zip(self.ladder.steps()))
            .map(|(placement, &step)| EntryReport {
                pages: placement.pages.clone(),
                folio: folio(placement.pages.start.max(1)),
                step,
                fill: placement.fill,
            })
            .collect();
        let statistics = lines::statistics(&self.lines);
        let document = joiners::without_joiners(document);
        let (markup, lines) = (self.markup, self.lines);
        Some(Pages { document, markup, entries, furniture, lines, statistics })
    }
}

/// Relieving a line can loosen its neighbour: each entry's lines are looked at this often at most.
const MAX_LOOKS: usize = 3;
