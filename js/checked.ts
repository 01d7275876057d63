/**
 * The shape of options, checked before they cross to the module or to a worker: what is wrong is told at once, with its path even where
 * no message can hold the value (a function). What values mean is checked beyond, in src/options.rs and src/house.rs; the words of an
 * error are those of src/options/given.rs.
 */
import { CopydeskError } from './errors.js';
import { maxLength, type Options } from './options.js';

/** `undefined` and null mean "not given". */
type Shape = 'string' | 'flag' | 'count' | { list: Shape } | { fields: Record<string, Shape>; required?: string[] };

const strings: Shape = { list: 'string' };

const OPTIONS: Shape = {
  fields: {
    kinds: strings,
    language: 'string',
    reference: 'string',
    outletCountry: 'string',
    nested: 'flag',
    maxLength: 'count',
    house: {
      fields: {
        names: {
          list: {
            fields: { name: 'string', type: 'string', aliases: strings, id: 'string' },
            required: ['name', 'type'],
          },
        },
        neverTag: strings,
        speakers: {
          list: { fields: { mention: 'string', name: 'string' }, required: ['mention', 'name'] },
        },
        cues: strings,
        patterns: { list: { fields: { pattern: 'string', type: 'string' }, required: ['pattern'] } },
      },
    },
  },
};

/** Throws `NOT_TEXT` for what is no string. */
export function checkText(text: unknown): void {
  if (typeof text === 'string') return;
  throw new CopydeskError('NOT_TEXT', `the text is ${text === null ? 'null' : `of type ${typeof text}`}, not a string`);
}

/** Throws `INPUT_TOO_LARGE` for a text over the limit, in the native command line's words. */
export function checkLength({ length }: string, options: Options | null | undefined): void {
  const limit = options?.maxLength ?? maxLength;
  if (length <= limit) return;
  throw new CopydeskError('INPUT_TOO_LARGE', `the text has ${length} UTF-16 units, more than ${limit}: analyse it in parts or raise the option maxLength`);
}

/** A plain copy of the options; throws `BAD_OPTION` where one is unknown or of the wrong type. */
export function checked(options: unknown): unknown {
  return options === undefined || options === null ? undefined : copy(options, OPTIONS, '');
}

function copy(value: unknown, shape: Shape, path: string): unknown {
  if (shape === 'string') return typeof value === 'string' ? value : wrong(value, 'a string', path);
  if (shape === 'flag') return typeof value === 'boolean' ? value : wrong(value, 'a boolean', path);
  if (shape === 'count') {
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 0xffffffff ? value : wrong(value, 'u32', path);
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return wrong(value, 'a sequence', path);
    return value.map((item, i) => copy(item, shape.list, `${path}[${i}]`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(value, 'an object', path);
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(shape.fields, name)) bad(at, `unknown field \`${name}\`, expected one of \`${Object.keys(shape.fields).join('\`, \`')}\``);
    if (field !== undefined && field !== null) made[name] = copy(field, shape.fields[name]!, at);
  }
  for (const name of shape.required ?? []) {
    if (!(name in made)) bad(path, `missing field \`${name}\``);
  }
  return made;
}

function wrong(value: unknown, expected: string, path: string): never {
  const found = value === null ? 'null' : Array.isArray(value) ? 'sequence' : typeof value;
  return bad(path === '' ? 'options' : path, `invalid type: ${found}, expected ${expected}`);
}

function bad(option: string, problem: string): never {
  throw new CopydeskError('BAD_OPTION', `option ${option}: ${problem}`, { option });
}
