//! One export a layer, over a text that the host writes into this module's memory. `layers.mjs` times them.
#![allow(unsafe_code, reason = "an export's name is an unsafe attribute")]

use copydesk::lang::Language;
use copydesk::text::Document;
use copydesk::wire::{Unit, encode};
use copydesk::{Desk, Options, entities, house::House, numbers, quotes};
use std::cell::RefCell;

thread_local! {
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a text of `length` bytes and says where to write it.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| {
        *bytes = vec![0; length];
        bytes.as_mut_ptr()
    })
}

/// Takes the bytes written for the text of the runs to come.
#[unsafe(no_mangle)]
pub extern "C" fn take() {
    TEXT.set(BYTES.with_borrow(|bytes| String::from_utf8_lossy(bytes).into_owned()));
}

/// Runs a layer `runs` times and gives the number of its items, so that no run can be left out. What a layer rests on is
/// found once, outside the loop: 0 document, 1 numbers, 2 entities, 3 quotes, 4 everything with its words.
#[unsafe(no_mangle)]
pub extern "C" fn run(layer: u32, runs: u32) -> usize {
    TEXT.with_borrow(|text| {
        let document = Document::new(text, Language::English.orthography());
        let (context, house) = (numbers::Context::default(), House::default());
        let figures = if layer == 2 || layer == 3 { numbers::extract(&document, &context) } else { Vec::new() };
        let mentions = if layer == 3 { entities::extract(&document, &figures, &house) } else { Vec::new() };
        let desk = Desk::new(Options::default());
        (0..runs)
            .map(|_| match layer {
                0 => Document::new(text, Language::English.orthography()).tokens.len(),
                1 => numbers::extract(&document, &context).len(),
                2 => entities::extract(&document, &figures, &house).len(),
                3 => quotes::extract(&document, &mentions, &entities::word_classes(&document, Vec::new()), &house.cues)
                    .0
                    .len(),
                _ => desk.analyze(text).map_or(0, |a| encode(&a, text, Unit::Utf16).len()),
            })
            .sum()
    })
}
