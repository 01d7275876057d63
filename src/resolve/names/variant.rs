//! Ways to write one name.

/// Whether `short` is an initial (`j`, `j.`) of `word`.
pub(super) fn is_initial(short: &str, word: &str) -> bool {
    let mut letters = short.trim_end_matches('.').chars();
    matches!((letters.next(), letters.next()), (Some(c), None) if word.starts_with(c))
}

/// Longer words are not compared letter by letter.
const LONGEST: usize = 40;

/// Whether two words differ by a slip: one letter changed, left out or swapped, two in nine letters; none if a word has under `least`.
pub(super) fn alike(a: &str, b: &str, least: usize) -> bool {
    let letters = |word: &'_ str| word.chars().map(plain).collect::<Vec<char>>();
    let set = |word: &str| word.chars().map(plain).fold(0u32, |set, c| set | 1 << (c as u32 % 32));
    let (one, other) = (a.chars().count(), b.chars().count());
    let (length, longest) = (one.min(other), one.max(other));
    let limit = if length >= 9 { 2 } else { 1 };
    if length < least || longest > LONGEST || longest - length > limit {
        return a.chars().map(plain).eq(b.chars().map(plain));
    }
    // A slip takes one letter away and brings one in, at most.
    (set(a) ^ set(b)).count_ones() as usize <= 2 * limit && distance(&letters(a), &letters(b)) <= limit
}

/// Whether one word is the other with an s: one person and the family, one place and several.
pub(super) fn is_plural(a: &str, b: &str) -> bool {
    let more = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| matches!(rest, "s" | "es"));
    more(a, b) || more(b, a)
}

/// A letter without its accent: *Erdogan* is *Erdoğan*.
fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ő' | 'ø' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ğ' => 'g',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ř' => 'r',
        'ş' | 'ś' | 'š' | 'ș' => 's',
        'ț' | 'ť' => 't',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        c => c,
    }
}

/// Edits (change, leave out, add, swap neighbours) between two words of at most [`LONGEST`] letters. Many pairs are compared, so nothing is
/// allocated.
fn distance(a: &[char], b: &[char]) -> usize {
    type Row = [u8; LONGEST + 1];
    let mut before: Row = [0; LONGEST + 1];
    let mut last: Row = std::array::from_fn(|j| j as u8);
    let mut previous = None;
    for (i, &x) in (1..).zip(a) {
        let mut row: Row = [i; LONGEST + 1];
        let mut left = None;
        for (j, &y) in (0..).zip(b) {
            let get = |r: &Row, k: usize| r.get(k).copied().unwrap_or(u8::MAX / 2);
            let mut best = (get(&last, j) + u8::from(x != y)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            if previous == Some(y) && left == Some(x) && j > 0 {
                best = best.min(get(&before, j - 1) + 1);
            }
            row.get_mut(j + 1).into_iter().for_each(|place| *place = best);
            left = Some(y);
        }
        previous = Some(x);
        before = std::mem::replace(&mut last, row);
    }
    usize::from(last.get(b.len()).copied().unwrap_or(u8::MAX))
}

/// What a body may be called for short, in lower case: the first letters of its words, with and without the small ones.
pub(super) fn acronyms(words: &[&str]) -> Vec<String> {
    let small = |w: &&str| matches!(*w, "of" | "the" | "and" | "for" | "in" | "on" | "de" | "du" | "&" | "to");
    let letters = |keep: &dyn Fn(&&str) -> bool| -> String {
        let words = words.iter().filter(|w| keep(w));
        words.flat_map(|w| w.split('-')).filter_map(|p| p.chars().next()).collect()
    };
    let mut found = vec![letters(&|w| !small(w)), letters(&|_| true)];
    found.retain(|a| a.chars().count() > 1);
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::{acronyms, alike, is_initial, is_plural};

    #[test]
    fn slips() {
        assert!(alike("rajut", "rajput", 5) && alike("erdogan", "erdoğan", 5) && alike("smihts", "smiths", 5));
        assert!(alike("zelenskyy", "zelensky", 5));
        assert!(is_plural("clinton", "clintons") && is_plural("joneses", "jones") && !is_plural("clinton", "linton"));
        assert!(!alike("brown", "green", 5) && !alike("lee", "les", 4) && !alike("johnson", "jonsen", 5));
    }

    #[test]
    fn initials() {
        assert!(is_initial("j.", "john") && is_initial("w", "walker"));
        assert!(!is_initial("jo", "john") && !is_initial("j", "mark"));
        assert_eq!(acronyms(&["bank", "of", "england"]), ["be", "boe"]);
        assert_eq!(acronyms(&["inter-services", "public", "relations"]), ["ispr"]);
    }
}
