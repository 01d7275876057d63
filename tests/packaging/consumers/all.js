// Every entry, as a server that renders imports them: nothing may need a document.
import { load } from 'copydesk';
import { stretch } from 'copydesk/dates';
import { define } from 'copydesk/element';
import { toCsv } from 'copydesk/export';
import { readText } from 'copydesk/highlight';
import { load as inline } from 'copydesk/inline';
import { load as slim } from 'copydesk/slim';
import { load as worker } from 'copydesk/worker';
import { line, text } from './text.js';

define();
if ([readText, stretch, inline, slim, worker].some((f) => typeof f !== 'function')) throw new Error('an entry is missing');
const analysis = (await load()).analyze(text);
if (!toCsv(analysis, 'numbers').includes('$5')) throw new Error('no table');
console.log(line(analysis));
