//! A shipped module has no panic hook, so what a panic would say nobody hears. It traps at once instead, as it would in the end, and the
//! places in the source that it would name are left out.

use std::ops::Range;
use walrus::ir::Value;
use walrus::{ConstExpr, Data, DataKind, FunctionKind, Module};

/// How functions are named that only say what went wrong, and never return.
const PANICS: &[&str] = &[
    "core::panicking::",
    "core::cell::panic_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "std::panicking::",
    "<std::panicking::",
];

/// Has every panic trap and say nothing. An error if few are found: the standard library has named them anew.
pub fn silence(wasm: &mut Module) -> Result<(), String> {
    let mut found = 0;
    for function in wasm.funcs.iter_mut() {
        let name = path(function.name.as_deref().unwrap_or_default());
        if let FunctionKind::Local(function) = &mut function.kind
            && PANICS.iter().any(|start| name.starts_with(start))
        {
            let mut body = function.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
            found += 1;
        }
    }
    let ids: Vec<_> = wasm.data.iter().map(Data::id).collect();
    for id in ids {
        let data = wasm.data.get_mut(id);
        for range in places(data) {
            data.value[range].fill(0);
        }
    }
    if found < PANICS.len() / 2 { Err(format!("only {found} functions are known to panic")) } else { Ok(()) }
}

/// A function's path without the hashes of crates: `core[c5930c85a12de822]::panicking::panic`.
fn path(name: &str) -> String {
    name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

/// Where the data hold a place in the source (the file's name by address and length, a line, a column), and its file's name.
fn places(data: &Data) -> Vec<Range<usize>> {
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(base)), .. } = data.kind else { return Vec::new() };
    let (base, bytes) = (base.cast_unsigned() as usize, &data.value[..]);
    let mut found = Vec::new();
    for at in (base.next_multiple_of(4) - base..bytes.len().saturating_sub(15)).step_by(4) {
        let word = |i: usize| bytes[at + i..].first_chunk().map_or(0, |b| u32::from_le_bytes(*b) as usize);
        let (file, length) = (word(0).wrapping_sub(base), word(4));
        let name = file.checked_add(length).and_then(|end| bytes.get(file..end));
        if name.is_some_and(|name| name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)) {
            found.extend([at..at + 16, file..file + length]);
        }
    }
    found
}
