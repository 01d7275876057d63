/** The frame and its host, on two origins, in real browsers; the host's script is the guide's. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { isForFrame, isForHost, originOf } from '../../plugins/embed/protocol.js';
import { plugins } from '../../scripts/plugins.mjs';
import { ENGINES } from '../browser/drivers.mjs';
import { served, until } from '../browser/served.mjs';
import { desk, root, seed } from '../js/help.mjs';

const guide = readFileSync(join(root, 'docs/arc.md'), 'utf8');
const example = (language) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide)[1];

/** Helps the tests in the page: an embedded frame with what it told. */
const HELP = `
import { embed } from './copydesk/host.js';
export const start = (src, options = {}) => {
  const told = { analysis: [], pick: [], error: [] };
  const desk = embed(document.querySelector('#place'), {
    src, ...options,
    onAnalysis: (a) => told.analysis.push(a), onPick: (p) => told.pick.push(p), onError: (e) => told.error.push({ code: e.code, message: e.message }),
  });
  return Object.assign(window, { desk, told });
};
`;

const FRAME = '/plugins/dist/embed/copydesk/index.html';

/** Tells its parent of picks that nobody made. */
const LIAR = `
const pick = { copydesk: 1, type: 'pick', layer: 'quotes', start: 0, end: 1, text: 'x' };
for (let revision = 0; revision < 10; revision++) parent.postMessage({ ...pick, revision }, '*');
parent.postMessage('lied', '*');
`;

test('messages of another version or shape are no messages', () => {
  const text = { copydesk: 1, type: 'text', revision: 1, text: 'x' };
  const pick = { copydesk: 1, type: 'pick', revision: 1, layer: 'quotes', start: 0, end: 1, text: 'x' };
  assert.deepEqual([isForFrame(text), isForHost(pick), isForHost({ copydesk: 1, type: 'ready' })], [true, true, true]);
  const wrong = [null, 1, 'text', [], {}, { ...text, copydesk: 2 }, { ...text, copydesk: '1' }, { ...text, revision: -1 }, { ...text, revision: 0.5 }, { ...text, text: 1 }, { ...text, type: 'analysis' }];
  for (const data of wrong) assert.deepEqual([isForFrame(data), isForHost(data)], [false, false], JSON.stringify(data));
  for (const data of [{ ...pick, start: '0' }, { ...pick, type: 'error' }, { ...pick, type: 'analysis' }, text]) assert.equal(isForHost(data), false, JSON.stringify(data));
});

test('an origin is what browsers write for one', () => {
  for (const text of ['https://cms.example', 'http://localhost:8080']) assert.equal(originOf(text), text);
  for (const text of [null, '', 'null', '*', 'cms.example', 'https://cms.example/', 'https://cms.example/path', 'https://a@cms.example', 'data:text/html,x', 'file://', 'HTTPS://cms.example', 'https://cms.example:443']) {
    assert.equal(originOf(text), null, String(text));
  }
});

before(plugins);

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let host;
    let frame;
    let browser;
    let src;
    before(async () => {
      const page = (body) => `<!doctype html><html lang="en"><title>Test</title><body>${body}`;
      const files = {
        'copydesk/host.js': readFileSync(join(root, 'plugins/embed/host.js')),
        'copydesk/protocol.js': readFileSync(join(root, 'plugins/embed/protocol.js')),
        'help.js': HELP,
        'index.html': page('<div id="place"></div>'),
        'liar.html': page('<script src="liar.js"></script>'),
        'liar.js': LIAR,
        'guide.html': page(example('html')),
        'copydesk.js': example('js').replace('https://desk.example/copydesk/index.html', FRAME),
      };
      // The policies of the guide.
      frame = await served({ paths: ['plugins/dist/embed/copydesk'], policy: 'frame-ancestors http://localhost:*', files });
      src = frame.url.slice(0, -1) + FRAME;
      const policy = `default-src 'none'; script-src 'self'; img-src 'self'; frame-src 'self' ${new URL(src).origin}; require-trusted-types-for 'script'; report-uri /csp-report`;
      host = await served({ policy, files });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
      await frame?.close();
    });

    const run = (work, ...args) => browser.run(work, ...args);
    const begin = async (address, options, at = host) => {
      await browser.goto(at.url);
      await run(async (a, o) => void (await import('/help.js')).start(a, o), address, options ?? {});
    };
    const told = () => run(() => window.told);

    test('a text goes in, what the package finds comes out; the newest text wins', async () => {
      assert.notEqual(new URL(src).origin, new URL(host.url).origin);
      await begin(src);
      await run((text) => {
        desk.show('Ada Brown left.');
        desk.show('');
        desk.show(text, { reference: '2026-11-24' });
      }, seed);
      await until(async () => (await told()).analysis.length > 0, 'an analysis');
      assert.deepEqual((await told()).analysis, [desk.analyze(seed, { reference: '2026-11-24' })]);
      await run(() => desk.show('Tom Reed paid $5.'));
      await until(async () => (await told()).analysis.length > 1, 'the next');
      assert.deepEqual((await told()).analysis[1], desk.analyze('Tom Reed paid $5.'));
      assert.deepEqual((await told()).error, []);
    });

    test('what can not be read is told by its code, and the next text is read', async () => {
      await run(() => desk.show('Tom Reed', { refrence: '2026-11-24' }));
      await until(async () => (await told()).error.length > 0, 'an error');
      assert.equal((await told()).error[0].code, 'BAD_OPTION');
      const before = (await told()).analysis.length;
      await run(() => desk.show('Tom Reed'));
      await until(async () => (await told()).analysis.length > before, 'an analysis');
    });

    test('a host hears nobody but its frame', async () => {
      const lies = await run(async (origin) => {
        let count = 0;
        addEventListener('message', ({ data }) => (count += data === 'lied'));
        // The right origin, another window.
        const other = document.createElement('iframe');
        other.src = `${origin}/liar.html`;
        document.body.append(other);
        // The page itself.
        for (let revision = 0; revision < 10; revision++) postMessage({ copydesk: 1, type: 'pick', layer: 'quotes', start: 0, end: 1, text: 'x', revision });
        while (count < 1) await new Promise((done) => setTimeout(done, 50));
        // The right window, gone to another origin.
        desk.frame.src = '/liar.html';
        while (count < 2) await new Promise((done) => setTimeout(done, 50));
        return count;
      }, new URL(src).origin);
      assert.equal(lies, 2);
      assert.deepEqual((await told()).pick, []);
    });

    test('a frame answers nobody but the origin it was embedded by', async () => {
      const heard = await run(async (address) => {
        const all = [];
        // The last is the right one: when it has answered so would the others have, which were asked before.
        const searches = ['', '?host=*', '?host=null', '?host=https://elsewhere.example', `?host=${location.origin}`];
        const answered = new Promise((done) => {
          addEventListener('message', ({ source, data }) => {
            all.push([frames.indexOf(source), data.type]);
            if (data.type === 'ready') source.postMessage(question, '*');
            if (data.type === 'analysis') done();
          });
        });
        const question = { copydesk: 1, type: 'text', revision: 1, text: 'Tom Reed paid $5.' };
        const frames = [];
        for (const search of searches) {
          const other = document.createElement('iframe');
          other.src = address + search;
          const loaded = new Promise((done) => (other.onload = done));
          document.body.append(other);
          frames.push(other.contentWindow);
          await loaded;
          other.contentWindow.postMessage(question, '*');
        }
        await answered;
        return all.filter(([frame]) => frame !== searches.length - 1);
      }, src);
      assert.deepEqual(heard, []);
    });

    test('a frame that is not there is told in time', async () => {
      await begin(`${frame.url}nowhere/index.html`, { timeLimit: 300 });
      await run(() => desk.show('Tom Reed'));
      await until(async () => (await told()).error.length > 0, 'an error');
      assert.deepEqual((await told()).error.map((e) => e.code), ['LOAD_FAILED']);
    });

    test('disposed of it is gone, fifty times over', async () => {
      await begin(src);
      const left = await run(async (address) => {
        const { start } = await import('/help.js');
        for (let i = 0; i < 50; i++) {
          start(address);
          desk.show('Tom Reed');
          desk.dispose();
          desk.dispose();
          desk.show('nobody hears');
        }
        return document.querySelectorAll('iframe').length;
      }, src);
      assert.equal(left, 1);
    });

    test('the lists in the frame: a place picked by click or key is told', async () => {
      // On one origin, where the test can reach into it.
      await begin(FRAME, {}, frame);
      const text = '“We are out of time,” Ada Brown told the council. Repairs cost $1.2 billion.';
      await run((t) => desk.show(t), text);
      const rows = () => run(() => [...desk.frame.contentDocument.querySelectorAll('button')].map((b) => b.firstChild.textContent));
      await until(async () => (await rows()).length > 0, 'lists');
      assert.deepEqual((await rows()).slice(-2), ['$1.2 billion', 'Ada Brown']);
      await run(() => [...desk.frame.contentDocument.querySelectorAll('button')].find((b) => b.textContent.startsWith('“We')).click());
      await until(async () => (await told()).pick.length > 0, 'a pick');
      const [pick] = (await told()).pick;
      assert.equal(text.slice(pick.start, pick.end), pick.text);
      assert.equal(pick.text, 'We are out of time,');
      const names = await run(() => [...desk.frame.contentDocument.querySelectorAll('main summary, main button')].map((e) => [e.tagName, e.tabIndex]));
      assert.ok(names.every(([, tabIndex]) => tabIndex === 0), JSON.stringify(names));
    });

    test("the guide's example follows what is typed, and selects what is picked", async () => {
      await browser.goto(`${frame.url}guide.html`);
      const rows = () => run(() => [...(document.querySelector('#copydesk iframe')?.contentDocument?.querySelectorAll('button') ?? [])].map((b) => b.firstChild.textContent));
      await run(() => {
        const story = document.querySelector('#story');
        story.value = 'Tom Reed paid $5.';
        story.dispatchEvent(new Event('input'));
      });
      await until(async () => (await rows()).includes('$5'), 'the list');
      await run(() => [...document.querySelector('#copydesk iframe').contentDocument.querySelectorAll('button')].find((b) => b.textContent.startsWith('$5')).click());
      const selected = () =>
        run(() => {
          const { value, selectionStart, selectionEnd } = document.querySelector('#story');
          return value.slice(selectionStart, selectionEnd);
        });
      await until(async () => (await selected()) === '$5', 'the selection');
    });

    test('broke no policy', () => assert.deepEqual([host.log, frame.log].flat().filter((p) => p === '/csp-report'), []));
  });
}
