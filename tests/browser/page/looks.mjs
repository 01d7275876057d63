/** How the page looks: light, dark, small, on paper, without colours and without movement. Its pictures are left in target/pictures. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../js/help.mjs';
import { scenario, until } from './help.mjs';

const folder = join(root, 'target/pictures');
mkdirSync(folder, { recursive: true });

scenario('looks', (desk, engine) => {
  const sheet = () => desk.run(() => [getComputedStyle(document.getElementById('article')).backgroundColor, getComputedStyle(document.getElementById('article')).color]);
  const light = ([, , , r, g, b]) => 0.2 * r + 0.7 * g + 0.1 * b;
  const brightness = (colour) => light([0, 0, 0, ...colour.match(/[\d.]+/g).map(Number)]);
  const shoot = async (name, options = {}) => {
    await desk.run(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))).then(() => true));
    await desk.browser.page.screenshot({ path: join(folder, `${name}.png`), ...options });
  };

  test('as it is opened', async () => {
    await desk.run(() => document.querySelector('#samples button').click());
    await desk.settled();
    await desk.push('#lists .row:nth-of-type(2)');
    assert.ok(await desk.run(() => document.documentElement.scrollHeight <= innerHeight), 'what is longer than the window scrolls by itself');
    const [paper, ink] = await sheet();
    assert.ok(brightness(paper) > 200 && brightness(ink) < 60);
    const width = await desk.run(() => {
      const p = document.querySelector('#article p:nth-of-type(3)');
      return p.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(p).fontSize);
    });
    assert.ok(width > 25 && width < 40, `a line of ${width} em`);
  });

  test('in the dark, on a phone, on paper, in forced colours, at rest', async (t) => {
    const { page } = desk.browser;
    if (engine !== 'Chromium') return t.skip('only Chromium can be asked for all of these');
    const client = await page.createCDPSession();
    const prefer = (name, value) => client.send('Emulation.setEmulatedMedia', { features: name === undefined ? [] : [{ name, value }] });
    await shoot('light');
    await prefer('prefers-color-scheme', 'dark');
    const [paper, ink] = await sheet();
    assert.ok(brightness(paper) < 60 && brightness(ink) > 200);
    await shoot('dark');

    await prefer('forced-colors', 'active');
    assert.equal(await desk.run(() => getComputedStyle(document.querySelector('mark[data-layer="numbers"]')).textDecorationStyle), 'double');
    assert.equal(await desk.run(() => new Set(['quotes', 'numbers', 'entities'].map((l) => getComputedStyle(document.querySelector(`mark[data-layer="${l}"]`)).backgroundColor)).size), 1);
    await shoot('forced-colours');

    await prefer('prefers-reduced-motion', 'reduce');
    const moving = await desk.run(() => [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s').length);
    assert.equal(moving, 0);
    await prefer();

    await desk.browser.resize(390, 844);
    await shoot('phone', { fullPage: true });
    await desk.browser.resize(1280, 900);

    await page.emulateMediaType('print');
    const seen = await desk.run(() => ['#article', '#legend', 'aside', '.tools', '.writing', '#published'].filter((s) => document.querySelector(s).checkVisibility()));
    assert.deepEqual(seen, ['#article', '#legend'], 'the article and the key to its marks');
    assert.equal(await desk.run(() => document.getElementById('article').scrollHeight <= document.getElementById('article').clientHeight + 1), true, 'whole');
    await shoot('print', { fullPage: true });
    await page.emulateMediaType(null);
  });

  test('only a headline is set as one', async () => {
    const size = () => desk.run(() => Number.parseFloat(getComputedStyle(document.querySelector('#article p')).fontSize));
    const headline = await size();
    await desk.paste('A man was pulled out of a well on Sunday. “I sang every song that I know,” said Dermot Ashby. He had looked for his dog.');
    assert.ok((await size()) < headline, 'an article that begins with its first sentence');
  });

  test('can be installed', async () => {
    const manifest = JSON.parse(readFileSync(join(root, 'www/manifest.webmanifest'), 'utf8'));
    assert.equal(manifest.display, 'standalone');
    for (const size of [192, 512]) {
      const icon = manifest.icons.find((i) => i.sizes === `${size}x${size}`);
      const png = readFileSync(join(root, 'www', icon.src));
      assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', size, size]);
    }
    assert.ok(manifest.icons.some((i) => i.purpose === 'maskable'));
    await until(() => desk.run(async () => ((await navigator.serviceWorker.getRegistration())?.active ?? null) !== null), 'a service worker');
  });
});
