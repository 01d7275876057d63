/** The page for everyone: axe in every state, small and zoomed windows, other directions, calm and plain colours. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { limitsPage } from '../../../scripts/limits.mjs';
import { root, seed } from '../../js/help.mjs';
import { scenario, until } from './help.mjs';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** The page's folder with axe in it, and the messages longer and from right to left: what no translation would be worse than. */
const folder = mkdtempSync(join(tmpdir(), 'copydesk-access-'));
cpSync(join(root, 'www'), folder, { recursive: true });
writeFileSync(join(folder, 'axe.js'), AXE);
writeFileSync(join(folder, 'limits.html'), limitsPage().replace("default-src 'none';", "default-src 'none'; script-src 'self';"));
const rtl = mkdtempSync(join(tmpdir(), 'copydesk-rtl-'));
cpSync(folder, rtl, { recursive: true });
const english = readFileSync(join(root, 'www/app/messages/en.js'), 'utf8');
const pseudo = english
  .replace("{ lang: 'en', dir: 'ltr' }", "{ lang: 'en', dir: 'rtl' }")
  .replace(/^( {2}'[^']+': )(.*)$/gm, (_, key, value) => key + value.replace(/'((?:[^'\\]|\\.)*)'/g, (__, text) => `'\u2067[${text} ܂܂܂܂]\u2069'`));
writeFileSync(join(rtl, 'app/messages/en.js'), pseudo);
after(() => [folder, rtl].forEach((f) => rmSync(f, { recursive: true, force: true })));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is. */
async function axe(desk) {
  return desk.run(async (tags) => {
    if (globalThis.axe === undefined) {
      await import(new URL('axe.js', document.baseURI).href);
    }
    await Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {})));
    const { violations } = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.html.slice(0, 160)} ${n.any.map((a) => a.message).join(' ').slice(0, 200)}`));
  }, TAGS);
}

/** Every state that the page can be in, in turn. */
const STATES = [
  ['blank', () => {}],
  ['written', () => document.getElementById('write').click()],
  ...['quotes', 'numbers', 'entities', 'checks', 'glance'].map((tab) => [
    tab,
    (name) => {
      document.getElementById('read').click();
      document.getElementById(`tab-${name}`).click();
      document.querySelector('#lists .row')?.click();
    },
    tab,
  ]),
  ['only quotes', () => document.querySelector('#legend .only').click()],
  ['a layer hidden', () => document.querySelector('#legend [data-layer="numbers"]').click()],
  ['no match', () => Object.assign(document.getElementById('search'), { value: 'zzz' }).dispatchEvent(new InputEvent('input'))],
  ['menu', () => (document.querySelector('.menu').open = true)],
  ['share', () => document.getElementById('share').click()],
  [
    'house rules',
    () => {
      document.getElementById('share-dialog').close();
      document.getElementById('house').click();
      const field = document.querySelector('#house-lists .adding input');
      field.value = 'Zorvane';
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    },
  ],
  [
    'an update, a note',
    () => {
      document.getElementById('house-dialog').close();
      document.getElementById('update').hidden = false;
      document.getElementById('toast').textContent = 'A note.';
    },
  ],
];

scenario(
  'for everyone',
  (desk, engine) => {
    test('axe finds nothing wrong in any state', async () => {
      const found = {};
      // What axe looks at differs little between engines, and it takes long: all states in one, some in the others.
      const looked = engine === 'Chromium' ? STATES.map(([name]) => name) : ['blank', 'quotes', 'house rules'];
      for (const [name, enter, argument] of STATES) {
        if (name === 'written') await desk.paste(seed);
        await desk.run(enter, argument ?? null);
        await desk.settled();
        if (!looked.includes(name)) continue;
        const wrong = await axe(desk);
        if (wrong.length > 0) found[name] = wrong.slice(0, 4);
      }
      assert.deepEqual(found, {});
      await desk.run(() => {
        document.getElementById('update').hidden = true;
        document.querySelector('#legend .only').click();
        document.querySelector('#legend [data-layer="numbers"]').click();
        document.getElementById('search').value = '';
        document.getElementById('search').dispatchEvent(new InputEvent('input'));
      });
    });

    test('marks stand out without colour: each layer has a line of its own', async () => {
      await desk.paste('Ada Brown paid $5 million. “It held,” she said.');
      const lines = await desk.run(() =>
        ['quotes', 'numbers', 'entities'].map((l) => getComputedStyle(document.querySelector(`mark[data-layer="${l}"]:not([data-kind="indirect"])`)).textDecorationStyle),
      );
      assert.deepEqual(lines, ['solid', 'double', 'dotted']);
    });

    test('everything that can be clicked can be reached by key, and is large enough', async () => {
      const faults = await desk.run(() => {
        const wrong = [];
        for (const e of document.querySelectorAll('button, input:not([hidden]), select, textarea, summary, a[href]')) {
          if (!e.checkVisibility({ visibilityProperty: true })) continue;
          const box = e.getBoundingClientRect();
          if (e.tabIndex < 0 && e.getAttribute('role') !== 'tab') wrong.push(`no key: ${e.outerHTML.slice(0, 80)}`);
          const isInline = e.matches('a, .link, input[type="checkbox"]');
          if (!isInline && (box.width < 24 || box.height < 24)) wrong.push(`small: ${e.outerHTML.slice(0, 80)} ${box.width}×${box.height}`);
        }
        return wrong.slice(0, 5);
      });
      assert.deepEqual(faults, []);
    });

    test('fits a window of 320 pixels, which is what 400% zoom leaves of 1280', async (t) => {
      if (desk.browser.resize === undefined) return t.skip('this driver does not resize');
      await desk.browser.resize(320, 640);
      for (const tab of ['quotes', 'numbers', 'entities', 'checks', 'glance']) {
        await desk.push(`#tab-${tab}`);
        const over = await desk.run(() => {
          const width = document.documentElement.clientWidth;
          const wide = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > width + 1 && !e.closest('.unseen, .skip, mark'));
          return [document.documentElement.scrollWidth > width, wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 100))];
        });
        assert.deepEqual(over, [false, []], `${engine} ${tab}`);
      }
      assert.deepEqual(await axe(desk), []);
      await desk.browser.resize(1280, 900);
    });

    test('the page of limits has every score, and nothing wrong', async () => {
      const csv = readFileSync(join(root, 'eval/results.csv'), 'utf8');
      assert.equal(readFileSync(join(root, 'www/limits.html'), 'utf8'), limitsPage(csv), 'npm run build makes it anew');
      await desk.browser.goto(`${desk.server.url}limits.html`);
      const shown = await desk.run(() => [...document.querySelectorAll('tbody tr')].map((r) => [r.closest('table').caption.textContent, ...[...r.cells].map((c) => c.textContent)]));
      assert.equal(await desk.run(() => [...document.querySelectorAll('table')].every((table) => /\w/.test(table.nextElementSibling?.textContent))), true, 'each says what was measured');
      assert.deepEqual(shown, csv.trim().split('\n').slice(1).map((line) => line.split(',')));
      assert.deepEqual(await axe(desk), []);
    });
  },
  { folder },
);

scenario(
  'another language',
  (desk) => {
    test('every word comes from the catalogue, and runs the other way', async () => {
      await desk.paste(seed);
      for (const tab of ['quotes', 'numbers', 'entities', 'checks', 'glance']) await desk.push(`#tab-${tab}`);
      const bare = await desk.run(() => {
        const wrong = [];
        const own = /^[\s\d%·.,–—\-"“”×?▾]*$/;
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const parent = node.parentElement;
          if (parent.closest('script, noscript, article, h1, .initials, .written, .said, #lists h3, .value, .axis, #samples button, datalist') || own.test(node.data)) continue;
          if (!node.data.includes('܂')) wrong.push(node.data.trim().slice(0, 60));
        }
        for (const e of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
          for (const name of ['aria-label', 'title', 'placeholder']) if (e.hasAttribute(name) && !e.getAttribute(name).includes('܂')) wrong.push(`${name}: ${e.getAttribute(name)}`);
        }
        return wrong;
      });
      assert.deepEqual(bare, []);
      const sides = await desk.run(() => [document.querySelector('.desk'), document.querySelector('aside')].map((e) => e.getBoundingClientRect().left));
      assert.ok(sides[1] < sides[0], 'the lists stand at the left of the article');
      assert.equal(await desk.run(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
    });

    test('an article runs as its own first letter does', async () => {
      const directions = [];
      for (const words of ['“1 of 2,” said Ada.', '“1 – אמרה עדה.', '2: قالت آدا', '']) {
        await desk.paste(words);
        directions.push(await desk.run(() => ['text', 'article'].map((id) => getComputedStyle(document.getElementById(id)).direction).join()));
      }
      assert.deepEqual(directions, ['ltr,ltr', 'rtl,rtl', 'rtl,rtl', 'ltr,ltr']);
    });

    test('an arrow to the right leads to the tab before', async () => {
      await desk.run(() => {
        document.getElementById('tab-numbers').click();
        document.getElementById('tab-numbers').focus();
      });
      await desk.browser.press('ArrowRight');
      await until(() => desk.run(() => document.activeElement.id === 'tab-quotes'), 'the tab before');
    });
  },
  { folder: rtl },
);
