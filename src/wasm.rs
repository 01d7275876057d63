//! The boundary: text and options in, words out. The only file that names `wasm_bindgen`, `js_sys` or `serde_wasm_bindgen`.

use crate::wire::{Unit, encode};
use crate::{Desk, Error, Options, Session};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;

#[cfg(feature = "small")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

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
    Options::read(serde_wasm_bindgen::Deserializer::from(options)).map_err(|e| thrown(&e))
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
