//! Abbreviations in capitals that stand for common words.

/// Whether a word in lower case is such an abbreviation (*dvd*, *gdp*): written in capitals it is no name.
pub fn is_term(word: &str) -> bool {
    TERMS.binary_search(&word).is_ok()
}

/// Sorted. Those that are also a state's, a body's or a party's are left out.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "aas", "abs", "adhd", "afaik", "aids", "aka", "apr", "apy", "asap", "ascii", "atm", "atv", "bbq", "bce", "bmi", "bpd",
    "brb", "btw", "cad", "ccd", "cctv", "cd", "ceo", "cfo", "cgi", "cio", "cmo", "cod", "coo", "copd", "cpi", "cpm", "cpr",
    "cpu", "crm", "css", "cto", "cv", "diy", "dj", "dna", "dob", "dui", "dvd", "dvr", "dwi", "ebitda", "ecg", "eeg", "ekg",
    "eps", "esl", "esp", "eta", "etf", "faq", "fbo", "fdi", "fm", "fps", "ftp", "fyi", "gdp", "gif", "gis", "gmo", "gmt", "gnp",
    "gps", "gpu", "gsm", "hd", "hdd", "hdmi", "hdtv", "hiv", "hmo", "hov", "hpv", "hr", "hrt", "html", "http", "hvac", "ibs",
    "icu", "ide", "idk", "idp", "imho", "imo", "ip", "ipo", "iq", "irl", "isbn", "iso", "isp", "ivf", "jpeg", "jpg", "kpi",
    "lan", "lbo", "lbw", "lcd", "led", "lmao", "lmk", "lng", "lol", "lpg", "lsd", "mba", "mmo", "mmog",
    "mmorpg", "mou", "mph", "mpv", "mri", "mrna", "mrsa", "mvp", "nda", "ngo", "ocd", "oem", "ok", "omg", "otc", "pc",
    "pcp", "pcr", "pda", "pdf", "phd", "pms", "pov", "pow", "ppe", "ppm", "psa", "pto", "ptsd", "pvc", "qr", "ram", "rfid",
    "rfp", "roe", "rofl", "roi", "rom", "rpg", "rpm", "rsvp", "rv", "saas", "sars", "sba", "seo", "sim", "sme", "sms",
    "sos", "spf", "ssd", "ssn", "std", "stem", "sti", "suv", "svp", "swot", "tba", "tbd", "tbh", "tbsp", "tmi", "tnt",
    "tv", "uav", "ufo", "url", "usb", "utc", "vat", "vhs", "vip", "voip", "vp", "vpn", "wifi", "wmd", "wtf", "wysiwyg",
    "xl", "xml", "ymmv",
];

#[cfg(test)]
mod tests {
    use super::{TERMS, is_term};

    #[test]
    fn terms() {
        assert!(TERMS.is_sorted());
        assert!(is_term("dvd") && !is_term("nato"));
    }
}
