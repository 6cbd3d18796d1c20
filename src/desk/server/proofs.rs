//! Answers about print editions, which are made when a tab asks for one: once for each setting of the number.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::state::{FOR_EVER, JSON, Server};
use crate::desk::number::good::{Good, Looked};
use crate::desk::pages::pictures::Form;
use crate::desk::pages::proof::{Inks, Made, Proof};
use crate::edition::report::diagnostic_lines;
use crate::panicked;
use jikji_diagnostic::Lang;

/// Makes the print edition of the number as it is now, and tells of it; or why there is none.
pub async fn make(State(server): State<Server>) -> Response {
    let Some(Looked { good, .. }) = server.number().await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // One at a time: who comes second finds what the first has made.
    let mut last = server.proofs.lock().await;
    if let Some(made) = last.as_ref().filter(|made| made.setting == good.setting) {
        return told(&made.proof);
    }
    let (setting, lang) = (good.setting, server.options.lang);
    match tokio::task::spawn_blocking(move || of(&good, lang)).await {
        Ok(Ok(proof)) => {
            let proof = Arc::new(proof);
            let answer = told(&proof);
            *last = Some(Made { setting, proof });
            answer
        }
        Ok(Err(refusal)) => (JSON, refusal.to_string()).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn told(proof: &Proof) -> Response {
    (JSON, json!(proof.news()).to_string()).into_response()
}

/// The print edition, or what is said of the errors.
fn of(good: &Good, lang: Lang) -> Result<Proof, serde_json::Value> {
    let mut found = vec![];
    match Proof::of(&good.number, &mut found) {
        Ok(Some(proof)) => Ok(proof),
        Ok(None) => Err(json!({ "findings": diagnostic_lines(&found, &good.sources, lang) })),
        Err(error) => Err(json!({ "why": panicked::told(&error, lang).0 })),
    }
}

/// A page of a print edition, with all inks or with one.
pub async fn picture(
    State(server): State<Server>,
    Path((name, page, inks, form)): Path<(String, usize, String, String)>,
) -> Response {
    let last = server.proofs.lock().await;
    let proof = last.as_ref().map(|made| made.proof.clone()).filter(|proof| proof.is(&name));
    drop(last);
    let (Some(proof), Some(inks), Some(Form::Pixels(scale))) =
        (proof, Inks::named(&inks), Form::named(&form))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::task::spawn_blocking(move || proof.drawn(page, inks, scale)).await {
        Ok(Ok(Some(bytes))) => {
            let kind = Form::Pixels(scale).kind();
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)], bytes)
                .into_response()
        }
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(_)) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
