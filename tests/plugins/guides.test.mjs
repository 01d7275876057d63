/** The examples of the guides for Drupal and Ghost, run as they stand there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { php } from '../../scripts/setup.mjs';
import { ENGINES } from '../browser/drivers.mjs';
import { bundled, install, POLICY } from '../browser/editors/install.mjs';
import { served, STRICT, until } from '../browser/served.mjs';
import { root } from '../js/help.mjs';

/** The first example of a guide in a language, with the package where the tests have it. */
function example(guide, language) {
  const text = readFileSync(join(root, 'docs', guide), 'utf8');
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)[1].replaceAll("'./copydesk/", "'/dist/");
}

/** Makes a CKEditor 5, as Drupal does. */
const CKEDITOR = `
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Bold } from '@ckeditor/ckeditor5-basic-styles';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
export const make = async (html) => {
  const place = document.createElement('div');
  document.querySelector('main').append(place);
  return ClassicEditor.create(place, { licenseKey: 'GPL', plugins: [Essentials, Bold, Paragraph], initialData: html });
};
`;

const HTML = '<p>“It was <strong>worth</strong> it,” said Tom Reed. Repairs cost $1.2 billion.</p><p>Ada Brown left.</p>';

describe('Drupal', () => {
  let server;
  let browser;
  before(async () => {
    install();
    server = await served({ policy: POLICY, files: { 'ckeditor.js': bundled(CKEDITOR), 'marks.js': example('drupal.md', 'js') } });
    browser = await ENGINES[0][1]();
    await browser.goto(server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  test('the module is PHP', () => {
    const done = spawnSync(php(), ['-l'], { input: example('drupal.md', 'php'), encoding: 'utf8' });
    assert.equal(done.status, 0, done.stdout);
  });

  test('marks are in every editor, before and after the script, and in nothing that is saved', async () => {
    const before = await browser.run(async (html) => {
      const { make } = await import('/ckeditor.js');
      window.make = make;
      window.editors = [await make(html)];
      return editors[0].getData();
    }, HTML);
    await browser.run(() => import('/marks.js').then(() => {}));
    const names = () => browser.run(() => [...document.querySelectorAll('.ck-editor__editable')].map((e) => [...e.querySelectorAll('.copydesk-entities')].map((m) => m.textContent)));
    await until(async () => (await names())[0].includes('Tom Reed'), 'marks in the editor that was there');
    await browser.run(async (html) => void editors.push(await make(html)), HTML);
    await until(async () => (await names())[1]?.includes('Ada Brown'), 'marks in the editor that came later');
    assert.deepEqual(await browser.run(() => editors.map((e) => e.getData())), [before, before]);
    await browser.run(() => Promise.all(editors.map((e) => e.destroy())));
    assert.deepEqual(await names(), []);
  });
});

for (const [name, open] of ENGINES) {
  test(`Ghost: marks over the post, only where they are asked for, in ${name}`, async () => {
    const page = '<!doctype html><html lang="en"><title>Test</title><body><section class="gh-content"><p>Ada Brown left.</p></section><script type="module" src="marks.js"></script>';
    const server = await served({ policy: STRICT, files: { 'post.html': page, 'marks.js': example('ghost.md', 'js'), 'other.html': page.replace('gh-content', 'other') } });
    const browser = await open();
    const painted = () => browser.run(() => [...(CSS.highlights.get('copydesk-entities') ?? [])].map(String));
    try {
      for (const path of ['post.html', 'other.html#copydesk']) {
        await browser.goto(server.url + path);
        // The script has run. Had it begun to load the module, that was asked for before this.
        await browser.run(() => fetch('/index.html').then(() => {}));
        assert.deepEqual(await painted(), [], path);
      }
      assert.ok(!server.log.some((p) => p.endsWith('.wasm')));
      await browser.goto(`${server.url}post.html?again#copydesk`);
      await until(async () => (await painted()).includes('Ada Brown'), 'the marks');
      assert.equal(await browser.run(() => document.querySelector('.gh-content').innerHTML), '<p>Ada Brown left.</p>');
    } finally {
      await browser.close();
      await server.close();
    }
  });
}
