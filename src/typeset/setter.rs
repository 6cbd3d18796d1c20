//! The search for steps and line ends: markup is written, laid out and measured until nothing moves.
//!
//! It decides by what it measures on laid-out pages; what a step or a line end is worth, `copyfit` and
//! `loosen` say.

use std::ops::Range;

use typst::syntax::Span;
use typst_layout::PagedDocument;

use super::calls::{Call, calls};
use super::copyfit::{Ladder, Placement};
use super::finish::finished;
use super::lines::{self, Line};
use super::loosen::Progress;
use super::pages::{EntryReport, Pages};
use super::texts::{PlacedText, texts};
use super::world::TypstWorld;
use super::{bounds, copyfit, cuts, house, loosen, trouble};
use crate::compose::clusters::ClusterFonts;
use crate::compose::compose;
use crate::compose::markup::{LineAdjustments, Markup};
use crate::layout::spec::Layout;
use crate::manifest::model::Issue;
use crate::typeset::messages as say;
use jikji_diagnostic::{Diagnostic, any_error, source};

/// What came of setting a number.
#[derive(Default)]
pub struct Setting {
    /// The pages; none where anything found is an error.
    pub pages: Option<Pages>,
    /// Entries that are longer than their promise of pages.
    pub too_long: Vec<Diagnostic>,
    /// What else there is to say.
    pub found: Vec<Diagnostic>,
}

/// Sets a number, its `clusters` in their own fonts.
pub fn set(
    issue: &Issue,
    layout: &Layout,
    clusters: &ClusterFonts,
    world: &mut TypstWorld,
) -> Setting {
    world.start_over();
    let mut setting = Setting::default();
    let mut setter = Setter::new(issue, layout, clusters, world);
    let laid = setter.settle(&mut setting);
    setting.found.append(&mut setter.warnings);
    setting.pages = laid
        .filter(|_| setting.too_long.is_empty() && !any_error(&setting.found))
        .map(|laid| setter.finish(laid));
    setting
}

/// A number that is being set.
struct Setter<'a> {
    issue: &'a Issue,
    layout: &'a Layout,
    clusters: &'a ClusterFonts,
    world: &'a mut TypstWorld,
    calls: Vec<Call>,
    ladder: Ladder,
    adjustments: LineAdjustments,
    markup: Markup,
    /// The adjustments `markup` was written with.
    written_with: LineAdjustments,
    /// What Typst warned of at the last compile.
    warnings: Vec<Diagnostic>,
    lines: Vec<Line>,
}

/// Markup that was laid out.
struct Laid {
    document: PagedDocument,
    /// The pages of each module call.
    pages: Vec<Range<usize>>,
    /// What each entry takes.
    placements: Vec<Placement>,
}

impl<'a> Setter<'a> {
    fn new(
        issue: &'a Issue,
        layout: &'a Layout,
        clusters: &'a ClusterFonts,
        world: &'a mut TypstWorld,
    ) -> Self {
        let promised = (issue.entries.iter())
            .map(|entry| layout.module(&entry.kind.value).and_then(|module| module.pages))
            .collect();
        Self {
            issue,
            layout,
            clusters,
            calls: calls(layout, issue),
            ladder: Ladder::new(layout, promised),
            adjustments: LineAdjustments::default(),
            markup: Markup::default(),
            written_with: LineAdjustments::default(),
            warnings: vec![],
            lines: vec![],
            world,
        }
    }

    /// Writes the markup down for the current steps and adjustments.
    fn compose(&mut self) {
        let earlier = (!self.markup.runs.is_empty()).then_some((&self.markup, &self.written_with));
        let (steps, adjustments) = (self.ladder.steps(), &self.adjustments);
        self.markup = compose(self.issue, self.layout, self.clusters, steps, adjustments, earlier);
        self.written_with = self.adjustments.clone();
        self.world.set_main(&self.markup.text);
    }

    /// Lays the markup out; `None` after a Typst error. A draft that fails becomes a compile, which
    /// says why.
    fn lay_out(&mut self, draft: bool, found: &mut Vec<Diagnostic>) -> Option<Laid> {
        let drafted = if draft { self.world.draft() } else { None };
        let document = match drafted {
            Some(document) => document,
            None => self.compile(found)?,
        };
        let pages = copyfit::call_pages(&document, &self.calls);
        found.extend(self.unlabelled(&pages));
        if any_error(found) {
            return None;
        }
        let front = self.layout.front.len();
        let entries = &pages[front..front + self.issue.entries.len()];
        let placements = copyfit::placements(&document, &self.layout.page, entries);
        Some(Laid { document, pages, placements })
    }

    fn compile(&mut self, found: &mut Vec<Diagnostic>) -> Option<PagedDocument> {
        let result = typst::compile::<PagedDocument>(&*self.world);
        let (world, markup) = (&*self.world, &self.markup);
        let (calls, layout, issue) = (&self.calls, self.layout, self.issue);
        let context = trouble::Context { world, markup, calls, layout, issue };
        self.warnings = context.compile(&result.warnings);
        result.output.map_err(|errors| found.extend(context.compile(&errors))).ok()
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
    fn settle(&mut self, setting: &mut Setting) -> Option<Laid> {
        let mut looks = vec![0; self.issue.entries.len()];
        let mut draft = true;
        self.compose();
        loop {
            let laid = self.lay_out(draft, &mut setting.found)?;
            let moved = self.ladder.learn(&laid.placements, &self.layout.page);
            let texts = texts(&laid.document);
            self.lines = lines::read(&texts, self.world, &self.markup);
            let progress = |entry: Option<usize>| match entry {
                Some(entry) if moved[entry] => Progress::Moving,
                Some(entry) if looks[entry] >= MAX_LOOKS => Progress::Done,
                _ => Progress::Settled,
            };
            let relieved =
                loosen::relieve(&self.lines, &self.markup, &progress, &mut self.adjustments);
            if relieved || moved.contains(&true) {
                self.compose();
            } else if draft {
                draft = false;
            } else {
                setting.too_long = self.overlong(&laid.placements);
                if setting.too_long.is_empty() {
                    self.report_loose(&mut setting.found);
                    self.report_strays(&laid, &texts, &mut setting.found);
                    setting.found.extend(cuts::told(&laid.document, self.issue));
                    setting.found.extend(house::told(self.issue, &laid.placements, &texts));
                }
                return Some(laid);
            }
            for (look, moved) in looks.iter_mut().zip(&moved) {
                *look += usize::from(!moved);
            }
        }
    }

    /// What is said of entries that do not keep their promise of pages.
    fn overlong(&self, placements: &[Placement]) -> Vec<Diagnostic> {
        let told = |(index, placement): (usize, &Placement)| {
            let entry = &self.issue.entries[index];
            let promised = self.layout.module(&entry.kind.value).and_then(|module| module.pages);
            let promised = promised.filter(|&pages| placement.pages.len() > pages)?;
            let (lines, characters) = self.surplus(index, placement);
            let full = placement.pages.start + promised;
            let place = self.end_of_room(index, full).unwrap_or(entry.span());
            let too_long = Diagnostic::at(say::TOO_LONG, place).arg("pages", promised);
            let too_long = too_long.arg("title", entry.name().replace('\n', " "));
            Some(too_long.arg("lines", lines).arg("characters", characters))
        };
        placements.iter().enumerate().filter_map(told).collect()
    }

    /// Where an entry's room ends, whose first page too many is `page`: at the first line of its running text there, or
    /// at the last one of all, since sources are no text to be cut.
    fn end_of_room(&self, entry: usize, page: usize) -> Option<source::Span> {
        let running = self.issue.entries[entry].running();
        let own = self.lines.iter().filter(|line| line.entry == Some(entry));
        let mut own: Vec<(&Line, source::Span)> = own
            .filter_map(|line| Some((line, self.place(line)?)))
            .filter(|(_, place)| running.is_none_or(|running| running.holds(*place)))
            .collect();
        own.sort_by(|(a, _), (b, _)| {
            a.page.cmp(&b.page).then(a.baseline_pt.total_cmp(&b.baseline_pt))
        });
        let over = own.iter().find(|(line, _)| line.page >= page).or(own.last());
        over.map(|(_, place)| *place)
    }

    /// Where the author wrote a line.
    fn place(&self, line: &Line) -> Option<source::Span> {
        let (index, at) = self.markup.run_at(line.start)?;
        Some(self.markup.runs[index].stretch(at, line.text.len()))
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

    fn report_loose(&self, found: &mut Vec<Diagnostic>) {
        for paragraph in lines::paragraphs(&self.lines) {
            let Some((_, justified)) = paragraph.split_last() else { continue };
            for line in justified.iter().filter(|line| line.looseness() > lines::VERY_LOOSE) {
                let Some(span) = self.place(line) else { continue };
                found.push(
                    Diagnostic::at(say::VERY_LOOSE, span)
                        .arg("ratio", format!("{:.1}", line.looseness()))
                        .arg("context", line.text.trim()),
                );
            }
        }
    }

    /// Texts that leave their page's text area or run over others.
    fn report_strays(&self, laid: &Laid, texts: &[PlacedText], found: &mut Vec<Diagnostic>) {
        let run = |(span, offset): (Span, u16)| {
            let start = self.world.main_source().find(span)?.offset();
            self.markup.run_at(start + usize::from(offset))
        };
        let flows = |at: (Span, u16)| {
            run(at).is_some_and(|(index, _)| self.markup.runs[index].entry.is_some())
        };
        for texts in texts.chunk_by(|a, b| a.page == b.page) {
            let page = texts[0].page;
            let call = laid.pages.iter().position(|pages| pages.contains(&page));
            let call = call.map(|index| &self.calls[index]);
            let module = call.and_then(|call| self.layout.module(&call.module));
            let size = laid.document.pages()[page - 1].frame.size();
            let margins = module.is_none_or(|module| module.margins);
            let area = bounds::TextArea::of(size, &self.layout.page, margins);
            for stray in bounds::strays(texts, area, &flows) {
                let own = run(stray.span)
                    .map(|(index, at)| self.markup.runs[index].stretch(at, stray.text.len()));
                let entry = call.and_then(|call| call.entry);
                let span = own.or(entry.map(|index| self.issue.entries[index].span()));
                let told = Diagnostic { span, ..stray.told(page) };
                found.push(match module.filter(|_| span.is_none()) {
                    Some(module) => told.origin(self.layout.module_path(&module.name)),
                    None => told,
                });
            }
        }
    }

    fn finish(self, laid: Laid) -> Pages {
        let Laid { document, pages, placements } = laid;
        let furniture = self.calls.iter().zip(pages).filter(|(call, _)| call.entry.is_none());
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
        let document = finished(document, self.world, &self.markup, Some(self.layout.screen_ppi));
        let (markup, lines) = (self.markup, self.lines);
        Pages { document, markup, entries, furniture, lines, statistics }
    }
}

/// Relieving a line can loosen its neighbour: each entry's lines are looked at this often at most.
const MAX_LOOKS: usize = 3;
