import type { Analysis } from '../contract.js';
import type { ErrorCode } from '../errors.js';

/** What the desk asks of its thread, one question at a time. */
export type Question =
  | { id: number; module: WebAssembly.Module }
  /** Without `options` those of the question before hold: the thread's desk then needs no new check of them. */
  | { id: number; text: string; options?: unknown };

/** What the thread answers: to each question one answer with its id. `memory` is the size of the module's memory in bytes. */
export type Answer =
  | { id: number; analysis: Analysis | null; memory: number }
  | { id: number; error: { code: ErrorCode; message: string; option: string | undefined } };
