//! How English words and sentences are written.

use crate::text::Abbreviation::{self, BeforeFigure, Leads, MayEnd};
use crate::text::Orthography;

/// English abbreviations and sentence openers.
pub const ORTHOGRAPHY: Orthography = Orthography { abbreviations: ABBREVIATIONS, openers: OPENERS };

/// Sorted, in lower case, without the last full stop. Words that are common without it (*in*, *mass*, *sat*) are left out.
#[rustfmt::skip]
const ABBREVIATIONS: &[(&str, Abbreviation)] = &[
    ("adm", Leads), ("al", MayEnd), ("ala", MayEnd), ("approx", Leads), ("apr", Leads), ("ariz", MayEnd),
    ("ark", MayEnd), ("art", BeforeFigure), ("assn", MayEnd), ("assoc", Leads), ("asst", Leads), ("atty", Leads),
    ("aug", Leads), ("ave", Leads), ("blvd", Leads), ("brig", Leads), ("bros", MayEnd), ("c", BeforeFigure), ("ca", Leads),
    ("calif", MayEnd), ("capt", Leads), ("cf", Leads), ("ch", BeforeFigure), ("cllr", Leads), ("cmdr", Leads),
    ("co", MayEnd), ("col", Leads), ("colo", MayEnd), ("cols", Leads), ("conn", MayEnd), ("corp", MayEnd),
    ("cos", MayEnd), ("cpl", Leads), ("dec", Leads), ("dept", Leads), ("det", Leads), ("dr", Leads), ("eg", Leads),
    ("esq", MayEnd), ("est", MayEnd), ("etc", MayEnd), ("ext", MayEnd), ("feb", Leads), ("fig", BeforeFigure),
    ("figs", Leads), ("fla", MayEnd), ("fr", Leads), ("fri", Leads), ("ft", MayEnd), ("ga", MayEnd), ("gal", MayEnd),
    ("gen", Leads), ("gens", Leads), ("gov", Leads), ("govs", Leads), ("hon", Leads), ("hr", MayEnd), ("hrs", MayEnd),
    ("hwy", MayEnd), ("ie", Leads), ("inc", MayEnd), ("insp", Leads), ("intl", MayEnd), ("jan", Leads), ("jr", MayEnd),
    ("jul", Leads), ("jun", BeforeFigure), ("kan", MayEnd), ("ky", MayEnd), ("lb", MayEnd), ("lbs", MayEnd),
    ("llc", MayEnd), ("lt", Leads), ("ltd", MayEnd), ("maj", Leads), ("mar", BeforeFigure), ("md", MayEnd),
    ("messrs", Leads), ("mfg", MayEnd), ("mich", MayEnd), ("minn", MayEnd), ("mins", MayEnd), ("mmes", Leads),
    ("mont", MayEnd), ("mos", MayEnd), ("mr", Leads), ("mrs", Leads), ("ms", Leads), ("mt", Leads), ("mx", Leads),
    ("natl", MayEnd), ("neb", MayEnd), ("nev", MayEnd), ("no", BeforeFigure), ("nos", BeforeFigure), ("nov", Leads),
    ("nr", BeforeFigure), ("oct", Leads), ("okla", MayEnd), ("op", BeforeFigure), ("oz", MayEnd), ("p", BeforeFigure),
    ("para", BeforeFigure), ("ph.d", MayEnd), ("pkg", MayEnd), ("plc", MayEnd), ("pp", BeforeFigure), ("pres", Leads),
    ("prof", Leads), ("profs", Leads), ("pt", BeforeFigure), ("pte", Leads), ("pvt", Leads), ("rd", Leads),
    ("rep", Leads), ("reps", Leads), ("rev", Leads), ("rs", Leads), ("sec", BeforeFigure), ("sen", Leads), ("sens", Leads),
    ("sep", Leads), ("sept", Leads), ("sgt", Leads), ("sgts", Leads), ("smt", Leads), ("sq", MayEnd), ("sr", MayEnd), ("st", Leads),
    ("supt", Leads), ("tenn", MayEnd), ("tex", MayEnd), ("thu", Leads), ("thur", Leads), ("thurs", Leads),
    ("tue", Leads), ("tues", Leads), ("univ", Leads), ("v", Leads), ("va", MayEnd), ("vol", BeforeFigure),
    ("vs", Leads), ("vt", MayEnd), ("w.va", MayEnd), ("wis", MayEnd), ("wk", MayEnd), ("wks", MayEnd), ("wyo", MayEnd),
    ("yd", MayEnd), ("yds", MayEnd), ("yr", MayEnd), ("yrs", MayEnd),
];

/// Sorted: words that open a sentence far more often than they follow an abbreviation in capitals.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "a", "according", "after", "all", "also", "although", "among", "an", "and", "another", "as", "at", "because",
    "before", "between", "both", "but", "by", "despite", "dr", "during", "each", "earlier", "even", "every", "for",
    "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "it", "its", "last",
    "later", "many", "meanwhile", "most", "mr", "mrs", "ms", "my", "next", "no", "not", "now", "officials", "on",
    "once", "one", "only", "or", "other", "others", "our", "over", "perhaps", "police", "several", "she", "since", "so",
    "some", "still", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to",
    "today", "two", "under", "until", "we", "what", "when", "where", "which", "while", "who", "why", "with",
    "yesterday", "yet", "you",
];

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, OPENERS};

    #[test]
    fn sorted() {
        assert!(ABBREVIATIONS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(OPENERS.is_sorted_by(|a, b| a < b));
    }
}
