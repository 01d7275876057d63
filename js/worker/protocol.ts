import type { Analysis } from '../contract.js';
import type { ErrorCode } from '../errors.js';
import type { Difference } from '../session/difference.js';
import type { Edit } from '../session/edit.js';

/** What the desk asks of its thread, one question at a time. */
export type Question =
  | { id: number; module: WebAssembly.Module }
  /**
   * Without `options` those of the question before hold: the thread's desk then needs no new check of them. The text of a `session` is
   * read by what is remembered of its last one, if anything is.
   */
  | { id: number; text: string | Patch; options?: unknown; session?: number | undefined };

/** A text told by the one that was asked of the session last, which had so many UTF-16 units. */
export interface Patch extends Edit {
  length: number;
}

/**
 * What the thread answers: to each question one answer with its id. `memory` is the size of the module's memory in bytes.
 * The first rows of long lists come before it in parts, so that no message takes long to be read where it arrives.
 * With `kept` it is told by the analysis that was answered last for the session. None is answered to a module, and to a patch of a text
 * that isn't there.
 */
export type Answer =
  | { id: number; part: AnalysisPart }
  | { id: number; analysis: Analysis | null; kept?: Difference['kept'] | undefined; memory: number }
  | { id: number; error: { code: ErrorCode; message: string; option: string | undefined } };

/** The lists of an analysis by their names, each whole or a stretch of it. */
export type AnalysisPart = Record<string, readonly unknown[]>;

/** The most rows of a list in one message. */
const ROWS = 1000;

/** Cuts what is too long for one message off the front of an analysis's lists. */
export function* parts(analysis: Analysis): Generator<AnalysisPart, Analysis> {
  const rest: Record<string, unknown> = { ...analysis };
  for (const [name, list] of Object.entries(analysis)) {
    if (!Array.isArray(list)) continue;
    let at = 0;
    for (; list.length - at > ROWS; at += ROWS) yield { [name]: list.slice(at, at + ROWS) };
    if (at > 0) rest[name] = list.slice(at);
  }
  return rest as unknown as Analysis;
}

/** Puts an analysis together again. */
export function joined(before: readonly AnalysisPart[], rest: Analysis): Analysis {
  if (before.length === 0) return rest;
  const whole: Record<string, unknown> = { ...rest };
  for (const [name, list] of Object.entries(rest)) {
    if (Array.isArray(list)) whole[name] = [...before.flatMap((part) => part[name] ?? []), ...list];
  }
  return whole as unknown as Analysis;
}
