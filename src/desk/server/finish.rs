//! Makes editions from the desk, as `jikji build` does, and hands them out.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use anyhow::Result;
use axum::body::Body;
use axum::extract::{Path as Named, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::opener;
use super::state::{Files, JSON, Server};
use crate::desk::findings::told;
use crate::desk::messages as say;
use crate::desk::number::good::Good;
use crate::desk::number::start::home;
use crate::edition::Edition;
use crate::panicked;
use crate::session::editions::make;
use jikji_diagnostic::{Diagnostic, Lang, any_error};

/// The folder of a number's editions, beside its manifest, as `build` has it.
const OUT: &str = "out";

/// Makes an edition of the number as it is now, and writes its files.
pub async fn finish(State(server): State<Server>, Named(edition): Named<String>) -> Response {
    let Some(edition) = Edition::ALL.iter().find(|known| known.name() == edition).copied() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let options = &server.options;
    let refused = |why: &str| (JSON, json!({ "why": why }).to_string()).into_response();
    if options.read_only {
        return refused(say::READ_ONLY.say(options.lang));
    }
    let Some(good) = server.number().await.filter(|looked| !looked.old) else {
        return refused(say::HAS_ERRORS.say(options.lang));
    };
    // One at a time: two would write one lock.
    let _making = server.making.lock().await;
    let (lang, files) = (options.lang, server.files.clone());
    let made = tokio::task::spawn_blocking(move || made(&good.good, edition, lang, &files)).await;
    match made {
        Ok(made) => (JSON, made.to_string()).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What came of an edition: its files, and what was found.
fn made(good: &Good, edition: Edition, lang: Lang, files: &Files) -> Value {
    match written(good, edition) {
        Ok(Written { paths, found }) => {
            let failed = any_error(&found);
            let lines = told::of(&found, &good.sources, lang, ("", || None));
            let listed: Vec<Value> = paths.iter().filter_map(|path| listed(path, files)).collect();
            json!({ "files": listed, "findings": lines, "failed": failed })
        }
        Err(error) => json!({ "why": panicked::told(&error, lang).0 }),
    }
}

struct Written {
    paths: Vec<PathBuf>,
    found: Vec<Diagnostic>,
}

fn written(good: &Good, edition: Edition) -> Result<Written> {
    let mut found = vec![];
    let Some(made) = make(&good.number, &[edition], &mut found)? else {
        return Ok(Written { paths: vec![], found });
    };
    let folder = home(&good.path);
    let paths = made.write(&folder.join(OUT), Some(&good.path), &mut found)?;
    Ok(Written { paths, found })
}

/// A file that is handed out from now on: its name and its length, bytes.
fn listed(path: &Path, files: &Files) -> Option<Value> {
    let name = path.file_name()?.to_str()?.to_string();
    let bytes = path.metadata().ok()?.len();
    let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
    files.insert(name.clone(), path.to_path_buf());
    Some(json!({ "name": name, "bytes": bytes }))
}

/// A file that was made.
pub async fn file(State(server): State<Server>, Named(name): Named<String>) -> Response {
    let path = server.files.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
    let Some(path) = path else { return StatusCode::NOT_FOUND.into_response() };
    let Ok(bytes) = tokio::task::spawn_blocking(move || std::fs::read(path)).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let Ok(bytes) = bytes else { return StatusCode::GONE.into_response() };
    let kind = if name.ends_with(".pdf") { "application/pdf" } else { "application/json" };
    let headers = [
        (header::CONTENT_TYPE, kind.to_string()),
        (header::CONTENT_DISPOSITION, disposition(&name)),
    ];
    (headers, Body::from(bytes)).into_response()
}

/// That a file is to be kept under its name (RFC 6266, 4.3).
fn disposition(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    let letter = |byte: u8| match plain(&byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    let name: String = name.bytes().map(letter).collect();
    format!("attachment; filename*=UTF-8''{name}")
}

/// Opens the folder of the files that were made last.
pub async fn folder(State(server): State<Server>) -> StatusCode {
    let files = server.files.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = files.values().next_back().and_then(|path| path.parent());
    match folder.is_some_and(opener::folder) {
        true => StatusCode::NO_CONTENT,
        false => StatusCode::NOT_FOUND,
    }
}
