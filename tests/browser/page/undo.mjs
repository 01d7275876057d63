/** An article is never lost: whatever takes its place, one step back brings it again with all that was said of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { deflateSync, strToU8 } from 'fflate';
import { scenario, until } from './help.mjs';

const STORY = '“It held,” said Ada Brown on 8 November. The plan costs $40. Bo Chen was there.\n';
const REVISED = `By our own reporter\n\n${STORY}`;

scenario('undo', (desk, engine) => {
  const state = async () => {
    await desk.settled();
    return desk.run(() => {
      const inList = (tab, selector) => (document.getElementById(`tab-${tab}`).click(), [...document.querySelectorAll(`#lists ${selector}`)].map((e) => e.textContent));
      return {
        text: document.getElementById('text').value,
        published: document.getElementById('published').value,
        view: document.body.dataset.view,
        restore: inList('checks', '[data-restore]').length > 0,
        speakers: inList('quotes', 'h3 .who > span'),
        shown: [...document.querySelectorAll('#article p')].map((p) => p.textContent).join('\n'),
      };
    });
  };
  const paste = async (words) => {
    await desk.run((text) => {
      document.getElementById('write').click();
      const box = document.getElementById('text');
      box.select();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      box.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
    }, words);
    await desk.settled();
  };
  const change = async (selector, value) => {
    await desk.run(
      (query, words) => {
        const field = document.querySelector(query);
        field.value = words;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      selector,
      value,
    );
    await desk.settled();
  };
  /** Until the page has that state, which a key brings about a moment later. */
  const becomes = async (wanted) => {
    let last;
    const isThere = async () => isDeepStrictEqual((last = await state()), wanted);
    await until(isThere, 'the state', 5000).catch(() => assert.deepEqual(last, wanted));
  };
  const disabled = () => desk.run(() => ['undo', 'redo'].map((id) => document.getElementById(id).disabled));
  const article = { text: STORY, published: '2021-11-09', view: 'read', restore: true, speakers: ['Bo Chen'], shown: STORY };
  const blank = { text: '', published: '', view: 'write', restore: false, speakers: [], shown: '' };

  /** Every way in which another article comes. */
  const WAYS = {
    'the button for a new one': () => desk.push('#clear'),
    'a sample': () => desk.push('#samples button'),
    'a file that is dropped': () =>
      desk.run(() => {
        const data = new DataTransfer();
        data.items.add(new File(['Bea paid $6.'], 'a.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }),
    'a file that is opened': () =>
      desk.run(() => {
        const input = document.getElementById('file');
        const data = new DataTransfer();
        data.items.add(new File(['Bea paid $7.'], 'a.txt'));
        input.files = data.files;
        input.dispatchEvent(new Event('change'));
      }),
    'an address': () => desk.run((hash) => (location.hash = hash), `#article=${Buffer.from(deflateSync(strToU8('2020-02-02\nBea paid $8.'))).toString('base64url')}`),
    'another text pasted over it': () => paste('Bea paid $9.'),
  };

  test('each way to another article is one step, back by the button and forward again', async () => {
    assert.deepEqual(await disabled(), [true, true]);
    await paste(STORY);
    await change('#published', '2021-11-09');
    await desk.push('#tab-checks');
    await desk.push('#lists [data-dismiss]');
    await desk.push('#tab-quotes');
    await desk.push('#lists .row');
    await change('.detail input', 'Bo Chen');
    await becomes(article);
    for (const [name, act] of Object.entries(WAYS)) {
      await act();
      await until(async () => (await state()).text !== STORY, name);
      await desk.settled();
      const other = await state();
      assert.deepEqual([other.speakers.includes('Bo Chen'), other.restore], [false, false], name);
      assert.equal(other.published, { 'an address': '2020-02-02', 'another text pasted over it': '2021-11-09' }[name] ?? '', name);
      await desk.push('#undo');
      await becomes(article);
      await desk.push('#redo');
      await becomes(other);
      await desk.push('#undo');
      await becomes(article);
    }
    // Then the correction, the day, and the empty page that the article was pasted into.
    await desk.push('#undo');
    await becomes({ ...article, speakers: ['Ada Brown'] });
    await desk.push('#undo');
    await becomes({ ...article, published: '', speakers: ['Ada Brown'] });
    await desk.push('#undo');
    await becomes(blank);
    assert.deepEqual(await disabled(), [true, false]);
    for (let i = 0; i < 3; i++) await desk.push('#redo');
    await becomes(article);
  });

  test('several articles come back one after another, by the keys alone, wherever they are pressed', async () => {
    const { press } = desk.browser;
    await desk.push('#clear');
    await desk.push('#samples button');
    const sample = await state();
    await desk.push('#clear');
    assert.equal(await desk.run(() => document.activeElement.id), 'text');
    await press('Control+z');
    await becomes(sample);
    assert.equal(await desk.run(() => document.activeElement.id), 'article');
    await press('Control+z');
    await becomes(blank);
    await press('Control+z');
    await becomes(article);
    await press('Control+y');
    await becomes(blank);
    await press('Control+Shift+z');
    await becomes(sample);
    for (let i = 0; i < 2; i++) await press('Control+z');
    await becomes(article);
  });

  test('what was typed is taken back first, by the browser, and done again by it', async () => {
    const { press, type } = desk.browser;
    const written = () => desk.run(() => document.getElementById('text').value);
    const becomesText = (wanted) => until(async () => (await written()) === wanted, JSON.stringify(wanted));
    /** Each press is waited for, as it takes effect a moment later: how many words go in one step is the browser's affair. */
    const pressed = async (keys, wanted) => {
      for (let text = await written(); text !== wanted; ) {
        // The keys of a driven WebKitGTK take nothing back in a box.
        if (engine === 'WebKitGTK') await desk.run((command) => document.execCommand(command), keys === 'Control+z' ? 'undo' : 'redo');
        else await press(keys);
        const before = text;
        text = await until(async () => ((await written()) !== before ? { is: await written() } : null), keys).then(({ is }) => is);
      }
    };
    await desk.push('#clear');
    await type('Bea');
    await becomesText('Bea');
    // A look at the article changes nothing of that.
    await desk.push('#read');
    await desk.push('#write');
    await pressed('Control+z', '');
    await pressed('Control+Shift+z', 'Bea');
    await pressed('Control+z', '');
    await desk.settled();
    await press('Control+z');
    await becomes(article);
  });

  test('what is typed at the last moment goes back and forth too', async () => {
    await desk.push('#write');
    await desk.run((words) => {
      const box = document.getElementById('text');
      box.value = words;
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
      document.getElementById('clear').click();
    }, REVISED);
    await desk.settled();
    await desk.push('#undo');
    await becomes({ ...article, text: REVISED, shown: REVISED });
  });

  test('a version pasted over the one before keeps what was said of its words', async () => {
    await paste(STORY);
    await becomes(article);
    await desk.push('#undo');
    await becomes({ ...article, text: REVISED, shown: REVISED });
  });

  test('the day and the house rules are steps among the corrections, in the order in which they were made', async () => {
    await desk.push('#clear');
    await desk.push('#samples button');
    const rules = () => desk.run(() => [...document.querySelectorAll('#house-lists li span')].map((e) => e.textContent));
    const look = async () => ({ ...(await state()), rules: await rules() });
    const states = [await look()];
    for (const act of [
      () => change('#published', '2021-11-09'),
      async () => {
        await desk.push('#tab-quotes');
        await desk.push('#lists .row');
        await change('.detail input', 'Bo Chen');
      },
      () =>
        desk.run(() => {
          for (const [i, word] of ['gazetted', 'texted'].entries()) {
            const form = [...document.querySelectorAll('#house-lists .adding')].at(-1);
            form.querySelector('input').value = word;
            if (i === 0) form.querySelector('button').click();
          }
        }),
      () => change('#published', '2020-02-02'),
      () => desk.push('#house-lists li button'),
      async () => {
        await desk.push('#lists .row:last-of-type');
        await change('.detail input', 'Cy Dunn');
      },
    ]) {
      await act();
      states.push(await look());
    }
    assert.equal(new Set(states.map((s) => JSON.stringify(s))).size, states.length, 'each changes something');
    const isNow = (wanted) => until(async () => isDeepStrictEqual(await look(), wanted), 'the state', 5000).catch(async () => assert.deepEqual(await look(), wanted));
    for (const before of states.slice(0, -1).reverse()) {
      await desk.push('#undo');
      await isNow(before);
    }
    for (const after of states.slice(1)) {
      await desk.push('#redo');
      await isNow(after);
    }
    // What is typed meanwhile stays: only the rule comes back.
    for (let i = 0; i < 2; i++) await desk.push('#undo');
    assert.deepEqual(await rules(), ['gazetted']);
    // And from the sample to the article before it, with nothing of all that.
    for (let i = 0; i < 6; i++) await desk.push('#undo');
    await becomes({ ...article, text: REVISED, shown: REVISED });
    assert.deepEqual(await rules(), []);
  });

  test('a day that is typed is one step, and the keys take it back in its own field', async () => {
    const day = () => desk.run(() => document.getElementById('published').value);
    const set = (value) =>
      desk.run((words) => {
        const field = document.getElementById('published');
        field.focus();
        field.value = words;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    for (const value of ['0002-11-09', '0020-11-09', '0202-11-09', '2022-11-09']) await set(value);
    await desk.settled();
    await desk.browser.press('Control+z');
    await until(async () => (await day()) === '2021-11-09', 'the day before');
    await set('2023-11-09');
    await desk.push('#undo');
    assert.equal(await day(), '2021-11-09');
  });

  test('a correction of an article that came back ends the way forward', async () => {
    await desk.push('#clear');
    await desk.push('#undo');
    assert.deepEqual(await disabled(), [false, false]);
    await desk.push('#tab-quotes');
    await desk.push('#lists .row');
    await change('.detail input', 'Ada Brown');
    assert.deepEqual(await disabled(), [false, true]);
  });
});
