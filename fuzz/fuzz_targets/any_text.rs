//! Any bytes, read as lossy UTF-8.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| copydesk_fuzz::holds(&String::from_utf8_lossy(bytes), copydesk::Options::default()));
