/** `node scripts/picture.mjs`: takes www/picture.png, the page as the README shows it. Needs a build, Chromium and its setup. */
import { mkdtempSync, rmSync } from 'node:fs';
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
await page.setViewport({ width: 1280, height: 800 });
await page.goto(server.url);
await page.waitForSelector('#samples button');
await page.click('#samples button');
await page.click('.row[data-layer="quotes"]');
await new Promise((done) => setTimeout(done, 1000));
await page.screenshot({ path: join(root, 'www/picture.png') });
await browser.close();
await server.close();
rmSync(profile, { recursive: true, force: true });
