//! The arguments of the commands that work on archives.

use std::path::PathBuf;

use clap::Args;

use crate::archive::shard::Shard;
use crate::edition::Edition;

/// Arguments of `archive`.
#[derive(Debug, Args)]
pub struct ArchiveArgs {
    /// The folder whose manifests are built; with --merge, the folder with the shards' reports.
    pub folder: PathBuf,
    /// The folder for finished files and the report.
    #[arg(long, default_value = "out")]
    pub out: PathBuf,
    /// The editions of each number; screen and archive by default.
    #[arg(long, value_enum)]
    pub edition: Vec<Edition>,
    /// How many numbers are built at once; by default one for each processor.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Build only this part of the archive, such as 1/4; the parts need no word from each other.
    #[arg(long, value_name = "K/N", conflicts_with = "merge")]
    pub shard: Option<Shard>,
    /// Rebuild what the locks tell of and compare, instead of building; shown in verify.html.
    #[arg(long, conflicts_with_all = ["merge", "edition"])]
    pub verify: bool,
    /// Join the reports of all shards into report.json instead of building.
    #[arg(long, conflicts_with_all = ["edition", "jobs", "out"])]
    pub merge: bool,
    /// Print the report for machines on stdout.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The back issue: HWPX, HWP, DOCX, Markdown or text.
    pub file: PathBuf,
    /// The folder for the manifest and the report.
    #[arg(long)]
    pub out: PathBuf,
    /// The layout that the manifest is written for; spri-brief by default.
    #[arg(long, value_name = "NAME")]
    pub layout: Option<String>,
    /// Overwrite a manifest that was edited.
    #[arg(long)]
    pub force: bool,
    /// Exit with 1 if the report asks anything.
    #[arg(long)]
    pub strict: bool,
    /// Print the report for machines on stdout.
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `restore`.
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// The archive edition.
    pub file: PathBuf,
    /// The folder that the files go to.
    #[arg(long)]
    pub out: PathBuf,
    /// Overwrite files that are there.
    #[arg(long)]
    pub force: bool,
    /// Print the files' names for machines.
    #[arg(long)]
    pub json: bool,
}
