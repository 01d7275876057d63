import { checked, checkLength, checkText } from '../checked.js';
import type { Analysis } from '../contract.js';
import { CopydeskError } from '../errors.js';
import type { Options } from '../options.js';
import { between } from '../session/between.js';
import { told } from '../session/difference.js';
import { Line, type Spawn, type Whole } from './line.js';
import type { Patch } from './protocol.js';
import { WorkerSession } from './session.js';

/** Settings of one call. */
export interface CallOptions extends SessionCallOptions {
  /** Calls with the same key replace each other: the newest wins, older ones reject with `SUPERSEDED`. Default: none does. */
  key?: string | undefined;
}

/** Settings of one call of a session. */
export interface SessionCallOptions {
  /** Ends the call, which rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Longest time in the worker, in milliseconds. Default: that of `load`. */
  timeLimit?: number | undefined;
}

/** The time limit of calls, unless set. */
export const timeLimit = 10_000;

/** A worker whose module has grown to this is replaced after its answer: WebAssembly memory never shrinks. */
const LARGE = 128 << 20;

/** A text that ended so many workers is not tried again. */
const CRASHES = 2;

/** The most texts whose crashes are remembered. */
const REMEMBERED = 100;

interface Call {
  text: string;
  options: unknown;
  limit: number;
  key: string | undefined;
  /** The session whose text it is. */
  session: Followed | undefined;
  isSettled: boolean;
  resolve(analysis: Analysis): void;
  reject(error: unknown): void;
}

/** A session, as the desk knows it. */
interface Followed {
  id: number;
  /** What was answered last, whether anybody waited for it or not: the thread tells the next by it. */
  last: Analysis | undefined;
  /** The text that the thread at the end of this line was asked last. */
  asked: { line: Line; text: string } | undefined;
}

/**
 * Reads articles in a worker, one after another. Every call settles: with an analysis, a `CopydeskError` or its signal's reason.
 * A worker that crashes or hangs is replaced, and the next call runs in the new one.
 */
export class WorkerDesk {
  #line: Line | undefined;
  #options: Options | undefined;
  #checked: unknown;
  /** What the thread at the end of this line was told of options last. */
  #told: { line: Line; options: unknown } | undefined;
  #queue: Call[] = [];
  #running: Call | undefined;
  #isWorking = false;
  #isDisposed = false;
  #sessions = 0;
  readonly #crashes = new Map<string, number>();
  readonly #spawn: Spawn;
  readonly #module: WebAssembly.Module;
  readonly #limit: number;

  /** `load` makes desks. */
  constructor(spawn: Spawn, module: WebAssembly.Module, limit: number) {
    this.#spawn = spawn;
    this.#module = module;
    this.#limit = limit;
  }

  /** What `Desk.analyze` gives, from the worker. */
  async analyze(text: string, options?: Options | null, { key, ...call }: CallOptions = {}): Promise<Analysis> {
    this.#check(call);
    checkText(text);
    if (options !== this.#options) {
      this.#checked = checked(options);
      this.#options = options ?? undefined;
    }
    return this.#read(text, this.#checked, call, key, undefined);
  }

  /**
   * What `Desk.session` gives, from the worker. Of the edits of a session the newest wins: the one before rejects with `SUPERSEDED`
   * unless it has been answered.
   */
  async session(text: string, options?: Options | null, call: SessionCallOptions = {}): Promise<WorkerSession> {
    checkText(text);
    const [own, session] = [checked(options), { id: ++this.#sessions, last: undefined, asked: undefined }];
    const read = (text: string, call: SessionCallOptions): Promise<Analysis> => {
      this.#check(call);
      return this.#read(text, own, call, undefined, session);
    };
    return new WorkerSession(text, await read(text, call), read);
  }

  #check({ signal, timeLimit = this.#limit }: SessionCallOptions): void {
    signal?.throwIfAborted();
    if (this.#isDisposed) throw disposed();
    checkLimit(timeLimit);
  }

  #read(text: string, options: unknown, call: SessionCallOptions, key: string | undefined, session: Followed | undefined): Promise<Analysis> {
    const { signal, timeLimit = this.#limit } = call;
    checkLength(text, options as Options | undefined);
    this.#refuse(text);
    if (key !== undefined || session !== undefined) this.#supersede(key, session);
    return new Promise((resolve, reject) => {
      const settle = (work: () => void): void => {
        call.isSettled = true;
        signal?.removeEventListener('abort', abort);
        work();
      };
      const call: Call = {
        text,
        options,
        limit: timeLimit,
        key,
        session,
        isSettled: false,
        resolve: (analysis) => settle(() => resolve(analysis)),
        reject: (error) => settle(() => reject(error)),
      };
      const abort = (): void => call.reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      this.#queue.push(call);
      void this.#work();
    });
  }

  /** Ends the worker. Calls that wait reject with `DISPOSED`; so do later ones. Again is nothing. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#rejectAll(disposed());
    this.#line?.end(disposed());
  }

  /** Starts the worker, if there is none, and waits until it can be asked. */
  async start(): Promise<void> {
    if (this.#isDisposed) throw disposed();
    if (this.#line !== undefined && !this.#line.isLost) return;
    const line = new Line(this.#spawn);
    this.#line = line;
    const answer = await line.ask({ module: this.#module }, this.#limit).catch((error: CopydeskError) => {
      throw error.code === 'DISPOSED' ? error : new CopydeskError('LOAD_FAILED', error.message, { cause: error });
    });
    if ('error' in answer) {
      const error = new CopydeskError('LOAD_FAILED', answer.error.message);
      line.end(error);
      throw error;
    }
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let call = this.#queue.shift(); call !== undefined; call = this.#queue.shift()) {
      if (call.isSettled) continue;
      this.#running = call;
      try {
        await this.start();
        // It may have been aborted or have crashed a worker for another call meanwhile.
        if (!call.isSettled) {
          this.#refuse(call.text);
          await this.#ask(call, this.#line!);
        }
      } catch (error) {
        // Where no worker starts, those that wait would fail alike, one time limit after another.
        if ((error as CopydeskError).code === 'LOAD_FAILED') this.#rejectAll(error);
        else if (!call.isSettled) call.reject(error);
      }
      this.#running = undefined;
    }
    this.#isWorking = false;
  }

  async #ask(call: Call, line: Line): Promise<void> {
    const { text, options, session } = call;
    const isKnown = this.#told?.line === line && this.#told.options === options;
    this.#told = { line, options };
    const ask = (text: string | Patch): Promise<Whole> => line.ask({ text, session: session?.id, ...(!isKnown && { options }) }, call.limit);
    const before = session?.asked;
    if (session !== undefined) session.asked = { line, text };
    let answer: Whole;
    try {
      answer = await ask(before?.line === line ? { ...between(before.text, text), length: before.text.length } : text);
      if ('analysis' in answer && answer.analysis === null) answer = await ask(text);
    } catch (error) {
      this.#blame(call, error as CopydeskError);
      throw error;
    }
    if ('error' in answer) {
      const { code, message, option } = answer.error;
      const error = new CopydeskError(code, message, { option });
      if (code === 'CRASHED') {
        line.end(error);
        this.#blame(call, error);
      }
      throw error;
    }
    const analysis = answer.kept === undefined ? answer.analysis! : await told(session!.last!, { rest: answer.analysis!, kept: answer.kept });
    if (session !== undefined) session.last = analysis;
    if (!call.isSettled) call.resolve(analysis);
    if (answer.memory > LARGE) line.end(new CopydeskError('CRASHED', 'the worker was replaced'));
  }

  /** A short limit that ran out says nothing of the text. */
  #blame({ text, limit }: Call, { code }: CopydeskError): void {
    if (code !== 'CRASHED' && !(code === 'TIMED_OUT' && limit >= timeLimit)) return;
    const hash = hashOf(text);
    const times = (this.#crashes.get(hash) ?? 0) + 1;
    this.#crashes.delete(hash);
    this.#crashes.set(hash, times);
    const [oldest] = this.#crashes.keys();
    if (this.#crashes.size > REMEMBERED && oldest !== undefined) this.#crashes.delete(oldest);
  }

  #refuse(text: string): void {
    if (this.#crashes.size === 0) return;
    const hash = hashOf(text);
    const times = this.#crashes.get(hash) ?? 0;
    if (times >= CRASHES) throw new CopydeskError('REFUSED', `the text ${hash} has ended the worker ${times} times and is not tried again`);
  }

  #supersede(key: string | undefined, session: Followed | undefined): void {
    const newer = session === undefined ? `call with the key ${JSON.stringify(key)}` : 'edit of the session';
    const error = new CopydeskError('SUPERSEDED', `a newer ${newer} took the place of this one`);
    for (const call of [this.#running, ...this.#queue]) {
      if (call !== undefined && call.key === key && call.session === session && !call.isSettled) call.reject(error);
    }
    this.#queue = this.#queue.filter((call) => !call.isSettled);
  }

  #rejectAll(error: unknown): void {
    for (const call of [this.#running, ...this.#queue]) if (call !== undefined && !call.isSettled) call.reject(error);
    this.#queue = [];
  }
}

/** Throws `BAD_OPTION` for what is no limit. */
export function checkLimit(limit: unknown): void {
  if (typeof limit === 'number' && limit > 0) return;
  throw new CopydeskError('BAD_OPTION', 'option timeLimit: it has to be a number of milliseconds over 0', { option: 'timeLimit' });
}

function disposed(): CopydeskError {
  return new CopydeskError('DISPOSED', 'the desk was disposed of');
}

/** Tells texts apart well enough, and shows nothing of them in a log. */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, text.length];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) + (b >>> 15);
  }
  return [a, b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}
