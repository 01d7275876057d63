// Our annotations, loaded by another program: each has to be painted over the words that it quotes.
import { createTextAnnotator, W3CTextFormat } from '@recogito/text-annotator';
import '@recogito/text-annotator/dist/text-annotator.css';
import { load } from 'copydesk/inline';
import { toWebAnnotations } from 'copydesk/export';
import { line, text } from './text.js';

const source = `😀 ${text} ${text}`;
const article = document.createElement('article');
article.textContent = source;
document.body.append(article);
const desk = await load();
const analysis = desk.analyze(source);
const target = 'https://example.org/story';
const annotations = toWebAnnotations(source, analysis, { target, unit: 'utf-16' });
const annotator = createTextAnnotator(article, { adapter: W3CTextFormat(target, article), annotatingEnabled: false });
annotator.setAnnotations(annotations);
const read = annotator.state.store.all().flatMap(({ id, target }) => target.selector.map((selector) => ({ ...selector, id })));
const isRead = read.length === annotations.length && read.length > 2 && read.every(({ quote, start, end }) => source.slice(start, end) === quote);

const boxOf = (id) => document.querySelector(`.r6o-annotation[data-annotation="${id}"]`)?.getBoundingClientRect();
while (!annotations.every(({ id }) => boxOf(id)?.width > 0)) await new Promise((done) => requestAnimationFrame(done));
/** Whether it is painted where the words begin. */
const isOver = ({ id, start }) => {
  const range = document.createRange();
  range.setStart(article.firstChild, start);
  range.setEnd(article.firstChild, start + 1);
  const [box, first] = [boxOf(id), range.getBoundingClientRect()];
  return Math.abs(box.left - first.left) < 3 && Math.abs(box.top - first.top) < 6;
};
document.title = isRead && read.every(isOver) ? line(desk.analyze(text)) : JSON.stringify(read.map((r) => [r, isOver(r)]));
