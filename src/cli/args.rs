//! The command line's arguments, as clap reads them.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::edition::Edition;
use crate::edition::picture::PPI_RANGE;
use crate::lock::TYPST;
use crate::report::JIKJI;

/// What makes the same bytes of the same number: the release, its Typst, and the commit of a release.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let commit = option_env!("JIKJI_COMMIT").map(|commit| format!(", {commit}"));
    format!("{JIKJI} (Typst {TYPST}{})", commit.unwrap_or_default())
});

/// Sets a Korean monthly from one TOML manifest.
#[derive(Debug, Parser)]
#[command(name = "jikji", version = VERSION.as_str(), about, max_term_width = 80)]
pub struct Cli {
    /// Language of messages; by default the locale's.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArg>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Korean.
    Ko,
    /// English.
    En,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Set an issue and write its editions.
    Build(BuildArgs),
    /// Check an issue: say all that build would say, and write no file.
    Check(CheckArgs),
    /// See the pages of an issue in the browser and write its texts there.
    Edit(EditArgs),
    /// Write what check says can be written safely, and show it.
    Fix(FixArgs),
    /// Make the folder of a new number: the next after another, or a publication's first.
    New(NewArgs),
    /// Add manuscripts to a number: HWPX, HWP, DOCX, Markdown or text.
    Add(AddArgs),
    /// Build every number below a folder that is not up to date.
    Archive(super::archive_args::ArchiveArgs),
    /// Make a manifest of a back issue: HWPX, HWP, DOCX, Markdown or text.
    Import(super::archive_args::ImportArgs),
    /// Take out of an archive edition what it was made of.
    Restore(super::archive_args::RestoreArgs),
    /// Test any PDF for what a press needs.
    Preflight(super::print_args::PreflightArgs),
    /// Lay the pages of a print file out on press sheets.
    Impose(super::print_args::ImposeArgs),
    /// Print the JSON Schema of a manifest, for editors.
    Schema(SchemaArgs),
    /// List the fonts a number can be set in.
    Fonts(FontsArgs),
    /// List the layouts there are.
    Layouts(LayoutsArgs),
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual pages into a folder.
    Man {
        /// The folder.
        folder: PathBuf,
    },
}

/// Which issue, and how to speak of it.
#[derive(Debug, Args)]
pub struct IssueArgs {
    /// The manifest.
    #[arg(default_value = "issue.toml")]
    pub manifest: PathBuf,
    /// Print a report for machines on stdout.
    #[arg(long)]
    pub json: bool,
    /// Treat these findings as errors.
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
}

/// What `--deny` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings fail the run.
    Warnings,
}

/// The editions that were asked for, or else the `usual`.
pub fn editions(asked: &[Edition], usual: &[Edition]) -> Vec<Edition> {
    if asked.is_empty() { usual.to_vec() } else { asked.to_vec() }
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The issue.
    #[command(flatten)]
    pub issue: IssueArgs,
    /// The editions to write; screen and print by default.
    #[arg(long, value_enum)]
    pub edition: Vec<Edition>,
    /// The folder for finished files.
    #[arg(long, default_value = "out")]
    pub out: PathBuf,
    /// Write no lock file beside the manifest.
    #[arg(long)]
    pub no_lock: bool,
    /// Also write the number as a Typst project into this folder.
    #[arg(long, value_name = "DIR")]
    pub emit: Option<PathBuf>,
    /// Also write a picture of each page, at this many pixels per inch.
    #[arg(long, value_name = "DPI", value_parser = clap::value_parser!(u16).range(PPI_RANGE))]
    pub png: Option<u16>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The issue.
    #[command(flatten)]
    pub issue: IssueArgs,
    /// The editions to check for; screen and print by default.
    #[arg(long, value_enum)]
    pub edition: Vec<Edition>,
}

/// Arguments of `edit`.
#[derive(Debug, Clone, Args)]
pub struct EditArgs {
    /// The manifest.
    #[arg(default_value = "issue.toml")]
    pub manifest: PathBuf,
    /// The port to answer on; another one if it is taken.
    #[arg(long, default_value_t = crate::desk::PORT)]
    pub port: u16,
    /// Do not open the browser.
    #[arg(long)]
    pub no_open: bool,
    /// Let nothing be changed from the browser.
    #[arg(long)]
    pub read_only: bool,
}

/// Arguments of `fix`.
#[derive(Debug, Args)]
pub struct FixArgs {
    /// The manifest.
    #[arg(default_value = "issue.toml")]
    pub manifest: PathBuf,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder of the new number.
    pub dir: PathBuf,
    /// The number it comes after: its structure, publication, colophon and print block are kept.
    #[arg(long, value_name = "MANIFEST")]
    pub from: Option<PathBuf>,
}

/// Arguments of `add`.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// The manuscripts.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The manifest.
    #[arg(long, value_name = "MANIFEST", default_value = "issue.toml")]
    pub to: PathBuf,
    /// The title of the section they belong to; the last one by default.
    #[arg(long, value_name = "TITLE")]
    pub section: Option<String>,
    /// The kind of the entries; by default the one that takes articles best.
    #[arg(long)]
    pub kind: Option<String>,
    /// Put a manuscript in the place of the entry that has its title or its text.
    #[arg(long)]
    pub force: bool,
    /// Print the report for machines on stdout.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// The layout whose manifests the schema is for.
    #[arg(long, default_value = "spri-brief")]
    pub layout: String,
    /// The folder whose `layouts/` are looked through first.
    #[arg(long, default_value = ".")]
    pub folder: PathBuf,
    /// Print the schema of a shop profile instead.
    #[arg(long, conflicts_with = "layout")]
    pub profile: bool,
}

/// Arguments of `fonts`.
#[derive(Debug, Args)]
pub struct FontsArgs {
    /// The folder whose `fonts/` are counted in.
    #[arg(long, default_value = ".")]
    pub folder: PathBuf,
    /// Count in the machine's own fonts.
    #[arg(long)]
    pub system: bool,
    /// Print for machines.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `layouts`.
#[derive(Debug, Args)]
pub struct LayoutsArgs {
    /// The folder whose `layouts/` are counted in.
    #[arg(long, default_value = ".")]
    pub folder: PathBuf,
    /// Print for machines.
    #[arg(long)]
    pub json: bool,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
