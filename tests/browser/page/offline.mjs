/** The page without a network, and one version of it after another. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { precache } from '../../../scripts/build.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { desk as local, nasty, root, seed } from '../../js/help.mjs';
import { ready, scenario, sleep, until } from './help.mjs';

scenario('the network', (desk) => {
  test('makes no request once it is loaded, whatever is done', async () => {
    const { server, run } = desk;
    await run(() => navigator.serviceWorker.ready.then(() => true));
    await until(async () => {
      const length = server.log.length;
      await sleep(1000);
      return length === server.log.length;
    }, 'quiet');
    const settled = server.log.length;
    await desk.paste(seed);
    await run(() => {
      for (const button of document.querySelectorAll('[role="tab"], #legend .only, #samples button, #write, #read, .row')) button.click();
    });
    await desk.settled();
    assert.deepEqual(server.log.slice(settled), []);
    assert.ok(!server.log.includes('/csp-report'));
  });

  test('gives the same bytes as Node', async () => {
    const texts = [seed, ...nasty().map((n) => n.text).filter((t) => t.length < 5000)];
    const answers = await desk.run(async (json) => {
      const { load } = await import(new URL('lib/worker/web.js', document.baseURI).href);
      const reader = await load();
      const all = [];
      for (const text of JSON.parse(json)) all.push(JSON.stringify(await reader.analyze(text, { nested: true })));
      reader.dispose();
      return all;
    }, JSON.stringify(texts));
    texts.forEach((text, i) => assert.equal(answers[i], JSON.stringify(local.analyze(text, { nested: true }))));
  });

  test('a breach of the policy would have been told', async () => {
    await desk.run(() => {
      const image = new Image();
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
      } catch {
        // Trusted Types refuse it.
      }
    });
    await until(() => desk.server.log.includes('/csp-report'), 'a report');
  });

  test('opens with the server gone', async () => {
    await desk.server.close();
    await desk.browser.goto(desk.server.url);
    await until(() => desk.run(ready), 'readiness');
    await desk.paste(seed);
    const { text, items } = await desk.shown();
    assert.equal(text, seed);
    assert.equal(items.quotes.length, local.analyze(seed).quotes.length);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'copydesk-www-'));
cpSync(join(root, 'www'), folder, { recursive: true });
after(() => rmSync(folder, { recursive: true, force: true }));

scenario('versions', (desk) => {
  before(() => cpSync(join(root, 'www'), folder, { recursive: true }));

  /** Says so in its head and in a module, to tell versions apart and see whether they mix. */
  function release(version) {
    for (const [file, line] of [
      ['app/dom.js', `document.body.dataset.module = '${version}';`],
      ['index.html', `<meta name="release" content="${version}">`],
    ]) {
      const path = join(folder, file);
      const text = readFileSync(join(root, 'www', file), 'utf8');
      writeFileSync(path, file.endsWith('.html') ? text.replace('<title>', `${line}<title>`) : text + line);
    }
    precache(folder);
  }

  const versions = () =>
    desk
      .run(() => {
        const isThere = document.getElementById('article')?.getAttribute('aria-busy') === 'false';
        return isThere ? [document.querySelector('[name=release]').content, document.body.dataset.module] : null;
      })
      // While the page is being exchanged nothing runs in it.
      .catch(() => null);
  const isOffered = () => desk.run(() => !document.getElementById('update').hidden);
  /** Has the browser look for a new version until it is known what came of that: one look may be lost in an attempt before. */
  const look = (check, what) =>
    until(async () => {
      await desk.run(() => navigator.serviceWorker.getRegistration().then((r) => r?.update()).then(() => true, () => true));
      return check();
    }, what);

  test('the page says so when the module is not there', async () => {
    const module = join(folder, 'lib/wasm/copydesk.wasm');
    renameSync(module, `${module}.gone`);
    await desk.browser.goto(desk.server.url);
    await until(() => desk.run(() => /copydesk\.wasm answered 404/.test(document.getElementById('lists').textContent)), 'the message');
    // Without one of its files no service worker is installed; the attempt ends before the next begins.
    await until(() => desk.run(async () => (await navigator.serviceWorker.getRegistrations()).every((r) => r.installing === null)), 'the end of the attempt');
    renameSync(`${module}.gone`, module);
  });

  test('waits until it is asked for, and then comes whole, with the article', async () => {
    release('one');
    await desk.browser.goto(desk.server.url);
    assert.deepEqual(await until(versions, 'the first version'), ['one', 'one']);
    // An attempt that was under way when the module was missing may still fail: the next visit tries again.
    const isKept = () => desk.run(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
    await until(async () => {
      for (let i = 0; i < 20; i++) {
        if (await isKept()) return true;
        await sleep(100);
      }
      await desk.browser.goto(desk.server.url);
      return false;
    }, 'the service worker');

    release('two');
    await desk.browser.goto(desk.server.url);
    assert.deepEqual(await until(versions, 'the first version again'), ['one', 'one']);
    await look(isOffered, 'the offer');
    assert.deepEqual(await versions(), ['one', 'one']);

    await desk.paste('Ada Brown paid $5 million.');
    await desk.browser.click('#update button');
    await until(async () => (await versions())?.join() === 'two,two', 'the second version');
    await until(() => desk.run(() => document.querySelectorAll('mark[data-layer="numbers"]').length === 1), 'the article');
    assert.equal(await desk.run(() => sessionStorage.getItem('copydesk.handover')), null);
    await until(() => desk.run(() => caches.keys().then((keys) => keys.length === 1)), 'the end of the old files');
    await desk.server.close();
    await desk.browser.goto(desk.server.url).catch(() => {});
    assert.deepEqual(await until(versions, 'the second version without a server'), ['two', 'two']);
  });

  test('another tab learns that a new version runs, and keeps its article until it is asked', async (t) => {
    desk.server = await serve({ folder, port: Number(new URL(desk.server.url).port) });
    const other = await desk.browser.tab();
    t.after(() => other.close());
    await other.goto(desk.server.url);
    await until(() => other.run(() => document.getElementById('article').getAttribute('aria-busy') === 'false'), 'the other tab');
    await other.run(() => document.querySelector('#samples button').click());
    release('two and a half');
    await look(isOffered, 'the offer');
    // The page goes, and with it whatever would be asked of it next.
    await desk.run(() => document.querySelector('#update button').click());
    await until(async () => (await versions())?.join() === 'two and a half,two and a half', 'the version after');
    await until(() => other.run(() => !document.getElementById('update').hidden), 'the offer in the other tab');
    assert.ok(await other.run(() => document.getElementById('text').value.includes('Larkmouth')));
    assert.equal(await other.run(() => document.body.dataset.module), 'two');
    await desk.server.close();
  });

  test('a file that is not what the list says stops it', async () => {
    // Browsers look for a new version by themselves too: there is nothing to be had until all is as it is to be.
    release('three');
    writeFileSync(join(folder, 'style/page.css'), '/* not what was built */');
    desk.server = await serve({ folder, port: Number(new URL(desk.server.url).port) });
    await look(() => desk.server.log.includes('/style/page.css'), 'the attempt');
    await until(() => desk.run(() => navigator.serviceWorker.ready.then((r) => r.installing === null)), 'the end of the attempt');
    await until(() => desk.run(() => caches.keys().then((keys) => keys.length === 1)), 'the end of its files');
    assert.equal(await isOffered(), false);
    assert.notEqual((await versions())[0], 'three');
  });

  test('the switch turns it off: nothing is kept, and the page comes from the server', async () => {
    cpSync(join(root, 'www/sw-off.js'), join(folder, 'sw.js'));
    await look(
      () => desk.run(() => Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([keys, all]) => keys.length + all.length === 0)),
      'the end of all',
    );
    await desk.browser.goto(desk.server.url);
    assert.deepEqual(await until(versions, 'the version of the server'), ['three', 'three']);
  });
}, { folder, isShut: true });
