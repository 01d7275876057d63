/** The Superdesk extension, built by Superdesk's own webpack and mounted by its React, in real browsers. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { plugins } from '../../scripts/plugins.mjs';
import { ENGINES } from '../browser/drivers.mjs';
import { install } from '../browser/editors/install.mjs';
import { served, until } from '../browser/served.mjs';
import { root } from '../js/help.mjs';

const own = join(root, 'tests/plugins/superdesk');

/** By Superdesk's webpack. */
function bundle(folder) {
  const settings = {
    context: own,
    entry: './main.js',
    output: { path: folder, filename: 'main.js', hashFunction: 'sha256' },
    resolve: { alias: { 'copydesk-superdesk': join(root, 'plugins/dist/superdesk/copydesk') }, modules: [join(own, 'node_modules')] },
  };
  install(own);
  const webpack = createRequire(join(own, 'package.json'))('webpack');
  return new Promise((resolve, reject) => {
    webpack(settings, (error, stats) => {
      if (error) reject(error);
      else resolve(assert.deepEqual(stats.toJson().errors, []));
    });
  });
}

let folder;
before(async () => {
  plugins();
  folder = mkdtempSync(join(tmpdir(), 'copydesk-superdesk-'));
  await bundle(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const ARTICLE = {
  type: 'text',
  headline: 'Toll to fall',
  abstract: '<p>Short &amp; sweet</p>',
  body_html: '<p>“It was <b>worth</b> it,” said Tom Reed, who leads the Harbour Authority.</p>\n<p>Repairs cost $1.2&nbsp;billion.<br>It opened on Monday.</p>',
  dateline: { date: '2026-11-24T10:00:00+0000' },
};

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      // What React in development asks of a page, and the frame under its own policy.
      const page = '<!doctype html><html lang="en"><title>Test</title><body><div id="place"></div><script src="main.js"></script>';
      server = await served({ paths: ['plugins/dist/superdesk/copydesk/frame'], policy: "frame-ancestors 'self'", files: { 'index.html': page, 'main.js': readFileSync(join(folder, 'main.js')) } });
      browser = await open();
      await browser.goto(server.url);
      await until(() => browser.run(() => document.documentElement.dataset.ready === ''), 'the start');
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });
    const run = (work, ...args) => browser.run(work, ...args);
    const lists = () => run(() => window.lists());

    test('contributes one widget, for texts, in Superdesk\'s words', async () => {
      assert.deepEqual(await run(() => activate({ frame: '/plugins/dist/superdesk/copydesk/frame/index.html' })), {
        _id: 'copydesk-widget',
        label: '·Copydesk',
        icon: 'quote',
        order: 9,
        component: 'function',
        allowed: [true, false],
      });
    });

    test('shows the lists of the article under the heading', async () => {
      await run((article) => void show({ article }), ARTICLE);
      await until(async () => (await lists()).length > 0, 'the lists');
      const all = await lists();
      for (const said of ['“It was worth it,”', '$1.2\u00a0billion', 'Tom Reed', 'Monday']) assert.ok(all.includes(said), `${said}: ${all}`);
      assert.deepEqual(await run(() => [document.querySelector('section h2').textContent, document.querySelector('iframe').title]), ['·Copydesk', '·Quotes, numbers and names of the article']);
      // Monday before the dateline.
      assert.ok(await run(() => document.querySelector('iframe').contentDocument.body.textContent.includes('2026-11-23')));
    });

    test('follows the article, as it is saved and as it is written', async () => {
      await run((article) => void show({ article: { ...article, body_html: '<p>It cost 40 euros.</p>' } }), ARTICLE);
      await until(async () => (await lists()).includes('40 euros'), 'the new list');
      await run((article) => void show({ article, fieldsData: {}, getLatestArticle: () => ({ ...article, body_html: '<p>It cost 50 euros.</p>' }) }), ARTICLE);
      await until(async () => (await lists()).includes('50 euros'), 'the list of what is written');
    });

    test('what goes wrong is told, and gone when it goes right', async () => {
      await run((article) => void show({ article: { ...article, dateline: { date: '2026-99-99' } } }), ARTICLE);
      await until(() => run(() => /^·Copydesk can not be shown: .*reference/.test(document.querySelector('[role=alert]')?.textContent)), 'an alert');
      await run((article) => void show({ article }), ARTICLE);
      await until(() => run(() => document.querySelector('[role=alert]') === null), 'no alert');
    });

    test('reads HTML as its words, and nothing of it runs', async () => {
      const texts = [
        ['<p>One</p><p>two <i>three</i></p>', 'One\n\ntwo three'],
        ['<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>', 'a\n\nb\n\nc\n\nd'],
        ['<p>a<br>b</p>', 'a\nb'],
        ['<script>run = 1</script><style>x</style><p>&lt;b&gt; &amp;</p><img src="/nowhere.png" onerror="run = 1">', '<b> &'],
        [`${'<div>'.repeat(20000)}deep`, 'deep'],
        ['', ''],
      ];
      assert.deepEqual(await run((all) => all.map((body_html) => textOf({ type: 'text', body_html })), texts.map(([html]) => html)), texts.map(([, text]) => text));
      assert.equal(await run(() => typeof window.run), 'undefined');
      assert.ok(!server.log.includes('/nowhere.png'));
    });

    test('unmounted it is gone, twenty times over', async () => {
      const left = await run((article) => {
        unmount();
        for (let i = 0; i < 20; i++) {
          show({ article });
          unmount();
        }
        return document.querySelectorAll('iframe, section').length;
      }, ARTICLE);
      assert.equal(left, 0);
    });
  });
}
