/** The worker in real browsers, under a policy with Trusted Types: the drills of Node, and the real thing. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { desk, nasty, root, seed } from '../js/help.mjs';
import { ENGINES } from './drivers.mjs';
import { served } from './served.mjs';

const wasm = readFileSync(join(root, 'dist/wasm/copydesk.wasm'));
const page = '<!doctype html><title>Not found</title>';
/** How many sixteenths of the module a bad copy has: it may end within any of its sections. */
const PARTS = Array.from({ length: 16 }, (_, n) => n);

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      server = await served({
        paths: ['tests/js/drills'],
        files: { ...Object.fromEntries(PARTS.map((n) => [`part-${n}.wasm`, wasm.subarray(0, (wasm.length * n) / 16)])), 'half.wasm': wasm.subarray(0, wasm.length / 2), 'page.wasm': page, 'page.html': page, 'broken.js': 'this is no script', 'mute.js': '' },
      });
      browser = await open();
      await browser.goto(server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('the worker gives what Node gives, and breaks no policy', async () => {
      await browser.run(async () => {
        const { load } = await import('/dist/worker/web.js');
        globalThis.reader = await load({ timeLimit: 60_000 });
      });
      // Some answers are ten million characters long: their digests are sent, and each text has a time of its own.
      for (const { name, text } of [{ name: 'the seed', text: seed }, ...nasty()]) {
        const answer = await browser.run(async (json) => {
          const found = JSON.stringify(await reader.analyze(JSON.parse(json), { nested: true }));
          const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(found));
          return [found.length, [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('')];
        }, JSON.stringify(text));
        const wanted = JSON.stringify(desk.analyze(text, { nested: true }));
        assert.deepEqual(answer, [wanted.length, createHash('sha256').update(wanted).digest('hex')], name);
      }
      await browser.run(() => reader.dispose());
      assert.ok(!server.log.includes('/csp-report'));
    });

    test('a part of the module is told as such, wherever it ends, and the whole starts after it', async () => {
      const codes = await browser.run(async (parts) => {
        const { load } = await import('/dist/entry/web.js');
        const codes = [];
        for (const n of parts) codes.push(await load({ wasm: `/part-${n}.wasm` }).catch(({ code, message }) => `${code} ${message}`));
        return [...codes, (await load()).analyze('Ada').schemaVersion];
      }, PARTS);
      assert.equal(codes.pop(), 1);
      codes.forEach((code, n) => assert.match(code, new RegExp(`^LOAD_FAILED .*part-${n}\\.wasm is no whole WebAssembly module`)));
    });

    test('two desks on a page', async () => {
      const both = await browser.run(async () => {
        const { load } = await import('/dist/worker/web.js');
        const [one, two] = await Promise.all([load(), load()]);
        one.dispose();
        const { schemaVersion } = await two.analyze('Ada');
        two.dispose();
        return schemaVersion;
      });
      assert.equal(both, 1);
    });

    test('every drill', async () => {
      const results = await browser.run(async (loop) => {
        const { load } = await import('/dist/worker/web.js');
        const { drills } = await import('/tests/js/drills/scenario.js');
        const scripts = { good: '/tests/js/drills/thread.js', none: '/none.js', broken: '/broken.js', mute: '/mute.js' };
        const policy = globalThis.trustedTypes?.createPolicy('drills', { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
        return drills({
          load,
          worker: (kind) => new Worker(policy.createScriptURL(scripts[kind]), { type: 'module' }),
          sources: { none: () => '/none.wasm', half: () => '/half.wasm', page: () => '/page.wasm', html: () => '/page.html', other: () => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]) },
          tellsEnds: false,
          loop,
        });
        // WebKitGTK 2.50 doesn't stop a loop in WebAssembly when its worker is terminated: it would run on beside the other drills.
      }, name === 'WebKitGTK' ? 'spin' : 'loop');
      for (const [drill, wrong] of Object.entries(results)) assert.equal(wrong, null, `${drill}: ${wrong}`);
      assert.ok(Object.keys(results).length > 25);
    });
  });

  describe(`${name}, where the policy allows no policy`, () => {
    let server;
    let browser;
    before(async () => {
      server = await served({ policy: "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types host" });
      browser = await open();
      await browser.goto(server.url);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('it is told, and the host can make the worker', async () => {
      const result = await browser.run(async () => {
        const { load } = await import('/dist/worker/web.js');
        // Firefox 140 knows no Trusted Types: nothing is refused there.
        const isKnown = 'trustedTypes' in globalThis;
        const refused = isKnown ? await load().catch((error) => error.code) : 'LOAD_FAILED';
        const policy = isKnown ? trustedTypes.createPolicy('host', { createScriptURL: (url) => url }) : { createScriptURL: (url) => url };
        const reader = await load({ worker: () => new Worker(policy.createScriptURL('/dist/worker/thread.js'), { type: 'module' }) });
        const { schemaVersion } = await reader.analyze('Ada');
        reader.dispose();
        return [refused, schemaVersion];
      });
      assert.deepEqual(result, ['LOAD_FAILED', 1]);
    });
  });
}
