import { load } from 'copydesk/worker';
import { line, text } from './text.js';

const desk = await load();
const said = line(await desk.analyze(text));
desk.dispose();
console.log(said);
if (typeof document !== 'undefined') document.title = said;
