//! Options and house rules from outside, then a text: an error or an analysis, never a panic.
#![no_main]

use copydesk::Options;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = String::from_utf8_lossy(bytes);
    let (rules, text) =
        input.split_once('\n').unwrap_or((&input, "“No,” said Ann Lee of the Foreign Ministry on 5 May for $5."));
    let Ok(json) = serde_json::from_str::<serde_json::Value>(rules) else { return };
    if let Ok(options) = Options::read(json) {
        copydesk_fuzz::holds(text, options);
    }
});
