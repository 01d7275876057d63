/**
 * The same desk in a worker: the page never waits for it, and outlives whatever befalls it.
 *
 * ```js
 * import { load } from 'copydesk/worker';
 * const desk = await load();
 * const { quotes } = await desk.analyze(article, { kinds: ['quotes'] }, { key: 'story', signal });
 * ```
 */
export type * from '../contract.js';
export type { WasmSource } from '../compile.js';
export { CopydeskError, type ErrorCode } from '../errors.js';
export type { House, HouseName, HousePattern, HouseSpeaker, Layer, Options } from '../options.js';
export type { Changes, List, ListChanges, Run } from '../session/changes.js';
export type { Edit } from '../session/edit.js';
export type { Update } from '../session/session.js';
export type { CallOptions, SessionCallOptions, WorkerDesk } from './desk.js';
export type { WorkerLoadOptions } from './load.js';
export type { WorkerSession } from './session.js';
