/**
 * Marks in Tiptap 3: the plugin for ProseMirror, put into an editor and taken out again.
 *
 * ```js
 * import { followTiptap } from 'copydesk/adapters/tiptap';
 * const marks = followTiptap(editor, desk, { Plugin, Decoration, DecorationSet });   // of @tiptap/pm/state and @tiptap/pm/view
 * ```
 */
import { CopydeskError } from '../errors.js';
import type { Adapter, Analyst, FollowOptions } from './follow.js';
import { proseMirror, type ProseMirrorModules } from './prosemirror.js';

export * from './follow.js';
export type { ProseMirrorModules } from './prosemirror.js';

/** Of an `Editor` of Tiptap, what is used. */
export interface Tiptap {
  readonly isDestroyed: boolean;
  registerPlugin(plugin: any): unknown;
  unregisterPlugin(key: any): unknown;
  on(event: 'destroy', heard: () => void): unknown;
  off(event: 'destroy', heard: () => void): unknown;
}

/** Follows an editor until it is destroyed. Throws `BAD_TARGET` if it is already. */
export function followTiptap<Plugin>(editor: Tiptap, desk: Analyst, modules: ProseMirrorModules<Plugin>, options: FollowOptions = {}): Adapter {
  if (typeof editor?.registerPlugin !== 'function' || editor.isDestroyed) throw new CopydeskError('BAD_TARGET', 'the editor of Tiptap is none or destroyed');
  const adapter = proseMirror(desk, modules, options);
  const take = adapter.dispose.bind(adapter);
  adapter.dispose = () => {
    take();
    editor.off('destroy', adapter.dispose);
    if (!editor.isDestroyed) editor.unregisterPlugin((adapter.plugin as { spec: { key: unknown } }).spec.key);
  };
  editor.registerPlugin(adapter.plugin);
  editor.on('destroy', adapter.dispose);
  return adapter;
}
