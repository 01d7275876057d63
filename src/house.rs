//! The newsroom's own names, speakers, cue verbs and patterns. They win over everything the extractors find by themselves.

use crate::annotation::EntityType;
use crate::options::Error;
use crate::text::sort_by;
use serde::Deserialize;

/// A name on the newsroom's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseName {
    /// The form to report.
    pub name: String,
    /// What it names; None for words that are never to be tagged.
    pub kind: Option<EntityType>,
    /// The newsroom's id for it.
    pub id: Option<String>,
}

/// Something that speaks for somebody: "Downing Street" for "Prime Minister's Office".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseSpeaker {
    /// The mention, in lower case.
    pub mention: String,
    /// Who speaks then.
    pub name: String,
}

/// A pattern whose every match is a name.
#[cfg(feature = "house")]
#[derive(Debug, Clone)]
pub struct HousePattern {
    /// In `regex` crate syntax: matched in linear time whatever the text.
    pub pattern: regex::Regex,
    /// What its matches name; None for text that is never to be tagged.
    pub kind: Option<EntityType>,
}

/// Everything a newsroom brings.
#[derive(Debug, Clone, Default)]
pub struct House {
    /// Names, in the order given.
    pub names: Vec<HouseName>,
    /// Every way a listed name is written, in lower case, sorted, each with its index into `names`.
    pub forms: Vec<(String, u32)>,
    /// Speakers, in the order given.
    pub speakers: Vec<HouseSpeaker>,
    /// Cue words beside the built-in ones, in lower case, sorted.
    pub cues: Vec<String>,
    /// Patterns, in the order given.
    #[cfg(feature = "house")]
    pub patterns: Vec<HousePattern>,
}

/// House rules as a caller writes them.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RawHouse {
    names: Vec<RawName>,
    never_tag: Vec<String>,
    speakers: Vec<RawSpeaker>,
    cues: Vec<String>,
    patterns: Vec<RawPattern>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawName {
    name: String,
    r#type: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    id: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawSpeaker {
    mention: String,
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawPattern {
    pattern: String,
    #[serde(default)]
    r#type: Option<String>,
}

impl RawHouse {
    /// Checks every entry; an error names it by its path from the options on.
    pub fn check(self) -> Result<House, Error> {
        let mut house = House::default();
        for (i, raw) in self.names.into_iter().enumerate() {
            let path = format!("house.names[{i}]");
            let kind = entity_type(&raw.r#type, &path)?;
            for form in std::iter::once(&raw.name).chain(&raw.aliases) {
                house.forms.push((form_of(form, &path)?, house.names.len() as u32));
            }
            house.names.push(HouseName { name: raw.name, kind: Some(kind), id: raw.id });
        }
        for (i, word) in self.never_tag.into_iter().enumerate() {
            house.forms.push((form_of(&word, &format!("house.neverTag[{i}]"))?, house.names.len() as u32));
            house.names.push(HouseName { name: word, kind: None, id: None });
        }
        // The first entry of a form wins, whatever order equal keys would sort in.
        sort_by(&mut house.forms, Ord::cmp);
        house.forms.dedup_by(|later, first| later.0 == first.0);
        for (i, raw) in self.speakers.into_iter().enumerate() {
            let mention = form_of(&raw.mention, &format!("house.speakers[{i}].mention"))?;
            form_of(&raw.name, &format!("house.speakers[{i}].name"))?;
            house.speakers.push(HouseSpeaker { mention, name: raw.name });
        }
        for (i, cue) in self.cues.into_iter().enumerate() {
            house.cues.push(form_of(&cue, &format!("house.cues[{i}]"))?);
        }
        sort_by(&mut house.cues, Ord::cmp);
        add_patterns(&mut house, self.patterns)?;
        Ok(house)
    }
}

#[cfg(feature = "house")]
fn add_patterns(house: &mut House, patterns: Vec<RawPattern>) -> Result<(), Error> {
    for (i, raw) in patterns.into_iter().enumerate() {
        let path = format!("house.patterns[{i}]");
        let kind = raw.r#type.as_deref().map(|t| entity_type(t, &path)).transpose()?;
        let pattern = regex::RegexBuilder::new(&raw.pattern)
            .size_limit(1 << 20)
            .build()
            .map_err(|e| Error::bad_option(format!("{path}.pattern"), e.to_string()))?;
        if pattern.is_match("") {
            return Err(Error::bad_option(
                format!("{path}.pattern"),
                "matches nothing at all: ask for at least one character",
            ));
        }
        house.patterns.push(HousePattern { pattern, kind });
    }
    Ok(())
}

#[cfg(not(feature = "house"))]
fn add_patterns(_: &mut House, patterns: Vec<RawPattern>) -> Result<(), Error> {
    match patterns.first() {
        Some(RawPattern { pattern, r#type }) => Err(Error::bad_option(
            "house.patterns",
            format!("this slim build has no patterns ({pattern:?} as {type:?}): use the full one"),
        )),
        None => Ok(()),
    }
}

fn entity_type(label: &str, path: &str) -> Result<EntityType, Error> {
    EntityType::from_label(label).ok_or_else(|| {
        let known: Vec<_> = EntityType::ALL.iter().map(|t| t.label()).collect();
        Error::bad_option(format!("{path}.type"), format!("{label:?} is none of {}", known.join(", ")))
    })
}

fn form_of(form: &str, path: &str) -> Result<String, Error> {
    let words: Vec<_> = form.split_whitespace().collect();
    if words.is_empty() {
        return Err(Error::bad_option(path, "is blank"));
    }
    Ok(words.join(" ").replace('’', "'").to_lowercase())
}
