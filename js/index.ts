/**
 * Finds who said what, every figure and every name in a news article, offline.
 *
 * ```js
 * import { load } from 'copydesk';
 * const desk = await load();
 * const { quotes, numbers, names } = desk.analyze(article);
 * ```
 *
 * Everything but `load`, which the entries add: they differ only in where the WebAssembly module comes from by default.
 */
export type { WasmSource } from './compile.js';
export type * from './contract.js';
export { schemaVersion } from './contract.js';
export type { Desk } from './desk.js';
export { CopydeskError, type ErrorCode } from './errors.js';
export type { Load, LoadOptions } from './load.js';
export type { House, HouseName, HousePattern, HouseSpeaker, Kind, Layer, Options } from './options.js';
export type { Changes, List, ListChanges, Run } from './session/changes.js';
export type { Edit } from './session/edit.js';
export type { Session, Update } from './session/session.js';
export { version } from './version.js';
