import type { Analysis } from '../contract.js';
import { Desk } from '../desk.js';
import { CopydeskError } from '../errors.js';
import type { Options } from '../options.js';
import { start } from '../module.js';
import { between } from '../session/between.js';
import { type Difference, difference } from '../session/difference.js';
import { edited, move } from '../session/edit.js';
import { Reading } from '../session/reading.js';
import { type Answer, parts, type Patch, type Question } from './protocol.js';

/** The thread's end of the line to its desk. */
export interface Port {
  post(answer: Answer): void;
  listen(hear: (question: Question) => void): void;
}

/** What answers in a thread. */
export interface Reader {
  analyze: Desk['analyze'];
  /** The same of the present text of a session, by what is remembered of its last, and told by the analysis of that. */
  follow(session: number, text: string, options?: Options): Analysis | Difference;
  /** Size of its memory in bytes. */
  memory(): number;
}

/** Answers every question of a desk. `open` makes a reader of the module; tests give one that misbehaves. */
export function serve(port: Port, open: (module: WebAssembly.Module) => Promise<Reader> = reader): void {
  let opened: Promise<Reader> | undefined;
  let options: Options | undefined;
  const texts = new Map<number, string>();
  /** The text that is asked; undefined if it is told by one that isn't there. */
  const whole = (text: string | Patch, session: number | undefined): string | undefined => {
    if (session === undefined || typeof text === 'string') return text as string;
    const before = texts.get(session);
    return before?.length === text.length ? edited(before, text) : undefined;
  };
  const answer = async (question: Question): Promise<Answer> => {
    const { id } = question;
    try {
      if ('module' in question) {
        opened = open(question.module);
        return { id, analysis: null, memory: (await opened).memory() };
      }
      if ('options' in question) options = question.options as Options | undefined;
      const desk = await opened!;
      const { session } = question;
      const text = whole(question.text, session);
      if (text === undefined) return { id, analysis: null, memory: desk.memory() };
      if (session !== undefined) remember(texts, session, text);
      const found = session === undefined ? desk.analyze(text, options) : desk.follow(session, text, options);
      const { rest, kept } = 'kept' in found ? found : { rest: found };
      const cut = parts(rest);
      let next = cut.next();
      for (; !next.done; next = cut.next()) port.post({ id, part: next.value });
      return { id, analysis: next.value, kept, memory: desk.memory() };
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
  const followed = new Map<number, Followed>();
  return {
    analyze: (text, options) => desk.analyze(text, options),
    follow(session, text, options) {
      const own = followed.get(session) ?? { reading: new Reading(options) };
      remember(followed, session, own)?.reading.free();
      const { reading, last } = own;
      const analysis = reading.read(text);
      own.last = { text, analysis };
      return last === undefined ? analysis : difference(last.analysis, analysis, move(between(last.text, text)));
    },
    memory: () => memory.buffer.byteLength,
  };
}

/** A session, as the thread knows it. */
interface Followed {
  reading: Reading;
  /** What was told last. */
  last?: { text: string; analysis: Analysis };
}

/** Of so many sessions the last text is remembered; that of any other is read from the beginning when its turn comes. */
const REMEMBERED = 8;

/** Keeps what is known of a session, and gives what has to go for it: what was used last comes last. */
function remember<T>(known: Map<number, T>, session: number, own: T): T | undefined {
  known.delete(session);
  known.set(session, own);
  const [oldest] = known;
  if (known.size <= REMEMBERED || oldest === undefined) return undefined;
  known.delete(oldest[0]);
  return oldest[1];
}
