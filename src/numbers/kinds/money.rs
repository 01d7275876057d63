//! Amounts of money: sign, code or name on either side, scales, subunits, and whose dollar it is.

use super::Kind;
use crate::annotation::{Decimal, NumberKind};
use crate::lang::en::currencies::{
    self, Currency, DOLLARS, Form, GLUED, HOME_DOLLARS, HOME_NAMES, ISSUER_FIRST, ISSUERS,
};
use crate::lang::en::figures::LABELS;
use crate::lang::en::numerals::SUFFIXES;
use crate::numbers::decimal;
use crate::numbers::found::Found;
use crate::numbers::numeral::{self, Numeral};
use crate::numbers::reader::{Reader, begins};
use crate::text::Case;

/// An amount in a currency.
pub(super) const KIND: Kind = Kind {
    id: "money",
    begins: begins::AMOUNT | begins::CURRENCY | begins::LETTERS,
    parse,
    #[cfg(test)]
    examples: &[
        ("It cost $1.2bn.", "$1.2bn = money 1200000000 USD"),
        ("Sales were 9.5bn kronor.", "9.5bn kronor = money 9500000000 SEK"),
        ("They paid GBP 27 million.", "GBP 27 million = money 27000000 GBP"),
        ("A USD34.6 million deal", "USD34.6 million = money 34600000 USD"),
        ("The 418bn-rand budget", "418bn-rand = money 418000000000 ZAR"),
        ("It earned 33 cents a share.", "33 cents = money 0.33 USD"),
        ("A loss of Rs91.40 crore", "Rs91.40 crore = money 914000000 INR"),
        ("He won half a million dollars.", "half a million dollars = money 500000 USD"),
        ("Fares rise to HK$12.", "HK$12 = money 12 HKD"),
        ("It costs 3 dollars 50 cents.", "3 dollars 50 cents = money 3.5 USD"),
        ("A pint is 5 Australian dollars.", "5 Australian dollars = money 5 AUD"),
        ("The R10m house", "R10m = money 10000000 ZAR"),
        ("An R3-billion fund", "R3-billion = money 3000000000 ZAR"),
        ("It costs 15 dollars 50.", "15 dollars 50 = money 15.5 USD"),
        ("They lost 75 USD million.", "75 USD million = money 75000000 USD"),
    ],
    #[cfg(test)]
    counter: &["She won 5 games.", "A 200-pound man", "Real Madrid 3", "the euro rose", "All 50 states"],
};

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let found = before(r, at).or_else(|| after(r, at))?;
    Some(with_minor(r, found))
}

/// A currency as read.
#[derive(Clone, Copy)]
struct Coin {
    code: &'static str,
    minor: bool,
    ambiguous: bool,
    next: usize,
}

/// Sign or code, then figure.
fn before(r: &Reader, at: usize) -> Option<Found> {
    let negative = r.any(at, "- − minus") && !(r.dash(at) && (r.glued(at) || !r.glued(at + 1)));
    let sign_at = at + usize::from(negative);
    if let Some(found) = glued(r, at) {
        return Some(found);
    }
    let coin = prefix(r, sign_at)?;
    let n = numeral::cardinal(r, coin.next)?;
    let weak = r.lexeme(sign_at).code.is_some_and(|c| c.form == Form::WeakCode);
    if weak && !n.large {
        return None;
    }
    let (value, next) = scaled(r, n, true);
    let value = if negative { value.map(|v| -v) } else { value };
    Some(amount(at, next, value, coin))
}

/// `$`, `A$`, `US $`, `Rs`, `USD`, "rupees" before a figure.
fn prefix(r: &Reader, at: usize) -> Option<Coin> {
    let lexeme = r.lexeme(at);
    if r.is(at + 1, "$")
        && let Some(code) = r.meaning(at, &DOLLARS)
        && (r.glued(at + 1) && r.is_capital(at) || r.any(at, "c us usd aud mxn nzd hkd sgd") && !r.glued(at + 2))
    {
        return Some(Coin { code, minor: false, ambiguous: false, next: at + 2 });
    }
    if let Some(code) = lexeme.code
        && r.token(at)?.case == Case::Upper
    {
        return Some(Coin { code: code.code, minor: false, ambiguous: false, next: at + 1 });
    }
    let currency = lexeme.currency?;
    match currency.form {
        Form::Sign => {
            let letters = r.is_word(at) && !r.is_capital(at);
            (!letters && (r.is_digits(at + 1) || r.is(at + 1, "."))).then(|| resolved(r, currency, at + 1))
        }
        Form::Name | Form::Generic if matches!(currency.code, "INR" | "MYR") => Some(resolved(r, currency, at + 1)),
        _ => None,
    }
}

/// `Rs20`, `R10m`, `USD34.6 million`, `$A5m`: one word of letters and digits, perhaps cut at a decimal point.
fn glued(r: &Reader, from: usize) -> Option<Found> {
    let dollar = r.is(from, "$") && r.glued(from + 1);
    let at = from + usize::from(dollar);
    let (text, lower) = (r.str(at), r.lower(at));
    if !r.is_word(at) || !text.is_ascii() || !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    let (name, rest) = (lower.get(..letters)?, lower.get(letters + digits..)?);
    if digits == 0 {
        return None;
    }
    let code = if dollar {
        DOLLARS.get(name)?
    } else {
        let listed = currencies::code(name).filter(|c| c.form == Form::Code).map(|c| c.code);
        home(r, listed.or_else(|| GLUED.get(name))?)
    };
    let mut next = at + 1;
    while rest.is_empty() && r.joins(next, ". ,") && r.is_digits(next + 1) {
        next += 2;
    }
    // "R1 250 000"
    while rest.is_empty() && digits <= 3 && numeral::thousand_group(r, next) {
        next += 1;
    }
    let written = r.span(at, next).of(r.doc.text).get(letters..)?.replace(char::is_whitespace, "");
    let d = decimal::read(written.get(..written.len() - rest.len())?)?;
    // One letter is too little for "R2" or "N17": money has three digits or a scale.
    let mut n = Numeral::new(d.value, next);
    n.digits = true;
    // `R10m`: the word ran on into the suffix.
    let zeros = if rest.is_empty() { None } else { Some(SUFFIXES.get(rest)?.zeros) };
    let (value, next) = match zeros {
        Some(zeros) => (decimal::shift(d.value, zeros), next),
        None => word_scaled(r, &n),
    };
    let marked = zeros.is_some() || next > at + 1 || d.decimals;
    if letters == 1 && !marked && !dollar && (digits < 3 || name == "k") {
        return None;
    }
    Some(amount(from, next, value, Coin { code, minor: false, ambiguous: false, next }))
}

/// A scale word after digits that were cut out of a word.
fn word_scaled(r: &Reader, n: &Numeral) -> (Option<Decimal>, usize) {
    // "R3-billion"
    let at = r.past_hyphen(n.next);
    match r.number_word(at) {
        Some(word) => (decimal::product(n.value, numeral::value(word.size)), at + 1),
        None => scaled(r, n, true),
    }
}

/// A figure with a suffix that only money makes sure (`£8m`, `10k$`).
fn scaled(r: &Reader, n: &Numeral, signed: bool) -> (Option<Decimal>, usize) {
    let suffix = r.meaning(n.next, &SUFFIXES).filter(|_| {
        // "$3.4 B", but "$5 T-shirts"
        let capital = r.is_capital(n.next) && !r.is_capital(n.next + 1) && !r.glue(n.next + 1, "- & '");
        n.digits && (r.glued(n.next) || signed && (capital || r.any(n.next, "m bn mn cr")))
    });
    match suffix {
        Some(s) => (decimal::shift(n.value, s.zeros), n.next + 1),
        None => (n.value, n.next),
    }
}

/// Figure, then sign, code or name.
fn after(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = article(r, at) {
        return Some(found);
    }
    let n = numeral::read(r, at).filter(|n| !n.ordinal)?;
    let (value, next) = scaled(r, n, false);
    let scaled_up = n.large || next > n.next;
    let name_at = r.past_hyphen(next);
    // "50p", "43c"
    if n.digits && name_at == next && r.glued(next) && next == n.next {
        let pence = match r.str(next) {
            "p" => Some(("GBP", false)),
            // "Figure 4c", "Section 12c"
            "c" if r.led(at, 1, &LABELS) => None,
            "c" => Some((home_dollar(r).unwrap_or("USD"), home_dollar(r).is_none())),
            _ => None,
        };
        if let Some((code, ambiguous)) = pence {
            return Some(
                amount(at, next + 1, minor(value), Coin { code, minor: true, ambiguous, next: next + 1 }).sure(80),
            );
        }
    }
    let mut coin = suffix(r, name_at, n, scaled_up)?;
    let mut value = if coin.minor { minor(value) } else { value };
    // "75 USD million"
    if !scaled_up
        && r.lexeme(coin.next - 1).code.is_some()
        && let Some((word, next)) = numeral::scale_word(r, coin.next, false)
    {
        (value, coin.next) = (decimal::product(value, numeral::value(word.size)), next);
    }
    Some(amount(at, coin.next, value, coin))
}

/// "A dollar", "a pound" where it is an amount, not the rate of one ("$2 a pound").
fn article(r: &Reader, at: usize) -> Option<Found> {
    r.any(at, "a an").then_some(())?;
    let currency = r.lexeme(at + 1).currency.filter(|c| matches!(c.form, Form::Name | Form::Generic))?;
    if at > r.start
        && !r
            .any(at - 1, "for than about almost nearly costs cost under over of above below by at spend spent pay paid")
    {
        return None;
    }
    Some(amount(at, at + 2, Some(Decimal::ONE), resolved(r, currency, at + 2)).sure(70))
}

/// `kronor`, `US dollars`, `Hong Kong dollars`, `EUR`, `€` after a figure.
fn suffix(r: &Reader, at: usize, n: &Numeral, scaled_up: bool) -> Option<Coin> {
    let first = if r.any(at, ISSUER_FIRST) && r.is_capital(at) { at + 1 } else { at };
    if let Some(issuer) = r.meaning(first, &ISSUERS) {
        let currency = r
            .lexeme(first + 1)
            .currency
            .filter(|c| matches!(c.form, Form::Name | Form::Generic | Form::WeakName | Form::Minor))?;
        // "Two Chinese yuan": a name of one country keeps its own code.
        let code = if matches!(currency.form, Form::Name) { currency.code } else { issuer };
        return Some(Coin { code, minor: currency.form == Form::Minor, ambiguous: false, next: first + 2 });
    }
    let lexeme = r.lexeme(at);
    if let Some(code) = lexeme.code
        && r.token(at)?.case == Case::Upper
        && (code.form == Form::Code || scaled_up)
    {
        return Some(Coin { code: code.code, minor: false, ambiguous: false, next: at + 1 });
    }
    if r.any(at, "usd eur gbp chf") {
        return Some(Coin { code: lexeme.code?.code, minor: false, ambiguous: false, next: at + 1 });
    }
    let currency = lexeme.currency?;
    match currency.form {
        // A sign after the figure belongs to the next one if that follows at once: "10 $30".
        Form::Sign if !r.is_word(at) && !(r.is_digits(at + 1) && r.glued(at + 1)) => {}
        Form::Name => {}
        Form::Generic if currency.code == "GBP" && is_weight(r, at, n, scaled_up) => return None,
        Form::Generic => {}
        Form::Minor => {}
        Form::WeakName if scaled_up || n.whole >= 4 => {}
        _ => return None,
    }
    // "Crowns" are worn, "marks" are given.
    if r.is(at, "crowns") && !scaled_up {
        return None;
    }
    Some(Coin { minor: currency.form == Form::Minor, ..resolved(r, currency, at + 1) })
}

/// Pounds of weight: of something, hyphenated below a thousand, or weighed.
fn is_weight(r: &Reader, at: usize, n: &Numeral, scaled_up: bool) -> bool {
    if scaled_up && !n.large {
        return false;
    }
    let scale = n.zeros >= 6;
    let american = r.context.outlet_country.as_deref() == Some("US");
    let weighed = r.close(at, 6, "weigh weighs weighed weighing weight lost lose gained shed lifted carries carrying");
    let hyphen = r.dash(at.wrapping_sub(1)) && !r.any(at + 1, "note notes coin coins");
    let of = r.is(at + 1, "of")
        && !r.any(
            at + 2,
            "debt debts savings investment funding taxpayers taxpayer public damage the money cash spending aid",
        );
    !scale
        && (hyphen
            || of
            || weighed
            || american
            || r.any(at + 1, "per heavier lighter overweight and") && r.any(at + 3, "square ounces ounce"))
}

fn amount(at: usize, next: usize, value: Option<Decimal>, coin: Coin) -> Found {
    let mut found = Found::new(NumberKind::Money, at, next, "money").value(value).unit(coin.code);
    found.number.ambiguous = coin.ambiguous;
    if coin.ambiguous { found.sure(85) } else { found }
}

/// Whose currency a sign or name means, by the outlet's country.
fn resolved(r: &Reader, currency: Currency, next: usize) -> Coin {
    let coin = Coin { code: currency.code, minor: false, ambiguous: false, next };
    if currency.code == "USD" && matches!(currency.form, Form::Sign | Form::Generic | Form::Minor) {
        return Coin { code: home_dollar(r).unwrap_or("USD"), ambiguous: r.context.outlet_country.is_none(), ..coin };
    }
    let code = home(r, currency.code);
    let open = matches!(currency.form, Form::Generic)
        && !matches!(currency.code, "GBP" | "INR")
        && r.context.outlet_country.is_none();
    Coin { code, ambiguous: open, ..coin }
}

fn home_dollar(r: &Reader) -> Option<&'static str> {
    HOME_DOLLARS.get(r.context.outlet_country.as_deref()?)
}

fn home(r: &Reader, code: &'static str) -> &'static str {
    let country = r.context.outlet_country.as_deref().unwrap_or("");
    HOME_NAMES.get(&[code, country].concat()).unwrap_or(code)
}

fn minor(value: Option<Decimal>) -> Option<Decimal> {
    value?.shift(-2)
}

/// "3 dollars 50 cents", "$20 and 43c", "15 dollars 50": the subunits join.
fn with_minor(r: &Reader, found: Found) -> Found {
    let at = r.past(found.next, "and");
    let whole = found.number.value.is_some_and(crate::annotation::Decimal::is_whole);
    if !whole || !(r.is_digits(at) || r.number_word(at).is_some()) {
        return found;
    }
    let Some(n) = numeral::unsigned(r, at).filter(|n| !n.ordinal && !n.decimals && n.below(100)) else {
        return found;
    };
    let named = r.lexeme(n.next).currency.is_some_and(|c| c.form == Form::Minor)
        || r.glued(n.next) && matches!(r.str(n.next), "p" | "c");
    // Two digits after the name of a currency are its subunits, unless they go on to count something.
    let bare = at == found.next && r.is_word(at - 1) && n.above(9) && (!r.is_word(n.next) || r.is(n.next, "more"));
    // "15 dollars and 50", but "between $5 and 14"
    let last = at > found.next && (n.next >= r.stop || r.any(n.next, ". ! ?")) && !r.after(found.from, "between from");
    if !(named || bare || last) {
        return found;
    }
    let next = n.next + usize::from(named);
    let value = decimal::sum(found.number.value, minor(n.value));
    found.until(next).value(value)
}
