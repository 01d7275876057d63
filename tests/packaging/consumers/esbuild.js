// esbuild with --loader:.wasm=file gives the address of a copy beside the bundle.
import { load } from 'copydesk';
import wasm from 'copydesk/copydesk.wasm';
import { line, text } from './text.js';

const desk = await load({ wasm: new URL(wasm, import.meta.url) });
document.title = line(desk.analyze(text));
