/** The page in real browsers: one scenario, every engine. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { precache } from '../../scripts/build.mjs';
import { serve } from '../../scripts/serve.mjs';
import { desk, gold, nasty, root, seed } from '../js/help.mjs';
import { ENGINES } from './drivers.mjs';

const LAYERS = ['quotes', 'numbers', 'entities'];
const analysis = desk.analyze(seed);

/** The page's own policy, so that what it stops is also told to the server, whatever the engine. */
const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(root, 'www/index.html'), 'utf8'))[1];
const reporting = { 'content-security-policy-report-only': `${policy}; report-uri /csp-report` };

const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until `check` gives something true. */
async function until(check, what, time = 20_000) {
  for (const end = Date.now() + time; Date.now() < end; await sleep(50)) {
    const value = await check();
    if (value) return value;
  }
  return assert.fail(`${what} did not happen`);
}

/** As pasting does it: the words, then an input event that says so. */
function paste(text) {
  const box = document.getElementById('text');
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}

const ready = () => document.querySelector('#status')?.textContent === 'Ready for an article.';

/** What the article shows: its text, and of each marked item the words that its pieces hold. */
function shown() {
  const items = {};
  const article = document.getElementById('article');
  for (const mark of article.querySelectorAll('mark')) {
    const { layer, id, start, end } = mark.dataset;
    items[layer] ??= {};
    items[layer][id] ??= { start: Number(start), end: Number(end), text: '' };
    items[layer][id].text += mark.textContent;
  }
  return { items, text: [...article.querySelectorAll('p')].map((p) => p.textContent).join('\n') };
}

function checkSeed({ items, text }) {
  assert.equal(text, seed);
  for (const layer of LAYERS) {
    assert.ok(analysis[layer].length > 0, `the seed has no ${layer}`);
    assert.deepEqual(
      Object.values(items[layer] ?? {}),
      analysis[layer].map(({ start, end, text }) => ({ start, end, text: text.replaceAll('\n', '') })),
    );
  }
}

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    let settled;
    before(async () => {
      server = await serve({ headers: reporting });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('opens, and says that it is ready', async () => {
      await browser.goto(server.url);
      await until(() => browser.run(ready), 'readiness');
      await browser.run(() => navigator.serviceWorker.ready.then(() => true));
      await until(async () => {
        const length = server.log.length;
        await sleep(1000);
        return length === server.log.length;
      }, 'quiet');
      settled = server.log.length;
    });

    test('marks every item of the seed article, with its words', async () => {
      await browser.run(paste, seed);
      checkSeed(await browser.run(shown));
    });

    test('counts them in the legend, lists them, and tells screen readers', async () => {
      const counts = await browser.run(() => [...document.querySelectorAll('#legend .count')].map((c) => Number(c.textContent)));
      assert.deepEqual(counts, [analysis.quotes.length, analysis.numbers.length, analysis.names.length]);
      const listed = await browser.run(() =>
        [...document.querySelectorAll('#lists .row')].flatMap((r) => r.dataset.ids.split(' ').map((id) => `${r.dataset.layer} ${id}`)),
      );
      const all = LAYERS.flatMap((layer) => analysis[layer].map((item) => `${layer} ${item.id}`));
      assert.deepEqual(listed.sort(), all.sort());
      const said = await browser.run(() => document.getElementById('status').textContent);
      assert.match(said, new RegExp(`^${analysis.quotes.length} quotes?, ${analysis.numbers.length} numbers?, `));
    });

    test('gives the same bytes as Node', async () => {
      const texts = [seed, ...nasty().map((n) => n.text), ...gold().trim().split('\n').filter(Boolean).map((l) => JSON.parse(l).text)];
      const answers = await browser.run(async (json) => {
        const { load } = await import(new URL('lib/entry/web.js', document.baseURI).href);
        const reader = await load();
        return JSON.parse(json).map((text) => JSON.stringify(reader.analyze(text, { nested: true })));
      }, JSON.stringify(texts));
      texts.forEach((text, i) => assert.equal(answers[i], JSON.stringify(desk.analyze(text, { nested: true }))));
    });

    test('hides a layer and shows it again', async () => {
      const state = () =>
        browser.run(() => ({
          marks: document.querySelectorAll('mark[data-layer="numbers"]').length,
          list: document.querySelectorAll('#lists section[data-layer="numbers"]').length,
          others: document.querySelectorAll('mark[data-layer="quotes"]').length > 0,
          pressed: document.querySelector('#legend [data-layer="numbers"]').getAttribute('aria-pressed'),
        }));
      await browser.click('#legend [data-layer="numbers"]');
      assert.deepEqual(await state(), { marks: 0, list: 0, others: true, pressed: 'false' });
      await browser.click('#legend [data-layer="numbers"]');
      checkSeed(await browser.run(shown));
      assert.equal((await state()).pressed, 'true');
    });

    const place = (selector) =>
      browser.run((query) => {
        const all = [...document.querySelectorAll(query)];
        const box = all[0]?.getBoundingClientRect();
        return {
          rings: document.querySelectorAll('.ring').length,
          isRinged: all.length > 0 && all.every((e) => e.classList.contains('ring')),
          isFocused: document.activeElement === all[0],
          isSeen: box !== undefined && box.top >= 0 && box.bottom <= innerHeight,
        };
      }, selector);
    /** As a person does it: has it in the middle of what is seen, and aims when nothing moves any more. */
    async function click(selector) {
      await browser.run((query) => document.querySelector(query).scrollIntoView({ block: 'center', behavior: 'instant' }), selector);
      let before;
      await until(async () => {
        const last = before;
        before = await browser.run((query) => JSON.stringify(document.querySelector(query).getBoundingClientRect()), selector);
        return before === last;
      }, `rest of ${selector}`);
      await browser.click(selector);
    }
    const seen = (selector) => until(async () => (await place(selector)).isSeen, `sight of ${selector}`);

    test('jumps from the list to the text', async () => {
      const last = analysis.numbers.length - 1;
      await click(`.row[data-layer="numbers"][data-ids="${last}"]`);
      await seen(`mark[data-layer="numbers"][data-id="${last}"]`);
      const { isRinged, isFocused } = await place(`mark[data-layer="numbers"][data-id="${last}"]`);
      assert.deepEqual({ isRinged, isFocused }, { isRinged: true, isFocused: true });
    });

    test('jumps from the text to the list', async () => {
      await click('mark[data-layer="numbers"][data-id="0"]');
      await seen('.row[data-layer="numbers"][data-ids="0"]');
      assert.ok((await place('.row[data-layer="numbers"][data-ids="0"]')).isRinged);
      assert.ok((await place('mark[data-layer="numbers"][data-id="0"]')).isRinged);
    });

    test('a name leads to its mentions in turn', async () => {
      const { mentions } = analysis.names.find((n) => n.mentions.length > 2);
      const row = `.row[data-layer="entities"][data-ids="${mentions.join(' ')}"]`;
      for (const id of [...mentions, mentions[0]]) {
        await click(row);
        assert.ok((await place(`mark[data-layer="entities"][data-id="${id}"]`)).isRinged, `mention ${id}`);
      }
    });

    test('works by keyboard', async () => {
      const marks = await browser.run(() => {
        document.getElementById('article').focus();
        return [...document.querySelectorAll('mark[data-label]')].map((m) => [m.dataset.layer, m.dataset.id]);
      });
      await browser.press('Escape');
      assert.equal((await place('mark')).rings, 0);
      for (const step of [0, 1]) {
        await browser.press('ArrowRight');
        const [layer, id] = marks[step];
        assert.ok((await place(`mark[data-layer="${layer}"][data-id="${id}"]`)).isRinged, `mark ${step}`);
      }
      await browser.press('ArrowLeft');
      await browser.press('Enter');
      const [layer, id] = marks[0];
      assert.ok((await place(`.row[data-layer="${layer}"][data-ids~="${id}"]`)).isFocused);
    });

    test('reads what is typed', async () => {
      await browser.run(() => {
        document.getElementById('clear').click();
        document.execCommand('insertText', false, 'Ada Brown paid $5 million.');
      });
      await until(() => browser.run(() => document.querySelectorAll('mark[data-layer="numbers"]').length === 1), 'a mark');
    });

    test('says what is wrong with a text that is too long', async () => {
      await browser.run(() => {
        const box = document.getElementById('text');
        box.value = 'a'.repeat(2_000_001);
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
      });
      assert.match(await browser.run(() => document.getElementById('lists').innerText), /2000001 UTF-16 units, more than 2000000/);
    });

    test('takes the day of publication into account', async () => {
      const value = (date) =>
        browser.run((day) => {
          const field = document.getElementById('published');
          field.value = day;
          field.dispatchEvent(new Event('change'));
          return document.querySelector('#lists')?.textContent;
        }, date);
      await browser.run(paste, 'The vote was on 8 November.');
      const { iso } = desk.analyze('The vote was on 8 November.', { reference: '2021-11-09' }).numbers[0];
      assert.equal(iso, '2021-11-08');
      assert.match(await value('2021-11-09'), /2021/);
      assert.doesNotMatch(await value(''), /2021/);
    });

    test('shows markup and odd names as the text they are', async () => {
      const attack = nasty().filter(({ name }) => ['markup', 'prototype', 'formula', 'template'].includes(name));
      for (const { text } of [...attack, { text: '“<img src=x onerror=alert(1)>,” said <script>alert(1)</script> __proto__ Brown.' }]) {
        await browser.run(paste, text);
        assert.equal((await browser.run(shown)).text, text);
        assert.equal(await browser.run(() => document.querySelectorAll('main img, main script, main b').length), 0);
      }
    });

    test('marks items that lie across each other and across paragraphs', async () => {
      const faults = await browser.run(async () => {
        const { paint } = await import(new URL('app/paint.js', document.baseURI).href);
        let state = 7;
        const random = (n) => (state = (state * 48271) % 2147483647) % n;
        const faults = [];
        for (let run = 0; run < 500; run++) {
          const text = Array.from({ length: random(60) }, () => 'abc d\n'[random(6)]).join('');
          const items = Array.from({ length: random(8) }, (_, id) => {
            const start = random(text.length + 1);
            return { layer: 'quotes', id, start, end: start + random(text.length - start + 1), kind: 'direct', label: 'quote' };
          });
          const page = document.createElement('div');
          page.append(paint(text, items));
          const paragraphs = [...page.children];
          if (paragraphs.map((p) => p.textContent).join('\n') !== text) faults.push(['text', text, items]);
          for (const { id, start, end } of items) {
            const pieces = [...page.querySelectorAll(`mark[data-id="${id}"]`)].map((m) => m.textContent).join('');
            if (pieces !== text.slice(start, end).replaceAll('\n', '')) faults.push(['item', text, items, id, pieces]);
          }
        }
        return faults.slice(0, 3);
      });
      assert.deepEqual(faults, []);
    });

    test('opens every sample', async () => {
      const samples = await browser.run(() => document.querySelectorAll('#samples button').length);
      for (let i = 0; i < samples; i++) {
        const marks = await browser.run((n) => {
          document.getElementById('clear').click();
          document.querySelectorAll('#samples button')[n].click();
          return ['quotes', 'numbers', 'entities'].map((l) => document.querySelectorAll(`mark[data-layer="${l}"]`).length);
        }, i);
        assert.ok(marks.every((n) => n > 0), `sample ${i}: ${marks}`);
      }
    });

    test('has made no request since it was loaded, and broken no policy', () => {
      assert.deepEqual(server.log.slice(settled), []);
      assert.ok(!server.log.includes('/csp-report'));
    });

    test('a breach of the policy would have been told', async () => {
      await browser.run(() => {
        const image = new Image();
        image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
        try {
          document.createElement('div').innerHTML = '<b>x</b>';
        } catch {
          // Trusted Types refuse it.
        }
      });
      await until(() => server.log.includes('/csp-report'), 'a report');
    });

    test('opens with the server gone', async () => {
      await server.close();
      await browser.goto(server.url);
      await until(() => browser.run(ready), 'readiness');
      await browser.run(paste, seed);
      checkSeed(await browser.run(shown));
    });
  });

  describe(`${name}, a new version`, () => {
    let folder;
    let server;
    let browser;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'copydesk-www-'));
      cpSync(join(root, 'www'), folder, { recursive: true });
      server = await serve({ folder });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Says so in its title and in a module, to tell versions apart and see whether they mix. */
    function release(version) {
      for (const [file, line] of [
        ['app/dom.js', `document.body.dataset.module = '${version}';`],
        ['index.html', `<meta name="release" content="${version}">`],
      ]) {
        const path = join(folder, file);
        const text = readFileSync(join(root, 'www', file), 'utf8');
        writeFileSync(path, file.endsWith('.html') ? text.replace('<title>', `${line}<title>`) : text + line);
      }
      precache(folder);
    }

    const versions = () =>
      browser
        .run(() => {
          const isReady = document.querySelector('#status')?.textContent === 'Ready for an article.';
          return isReady ? [document.querySelector('[name=release]').content, document.body.dataset.module] : null;
        })
        // While the page is being exchanged nothing runs in it.
        .catch(() => null);

    test('the page says so when the module is not there', async () => {
      const module = join(folder, 'lib/wasm/copydesk.wasm');
      renameSync(module, `${module}.gone`);
      await browser.goto(server.url);
      await until(() => browser.run(() => /copydesk\.wasm answered 404/.test(document.getElementById('lists').textContent)), 'the message');
      renameSync(`${module}.gone`, module);
    });

    test('waits until it is asked for, and then comes whole', async () => {
      release('one');
      await browser.goto(server.url);
      assert.deepEqual(await until(versions, 'the first version'), ['one', 'one']);
      await browser.run(() => navigator.serviceWorker.ready.then(() => true));

      release('two');
      await browser.goto(server.url);
      assert.deepEqual(await until(versions, 'the first version again'), ['one', 'one']);
      await browser.run(() => navigator.serviceWorker.ready.then((r) => r.update()).then(() => true));
      await until(() => browser.run(() => !document.getElementById('update').hidden), 'the offer');
      assert.deepEqual(await versions(), ['one', 'one']);

      await browser.click('#update button');
      await until(async () => (await versions())?.join() === 'two,two', 'the second version');
      await until(() => browser.run(() => caches.keys().then((keys) => keys.length === 1)), 'the end of the old files');
      await server.close();
      await browser.goto(server.url).catch(() => {});
      assert.deepEqual(await until(versions, 'the second version without a server'), ['two', 'two']);
    });

    test('a file that is not what the list says stops it', async () => {
      server = await serve({ folder, port: Number(new URL(server.url).port) });
      release('three');
      writeFileSync(join(folder, 'style.css'), '/* not what was built */');
      await browser.run(() => navigator.serviceWorker.ready.then((r) => r.update()).then(() => true, () => true));
      await until(() => browser.run(() => navigator.serviceWorker.ready.then((r) => r.installing === null)), 'the end of the attempt');
      await until(() => browser.run(() => caches.keys().then((keys) => keys.length === 1)), 'the end of its files');
      assert.equal(await browser.run(() => document.getElementById('update').hidden), true);
      assert.deepEqual(await versions(), ['two', 'two']);
    });
  });
}
