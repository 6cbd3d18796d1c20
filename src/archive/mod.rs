//! Many numbers: finding their manifests, building what is not up to date, on every core and in shards,
//! reporting on all of them, verifying what was built before, and taking archive editions apart.
//!
//! How one number is built is [`crate::session`]'s; this room only decides which, when and where to.

pub mod compare;
pub mod discovery;
mod folder;
mod freshness;
mod gone;
pub mod messages;
pub mod report;
pub mod report_html;
pub mod restore;
mod run;
pub mod shard;
pub mod verdict;
mod verify;

pub use run::{Options, run};
pub use verify::verify;
