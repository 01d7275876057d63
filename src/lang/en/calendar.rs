//! Words of the calendar and the clock.

use crate::lang::Packed;
use crate::text::small;
use Span::{Century, Day, Decade, Fortnight, Hour, Millisecond, Minute, Month, Quarter, Second, Week, Weekend, Year};

/// A stretch of time that is counted or pointed at, by length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Span {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// What is known of a stretch of time.
#[derive(Debug, Clone, Copy)]
pub struct SpanFacts {
    /// Which it is.
    pub span: Span,
    /// Its CLDR unit identifier.
    pub id: &'static str,
    /// Its length, if it is fixed.
    pub milliseconds: Option<i64>,
    /// Its length, if it is whole months.
    pub months: Option<i64>,
    /// Its designator in ISO 8601, and how many of that it is; below a day those of the clock.
    pub iso: (char, i64),
}

const fn fixed(span: Span, id: &'static str, milliseconds: i64, letter: char, times: i64) -> SpanFacts {
    SpanFacts { span, id, milliseconds: Some(milliseconds), months: None, iso: (letter, times) }
}

const fn calendar(span: Span, id: &'static str, months: i64, letter: char, times: i64) -> SpanFacts {
    SpanFacts { span, id, milliseconds: None, months: Some(months), iso: (letter, times) }
}

/// By the order of [`Span`]. A millisecond has no designator: it is written as a part of a second.
static FACTS: [SpanFacts; 14] = [
    fixed(Millisecond, "millisecond", 1, 'S', 0),
    fixed(Second, "second", 1000, 'S', 1),
    fixed(Minute, "minute", 60_000, 'M', 1),
    fixed(Hour, "hour", 3_600_000, 'H', 1),
    fixed(Day, "day", 86_400_000, 'D', 1),
    fixed(Week, "week", 604_800_000, 'W', 1),
    SpanFacts { span: Weekend, id: "weekend", milliseconds: None, months: None, iso: ('W', 0) },
    fixed(Fortnight, "fortnight", 1_209_600_000, 'W', 2),
    calendar(Month, "month", 1, 'M', 1),
    calendar(Quarter, "quarter", 3, 'M', 3),
    calendar(Year, "year", 12, 'Y', 1),
    calendar(Decade, "decade", 120, 'Y', 10),
    calendar(Century, "century", 1200, 'Y', 100),
    calendar(Span::Millennium, "millennium", 12_000, 'Y', 1000),
];

impl Span {
    /// What is known of it.
    pub fn facts(self) -> &'static SpanFacts {
        &FACTS[self as usize]
    }

    /// Its CLDR unit identifier.
    pub fn id(self) -> &'static str {
        self.facts().id
    }
}

/// What a word says about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// A month, and whether the word is a common word too ("may", "march", "mar", "sun").
    Month(i32, bool),
    /// A day of the week, Monday = 1, and whether the word is a common word too.
    Weekday(i32, bool),
    /// A unit of time; whether it is plural.
    Unit(Span, bool),
    /// A day by its distance from today.
    Day(i32),
    /// "tonight"
    Tonight,
    /// A part of a day by its TIMEX3 code: MO, AF, EV, NI.
    Part(&'static str),
    /// A season by its TIMEX3 code.
    Season(&'static str),
    /// "nineties" by its tens.
    Decade(i32),
    /// A time of day in hours.
    Clock(i32),
}

/// What a line says of time: a unit by its identifier, `+` for its plural, or a letter and a number or code, `?` for a common word.
fn time_word(code: &'static str) -> TimeWord {
    let (letter, rest) = code.split_at_checked(1).unwrap_or((code, ""));
    let common = rest.ends_with('?');
    let number = i32::from(small(rest.trim_end_matches('?')));
    match letter {
        "M" => TimeWord::Month(number, common),
        "W" => TimeWord::Weekday(number, common),
        "D" => TimeWord::Day(number),
        "T" => TimeWord::Tonight,
        "P" => TimeWord::Part(rest),
        "S" => TimeWord::Season(rest),
        "X" => TimeWord::Decade(number),
        "C" => TimeWord::Clock(number),
        _ => {
            let id = code.trim_end_matches('+');
            let span = FACTS.iter().find(|facts| facts.id == id).map_or(Day, |facts| facts.span);
            TimeWord::Unit(span, id != code)
        }
    }
}

/// Months, weekdays, units of time, and the rest.
#[rustfmt::skip]
pub static TIME_WORDS: Packed<TimeWord> = Packed::new("\
M1 january jan jan.
M2 february feb feb.
M3? march mar mar.
M4 april apr apr.
M5? may
M6 june jun jun.
M7 july jul jul.
M8 august aug aug.
M9 september sept sept. sep sep.
M10 october oct oct.
M11 november nov nov.
M12 december dec dec.
W1 monday*
W2 tuesday*
W3 wednesday*
W4 thursday*
W5 friday*
W6 saturday*
W7 sunday*
W1? mon mon.
W2? tue* tue. tues.
W3? wed* wed.
W4? thu thu. thur* thur. thurs.
W5? fri fri.
W6? sat sat.
W7? sun sun.
millisecond millisecond =ms
millisecond+ milliseconds
second second sec sec. =s
second+ seconds secs secs.
minute minute =min =min.
minute+ minutes mins mins.
hour hour hr hr. =h
hour+ hours hrs hrs.
day day
day+ days night*
week week wk wk. workweek
week+ weeks wks wks. workweeks
fortnight fortnight
fortnight+ fortnights
weekend weekend
weekend+ weekends
month month mo mo. mth
month+ months mos mos. mths
quarter quarter qtr
quarter+ quarters qtrs
year year yr yr.
year+ years yrs yrs.
decade decade
decade+ decades
century century
century+ centuries
millennium millennium
millennium+ millennia millenniums
D0 today
D-1 yesterday
D1 tomorrow tmrw
T tonight
PMO morning
PAF afternoon
PEV evening
PNI overnight
SSP spring
SSU summer
SFA autumn fall
SWI winter
X0 noughties
X2 twenties
X3 thirties
X4 forties
X5 fifties
X6 sixties
X7 seventies
X8 eighties
X9 nineties
C10 midmorning
C14 midafternoon
C12 noon midday
C0 midnight", |row| time_word(row.meaning));

/// Decades of this century in words, after "the".
pub const DECADES: &str = "\
200X two thousands
201X twenty tens
201X twenty - tens
201X two thousand and tens
202X twenty twenties
202X twenty - twenties";

/// Time zones as news writes them, with their offset from UTC in minutes.
#[rustfmt::skip]
pub static ZONES: Packed<i16> = Packed::new("\
0 gmt utc z
60 bst ist. cet wat
120 cest eet sast cat
180 eest msk eat trt
240 gst
300 pkt
330 ist
360 bdt.
420 ict wib
480 hkt sgt awst pht
540 jst kst
600 aest
660 aedt
720 nzst
780 nzdt
-240 edt
-300 est et cdt
-360 cst ct mdt
-420 mst mt pdt
-480 pst pt akdt
-540 akst
-600 hst
-180 brt art
-150 ndt
-210 nst
-180 adt
-240 ast", |row| small(row.meaning));

/// Holidays by their name without "Day" or "Eve" where those follow, each behind what finds its day: month and day; `N` with month, weekday
/// and which one of the month (0 the last); or Easter Sunday or a list of [`MOONS`], perhaps with days after it.
#[rustfmt::skip]
pub const HOLIDAYS: &str = "\
1224 christmas eve
1225 christmas day
1225 christmas
1225 xmas
1226 boxing day
1231 new year 's eve
0101 new year 's day
1231 new years eve
0101 new years day
1231 new year eve
0214 valentine 's day
0214 valentine's day
0214 valentines day
0317 st patrick 's day
0317 st. patrick 's day
0401 april fools day
0422 earth day
0704 independence day
0704 fourth of july
0714 bastille day
1031 halloween
1101 all saints day
1111 veterans day
1111 armistice day
0501 may day
0619 juneteenth
0425 anzac day
0701 canada day
0126 australia day
easter easter sunday
easter+1 easter monday
easter easter
easter-2 good friday
easter-7 palm sunday
easter-46 ash wednesday
easter-3 maundy thursday
easter+39 ascension day
easter+50 whit monday
easter+49 pentecost
easter-47 shrove tuesday
N1144 thanksgiving day
N1144 thanksgiving
N1144+1 black friday
N0113 martin luther king day
N0113 mlk day
N0213 presidents day
N0510 memorial day
N0911 labor day
N1012 columbus day
moon chinese lunar new year 's day
moon chinese lunar new year
moon chinese new year 's day
moon chinese new year
moon chinese new years
moon lunar new year 's day
moon lunar new year
diwali diwali
diwali deepavali
holi holi
dussehra dussehra
rosh rosh hashanah
rosh+9 yom kippur
rosh-163 passover
0414 vaisakhi
0414 vaishakhi
0414 baisakhi
fitr eid al - fitr
fitr eid al fitr
fitr eid ul - fitr
adha eid al - adha
adha eid al adha
adha eid ul - adha
ramadan ramadan
mawlid mawlid
mawlid milad un nabi
muharram ashura
raksha raksha bandhan
raksha rakhi
vasant vasant panchami
vasant basant panchami
krishna krishna janmashtami
krishna janmashtami
shiva maha shivaratri
shiva maha shivratri
gobind guru gobind singh jayanti
nanak guru nanak jayanti
nanak gurpurab
valmiki valmiki jayanti
valmiki pargat diwas
parsi parsi new year
parsi jamshedi navroz
rama ram navami
rama rama navami
vesak vesak
vesak buddha purnima
onam onam
0501 international workers ' day
N0572 mother 's day
N0673 father 's day
N0572 mothers day
N0673 fathers day";

/// The first year of [`MOONS`] and [`GOBIND`].
pub const LISTED_FROM: i32 = 2001;

/// Days by the calendars of the moon, as governments keep them: how many days of the year [`LISTED_FROM`] were before, and for each year
/// after it a letter, how much later or earlier in the year: `T` on the same day, `U` one day later, `S` one earlier. A year of the moon has
/// 354 days. From the public holidays of Singapore, India, Israel and Johor, as the package `holidays` of `PyPI` (0.109, MIT) has them.
#[rustfmt::skip]
pub const MOONS: &str = "\
moon 23 gIJfJhHHgIIfJgIIgIIfIJgHgIIfJIgIgI
diwali 317 JJgHIgIHgJgIIgIHgIgIIgIHgJIfJgIHgI
holi 68 gIJfIIgHJgIfJIgHIgJfIJfHJfJIgIgHIg
dussehra 298 HKfIJgIHgIgHJgJHgIfIJgIIfIIfJgJHgI
rosh 260 IhJeIJfHJhIGhIhGIhJGgJfIIhJHfJIeJh
fitr 349 JIJHJIIHJIJHIIJHJJIHJIIIJIIHIJIIII
adha 64 IIIIIJIHJIJHJIIHJIJHJIIIIJIIIIIIIJ
mawlid 155 IIIIIJJHIIIIIJJHIIJHJIIHJIJIIIIHJJ
muharram 94 IIIIIJIIIIJHJIIHJIJHJIIHJJIHIJIIIJ
raksha 215 fJfIJgIHgIJeJgJHgIIfIgJIgIIeJIgIgI
vasant 28 gIIfIJgIIgIfIIgIJfIfIJgHJgIHgIgIIg
krishna 223 gIgHIgJIgIIeJfJIgJIeIgIIgJIfIIgHhI
shiva 51 gIIfJJgHIfJfIJgHIgIfJIgIIgIHgJgHJg
nanak 333 IIgHJgJHgIgHIgJIgIgHIgIIgJIfIfJHgJ
valmiki 304 IIgHJgIIfIgHJgJHgIgHIgJIgIIfIgIIgJ
parsi 232 TTTSTTTSTTTSTTTSTTTSTTTSTTTSTTTSTT
rama 91 gJIfHIhHJgJeIIgHJgJfIIgHIhIfJIgGJg
vesak 119 gIgPJIgGgJJfIJfHJfJfJIgHIgIfJJgHIg
onam 242 JfJeJJfIJeJeKJfIJeJIfJfIJeJIfJKdKe
ramadan 320 IJJHIIJHIJIHJIJHJIIHJIJIIIIHJJIIII";

/// Month and day of Guru Gobind Singh's birthday in each year from [`LISTED_FROM`] on, from the same: it was moved, and some years have none.
pub const GOBIND: &str = "01020121122911200105010501050105010501050105010501180107010501160105000001130102012001090000011701060000011501040115011000000118010701170116";

/// Which way a verb or phrase points in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// "was", "had"
    Past,
    /// "will", "due"
    Future,
}

/// Words that say whether a weekday or month near them is behind or ahead.
#[rustfmt::skip]
pub static TENSES: Packed<Tense> = Packed::new("\
Past said was were had did went came met won lost took made became began held gave rose fell ran left told got saw sent brought found kept paid hit cut put led flew spoke wrote sold bought beat set. broke grew drew struck shot sank
Future will 'll shall due scheduled expected likely upcoming going until till plans planned planning hopes hoping intends ahead tomorrow deadline must should would could can may might
Future he'll she'll they'll i'll we'll it'll you'll deadlines forthcoming", |row| if row.meaning == "Past" { Tense::Past } else { Tense::Future });
