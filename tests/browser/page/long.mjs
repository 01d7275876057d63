/** A text as long as a book: all of it can be found, copied, walked through and printed. How long it takes, `still.test.mjs` asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk as local } from '../../js/help.mjs';
import { BOOK as LONG, LAYERS, mark, row, scenario, sleep, until } from './help.mjs';

const analysis = local.analyze(LONG);
const names = analysis.entities.filter((m) => m.text.includes('Fairweather'));

scenario('a book', (desk) => {
  const marks = () => desk.run(() => document.querySelectorAll('#article mark[data-open]').length);
  /** Whatever `act` has set moving is at rest. */
  const rest = async (act, ...args) => {
    await desk.run(act, ...args);
    await sleep(300);
    await desk.settled();
  };

  test('is read in turn, with a bar', async () => {
    const isShown = await desk.run(async (words) => {
      const bar = document.getElementById('progress');
      const shown = new Promise((done) => new MutationObserver(() => bar.hidden || done(true)).observe(bar, { attributes: true }));
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      document.getElementById('text').dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
      return shown;
    }, LONG);
    assert.ok(isShown, 'a progress bar');
    await desk.settled();
    const text = await desk.run(() => document.getElementById('article').textContent.replaceAll('\n', ''));
    assert.equal(text, LONG.replaceAll('\n', ''));
  });

  test('is exported while the page goes on, as it was when that was asked for', async () => {
    const { turns, isTaken, json } = await desk.run(async () => {
      const button = document.querySelector('#export [data-file="copydesk.json"]');
      const make = URL.createObjectURL;
      const made = new Promise((done) => (URL.createObjectURL = (file) => done(file) ?? make.call(URL, file)));
      const stop = (event) => event.target.download && event.preventDefault();
      document.addEventListener('click', stop, true);
      let turns = 0;
      const count = setInterval(() => (turns += 1));
      button.click();
      const isTaken = button.disabled;
      document.getElementById('clear').click();
      const file = await made;
      clearInterval(count);
      URL.createObjectURL = make;
      setTimeout(() => document.removeEventListener('click', stop, true));
      return { turns, isTaken, json: (await file.text()).length };
    });
    assert.ok(isTaken && turns > 2, `${turns} turns`);
    assert.equal(json, JSON.stringify(analysis, null, 2).length + 1);
    await desk.push('#undo');
    await until(() => desk.run((length) => document.getElementById('article').textContent.length > length, LONG.length / 2), 'the book again');
    await desk.settled();
  });

  test('is painted whole for print, and only then', async () => {
    // How many are near the window depends on how high the browser takes what it has not laid out yet.
    const isFew = async () => {
      const few = await marks();
      return few > 0 && few < analysis.entities.length / 20;
    };
    await until(isFew, 'what is near painted');
    const all = LAYERS.reduce((n, layer) => n + analysis[layer].length, 0);
    await rest(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await marks(), all);
    // What comes into sight and leaves it meanwhile stays as it is.
    for (const top of [1e9, 0]) await rest((to) => (document.getElementById('article').scrollTop = to), top);
    assert.equal(await marks(), all);
    await rest(() => dispatchEvent(new Event('afterprint')));
    await until(isFew, 'a bare text');
  });

  test('is written in parts, each where the reader is; what is typed in one is a step once it is left', async () => {
    const box = () =>
      desk.run(() => {
        const { value, selectionStart: caret } = document.getElementById('text');
        return { value, caret, isBare: [...document.querySelectorAll('#parts button')].map((b) => b.disabled), hasFocus: document.activeElement.id === 'text' };
      });
    const text = () => desk.run(() => document.getElementById('article').textContent.replaceAll('\n', ''));
    const whole = LONG.replaceAll('\n', '');
    await desk.run(() => {
      getSelection().removeAllRanges();
      const leaf = [...document.querySelectorAll('#article .leaf')].find((l) => Number(l.dataset.start) > 500_000);
      leaf.scrollIntoView();
    });
    await desk.push('#write');
    const { value, caret, isBare, hasFocus } = await box();
    assert.ok(value.length < 30_000 && LONG.includes(value), `${value.length}`);
    assert.ok(hasFocus && caret > 5_000 && caret < 15_000, `the caret at ${caret} of ${value.length}`);
    assert.deepEqual(isBare, [false, false]);

    await desk.browser.type('xyz');
    const edited = await until(async () => ((await text()).includes('xyz') ? text() : null), 'what was typed');
    const at = edited.indexOf('xyz');
    assert.ok(edited === `${whole.slice(0, at)}xyz${whole.slice(at)}`);
    assert.ok(Math.abs(at / whole.length - 0.5) < 0.02, `at ${at} of ${whole.length}`);
    await desk.push('#after');
    const next = await box();
    assert.ok(next.hasFocus && next.value !== value);
    assert.ok((await text()) === edited);
    await desk.push('#undo');
    await until(async () => (await text()) === whole, 'the text before');
    await desk.push('#redo');
    await until(async () => (await text()) === edited, 'the text with it');
    await desk.push('#undo');
    await until(async () => (await text()) === whole, 'the text before');

    // Who selects all of a part means all of the text.
    await desk.push('#write');
    const copied = await desk.run(() => {
      const box = document.getElementById('text');
      box.select();
      const clipboardData = new DataTransfer();
      box.dispatchEvent(Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }));
      return clipboardData.getData('text/plain');
    });
    assert.ok(copied === LONG);
    await desk.browser.type('A');
    await until(async () => (await text()) === 'A', 'a text of one letter');
    await desk.settled();
    await desk.push('#undo');
    await until(async () => (await text()) === whole, 'the text before');
    await desk.push('#read');
  });

  test('the keys go from mark to mark over its ends', async () => {
    await desk.run(() => {
      document.getElementById('article').focus();
    });
    await desk.browser.press('Escape');
    await desk.browser.press('ArrowLeft');
    const [last] = names;
    await until(async () => (await desk.place(mark('entities', last))).isRinged, 'the ring of the last');
    await until(async () => (await desk.place(mark('entities', last))).isSeen, 'sight of the last');
    assert.ok((await desk.place(mark('entities', last))).isFocused);
    await desk.browser.press('Enter');
    await until(async () => (await desk.place('#lists .row.ring')).isFocused, 'its row');
    await desk.run(() => history.pushState(null, '', '#'));
    await desk.run((hash) => (location.hash = hash), `numbers-${analysis.numbers[2].start}-${analysis.numbers[2].end}`);
    await until(async () => (await desk.place(mark('numbers', analysis.numbers[2]))).isSeen, 'the item of the address');
  });

  test('a list shows the stretch around an item, however far down it is, and the mentions around one', async () => {
    const rows = () => desk.run(() => [...document.querySelectorAll('#lists .row')].map((r) => r.dataset.first));
    const last = analysis.quotes.findLast((q) => q.continues === null && q.kind === 'direct');
    await desk.push('#tab-quotes');
    await desk.run((hash) => (location.hash = hash), `quotes-${last.start}-${last.end}`);
    await until(async () => (await desk.place(row('quotes', last))).isRinged, 'its row');
    const [first, ...rest] = await rows();
    assert.ok(rest.length < 200, `${rest.length} rows`);
    await desk.push('#lists .more');
    const more = await rows();
    assert.ok(more.indexOf(first) > 50 && more.length < 400, `${more.indexOf(first)} before it of ${more.length}`);
    assert.equal(await desk.run(() => document.activeElement.dataset.first), first, 'the reader goes on where they were');
    await desk.run((hash) => (location.hash = hash), `quotes-${analysis.quotes[0].start}-${analysis.quotes[0].end}`);
    await until(async () => (await desk.place(row('quotes', analysis.quotes[0]))).isRinged, 'the first row');

    await desk.push('#tab-entities');
    const far = analysis.entities[analysis.names[0].mentions.at(-3)];
    await desk.run((hash) => (location.hash = hash), `entities-${far.start}-${far.end}`);
    await until(() => desk.run(() => document.querySelector('.mention[aria-current]') !== null), 'the mention');
    assert.ok((await desk.run(() => document.querySelectorAll('.mention').length)) <= 100);
    await until(async () => (await desk.place(mark('entities', far))).isFocused, 'the mention in the text');
  });

  test('is counted as the language writes thousands, and its bars can be compared', async () => {
    const counted = await desk.run(() => document.querySelector('#legend [data-layer="numbers"] .count').textContent);
    assert.equal(counted, analysis.numbers.length.toLocaleString('en'));
    await desk.push('#tab-glance');
    const bars = await until(async () => {
      const all = await desk.run(() => [...document.querySelectorAll('.bar-of')].map((bar) => Math.round(bar.getBoundingClientRect().left)));
      return all.length > 1 && all;
    }, 'the bars');
    assert.ok(bars.every((left) => left === bars[0]), `bars begin at ${bars}`);
  });

  test('is too long for an address, though it says the same again and again', async () => {
    await desk.push('#share');
    assert.equal(await desk.run(() => document.getElementById('share-link').hidden), true);
    await desk.run(() => document.getElementById('share-dialog').close());
  });

  test('the browser finds words in it, wherever they stand, and they stay found when they are painted', async () => {
    await desk.run(() => {
      document.getElementById('article').scrollTop = 0;
      getSelection().removeAllRanges();
      document.activeElement.blur();
    });
    // What had the focus or the selection stays as it was while it goes out of sight; here it has neither.
    await until(() => desk.run(() => (dispatchEvent(new Event('afterprint')), document.querySelector('#article .leaf:last-child').childElementCount === 0)), 'a bare end');
    assert.equal(await desk.run(() => window.find('Ottoline Fairweather')), true);
    // Chromium's own bar goes there; what a script finds in a part that was skipped it only selects.
    await desk.run(() => getSelection().anchorNode.parentElement.scrollIntoView({ block: 'end' }));
    await until(() => desk.run(() => document.querySelector('#article .leaf:last-child').childElementCount > 0), 'the end painted');
    assert.equal(await desk.run(() => getSelection().toString()), 'Ottoline Fairweather');
    assert.ok(await desk.run(() => !document.getElementById('adder').hidden), 'what is found can be added');
  });

  test('is copied as it was written, painted or not', async () => {
    const copied = (from, to) =>
      desk.run(
        (a, b) => {
          const leaves = document.querySelectorAll('#article .leaf');
          const [first, last] = [leaves[a], leaves[leaves.length - 1 - b]];
          const whole = document.createRange();
          whole.setStart(first, 0);
          whole.setEnd(last, last.childNodes.length);
          getSelection().removeAllRanges();
          getSelection().addRange(whole);
          const clipboardData = new DataTransfer();
          const isTaken = !document.getElementById('article').dispatchEvent(Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }));
          getSelection().removeAllRanges();
          return isTaken ? clipboardData.getData('text/plain') : null;
        },
        from,
        to,
      );
    assert.ok((await copied(0, 0)) === LONG);
    const part = await copied(3, 5);
    assert.ok(part.length > 900_000 && LONG.includes(part));
    await desk.push('#clear');
  });

  test('without a line break it is shown, gone to and copied all the same', async () => {
    // With letters of two halves and no blank between them, that is: none of them is cut.
    const text = `${'🦀'.repeat(20_001)} ${LONG.slice(0, 100_000).replaceAll('\n', ' ')} ${LONG.slice(-50)}`;
    const read = local.analyze(text);
    await desk.paste(text);
    const leaves = await desk.run(() => Array.from(document.querySelectorAll('#article .leaf'), (leaf) => leaf.textContent));
    assert.ok(leaves.length > 20 && leaves.every((leaf) => leaf.length < 20_000 && leaf.isWellFormed()), `${leaves.length} leaves`);
    assert.ok(leaves.join('') === text);
    const last = read.entities.find((m) => m.text === 'Ottoline Fairweather');
    await desk.push('#tab-entities');
    await desk.run((hash) => (location.hash = hash), `entities-${last.start}-${last.end}`);
    await until(async () => (await desk.place(mark('entities', last))).isSeen, 'sight of the last');
    const { copied, before } = await desk.run(() => {
      const leaf = document.querySelector('#article .leaf:has(p)');
      const before = document.createRange();
      before.setStart(document.getElementById('article'), 0);
      before.setEndBefore(leaf);
      getSelection().setBaseAndExtent(leaf, 0, leaf, leaf.childNodes.length);
      const clipboardData = new DataTransfer();
      document.getElementById('article').dispatchEvent(Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }));
      getSelection().removeAllRanges();
      return { copied: clipboardData.getData('text/plain'), before: before.toString().length };
    });
    assert.ok(copied.length > 1000 && copied === text.slice(before, before + copied.length), `${copied.length} at ${before}`);
    assert.ok(leaves.includes(copied), 'all of a leaf');
    await desk.push('#clear');
  });

  test('a quote as long as a chapter has a row that is cut, and is ringed where it begins', async () => {
    const text = `“${'We paid $5 million for the quay. '.repeat(600).trim()}” said Ada Brown.`;
    const [quote] = local.analyze(text).quotes;
    await desk.paste(text);
    await desk.push('#tab-quotes');
    const said = await until(() => desk.run(() => document.querySelector('#lists .said')?.textContent), 'its row');
    assert.ok(said.length < 6000 && said.endsWith('…'), `${said.length} characters`);
    await rest(() => (document.getElementById('article').scrollTop = 1e9));
    await desk.push(row('quotes', quote));
    const top = (selector) => desk.run((query) => document.querySelector(query).getBoundingClientRect().top, selector);
    await until(async () => (await desk.place(mark('quotes', quote))).isRinged, 'the ring');
    await until(async () => (await top(mark('quotes', quote))) > 0, 'its beginning');
    await desk.push('#clear');
  });
});
