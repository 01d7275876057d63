//! Sorting, in one place: compiled once, not anew for each type. So no set or map is collected, which sorts; it is extended.

use std::cmp::Ordering;

/// Sorts by a key, see [`sort_by`].
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts; what compares as equal stays in order. What is in order already costs one look at each.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// Brings each item to its place.
#[inline(never)]
fn arrange(mut places: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..places.len() {
        while let Some(to) = places.get(at).map(|to| *to as usize).filter(|to| *to != at) {
            swap(at, to);
            places.swap(at, to);
        }
    }
}

/// Where each of `count` items belongs; nothing if they are in order.
#[inline(never)]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    // Most lists are in order but for what was added at their end: they are merged from the few runs that they are made of.
    let mut ends: Vec<usize> = (1..count).filter(|i| compare(i - 1, *i) == Ordering::Greater).collect();
    if ends.is_empty() {
        return Vec::new();
    }
    ends.push(count);
    let mut order: Vec<u32> = (0..count as u32).collect();
    while ends.len() > 1 {
        let mut merged = Vec::with_capacity(count);
        for pair in ends.chunks(2) {
            let run = |from: usize, to: Option<&usize>| to.and_then(|to| order.get(from..*to)).unwrap_or_default();
            let middle = pair.first().copied().unwrap_or(count);
            merge(run(merged.len(), pair.first()), run(middle, pair.get(1)), compare, &mut merged);
        }
        ends = ends.chunks(2).filter_map(|pair| pair.last().copied()).collect();
        order = merged;
    }
    let mut places = vec![0; count];
    for (to, from) in order.into_iter().enumerate() {
        if let Some(place) = places.get_mut(from as usize) {
            *place = to as u32;
        }
    }
    places
}

/// Adds two sorted runs as one: ten lines for the thousand of the standard library's sort.
fn merge(mut left: &[u32], mut right: &[u32], compare: &dyn Fn(usize, usize) -> Ordering, all: &mut Vec<u32>) {
    while let (Some((a, lefts)), Some((b, rights))) = (left.split_first(), right.split_first()) {
        if compare(*b as usize, *a as usize) == Ordering::Less {
            all.push(*b);
            right = rights;
        } else {
            all.push(*a);
            left = lefts;
        }
    }
    all.extend_from_slice(left);
    all.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items: Vec<(u8, u16)>, falling in any::<bool>()) {
            let (mut ours, mut theirs) = (items.clone(), items);
            let key = |i: &(u8, u16)| if falling { !i.0 } else { i.0 };
            sort_by_key(&mut ours, key);
            theirs.sort_by_key(key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
