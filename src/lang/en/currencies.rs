//! Currencies: ISO 4217 codes, signs, names, and whose money an adjective means.

use crate::lang::Table;
use Form::{Code, Generic, Minor, Name, Sign, WeakCode, WeakName};
use std::cmp::Ordering;

/// How a currency is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `$`, `Rs`: before the figure, in Europe also after it.
    Sign,
    /// `USD`: on either side, in capitals.
    Code,
    /// A code that is an English word or name as well: only beside a figure that looks like money.
    WeakCode,
    /// "yen": after the figure.
    Name,
    /// "dollar": several countries have one; an adjective may say which.
    Generic,
    /// "won", "real", "mark": a name that is another word too, so only after a scale word or four digits.
    WeakName,
    /// "cents": a hundredth.
    Minor,
}

/// A currency as one of its spellings means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    /// How it is written.
    pub form: Form,
}

const fn c(code: &'static str, form: Form) -> Currency {
    Currency { code, form }
}

/// Spellings, in lower case, of signs, names and subunits.
#[rustfmt::skip]
pub static CURRENCIES: Table<Currency> = Table::new(&[
    ("$", c("USD", Sign)), ("£ ₤", c("GBP", Sign)), ("€", c("EUR", Sign)), ("¥ 円", c("JPY", Sign)), ("₹ rs rs. ₨", c("INR", Sign)),
    ("₩", c("KRW", Sign)), ("₽", c("RUB", Sign)), ("₺", c("TRY", Sign)), ("₦", c("NGN", Sign)), ("₱", c("PHP", Sign)),
    ("฿", c("THB", Sign)), ("₫", c("VND", Sign)), ("₪", c("ILS", Sign)), ("₴", c("UAH", Sign)), ("₸", c("KZT", Sign)),
    ("₡", c("CRC", Sign)), ("₵", c("GHS", Sign)), ("৳ tk", c("BDT", Sign)), ("₲", c("PYG", Sign)), ("₮", c("MNT", Sign)),
    ("₭", c("LAK", Sign)), ("₼", c("AZN", Sign)), ("₾", c("GEL", Sign)), ("zł", c("PLN", Sign)), ("kč", c("CZK", Sign)),
    ("rm", c("MYR", Sign)), ("rp", c("IDR", Sign)), ("ksh kshs sh", c("KES", Sign)), ("ush", c("UGX", Sign)),
    ("tsh", c("TZS", Sign)), ("sfr", c("CHF", Sign)), ("ரூ", c("LKR", Sign)), ("le", c("EGP", WeakName)), ("₿", c("BTC", Sign)),
    ("dollar dollars", c("USD", Generic)), ("buck bucks greenback greenbacks", c("USD", Name)),
    ("pound pounds", c("GBP", Generic)), ("quid sterling", c("GBP", Name)), ("euro euros", c("EUR", Name)),
    ("yen", c("JPY", Name)), ("yuan renminbi rmb", c("CNY", Name)), ("rupee rupees", c("INR", Generic)), ("rand rands", c("ZAR", Name)),
    ("rouble roubles ruble rubles", c("RUB", Generic)), ("krona kronor", c("SEK", Generic)), ("kronur", c("ISK", Name)), ("krone kroner crowns", c("NOK", Generic)),
    ("koruna korunas", c("CZK", Name)), ("franc francs", c("CHF", Generic)), ("peso pesos", c("MXN", Generic)), ("reais", c("BRL", Name)),
    ("real reals", c("BRL", WeakName)), ("won", c("KRW", WeakName)), ("lira liras lire", c("TRY", Generic)), ("dinar dinars", c("KWD", Generic)),
    ("dirham dirhams", c("AED", Generic)), ("riyal riyals", c("SAR", Generic)), ("rial rials", c("IRR", Generic)), ("ringgit ringgits", c("MYR", Name)),
    ("baht bahts", c("THB", Name)), ("dong dongs", c("VND", WeakName)), ("shekel shekels", c("ILS", Name)), ("naira nairas", c("NGN", Name)),
    ("cedi cedis", c("GHS", Name)), ("shilling shillings", c("KES", Generic)), ("zloty zlotys zlotych", c("PLN", Name)), ("forint forints", c("HUF", Name)),
    ("leva lev", c("BGN", Name)), ("lei leu", c("RON", Generic)), ("hryvnia hryvnias hryvnya", c("UAH", Name)), ("tenge tenges", c("KZT", Name)),
    ("taka takas", c("BDT", Name)), ("kyat kyats", c("MMK", Name)), ("rupiah rupiahs", c("IDR", Name)), ("kwacha kwachas", c("ZMW", Generic)),
    ("birr birrs", c("ETB", Name)), ("quetzal quetzals quetzales", c("GTQ", Name)), ("soles", c("PEN", Name)), ("bolivar bolivars bolivares", c("VES", Name)),
    ("guilder guilders", c("NLG", Generic)), ("markka markkaa", c("FIM", Name)), ("deutschmark deutschmarks", c("DEM", Name)), ("peseta pesetas", c("ESP", Name)),
    ("escudo escudos", c("PTE", Name)), ("drachma drachmas drachmae", c("GRD", Name)), ("bitcoin bitcoins btc xbt", c("BTC", Name)), ("ether ethereum", c("ETH", WeakName)),
    ("afghani afghanis", c("AFN", Name)), ("lek leks", c("ALL", Name)), ("dram drams", c("AMD", WeakName)), ("kwanza kwanzas", c("AOA", Name)),
    ("manat manats", c("AZN", Name)), ("pula pulas", c("BWP", Name)), ("boliviano bolivianos", c("BOB", Name)), ("riel riels", c("KHR", Name)),
    ("colon colones", c("CRC", WeakName)), ("lari laris", c("GEL", Name)), ("gourde gourdes", c("HTG", Name)), ("lempira lempiras", c("HNL", Name)),
    ("kip kips", c("LAK", Name)), ("loti maloti", c("LSL", Name)), ("ariary", c("MGA", Name)), ("ouguiya", c("MRU", Name)), ("tugrik tugriks togrog", c("MNT", Name)),
    ("metical meticais", c("MZN", Name)), ("cordoba cordobas", c("NIO", Name)), ("balboa balboas", c("PAB", Name)), ("guarani guaranis", c("PYG", Name)),
    ("leone leones", c("SLE", Name)), ("somoni", c("TJS", Name)), ("lilangeni emalangeni", c("SZL", Name)), ("hryven", c("UAH", Name)), ("sum soum", c("UZS", WeakName)), ("geneh", c("EGP", Name)),
    ("cent cents ¢", c("USD", Minor)), ("penny pence pennies", c("GBP", Minor)), ("paise paisa", c("INR", Minor)), ("kopeck kopecks kopek kopeks", c("RUB", Minor)), ("sen", c("MYR", Minor)),
]);

/// ISO 4217 codes.
const CODES: &str = "\
     AED AFN AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY CRC CVE CZK DJF DKK DOP \
     DZD EGP ETB EUR FJD GBP GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KHR KRW KWD KZT \
     LBP LKR LRD LYD MDL MGA MMK MNT MUR MVR MWK MXN MYR MZN NAD NGN NOK NZD OMR PGK PKR PLN PYG QAR RSD RWF SEK SGD SYP THB \
     TJS TND TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XCD XOF YER ZAR ZMW";

/// ISO 4217 codes that are English words or names as well, such as `MAD` and `TOP`.
const WEAK_CODES: &str = "\
     AMD BAM BOB COP CUP ERN GEL KGS MAD MOP NPR PEN PHP RON RUB SAR TOP TRY";

/// The ISO 4217 code that a word in lower case is, and how it is written.
pub fn code(word: &str) -> Option<Currency> {
    let word = <[u8; 3]>::try_from(word.as_bytes()).ok()?.map(|letter| letter.to_ascii_uppercase());
    let among = |codes: &'static str, form| {
        // Sorted, each with the blank behind it: four bytes a code.
        let (mut low, mut high) = (0, codes.len().div_ceil(4));
        while low < high {
            let middle = low.midpoint(high);
            let code = codes.get(middle * 4..middle * 4 + 3)?;
            match code.as_bytes().cmp(&word) {
                Ordering::Equal => return Some(Currency { code, form }),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    };
    among(CODES, Code).or_else(|| among(WEAK_CODES, WeakCode))
}

/// Letters before a dollar sign: whose dollar it is.
#[rustfmt::skip]
pub static DOLLARS: Table<&str> = Table::new(&[
    ("us u.s. u.s usd", "USD"), ("a au aus aud", "AUD"), ("c ca can cad cdn", "CAD"), ("hk hkd", "HKD"), ("nz nzd", "NZD"), ("s sg sgd", "SGD"),
    ("nt", "TWD"), ("r", "BRL"), ("j ja", "JMD"), ("tt", "TTD"), ("bds", "BBD"), ("b", "BSD"), ("bz", "BZD"), ("ec", "XCD"),
    ("fj", "FJD"), ("n", "NAD"), ("l", "LRD"), ("g gy", "GYD"), ("mx mex mxn", "MXN"), ("z zw", "ZWL"), ("ar", "ARS"), ("cl", "CLP"),
]);

/// Letters that are a currency sign only if digits are glued to them (`R10m`, `N500`, `Fr20`).
#[rustfmt::skip]
pub static GLUED: Table<&str> = Table::new(&[
    ("r", "ZAR"), ("n", "NGN"), ("fr", "CHF"), ("p php", "PHP"), ("rs", "INR"), ("rm", "MYR"), ("rp", "IDR"), ("ksh", "KES"), ("tk", "BDT"), ("k", "ZMW"),
    ("ush", "UGX"), ("tsh", "TZS"), ("dh dhs", "AED"), ("kr", "SEK"), ("le", "EGP"), ("ghc", "GHS"), ("sfr", "CHF"),
]);

/// Whose money an adjective (or the last word of one) means.
#[rustfmt::skip]
pub static ISSUERS: Table<&str> = Table::new(&[
    ("us u.s. u.s american", "USD"), ("australian", "AUD"), ("canadian", "CAD"), ("kong", "HKD"), ("zealand", "NZD"), ("singapore singaporean", "SGD"),
    ("taiwan taiwanese", "TWD"), ("jamaican", "JMD"), ("trinidadian", "TTD"), ("barbadian", "BBD"), ("fijian", "FJD"), ("namibian", "NAD"),
    ("liberian", "LRD"), ("zimbabwe zimbabwean", "ZWL"), ("british uk sterling", "GBP"), ("egyptian", "EGP"), ("lebanese", "LBP"), ("syrian", "SYP"),
    ("sudanese", "SDG"), ("irish", "IEP"), ("cypriot", "CYP"), ("indian", "INR"), ("pakistani pakistan", "PKR"), ("lankan", "LKR"), ("nepali nepalese", "NPR"),
    ("mauritian", "MUR"), ("indonesian", "IDR"), ("russian", "RUB"), ("belarusian belarussian", "BYN"), ("swedish", "SEK"), ("norwegian", "NOK"),
    ("danish", "DKK"), ("icelandic", "ISK"), ("czech", "CZK"), ("slovak", "SKK"), ("swiss", "CHF"), ("french", "FRF"), ("belgian", "BEF"), ("cfa", "XOF"),
    ("congolese", "CDF"), ("rwandan", "RWF"), ("burundian", "BIF"), ("guinean", "GNF"), ("mexican", "MXN"), ("argentine argentinian argentinean", "ARS"),
    ("chilean", "CLP"), ("colombian", "COP"), ("cuban", "CUP"), ("dominican", "DOP"), ("philippine", "PHP"), ("uruguayan", "UYU"), ("turkish", "TRY"),
    ("italian", "ITL"), ("maltese", "MTL"), ("kuwaiti", "KWD"), ("iraqi", "IQD"), ("jordanian", "JOD"), ("bahraini", "BHD"), ("libyan", "LYD"),
    ("tunisian", "TND"), ("algerian", "DZD"), ("serbian", "RSD"), ("macedonian", "MKD"), ("uae emirati", "AED"), ("moroccan", "MAD"), ("saudi", "SAR"),
    ("qatari", "QAR"), ("omani", "OMR"), ("yemeni", "YER"), ("iranian", "IRR"), ("kenyan", "KES"), ("ugandan", "UGX"), ("tanzanian", "TZS"), ("somali", "SOS"),
    ("japanese", "JPY"), ("chinese", "CNY"), ("african", "ZAR"), ("korean", "KRW"), ("brazilian", "BRL"), ("malaysian malaysia", "MYR"), ("thai", "THB"),
    ("dutch", "NLG"), ("finnish", "FIM"), ("german", "DEM"), ("spanish", "ESP"), ("greek", "GRD"), ("portuguese", "PTE"), ("polish", "PLN"),
    ("hungarian", "HUF"), ("romanian", "RON"), ("moldovan", "MDL"), ("bulgarian", "BGN"), ("ukrainian", "UAH"), ("israeli", "ILS"), ("nigerian", "NGN"), ("ghanaian", "GHS"),
    ("zambian", "ZMW"), ("malawian", "MWK"), ("vietnamese", "VND"), ("bangladeshi", "BDT"), ("ethiopian", "ETB"), ("kazakh", "KZT"),
]);

/// First words of two-word adjectives above ("Hong Kong dollars").
pub const ISSUER_FIRST: &str = "hong new south sri north west east";

/// What a bare `$` is to an outlet of a country (ISO 3166-1, lower case): elsewhere it is the US dollar.
#[rustfmt::skip]
pub static HOME_DOLLARS: Table<&str> = Table::new(&[
    ("us pr ec sv pa gu", "USD"), ("au", "AUD"), ("ca", "CAD"), ("nz", "NZD"), ("sg", "SGD"), ("hk", "HKD"), ("tw", "TWD"), ("jm", "JMD"), ("tt", "TTD"),
    ("bb", "BBD"), ("bs", "BSD"), ("bz", "BZD"), ("fj", "FJD"), ("na", "NAD"), ("lr", "LRD"), ("gy", "GYD"), ("sr", "SRD"), ("mx", "MXN"), ("ar", "ARS"),
    ("cl", "CLP"), ("co", "COP"), ("uy", "UYU"), ("bn", "BND"), ("ag dm gd kn lc vc", "XCD"),
]);

/// What generic names mean to an outlet of a country: the rupee of Pakistan, the pound of Egypt.
#[rustfmt::skip]
pub const HOME_NAMES: &[(&str, &str, &str)] = &[
    ("INR", "pk", "PKR"), ("INR", "lk", "LKR"), ("INR", "np", "NPR"), ("INR", "mu", "MUR"), ("GBP", "eg", "EGP"), ("GBP", "lb", "LBP"), ("GBP", "sy", "SYP"),
    ("NOK", "dk", "DKK"), ("SEK", "is", "ISK"), ("MXN", "ph", "PHP"), ("MXN", "ar", "ARS"), ("MXN", "cl", "CLP"), ("MXN", "co", "COP"), ("MXN", "cu", "CUP"), ("MXN", "do", "DOP"),
    ("MXN", "uy", "UYU"), ("KES", "ug", "UGX"), ("KES", "tz", "TZS"), ("KES", "so", "SOS"), ("KWD", "iq", "IQD"), ("KWD", "jo", "JOD"), ("KWD", "bh", "BHD"), ("KWD", "tn", "TND"),
    ("KWD", "dz", "DZD"), ("KWD", "ly", "LYD"), ("KWD", "rs", "RSD"), ("AED", "ma", "MAD"), ("SAR", "qa", "QAR"), ("IRR", "om", "OMR"), ("IRR", "ye", "YER"), ("RUB", "by", "BYN"), ("ZMW", "mw", "MWK"), ("RON", "md", "MDL"),
];

#[cfg(test)]
mod tests {
    use super::{CODES, WEAK_CODES, code};

    #[test]
    fn every_code_is_found() {
        for known in [CODES, WEAK_CODES].into_iter().flat_map(|codes| codes.split(' ')) {
            assert_eq!(code(&known.to_lowercase()).map(|c| c.code), Some(known));
        }
        assert!(["", "us", "usdt", "the", "zzz", "ŁŁ"].iter().all(|word| code(word).is_none()));
    }
}
