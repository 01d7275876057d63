/** The adapters in the real editors, in real browsers: marks never on wrong words, saved content untouched, nothing left behind. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../js/help.mjs';
import { ENGINES } from './drivers.mjs';
import { bundled, install, must, own, POLICY } from './editors/install.mjs';
import { served, until } from './served.mjs';

install();
const hosts = bundled(readFileSync(join(own, 'hosts.js')));

test('the adapters fit the editors by the types of both', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-types-'));
  try {
    symlinkSync(join(own, 'node_modules'), join(folder, 'node_modules'));
    // The editors' packages, and this one, as a host has them.
    mkdirSync(join(folder, 'host/node_modules'), { recursive: true });
    symlinkSync(root, join(folder, 'host/node_modules/copydesk'));
    writeFileSync(join(folder, 'host/package.json'), '{"type":"module"}');
    copyFileSync(join(own, 'strict.ts'), join(folder, 'host/strict.ts'));
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--types', ''];
    must('node', [join(root, 'node_modules/typescript/bin/tsc'), ...strict, '--module', 'nodenext', '--moduleResolution', 'nodenext', 'strict.ts'], { cwd: join(folder, 'host') });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Every editor in Chromium; the others' own ways of editing are tried on three. */
const EDITORS = { Chromium: ['dom', 'textarea', 'prosemirror', 'tiptap', 'lexical', 'ckeditor5', 'quill', 'slate'] };
const EVERYWHERE = ['dom', 'textarea', 'prosemirror'];

for (const [engine, open] of ENGINES) {
  describe(engine, () => {
    let server;
    let browser;
    before(async () => {
      server = await served({ policy: POLICY, files: { 'hosts.js': hosts, 'page.js': readFileSync(join(own, 'page.js')) } });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** A new page with one editor in it, followed or not. */
    async function start(name, { isFollowed, wait }) {
      await browser.goto(server.url);
      await browser.run(
        async (name, isFollowed, wait) => {
          const page = await import('/page.js');
          const { hosts } = await import('/hosts.js');
          const host = await hosts[name](document.querySelector('main'));
          host.element.id = 'editor';
          globalThis.t = { ...page, host, marks: null, stop: () => ({ frames: 1, wrong: [] }) };
          if (!isFollowed) return;
          t.desk = page.analyst(wait === null ? {} : { wait });
          t.marks = host.follow(t.desk, { delay: 30 });
          await t.marks.refresh();
          t.stop = page.watch(t.marks);
        },
        name,
        isFollowed,
        wait ?? null,
      );
    }

    /** Waits until every name that stands in the text is painted. */
    const caughtUp = () =>
      until(
        () =>
          browser.run(() => {
            const text = t.host.element.value ?? t.host.element.innerText;
            const count = (words) => (words.match(/Ada Brown|Lee|Kim/g) ?? []).length;
            return t.marks === null || (count(text) === t.marks.items.length && count(t.painted().join('')) === t.marks.items.length);
          }),
        'the marks of the new text',
      );

    test('Lexical gets another element, and none', async () => {
      await start('lexical', { isFollowed: true });
      const result = await browser.run(async () => {
        t.stop();
        const other = document.createElement('div');
        other.contentEditable = 'true';
        document.querySelector('main').append(other);
        t.host.move(other);
        await t.marks.refresh();
        const moved = [t.painted().length, t.faults(t.marks), other.textContent.includes('Ada')];
        t.host.move(null);
        await t.frame();
        const none = [t.painted().length, await t.marks.refresh().catch((error) => error.code)];
        t.host.move(other);
        await t.marks.refresh();
        const back = t.painted().length;
        t.marks.dispose();
        return { moved, none, back, left: t.painted().length };
      });
      assert.deepEqual(result, { moved: [5, [], true], none: [0, 'BAD_TARGET'], back: 5, left: 0 });
    });

    for (const name of EDITORS[engine] ?? EVERYWHERE) {
      describe(name, () => {
        /** What a person does: type in a name, take it back, cut and paste over marks, break a line in one. */
        async function write() {
          const saved = [];
          const step = async (...keys) => {
            for (const key of keys) {
              await (key.startsWith('"') ? browser.type(key.slice(1)) : browser.press(key));
              // An editor hears of a selection and of the clipboard later than of keys.
              await browser.run(() => t.frame().then(t.frame).then(() => t.host.heard?.()));
            }
            await caughtUp();
            saved.push(await browser.run(() => t.host.save()));
          };
          await browser.click('#editor');
          await step('Control+Home');
          await step('"Kim, ');
          await step('"and Lee, ', 'ArrowRight', '"x');
          await step('Backspace');
          await step('ArrowRight', 'ArrowRight', '"-');
          await step('Control+z');
          await step('End', ...Array(9).fill('Shift+ArrowLeft'), 'Backspace');
          await step('"Ada Brown.');
          await step('Control+a', 'Control+c', 'ArrowRight', 'Control+v');
          await step('Control+Home', 'Enter', '"Lee');
          await step('Control+z');
          await step('Control+z');
          await step('Control+a', 'Backspace');
          await step('"Lee met Kim');
          return saved;
        }

        test('type, undo, paste, delete over marks: no frame shows a mark on wrong words, and what is saved is the same', async () => {
          await start(name, { isFollowed: false });
          const plain = await write();
          await start(name, { isFollowed: true });
          const followed = await write();
          plain.forEach((saved, i) => assert.equal(followed[i], saved, `step ${i}`));
          assert.ok(new Set(plain).size > 6, 'the keys did something');
          const { frames, wrong } = await browser.run(() => t.stop());
          assert.deepEqual(wrong, []);
          assert.ok(frames > 20, `${frames} frames`);
        });

        test('words that an input method composes, beside a mark and in one, are as whole as without marks', async (t) => {
          if (engine !== 'Chromium') return t.skip('only Chromium can be asked to compose');
          const client = await browser.page.createCDPSession();
          const compose = async (...steps) => {
            for (const text of steps) {
              await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
              // Longer than the rest after which an adapter reads and paints.
              await new Promise((done) => setTimeout(done, 120));
            }
            await client.send('Input.insertText', { text: steps.at(-1) });
            await browser.run(() => t.frame().then(t.frame).then(() => t.host.heard?.()));
            await caughtUp();
            return browser.run(() => t.host.save());
          };
          const write = async () => {
            await browser.click('#editor');
            await browser.press('Control+Home');
            await browser.run(() => t.frame().then(t.frame).then(() => t.host.heard?.()));
            const saved = [await compose('か', 'かん', '漢字'), await compose('L', 'Le', 'Lee')];
            for (let i = 0; i < 3; i++) await browser.press('ArrowRight');
            await browser.run(() => t.frame().then(t.frame).then(() => t.host.heard?.()));
            return [...saved, await compose('ㅎ', '하', '한')];
          };
          await start(name, { isFollowed: false });
          const plain = await write();
          assert.ok(plain[0].includes('漢字') && !plain[0].includes('か') && plain[1].includes('漢字Lee') && plain[2].includes('한'), plain.join('\n'));
          await start(name, { isFollowed: true });
          assert.deepEqual(await write(), plain);
          const { wrong } = await browser.run(() => t.stop());
          // CKEditor draws no text anew while words are composed, and tells only afterwards where the words behind them are.
          assert.deepEqual(wrong.filter((w) => name !== 'ckeditor5' || w.startsWith('painted')), []);
        });

        test('a slow worker: what it found in an older text is moved or dropped', async () => {
          await start(name, { isFollowed: true, wait: 120 });
          await browser.click('#editor');
          await browser.press('Control+Home');
          for (const text of ['Kim ', 'and ', 'Lee ', 'met ', 'Lee. ']) {
            await browser.type(text);
            await new Promise((done) => setTimeout(done, 60));
          }
          await caughtUp();
          const { wrong } = await browser.run(() => t.stop());
          assert.deepEqual(wrong, []);
        });

        test('after each of 200 random edits by a script', async () => {
          await start(name, { isFollowed: true });
          const wrong = await browser.run(async () => {
            t.stop();
            const random = t.random(7);
            const wrong = [];
            for (let i = 0; i < 200; i++) {
              t.host.edit(random);
              await Promise.resolve();
              await t.settled();
              wrong.push(...t.faults(t.marks).map((fault) => `${i}: ${fault}`));
              if (i % 10 === 9) await t.marks.refresh();
              wrong.push(...t.faults(t.marks).map((fault) => `${i}, read again: ${fault}`));
            }
            return wrong.slice(0, 3);
          });
          assert.deepEqual(wrong, []);
        });

        test('a hundred come and go, two at a time, and leave nothing', async () => {
          await browser.goto(server.url);
          const [before, left] = await browser.run(async (name) => {
            const page = await import('/page.js');
            const ledger = page.ledger();
            const { hosts } = await import('/hosts.js');
            const host = await hosts[name](document.querySelector('main'));
            const desk = page.analyst({ wait: 5 });
            const once = async (isWaitedFor) => {
              const both = [host.follow(desk, {}), host.follow(desk, { delay: 0 })];
              if (isWaitedFor) await Promise.all(both.map((marks) => marks.refresh()));
              const two = page.painted().join('');
              for (const marks of both) (marks.dispose(), marks.dispose());
              return two;
            };
            await once(true);
            host.held();
            await new Promise((done) => setTimeout(done, 300));
            const before = ledger.count();
            let two = '';
            for (let i = 0; i < 50; i++) {
              two ||= await once(i % 5 === 0);
              await page.frame();
            }
            const held = host.held();
            await new Promise((done) => setTimeout(done, 300));
            return [before, { ...ledger.count(), held, painted: page.painted(), two: two.match(/Ada Brown|Lee|Kim/g)?.length }];
          }, name);
          // Classes of two adapters lie on one element or nest; either way each word is there at least once.
          const { held, painted, two, ...counts } = left;
          assert.ok(two >= 5, `${two} marks`);
          assert.deepEqual([counts, held, painted], [before, 0, []]);
          assert.deepEqual([counts.sheets, counts.highlights], [0, 0]);
        });

        test('an editor that is closed while a worker reads is no error', async () => {
          await start(name, { isFollowed: true, wait: 50 });
          const errors = await browser.run(async () => {
            t.stop();
            const errors = [];
            for (const type of ['error', 'unhandledrejection']) addEventListener(type, (e) => errors.push(String(e.reason ?? e.message)));
            const random = t.random(3);
            for (let i = 0; i < 3; i++) t.host.edit(random);
            const waiting = t.marks.refresh().then(() => 'painted', (error) => error.code);
            await new Promise((done) => setTimeout(done, 10));
            await t.host.close();
            await waiting;
            await new Promise((done) => setTimeout(done, 150));
            t.marks.select(null);
            t.marks.show(['entities']);
            t.marks.dispose();
            return [...errors, ...t.painted()];
          });
          assert.deepEqual(errors, []);
        });

        test('selects, hides, tells what lies under a point', async () => {
          await start(name, { isFollowed: true });
          const result = await browser.run(async () => {
            t.stop();
            const { marks } = t;
            const item = marks.items.find((i) => i.entry.text === 'Lee');
            const [range] = marks.ranges(item);
            const { left, top, width, height } = range.getBoundingClientRect();
            const found = marks.atPoint(left + width / 2, top + height / 2).map((i) => i.entry.text);
            const words = () => [...(CSS.highlights.get('copydesk-current') ?? [])].map(String).concat([...document.querySelectorAll('.copydesk-current')].map((e) => e.textContent));
            marks.select(item);
            const current = words();
            marks.select(null);
            const none = words();
            marks.show(['quotes']);
            const hidden = [t.painted().length, marks.items.length];
            marks.show(['entities']);
            return { found, current, none, hidden, shown: marks.items.length, faults: t.faults(marks) };
          });
          assert.deepEqual(result, { found: ['Lee'], current: ['Lee'], none: [], hidden: [0, 0], shown: 5, faults: [] });
        });
      });
    }
  });
}
