//! What each word of a row means, and what JavaScript calls it.

/// How a column is stored and what it becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The row's own number: no words.
    Row,
    /// Fields `start`, `end`, `text`: 2 words.
    Span,
    /// A string: 2 words.
    Text,
    /// A string or null: 2 words.
    TextOrNull,
    /// `{start, end, text}` or null: 2 words.
    SpanOrNull,
    /// A row number or null: 1 word.
    IdOrNull,
    /// A boolean: 1 word.
    Flag,
    /// A field that is there only if true: 1 word.
    FlagIfSet,
    /// Hundredths: 1 word.
    Hundredths,
    /// A decimal as the number `value` and the string `exact`, or two nulls: 2 words.
    Exact,
    /// A decimal as a number, or null: 2 words.
    NumberOrNull,
    /// `{value, unit}` or null: 4 words.
    QuantityOrNull,
    /// Row numbers: 2 words, first and count within the id list.
    Ids,
    /// One or two of `{start, end, text}`: 4 words, nulls for a missing second.
    Spans,
}

impl Kind {
    /// Words in a row.
    pub const fn width(self) -> usize {
        match self {
            Self::Row => 0,
            Self::IdOrNull | Self::Flag | Self::FlagIfSet | Self::Hundredths => 1,
            Self::QuantityOrNull | Self::Spans => 4,
            _ => 2,
        }
    }
}

/// One field (for `Span` and `Exact`: one group of fields) of a row.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The field's name; of a group, its first.
    pub name: &'static str,
    /// How it is stored.
    pub kind: Kind,
    /// The TypeScript type where the kind alone doesn't tell.
    pub ty: &'static str,
    /// What it means, for the generated types.
    pub doc: &'static str,
}

/// One list of the contract.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// The field of `Analysis`.
    pub name: &'static str,
    /// The TypeScript name of a row.
    pub row: &'static str,
    /// What the list holds.
    pub doc: &'static str,
    /// The columns, in the order of the words and of the JSON fields.
    pub columns: &'static [Column],
}

impl Table {
    /// Words in a row.
    pub fn stride(&self) -> usize {
        self.columns.iter().map(|c| c.kind.width()).sum()
    }
}

const fn column(name: &'static str, kind: Kind, ty: &'static str, doc: &'static str) -> Column {
    Column { name, kind, ty, doc }
}

use Kind::{
    Exact, Flag, FlagIfSet, Hundredths, IdOrNull, Ids, NumberOrNull, QuantityOrNull, Row, Span, SpanOrNull, Spans,
    Text, TextOrNull,
};

const ID: Column = column("id", Row, "number", "Its index in this list.");
const CONFIDENCE: Column =
    column("confidence", Hundredths, "number", "How sure, 0 to 1: of 100 items with 0.8 about 80 are right.");

/// The contract, schemaVersion 1.
pub const SCHEMA: &[Table] = &[
    Table {
        name: "quotes",
        row: "Quote",
        doc: "Reported speech and writing, by place.",
        columns: &[
            ID,
            column("start", Span, "", "The content without its quotation marks."),
            column(
                "kind",
                Text,
                "QuoteKind",
                "`direct`: quoted words that stand on their own; `mixed`: a quoted fragment inside a reporting sentence; `indirect`: reported content without marks.",
            ),
            column("continues", IdOrNull, "", "The quote whose next paragraph this is."),
            column("cue", SpanOrNull, "", "The reporting words: *said*, *according to*."),
            column("speaker", SpanOrNull, "", "The source as written: a name, *he*, *the ministry*."),
            column(
                "speakerName",
                TextOrNull,
                "",
                "The source resolved to its full name; null if it has none in the article.",
            ),
            column("speakerId", IdOrNull, "", "The source's entry in `names`."),
            CONFIDENCE,
            column("rule", Text, "", "Why, in a word."),
        ],
    },
    Table {
        name: "marks",
        row: "Mark",
        doc: "Quotation marks that hold no quote, by place.",
        columns: &[
            column("start", Span, "", "What stands between the marks; of an unclosed mark, the mark."),
            column("reason", Text, "MarkReason", "Why it is no quote."),
        ],
    },
    Table {
        name: "numbers",
        row: "Figure",
        doc: "Numeric expressions, by place.",
        columns: &[
            ID,
            column(
                "start",
                Span,
                "",
                "The figure with its scale word, currency and unit, without modifiers such as *about*.",
            ),
            column("kind", Text, "NumberKind", "What kind of figure."),
            column(
                "value",
                Exact,
                "",
                "Its value: a count, major units of money, per cent, a number of units. Null if vague, unknown or beyond 28 digits.",
            ),
            column(
                "unit",
                TextOrNull,
                "",
                "ISO 4217 code; `%`, `pp` or `bp`; or a CLDR unit identifier as `Intl.NumberFormat` knows it.",
            ),
            column(
                "iso",
                TextOrNull,
                "",
                "ISO 8601 or TIMEX3 form of a date, time or duration at its own grain; X for unknown digits.",
            ),
            column(
                "lo",
                NumberOrNull,
                "",
                "Lower end of a range, first side of a score, bound of a vague number; by `rule`, what a figure changed from or by.",
            ),
            column("hi", NumberOrNull, "", "Upper end of a range, second side of a score."),
            column(
                "of",
                TextOrNull,
                "NumberKind",
                "What a range ranges over, or the kind of what a figure changed from or by.",
            ),
            column("mod", TextOrNull, "Modifier", "A bound or approximation beside the figure: *more than*, *nearly*."),
            column(
                "part",
                TextOrNull,
                "DatePart",
                "The part of a date that is meant: *early* March, *mid*-2020, the *end* of June.",
            ),
            column("counted", SpanOrNull, "", "What is counted (157,000 *new jobs*), or whose age it is."),
            column(
                "per",
                SpanOrNull,
                "",
                "What a rate is told for one of: $78 a *barrel*, 30 deaths per *100,000 people*.",
            ),
            column("si", QuantityOrNull, "", "The same in SI units."),
            column("ambiguous", Flag, "", "Whether the text leaves the reading open, as a bare `$` does."),
            CONFIDENCE,
            column("rule", Text, "", "The kind of phrase it was read as."),
            column("nested", FlagIfSet, "", "Set on the bare numeral inside a larger expression (option `nested`)."),
        ],
    },
    Table {
        name: "entities",
        row: "Mention",
        doc: "Every mention of a name, by place.",
        columns: &[
            ID,
            column("start", Span, "", "The name as written, without title, article or possessive."),
            column("type", Text, "EntityType", "What it names."),
            column("name", Text, "", "The fullest form of the name in the article."),
            column("nameId", IdOrNull, "", "Its entry in `names`."),
            CONFIDENCE,
            column("rule", Text, "", "Why, in a word."),
        ],
    },
    Table {
        name: "names",
        row: "Name",
        doc: "The persons, bodies and places of the story, by first mention.",
        columns: &[
            ID,
            column("name", Text, "", "The fullest form that the article gives, or the newsroom's own."),
            column("type", Text, "EntityType", "What it names."),
            column("role", TextOrNull, "", "A person's role as the article writes it."),
            column("code", TextOrNull, "", "ISO 3166-1 alpha-2 code of a country or its people."),
            column("houseId", TextOrNull, "", "The newsroom's own id, if it is on its list."),
            column("mentions", Ids, "", "Its mentions: indices into `entities`."),
        ],
    },
    Table {
        name: "checks",
        row: "Check",
        doc: "What an editor would want to look at again, by place.",
        columns: &[
            ID,
            column("kind", Text, "CheckKind", "What was noticed."),
            column(
                "severity",
                Text,
                "Severity",
                "`warning`: the text contradicts itself or is broken; `note`: it may be as it should.",
            ),
            column(
                "spans",
                Spans,
                "",
                "The place, or the two places that don't fit together: the spans of the items they are about.",
            ),
            column("message", Text, "", "Why, in a sentence."),
        ],
    },
];
