//! The desk as a browser meets it: over its own server, through its own socket.

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod live;
mod running;
mod texts;
