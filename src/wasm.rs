//! The boundary: text and options in, words out. The only file that names `wasm_bindgen` or `js_sys`.

use crate::house::{RawHouse, RawName, RawPattern, RawSpeaker};
use crate::options::RawOptions;
use crate::wire::{Unit, encode};
use crate::{Desk, Error, Options, Session};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

/// A desk with its checked options. The JavaScript wrapper owns it; results hold no handle to it.
#[wasm_bindgen(js_name = Desk)]
pub struct WasmDesk(Desk);

#[wasm_bindgen(js_class = Desk)]
impl WasmDesk {
    /// Checks the options (a plain object or undefined); throws an `Error` with `code` and `option`.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<WasmDesk, JsValue> {
        Ok(WasmDesk(Desk::new(checked(options)?)))
    }

    /// The words of an analysis (see `wire`); throws an `Error` with `code` if the text is too long.
    pub fn analyze(&self, text: &str) -> Result<Vec<u32>, JsValue> {
        self.0.analyze(text).map(|analysis| encode(&analysis, text, Unit::Utf16)).map_err(|e| thrown(&e))
    }
}

/// A session with its checked options, owned like a desk.
#[wasm_bindgen(js_name = Session)]
pub struct WasmSession(Session);

#[wasm_bindgen(js_class = Session)]
impl WasmSession {
    /// As a desk's.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<WasmSession, JsValue> {
        Ok(WasmSession(Session::new(checked(options)?)))
    }

    /// As a desk's `analyze`, of the text as it is now.
    pub fn read(&mut self, text: &str) -> Result<Vec<u32>, JsValue> {
        self.0.read(text).map(|analysis| encode(&analysis, text, Unit::Utf16)).map_err(|e| thrown(&e))
    }
}

fn checked(options: JsValue) -> Result<Options, JsValue> {
    #[cfg(feature = "panic_hook")]
    console_error_panic_hook::set_once();
    raw(&options).check().map_err(|e| thrown(&e))
}

/// Options as `js/checked.ts` has copied them: every field is known, and of its type or absent.
fn raw(options: &JsValue) -> RawOptions {
    RawOptions {
        kinds: given(options, "kinds").map(|_| strings(options, "kinds")),
        language: string(options, "language"),
        reference: string(options, "reference"),
        outlet_country: string(options, "outletCountry"),
        nested: field(options, "nested").as_bool(),
        max_length: field(options, "maxLength").as_f64().map(|n| n as u32),
        house: given(options, "house").map(|house| RawHouse {
            names: list(&house, "names", |name| RawName {
                name: required(name, "name"),
                r#type: required(name, "type"),
                aliases: strings(name, "aliases"),
                id: string(name, "id"),
            }),
            never_tag: strings(&house, "neverTag"),
            speakers: list(&house, "speakers", |speaker| RawSpeaker {
                mention: required(speaker, "mention"),
                name: required(speaker, "name"),
            }),
            cues: strings(&house, "cues"),
            patterns: list(&house, "patterns", |pattern| RawPattern {
                pattern: required(pattern, "pattern"),
                r#type: string(pattern, "type"),
            }),
        }),
    }
}

fn field(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

fn given(object: &JsValue, key: &str) -> Option<JsValue> {
    Some(field(object, key)).filter(|value| !value.is_undefined() && !value.is_null())
}

fn string(object: &JsValue, key: &str) -> Option<String> {
    field(object, key).as_string()
}

fn required(object: &JsValue, key: &str) -> String {
    string(object, key).unwrap_or_default()
}

fn list<T>(object: &JsValue, key: &str, item: impl Fn(&JsValue) -> T) -> Vec<T> {
    let value = field(object, key);
    if Array::is_array(&value) { Array::from(&value).iter().map(|v| item(&v)).collect() } else { Vec::new() }
}

fn strings(object: &JsValue, key: &str) -> Vec<String> {
    list(object, key, |v| v.as_string().unwrap_or_default())
}

/// An error as JavaScript sees it.
fn thrown(error: &Error) -> JsValue {
    let js = js_sys::Error::new(&error.to_string());
    let set = |key: &str, value: &str| Reflect::set(&js, &key.into(), &value.into());
    // Setting a field of a fresh object can't fail.
    let _ = set("code", error.code());
    if let Some(option) = error.option() {
        let _ = set("option", option);
    }
    js.into()
}
