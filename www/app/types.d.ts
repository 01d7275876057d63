/** The types that the page's modules share. Nothing of this file is sent to anyone: it is for the reader and for `npm run check`. */

type Analysis = import('../lib/index.js').Analysis;
type Check = import('../lib/index.js').Check;
type Edit = import('../lib/corrections.js').Correction;
type EntityType = import('../lib/index.js').EntityType;
type Figure = import('../lib/index.js').Figure;
type House = import('../lib/index.js').House;
type HouseName = import('../lib/index.js').HouseName;
type Mention = import('../lib/index.js').Mention;
type Name = import('../lib/index.js').Name;
type Options = import('../lib/index.js').Options;
type Quote = import('../lib/index.js').Quote;
type WorkerSession = import('../lib/worker/index.js').WorkerSession;

type MessageId = keyof typeof import('./messages/en.js').messages;
type Store = ReturnType<typeof import('./state/store.js').createStore>;
type Writing = ReturnType<typeof import('./view/writing.js').writing>;

type Timer = ReturnType<typeof setTimeout> | undefined;

/** What is found in a text. */
type Found = Quote | Figure | Mention;

/** Told how much of a work is done: 0 to 1, 0 also for what is not known. */
type Progress = (done: number) => void;

/** A stretch of the text, as UTF-16 offsets. */
type Place = { start: number; end: number };

/** Layers that are marked in the text. */
type Layer = 'quotes' | 'numbers' | 'entities';

/** What can be shown and hidden. */
type Shown = Layer | 'indirect';

/** A list beside the article. */
type Tab = Layer | 'checks' | 'glance';

/** What an item is known by: its layer and its place, which last while ids don't. */
type Key = import('../lib/corrections.js').ItemPlace;

/** What is marked. */
type Item = Key & { kind: string };

/** An analysis with the very text it is of: the two never part. */
type Reading = { source: string; analysis: Analysis };

/** How many checks of it were dismissed. */
type Corrected = Reading & { hidden: number };

/** What the page knows. */
type State = Readonly<{
  /** What the writing box holds. */
  text: string;
  /** Whether it was typed here, if only a word of it. */
  isTyped: boolean;
  /** Day of publication, `YYYY-MM-DD` or "". */
  published: string;
  /** The newsroom's rules. */
  house: House | undefined;
  /** The rules as the browser or a file has them. */
  kept: House | undefined;
  /** What the desk found last. */
  reading: Reading | null;
  /** The same with the user's corrections, less the checks that are settled or dismissed: what is shown and exported. */
  report: Corrected | null;
  /** The report that was exported last. */
  exported: Corrected | null;
  /** Corrections, in order. */
  edits: readonly Edit[];
  /** Corrections taken back, the last one last. */
  undone: readonly Edit[];
  /** Steps back beside corrections, the last one last. */
  earlier: readonly Step[];
  /** Steps forward again, the last one last. */
  later: readonly Step[];
  /** Whether a newer text is being read. */
  isReading: boolean;
  /** Why nothing can be found, or "". */
  problem: string;
  view: 'write' | 'read';
  tab: Tab;
  /** What is marked in the text. */
  shown: ReadonlySet<Shown>;
  /** Whether all but the quotes is dimmed. */
  onlyQuotes: boolean;
  /** What is searched for. */
  query: string;
  /** The item that is ringed. */
  selected: Key | null;
  /** Checks that were looked at. */
  dismissed: readonly string[];
}>;

/** What is in an address. */
type Shared = Pick<State, 'text' | 'published'>;

/** What a visit leaves to the next. */
type Draft = Pick<State, 'text' | 'isTyped' | 'published' | 'edits' | 'dismissed'>;

/** An article with all that was said of it. */
type Article = Draft & Pick<State, 'undone'>;

/** What gave way to something else, and how many corrections, or of those taken back, belong to what came before. */
type Step = { was: Partial<Article & Pick<State, 'house'>>; base: number };

/** Places of a layer, to which a row leads in turn. */
type Led = { layer: Layer; places: readonly Place[] };

/** A row of a list, which stands for one item or for several, or a heading. */
type Entry = {
  /** Where it leads; a heading leads nowhere. */
  leads?: () => Led;
  make: () => HTMLElement;
  /** What a search looks into; an entry without it is a heading, left out when nothing below it is found. */
  find?: () => string;
  /** Leaves of an entry that is made of several what is found. */
  narrow?: (isFound: (text: string) => boolean) => Entry | null;
};

/** A paragraph of the text with the items that reach into it. */
type Paragraph = Place & { items: Item[] };

/** What a leaf of the article shows. */
type Part = Place & Reading;

type Stretch = import('../lib/dates.js').Stretch;

type Grain = 'day' | 'month' | 'year';

/** A mark of the scale of time. */
type Tick = { at: number; grain: Grain };

/** So many days, months or years, and about how many days that is. */
type Stride = [Grain, number, number];

/** All mentions of one date. */
type Moment = Stretch & { said: string; written: string; mentions: Figure[] };

/** One speaker with what they said, by place. */
type Group = { speaker: string | null; role: string | null; said: Quote[][] };
