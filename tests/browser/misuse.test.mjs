/** What bad use gets where there is a document, under a policy with Trusted Types: a typed error or a correct nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { files, root } from '../js/help.mjs';
import { ENGINES } from './drivers.mjs';
import { served } from './served.mjs';

/** The package once more, as a page gets it that has two things on it which bring their own. */
const other = files(join(root, 'dist'), '.js').filter((f) => !/\binline\.js$/.test(f));

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      const copies = Object.fromEntries(other.map((f) => [`other/${f}`, readFileSync(join(root, 'dist', f))]));
      const style = 'textarea { font: 15px serif; padding: 3px 7px; border: 2px solid } .narrow { width: 120px; height: 60px } .far { position: absolute; left: 300px; top: 200px }';
      const index = '<!doctype html><html lang="en"><title>Test</title><link rel="stylesheet" href="style.css"><main></main>';
      server = await served({ files: { ...copies, 'page.js': readFileSync(join(root, 'tests/browser/editors/page.js')), 'style.css': style, 'index.html': index } });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Runs in a new page, where `put(tag, text)` makes an element and `code(work)` gives the code of the error thrown. */
    async function fresh(work) {
      await browser.goto(server.url);
      await browser.run(async () => {
        const page = await import('/page.js');
        const code = async (work) => {
          try {
            await work();
            return 'nothing';
          } catch (error) {
            return error.name === 'CopydeskError' ? error.code : String(error);
          }
        };
        const put = (tag, text) => {
          const element = document.createElement(tag);
          if (tag === 'textarea') element.value = text;
          else element.append(text);
          document.querySelector('main').append(element);
          return element;
        };
        /** Until it is so; on a slow machine that may take long. What never is so is seen in what the test looks at then. */
        const until = async (check) => {
          for (let i = 0; i < 400 && !check(); i++) await new Promise((done) => setTimeout(done, 25));
        };
        /** Until just these words are painted; gives what is. */
        const paints = async (...words) => (await until(() => page.painted().join() === words.join()), page.painted());
        globalThis.t = { ...page, code, put, until, paints };
      });
      return browser.run(work);
    }

    test('an element that is taken out, and comes back', async () => {
      const result = await fresh(async () => {
        const { followElement } = await import('/dist/adapters/dom.js');
        const element = t.put('p', 'Ada Brown met Lee');
        const errors = [];
        const marks = followElement(element, t.analyst(), { delay: 5, onError: (error) => errors.push(error.code) });
        await marks.refresh();
        const before = t.painted();
        element.remove();
        element.firstChild.data = 'Kim met Ada Brown';
        const out = [await t.paints(), await t.code(() => marks.refresh())];
        document.querySelector('main').append(element);
        element.firstChild.data = 'Lee met Ada Brown';
        const back = await t.paints('Lee', 'Ada Brown');
        marks.dispose();
        return { before, out, back, errors, left: CSS.highlights.size };
      });
      assert.deepEqual(result, { before: ['Ada Brown', 'Lee'], out: [[], 'BAD_TARGET'], back: ['Lee', 'Ada Brown'], errors: [], left: 0 });
    });

    test('a field that is taken out takes its twin along, and brings it back', async () => {
      const result = await fresh(async () => {
        const { followTextarea } = await import('/dist/adapters/textarea.js');
        const field = t.put('textarea', 'Ada Brown met Lee');
        const marks = followTextarea(field, t.analyst(), { delay: 5 });
        await marks.refresh();
        const elements = () => document.querySelectorAll('main *').length;
        const counts = [elements()];
        field.remove();
        await t.until(() => elements() === 0);
        counts.push(elements(), await t.code(() => marks.refresh()));
        document.querySelector('main').append(field);
        await t.until(() => elements() === 3);
        await marks.refresh();
        counts.push(elements(), t.painted().join());
        marks.dispose();
        return [...counts, elements()];
      });
      assert.deepEqual(result, [3, 0, 'BAD_TARGET', 3, 'Ada Brown,Lee', 1]);
    });

    test('a value set by a script, and a form that is reset', async () => {
      const result = await fresh(async () => {
        const { followTextarea } = await import('/dist/adapters/textarea.js');
        const form = t.put('form', '');
        const field = document.createElement('textarea');
        field.defaultValue = 'Lee met Ada Brown';
        form.append(field);
        const marks = followTextarea(field, t.analyst(), { delay: 5 });
        await marks.refresh();
        const set = [];
        for (const [work, ...words] of [
          [() => (field.value = 'Then Lee met Kim'), 'Lee', 'Kim'],
          [() => (field.focus(), (field.value = 'Then Lxe met Kim')), 'Kim'],
          [() => field.setRangeText('Lee', 5, 8), 'Lee', 'Kim'],
        ]) {
          work();
          // Before anything is read again.
          await Promise.resolve();
          set.push(t.faults(marks).length);
          set.push((await t.paints(...words)).join());
        }
        form.reset();
        const reset = [await t.paints('Lee', 'Ada Brown'), t.faults(marks), marks.text];
        const sent = [...new FormData(form).keys()];
        marks.dispose();
        return { set, reset, sent, own: Object.keys(field).length + Number(Object.hasOwn(field, 'value')) };
      });
      assert.deepEqual(result, { set: [0, 'Lee,Kim', 0, 'Kim', 0, 'Lee,Kim'], reset: [['Lee', 'Ada Brown'], [], 'Lee met Ada Brown'], sent: [], own: 0 });
    });

    test('who else stands before the value is called as before, and left standing', async () => {
      const result = await fresh(async () => {
        const { followTextarea } = await import('/dist/adapters/textarea.js');
        const field = t.put('textarea', 'Lee');
        const log = [];
        const stand = (name) => {
          const own = Object.getOwnPropertyDescriptor(field, 'value');
          const below = own ?? Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
          Object.defineProperty(field, 'value', { configurable: true, get: () => below.get.call(field), set: (value) => (log.push(name), below.set.call(field, value)) });
        };
        stand('earlier');
        const [one, two] = [followTextarea(field, t.analyst(), {}), followTextarea(field, t.analyst(), {})];
        await Promise.all([one.refresh(), two.refresh()]);
        one.dispose();
        field.value = 'Kim';
        await two.refresh();
        const words = two.text;
        stand('later');
        two.dispose();
        field.value = 'Ada';
        return [log, words, field.value, t.painted().length];
      });
      assert.deepEqual(result, [['earlier', 'later', 'earlier'], 'Kim', 'Ada', 0]);
    });

    test('the twin breaks its lines where the field does, lies on it and scrolls with it', async () => {
      const result = await fresh(async () => {
        const { followTextarea } = await import('/dist/adapters/textarea.js');
        const words = 'Ada Brown met Lee and Kim, who had come from a rather\tlongwindedmeetingofthecommittee.\n\nKim left.\n';
        const field = t.put('textarea', words.repeat(6));
        const marks = followTextarea(field, t.analyst(), { delay: 5 });
        const wrong = [];
        for (const looks of ['', 'narrow', 'narrow far']) {
          field.className = looks;
          // An observer of sizes is told within the next frame.
          await t.frame().then(t.frame);
          await marks.refresh();
          const twin = field.nextElementSibling;
          field.scrollTop = 40;
          await t.frame().then(t.frame);
          const [a, b] = [field.getBoundingClientRect(), twin.getBoundingClientRect()];
          if (Math.abs(field.scrollHeight - field.clientHeight - (twin.scrollHeight - twin.clientHeight)) > 1) wrong.push([looks, field.scrollHeight, twin.scrollHeight]);
          if (Math.abs(a.left - b.left) > 0.5 || Math.abs(a.top - b.top) > 0.5) wrong.push([looks, a.left - b.left, a.top - b.top]);
          if (twin.scrollTop !== field.scrollTop) wrong.push([looks, twin.scrollTop, field.scrollTop]);
          if (document.elementFromPoint(a.left + 20, a.top + 20) !== field) wrong.push([looks, 'takes clicks']);
        }
        marks.dispose();
        return wrong;
      });
      assert.deepEqual(result, []);
    });

    test('a desk that was disposed of, and a text over its limit', async () => {
      const result = await fresh(async () => {
        const { followElement } = await import('/dist/adapters/dom.js');
        const { load } = await import('/dist/worker/web.js');
        const desk = await load();
        const element = t.put('p', '“We are out of time,” said Ada Brown.');
        const errors = [];
        const marks = followElement(element, desk, { delay: 5, analysis: { maxLength: 60 }, onError: (error) => errors.push(error.code) });
        await marks.refresh();
        const found = marks.items.map((i) => i.layer);
        element.append(' Yes.'.repeat(20));
        await t.until(() => errors.length === 1);
        const kept = marks.items.length;
        desk.dispose();
        element.append(' No.');
        await t.until(() => errors.length === 2);
        const refused = await t.code(() => marks.refresh());
        marks.dispose();
        return { found, kept, errors, refused, left: CSS.highlights.size };
      });
      assert.deepEqual(result, { found: ['quotes', 'entities'], kept: 2, errors: ['INPUT_TOO_LARGE', 'DISPOSED'], refused: 'DISPOSED', left: 0 });
    });

    test('two copies of the package on one element leave each other alone', async () => {
      const result = await fresh(async () => {
        const element = t.put('p', 'Ada Brown met Lee');
        const [one, two] = await Promise.all(['/dist', '/other'].map((from) => import(`${from}/adapters/dom.js`)));
        const all = [one, two].map(({ followElement }) => followElement(element, t.analyst(), {}));
        await Promise.all(all.map((marks) => marks.refresh()));
        const counts = [one === two, t.painted().length, document.adoptedStyleSheets.length];
        all[0].dispose();
        counts.push(t.painted().length, document.adoptedStyleSheets.length, t.faults(all[1]).length);
        all[1].dispose();
        return [...counts, CSS.highlights.size, document.adoptedStyleSheets.length];
      });
      assert.deepEqual(result, [false, 4, 2, 2, 1, 0, 0, 0]);
    });

    test('two copies of the package may both define the element', async () => {
      const result = await fresh(async () => {
        const [one, two] = await Promise.all(['/dist', '/other'].map((from) => import(`${from}/element/index.js`)));
        one.define();
        two.define();
        const view = t.put('copydesk-view', '');
        view.text = 'It cost $1.2bn.';
        const { detail } = await new Promise((done) => view.addEventListener('copydesk-analysis', done, { once: true }));
        return [one === two, detail.numbers.length, view instanceof one.CopydeskView, view instanceof two.CopydeskView];
      });
      assert.deepEqual(result, [false, 1, true, false]);
    });

    test('wrong options, wrong targets, an adapter that was disposed of', async () => {
      const result = await fresh(async () => {
        const { followElement } = await import('/dist/adapters/dom.js');
        const { followTextarea } = await import('/dist/adapters/textarea.js');
        const { highlight, readText } = await import('/dist/highlight/index.js');
        const element = t.put('p', 'Ada Brown met Lee');
        const desk = t.analyst();
        const marks = followElement(element, desk, {});
        await marks.refresh();
        const page = readText(element);
        const codes = [
          () => followElement(document.createElement('p'), desk),
          () => followElement(element.firstChild, desk),
          () => followTextarea(element, desk),
          () => followTextarea(document.createElement('textarea'), desk),
          () => followElement(element, desk, { layers: ['verbs'] }),
          () => followElement(element, {}),
          () => marks.show('quotes'),
          () => highlight(page, desk.analyze(page.text), { mode: 'paint' }),
          () => highlight(page, desk.analyze(page.text), { layers: ['verbs'] }),
        ];
        const found = [];
        for (const work of codes) found.push(await t.code(work));
        const item = marks.items[0];
        marks.dispose();
        marks.select(item);
        marks.show([]);
        found.push(marks.ranges(item).length, await t.code(() => marks.refresh()), CSS.highlights.size, document.adoptedStyleSheets.length, element.nextSibling);
        return found;
      });
      const [target, option] = ['BAD_TARGET', 'BAD_OPTION'];
      assert.deepEqual(result, [target, target, target, target, option, option, option, option, option, 0, 'DISPOSED', 0, 0, null]);
    });

    test('a shadow tree and a frame', async () => {
      const result = await fresh(async () => {
        const { followElement } = await import('/dist/adapters/dom.js');
        const shadow = t.put('div', '').attachShadow({ mode: 'open' });
        const inside = document.createElement('p');
        inside.append('Ada Brown');
        shadow.append(inside);
        const frame = document.createElement('iframe');
        frame.src = '/index.html';
        const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
        document.querySelector('main').append(frame);
        await loaded;
        const body = frame.contentDocument.querySelector('main');
        body.append('Lee came');
        const both = [followElement(shadow, t.analyst(), { delay: 5 }), followElement(body, t.analyst(), { delay: 5 })];
        await Promise.all(both.map((marks) => marks.refresh()));
        inside.prepend('Kim met ');
        body.append(' with Kim');
        const painted = () => both.map((marks) => marks.items.map((i) => marks.ranges(i).join()));
        await t.until(() => painted().every((words) => words.includes('Kim')));
        const words = painted();
        for (const marks of both) marks.dispose();
        return [words, CSS.highlights.size, frame.contentWindow.CSS.highlights.size, shadow.adoptedStyleSheets.length];
      });
      assert.deepEqual(result, [[['Kim', 'Ada Brown'], ['Lee', 'Kim']], 0, 0, 0]);
    });

    test('no policy was broken', () => assert.ok(!server.log.includes('/csp-report')));
  });
}
