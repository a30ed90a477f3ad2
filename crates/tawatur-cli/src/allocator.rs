//! The allocator of the program.

use libmimalloc_sys::{mi_option_get, mi_option_set_default};

/// A report's layers are many small vectors that come and go together. This allocator hands the same memory out again where
/// the system's walks on through the cache: a tenth of the time of `extract`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The number of the option `purge_delay`, which the bindings do not name.
const PURGE_DELAY: i32 = 15;
/// Its value as it ships, in milliseconds: what tells that the number is right.
const SHIPPED: std::ffi::c_long = 10;
/// Longer than any batch of reports is read.
const DELAY: std::ffi::c_long = 1_000;

/// Keeps memory that one batch of reports leaves for the next. The allocator gives freed pages back to the system within ten
/// milliseconds, and has them cleared anew for every batch: up to a tenth of the time of `extract`.
///
/// Called before any other thread runs. A value from the environment stays.
#[allow(unsafe_code)]
pub(crate) fn keep_memory() {
    // SAFETY: both read or write one integer of the allocator's options, which is safe as long as no other thread does so at
    // the same time; an unknown number is answered by zero and left alone.
    unsafe {
        if mi_option_get(PURGE_DELAY) == SHIPPED {
            mi_option_set_default(PURGE_DELAY, DELAY);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(unsafe_code)]
    fn the_option_has_this_number() {
        // SAFETY: as above; no other test asks for options.
        let before = unsafe { mi_option_get(PURGE_DELAY) };
        keep_memory();
        // SAFETY: as above.
        let behind = unsafe { mi_option_get(PURGE_DELAY) };
        assert!(before == SHIPPED || std::env::var_os("MIMALLOC_PURGE_DELAY").is_some(), "{before}");
        assert_eq!(behind, if before == SHIPPED { DELAY } else { before });
    }
}
