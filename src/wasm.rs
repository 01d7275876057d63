//! The boundary: text and options in, words out. The only file that names `wasm_bindgen` or `js_sys`.

use crate::options::RawOptions;
use crate::wire::{Unit, encode};
use crate::{Desk, Error, Options, Session};
use js_sys::{Array, Object, Reflect};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use std::fmt;
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
    let raw = Option::<RawOptions>::deserialize(Given(options)).map_err(|e| js_sys::Error::new(&e.to_string()))?;
    raw.unwrap_or_default().check().map_err(|e| thrown(&e))
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

/// A JavaScript value as serde reads it: strings, booleans, counts, arrays and plain objects, which is all that options are made of.
struct Given(JsValue);

/// What is no such value. `js/checked.ts` has told what is wrong with options and where; serde's words for it print floats, which is
/// more code than all reading of options.
#[derive(Debug)]
struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the options have another shape than js/checked.ts lets through")
    }
}

impl std::error::Error for Unfit {}

impl serde::de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl IntoDeserializer<'_, Unfit> for Given {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Given {
    type Error = Unfit;

    #[expect(clippy::cast_sign_loss, reason = "a cast saturates, and a count is checked before")]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Self(value) = self;
        if let Some(text) = value.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(flag) = value.as_bool() {
            return visitor.visit_bool(flag);
        }
        if let Some(count) = value.as_f64() {
            return visitor.visit_u32(count as u32);
        }
        if Array::is_array(&value) {
            return visitor.visit_seq(SeqDeserializer::new(Array::from(&value).into_iter().map(Given)));
        }
        let object = Object::try_from(&value).ok_or(Unfit)?;
        let field = |name: JsValue| Some((name.as_string()?, Given(Reflect::get(object, &name).ok()?)));
        visitor.visit_map(MapDeserializer::new(Object::keys(object).into_iter().filter_map(field)))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.0.is_null() || self.0.is_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}
