// As an application does it: nothing configured.
import { load } from 'copydesk';
import { line, text } from './text.js';

const desk = await load();
const said = line(desk.analyze(text));
console.log(said);
if (typeof document !== 'undefined') document.title = said;
