/**
 * What the panel says, in English. A host with translations gives a catalogue of its own with the same keys.
 * `{…}` are places for words, in any order.
 */
export declare const strings: {
    title: string;
    quotes: string;
    numbers: string;
    names: string;
    checks: string;
    noSpeaker: string;
    indirect: string;
    partial: string;
    mentions: string;
    open: string;
    between: string;
    atLeast: string;
    atMost: string;
    moreThan: string;
    lessThan: string;
    about: string;
    ordinal: string;
    points: string;
    basisPoints: string;
    reading: string;
    found: string;
    empty: string;
    failed: string;
    /** Kinds of numbers, by `Figure.kind`. */
    kinds: {
        cardinal: string;
        ordinal: string;
        percent: string;
        money: string;
        quantity: string;
        duration: string;
        age: string;
        date: string;
        time: string;
        datetime: string;
        range: string;
        fraction: string;
        score: string;
    };
    /** Kinds of names, by `Name.type`. */
    types: {
        PERSON: string;
        ORG: string;
        GPE: string;
        LOC: string;
        FAC: string;
        NORP: string;
        EVENT: string;
        WORK_OF_ART: string;
        PRODUCT: string;
        LAW: string;
        LANGUAGE: string;
    };
};
export type Strings = typeof strings;
/** @typedef {typeof strings} Strings */
/**
 * A pattern with its places filled.
 * @param {string} pattern
 * @param {Record<string, string | number>} words
 */
export declare function fill(pattern: string, words: Record<string, string | number>): string;
