/**
 * One way to drive three engines. Each opens a fresh profile and gives
 * `goto(url)`, `run(function, ...args)` (in the page; plain JSON in and out), `click(selector)`, `press(key)` (`'Control+z'` for several
 * at once), `type(text)`, `resize(width, height)`, `tab()` (another, behind this one, with `goto`, `run` and `close`) and `close()`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { STUCK, chromium, firefox, wanted, webkit } from '../../scripts/setup.mjs';

const SIZE = { width: 1280, height: 900 };

/** Without these Chromium can't run as root, or asks its makers' hosts for things at every start. */
export const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** The engines of this run, by name. */
export const ENGINES = Object.entries({
  Chromium: () => withPuppeteer({ browser: 'chrome', executablePath: chromium(), args: CHROMIUM }),
  Firefox: () => withPuppeteer({ browser: 'firefox', executablePath: firefox() }),
  WebKitGTK: withWebKit,
}).filter(([name]) => wanted(name));

async function withPuppeteer(options) {
  const profile = mkdtempSync(join(tmpdir(), 'copydesk-browser-'));
  const browser = await puppeteer.launch({ headless: true, userDataDir: profile, ...options });
  const [page] = await browser.pages();
  await resize(page, SIZE);
  // A page that asks whether it may go is let go.
  page.on('dialog', (dialog) => dialog.accept());
  return {
    /** What only Puppeteer can do. */
    page,
    goto: (url) => page.goto(url),
    run: (work, ...args) => page.evaluate(work, ...args),
    click: (selector) => page.click(selector),
    async press(keys) {
      const [key, ...held] = keys.split('+').reverse();
      for (const name of held) await page.keyboard.down(name);
      await page.keyboard.press(key);
      for (const name of held) await page.keyboard.up(name);
    },
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => resize(page, { width, height }),
    async tab() {
      const tab = await browser.newPage();
      await page.bringToFront();
      return { goto: (url) => tab.goto(url), run: (work, ...args) => tab.evaluate(work, ...args), close: () => tab.close() };
    },
    async close() {
      await browser.close();
      await remove(profile);
    },
  };
}

/** Puppeteer turns a phone too when it sets a size, which Firefox 140 does not know yet: the size is set all the same. */
function resize(page, size) {
  return page.setViewport(size).catch((error) => {
    if (!/setScreenOrientationOverride\): unknown command/.test(error.message)) throw error;
  });
}

/**
 * WebKitGTK's page, now and then, answers its driver no more: nothing can be asked of that browser again. What was under way has failed;
 * the next page is opened in a browser of its own. The tests' output says so, and `npm test` plays them once more.
 */
async function withWebKit() {
  let session = await webKitSession();
  let isStuck = false;
  const ask = async (work) => {
    if (isStuck) throw new Error(STUCK);
    const patience = new AbortController();
    try {
      // A process that hangs does not keep the driver's own times.
      const hung = wait(90_000, undefined, { signal: patience.signal }).then(() => {
        throw Object.assign(new Error(STUCK), { name: 'TimeoutError' });
      });
      return await Promise.race([work(session.driver), hung]);
    } catch (error) {
      isStuck = error.name === 'TimeoutError';
      if (isStuck) console.log(STUCK);
      throw error;
    } finally {
      patience.abort();
    }
  };
  /** The driver misses the end of a navigation now and then; what the page shows is asked for by the tests. */
  const navigate = async (driver, url) => {
    try {
      await driver.get(url);
    } catch (error) {
      if (error.name !== 'TimeoutError') throw error;
      await driver.get(url);
    }
  };
  const replace = async () => {
    await session.stop();
    session = await webKitSession();
    isStuck = false;
  };
  return {
    async goto(url) {
      try {
        await ask((driver) => navigate(driver, url));
      } catch (error) {
        if (!isStuck) throw error;
        await replace();
        await ask((driver) => navigate(driver, url));
      }
    },
    run: (work, ...args) => ask((driver) => evaluate(driver, work, args)),
    click: (selector) => ask(async (driver) => (await driver.findElement(By.css(selector))).click()),
    // What is held is let go at the end of what is sent: the key that says so, WebKitGTK's driver has typed as a character.
    press: (keys) => ask(async (driver) => (await driver.switchTo().activeElement()).sendKeys(keys.split('+').map((key) => (KEYS[key] ? Key[KEYS[key]] : key)).join(''))),
    type: (text) => ask(async (driver) => (await driver.switchTo().activeElement()).sendKeys(text)),
    resize: (width, height) => ask((driver) => driver.manage().window().setRect({ x: 0, y: 0, width, height })),
    async tab() {
      const front = await ask((driver) => driver.getWindowHandle());
      /** Does something in a tab, and is in the first again. */
      const there = (enter, work) =>
        ask(async (driver) => {
          await enter(driver.switchTo());
          const done = await work(driver);
          await driver.switchTo().window(front);
          return done;
        });
      const own = await there((to) => to.newWindow('tab'), (driver) => driver.getWindowHandle());
      const inTab = (work) => there((to) => to.window(own), work);
      return {
        goto: (url) => inTab((driver) => navigate(driver, url)),
        run: (work, ...args) => inTab((driver) => evaluate(driver, work, args)),
        close: () => inTab((driver) => driver.close()),
      };
    },
    async close() {
      if (!isStuck) await session.driver.quit();
      await session.stop();
    },
  };
}

/** Runs a function in the page that the driver is at. */
async function evaluate(driver, work, args) {
  const { value, error } = await driver.executeAsyncScript(
    `const [args, done] = arguments;
    (async () => (${work})(...args))().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    args,
  );
  if (error) throw new Error(error);
  return value;
}

/** A browser, its driver and the screen both need. */
async function webKitSession() {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-browser-'));
  const started = [];
  const start = (command, args, options = {}) => {
    const child = spawn(command, args, { stdio: 'ignore', ...options });
    started.push(child);
    return child;
  };
  // Ends what was started here, the last first, and waits for it.
  const stop = async () => {
    for (const child of started.reverse()) {
      const ended = child.exitCode !== null || child.signalCode !== null || new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    }
    await remove(home);
  };
  try {
    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const display = await new Promise((done, failed) => {
      screen.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
      screen.once('error', failed);
      screen.once('exit', () => failed(new Error('Xvfb ended')));
    });
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
    // There need be no graphics card: one that is emulated would take the cores that the page runs on. Chromium has none either.
    start('WebKitWebDriver', [`--port=${port}`], { env: { ...env, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1' } });
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit(), args: ['--automation'] },
    });
    const driver = await retried(() => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build());
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 20_000 });
    await driver.manage().window().setRect({ x: 0, y: 0, ...SIZE });
    return { driver, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const KEYS = { ArrowRight: 'ARROW_RIGHT', ArrowLeft: 'ARROW_LEFT', Enter: 'ENTER', Escape: 'ESCAPE', Home: 'HOME', End: 'END', Backspace: 'BACK_SPACE', Control: 'CONTROL', Shift: 'SHIFT', Tab: 'TAB' };

/** A browser's helpers write for a moment after it has ended. */
function remove(folder) {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A driver that was just started doesn't listen at once. */
async function retried(work) {
  for (let i = 0; ; i++) {
    try {
      return await work();
    } catch (error) {
      if (i === 40 || !/ECONNREFUSED/.test(String(error))) throw error;
      await wait(250);
    }
  }
}
