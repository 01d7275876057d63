/**
 * With a text as long as a book the page never stands still for long, told by what it takes to paint all of it at once. What else runs
 * would stop it too: this runs alone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { ENGINES } from './drivers.mjs';
import { BOOK, play, scenario } from './page/help.mjs';

scenario('standing still', (desk, name) => {
  /** How long the page stood still at most after `act`, until what it promised is there and the page is at rest for so long, and how long it all took, in milliseconds. */
  const still = (act, arg, rest = 120) => {
    const work = `async (rest, arg) => {
      const article = document.getElementById('article');
      let [longest, last] = [0, performance.now()];
      const start = last;
      // What is done to the page is told in attributes, and then drawn.
      let [quiet, isPromised] = [start, true];
      Promise.resolve((${act})(arg)).then(() => (isPromised = false));
      // Told by a timer, which adds what it waits: messages without end would keep one of a machine's cores from who draws.
      await new Promise((done) => {
        const tick = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (isPromised || article.getAttribute('aria-busy') !== 'false') quiet = now;
          if (now - quiet > rest) done();
          else setTimeout(tick, 4);
        };
        setTimeout(tick, 4);
      });
      return { longest, all: last - start };
    }`;
    return desk.run(eval(`(${work})`), rest, arg);
  };
  const push = (selector) => still((query) => document.querySelector(query).click(), selector);
  const scroll = (top) => still((to) => (document.getElementById('article').scrollTop = to), top);
  const corrected = (field, to) =>
    still(
      ([field, to]) => {
        const found = document.querySelector(`.detail ${field}`);
        found.value = to;
        found.dispatchEvent(new Event('change'));
      },
      [field, to],
    );
  const told = ({ longest }) => String(Math.round(longest));
  const tell = (what, times) => console.log(`# ${name}, 1 MB, the longest stretches: ${what}${times.map(told).join(', ')} ms`);
  /** What each step took, time by time. */
  const took = new Map();
  /** Does all of it, once more if it stood still for as long as a person notices, for what else runs stops any page for a moment. */
  const measure = async (steps) => {
    for (const step of Object.keys(steps)) took.set(step, []);
    const once = async () => {
      for (const [step, act] of Object.entries(steps)) took.get(step).push(await act());
    };
    await once();
    if (Object.keys(steps).some((step) => took.get(step)[0].longest > 50)) await once();
    for (const step of Object.keys(steps)) tell(`${step} `, took.get(step));
  };

  test('a text is read', async () => {
    // A page is opened before somebody pastes into it.
    await still(() => {}, null, 1000);
    const read = await still((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      document.getElementById('text').dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
    }, BOOK);
    tell(`pasted, in ${Math.round(read.all)} ms: `, [read]);
    assert.ok(read.longest < read.all / 3, `${read.longest} of ${read.all} ms`);
  });

  test('it is switched, hidden, scrolled and chosen from', async () => {
    const steps = {
      'to the box': () => push('#write'),
      'to the article': () => push('#read'),
      'a layer hidden': () => push('#legend [data-layer="numbers"]'),
      'a layer shown': () => push('#legend [data-layer="numbers"]'),
      'only quotes': () => push('#legend .only'),
      'all again': () => push('#legend .only'),
      'to the end': () => scroll(1e9),
      'to the beginning': () => scroll(0),
      'another list': () => push('#tab-numbers'),
      'an item': () => push('#lists .row:nth-of-type(10)'),
      'the names': () => push('#tab-entities'),
      'one of many mentions': () => push('#lists .row'),
      'a correction': () => corrected('select', 'LOC'),
      'taken back': () => push('#undo'),
      'a field that proposes names': () => still(() => document.querySelector('.detail input[list]').focus()),
      'what is typed there': () =>
        still(() => {
          const field = document.activeElement;
          field.value = 'Ha';
          field.dispatchEvent(new Event('input'));
        }),
      'two names made one': () => corrected('input[list]', 'Ada Hartley'),
      'and two again': () => push('#undo'),
      'a mark': () => push('#article mark[data-layer="quotes"]'),
      'the next item': () => still(() => document.getElementById('article').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }))),
      'words selected': () =>
        still(() => {
          const p = document.querySelector('#article .ring').closest('p');
          getSelection().setBaseAndExtent(p, 0, p, p.childNodes.length);
        }),
      'and no more': () => still(() => getSelection().removeAllRanges()),
      'the first list': () => push('#tab-quotes'),
      'another day of publication': () =>
        still(() => {
          const day = document.getElementById('published');
          day.value = day.value === '' ? '2021-11-09' : '';
          day.dispatchEvent(new Event('change'));
        }),
      'a share that is too long': () => push('#share'),
      'the share shut': () => still(() => document.getElementById('share-dialog').close()),
    };
    await measure(steps);
  });

  test('it is searched, looked at and put into files', async () => {
    const search = (words) =>
      still((words) => {
        const box = document.getElementById('search');
        box.value = words;
        box.dispatchEvent(new Event('input'));
      }, words);
    const exported = (name) =>
      still((name) => {
        const made = new Promise((done) => {
          const { createObjectURL } = URL;
          URL.createObjectURL = (file) => {
            URL.createObjectURL = createObjectURL;
            document.addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true });
            done();
            return createObjectURL.call(URL, file);
          };
        });
        document.querySelector(`#export [data-file="${name}"]`).dispatchEvent(new MouseEvent('click'));
        return made;
      }, name);
    const files = await desk.run(() => [...document.querySelectorAll('#export button')].map((b) => b.dataset.file));
    const steps = {
      'the checks': () => push('#tab-checks'),
      'at a glance': () => push('#tab-glance'),
      ...Object.fromEntries(
        ['quotes', 'numbers', 'entities'].flatMap((list) => [
          [`the list of ${list}`, () => push(`#tab-${list}`)],
          [`${list} searched`, () => search('million')],
          [`all ${list} again`, () => search('')],
        ]),
      ),
      ...Object.fromEntries(files.map((name) => [name, () => exported(name)])),
    };
    await measure(steps);
  });

  test('it is opened from a file', async () => {
    const lines = BOOK.split('\n');
    const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    const files = {
      'chapter.txt': BOOK.slice(0, 20_000),
      'book.txt': BOOK,
      'a line as long as a book.txt': BOOK.replaceAll('\n', ' '),
      'book.md': lines.join('\n\n').replaceAll('said', '**said**'),
      'book.html': `<title>Book</title>${escaped.map((line) => `<p>${line.replaceAll('said', '<b>said</b>')}</p>`).join('\n')}`,
      'book.docx': zipSync({ 'word/document.xml': strToU8(escaped.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')) }),
    };
    const hold = (name, base64) => {
      globalThis.dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    };
    const drop = () => {
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      return new Promise((done) => new MutationObserver(done).observe(document.getElementById('article'), { attributes: true }));
    };
    const steps = Object.entries(files).map(([name, data]) => [
      name,
      async () => {
        await desk.run(hold, name, Buffer.from(data).toString('base64'));
        return still(drop);
      },
    ]);
    await measure(Object.fromEntries(steps));
  });

  test('it is written', async () => {
    await push('#write');
    const keys = [];
    for (const key of 'He s') {
      const [at] = await Promise.all([still(() => {}, null, 300), desk.browser.type(key)]);
      keys.push(at);
    }
    tell('at a key ', keys);
    took.set('a key', keys.sort((a, b) => a.longest - b.longest).slice(keys.length >> 1));
  });

  // Last, as what is left of so much has to be collected, which stops a page too.
  test('none of it takes what a page would take that painted all at once, as for print', async () => {
    await push('#read');
    const whole = await still(() => dispatchEvent(new Event('beforeprint')));
    await still(() => dispatchEvent(new Event('afterprint')));
    tell('painted all at once, ', [whole]);
    for (const [step, times] of took) assert.ok(times.some(({ longest }) => longest < whole.longest / 3), `${step}: ${times.map(told)} ms, the whole ${told(whole)}`);
  });
});

for (const [name, open] of ENGINES) play(name, open);
