//! What must hold for any bytes given as a manifest. Shared by the fuzzer and by `tests/fuzz.rs`.

use std::path::Path;

use jikji::compose::markup::{LineAdjustments, Markup};
use jikji::{compose, manifest};
use jikji_diagnostic::source::Sources;
use jikji_diagnostic::{Lang, any_error, render};
use typst::syntax::{LinkedNode, SyntaxKind};

/// Takes bytes through manifest, prose and markup: no panic, every finding can be drawn, and what is
/// composed is markup that Typst parses. Returns the markup, if the manifest is a good one.
pub fn manifest(bytes: &[u8]) -> Option<Markup> {
    let mut sources = Sources::default();
    // A folder that holds nothing: the bytes are all there is.
    let folder = Path::new("/nonexistent");
    let loaded = manifest::load_bytes(bytes, "issue.toml", folder, &mut sources);
    for found in &loaded.diagnostics {
        for lang in [Lang::Ko, Lang::En] {
            let drawn = render::render(found, &sources, lang, false);
            let control = |c: char| c.is_control() && c != '\n';
            assert!(!drawn.contains(control), "a control character in {drawn:?}");
        }
    }
    if any_error(&loaded.diagnostics) {
        return None;
    }
    let (issue, layout) = (loaded.issue?, loaded.layout?);
    let steps = vec![0; issue.entries.len()];
    let markup = compose::compose(
        &issue,
        &layout,
        &Default::default(),
        &steps,
        &LineAdjustments::default(),
        None,
    );
    check(&markup);
    Some(markup)
}

/// The markup parses, each run of the author's text in it is nothing but text, and leads back to itself.
fn check(markup: &Markup) {
    let root = typst::syntax::parse(&markup.text);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(errors.is_empty() && warnings.is_empty(), "{errors:?} {warnings:?}\n{}", markup.text);
    for (index, run) in markup.runs.iter().enumerate() {
        let found = markup.run_at(run.range.start);
        assert_eq!(found, Some((index, 0)), "{run:?}");
    }
    let mut nodes = vec![LinkedNode::new(&root)];
    while let Some(node) = nodes.pop() {
        nodes.extend(node.children());
        let leaf = node.children().len() == 0 && !node.range().is_empty();
        if leaf && markup.run_at(node.range().start).is_some() {
            let text =
                matches!(node.kind(), SyntaxKind::Text | SyntaxKind::Space | SyntaxKind::Escape);
            assert!(text, "{:?} of the author's text: {}", node.kind(), node.leaf_text());
        }
    }
}
