#!/usr/bin/env node
/** The command line, byte for byte the native one's: src/bin/copydesk.rs. */
import { readFileSync } from 'node:fs';
import { HELP, parse } from './cli/args.js';
import { Problem, trim } from './cli/common.js';
import { answer } from './cli/jsonl.js';
import { report } from './cli/report.js';
import { type Analysis, CopydeskError, load, type Options, version } from './entry/node.js';

// A reader that went away (`| head`) is no error.
process.stdout.on('error', () => {});

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    complain(said(error));
    return 2;
  }
}

async function run(args: string[]): Promise<number> {
  const command = parse(args, (file) => named(file, () => read(file)));
  if (command.format === 'help') return print(HELP);
  if (command.format === 'version') return print(`copydesk ${version}\n`);
  const desk = await load();
  let last = command.options;
  // The desk's options are checked once an object, so lines with the same options share one.
  const analyze = (text: string, options: Options): Analysis => {
    if (options.reference !== last.reference || options.nested !== last.nested) last = options;
    return desk.analyze(text, last);
  };
  if (command.format !== 'jsonl') analyze('', command.options);
  let failed = 0;
  const attempt = (place: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      complain(`${place}: ${said(error)}`);
      failed = 2;
    }
  };
  for (const name of command.files.length > 0 ? command.files : ['-']) {
    const place = name === '-' ? 'stdin' : name;
    attempt(place, () => {
      const input = read(name);
      if (command.format === 'json') print(`${JSON.stringify(analyze(input, command.options))}\n`);
      else if (command.format === 'report') print(report(analyze(input, command.options)));
      else {
        input.split('\n').forEach((line, i) => {
          if (trim(line) !== '') attempt(`${place}:${i + 1}`, () => print(`${answer(line, command.options, analyze)}\n`));
        });
      }
    });
  }
  return failed;
}

function read(name: string): string {
  try {
    return new TextDecoder().decode(readFileSync(name === '-' ? 0 : name));
  } catch (error) {
    throw new Problem((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : "can't be read");
  }
}

function named<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Problem(`${place}: ${said(error)}`);
  }
}

/** What a user is told of an error; a defect keeps its stack. */
function said(error: unknown): string {
  if (error instanceof Problem || error instanceof CopydeskError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(problem: string): void {
  process.stderr.write(`copydesk: ${problem}\n`);
}
