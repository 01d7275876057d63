//! An analysis as JSON, the same bytes as `JSON.stringify` of the JavaScript object.

use super::{Column, IDS, Kind, NULL, SCHEMA, Unit, encode};
use crate::Analysis;
use std::fmt::Write;

/// The analysis of `text` as one line of JSON.
pub fn json(analysis: &Analysis, text: &str) -> String {
    let (units, bytes) = (encode(analysis, text, Unit::Utf16), encode(analysis, text, Unit::Bytes));
    let reader = Reader { text, pool: pool(&bytes), units: &units, bytes: &bytes };
    let mut out = format!("{{\"schemaVersion\":{},\"language\":", units[0]);
    out.push_str(&json_string(reader.string(1).unwrap_or_default()));
    for (number, table) in SCHEMA.iter().enumerate() {
        let (first, rows) = (units[3 + 2 * number] as usize, units[4 + 2 * number] as usize);
        let _ = write!(out, ",\"{}\":[", table.name);
        for row in 0..rows {
            out.push_str(if row == 0 { "{" } else { ",{" });
            let mut at = first + row * table.stride();
            let open = out.len();
            for column in table.columns {
                reader.field(&mut out, open, column, row, at);
                at += column.kind.width();
            }
            out.push('}');
        }
        out.push(']');
    }
    out.push('}');
    out
}

/// A string as `JSON.stringify` writes it.
pub fn json_string(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads rows from the same words in both units: UTF-16 offsets to print, byte offsets to slice by.
struct Reader<'a> {
    text: &'a str,
    pool: String,
    units: &'a [u32],
    bytes: &'a [u32],
}

fn pool(words: &[u32]) -> String {
    let bytes: Vec<u8> =
        words[words[IDS + 1] as usize..].iter().flat_map(|w| w.to_le_bytes()).take(words[IDS + 2] as usize).collect();
    String::from_utf8(bytes).unwrap_or_default()
}

impl Reader<'_> {
    fn string(&self, at: usize) -> Option<&str> {
        (self.bytes[at] != NULL).then(|| &self.pool[self.bytes[at] as usize..self.bytes[at + 1] as usize])
    }

    fn span(&self, at: usize) -> String {
        let text = self.text.get(self.bytes[at] as usize..self.bytes[at + 1] as usize).unwrap_or("");
        format!("\"start\":{},\"end\":{},\"text\":{}", self.units[at], self.units[at + 1], json_string(text))
    }

    fn field(&self, out: &mut String, open: usize, column: &Column, row: usize, at: usize) {
        let words = self.units;
        let value = match column.kind {
            Kind::Row => row.to_string(),
            Kind::Span => return push(out, open, &self.span(at)),
            Kind::Text | Kind::TextOrNull => self.string(at).map_or_else(null, json_string),
            Kind::SpanOrNull if words[at] == NULL => null(),
            Kind::SpanOrNull => format!("{{{}}}", self.span(at)),
            Kind::Spans if words[at + 2] == NULL => format!("[{{{}}}]", self.span(at)),
            Kind::Spans => format!("[{{{}}},{{{}}}]", self.span(at), self.span(at + 2)),
            Kind::IdOrNull if words[at] == NULL => null(),
            Kind::IdOrNull => words[at].to_string(),
            Kind::Flag => (words[at] == 1).to_string(),
            Kind::FlagIfSet if words[at] == 0 => return,
            Kind::FlagIfSet => "true".into(),
            Kind::Hundredths => number(f64::from(words[at]) / 100.0),
            Kind::Exact => {
                let exact = self.string(at);
                let both = format!("{},\"exact\":{}", decimal(exact), exact.map_or_else(null, json_string));
                return push(out, open, &format!("\"{}\":{both}", column.name));
            }
            Kind::NumberOrNull => decimal(self.string(at)),
            Kind::QuantityOrNull => match (self.string(at), self.string(at + 2)) {
                (Some(value), Some(unit)) => {
                    format!("{{\"value\":{},\"unit\":{}}}", decimal(Some(value)), json_string(unit))
                }
                _ => null(),
            },
            Kind::Ids => {
                let (first, count) = (words[IDS] as usize + words[at] as usize, words[at + 1] as usize);
                let ids: Vec<_> = words[first..first + count].iter().map(u32::to_string).collect();
                format!("[{}]", ids.join(","))
            }
        };
        push(out, open, &format!("\"{}\":{value}", column.name));
    }
}

fn push(out: &mut String, open: usize, field: &str) {
    if out.len() > open {
        out.push(',');
    }
    out.push_str(field);
}

fn null() -> String {
    "null".into()
}

/// Correctly rounded, as JavaScript's `Number(string)`.
fn decimal(exact: Option<&str>) -> String {
    exact.and_then(|s| s.parse().ok()).map_or_else(null, number)
}

fn number(value: f64) -> String {
    ryu_js::Buffer::new().format_finite(value).to_owned()
}
