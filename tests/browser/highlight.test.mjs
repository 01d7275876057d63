/** Highlights over content of every shape, in real browsers: the right words, the content untouched, nothing left. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from './drivers.mjs';
import { served } from './served.mjs';

/** Runs in the page: an analysis made by hand, so that nothing hangs on what is found. */
const HELP = `
export { readText, highlight } from '/dist/highlight/index.js';
export function analysisOf(text, words, kind = 'entities') {
  const analysis = { schemaVersion: 1, language: 'en', quotes: [], marks: [], numbers: [], entities: [], names: [] };
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const span = { start: at, end: at + word.length, text: word, confidence: 1, rule: 'hand' };
      const list = analysis[kind];
      if (kind === 'quotes') list.push({ id: list.length, ...span, kind: 'direct', continues: null, cue: null, speaker: null, speakerName: null, speakerId: null });
      else list.push({ id: list.length, ...span, type: 'PERSON', name: word, nameId: null });
    }
  }
  return analysis;
}
export function put(html) {
  const main = document.querySelector('main');
  main.replaceChildren(...new DOMParser().parseFromString(trusted(html), 'text/html').body.childNodes);
  return main;
}
let policy;
const trusted = (html) => (policy ??= globalThis.trustedTypes?.createPolicy('drills', { createHTML: (h) => h }))?.createHTML(html) ?? html;
/** The words that are painted under a name, by place. */
export function painted(name, view = window) {
  const ranges = [...(view.CSS.highlights.get(name) ?? [])];
  return ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String);
}
export const names = (view = window) => [...view.CSS.highlights.keys()].sort();
export const settled = () => new Promise((done) => setTimeout(done, 0));
`;

const SHAPES = [
  ['blocks', '<p>Ada Brown</p><p>said so</p><div>no<div>yes</div></div>', 'Ada Brown\n\nsaid so\n\nno\n\nyes'],
  ['line breaks', '<p>one<br>two<br><br>three<br></p>', 'one\ntwo\n\nthree'],
  ['white space', '<p>\n  Ada\n  <b> Brown </b>\n said </p>\n\n<p> so </p>', 'Ada Brown said\n\nso'],
  ['preserved white space', '<pre>a  b\n c</pre><p>d</p>', 'a  b\n c\n\nd'],
  ['inline nesting', '<p>Ada <i>B<b>ro</b>w</i>n<span></span> paid</p>', 'Ada Brown paid'],
  ['tables', '<table><tr><td>Ada</td><td>5</td></tr><tr><td colspan="2">Brown</td></tr></table>', 'Ada\n\n5\n\nBrown'],
  ['lists', '<ul><li>Ada<ol><li>Brown</li></ol></li><li>Lee</li></ul>', 'Ada\n\nBrown\n\nLee'],
  ['hidden parts', '<p>Ada <span hidden>not</span><span class="none">nor</span><span class="ghost">so <b class="seen">here</b></span> Brown</p>', 'Ada here Brown'],
  ['parts without words', '<p>Ada<script type="text/plain">1</script><template>2</template><textarea>x</textarea><select><option>y</option></select> Brown</p>', 'Ada Brown'],
  ['closed details', '<details><summary>Ada</summary><p>hidden</p></details><details open><summary>Lee</summary><p>shown</p></details>', 'Ada\n\nLee\n\nshown'],
  ['ruby', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', '漢字'],
  ['right to left', '<p dir="rtl">אמר <b>דוד</b> כהן <bdi>Ada</bdi></p>', 'אמר דוד כהן Ada'],
  ['no words', '<p> </p><br><div></div>', ''],
  ['editable with islands', '<div contenteditable="true"><p>Ada <span contenteditable="false">@tag</span>Brown</p></div>', 'Ada @tagBrown'],
];

const STYLE = '.none { display: none } .ghost { visibility: hidden } .seen { visibility: visible } .wide { width: 30em; font: 20px monospace }';
const PAGE = '<!doctype html><html lang="en"><title>Test</title><link rel="stylesheet" href="style.css"><main></main>';

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      server = await served({ files: { 'index.html': PAGE, 'help.js': HELP, 'style.css': STYLE } });
      browser = await open();
      await browser.goto(server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('reads every shape as it is shown, and every unit of it in its place', async () => {
      const texts = await browser.run(async (json) => {
        const { readText, put } = await import('/help.js');
        return JSON.parse(json).map(([, html]) => {
          const page = readText(put(html));
          const faults = [];
          for (let i = 0; i < page.text.length; i++) {
            const [piece] = page.pieces(i, i + 1);
            const unit = piece?.node.data.slice(piece.start, piece.end);
            if (unit === undefined ? page.text[i] !== '\n' : unit !== page.text[i] && unit.trim() !== page.text[i].trim()) faults.push([i, unit]);
            if (piece !== undefined && page.offset(piece.node, piece.start) !== i) faults.push([i, 'offset']);
          }
          const words = page.range(0, page.text.length)?.toString() ?? '';
          const bare = (text) => text.replace(/\s/g, '');
          if (page.text !== '' && !bare(words).includes(bare(page.text)[0])) faults.push('range');
          return [page.text, faults];
        });
      }, JSON.stringify(SHAPES));
      SHAPES.forEach(([shape, , text], i) => assert.deepEqual(texts[i], [text, []], shape));
    });

    test('an island in an editable element is no part of its text', async () => {
      const text = await browser.run(async () => {
        const { readText, put } = await import('/help.js');
        return readText(put('<div contenteditable="true"><p>Ada <span contenteditable="false">@tag</span>Brown</p></div>').firstChild).text;
      });
      assert.equal(text, 'Ada Brown');
    });

    for (const mode of ['css', 'mark']) {
      test(`${mode}: paints the words and nothing else, and takes it off again`, async () => {
        const result = await browser.run(async (mode) => {
          const { readText, highlight, analysisOf, put, painted, names } = await import('/help.js');
          const main = put('<p>\n “Ada <i>B<b>row</b>n</i> and\n Lee” went</p><table><tr><td>Ada Brown</td><td>Lee</td></tr></table><p>Lee</p>');
          const html = main.innerHTML;
          const nodes = [...main.querySelectorAll('*')].flatMap((e) => [...e.childNodes]);
          const page = readText(main);
          const analysis = analysisOf(page.text, ['Ada Brown', 'Lee']);
          analysis.quotes = analysisOf(page.text, ['Ada Brown and Lee'], 'quotes').quotes;
          const painting = highlight(page, analysis, { mode });
          const marks = (name) => (mode === 'css' ? painted(name) : [...main.querySelectorAll(`mark.${name}`)].map((m) => m.textContent));
          const bare = (words) => words.join('').replace(/\s/g, '');
          const found = { mode: painting.mode, entities: bare(marks('copydesk-entities')), quotes: bare(marks('copydesk-quotes')), same: main.innerHTML === html };
          painting.show(['entities']);
          found.hidden = marks('copydesk-quotes').length;
          found.kept = bare(marks('copydesk-entities'));
          painting.select(painting.items[1]);
          found.current = marks('copydesk-current').length > 0;
          painting.dispose();
          painting.dispose();
          painting.show(['quotes']);
          painting.select(null);
          found.left = [names(), document.adoptedStyleSheets.length, main.innerHTML === html, painting.items.length];
          found.nodes = [...main.querySelectorAll('*')].flatMap((e) => [...e.childNodes]).every((n, i) => n === nodes[i]);
          return found;
        }, mode);
        const entities = 'AdaBrownLeeAdaBrownLeeLee';
        assert.deepEqual(result, {
          mode,
          entities,
          quotes: 'AdaBrownandLee',
          same: mode === 'css',
          hidden: 0,
          kept: entities,
          current: true,
          left: [[], 0, true, 0],
          nodes: true,
        });
      });

      test(`${mode}: an edit takes the paint off what it touches and off nothing else`, async () => {
        const result = await browser.run(async (mode) => {
          const { readText, highlight, analysisOf, put, settled } = await import('/help.js');
          const main = put('<p>Ada Brown met Lee and Kim.</p><p>Max came.</p><p>Zoe went.</p>');
          const page = readText(main);
          const stale = [];
          const painting = highlight(page, analysisOf(page.text, ['Ada Brown', 'Lee', 'Kim', 'Max', 'Zoe']), { mode, onStale: (items) => stale.push(...items.map((i) => i.entry.text)) });
          const node = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
          let text;
          while ((text = node.nextNode()) && !text.data.includes('Lee'));
          text.insertData(text.data.indexOf('Lee') + 1, 'x');
          await settled();
          main.firstChild.prepend('Before. ');
          main.querySelectorAll('p')[1].replaceChildren('Max came.');
          await settled();
          const kept = painting.items.map((i) => i.entry.text);
          painting.dispose();
          return [stale, kept, main.textContent];
        }, mode);
        assert.deepEqual(result, [['Lee', 'Max'], ['Ada Brown', 'Kim', 'Zoe'], 'Before. Ada Brown met Lxee and Kim.Max came.Zoe went.']);
      });
    }

    test('marks never stay on wrong words, whatever is edited', async () => {
      const faults = await browser.run(async () => {
        const { readText, highlight, analysisOf, put, painted, settled } = await import('/help.js');
        let state = 11;
        const random = (n) => (state = (state * 48271) % 2147483647) % n;
        const faults = [];
        for (let run = 0; run < 40; run++) {
          const main = put('<p>Ada Brown met <b>Lee</b> and Ada <i>Brown</i>.</p><p>Kim and Lee<br>went to Kim.</p>');
          const page = readText(main);
          const painting = highlight(page, analysisOf(page.text, ['Ada Brown', 'Lee', 'Kim']), { mode: 'css' });
          for (let edit = 0; edit < 12; edit++) {
            const texts = [];
            const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) texts.push(walker.currentNode);
            const node = texts[random(texts.length)];
            if (node === undefined) break;
            const at = random(node.length + 1);
            [() => node.insertData(at, 'xyz'[random(3)]), () => node.deleteData(at, 1 + random(3)), () => node.splitText(at), () => node.remove(), () => main.normalize()][random(5)]();
            await settled();
            const words = painted('copydesk-entities');
            if (words.join(' ').replace(/Ada Brown|Ada |Brown|Lee|Kim| /g, '') !== '') faults.push(words);
          }
          painting.dispose();
          if (CSS.highlights.size > 0) faults.push('left');
        }
        return faults.slice(0, 3);
      });
      assert.deepEqual(faults, []);
    });

    test('works in a shadow tree, in nested ones with slots, and in a frame', async () => {
      const result = await browser.run(async () => {
        const { readText, highlight, analysisOf, put, painted, names } = await import('/help.js');
        const main = put('<div>before <span><i>Lee in the slot</i></span> after</div><iframe src="/index.html"></iframe>');
        const shadow = main.querySelector('span').attachShadow({ mode: 'open' });
        shadow.append('Ada Brown, ', document.createElement('slot'), ', Kim');
        const out = {};
        const paint = (root, view) => {
          const page = readText(root);
          const painting = highlight(page, analysisOf(page.text, ['Ada Brown', 'Lee', 'Kim']), { mode: 'css' });
          const words = view === window ? [...(CSS.highlights.get('copydesk-entities') ?? [])].map(String) : painted('copydesk-entities', view);
          const sheets = [...page.scopes].map((s) => s.adoptedStyleSheets.length);
          painting.dispose();
          return [page.text, words.sort(), sheets, [...page.scopes].map((s) => s.adoptedStyleSheets.length), names(view)];
        };
        out.nested = paint(main.firstChild, window);
        out.shadow = paint(shadow, window);
        const frame = main.querySelector('iframe');
        if (frame.contentDocument.readyState !== 'complete' || frame.contentDocument.URL === 'about:blank') await new Promise((done) => frame.addEventListener('load', done, { once: true }));
        frame.contentDocument.querySelector('main').append('Ada Brown met Kim');
        out.frame = paint(frame.contentDocument.body, frame.contentWindow);
        return out;
      });
      const words = ['Ada Brown', 'Kim', 'Lee'];
      assert.deepEqual(result.nested, ['before Ada Brown, Lee in the slot, Kim after', words, [1, 1], [0, 0], []]);
      assert.deepEqual(result.shadow, ['Ada Brown, Lee in the slot, Kim', words, [1, 1], [0, 0], []]);
      assert.deepEqual(result.frame, ['Ada Brown met Kim', ['Ada Brown', 'Kim'], [1], [0], []]);
    });

    test('two of them on a page, and a name of somebody else, leave each other alone', async () => {
      const result = await browser.run(async () => {
        const { readText, highlight, analysisOf, put, painted, names } = await import('/help.js');
        const main = put('<p>Ada Brown</p><p>Kim</p>');
        CSS.highlights.set('theirs', new Highlight());
        const [one, two] = [...main.children].map((p) => {
          const page = readText(p);
          return highlight(page, analysisOf(page.text, ['Ada Brown', 'Kim']), { mode: 'css' });
        });
        const both = painted('copydesk-entities');
        one.dispose();
        const left = [painted('copydesk-entities'), document.adoptedStyleSheets.length, names()];
        two.dispose();
        const none = [names(), document.adoptedStyleSheets.length];
        CSS.highlights.clear();
        return [both, left, none];
      });
      assert.deepEqual(result, [['Ada Brown', 'Kim'], [['Kim'], 1, ['copydesk-entities', 'theirs']], [['theirs'], 0]]);
    });

    test('tells what lies under a point', async () => {
      const result = await browser.run(async () => {
        const { readText, highlight, analysisOf, put } = await import('/help.js');
        const main = put('<div class="wide"><p>“Ada Brown and Lee” went home</p><p>Kim</p></div><section class="wide"></section>');
        const shadow = main.querySelector('section').attachShadow({ mode: 'open' });
        shadow.append('Zoe came');
        const out = [];
        for (const mode of ['css', 'mark']) {
          const page = readText(main);
          const analysis = analysisOf(page.text, ['Ada Brown', 'Lee', 'Kim', 'Zoe']);
          analysis.quotes = analysisOf(page.text, ['Ada Brown and Lee'], 'quotes').quotes;
          const painting = highlight(page, analysis, { mode });
          const at = (word) => {
            const start = page.text.indexOf(word);
            const walker = [document, shadow].map((root) => document.createTreeWalker(root === document ? main : root, NodeFilter.SHOW_TEXT));
            for (const w of walker) {
              while (w.nextNode()) {
                const place = w.currentNode.data.indexOf(word.slice(0, 3));
                if (place === -1) continue;
                const range = document.createRange();
                range.setStart(w.currentNode, place);
                range.setEnd(w.currentNode, place + 1);
                const { left, top, width, height } = range.getBoundingClientRect();
                return painting.atPoint(left + width / 2, top + height / 2).map((i) => i.entry.text);
              }
            }
            return start;
          };
          const corner = main.querySelector('.wide').getBoundingClientRect();
          out.push([at('Ada'), at('Lee'), at('went'), at('Kim'), at('Zoe'), painting.atPoint(corner.right - 2, corner.top + 30), painting.atPoint(-5, -5), painting.at(page.text.indexOf('Lee')).map((i) => i.layer)]);
          painting.dispose();
        }
        return out;
      });
      const quote = 'Ada Brown and Lee';
      const wanted = [[quote, 'Ada Brown'], [quote, 'Lee'], [], ['Kim'], ['Zoe'], [], [], ['quotes', 'entities']];
      assert.deepEqual(result, [wanted, wanted]);
    });

    test('refuses what it can not do with a typed error, and does nothing where nothing is right', async () => {
      const result = await browser.run(async () => {
        const { readText, highlight, analysisOf, put } = await import('/help.js');
        const code = (work) => {
          try {
            work();
            return 'nothing';
          } catch (error) {
            return error.code ?? String(error);
          }
        };
        const main = put('<p>Ada Brown</p>');
        const page = readText(main);
        const analysis = analysisOf(page.text, ['Ada Brown']);
        const codes = [
          code(() => readText(document.createElement('p'))),
          code(() => readText(null)),
          code(() => readText(document.createTextNode('x'))),
          code(() => highlight(page, analysisOf('Kim, Ada Brown', ['Ada Brown']))),
        ];
        main.firstChild.firstChild.data = 'Eve Brown';
        const changed = highlight(page, analysis);
        codes.push(changed.items.length);
        changed.dispose();
        main.replaceChildren();
        const gone = highlight(page, analysis);
        codes.push(gone.items.length);
        gone.dispose();
        const registry = CSS.highlights;
        Object.defineProperty(CSS, 'highlights', { value: undefined, configurable: true });
        const editable = put('<div contenteditable="true">Ada Brown</div>').firstChild;
        const [saved, plain] = [editable, put('<div>Ada Brown</div>').firstChild].map((root) => {
          document.querySelector('main').replaceChildren(root);
          const p = readText(root);
          const painting = highlight(p, analysisOf(p.text, ['Ada Brown']));
          const { mode } = painting;
          painting.dispose();
          return mode;
        });
        codes.push(saved, plain, code(() => highlight(readText(document.querySelector('main')), analysis, { mode: 'css' })));
        Object.defineProperty(CSS, 'highlights', { value: registry, configurable: true });
        return codes;
      });
      assert.deepEqual(result, ['BAD_TARGET', 'BAD_TARGET', 'BAD_TARGET', 'TEXT_CHANGED', 0, 0, 'none', 'mark', 'BAD_OPTION']);
    });

    test('a hundred of them come and go, and no policy was broken', async () => {
      const left = await browser.run(async () => {
        const { readText, highlight, analysisOf, put, names } = await import('/help.js');
        const main = put('<p>Ada Brown</p>');
        for (let i = 0; i < 100; i++) {
          const page = readText(main);
          highlight(page, analysisOf(page.text, ['Ada Brown']), { mode: ['css', 'mark'][i % 2] }).dispose();
        }
        return [names(), document.adoptedStyleSheets.length, main.innerHTML, main.firstChild.childNodes.length];
      });
      assert.deepEqual(left, [[], 0, '<p>Ada Brown</p>', 1]);
      assert.ok(!server.log.includes('/csp-report'));
    });
  });
}
