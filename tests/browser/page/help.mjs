/** What the tests of the page share: a browser at the page, and ways to do there what a person does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { serve } from '../../../scripts/serve.mjs';
import { root, seed } from '../../js/help.mjs';

export const LAYERS = ['quotes', 'numbers', 'entities'];

/** People of a book: each of them once, of some 3000. */
const [GIVEN, FIRST, LAST] = [
  'Ada Bruno Clara Daniel Emma Felix Greta Henry Ida Jonas Karen Louis',
  'Ash Brad Carl Dun Elm Fair Gold Hart King Lang Mar Nor Oak Pem Rad Stan',
  'berg bury croft dale field ford ham ley man mere son stone ton wick wood worth',
].map((parts) => parts.split(' '));
const person = (n) => `${GIVEN[n % 12]} ${FIRST[Math.floor(n / 12) % 16]}${LAST[Math.floor(n / 192) % 16]}`;
const chapter = (n) => {
  const [a, b, c, ...others] = Array.from({ length: 18 }, (_, i) => person(18 * n + i));
  return `${seed}\n“So ends what we know of it,” said ${a}, who had come from the coast with ${b} and ${c}. They were met by ${others.join(', ')}.\n`;
};

/** A text of 1 MB, with as many names as a book has. Its last sentence stands nowhere else. */
export const BOOK = `${Array.from({ length: 180 }, (_, n) => chapter(n)).join('').slice(0, 1_000_000)}\nSo ended the long account of Ottoline Fairweather.`;

/** The page's own policy, so that what it stops is also told to the server, whatever the engine. */
export const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(root, 'www/index.html'), 'utf8'))[1];
const reporting = { 'content-security-policy-report-only': `${policy}; report-uri /csp-report` };

export const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Waits until `check` gives something true. */
export async function until(check, what, time = 20_000) {
  for (const end = Date.now() + time; Date.now() < end; await sleep(40)) {
    const value = await check();
    if (value) return value;
  }
  return assert.fail(`${what} did not happen`);
}

/** The drafts that are kept, whichever tab keeps them. Runs in the page. */
export const drafts = () => Object.keys(localStorage).filter((key) => key.startsWith('copydesk.draft.')).map((key) => JSON.parse(localStorage.getItem(key)).text);

/** Whether the page waits for an article. */
export const ready = () => document.querySelector('#status')?.textContent === 'Ready for an article.';

const SCENARIOS = [];

/**
 * Says what is tried in every engine. `body` gets what `at` gives, with the `browser` and the `server`, once the page is open (or, with
 * `isShut`, before it is). Each scenario has a server of its own, so it finds nothing that another has kept.
 */
export function scenario(title, body, options = {}) {
  SCENARIOS.push({ title, body, options });
}

/** Plays the scenarios in one engine, in one browser. COPYDESK_PAGE names those that are wanted. */
export function play(name, open) {
  describe(name, () => {
    const desk = {};
    const had = new Set();
    before(async () => {
      desk.browser = await open();
      Object.assign(desk, at(desk.browser));
    });
    after(() => desk.browser?.close());
    const chosen = process.env.COPYDESK_PAGE?.split(',');
    for (const { title, body, options } of SCENARIOS.filter((s) => chosen === undefined || chosen.includes(s.title))) {
      describe(title, () => {
        before(async () => {
          do {
            // The service worker of an address that another scenario had would still be there.
            await desk.server?.close();
            desk.server = await serve({ headers: reporting, ...options });
          } while (had.has(desk.server.url));
          had.add(desk.server.url);
          if (options.isShut) return;
          await desk.browser.goto(desk.server.url);
          await until(() => desk.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'readiness');
        });
        after(() => desk.server.close());
        body(desk, name);
      });
    }
  });
}

/** What a person does at a page that is open in a browser. */
export function at(browser) {
  const { run } = browser;
  /** Until what is in the box is read and painted. */
  const settled = () => until(() => run(() => document.getElementById('article').getAttribute('aria-busy') === 'false' && document.getElementById('progress').hidden), 'rest');
  return {
    run,
    settled,
    /** As pasting does it: the words, then an input event that says so. */
    async paste(text) {
      await run((words) => {
        const box = document.getElementById('text');
        box.value = words;
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
      }, text);
      await settled();
    },
    /** Clicks in the middle of what is seen, when nothing moves any more, and waits until what it led to is painted. */
    async click(selector) {
      await run((query) => document.querySelector(query).scrollIntoView({ block: 'center', behavior: 'instant' }), selector);
      // Whatever moves is elsewhere in the next frames, however long a slow machine takes for one. What the page itself has scrolled
      // away is brought back: WebKitGTK's driver gives up on what it has to scroll to.
      const isAtRest = async (query) => {
        document.querySelector(query)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const place = () => JSON.stringify(document.querySelector(query)?.getBoundingClientRect());
        const before = place();
        for (let i = 0; i < 4; i++) await new Promise((done) => requestAnimationFrame(done));
        return before !== undefined && place() === before;
      };
      await until(() => run(isAtRest, selector), `rest of ${selector}`);
      await browser.click(selector);
      await settled();
    },
    /** Clicks without a look, for what lies in a menu, and waits as well. */
    async push(selector) {
      await run((query) => document.querySelector(query).click(), selector);
      await settled();
    },
    text: (selector) => run((query) => document.querySelector(query)?.innerText ?? '', selector),
    /** What every entry of the export menu gives, by the name of its file; nothing is downloaded. */
    async exported() {
      const made = await run(async () => {
        const files = {};
        const make = URL.createObjectURL;
        for (const button of document.querySelectorAll('#export button')) {
          let blob;
          URL.createObjectURL = (given) => make.call(URL, (blob = given));
          const named = new Promise((done) => {
            document.addEventListener('click', function stop(event) {
              if (event.target === button) return;
              event.preventDefault();
              document.removeEventListener('click', stop, true);
              done(event.target.download);
            }, true);
          });
          button.dispatchEvent(new MouseEvent('click', { bubbles: false }));
          const name = await named;
          files[name] = [...new Uint8Array(await blob.arrayBuffer())];
        }
        URL.createObjectURL = make;
        return files;
      });
      return Object.fromEntries(Object.entries(made).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
    },
    /** What the article shows: its text, and of each marked item the words that its pieces hold. */
    shown: () =>
      run(() => {
        const found = { quotes: new Map(), numbers: new Map(), entities: new Map() };
        const article = document.getElementById('article');
        for (const mark of article.querySelectorAll('mark')) {
          const { layer, start, end } = mark.dataset;
          const item = found[layer].get(`${start}-${end}`) ?? { start: Number(start), end: Number(end), text: '' };
          item.text += mark.textContent;
          found[layer].set(`${start}-${end}`, item);
        }
        const items = Object.fromEntries(Object.entries(found).map(([layer, all]) => [layer, [...all.values()]]));
        return { items, text: [...article.querySelectorAll('p')].map((p) => p.textContent).join('\n') };
      }),
    place: (selector) =>
      run((query) => {
        const all = [...document.querySelectorAll(query)];
        const box = all[0]?.getBoundingClientRect();
        return {
          rings: document.querySelectorAll('.ring').length,
          isRinged: all.length > 0 && all.every((e) => e.classList.contains('ring')),
          isFocused: document.activeElement === all[0],
          isSeen: box !== undefined && box.top >= 0 && box.bottom <= innerHeight,
        };
      }, selector),
  };
}

/** The selector of an item's marks. */
export const mark = (layer, { start, end }) => `mark[data-layer="${layer}"][data-start="${start}"][data-end="${end}"]`;

/** The selector of the row that leads to an item first. */
export const row = (layer, { start, end }) => `.row[data-first="${layer}-${start}-${end}"]`;
