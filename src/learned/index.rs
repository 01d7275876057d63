//! Which hashed features have a row.

/// Which hashed features have a row, read from
///
/// ```text
/// rows u32 · bits u8 · for each row the empty buckets since the one before, in bytes: 255 means that more follow
/// ```
///
/// (little-endian). A feature's bucket is the first `bits` bits of its hash, and most buckets are empty: an unknown feature mostly
/// falls on one of those, which keeps chance rows off it.
///
/// Reading counts all rows once, so that a feature is found by counting the bits of one word: there are at least 64 buckets.
#[derive(Debug, Clone)]
pub struct Index {
    shift: u32,
    /// For each 64 buckets which of them have a row.
    buckets: Vec<u64>,
    /// For each 64 buckets how many rows stand before: apart, as most features have none.
    before: Vec<u32>,
}

impl Index {
    /// Reads an index, and returns it with the number of rows and what follows; None if it isn't whole.
    pub fn read(bytes: &[u8]) -> Option<(Self, usize, &[u8])> {
        let (&[a, b, c, d, bits], mut rest) = bytes.split_first_chunk()?;
        if !(6..=28).contains(&bits) {
            return None;
        }
        let count = u32::from_le_bytes([a, b, c, d]);
        let mut buckets = vec![0u64; 1 << (bits - 6)];
        let mut bucket = 0;
        for _ in 0..count {
            loop {
                let (&gap, more) = rest.split_first()?;
                (bucket, rest) = (bucket + usize::from(gap), more);
                if gap < u8::MAX {
                    break;
                }
            }
            *buckets.get_mut(bucket / 64)? |= 1 << (bucket % 64);
            bucket += 1;
        }
        let mut rows = 0;
        let mut before = Vec::with_capacity(buckets.len());
        for word in &buckets {
            before.push(rows);
            rows += word.count_ones();
        }
        Some((Self { shift: 32 - u32::from(bits), buckets, before }, count as usize, rest))
    }

    /// The number of a feature's row, if it has one.
    pub fn number(&self, feature: u32) -> Option<usize> {
        let bucket = feature >> self.shift;
        let at = (bucket / 64) as usize;
        let (word, bit) = (self.buckets.get(at)?, 1 << (bucket % 64));
        if word & bit == 0 {
            return None;
        }
        Some((self.before.get(at)? + (word & (bit - 1)).count_ones()) as usize)
    }
}
