/** The WordPress plugin in a real WordPress, oldest and newest: with the editor in the page, and in an iframe. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import puppeteer from 'puppeteer-core';
import { plugins } from '../../scripts/plugins.mjs';
import { chromium } from '../../scripts/setup.mjs';
import { CHROMIUM } from '../browser/drivers.mjs';
import { until } from '../browser/served.mjs';
import { root } from '../js/help.mjs';
import { VERSIONS, wordpress } from './wordpress/site.mjs';

const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const TITLE = 'Harbour bridge opens again';
const QUOTE = 'We have waited eleven years for this day,';
const TEXT = [
  `“${QUOTE}” Mayor Ada Brown told reporters on Monday. “Nobody will miss the ferry.”`,
  '“It cost $1.2 billion and it was worth it,” said Tom Reed, who leads the Harbour Authority. <b>Not bold</b> & no entity.',
  'Ms Brown said the toll would fall to 3 dollars.',
].join('\n\n');

/** Runs in the page: the document of the canvas, and what is painted there. */
const HELP = `
globalThis.canvasDocument = () => document.querySelector('iframe[name="editor-canvas"]')?.contentDocument ?? document;
globalThis.painted = (name) => [...(canvasDocument().defaultView.CSS.highlights.get('copydesk-' + name) ?? [])].filter((r) => r.startContainer.isConnected).map(String);
globalThis.rows = (list) => [...document.querySelectorAll('.copydesk-panel details[data-list="' + list + '"] button')].map((b) => b.querySelector('.copydesk-said').textContent);
globalThis.row = (said) => [...document.querySelectorAll('.copydesk-panel button')].find((b) => b.querySelector('.copydesk-said').textContent === said);
`;

for (const version of VERSIONS) {
  describe(`WordPress ${version}`, () => {
    let site;
    let browser;
    let page;
    let profile;
    /** Addresses asked for, other than the site's. */
    const foreign = [];
    /** Errors in the page that tell of us. */
    const errors = [];

    before(async () => {
      plugins();
      site = await wordpress(version);
      profile = mkdtempSync(join(tmpdir(), 'copydesk-browser-'));
      browser = await puppeteer.launch({ executablePath: chromium(), userDataDir: profile, args: CHROMIUM });
      [page] = await browser.pages();
      await page.setViewport({ width: 1400, height: 900 });
      page.on('request', (r) => {
        if (/^https?:/.test(r.url()) && !r.url().startsWith(site.url)) foreign.push(r.url());
      });
      page.on('pageerror', (e) => errors.push(String(e)));
      page.on('dialog', (d) => d.accept());
      await page.goto(`${site.url}/wp-login.php`);
      // A while after it is there, the form takes the focus and selects what it has: keys would go astray.
      await page.$eval('#loginform', (form) => Object.assign(form.log, { value: 'ada' }) && Object.assign(form.pwd, { value: 'a password' }));
      await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
      assert.match(page.url(), /\/wp-admin\//);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
      if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    });

    const run = (work, ...args) => page.evaluate(work, ...args);
    const activate = (on) => site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${on ? 'activate_plugin' : 'deactivate_plugins'}( 'copydesk/copydesk.php' );`);

    /** A new post with the text pasted in, as a person does it. */
    async function write() {
      await page.goto(`${site.url}/wp-admin/post-new.php`);
      await run(HELP);
      await until(() => run(() => canvasDocument().querySelector('.editor-post-title__input') !== null), 'the editor');
      await run(() => canvasDocument().querySelector('.editor-post-title__input').focus());
      await page.keyboard.type(TITLE);
      await page.keyboard.press('Enter');
      await until(() => run(() => canvasDocument().activeElement?.closest('[data-block]')?.textContent.trim() !== undefined), 'an empty paragraph');
      await run((text) => {
        const { ClipboardEvent, DataTransfer } = canvasDocument().defaultView;
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        canvasDocument().activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, TEXT);
      await until(() => run(() => wp.data.select('core/block-editor').getBlockCount() === 3), 'the paste');
    }

    /** Saves, and gives what is in the database. */
    async function saved() {
      await run(() => wp.data.dispatch('core/editor').savePost());
      const id = await run(() => wp.data.select('core/editor').getCurrentPostId());
      // The editor's own lock on the post has its time in it.
      return JSON.parse(site.php(`$p = get_post( ${id} ); $m = get_post_meta( $p->ID ); unset( $m['_edit_lock'] ); echo json_encode( array( $p->post_title, $p->post_content, $m ) );`));
    }

    const button = '.interface-pinned-items button[aria-label="Copydesk"]';
    async function open() {
      await page.click(button);
      await until(() => run(() => rows('quotes').length > 0), 'the list of quotes');
    }
    async function close() {
      await page.click(button);
      await until(() => run(() => document.querySelector('.copydesk-panel') === null), 'the end of the panel');
    }

    /** What of us is left in the page when nothing should be. */
    const left = async () => ({
      ...(await run(() => ({
        names: [...canvasDocument().defaultView.CSS.highlights.keys()],
        sheets: canvasDocument().adoptedStyleSheets.length,
        marks: canvasDocument().querySelectorAll('mark').length,
        panels: document.querySelectorAll('[class*=copydesk-]').length,
      }))),
      workers: page.workers().length,
    });
    const NOTHING = { names: [], sheets: 0, marks: 0, panels: 0, workers: 0 };
    /** What is taken away last, the worker or the panel, the host decides. */
    const nothingLeft = () =>
      until(async () => isDeepStrictEqual(await left(), NOTHING), 'the end of all').catch(async () => assert.deepEqual(await left(), NOTHING));

    let without;

    test('deactivated it changes nothing', async () => {
      activate(false);
      await write();
      assert.equal(await run(() => document.querySelector('script[src*="plugins/copydesk"]')), null);
      without = await saved();
      assert.equal(without[0], TITLE);
      assert.equal(without[1].match(/<!-- wp:paragraph -->/g).length, 3);
      activate(true);
    });

    test('lists who said what, the numbers and the names', async () => {
      await write();
      assert.equal(await run(() => document.querySelector('iframe[name="editor-canvas"]') !== null), Number(version) > 6.2);
      assert.deepEqual(await left(), NOTHING);
      await open();
      assert.deepEqual(
        await run(() => [...document.querySelectorAll('.copydesk-speaker')].map((s) => s.firstChild.data)),
        ['Ada Brown', 'Tom Reed'],
      );
      const [quotes, numbers, names] = await run(() => ['quotes', 'numbers', 'names'].map((l) => rows(l)));
      assert.ok(quotes.includes(`“${QUOTE}”`), String(quotes));
      assert.ok(numbers.includes('$1.2 billion'), String(numbers));
      assert.ok(names.includes('Ada Brown') && names.includes('Tom Reed'), String(names));
      assert.match(await run(() => row('$1.2 billion').textContent), /\$1,200,000,000/);
      const status = /^Quotes: \d+, numbers: \d+, names: \d+$/;
      await until(async () => status.test(await run(() => document.querySelector('.copydesk-panel [role=status]').textContent)), 'the status');
    });

    test('marks the words in the canvas, and takes the marks off', async () => {
      for (const [layer, words] of [['quotes', QUOTE], ['numbers', '$1.2 billion'], ['entities', 'Tom Reed']]) {
        await until(() => run((l, w) => painted(l).includes(w), layer, words), `marks of ${layer}`);
      }
      const toggle = '.components-toggle-control input';
      await page.click(toggle);
      await until(async () => (await left()).names.length === 0, 'marks going');
      await page.click(toggle);
      await until(() => run(() => painted('quotes').length > 0), 'marks coming back');
    });

    test('axe finds nothing wrong with the panel', async () => {
      await page.evaluate(AXE);
      const violations = await run(async () => (await axe.run('.copydesk-panel', { resultTypes: ['violations'] })).violations.map((v) => `${v.id}: ${v.nodes[0].html}`));
      assert.deepEqual(violations, []);
    });

    /** The words selected in the canvas, and the text of the block that WordPress has for selected. */
    const selected = () =>
      run(() => [canvasDocument().defaultView.getSelection().toString(), String(wp.data.select('core/block-editor').getSelectedBlock()?.attributes.content ?? '')]);

    test('jumps: selects the block and the words, by mouse and by keys', async () => {
      await run((said) => row(said).scrollIntoView(), `“${QUOTE}”`);
      await run((said) => row(said).click(), `“${QUOTE}”`);
      await until(async () => (await selected())[0] === QUOTE, 'the selection of the quote');
      await until(async () => (await selected())[1].includes(QUOTE), 'the selection of the block');
      await until(() => run((quote) => painted('current').join() === quote, QUOTE), 'the ring');
      await run(() => row('$1.2 billion').focus());
      await page.keyboard.press('Enter');
      await until(async () => (await selected())[0] === '$1.2 billion', 'the selection of the number');
      await until(() => run(() => canvasDocument().activeElement.textContent.includes('$1.2 billion')), 'the focus');
      // A name is gone through, place by place.
      for (const place of ['Ada Brown', 'Brown', 'Ada Brown']) {
        await run(() => row('Ada Brown').click());
        await until(async () => (await selected())[0] === place, `the selection of ${place}`);
      }
    });

    test('follows what is typed, and marks no wrong words meanwhile', async () => {
      await run(() => row('3 dollars').click());
      await until(async () => (await selected())[0] === '3 dollars', 'the selection');
      await page.keyboard.type('4 dollars and 50 cents');
      assert.ok(!(await run(() => painted('numbers'))).includes('3 dollars'));
      await until(() => run(() => rows('numbers').some((n) => n.startsWith('4 dollars'))), 'the new number');
      await until(() => run(() => painted('numbers').some((n) => n.startsWith('4 dollars'))), 'its mark');
      assert.ok(!(await run(() => rows('numbers'))).includes('3 dollars'));
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await until(() => run(() => rows('numbers').includes('3 dollars')), 'the old number after undo');
      await run(() => wp.data.dispatch('core/editor').editPost({ title: 'Toll of 9 euros' }));
      await until(() => run(() => rows('numbers').includes('9 euros')), 'the number in the title');
      await run((title) => wp.data.dispatch('core/editor').editPost({ title }), TITLE);
      await until(() => run(() => !rows('numbers').includes('9 euros')), 'the title as it was');
    });

    test('is there again after the code editor and in a preview, whose canvas is another', async () => {
      const mode = (name) => run((to) => (wp.data.dispatch('core/editor').switchEditorMode ?? wp.data.dispatch('core/edit-post').switchEditorMode)(to), name);
      await mode('text');
      await until(() => run(() => document.querySelector('textarea.editor-post-text-editor') !== null), 'the code editor');
      await until(async () => (await left()).names.length === 0, 'marks going with the canvas');
      await mode('visual');
      await until(() => run((quote) => painted('quotes').includes(quote), QUOTE), 'marks in the new canvas');
      const device = (name) => run((to) => (wp.data.dispatch('core/editor').setDeviceType ?? wp.data.dispatch('core/edit-post').__experimentalSetPreviewDeviceType)(to), name);
      await device('Tablet');
      await until(() => run((quote) => document.querySelector('iframe[name="editor-canvas"]') !== null && painted('quotes').includes(quote), QUOTE), 'marks in the preview');
      await device('Desktop');
      await until(() => run((quote) => painted('quotes').includes(quote), QUOTE), 'marks as before');
    });

    test('what is saved is what is saved without it', async () => {
      assert.deepEqual(await saved(), without);
    });

    test('closed it leaves nothing, opened and closed ten times neither', async () => {
      await close();
      await nothingLeft();
      for (let i = 0; i < 10; i++) {
        await page.click(button);
        await until(() => run(() => document.querySelector('.copydesk-panel') !== null), 'the panel');
        await close();
      }
      await nothingLeft();
    });

    test('a module that is not there is told in a sentence', async () => {
      await page.setRequestInterception(true);
      const refuse = (request) => void (request.url().endsWith('.wasm') ? request.respond({ status: 404, body: '' }) : request.continue());
      page.on('request', refuse);
      await page.click(button);
      await until(() => run(() => /^The text could not be read: .*404/.test(document.querySelector('.copydesk-panel [role=status]')?.textContent)), 'the sentence');
      await close();
      page.off('request', refuse);
      await page.setRequestInterception(false);
      await nothingLeft();
    });

    test('asked no other host for anything, and threw nothing', () => {
      assert.deepEqual([foreign, errors], [[], []]);
    });
  });
}
