//! `jikji schema`, `fonts`, `layouts` and `completions`: what there is to work with.

use anyhow::Result;
use clap::CommandFactory;

use super::args::{Cli, FontsArgs, LayoutsArgs, SchemaArgs};
use super::exit::Exit;
use super::terminal::{print, print_diagnostics, print_report};
use crate::typeset::fonts::{FaceOrigin, Fonts};
use crate::{layout, manifest, shop};
use jikji_diagnostic::Lang;
use jikji_diagnostic::source::Sources;

/// Prints the JSON Schema of a layout's manifests, or of shop profiles.
///
/// # Errors
/// Failures of the machine.
pub fn print_schema(args: &SchemaArgs, lang: Lang) -> Result<Exit> {
    if args.profile {
        print(&format!("{:#}", shop::schema(lang)))?;
        return Ok(Exit::Done);
    }
    let mut sources = Sources::default();
    match layout::find(&args.folder, &args.layout, &mut sources) {
        Ok(layout) => {
            let schema = manifest::schema(&layout, lang);
            print(&format!("{schema:#}"))?;
            Ok(Exit::Done)
        }
        Err(found) => {
            print_diagnostics(&found, &sources, lang);
            Ok(Exit::IssueHasErrors)
        }
    }
}

/// Prints the faces a number can be set in.
///
/// # Errors
/// Failures of the machine.
pub fn print_fonts(args: &FontsArgs) -> Result<Exit> {
    let fonts = Fonts::collect(&args.folder, args.system);
    let faces = fonts.faces().map(|(info, origin)| {
        let weight = info.variant.weight.to_number();
        let style = format!("{:?}", info.variant.style).to_lowercase();
        let origin = match origin {
            FaceOrigin::Bundled(name) => format!("jikji:{name}"),
            FaceOrigin::File(file) => file.path.display().to_string(),
        };
        (info.family.clone(), weight, style, origin)
    });
    if args.json {
        let faces: Vec<_> = faces
            .map(|(family, weight, style, origin)| {
                serde_json::json!({
                    "family": family, "weight": weight, "style": style, "origin": origin,
                })
            })
            .collect();
        print_report(&serde_json::json!({ "faces": faces }))?;
    } else {
        for (family, weight, style, origin) in faces {
            print(&format!("{family}\t{weight}\t{style}\t{origin}"))?;
        }
    }
    Ok(Exit::Done)
}

/// Prints the layouts there are.
///
/// # Errors
/// Failures of the machine.
pub fn print_layouts(args: &LayoutsArgs) -> Result<Exit> {
    let all = layout::all(&args.folder);
    if args.json {
        let all: Vec<_> = all
            .iter()
            .map(|found| {
                serde_json::json!({
                    "name": found.name,
                    "version": found.version,
                    "description": found.description,
                    "origin": found.origin,
                })
            })
            .collect();
        print_report(&serde_json::json!({ "layouts": all }))?;
    } else {
        for found in all {
            let (name, version, about) = (found.name, found.version, found.description);
            print(&format!("{name}\t{version}\t{}\t{about}", found.origin))?;
        }
    }
    Ok(Exit::Done)
}

/// Prints a completion script.
///
/// # Errors
/// Failures of the machine.
pub fn print_completions(shell: clap_complete::Shell) -> Result<Exit> {
    let mut script = vec![];
    clap_complete::generate(shell, &mut Cli::command(), "jikji", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
