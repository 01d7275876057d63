/** The examples of docs that need a page or an editor, in a real browser; and its policies in all of them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { examples, moduleOf, served as address } from '../js/examples.mjs';
import { ENGINES } from './drivers.mjs';
import { bundled, install, POLICY } from './editors/install.mjs';
import { served, STRICT } from './served.mjs';

install();

const WAYS = {
  browser: { policy: STRICT, make: (example) => moduleOf(example, address) },
  editor: { policy: POLICY, make: (example) => bundled(moduleOf(example, address)) },
};

for (const [way, { policy, make }] of Object.entries(WAYS)) {
  describe(`${way}: ${ENGINES[0][0]}`, () => {
    const own = examples.filter((e) => e.way === way);
    let server;
    let browser;
    before(async () => {
      const page = (html) => `<!doctype html><html lang="en"><title>Example</title><body>${html}</body></html>`;
      const files = Object.fromEntries(own.flatMap((e, i) => [[`${i}/index.html`, page(e.html)], [`${i}/example.js`, make(e)]]));
      server = await served({ policy, files });
      browser = await ENGINES[0][1]();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    own.forEach((example, i) => {
      test(`${example.page}:${example.line}`, async () => {
        await browser.goto(new URL(`${i}/`, server.url).href);
        const seen = await browser.run(async (i) => (await import(`/${i}/example.js`)).default, i);
        for (const [line, found, told] of seen) assert.deepEqual(found, told, line);
        assert.ok(!example.code.includes(';   //') || seen.length > 0, 'what it tells is looked at');
      });
    });

    if (policy === STRICT) test('no policy was broken', () => assert.ok(!server.log.includes('/csp-report')));
  });
}

/** What a page can do under a policy. */
async function can(browser, policy) {
  const server = await served({ policy: policy.replace('Content-Security-Policy: ', '').trim() });
  try {
    await browser.goto(server.url);
    return await browser.run(async () => {
      const tried = async (work) => {
        try {
          return await work();
        } catch (error) {
          return error.code ?? String(error);
        }
      };
      const main = document.querySelector('main');
      main.append('It cost $1.2bn.');
      const desk = async () => (await (await import('/dist/entry/web.js')).load()).analyze('It cost $1.2bn.').numbers[0].value;
      const worker = async () => {
        const { load } = await import('/dist/worker/web.js');
        const away = await load({ timeLimit: 20_000 });
        const { value } = (await away.analyze('It cost $1.2bn.')).numbers[0];
        away.dispose();
        return value;
      };
      const inline = async () => (await (await import('/dist/entry/inline.js')).load()).analyze('Two').numbers.length;
      const marks = async () => {
        const { load } = await import('/dist/entry/web.js');
        const { followElement } = await import('/dist/adapters/dom.js');
        const marks = followElement(main, await load());
        await marks.refresh();
        const words = [...CSS.highlights.get('copydesk-numbers')].map(String);
        marks.dispose();
        return [words.join(), document.adoptedStyleSheets.length].join();
      };
      const first = await tried(desk);
      return { desk: first, worker: await tried(worker), marks: first > 0 ? await tried(marks) : first, inline: first > 0 ? null : await tried(inline) };
    });
  } finally {
    await server.close();
  }
}

const policies = examples.filter((e) => e.way === 'policy');
const value = 1_200_000_000;
const works = { desk: value, worker: value, marks: '$1.2bn,0', inline: null };
const failed = 'LOAD_FAILED';

for (const [name, open] of ENGINES) {
  describe(`policies: ${name}`, () => {
    let browser;
    before(async () => (browser = await open()));
    after(() => browser?.close());

    for (const { page, line, code } of policies) {
      test(`${page}:${line} lets everything work`, async () => assert.deepEqual(await can(browser, code), works));
    }
    const [{ code: plain }, { code: trusted }] = policies;
    test("without 'wasm-unsafe-eval' nothing does, and it is told", async () => {
      assert.deepEqual(await can(browser, plain.replace(" 'wasm-unsafe-eval'", '')), { desk: failed, worker: failed, marks: failed, inline: failed });
    });
    test('without connect-src the module can not be fetched, and copydesk/inline needs no fetching', async () => {
      assert.deepEqual(await can(browser, plain.replace("; connect-src 'self'", '')), { desk: failed, worker: failed, marks: failed, inline: 1 });
    });
    test('worker-src is for the worker only, and script-src speaks for it where it is left out', async () => {
      assert.deepEqual(await can(browser, plain.replace("worker-src 'self'", "worker-src 'none'")), { ...works, worker: failed });
      assert.deepEqual(await can(browser, plain.replace("worker-src 'self'; ", '')), works);
    });
    test('with Trusted Types the worker needs its policy', async () => {
      // Firefox 140 knows no Trusted Types: it lets the worker be made.
      const isKnown = await browser.run(() => 'trustedTypes' in globalThis);
      assert.deepEqual(await can(browser, trusted.replace('trusted-types copydesk', "trusted-types 'none'")), { ...works, worker: isKnown ? failed : works.worker });
    });
  });
}
