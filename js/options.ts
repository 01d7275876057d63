import type { EntityType } from './contract.js';

/** A layer of an analysis. `quotes` are direct and mixed quotes; `indirect` is reported content without marks. */
export type Layer = 'quotes' | 'indirect' | 'numbers' | 'entities';

/** What an analysis may be asked for: its layers, and what an editor would want to look at again in them. */
export type Kind = Layer | 'checks';

/** Settings of an analysis. All are optional; an unknown one is an error. */
export interface Options {
  /** Only these layers, and checks only if named here. Default: all. */
  kinds?: readonly Kind[] | undefined;
  /** BCP 47 tag of the text's language. Default, and so far the only one read: `en`. */
  language?: string | undefined;
  /** Day of publication, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`: relative dates resolve against it, into the past by default. */
  reference?: string | undefined;
  /** ISO 3166-1 alpha-2 code of the outlet's country: what a bare `$` means there. */
  outletCountry?: string | undefined;
  /** Whether to report the bare numeral inside a larger expression too (the 5 of "5 dollars"), marked `nested`. Default: false. */
  nested?: boolean | undefined;
  /** Longest text to read, in UTF-16 code units. Default: 2,000,000. */
  maxLength?: number | undefined;
  /** The newsroom's own names, speakers, cues and patterns. They win over what Copydesk finds by itself. */
  house?: House | undefined;
}

/** What a newsroom knows of its own. */
export interface House {
  /** Names to find wherever they stand. */
  names?: readonly HouseName[] | undefined;
  /** Words that are never to be tagged as a name. */
  neverTag?: readonly string[] | undefined;
  /** Mentions that speak for somebody: "Downing Street" for "Prime Minister's Office". */
  speakers?: readonly HouseSpeaker[] | undefined;
  /** Cue verbs beside the built-in ones. */
  cues?: readonly string[] | undefined;
  /** Patterns whose every match is a name. The slim module has none. */
  patterns?: readonly HousePattern[] | undefined;
}

/** A name on the newsroom's list. */
export interface HouseName {
  /** The form to report. */
  name: string;
  /** What it names. */
  type: EntityType;
  /** Other ways it is written. */
  aliases?: readonly string[] | undefined;
  /** The newsroom's own id, reported as `houseId`. */
  id?: string | undefined;
}

/** A mention that speaks for somebody. */
export interface HouseSpeaker {
  /** The words of the article. */
  mention: string;
  /** Who speaks then. */
  name: string;
}

/** A pattern whose every match is a name. */
export interface HousePattern {
  /** In the syntax of Rust's `regex` crate: matched in linear time, so no pattern can hang the page. */
  pattern: string;
  /** What its matches name; left out for text that is never to be tagged. */
  type?: EntityType | undefined;
}

/** The default of `maxLength`. */
export const maxLength = 2_000_000;
