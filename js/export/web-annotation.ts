import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import { checkText, type Item, items, label, LAYERS } from '../items.js';
import type { Layer } from '../options.js';
import { version } from '../version.js';
import { listed } from './json.js';

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
export function toWebAnnotations(source: string, analysis: Analysis, options: AnnotationOptions): WebAnnotation[] {
  return [...annotations(source, analysis, options)];
}

/** The same as a JSON-LD file, annotation by annotation. Throws before the first piece. */
export function* webAnnotationPieces(source: string, analysis: Analysis, options: AnnotationOptions): Generator<string> {
  yield* listed(annotations(source, analysis, options), '');
  yield '\n';
}

function* annotations(source: string, analysis: Analysis, { target, unit, layers = LAYERS }: AnnotationOptions): Generator<WebAnnotation> {
  checkUnit(unit);
  const all = items(analysis, layers);
  checkText(source, all);
  const lengthOf = unit === 'utf-16' ? (text: string) => text.length : pointsIn;
  let at = 0;
  let start = 0;
  for (const item of all) {
    start += lengthOf(source.slice(at, item.start));
    at = item.start;
    yield {
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
            prefix: source.slice(whole(source, Math.max(0, at - CONTEXT), 1), at),
            suffix: source.slice(item.end, whole(source, Math.min(source.length, item.end + CONTEXT), -1)),
          },
          { type: 'TextPositionSelector', start, end: start + lengthOf(item.entry.text) },
        ],
      },
    };
  }
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

/** How many code points a text has that begins and ends between two: spans don't split surrogate pairs. */
function pointsIn(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
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
