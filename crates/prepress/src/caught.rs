//! What libraries read of files that nobody here wrote: where one panics it has read nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `read` gives; nothing if it panics.
pub fn caught<T>(read: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[test]
    fn a_panic_is_nothing() {
        assert_eq!(caught(|| Some(1)), Some(1));
        assert_eq!(caught(|| None::<u8>), None);
        let none: &[u8] = &[];
        assert_eq!(caught(|| Some(none[1])), None);
    }
}
