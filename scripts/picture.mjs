/**
 * `node scripts/picture.mjs`: the pictures that the repository holds: the page as the README shows it, light and dark, and the icons
 * that installing it takes. Needs a build, Chromium and its setup.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { root } from './lib.mjs';
import { serve } from './serve.mjs';
import { chromium } from './setup.mjs';

const profile = mkdtempSync(join(tmpdir(), 'copydesk-'));
const server = await serve();
const browser = await puppeteer.launch({ executablePath: chromium(), userDataDir: profile, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const rest = () => new Promise((done) => setTimeout(done, 1000));
const shoot = (name, options) => page.screenshot({ path: join(root, 'www', name), ...options });

await page.setViewport({ width: 1280, height: 800 });
await page.goto(server.url);
await page.waitForSelector('#samples button');
await page.click('#samples button');
await page.waitForSelector('#lists .row');
await page.evaluate(() => document.querySelectorAll('#lists .row')[1].click());
await page.mouse.move(0, 0);
await rest();
await shoot('picture.png');
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
await page.click('#tab-entities');
await page.evaluate(() => document.querySelector('#lists .row').click());
await page.mouse.move(0, 0);
await rest();
await shoot('picture-dark.png');

// A maskable icon may be cut to a circle: its picture keeps to the middle, and its ground reaches the edge.
const svg = readFileSync(join(root, 'www/icon.svg'), 'utf8');
const icon = `data:image/svg+xml,${encodeURIComponent(svg)}`;
for (const [name, size, inner, ground] of [['icon-192.png', 192, 192, 'transparent'], ['icon-512.png', 512, 512, 'transparent'], ['icon-maskable.png', 512, 360, '#24303c']]) {
  await page.setViewport({ width: size, height: size });
  await page.goto(`data:text/html,${encodeURIComponent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}"><img width=${inner} height=${inner} src="${icon}">`)}`);
  await shoot(name, { omitBackground: true });
}
await browser.close();
await server.close();
rmSync(profile, { recursive: true, force: true });
