import { type Analysis, schemaVersion } from '../contract.js';
import { CopydeskError } from '../errors.js';

/** The analysis as a JSON file, as `copydesk/schema.json` describes it. */
export function toJson(analysis: Analysis): string {
  return `${JSON.stringify(analysis, null, 2)}\n`;
}

/** The same file, entry by entry. */
export function* jsonPieces(analysis: Analysis): Generator<string> {
  let before = '{';
  for (const [field, value] of Object.entries(analysis)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(field)}: `;
    yield* Array.isArray(value) ? listed(value, '  ') : [indented(value, '  ')];
    before = ',';
  }
  yield '\n}\n';
}

/** What `JSON.stringify(list, null, 2)` gives, entry by entry, with its later lines after a margin. */
export function* listed(list: Iterable<unknown>, margin: string): Generator<string> {
  let before = '[';
  for (const entry of list) {
    yield `${before}\n${margin}  ${indented(entry, `${margin}  `)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${margin}]`;
}

/** No string of JSON has a line break in it. */
function indented(value: unknown, margin: string): string {
  return JSON.stringify(value, null, 2).split('\n').join(`\n${margin}`);
}

/** An analysis from a JSON file of `toJson` or the command line. Throws `BAD_INPUT` if it is none or of another schema version. */
export function readJson(json: string): Analysis {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new CopydeskError('BAD_INPUT', `this is no JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const found = (value ?? {}) as Partial<Analysis>;
  const lists = [found.quotes, found.marks, found.numbers, found.entities, found.names, found.checks ?? []];
  if (typeof found.schemaVersion !== 'number' || !lists.every(Array.isArray)) throw new CopydeskError('BAD_INPUT', 'this JSON is no analysis');
  if (found.schemaVersion !== schemaVersion) {
    throw new CopydeskError('BAD_INPUT', `this analysis has schema version ${found.schemaVersion}, not ${schemaVersion}`);
  }
  // Files of the versions before there were checks have none.
  return { ...found, checks: found.checks ?? [] } as Analysis;
}
