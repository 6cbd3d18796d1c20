//! The server: what a tab may ask, and the one socket that tells it news.

pub mod assets;
pub mod door;
pub mod finish;
pub mod opener;
pub mod proofs;
pub mod state;

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::body::Body;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, serve::ListenerExt};
use serde_json::json;
use tokio::sync::{oneshot, watch};

use crate::desk::ask::{Ask, Question};
use crate::desk::messages;
use crate::desk::number::shown::Shown;
use crate::desk::pages::pictures::Form;
use crate::intake::images::LARGEST;
use door::ENTRANCE;
use state::{FOR_EVER, JSON, Server};

/// What a tab may send through its socket, bytes: it has nothing to say there.
const SOCKET: usize = 1 << 10;

/// The longest question, bytes: a text that is to be written, and the one that was there.
const QUESTION: usize = 8 << 20;

/// How long answers that are on their way are waited for at the end.
const FAREWELL: Duration = Duration::from_millis(500);

/// A page loads nothing but what the desk serves, and stands in no other page.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; style-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// A picture of a page brings its own styles and pictures, and nothing that runs.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

impl Server {
    /// Answers until nobody sets pages any more.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn serve(self, listener: TcpListener) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.context("failed to start the server")?;
        runtime.block_on(async {
            listener.set_nonblocking(true).context("failed to listen")?;
            let listener =
                tokio::net::TcpListener::from_std(listener).context("failed to listen")?;
            tokio::spawn(interrupted(self.asks.clone()));
            let ended = || ended(self.shown.clone());
            // Small answers are not kept back to be sent together.
            let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
            let serving = axum::serve(listener, self.clone().routes());
            let serving = serving.with_graceful_shutdown(ended());
            let farewell = async {
                ended().await;
                tokio::time::sleep(FAREWELL).await;
                Ok(())
            };
            tokio::select! {
                served = async { serving.await } => served.context("failed to serve"),
                gone = farewell => gone,
            }
        })
    }

    fn routes(self) -> Router {
        Router::new()
            .route("/", get(index))
            .route(&format!("{ENTRANCE}{{token}}"), get(enter))
            .route("/page/{name}", get(asset))
            .route("/pictures/{name}/{form}", get(picture))
            .route("/lines/{name}", get(lines))
            .route("/proof", post(proofs::make))
            .route("/proofs/{name}/{page}/{inks}/{form}", get(proofs::picture))
            .route("/finish/{edition}", post(finish::finish))
            .route("/files/{name}", get(finish::file))
            .route("/folder", post(finish::folder))
            .route("/live", get(live))
            .route("/ask", post(ask))
            .route("/images/{name}", post(image))
            .route("/manuscripts/{at}/{name}", post(manuscript))
            .route("/end", post(end))
            .layer(middleware::from_fn_with_state(self.clone(), guard))
            .with_state(self)
    }
}

/// Ends the desk at Ctrl-C.
async fn interrupted(asks: Sender<Ask>) {
    if tokio::signal::ctrl_c().await.is_ok() {
        let _ = asks.send(Ask::End);
    }
}

/// Waits until nothing more will be shown.
async fn ended(mut shown: watch::Receiver<Arc<Shown>>) {
    while shown.changed().await.is_ok() {}
}

/// Lets nobody in but whom the door admits, and says with every answer what a browser may do with it.
async fn guard(State(server): State<Server>, request: Request, next: Next) -> Response {
    let admitted = server.door.admits(request.method(), request.uri(), request.headers());
    let mut response = match admitted {
        true => next.run(request).await,
        // Most often it is a window of a run that has ended.
        false => (StatusCode::FORBIDDEN, messages::NOT_THIS_ADDRESS.say(server.options.lang))
            .into_response(),
    };
    let usual = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in usual {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// The first address: leaves the token with the browser and leads on.
async fn enter(State(server): State<Server>) -> Response {
    let headers = [(header::SET_COOKIE, server.door.cookie()), (header::LOCATION, "/".into())];
    (StatusCode::SEE_OTHER, headers).into_response()
}

async fn index(State(server): State<Server>) -> Response {
    let page = assets::index(server.options.lang);
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

async fn asset(Path(name): Path<String>) -> Response {
    let Some(asset) = assets::named(&name) else { return StatusCode::NOT_FOUND.into_response() };
    // Fonts stay; the rest is another with another release.
    let kept = if asset.kind.starts_with("font/") { FOR_EVER } else { "no-store" };
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, kept)];
    (headers, Body::from(asset.bytes)).into_response()
}

async fn picture(
    State(server): State<Server>,
    Path((name, form)): Path<(String, String)>,
) -> Response {
    let (Some(picture), Some(form)) = (server.picture(&name), Form::named(&form)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // Drawing takes its time, and others are not to wait for it.
    match tokio::task::spawn_blocking(move || picture.drawn(form)).await {
        Ok(Ok(Some(bytes))) => {
            let headers = [
                (header::CONTENT_TYPE, form.kind()),
                (header::CACHE_CONTROL, FOR_EVER),
                (header::CONTENT_SECURITY_POLICY, PICTURE_POLICY),
            ];
            (headers, bytes).into_response()
        }
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(_)) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What a page reads, line by line.
async fn lines(State(server): State<Server>, Path(name): Path<String>) -> Response {
    let Some(picture) = server.picture(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let lines = json!(picture.lines()).to_string();
    (JSON, lines).into_response()
}

/// Hands a question on to the thread that knows, and brings its answer.
async fn ask(State(server): State<Server>, body: Body) -> Response {
    let Ok(body) = axum::body::to_bytes(body, QUESTION).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let Ok(question) = serde_json::from_slice::<Question>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    told(&server, |reply| Ask::Question(question, reply)).await
}

/// Hands a picture on to the thread that writes.
async fn image(State(server): State<Server>, Path(name): Path<String>, body: Body) -> Response {
    let Ok(bytes) = axum::body::to_bytes(body, LARGEST as usize).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    told(&server, |reply| Ask::Picture(name, bytes, reply)).await
}

/// Hands a manuscript on to the thread that writes: the path of what it was dropped on, in JSON, and its name.
async fn manuscript(
    State(server): State<Server>,
    Path((at, name)): Path<(String, String)>,
    body: Body,
) -> Response {
    let Ok(at) = serde_json::from_str(&at) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(bytes) = axum::body::to_bytes(body, jikji_manuscript::LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    told(&server, |reply| Ask::Manuscript(at, name, bytes, reply)).await
}

/// The answer of the thread that knows to what is asked of it.
async fn told(
    server: &Server,
    asked: impl FnOnce(oneshot::Sender<serde_json::Value>) -> Ask,
) -> Response {
    let (reply, answer) = oneshot::channel();
    if server.asks.send(asked(reply)).is_err() {
        return StatusCode::GONE.into_response();
    }
    match answer.await {
        Ok(answer) => (JSON, answer.to_string()).into_response(),
        Err(_) => StatusCode::GONE.into_response(),
    }
}

async fn end(State(server): State<Server>) -> StatusCode {
    match server.asks.send(Ask::End) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::GONE,
    }
}

async fn live(State(server): State<Server>, upgrade: WebSocketUpgrade) -> Response {
    let upgrade = upgrade.max_message_size(SOCKET).max_frame_size(SOCKET);
    upgrade.on_upgrade(|socket| tell(socket, server.shown))
}

/// Tells a tab what is shown, and whenever that is another. A tab that is slow gets the newest only.
async fn tell(mut socket: WebSocket, mut shown: watch::Receiver<Arc<Shown>>) {
    shown.mark_changed();
    loop {
        tokio::select! {
            changed = shown.changed() => {
                if changed.is_err() {
                    // The tab may be gone before the desk is.
                    let _ = socket.send(Message::Close(None)).await;
                    return;
                }
                let news = shown.borrow_and_update().news.clone();
                if !news.is_empty() && socket.send(Message::text(news)).await.is_err() {
                    return;
                }
            }
            said = socket.recv() => {
                if !matches!(said, Some(Ok(_))) {
                    return;
                }
            }
        }
    }
}
