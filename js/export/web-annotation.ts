import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { checkText, type Item, items, label, LAYERS } from '../items.js';
import type { Layer } from '../options.js';
import { version } from '../version.js';

/** What positions count: `code-point` is what the recommendation says, `utf-16` what Recogito and Hypothesis do. */
export type OffsetUnit = 'utf-16' | 'code-point';

/** Settings of `toWebAnnotations`. */
export interface AnnotationOptions {
  /** IRI of the document that the annotations are about. */
  target: string;
  /** What `TextPositionSelector` counts. There is no default: programs disagree. */
  unit: OffsetUnit;
  /** Only these layers. Default: all. */
  layers?: readonly Layer[] | undefined;
}

/** An annotation of the W3C Web Annotation data model, by quote and by position. */
export interface WebAnnotation {
  '@context': 'http://www.w3.org/ns/anno.jsonld';
  id: string;
  type: 'Annotation';
  motivation: 'tagging';
  generator: { id: string; type: 'Software'; name: 'Copydesk' };
  body: { type: 'TextualBody'; purpose: 'tagging' | 'identifying' | 'describing'; value: string; format: 'text/plain' }[];
  target: {
    source: string;
    selector: [
      { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string },
      { type: 'TextPositionSelector'; start: number; end: number },
    ];
  };
}

/** An annotation's place in a text, in UTF-16 code units. */
export interface Anchored {
  id: string;
  start: number;
  end: number;
  text: string;
}

const CONTEXT = 32;

/** One W3C Web Annotation for every item, by place. Throws `TEXT_CHANGED` if the text is not the one that was analysed. */
export function toWebAnnotations(source: string, analysis: Analysis, { target, unit, layers = LAYERS }: AnnotationOptions): WebAnnotation[] {
  checkUnit(unit);
  const all = items(analysis, layers);
  checkText(source, all);
  const position = positions(source, unit);
  return all.map((item) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${target}#copydesk-${item.layer}-${item.entry.id}`,
    type: 'Annotation',
    motivation: 'tagging',
    generator: { id: `urn:copydesk:${version}`, type: 'Software', name: 'Copydesk' },
    body: bodies(item),
    target: {
      source: target,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: item.entry.text,
          prefix: source.slice(whole(source, Math.max(0, item.start - CONTEXT), 1), item.start),
          suffix: source.slice(item.end, whole(source, Math.min(source.length, item.end + CONTEXT), -1)),
        },
        { type: 'TextPositionSelector', start: position(item.start), end: position(item.end) },
      ],
    },
  }));
}

/**
 * Where annotations stand in a text: by position if their words stand there, else where the words stand in the context that
 * fits best. Those whose words the text no longer has are left out. Throws `BAD_INPUT` for what is no annotation of a text.
 */
export function readWebAnnotations(source: string, annotations: readonly WebAnnotation[], { unit }: { unit: OffsetUnit }): Anchored[] {
  checkUnit(unit);
  const units = unit === 'utf-16' ? undefined : unitsOfPoints(source);
  return annotations.flatMap(({ id, target }) => {
    const selectors: readonly { type: string }[] = Array.isArray(target?.selector) ? target.selector : [];
    const quote = selectors.find((s): s is WebAnnotation['target']['selector'][0] => s?.type === 'TextQuoteSelector');
    const place = selectors.find((s): s is WebAnnotation['target']['selector'][1] => s?.type === 'TextPositionSelector');
    if (typeof quote?.exact !== 'string' || quote.exact === '') throw new CopydeskError('BAD_INPUT', `the annotation ${id} has no TextQuoteSelector`);
    const given = place === undefined ? undefined : units === undefined ? place.start : units[place.start];
    const isThere = given !== undefined && source.startsWith(quote.exact, given);
    const start = isThere ? given : search(source, quote);
    return start === undefined ? [] : [{ id, start, end: start + quote.exact.length, text: quote.exact }];
  });
}

function bodies({ layer, entry, ...item }: Item): WebAnnotation['body'] {
  const body = (purpose: 'tagging' | 'identifying' | 'describing', value: string | null | undefined) =>
    value === null || value === undefined ? [] : [{ type: 'TextualBody' as const, purpose, value, format: 'text/plain' as const }];
  const tags = [...body('tagging', layer), ...body('tagging', label({ layer, entry, ...item } as Item))];
  if ('type' in entry) return [...tags, ...body('identifying', entry.name)];
  if ('cue' in entry) return [...tags, ...body('describing', entry.speakerName ?? entry.speaker?.text)];
  return [...tags, ...body('describing', entry.iso ?? (entry.exact === null ? null : [entry.exact, entry.unit].filter(Boolean).join(' ')))];
}

function checkUnit(unit: unknown): void {
  if (unit !== 'utf-16' && unit !== 'code-point') {
    throw new CopydeskError('BAD_OPTION', 'option unit: it has to be "utf-16" or "code-point"', { option: 'unit' });
  }
}

/** A function from UTF-16 offsets to the unit. Offsets inside a surrogate pair never come: spans don't split pairs. */
function positions(source: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf-16') return (offset) => offset;
  const pointsBefore = new Uint32Array(source.length + 1);
  for (let i = 0, points = 0; i < source.length; i++) {
    pointsBefore[i] = points;
    if (!isInside(source, i + 1)) points += 1;
    pointsBefore[i + 1] = points;
  }
  return (offset) => pointsBefore[offset] ?? offset;
}

/** The UTF-16 offset of every code point, and of the end. */
function unitsOfPoints(source: string): number[] {
  const units: number[] = [];
  for (let i = 0; i <= source.length; i++) if (!isInside(source, i)) units.push(i);
  return units;
}

/** The place itself, or a step on if it lies inside a surrogate pair. */
function whole(source: string, at: number, step: 1 | -1): number {
  return isInside(source, at) ? at + step : at;
}

function isInside(source: string, at: number): boolean {
  return at > 0 && at < source.length && source.codePointAt(at - 1)! > 0xffff;
}

/** The most places of a phrase that are looked at: a phrase that stands in more is not told apart by 32 units of context. */
const PLACES = 1000;

function search(source: string, { exact, prefix = '', suffix = '' }: { exact: string; prefix?: string; suffix?: string }): number | undefined {
  let best: { at: number; fit: number } | undefined;
  let tried = 0;
  for (let at = source.indexOf(exact); at !== -1 && tried < PLACES; at = source.indexOf(exact, at + 1), tried++) {
    const end = at + exact.length;
    let fit = 0;
    while (fit < prefix.length && source[at - 1 - fit] === prefix[prefix.length - 1 - fit]) fit++;
    for (let i = 0; i < suffix.length && source[end + i] === suffix[i]; i++) fit++;
    if (best === undefined || fit > best.fit) best = { at, fit };
  }
  return best?.at;
}
