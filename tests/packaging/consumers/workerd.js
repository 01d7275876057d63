// workerd compiles modules only while it loads, so it is given the compiled one.
import { load } from 'copydesk';
import wasm from 'copydesk.wasm';
import { line, text } from './text.js';

export default {
  async test() {
    const desk = await load({ wasm });
    console.log(line(desk.analyze(text)));
  },
};
