import type { Kind, Options } from '../options.js';
import { Problem, trim } from './common.js';

export const HELP = `\
copydesk [OPTION]... [FILE]...
Finds quotes with their speakers, numbers with their values, and names. Reads standard input if no FILE is given.

  --json                 print one analysis as JSON for each text, a line each
  --jsonl                read lines {"id","text","ref"?,"nested"?}, print lines {"id", ...analysis}
  --kinds LIST           only these of quotes,indirect,numbers,entities,checks
  --language TAG         language of the text (en)
  --reference DATE       day of publication, YYYY-MM-DD, that relative dates resolve against
  --outlet-country CODE  ISO 3166-1 code of the outlet's country: what a bare $ means
  --nested               also the bare numeral inside a larger expression
  --max-length N         longest text to read, in UTF-16 units (2000000)
  --house FILE           the newsroom's names, speakers, cues and patterns, as JSON
  --help, --version

Exit code 0, or 2 if anything could not be read; what could be is answered all the same.
`;

/** The command as given. */
export interface Command {
  format: 'report' | 'json' | 'jsonl' | 'help' | 'version';
  options: Options;
  files: string[];
}

/** Reads the arguments in their order; `--help` and `--version` answer at once. `read` reads a file as text. */
export function parse(args: readonly string[], read: (file: string) => string): Command {
  const command: Command = { format: 'report', options: {}, files: [] };
  const { options } = command;
  const rest = [...args];
  let literal = false;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (literal || arg === '-' || !arg.startsWith('-')) {
      command.files.push(arg);
      continue;
    }
    if (arg === '--') {
      literal = true;
      continue;
    }
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    // Short options can be joined: the first is read first.
    const option = equals > 0 ? arg.slice(0, equals) : arg.startsWith('--') ? arg : `-${[...arg][1]}`;
    const joined = equals > 0 ? arg.slice(equals + 1) : undefined;
    const value = (): string => {
      const given = joined ?? rest.shift();
      if (given === undefined) throw new Problem(`missing argument for option '${option}'`);
      return given;
    };
    switch (option) {
      case '--help':
      case '-h':
        return { ...command, format: 'help' };
      case '--version':
        return { ...command, format: 'version' };
      case '--json':
      case '--jsonl':
        command.format = option === '--json' ? 'json' : 'jsonl';
        break;
      case '--nested':
        options.nested = true;
        break;
      case '--kinds':
        options.kinds = value().split(',').map(trim) as Kind[];
        break;
      case '--language':
        options.language = value();
        break;
      case '--reference':
        options.reference = value();
        break;
      case '--outlet-country':
        options.outletCountry = value();
        break;
      case '--max-length': {
        const given = value();
        if (!/^\+?[0-9]+$/.test(given) || Number(given) > 0xffffffff) throw new Problem(`--max-length ${given}: is no whole number`);
        options.maxLength = Number(given);
        break;
      }
      case '--house': {
        const file = value();
        const text = read(file);
        try {
          options.house = JSON.parse(text);
        } catch {
          throw new Problem(`${file}: is not JSON`);
        }
        break;
      }
      default:
        throw new Problem(`there is no option ${option}: see copydesk --help`);
    }
    if (joined !== undefined && ['--json', '--jsonl', '--nested'].includes(option)) {
      throw new Problem(`unexpected argument for option '${option}': ${JSON.stringify(joined)}`);
    }
  }
  return command;
}
