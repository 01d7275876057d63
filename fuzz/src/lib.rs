//! What every target asserts: the contract's spans slice to their text, and the lists point at what is there.

use copydesk::{Desk, Options, wire};
use serde_json::Value;

/// Panics if the analysis of `text` breaks the contract.
pub fn holds(text: &str, options: Options) {
    let Ok(analysis) = Desk::new(options).analyze(text) else { return };
    let units: Vec<u16> = text.encode_utf16().collect();
    let json: Value = serde_json::from_str(&wire::json(&analysis, text)).expect("the analysis is JSON");
    slices(&units, &json);
    assert!(analysis.quotes.iter().all(|q| q.speaker_id.is_none_or(|s| (s as usize) < analysis.names.len())));
    assert!(analysis.names.iter().all(|n| n.mentions.iter().all(|&m| (m as usize) < analysis.entities.len())));
}

fn slices(units: &[u16], value: &Value) {
    if let (Some(start), Some(end), Some(text)) =
        (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str())
    {
        assert_eq!(String::from_utf16_lossy(&units[start as usize..end as usize]), text);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|v| slices(units, v)),
        Value::Object(fields) => fields.values().for_each(|v| slices(units, v)),
        _ => {}
    }
}
