/** Ways out: the clipboard, files, addresses, paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync, strFromU8 } from 'fflate';
import * as exports from '../../../dist/export/index.js';
import { desk as local } from '../../js/help.mjs';
import { drafts, mark, scenario, until } from './help.mjs';

const STORY = '“It <b>held</b>, & held,” said chief engineer Ada Brown.\n\n“It will,” Brown said. =2+3 paid $5 million.\n';
const analysis = local.analyze(STORY);

scenario('ways out', (desk, engine) => {
  test('copies a quote with its speaker, as text and as HTML', async () => {
    await desk.paste(STORY);
    await desk.push('#tab-quotes');
    await desk.click('#lists .row');
    // What a page may read back of the clipboard differs; what is put there is the same.
    await desk.run(() => {
      globalThis.written = null;
      navigator.clipboard.write = async ([item]) => {
        globalThis.written = {};
        for (const type of item.types) globalThis.written[type] = await (await item.getType(type)).text();
      };
    });
    await desk.click('.detail .plain');
    const written = await until(() => desk.run(() => globalThis.written?.['text/html'] && globalThis.written), 'the copy');
    const [quote] = analysis.quotes;
    assert.equal(quote.speakerName, 'Ada Brown');
    assert.equal(written['text/plain'], `“${quote.text}”\n— Ada Brown, chief engineer`);
    assert.equal(
      written['text/html'],
      '<blockquote><p>“It &lt;b&gt;held&lt;/b&gt;, &amp; held,”</p></blockquote><p>— <strong>Ada Brown</strong>, chief engineer</p>',
    );
    await until(async () => /Copied/.test(await desk.text('#toast')), 'the word');
    // So do the keys that copy, but for what is copied in a field.
    const copied = (selector) =>
      desk.run((query) => {
        const place = document.querySelector(query);
        place.focus();
        const clipboardData = new DataTransfer();
        place.dispatchEvent(Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }));
        return Object.fromEntries(['text/plain', 'text/html'].map((type) => [type, clipboardData.getData(type)]));
      }, selector);
    assert.deepEqual(await copied('#article mark.ring'), written);
    assert.deepEqual(await copied('#search'), { 'text/plain': '', 'text/html': '' });
  });

  test('the clipboard really has it', async (t) => {
    if (engine === 'WebKitGTK') return t.skip('a driven WebKitGTK lets no page write to the clipboard');
    await desk.browser.goto(desk.server.url);
    await until(() => desk.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'readiness');
    await desk.paste(STORY);
    await desk.push('#tab-quotes');
    await desk.click('#lists .row');
    await desk.click('.detail .plain');
    await until(async () => /Copied/.test(await desk.text('#toast')), 'the word');
    await desk.run(() => {
      document.getElementById('toast').textContent = '';
      document.querySelector('#article mark.ring').focus();
    });
    await desk.browser.press('Control+c');
    await until(async () => /Copied/.test(await desk.text('#toast')), 'the word for the keys');
  });

  test('exports what the package does, of what is shown', async () => {
    const BOM = { bom: true };
    const wanted = {
      'copydesk.json': exports.toJson(analysis),
      'copydesk-quotes.csv': exports.toCsv(analysis, 'quotes', BOM),
      'copydesk-numbers.csv': exports.toCsv(analysis, 'numbers', BOM),
      'copydesk-names.csv': exports.toCsv(analysis, 'names', BOM),
      'copydesk-checks.csv': exports.toCsv(analysis, 'checks', BOM),
      'copydesk.html': exports.toHtml(STORY, analysis),
      'copydesk.md': exports.toMarkdown(analysis),
      'copydesk-annotations.jsonld': `${JSON.stringify(exports.toWebAnnotations(STORY, analysis, { target: 'urn:copydesk:article', unit: 'code-point' }), null, 2)}\n`,
    };
    const made = await desk.exported();
    assert.deepEqual(Object.keys(made).sort(), Object.keys(wanted).sort());
    for (const [name, content] of Object.entries(wanted)) assert.equal(made[name], content, name);
    assert.doesNotMatch(wanted['copydesk.html'], /<b>held/);
  });

  test('shares the article by its address, and says what that means', async () => {
    await desk.push('#share');
    const link = await desk.run(() => document.getElementById('share-link').value);
    const [page, packed] = link.split('#article=');
    assert.equal(page, desk.server.url);
    assert.equal(strFromU8(inflateSync(Buffer.from(packed, 'base64url'))), `\n${STORY}`);
    assert.match(await desk.text('#share-told'), /holds the whole article/);
    await desk.browser.press('Escape');
    await until(() => desk.run(() => !document.getElementById('share-dialog').open), 'the end of the dialog');
  });

  test('does not share what is too long, and says so', async () => {
    let state = 9;
    const noise = Array.from({ length: 60_000 }, () => String.fromCharCode(97 + ((state = (state * 48271) % 2147483647) % 26))).join('');
    await desk.paste(noise);
    await desk.push('#share');
    assert.match(await desk.text('#share-told'), /too long/);
    assert.equal(await desk.run(() => document.getElementById('share-link').hidden), true);
    await desk.run(() => document.getElementById('share-dialog').close());
  });

  test('a link that was shared opens the same article in another visit', async () => {
    await desk.paste(STORY);
    await desk.push('#share');
    const link = await desk.run(() => document.getElementById('share-link').value);
    await desk.browser.goto('about:blank');
    await desk.browser.goto(link);
    await until(async () => (await desk.run(() => document.getElementById('article')?.getAttribute('aria-busy') === 'false')) && (await desk.shown()).text === STORY, 'the article');
    assert.equal(await desk.run(() => location.hash), '');
  });

  test('keeps house rules only if that is switched on, and reads by them from the start', async () => {
    const open = async () => {
      await desk.browser.goto(desk.server.url);
      await until(() => desk.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'readiness');
      await desk.paste('Zorvane paid.');
      return desk.run(() => document.querySelectorAll('mark[data-kind="PRODUCT"]').length);
    };
    await desk.run(() => {
      document.getElementById('house').click();
      document.getElementById('house-keep').click();
      const types = document.querySelector('#house-lists select');
      types.value = 'PRODUCT';
      types.dispatchEvent(new Event('change'));
      document.querySelector('#house-lists input').value = 'Zorvane';
      document.querySelector('#house-lists .adding > button').click();
    });
    assert.equal(await open(), 1);
    // Another tab keeps other rules.
    await desk.run(() => dispatchEvent(new StorageEvent('storage', { key: 'copydesk.house', newValue: '{"neverTag":["Zorvane"]}' })));
    await desk.settled();
    assert.equal(await desk.run(() => document.querySelectorAll('mark[data-layer="entities"]').length), 0);
    assert.match(await desk.run(() => localStorage.getItem('copydesk.house')), /neverTag/);
    await desk.push('#house-keep');
    assert.equal(await open(), 0);
  });

  test('keeps a draft only if that is switched on', async () => {
    const kept = () => desk.run(drafts);
    const reload = async () => {
      await desk.browser.goto(desk.server.url);
      await until(() => desk.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'readiness');
    };
    assert.deepEqual(await kept(), []);
    await reload();
    assert.equal((await desk.shown()).text, '');
    await desk.paste(STORY);
    await desk.click('#drafts');
    await until(async () => (await kept()).includes(STORY), 'a draft');
    await reload();
    await until(async () => (await desk.shown()).text === STORY, 'the draft');
    await desk.push('#tab-checks');
    const open = () => desk.run(() => document.querySelectorAll('.check').length);
    const checks = await open();
    await desk.push('.check [data-dismiss]');
    await desk.browser.run(() => dispatchEvent(new Event('pagehide')));
    await reload();
    await until(async () => (await desk.shown()).text === STORY, 'the draft');
    await desk.push('#tab-checks');
    assert.equal(await open(), checks - 1, 'with the checks that were dismissed');
    await desk.push('[data-restore]');
    const { start, end } = analysis.quotes[0];
    await desk.browser.goto('about:blank');
    await desk.browser.goto(`${desk.server.url}#quotes-${start}-${end}`);
    await until(async () => (await desk.place(mark('quotes', { start, end }))).isRinged, 'the item of the address');
    await desk.click('#drafts');
    assert.deepEqual(await kept(), []);
  });
});
