//! What is wrong with an image.

use jikji_diagnostic::{Arg, Message};

/// What is wrong with an image, before it has a place.
pub(crate) struct ImageFault {
    pub message: &'static Message,
    pub args: Vec<(&'static str, Arg)>,
}

impl ImageFault {
    pub fn new(message: &'static Message) -> Self {
        Self { message, args: vec![] }
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
