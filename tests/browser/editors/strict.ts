/** Compiled with the editors' own types: the adapters say of each only what is used, and it has to fit. */
import type { Editor as CKEditor } from '@ckeditor/ckeditor5-core';
import { Editor } from '@tiptap/core';
import * as pmState from '@tiptap/pm/state';
import * as pmView from '@tiptap/pm/view';
import type { Adapter, FollowOptions } from 'copydesk/adapters/dom';
import { followElement } from 'copydesk/adapters/dom';
import { followCKEditor } from 'copydesk/adapters/ckeditor5';
import { followLexical } from 'copydesk/adapters/lexical';
import { proseMirror } from 'copydesk/adapters/prosemirror';
import { followTextarea } from 'copydesk/adapters/textarea';
import { followTiptap } from 'copydesk/adapters/tiptap';
import { type Desk, load } from 'copydesk';
import { load as worker, type WorkerDesk } from 'copydesk/worker';
import { createEditor } from 'lexical';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import Quill from 'quill';

const desk: Desk = await load();
const away: WorkerDesk = await worker();
const options: FollowOptions = { layers: ['quotes'], delay: 100, analysis: { reference: '2026-11-24' }, onError: (error) => console.log(error.code) };

const marks = proseMirror(desk, { Plugin, Decoration, DecorationSet }, options);
const plugin: Plugin = marks.plugin;
EditorState.create({ plugins: [plugin] });
declare const ckeditor: CKEditor;
export const all: Adapter[] = [
  marks,
  followTiptap(new Editor({}), away, { Plugin: pmState.Plugin, Decoration: pmView.Decoration, DecorationSet: pmView.DecorationSet }, options),
  followLexical(createEditor(), away),
  followCKEditor(ckeditor, desk),
  followElement(new Quill('#story').root, desk),
  followTextarea(document.createElement('textarea'), away, { styles: false }),
];
marks.select(marks.items[0] ?? null);
// @ts-expect-error no such layer
marks.show(['verbs']);
// @ts-expect-error no such option
followElement(document.body, desk, { dealy: 5 });
// @ts-expect-error an element is no field
followTextarea(document.body, desk);
// @ts-expect-error the classes are missing
proseMirror(desk, {});
// @ts-expect-error that is no editor
followLexical(document.body, desk);
