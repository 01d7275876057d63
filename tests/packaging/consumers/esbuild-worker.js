// The thread is an entry of its own.
import { load } from 'copydesk/worker';
import wasm from 'copydesk/copydesk.wasm';
import { line, text } from './text.js';

const desk = await load({
  wasm: new URL(wasm, import.meta.url),
  worker: () => new Worker(new URL('./thread.js', import.meta.url), { type: 'module' }),
});
document.title = line(await desk.analyze(text));
desk.dispose();
