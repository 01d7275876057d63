/**
 * With a text as long as a book the page never stands still for long, told by what it takes to paint all of it at once. What else runs
 * would stop it too: this runs alone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINES } from './drivers.mjs';
import { BOOK, play, scenario } from './page/help.mjs';

scenario('standing still', (desk, name) => {
  /** How long the page stood still at most after `act`, in milliseconds, until it is at rest for so long; and how long it all took. */
  const still = async (act, arg, rest = 120) => {
    const work = `async (rest, arg) => {
      const article = document.getElementById('article');
      const { port1, port2 } = new MessageChannel();
      let [longest, last] = [0, performance.now()];
      const start = last;
      // What is done to the page is told in attributes, and then drawn.
      let quiet = start;
      (${act})(arg);
      await new Promise((done) => {
        port1.onmessage = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (article.getAttribute('aria-busy') !== 'false') quiet = now;
          if (now - quiet > rest) done();
          else port2.postMessage(0);
        };
        port2.postMessage(0);
      });
      return { longest, all: last - start };
    }`;
    return desk.run(eval(`(${work})`), rest, arg);
  };
  const push = (selector) => still((query) => document.querySelector(query).click(), selector);
  const scroll = (top) => still((to) => (document.getElementById('article').scrollTop = to), top);
  const tell = (what, times) => console.log(`# ${name}, 1 MB, the longest stretches: ${what}${times.map((time) => Math.round(time)).join(', ')} ms`);
  /** What painting all of it takes, as for print: what a page would take that did so. */
  let whole;

  test('a text is read', async () => {
    const { longest, all } = await still((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      document.getElementById('text').dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
    }, BOOK);
    tell(`pasted, in ${Math.round(all)} ms: `, [longest]);
    assert.ok(longest < all / 3, `${longest} of ${all} ms`);
    ({ longest: whole } = await still(() => dispatchEvent(new Event('beforeprint'))));
    await still(() => dispatchEvent(new Event('afterprint')));
    tell('painted all at once, ', [whole]);
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
      'a correction': () =>
        still(() => {
          const type = document.querySelector('.detail select');
          type.value = 'LOC';
          type.dispatchEvent(new Event('change'));
        }),
      'taken back': () => push('#undo'),
      'a mark': () => push('#article mark[data-layer="quotes"]'),
      'the first list': () => push('#tab-quotes'),
    };
    const took = Object.fromEntries(Object.keys(steps).map((step) => [step, []]));
    for (let i = 0; i < 2; i++) for (const [step, act] of Object.entries(steps)) took[step].push((await act()).longest);
    for (const [step, times] of Object.entries(took)) {
      tell(`${step} `, times);
      assert.ok(Math.min(...times) < whole / 3, `${step}: ${times} ms, the whole ${whole}`);
    }
  });

  test('it is written', async () => {
    await push('#write');
    const keys = [];
    for (const key of 'He s') {
      const [{ longest }] = await Promise.all([still(() => {}, null, 300), desk.browser.type(key)]);
      keys.push(longest);
    }
    tell('at a key ', keys);
    assert.ok(keys.sort((a, b) => a - b)[keys.length >> 1] < whole / 3, `${keys} ms, the whole ${whole}`);
  });
});

for (const [name, open] of ENGINES) play(name, open);
