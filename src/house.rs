//! The newsroom's own names, speakers, cue verbs and patterns. They win over everything the extractors find by themselves.

use crate::annotation::EntityType;
use crate::options::{Error, Fields, Given, Wrong};
use crate::text::{lower_case, sort_by};

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

impl House {
    /// Reads and checks every entry; an error names it by its path from the options on.
    pub(crate) fn read(given: Given) -> Result<Self, Wrong> {
        let mut given = given.fields(&["names", "neverTag", "speakers", "cues", "patterns"])?;
        let mut house = Self::default();
        for entry in given.list("names")? {
            let mut entry = entry.fields(&["name", "type", "aliases", "id"])?;
            let (name, kind) = (entry.need("name")?, entry.need("type")?);
            let kind = Some(entity_type(&kind, &entry.path)?);
            house.add_form(&name, &entry.path)?;
            for alias in entry.list("aliases")? {
                house.add_form(&alias.text()?, &entry.path)?;
            }
            house.names.push(HouseName { name, kind, id: entry.text("id")? });
        }
        for word in given.list("neverTag")? {
            let path = word.path().to_owned();
            let name = word.text()?;
            house.add_form(&name, &path)?;
            house.names.push(HouseName { name, kind: None, id: None });
        }
        // The first entry of a form wins, whatever order equal keys would sort in.
        sort_by(&mut house.forms, Ord::cmp);
        house.forms.dedup_by(|later, first| later.0 == first.0);
        for entry in given.list("speakers")? {
            let mut entry = entry.fields(&["mention", "name"])?;
            let (mention, name) = (entry.need("mention")?, entry.need("name")?);
            let mention = form_of(&mention, &format!("{}.mention", entry.path))?;
            form_of(&name, &format!("{}.name", entry.path))?;
            house.speakers.push(HouseSpeaker { mention, name });
        }
        for cue in given.list("cues")? {
            let path = cue.path().to_owned();
            house.cues.push(form_of(&cue.text()?, &path)?);
        }
        sort_by(&mut house.cues, Ord::cmp);
        for entry in given.list("patterns")? {
            add_pattern(&mut house, entry.fields(&["pattern", "type"])?)?;
        }
        Ok(house)
    }

    /// A way to write the name that is added next.
    fn add_form(&mut self, form: &str, path: &str) -> Result<(), Wrong> {
        self.forms.push((form_of(form, path)?, self.names.len() as u32));
        Ok(())
    }
}

#[cfg(feature = "house")]
fn add_pattern(house: &mut House, mut entry: Fields) -> Result<(), Wrong> {
    let written = entry.need("pattern")?;
    let kind = entry.text("type")?.map(|kind| entity_type(&kind, &entry.path)).transpose()?;
    let wrong = |problem: String| Error::bad_option(format!("{}.pattern", entry.path), problem);
    let pattern = regex::RegexBuilder::new(&written).size_limit(1 << 20).build().map_err(|e| wrong(e.to_string()))?;
    if pattern.is_match("") {
        return Err(wrong("matches nothing at all: ask for at least one character".into()));
    }
    house.patterns.push(HousePattern { pattern, kind });
    Ok(())
}

#[cfg(not(feature = "house"))]
fn add_pattern(_: &mut House, _: Fields) -> Result<(), Wrong> {
    Err(Error::bad_option("house.patterns", "this slim build has no patterns: use the full one"))
}

fn entity_type(label: &str, path: &str) -> Result<EntityType, Wrong> {
    EntityType::from_label(label).ok_or_else(|| {
        let known: Vec<_> = EntityType::ALL.iter().map(|t| t.label()).collect();
        Error::bad_option(format!("{path}.type"), format!("\"{label}\" is none of {}", known.join(", ")))
    })
}

fn form_of(form: &str, path: &str) -> Result<String, Wrong> {
    let words: Vec<_> = form.split_whitespace().collect();
    if words.is_empty() {
        return Err(Error::bad_option(path, "is blank"));
    }
    Ok(lower_case(&words.join(" ").replace('’', "'")))
}
