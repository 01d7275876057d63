//! Options as they are given: one small tree, read field by field, each of which knows its path.

use super::{Error, Wrong};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// An option as it is given, with its path from the options on.
#[derive(Debug)]
pub(crate) struct Given {
    path: String,
    value: Value,
}

#[derive(Debug)]
enum Value {
    Null,
    Flag(bool),
    Count(u32),
    /// A number that is no count.
    Number,
    Text(String),
    List(Vec<Value>),
    Fields(Vec<(String, Value)>),
}

impl Given {
    /// Options from any serde source.
    pub(super) fn read<'de, D: Deserializer<'de>>(source: D) -> Result<Self, Wrong> {
        let value = Value::deserialize(source).map_err(|e| Error::bad_option("options", e.to_string()))?;
        Ok(Self { path: String::new(), value })
    }

    pub(crate) fn path(&self) -> &str {
        if self.path.is_empty() { "options" } else { &self.path }
    }

    pub(crate) fn text(self) -> Result<String, Wrong> {
        if let Value::Text(text) = self.value { Ok(text) } else { Err(self.wrong("a string")) }
    }

    pub(super) fn flag(self) -> Result<bool, Wrong> {
        if let Value::Flag(flag) = self.value { Ok(flag) } else { Err(self.wrong("a boolean")) }
    }

    pub(super) fn count(self) -> Result<u32, Wrong> {
        if let Value::Count(count) = self.value { Ok(count) } else { Err(self.wrong("u32")) }
    }

    pub(crate) fn list(self) -> Result<Vec<Self>, Wrong> {
        let Value::List(items) = self.value else { return Err(self.wrong("a sequence")) };
        let item = |(i, value)| Self { path: format!("{}[{i}]", self.path), value };
        Ok(items.into_iter().enumerate().map(item).collect())
    }

    /// Its fields, all of which are known. One that is null is not given.
    pub(crate) fn fields(self, known: &[&str]) -> Result<Fields, Wrong> {
        let values = match self.value {
            Value::Fields(values) => values,
            Value::Null => Vec::new(),
            _ => return Err(self.wrong("an object")),
        };
        let mut fields = Fields { path: self.path, given: Vec::new() };
        for (name, value) in values {
            let path = if fields.path.is_empty() { name.clone() } else { format!("{}.{name}", fields.path) };
            if !known.contains(&name.as_str()) {
                let problem = format!("unknown field `{name}`, expected one of `{}`", known.join("`, `"));
                return Err(Error::bad_option(path, problem));
            }
            if !matches!(value, Value::Null) {
                fields.given.push((name, Self { path, value }));
            }
        }
        Ok(fields)
    }

    #[expect(clippy::unnecessary_box_returns, reason = "an error on its way")]
    fn wrong(&self, expected: &str) -> Wrong {
        let found = match self.value {
            Value::Null => "null",
            Value::Flag(_) => "boolean",
            Value::Count(_) | Value::Number => "number",
            Value::Text(_) => "string",
            Value::List(_) => "sequence",
            Value::Fields(_) => "object",
        };
        Error::bad_option(self.path(), format!("invalid type: {found}, expected {expected}"))
    }
}

/// The fields of an option.
pub(crate) struct Fields {
    pub(crate) path: String,
    given: Vec<(String, Given)>,
}

impl Fields {
    /// A field, if it is given.
    pub(crate) fn take(&mut self, name: &str) -> Option<Given> {
        let place = self.given.iter().position(|(given, _)| given == name)?;
        Some(self.given.swap_remove(place).1)
    }

    /// The text of a field that has to be given.
    pub(crate) fn need(&mut self, name: &str) -> Result<String, Wrong> {
        let given = self.text(name)?;
        given.ok_or_else(|| Error::bad_option(&*self.path, format!("missing field `{name}`")))
    }

    /// The text of a field.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Wrong> {
        self.take(name).map(Given::text).transpose()
    }

    /// What a field lists; nothing if it isn't given.
    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<Given>, Wrong> {
        self.take(name).map_or(Ok(Vec::new()), Given::list)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an option")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(u32::try_from(number).map_or(Value::Number, Value::Count))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(u32::try_from(number).map_or(Value::Number, Value::Count))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            // A key that is no text names no option.
            if let (Value::Text(name), value) = entry {
                fields.push((name, value));
            }
        }
        Ok(Value::Fields(fields))
    }
}
