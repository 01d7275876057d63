/** What is hostile comes in by every way, goes out by every way, and is never anything but text. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { root } from '../../js/help.mjs';
import { scenario, policy, until } from './help.mjs';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-safe-'));
cpSync(join(root, 'www'), folder, { recursive: true });
after(() => rmSync(folder, { recursive: true, force: true }));

/** Each would run, load or lead somewhere if it were markup. */
const CORPUS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<style>@import "https://example.org/x.css";</style>',
  '<base href="https://example.org/"><link rel=stylesheet href=x>',
  '<meta http-equiv=refresh content="0;url=https://example.org/">',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title></textarea></style></script><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '&lt;img src=x onerror=alert(1)&gt;',
  '\u202e<img src=x onerror=alert(1)>\u2066',
  '${alert(1)}{{constructor.constructor("alert(1)")()}}',
  '=HYPERLINK("https://example.org/","x")',
  '@SUM(1+1)*cmd|\' /C calc\'!A0',
  '[x](javascript:alert(1)) ![x](https://example.org/x.png)',
];
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** As a headline, as what is said, and as who says it. */
const STORY = [...CORPUS, ...NAMES].map((x) => `${x}\n“${x} held,” said Ada ${x} Brown, and ${x} paid $5 million.`).join('\n');

scenario(
  'safe',
  (desk) => {
    const text = async () => (await desk.shown()).text;
    const arm = () =>
      desk.run(() => {
        globalThis.alarms ??= [];
        globalThis.alert = () => globalThis.alarms.push('alert');
        addEventListener('securitypolicyviolation', (e) => globalThis.alarms.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
      });
    const calm = async () => {
      for (const tab of ['quotes', 'numbers', 'entities', 'checks', 'glance']) {
        await desk.run((name) => {
          document.getElementById(`tab-${name}`).click();
          document.querySelector('#lists .row')?.click();
        }, tab);
      }
      const state = await desk.run(() => ({
        alarms: globalThis.alarms,
        foreign: document.querySelectorAll('main :is(script, img, iframe, a, style, link, meta, base, math, form, object)').length,
        vectors: document.querySelectorAll('main svg:not(.bar-of, .axis, .lead)').length,
        polluted: Object.keys(Object.prototype).length,
      }));
      assert.deepEqual(state, { alarms: [], foreign: 0, vectors: 0, polluted: 0 });
      assert.ok(!desk.server.log.includes('/csp-report'));
    };
    const give = (name, data) =>
      desk.run(
        (file, bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(bytes)], file));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        name,
        [...(typeof data === 'string' ? Buffer.from(data) : data)],
      );
    const becomes = (wanted) => until(async () => (await text()) === wanted, 'the text').then(() => desk.settled());

    test('pasted', async () => {
      await arm();
      await desk.paste(STORY);
      assert.equal(await text(), STORY);
      await calm();
    });

    test('dropped as a file of any kind', async () => {
      const lines = STORY.split('\n');
      const html = lines.map((l) => `<p>${l.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('');
      await give('a.txt', STORY);
      await becomes(STORY);
      await calm();
      await give('a.html', html);
      await becomes(lines.map((l) => l.trim()).join('\n\n'));
      await calm();
      // As it is, its tags are tags: they go, and nothing of them acts.
      await give('b.html', STORY);
      await until(async () => !(await text()).includes('onerror=alert(1)>,'), 'the text');
      await desk.settled();
      await calm();
      const body = lines.map((l) => `<w:p><w:r><w:t>${l.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`).join('');
      await give('a.docx', zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }));
      await becomes(lines.join('\n\n'));
      await calm();
    });

    test('in an address', async () => {
      await desk.run((hash) => (location.hash = hash), `#article=${Buffer.from(deflateSync(strToU8(`\n${STORY}`))).toString('base64url')}`);
      await becomes(STORY);
      await calm();
    });

    test('as a name that the user gives, in a rule and in a search', async () => {
      for (const name of [...CORPUS, ...NAMES]) {
        await desk.run((given) => {
          document.getElementById('tab-quotes').click();
          document.querySelector('#lists .row').click();
          const field = document.querySelector('.detail input');
          field.value = given;
          field.dispatchEvent(new Event('change', { bubbles: true }));
          const search = document.getElementById('search');
          search.value = given;
          search.dispatchEvent(new InputEvent('input', { bubbles: true }));
          search.value = '';
          search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }, name);
      }
      const heads = await desk.run(() => [...document.querySelectorAll('#lists .who > span')].map((h) => h.textContent));
      assert.ok(heads.includes(NAMES.at(-1)), heads.join());
      await desk.run((rules) => {
        document.getElementById('house').click();
        const input = document.getElementById('house-file');
        const data = new DataTransfer();
        data.items.add(new File([rules], 'rules.json'));
        input.files = data.files;
        input.dispatchEvent(new Event('change'));
      }, `{"names": [{"name": "<img src=x onerror=alert(1)>", "type": "ORG"}], "__proto__": {"polluted": 1}, "constructor": 1}`);
      await until(async () => (await desk.text('#house-told')).length > 0 || (await desk.text('#house-lists')).includes('<img'), 'the rules');
      await desk.run(() => document.getElementById('house-dialog').close());
      await desk.settled();
      assert.equal(await desk.run(() => document.querySelectorAll('dialog :is(img, script)').length), 0);
      await calm();
    });

    test('in every export', async () => {
      await desk.browser.goto(`${desk.server.url}?again`);
      await until(() => desk.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'readiness');
      await arm();
      await desk.paste(STORY);
      const files = await desk.exported();
      await calm();
      JSON.parse(files['copydesk.json']);
      JSON.parse(files['copydesk-annotations.jsonld']);
      for (const [name, content] of Object.entries(files)) {
        if (name.endsWith('.csv')) assert.doesNotMatch(content, /(^|[,\n])"?[=+@\t]/m, name);
        if (name.endsWith('.md')) assert.doesNotMatch(content, /(^|[^\\])[<[]/, name);
      }
      // The page that is exported, opened where nothing but itself protects it.
      writeFileSync(join(folder, 'exported.html'), files['copydesk.html'].replace('<title>', '<script src="alarm.js"></script><title>').replace(/<meta http-equiv[^>]*>/, ''));
      writeFileSync(join(folder, 'alarm.js'), 'globalThis.alarms = []; globalThis.alert = () => alarms.push(1);');
      await desk.browser.goto(`${desk.server.url}exported.html`);
      const page = await desk.run(() => ({
        alarms: globalThis.alarms,
        text: [...document.querySelectorAll('article p')].map((p) => p.textContent).join('\n'),
        foreign: document.querySelectorAll('article :is(script, img, iframe, a, style, svg), section :is(script, img, iframe, a, style, svg)').length,
      }));
      assert.deepEqual(page, { alarms: [], text: STORY, foreign: 0 });
    });
  },
  { folder },
);

const headersIn = (file, pattern) => Object.fromEntries([...readFileSync(join(root, 'www', file), 'utf8').matchAll(pattern)].map(([, name, value]) => [name, value]));

test('the files for hosts say the same, and what the page says', () => {
  const all = headersIn('_headers', /^ +([\w-]+): *(.+)$/gm);
  assert.deepEqual(headersIn('.htaccess', /Header always set ([\w-]+) "(.+)"$/gm), all);
  assert.deepEqual(headersIn('nginx.conf', /^add_header ([\w-]+) "(.+)" always;$/gm), all);
  assert.equal(all['Content-Security-Policy'], `${policy}; frame-ancestors 'none'`);
});

test('no code of the page or the package has a way from text to markup or to code', () => {
  const SINKS = /(inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|setHTML|srcdoc|\beval\(|new Function|javascript:|setAttribute\(\s*['"]on|\bblob:.*Worker/;
  for (const folder of ['www/app', 'www/samples', 'js']) {
    for (const path of readdirSync(join(root, folder), { recursive: true }).map(String).filter((f) => /\.(js|ts)$/.test(f) && !f.startsWith('wasm/'))) {
      const line = readFileSync(join(root, folder, path), 'utf8').split('\n').findIndex((l) => SINKS.test(l) && !/^\s*(\*|\/\/)/.test(l));
      assert.equal(line, -1, `${folder}/${path}:${line + 1}`);
    }
  }
});

test('the page’s own code is small', async () => {
  const { brotliCompressSync } = await import('node:zlib');
  const size = (path) => brotliCompressSync(readFileSync(join(root, 'www', path))).length;
  let sum = 0;
  for (const path of readdirSync(join(root, 'www'), { recursive: true }).map(String)) {
    if (/^(app|samples|style)\/.*\.(js|css)$|^(index|limits)\.html$|^sw\.js$/.test(path)) sum += size(path);
  }
  console.log(`# the page's own code: ${(sum / 1024).toFixed(1)} KB by brotli, file by file; fflate ${(size('lib/fflate.js') / 1024).toFixed(1)} KB`);
  assert.ok(sum <= 60 * 1024, `${sum} bytes`);
});
