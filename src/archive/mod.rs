//! Many numbers: finding their manifests, building what is not up to date, on every core and in shards,
//! and reporting on all of them.
//!
//! How one number is built is [`crate::build`]'s; this room only decides which, when and where to.

pub mod discovery;
mod folder;
mod freshness;
pub mod report;
mod run;
pub mod shard;

pub use run::{Options, run};
