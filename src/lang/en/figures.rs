//! Words around figures: bounds, labels, and what tells one reading from another.

use crate::lang::{Packed, Words, listed};

/// Bounds and approximations before a figure, each behind its label; longest first where one ends in another.
#[rustfmt::skip]
pub const BEFORE: &str = "\
<= no more than
>= no fewer than
>= no less than
<= not more than
>= not less than
<= no greater than
>= as early as
<= as late as
<= no later than
>= no earlier than
<= no higher than
<= as many as
<= as much as
<= as high as
>= as few as
>= as little as
>= as low as
<= less or equal than
<= less than or equal to
>= greater than or equal to
>= more than or equal to
<= equal to or less than
>= equal to or more than
<= equal or less than
>= more or equal than
~ in the region of
~ in the vicinity of
~ something like
~ of the order of
> later than
< earlier than
> more than
> greater than
> higher than
> larger than
> bigger than
> longer than
> older than
> better than
> in excess of
> north of
>= upwards of
>= upward of
> well over
> just over
> slightly over
> a little over
> well above
> just above
< less than
< fewer than
< lower than
< smaller than
< shorter than
< younger than
< just under
< well under
< slightly under
< a little under
< just below
< well below
< short of
< just short of
< shy of
< south of
>= at least
>= a minimum of
>= minimum of
>= not under
<= at most
<= at the most
<= a maximum of
<= maximum of
<= up to
<= upto
<= capped at
~ close to
~ near to
~ an estimated
~ an average of
~ on average
~ or so
~ around
~ about
~ roughly
~ approximately
~ approx
~ approx.
~ nearly
~ almost
~ some
~ estimated
~ circa
~ c.
~ virtually
~ approaching
~ nearing
~ practically
~ near
~ ~
~ ≈
~ c
~ ca.
~ estimate
> over
> above
> exceeding
> exceeded
> exceeds
> exceed
> beyond
> topping
> topped
> surpassing
> surpassed
> past
>= > =
<= < =
> >
>= ≥
< under
< below
< <
<= ≤
<= within
>= minimum
<= maximum
< sub";

/// The words that phrases of [`BEFORE`] end in: most figures have none before them.
pub static BEFORE_ENDS: Words = Words::spelt(BEFORE, |lines| {
    lines.split('\n').fold("-".to_owned(), |ends, phrase| match phrase.rsplit(' ').next() {
        Some(last) if !listed(&ends, last) => ends + " " + last,
        _ => ends,
    })
});

/// The words that phrases of [`AFTER`] begin with.
pub const AFTER_BEGINS: &str = "or and give at plus + odd";

/// Bounds and approximations after a figure.
#[rustfmt::skip]
pub const AFTER: &str = "\
>= or more
>= or above
>= or over
>= or higher
>= or greater
>= or older
>= or better
>= and over
>= and above
>= and older
>= and up
>= or later
>= and later
<= or earlier
<= or less
<= or fewer
<= or under
<= or below
<= or lower
<= or younger
<= and under
<= and younger
~ or so
~ or thereabouts
~ give or take
>= at least
<= at most
<= at the most
>= plus
>= -plus
>= +
~ -odd
~ odd
~ -ish";

/// Words that put a date before or after.
#[rustfmt::skip]
pub const DATE_BOUNDS: &str = "\
>= since
< before
> after
<= until
<= till
<= by";

/// Words before a date that mean a part of it.
#[rustfmt::skip]
pub const DATE_PARTS: &str = "\
early early
early early on
early early in
early beginning of
early start of
mid mid
mid middle of
late late
late late on
late late in
late end of
late close of";

/// Words after which a bare number is a name or a place, not a count: "Gate 12", "Boeing 747". Lower case.
#[rustfmt::skip]
pub static LABELS: Words = Words::new("\
- gate gates exit flat junction flight route routes highway hwy interstate motorway road rd room suite apartment apt unit units platform terminal pier runway
- year years reference ref chapter chapters section sections article articles clause paragraph annex appendix schedule figure fig. table exhibit volume vol vol. part
- boeing airbus embraer bombardier antonov tupolev iphone ipad galaxy pixel windows android ios playstation ps xbox porsche ferrari peugeot audi bmw
- nikkei ftse dax cac stoxx ibex s&p fortune
- channel radio bbc itv formula apollo soyuz gemini voyager pioneer zone area block lot district precinct ward constituency building hangar shed bay
- resolution proposition prop prop. measure amendment bill title form regulation directive rule order protocol patent model type class category grade mk mark
- game episode season series set lap hole stage round leg heat pool group page* line* verse psalm act scene track question
- catch area51 version v release update build studio camp fort stalag unit81 plan vision agenda mission operation task level tier phase league
- super bowl wrestlemania ufc open pg rated no* number* postcode zip code box");

/// Labels whose number is a place in an order all the same, and is reported: "round one", "number two".
#[rustfmt::skip]
pub const RANKS: &str = "year round number no no. stage phase day week seed seeded ranked lap part step level game set episode season leg hole stages act heat series";

/// Words near two numbers with a hyphen that make them a result.
#[rustfmt::skip]
pub static RESULTS: Words = Words::new("\
- win* won winning winner* victory victories beat* beaten beating defeat* defeated defeating lose* lost losing loss losses
- draw* drew drawn drawing tie* tied lead* led leading trail* trailed trailing ahead behind level levelled down up
- score* scored scoring scoreline goal* match matches game* half-time final* semi-final semifinal quarter-final playoff play-off set*
- vote* voted voting ruling ruled decision majority record* season series aggregate penalties shootout shoot-out equaliser comeback rout thrashing
- overcame downed edged thrashed hammered crushed routed swept stunned upset downing edging sweep overtime tie-break tiebreak tie-breaker tiebreaker finished split against over opener hat-trick
- seed seeded champion cup league derby innings halftime stalemate standings postseason playoffs straight host* visitors passed approved rejected acquitted");

/// Verbs and nouns of change: "from X to Y" after them is two figures, not a range.
#[rustfmt::skip]
pub static CHANGES: Words = Words::new("\
- rise* rose risen rising fall* fell fallen falling drop* dropped dropping increase* increased increasing decrease decreased decreasing
- grow* grew grown growing shrink shrank cut* cutting raise* raised raising lower* lowered lowering jump* jumped jumping climb* climbed climbing
- slip* slipped slide* slid soar soared soaring surge surged plunge plunged plummet plummeted tumble tumbled decline* declined up down widen widened narrow narrowed
- reduce* reduced reducing boost boosted expand expanded went go goes going moved move change changed doubled tripled advance advanced gain gained swell swelled lift lifted trim trimmed hike hiked eased ease edged lengthened shortened upgraded downgraded");

/// Words that set a figure against the one before it: "$9m, against $7m a year earlier".
pub const COMPARED: &str = "against versus vs v";

/// Words between a preposition and its figure that only bound or soften it: "to just over 5%".
pub const HEDGES: &str = "a an the just about around nearly almost roughly some approximately only over under above below more less fewer than well slightly as at least most little record";

/// What may follow an ordinal adverb: "first told" is no rank.
#[rustfmt::skip]
pub static ADVERBIAL: Words = Words::new("\
- told came met saw went began became made took ran said wrote got won broke let arose thought heard found gave knew felt put set hit drew spoke brought sought fell rose caught sprang flew
- to if when as i* we you he she they it and or but then at in on by was were are be been has have had do did does");

/// Words that end a noun phrase after a count, beside verbs in -ed and -ing.
#[rustfmt::skip]
pub static STOPS: Words = Words::new("\
- a an the this that these those my your his her its our their some any no every each all both of in on at by for with from to into onto over under about after before between
- during since until till through across against among around behind below beside beyond despite down except inside near off out outside past per than toward* up upon via within without
- and or but nor so yet if when while as because although though unless whether who whom whose which what where why how i you he she it we they me him us them
- is are was were be been being am has have had having do does did done will would shall should can could may might must not also only just even still already now then there here
- more less fewer ago later earlier too very once again however instead respectively apiece said says told according including compared versus vs 'll 're 've
- came went took made got saw won lost left held began became gave found met died die* hit led ran set put cut paid sold kept fell rose go get take make come want need plan know say feel seem");

/// Plural nouns without -s.
#[rustfmt::skip]
pub const PLURALS: &str = "people men women children police feet teeth mice cattle sheep fish aircraft troops personnel staff alumni criteria media data postmen policemen policewomen firemen servicemen fishermen congressmen gunmen grandchildren schoolchildren oxen geese wives lives species series deer";

/// A person, by kin, age or calling: a figure between commas after one is an age.
#[rustfmt::skip]
pub const PERSONS: &str = "man woman boy girl men women boys girls teenager youth toddler baby mother father mum dad parents brother sister brothers sisters son daughter sons daughters husband wife widow widower partner girlfriend boyfriend fiancée fiancé twin twins uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter stepson stepdaughter child children pensioner suspect suspects victim victims defendant gunman attacker driver passenger motorist cyclist motorcyclist pedestrian pilot student pupil teacher nurse doctor surgeon lawyer engineer farmer builder plumber soldier officer policeman policewoman worker farmhand actor actress singer rapper musician author writer novelist comedian presenter director producer model chef midfielder striker defender goalkeeper winger forward batsman bowler player footballer cricketer golfer boxer jockey sprinter swimmer coach manager captain politician lawmaker senator mayor chairman businessman businesswoman entrepreneur billionaire millionaire tycoon heir founder banker trader accountant trooper marine sergeant corporal lieutenant deputy guard paramedic firefighter sailor airman pastor priest vicar rabbi imam dentist barrister clerk waiter waitress landlord tenant protester activist hostage migrant refugee skier climber hiker surfer diver rider dancer prosecutor juror";

/// Words of sport in which `m` is a metre: "1500m race".
#[rustfmt::skip]
pub const DISTANCES: &str = "race races hurdles sprint sprints final finals semi record freestyle butterfly backstroke breaststroke relay relays dash champion champions runner runners individual medley steeplechase event events title gold silver bronze wheelchair swimmers sprinters times";

/// What is told in millions without a unit: after these `m` is no metre.
#[rustfmt::skip]
pub static IN_MILLIONS: Words = Words::new("\
- profit* loss losses revenue* sales turnover income earnings dividend* debt* deficit surplus budget cost* bill spending fee* payout wages salary funding
- audience* viewers viewing viewership listeners readers readership subscribers subscriptions users downloads streams population circulation membership members followers
- passengers visitors customers tourists unemployment jobless unemployed copies turnout refugees households taxpayers patients unit shipments exports imports");

/// Numbers that are names whole: dates of events, services, idioms.
#[rustfmt::skip]
pub const FIXED: &str = "24/7 9/11 7/7 20/20 50/50";

/// Calls to a telephone number.
pub const CALLS: &str = "call called calling calls dial dialled dialed dialling dialing ring rang phone phoned text tel tel. telephone hotline helpline fax";

/// "One" before these is a turn of phrase, not a count.
#[rustfmt::skip]
pub const IDIOMS: &str = "of every each another day thing way point time hand side day's more last or another's can may might must would could should will is was has had reason stage who that which where to on in at with for by from after about than as and but step sense area example direction such said told reportedly suggested";

/// "One" after these is a pronoun or part of one.
pub const NO_ONE: &str = "no any every some this that which another each not a the former latter new big good bad right wrong first last next old other little loved number everyone or";

/// How a word that is no number itself may open a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opener {
    /// "a million"
    Article,
    /// "half", "quarter"
    Part,
    /// "last month"
    Pointer,
    /// "Christmas Day"
    Holiday,
    /// "-5", ".5", "'90s", "minus 5"
    Mark,
    /// "several hundred"
    Vague,
    /// "Q3"
    Letters,
}

/// Words that open a figure without being part of another vocabulary.
#[rustfmt::skip]
pub static OPENERS: Packed<Opener> = Packed::new("\
Article a an
Part half quarter full whole entire another
Vague several few couple
Mark minus negative . - − ' ’ ‘
Pointer last this next past previous coming following upcoming current night day week month year fiscal financial now
Letters q1 q2 q3 q4 h1 h2
Holiday christmas boxing new valentine* valentine's st st. april earth independence bastille halloween all veterans armistice juneteenth anzac canada australia easter good palm ash maundy ascension whit pentecost shrove thanksgiving black martin mlk presidents memorial labor columbus mother* father* xmas chinese lunar diwali deepavali holi dussehra rosh yom passover vaisakhi vaishakhi baisakhi eid ramadan mawlid milad ashura raksha rakhi vasant basant krishna janmashtami maha guru gurpurab valmiki pargat parsi jamshedi ram rama vesak buddha onam international", |row| match row.meaning {
    "Article" => Opener::Article,
    "Part" => Opener::Part,
    "Vague" => Opener::Vague,
    "Mark" => Opener::Mark,
    "Pointer" => Opener::Pointer,
    "Letters" => Opener::Letters,
    _ => Opener::Holiday,
});

/// What prices and rates are told for one of, beside units and times: "30p a share".
pub const APIECE: &str = "share head person pupil student child patient worker employee household family customer passenger user piece copy bottle glass pack packet box bag case loaf ticket seat room unit vehicle car plate dish portion slice game match season episode trip ride visit session lesson word line page";

/// Words in -s that are no plural nouns.
#[rustfmt::skip]
pub static SINGULARS: Words = Words::new("\
- this was does goes says always perhaps makes takes comes gets continues remains becomes shows begins ends runs news across towards besides sometimes whereas once looks seems means needs wants gives keeps starts includes brings marks its ours yours texas paris plus minus");

#[cfg(test)]
mod tests {
    use super::{AFTER, AFTER_BEGINS};
    use crate::lang::{listed, phrases};

    #[test]
    fn every_bound_behind_is_found_by_its_first_word() {
        for (_, words) in phrases(AFTER).filter(|(_, words)| !words.starts_with('-')) {
            assert!(words.split(' ').next().is_some_and(|w| listed(AFTER_BEGINS, w)), "{words:?}");
        }
    }
}
