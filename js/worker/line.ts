import { CopydeskError } from '../errors.js';
import { type AnalysisPart, type Answer, joined, type Question } from './protocol.js';

/** A worker as the desk sees it, whatever it runs on. */
export interface Thread {
  post(question: Question): void;
  /** Stops it at once, whatever it does. */
  end(): void;
  /** Whether somebody waits for it: a process doesn't end while somebody does. */
  hold?(isWaitedFor: boolean): void;
}

/** An answer that is no part of one. */
export type Whole = Exclude<Answer, { part: unknown }>;

/** Makes a thread that tells what it answers and when it is no more. */
export type Spawn = (hear: (answer: Answer) => void, lost: (why: unknown) => void) => Thread;

/** The line to one thread, from its start to its end: one question at a time, and each of them settles. */
export class Line {
  #thread: Thread | undefined;
  #id = 0;
  #waiting:
    | { id: number; parts: AnalysisPart[]; resolve: (answer: Whole) => void; reject: (error: CopydeskError) => void; timer: unknown }
    | undefined;
  #lost: CopydeskError | undefined;

  /** A thread that can't be made is a line that is lost: asking tells why. */
  constructor(spawn: Spawn) {
    try {
      this.#thread = spawn(
        (answer) => this.#hear(answer),
        (why) => this.end(new CopydeskError('CRASHED', `the worker stopped: ${text(why)}`, { cause: why })),
      );
      this.#thread.hold?.(false);
    } catch (error) {
      this.#lost = new CopydeskError('CRASHED', `the worker can't be started: ${text(error)}`, { cause: error });
    }
  }

  /** Whether it is of no more use. */
  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /** Rejects with a `CopydeskError` if the thread ends or takes longer than `limit` milliseconds, and then the line is lost. */
  ask(question: DistributiveOmit<Question, 'id'>, limit: number): Promise<Whole> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const late = () => this.end(new CopydeskError('TIMED_OUT', `the worker took longer than ${limit} ms`));
      // Longer than a timer can be is as long as it takes.
      const timer = limit < 2 ** 31 ? setTimeout(late, limit) : undefined;
      this.#waiting = { id, parts: [], resolve, reject, timer };
      this.#thread?.hold?.(true);
      try {
        this.#thread?.post({ id, ...question } as Question);
      } catch (error) {
        this.end(new CopydeskError('CRASHED', `the worker can't be asked: ${text(error)}`, { cause: error }));
      }
    });
  }

  /** Stops the thread. Whoever waits for it gets the error. */
  end(error: CopydeskError): void {
    if (this.#lost !== undefined) return;
    this.#lost = error;
    this.#settle()?.reject(error);
    this.#thread?.end();
  }

  #hear(answer: Answer): void {
    if (this.#waiting === undefined || this.#waiting.id !== answer?.id) return;
    const { parts } = this.#waiting;
    if ('part' in answer) parts.push(answer.part);
    else this.#settle()?.resolve('analysis' in answer && answer.analysis !== null ? { ...answer, analysis: joined(parts, answer.analysis) } : answer);
  }

  #settle() {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(waiting?.timer as number | undefined);
    this.#thread?.hold?.(false);
    return waiting;
  }
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

function text(why: unknown): string {
  return why instanceof Error ? why.message : String(why);
}
