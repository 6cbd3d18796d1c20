//! The desk as a browser meets it: over its own server, through its own socket.

mod accessible;
mod browser;
mod charts;
#[path = "../common/mod.rs"]
mod common;
mod counts;
mod dropped;
mod faults;
mod finish;
mod form;
mod forms;
mod frame;
mod glyphs;
mod grid;
mod guide;
mod hostile;
mod live;
mod marking;
mod mend;
mod order;
mod page;
mod pasted;
mod print;
mod races;
mod running;
mod said;
mod start;
mod terms;
mod texts;
mod told;
mod two;
mod writing;
