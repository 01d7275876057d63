//! local aid
use copydesk::annotation::*;
use copydesk::text::{Document, Span};
use copydesk::{Analysis, house::House, quotes, resolve, wire};
use std::io::BufRead;
fn main() {
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = v["text"].as_str().unwrap();
        let mut map = vec![0u32; text.encode_utf16().count() + 1];
        let mut u = 0;
        for (b, c) in text.char_indices() {
            for k in 0..c.len_utf16() {
                map[u + k] = b as u32;
            }
            u += c.len_utf16();
        }
        map[u] = text.len() as u32;
        let mut names: Vec<Name> = vec![];
        let mut mentions: Vec<Mention> = vec![];
        for e in v["entities"].as_array().unwrap() {
            let kind = EntityType::from_label(e["type"].as_str().unwrap()).unwrap();
            let name = e["name"].as_str().unwrap();
            let id = names.iter().position(|n| n.name == name).unwrap_or_else(|| {
                names.push(Name { name: name.into(), kind, role: None, code: None, house_id: None, mentions: vec![] });
                names.len() - 1
            });
            names[id].mentions.push(mentions.len() as u32);
            mentions.push(Mention {
                span: Span::new(map[e["start"].as_u64().unwrap() as usize], map[e["end"].as_u64().unwrap() as usize]),
                kind,
                name: Some(id as u32),
                confidence: Confidence(90),
                rule: "",
                house: None,
            });
        }
        let house = House::default();
        let document = Document::new(text, copydesk::lang::Language::English.orthography());
        let (mut quotes, marks) = quotes::extract(&document, &mentions, &[]);
        resolve::speakers(&document, &mut quotes, &mentions, &mut names, &house);
        let a = Analysis { language: "en", quotes, marks, numbers: vec![], entities: mentions, names };
        let j = wire::json(&a, text);
        println!("{{\"id\":{},{}", v["id"], &j[1..]);
    }
}
