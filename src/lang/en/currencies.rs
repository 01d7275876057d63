//! Currencies: ISO 4217 codes, signs, names, and whose money an adjective means.

use crate::lang::Packed;
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

/// What `USDg` says: a code and how it is written.
fn currency(code: &'static str) -> Currency {
    let (code, form) = code.split_at_checked(3).unwrap_or((code, ""));
    let form = match form {
        "$" => Sign,
        "n" => Name,
        "g" => Generic,
        "w" => WeakName,
        _ => Minor,
    };
    Currency { code, form }
}

/// Spellings, in lower case, of signs, names and subunits.
pub static CURRENCIES: Packed<Currency> = Packed::new(include_str!("currencies.txt"), |row| currency(row.meaning));

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
pub static DOLLARS: Packed<&str> = Packed::new("\
USD us u.s. u.s usd
AUD a au* aud
CAD c ca can cad cdn
HKD hk hkd
NZD nz nzd
SGD s sg sgd
TWD nt
BRL r
JMD j ja
TTD tt
BBD bds
BSD b
BZD bz
XCD ec
FJD fj
NAD n
LRD l
GYD g gy
MXN mx mex mxn
ZWL z zw
ARS ar
CLP cl", |row| row.meaning);

/// Letters that are a currency sign only if digits are glued to them (`R10m`, `N500`, `Fr20`).
#[rustfmt::skip]
pub static GLUED: Packed<&str> = Packed::new("\
ZAR r
NGN n
CHF fr
PHP p php
INR rs
MYR rm
IDR rp
KES ksh
BDT tk
ZMW k
UGX ush
TZS tsh
AED dh*
SEK kr
EGP le
GHS ghc
CHF sfr", |row| row.meaning);

/// Whose money an adjective (or the last word of one) means.
#[rustfmt::skip]
pub static ISSUERS: Packed<&str> = Packed::new("\
USD us u.s. u.s american
AUD australian
CAD canadian
HKD kong
NZD zealand
SGD singapore singaporean
TWD taiwan taiwanese
JMD jamaican
TTD trinidadian
BBD barbadian
FJD fijian
NAD namibian
LRD liberian
ZWL zimbabwe zimbabwean
GBP british uk sterling
EGP egyptian
LBP lebanese
SYP syrian
SDG sudanese
IEP irish
CYP cypriot
INR indian
PKR pakistani pakistan
LKR lankan
NPR nepali nepalese
MUR mauritian
IDR indonesian
RUB russian
BYN belarusian belarussian
SEK swedish
NOK norwegian
DKK danish
ISK icelandic
CZK czech
SKK slovak
CHF swiss
FRF french
BEF belgian
XOF cfa
CDF congolese
RWF rwandan
BIF burundian
GNF guinean
MXN mexican
ARS argentine argentinian argentinean
CLP chilean
COP colombian
CUP cuban
DOP dominican
PHP philippine
UYU uruguayan
TRY turkish
ITL italian
MTL maltese
KWD kuwaiti
IQD iraqi
JOD jordanian
BHD bahraini
LYD libyan
TND tunisian
DZD algerian
RSD serbian
MKD macedonian
AED uae emirati
MAD moroccan
SAR saudi
QAR qatari
OMR omani
YER yemeni
IRR iranian
KES kenyan
UGX ugandan
TZS tanzanian
SOS somali
JPY japanese
CNY chinese
ZAR african
KRW korean
BRL brazilian
MYR malaysian malaysia
THB thai
NLG dutch
FIM finnish
DEM german
ESP spanish
GRD greek
PTE portuguese
PLN polish
HUF hungarian
RON romanian
MDL moldovan
BGN bulgarian
UAH ukrainian
ILS israeli
NGN nigerian
GHS ghanaian
ZMW zambian
MWK malawian
VND vietnamese
BDT bangladeshi
ETB ethiopian
KZT kazakh", |row| row.meaning);

/// First words of two-word adjectives above ("Hong Kong dollars").
pub const ISSUER_FIRST: &str = "hong new south sri north west east";

/// What a bare `$` is to an outlet of a country (ISO 3166-1): elsewhere it is the US dollar.
#[rustfmt::skip]
pub static HOME_DOLLARS: Packed<&str> = Packed::new("\
USD US PR EC SV PA GU
AUD AU
CAD CA
NZD NZ
SGD SG
HKD HK
TWD TW
JMD JM
TTD TT
BBD BB
BSD BS
BZD BZ
FJD FJ
NAD NA
LRD LR
GYD GY
SRD SR
MXN MX
ARS AR
CLP CL
COP CO
UYU UY
BND BN
XCD AG DM GD KN LC VC", |row| row.meaning);

/// What generic names mean to an outlet of a country, each a code and a country: the rupee of Pakistan, the pound of Egypt.
#[rustfmt::skip]
pub static HOME_NAMES: Packed<&str> = Packed::new("\
PKR INRPK
LKR INRLK
NPR INRNP
MUR INRMU
EGP GBPEG
LBP GBPLB
SYP GBPSY
DKK NOKDK
ISK SEKIS
PHP MXNPH
ARS MXNAR
CLP MXNCL
COP MXNCO
CUP MXNCU
DOP MXNDO
UYU MXNUY
UGX KESUG
TZS KESTZ
SOS KESSO
IQD KWDIQ
JOD KWDJO
BHD KWDBH
TND KWDTN
DZD KWDDZ
LYD KWDLY
RSD KWDRS
MAD AEDMA
QAR SARQA
OMR IRROM
YER IRRYE
BYN RUBBY
MWK ZMWMW
MDL RONMD", |row| row.meaning);

#[cfg(test)]
mod tests {
    use super::{CODES, WEAK_CODES, code};

    #[test]
    fn every_code_is_found() {
        for known in [CODES, WEAK_CODES].into_iter().flat_map(|codes| codes.split(' ')) {
            assert_eq!(code(&known.to_ascii_lowercase()).map(|c| c.code), Some(known));
        }
        assert!(["", "us", "usdt", "the", "zzz", "ŁŁ"].iter().all(|word| code(word).is_none()));
    }
}
