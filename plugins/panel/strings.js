/**
 * What the panel says, in English. A host with translations gives a catalogue of its own with the same keys.
 * `{…}` are places for words, in any order.
 */
export const strings = {
  title: 'Copydesk',
  quotes: 'Quotes',
  numbers: 'Numbers',
  names: 'Names',
  checks: 'To check',
  noSpeaker: 'No speaker named',
  indirect: 'indirect',
  partial: 'in part',
  mentions: 'mentions: {count}',
  open: '{kind}, open to reading',
  between: '{low} to {high}',
  atLeast: 'at least {value}',
  atMost: 'at most {value}',
  moreThan: 'more than {value}',
  lessThan: 'less than {value}',
  about: 'about {value}',
  ordinal: 'no. {value}',
  points: '{value} percentage points',
  basisPoints: '{value} basis points',
  reading: 'Reading the text …',
  found: 'Quotes: {quotes}, numbers: {numbers}, names: {names}',
  empty: 'There is no text yet.',
  failed: 'The text could not be read: {message}',
  /** How much a check is worth a look, by `Check.severity`. */
  severities: { warning: 'warning', note: 'note' },
  /** Kinds of numbers, by `Figure.kind`. */
  kinds: {
    cardinal: 'number',
    ordinal: 'rank',
    percent: 'per cent',
    money: 'money',
    quantity: 'quantity',
    duration: 'duration',
    age: 'age',
    date: 'date',
    time: 'time',
    datetime: 'date and time',
    range: 'range',
    fraction: 'fraction',
    score: 'score',
  },
  /** Kinds of names, by `Name.type`. */
  types: {
    PERSON: 'person',
    ORG: 'organisation',
    GPE: 'place',
    LOC: 'region',
    FAC: 'building',
    NORP: 'group',
    EVENT: 'event',
    WORK_OF_ART: 'work',
    PRODUCT: 'product',
    LAW: 'law',
    LANGUAGE: 'language',
  },
};

/** @typedef {typeof strings} Strings */

/**
 * A pattern with its places filled.
 * @param {string} pattern
 * @param {Record<string, string | number>} words
 */
export function fill(pattern, words) {
  return pattern.replace(/\{(\w+)\}/g, (place, name) => String(words[name] ?? place));
}
