/**
 * Each editor with two paragraphs in it, as the tests need it:
 * `open(main)` gives the `element` people write in, `save()` (what the host would store), `edit(random)` (one edit by a script),
 * `follow(desk, options)` (the adapter), `held()` (what the adapter may leave in the editor, counted), `close()` and, where an editor takes
 * its time, `heard()` (waits until it knows where the caret is).
 */
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Bold as CKBold } from '@ckeditor/ckeditor5-basic-styles';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph as CKParagraph } from '@ckeditor/ckeditor5-paragraph';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { Editor } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor as createSlate, Editor as SlateEditor, Range as SlateRange, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { followCKEditor } from '/dist/adapters/ckeditor5.js';
import { followElement } from '/dist/adapters/dom.js';
import { followLexical } from '/dist/adapters/lexical.js';
import { proseMirror } from '/dist/adapters/prosemirror.js';
import { followTextarea } from '/dist/adapters/textarea.js';
import { followTiptap } from '/dist/adapters/tiptap.js';

const WORDS = ['Ada Brown met Lee and Kim.', 'Kim and Lee went home.'];
/** What is typed in one go is undone in one go, however long the machine takes. */
const LONG = 1e9;
const modules = { Plugin, Decoration, DecorationSet };

function make(main, tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  main.append(element);
  return element;
}

function paragraphs(parent) {
  for (const words of WORDS) make(parent, 'p').append(words);
}

/** One random edit of a tree of ProseMirror's kind. */
function editProse(view, random) {
  const { doc, tr } = view.state;
  const [a, b] = [1 + random(doc.content.size - 1), 1 + random(doc.content.size - 1)].sort((x, y) => x - y);
  const edits = [
    () => tr.insertText('xyz'[random(3)], a),
    () => tr.delete(a, Math.min(b, a + 3)),
    () => (doc.resolve(a).parent.isTextblock ? tr.split(a) : tr),
    () => tr.addMark(a, b, (view.state.schema.marks.strong ?? view.state.schema.marks.bold).create()),
    () => tr.insertText('Lee', a).delete(1, 2),
  ];
  view.dispatch(edits[random(edits.length)]());
}

export const hosts = {
  dom(main) {
    const element = make(main, 'div', { contenteditable: 'true' });
    paragraphs(element);
    return {
      element,
      save: () => element.innerHTML,
      edit(random) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const all = [];
        while (walker.nextNode()) all.push(walker.currentNode);
        const node = all[random(all.length)];
        const at = random(node.length + 1);
        [() => node.insertData(at, 'xyz'[random(3)]), () => node.deleteData(at, 2), () => node.splitText(at)][random(3)]();
      },
      follow: (desk, options) => followElement(element, desk, options),
      held: () => 0,
      close: () => element.remove(),
    };
  },

  textarea(main) {
    const element = make(main, 'textarea', { rows: '6', cols: '30' });
    element.value = WORDS.join('\n\n');
    return {
      element,
      save: () => element.value,
      edit(random) {
        const at = random(element.value.length);
        element.setRangeText(['x', '', 'Lee'][random(3)], at, Math.min(element.value.length, at + random(4)), 'end');
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      follow: (desk, options) => followTextarea(element, desk, options),
      held: () => 0,
      close: () => element.remove(),
    };
  },

  prosemirror(main) {
    let marks;
    const state = (plugins) =>
      EditorState.create({
        doc: schema.node('doc', null, WORDS.map((words) => schema.node('paragraph', null, schema.text(words)))),
        plugins: [history({ newGroupDelay: LONG }), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-b': toggleMark(schema.marks.strong) }), keymap(baseKeymap), ...plugins],
      });
    const view = new EditorView(main, { state: state([]), attributes: { style: 'white-space: pre-wrap' } });
    return {
      element: view.dom,
      save() {
        const box = document.createElement('div');
        box.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
        return box.innerHTML + JSON.stringify(view.state.doc);
      },
      edit: (random) => editProse(view, random),
      follow(desk, options) {
        marks = proseMirror(desk, modules, options);
        view.updateState(view.state.reconfigure({ plugins: [...view.state.plugins, marks.plugin] }));
        return marks;
      },
      held() {
        const left = marks?.plugin.getState(view.state)?.find().length ?? 0;
        view.updateState(view.state.reconfigure({ plugins: view.state.plugins.filter((p) => p !== marks?.plugin) }));
        return left;
      },
      close: () => view.destroy(),
    };
  },

  tiptap(main) {
    const content = { type: 'doc', content: WORDS.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
    const editor = new Editor({ element: main, extensions: [Document, Paragraph, Text, Bold, UndoRedo.configure({ newGroupDelay: LONG })], content });
    const before = editor.state.plugins.length;
    return {
      element: editor.view.dom,
      save: () => editor.getHTML() + JSON.stringify(editor.getJSON()),
      edit: (random) => editProse(editor.view, random),
      follow: (desk, options) => followTiptap(editor, desk, modules, options),
      held: () => editor.state.plugins.length - before,
      close: () => editor.destroy(),
    };
  },

  async lexical(main) {
    const element = make(main, 'div', { contenteditable: 'true' });
    const editor = createEditor({ namespace: 'test', onError: (error) => { throw error; } });
    editor.setRootElement(element);
    const leave = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), LONG)];
    const append = () => $getRoot().append(...WORDS.map((words) => $createParagraphNode().append($createTextNode(words))));
    editor.update(() => void append(), { discrete: true, tag: 'history-merge' });
    const before = editor._listeners.root.size;
    return {
      element,
      save: () => JSON.stringify(editor.getEditorState()),
      edit(random) {
        const change = () => {
          const all = $getRoot().getAllTextNodes();
          const node = all[random(all.length)];
          const at = random(node.getTextContentSize() + 1);
          [() => node.spliceText(at, random(3), 'x'), () => node.spliceText(at, 0, 'Lee'), () => node.splitText(at).at(-1).toggleFormat('bold')][random(3)]();
        };
        editor.update(change, { discrete: true });
      },
      follow: (desk, options) => followLexical(editor, desk, options),
      held: () => editor._listeners.root.size - before,
      move(to) {
        editor.setRootElement(to);
      },
      close() {
        for (const stop of leave) stop();
        editor.setRootElement(null);
        element.remove();
      },
    };
  },

  async ckeditor5(main) {
    const place = make(main, 'div');
    paragraphs(place);
    const editor = await ClassicEditor.create(place, { licenseKey: 'GPL', plugins: [Essentials, CKParagraph, CKBold] });
    const element = editor.editing.view.getDomRoot();
    let name;
    editor.model.markers.on('update', (_, marker) => (name = marker.name));
    let listeners = 0;
    for (const target of [editor, editor.model.document]) {
      const { on, off } = target;
      target.on = (...args) => (listeners++, on.apply(target, args));
      target.off = (...args) => (listeners--, off.apply(target, args));
    }
    return {
      element,
      save: () => editor.getData(),
      edit(random) {
        editor.model.change((writer) => {
          const root = editor.model.document.getRoot();
          const block = root.getChild(random(root.childCount));
          const at = random(block.maxOffset + 1);
          const end = Math.min(block.maxOffset, at + random(4));
          const range = writer.createRange(writer.createPositionAt(block, at), writer.createPositionAt(block, end));
          const edits = [
            () => writer.insertText(['x', 'Lee'][random(2)], block, at),
            () => writer.remove(range),
            () => writer.setAttribute('bold', true, range),
            () => writer.split(writer.createPositionAt(block, at)),
          ];
          edits[random(edits.length)]();
        });
      },
      follow: (desk, options) => followCKEditor(editor, desk, options),
      /** Whether a marker of this name would be shown: then its converter is still there. */
      held() {
        const before = element.innerHTML;
        const probe = `${name}0`;
        const range = editor.model.createRangeIn(editor.model.document.getRoot().getChild(0));
        editor.model.change((writer) => writer.addMarker(probe, { range, usingOperation: false, affectsData: false }));
        const isShown = element.innerHTML !== before;
        editor.model.change((writer) => writer.removeMarker(probe));
        return listeners + [...editor.model.markers].length + Number(isShown);
      },
      close: () => editor.destroy(),
    };
  },

  slate(main) {
    const editor = withReact(withHistory(createSlate()));
    const root = createRoot(make(main, 'div'));
    const initialValue = WORDS.map((text) => ({ type: 'paragraph', children: [{ text }] }));
    const renderLeaf = ({ attributes, leaf, children }) => createElement(leaf.bold ? 'b' : 'span', attributes, children);
    flushSync(() => root.render(createElement(Slate, { editor, initialValue }, createElement(Editable, { renderLeaf }))));
    return {
      element: main.querySelector('[contenteditable]'),
      save: () => JSON.stringify(editor.children),
      edit(random) {
        const path = [random(editor.children.length), 0];
        const { length } = SlateEditor.string(editor, path);
        const offset = random(length + 1);
        const at = { path, offset };
        const range = { anchor: at, focus: { path, offset: Math.min(length, offset + random(4)) } };
        const edits = [
          () => Transforms.insertText(editor, ['x', 'Lee'][random(2)], { at }),
          () => Transforms.delete(editor, { at: range }),
          () => Transforms.splitNodes(editor, { at }),
        ];
        flushSync(() => edits[random(edits.length)]());
      },
      /** Slate looks at the selection once in 100 ms. */
      async heard() {
        for (let i = 0; i < 40; i++) {
          const shown = ReactEditor.toSlateRange(editor, getSelection(), { exactMatch: false, suppressThrow: true });
          if (shown !== null && editor.selection !== null && SlateRange.equals(shown, editor.selection)) return;
          await new Promise((done) => setTimeout(done, 25));
        }
      },
      follow: (desk, options) => followElement(main.querySelector('[contenteditable]'), desk, options),
      held: () => 0,
      close: () => root.unmount(),
    };
  },

  quill(main) {
    const place = make(main, 'div');
    const quill = new Quill(place, { modules: { history: { delay: 0 } } });
    quill.setText(`${WORDS.join('\n')}\n`, 'silent');
    quill.history.clear();
    return {
      element: quill.root,
      save: () => JSON.stringify(quill.getContents()) + quill.root.innerHTML,
      edit(random) {
        const at = random(quill.getLength() - 1);
        [() => quill.insertText(at, 'x'), () => quill.deleteText(at, random(4)), () => quill.formatText(at, 3, 'bold', true)][random(3)]();
      },
      follow: (desk, options) => followElement(quill.root, desk, options),
      held: () => 0,
      close: () => place.replaceChildren(),
    };
  },
};
