import type { Analysis } from '../contract.js';
import type { Options } from '../options.js';
import { Problem } from './common.js';

/** One line's answer: `{"id", ...analysis}`. */
export function answer(line: string, options: Options, analyze: (text: string, options: Options) => Analysis): string {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    fields = undefined;
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Problem('is no JSON object');
  // A field's own value: `__proto__` and its like are names as any other.
  const field = (name: string): unknown => (Object.hasOwn(fields, name) ? (fields as Record<string, unknown>)[name] : undefined);
  const [text, ref, nested] = [field('text'), field('ref'), field('nested')];
  if (typeof text !== 'string') throw new Problem('has no string "text"');
  const id = written(field('id'), line);
  const given: Options = { ...options };
  if (ref !== undefined && ref !== null) given.reference = wellFormed(ref) as string;
  if (typeof nested === 'boolean') given.nested = nested;
  return `{"id":${id},${JSON.stringify(analyze(text.toWellFormed(), given)).slice(1)}`;
}

function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** The id as JSON. A whole number of 64 bits is given back digit for digit, which `JSON.parse` can't do. */
function written(id: unknown, line: string): string {
  if (id === undefined || id === null) return 'null';
  if (typeof id === 'string') return JSON.stringify(id.toWellFormed());
  const digits = typeof id === 'number' ? sourceOf('id', line) : '';
  if (/^(?:-?[1-9][0-9]*|0)$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits)) return digits;
  throw new Problem('has an "id" that is neither a string nor a whole number');
}

/** How the last field of that name is written in a JSON object. */
function sourceOf(name: string, object: string): string {
  let [depth, isKey, key, found] = [0, true, '', ''];
  // Commas and colons aside, the tokens on the first level are keys and values by turns.
  for (const [token] of object.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s"{}[\],:]+/g)) {
    const opens = token === '{' || token === '[';
    if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1) {
      if (isKey) key = token;
      else if (JSON.parse(key) === name) found = token;
      isKey = !isKey;
    }
    if (opens) depth += 1;
  }
  return found;
}
