//! How English words and sentences are written.

use crate::lang::{Packed, Words};
use crate::text::{Abbreviation, Orthography, fnv};

/// English abbreviations and sentence openers.
pub const ORTHOGRAPHY: Orthography = Orthography {
    abbreviation: |word| ABBREVIATIONS.get(word),
    opens: |word| OPENERS.start(fnv(word.as_bytes()), word).is_some(),
};

/// In lower case, without the last full stop. Words that are common without it (*in*, *mass*, *sat*) are left out.
#[rustfmt::skip]
static ABBREVIATIONS: Packed<Abbreviation> = Packed::new("\
leads adm approx apr assoc asst atty aug ave blvd brig ca capt cf cllr cmdr col cols cpl dec dept det dr eg feb figs fr fri gen gens \
gov govs hon ie insp jan jul lt maj messrs mmes mr mrs ms mt mx nov oct pres prof profs pte pvt rd rep reps rev rs sen sens sep sept \
sgt sgts smt st supt thu thur thurs tue tues univ v vs
end al ala ariz ark assn bros calif co colo conn corp cos esq est etc ext fla ft ga gal hr hrs hwy inc intl jr kan ky lb lbs llc ltd \
md mfg mich minn mins mont mos natl neb nev okla oz ph.d pkg plc sq sr tenn tex va vt w.va wis wk wks wyo yd yds yr yrs
figure art c ch fig jun mar no nos nr op p para pp pt sec vol", |row| match row.meaning {
    "leads" => Abbreviation::Leads,
    "end" => Abbreviation::MayEnd,
    _ => Abbreviation::BeforeFigure,
});

/// Words that open a sentence far more often than they follow an abbreviation in capitals.
#[rustfmt::skip]
static OPENERS: Words = Words::new("\
- a according after all also although among an and another as at because before between both but by despite dr during each earlier \
even every for from he her here his how however i if in indeed instead it its last later many meanwhile most mr mrs ms my next no \
not now officials on once one only or other others our over perhaps police several she since so some still such that the their then \
there these they this those though to today two under until we what when where which while who why with yesterday yet you");
