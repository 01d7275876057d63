/** The page: text in, marks and lists out, live. */
import { load, version } from '../lib/entry/web.js';
import { samples } from '../samples/index.js';
import { byId, element } from './dom.js';
import { count, items, LAYERS } from './layers.js';
import { legend } from './legend.js';
import { lists } from './lists.js';
import { offline } from './offline.js';
import { paint } from './paint.js';
import { selection } from './select.js';

const text = byId('text', HTMLTextAreaElement);
const article = byId('article', HTMLElement);
const published = byId('published', HTMLInputElement);
const status = byId('status', HTMLElement);
const found = byId('lists', HTMLElement);

/** The options of the day chosen; the same object as long as it is the same, so that the desk need not check it anew. */
let options = {};
/** @type {import('../lib/index.js').Analysis | undefined} */
let analysis;
let source = '';
/** Milliseconds that the last reading took. */
let cost = 0;

const desk = await load().catch((error) => {
  complain(error);
  throw error;
});
const key = legend(byId('legend', HTMLElement), render);
const selected = selection(article, found, () => view('read'));

byId('version', HTMLElement).textContent = `Version ${version}.`;
wire();
analyze();
offline(byId('update', HTMLElement));

/** Reads the text and shows what was found. */
function analyze() {
  const start = performance.now();
  source = text.value;
  document.body.toggleAttribute('data-blank', source.trim() === '');
  try {
    analysis = desk.analyze(source, options);
  } catch (error) {
    analysis = undefined;
    article.replaceChildren();
    complain(error);
    return;
  }
  key.update(analysis);
  render();
  cost = performance.now() - start;
}

/** @param {unknown} error */
function complain(error) {
  const problem = `Nothing can be found: ${error instanceof Error ? error.message : error}.`;
  status.textContent = problem;
  found.replaceChildren(element('p', { class: 'none' }, problem));
}

function render() {
  if (analysis === undefined) return;
  selected.clear();
  article.replaceChildren(paint(source, items(analysis, key.shown)));
  const blank = document.body.hasAttribute('data-blank');
  found.replaceChildren(blank ? element('p', { class: 'none' }, 'What is found in the article is listed here.') : lists(analysis, key.shown));
  status.textContent = blank ? 'Ready for an article.' : summary(analysis);
}

/**
 * "12 quotes, 8 numbers, 1 name"
 * @param {import('../lib/index.js').Analysis} analysis
 */
function summary(analysis) {
  const parts = LAYERS.filter((l) => key.shown.has(l.layer)).map(({ layer, one, many }) => {
    const n = count(analysis, layer);
    return `${n} ${n === 1 ? one : many}`;
  });
  return parts.length === 0 ? 'Nothing is shown.' : parts.join(', ');
}

/** @param {'write' | 'read'} which */
function view(which) {
  document.body.dataset.view = which;
  byId('write', HTMLElement).setAttribute('aria-pressed', String(which === 'write'));
  byId('read', HTMLElement).setAttribute('aria-pressed', String(which === 'read'));
}

/** @param {string} article */
function open(article) {
  text.value = article;
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
  analyze();
  view('read');
}

function wire() {
  // While keys come fast, one reading serves several; of a long text the keys get the greater part of the time.
  let waiting = false;
  text.addEventListener('input', (event) => {
    const isPasted = event instanceof InputEvent && event.inputType.startsWith('insertFrom');
    if (isPasted) {
      analyze();
      view('read');
      article.scrollTop = 0;
    } else if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        analyze();
      }, Math.max(80, 2 * cost));
    }
  });
  published.addEventListener('change', () => {
    options = published.value === '' ? {} : { reference: published.value };
    analyze();
  });
  byId('write', HTMLElement).addEventListener('click', () => {
    view('write');
    text.focus();
  });
  byId('read', HTMLElement).addEventListener('click', () => view('read'));
  byId('clear', HTMLElement).addEventListener('click', () => {
    open('');
    view('write');
    text.focus();
  });
  for (const sample of samples) {
    const button = element('button', { type: 'button', class: 'link' }, sample.title);
    button.addEventListener('click', () => open(sample.text));
    byId('samples', HTMLElement).append(' ', button);
  }
}
