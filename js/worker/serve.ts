import type { Analysis } from '../contract.js';
import { Desk } from '../desk.js';
import { CopydeskError } from '../errors.js';
import type { Options } from '../options.js';
import { start } from '../module.js';
import { Reading } from '../session/reading.js';
import { type Answer, parts, type Question } from './protocol.js';

/** The thread's end of the line to its desk. */
export interface Port {
  post(answer: Answer): void;
  listen(hear: (question: Question) => void): void;
}

/** What answers in a thread. */
export interface Reader {
  analyze: Desk['analyze'];
  /** The same of the present text of a session, by what is remembered of its last. */
  follow(session: number, text: string, options?: Options): Analysis;
  /** Size of its memory in bytes. */
  memory(): number;
}

/** Answers every question of a desk. `open` makes a reader of the module; tests give one that misbehaves. */
export function serve(port: Port, open: (module: WebAssembly.Module) => Promise<Reader> = reader): void {
  let opened: Promise<Reader> | undefined;
  let options: Options | undefined;
  const answer = async (question: Question): Promise<Answer> => {
    const { id } = question;
    try {
      if ('module' in question) {
        opened = open(question.module);
        return { id, analysis: null, memory: (await opened).memory() };
      }
      if ('options' in question) options = question.options as Options | undefined;
      const desk = await opened!;
      const { session, text } = question;
      const cut = parts(session === undefined ? desk.analyze(text, options) : desk.follow(session, text, options));
      let next = cut.next();
      for (; !next.done; next = cut.next()) port.post({ id, part: next.value });
      return { id, analysis: next.value, memory: desk.memory() };
    } catch (error) {
      const { code, message, option } = error instanceof CopydeskError ? error : new CopydeskError('CRASHED', `the analysis stopped: ${error}`);
      return { id, error: { code, message, option } };
    }
  };
  port.listen((question) => void answer(question).then((a) => port.post(a)));
}

async function reader(module: WebAssembly.Module): Promise<Reader> {
  const { memory } = await start(() => module);
  const desk = new Desk();
  const readings = new Map<number, Reading>();
  return {
    analyze: (text, options) => desk.analyze(text, options),
    follow(session, text, options) {
      const reading = readings.get(session) ?? new Reading(options);
      // Those used last come last.
      readings.delete(session);
      readings.set(session, reading);
      const [oldest] = readings;
      if (readings.size > REMEMBERED && oldest !== undefined) {
        readings.delete(oldest[0]);
        oldest[1].free();
      }
      return reading.read(text);
    },
    memory: () => memory.buffer.byteLength,
  };
}

/** Of so many sessions the last text is remembered; that of any other is read from the beginning when its turn comes. */
const REMEMBERED = 8;
