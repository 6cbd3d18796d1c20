//! The desk as a browser meets it: over its own server, through its own socket.

mod accessible;
mod alike;
mod browser;
mod charts;
#[path = "../common/mod.rs"]
mod common;
mod counts;
mod dropped;
mod faults;
#[path = "../../crates/manuscript/tests/files/mod.rs"]
mod files;
mod finish;
mod focus;
mod form;
mod forms;
mod frame;
mod glyphs;
mod grid;
mod guide;
mod held;
mod hostile;
mod live;
mod lost;
mod marking;
mod mend;
mod order;
mod page;
mod pasted;
mod placed;
mod print;
mod races;
mod running;
mod said;
mod sight;
mod start;
mod telling;
mod terms;
mod texts;
mod told;
mod two;
mod undone;
mod unsaved;
mod ways;
mod writing;
#[allow(dead_code, reason = "not all that an author writes is brought here")]
#[path = "../add/written.rs"]
mod written;
