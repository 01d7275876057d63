/** `<copydesk-view>` in real browsers. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { desk, seed } from '../js/help.mjs';
import { ENGINES } from './drivers.mjs';
import { served, until } from './served.mjs';

const analysis = desk.analyze(seed);
const PAGE = '<!doctype html><html lang="en"><title>Test</title><main><copydesk-view></copydesk-view></main><script type="module" src="start.js"></script>';
const START = `
import { define } from '/dist/element/index.js';
window.events = [];
for (const type of ['analysis', 'select', 'error']) addEventListener('copydesk-' + type, (e) => events.push([type, e.detail?.code ?? e.detail?.layer ?? (e.detail === null ? null : 'given')]));
define();
define();
define('other-view');
document.documentElement.dataset.ready = '';
`;

for (const [name, open] of ENGINES) {
  describe(name, () => {
    let server;
    let browser;
    before(async () => {
      server = await served({ files: { 'index.html': PAGE, 'start.js': START } });
      browser = await open();
      await browser.goto(server.url);
      await until(() => browser.run(() => document.documentElement.dataset.ready === ''), 'the start');
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const events = () => browser.run(() => window.events.splice(0));

    test('given a text it shows the text, with every item marked and counted', async () => {
      await browser.run((text) => {
        document.querySelector('copydesk-view').text = text;
      }, seed);
      await until(() => browser.run(() => document.querySelector('copydesk-view').analysis !== null), 'an analysis');
      const shown = await browser.run(() => {
        const root = document.querySelector('copydesk-view').shadowRoot;
        const words = {};
        for (const mark of root.querySelectorAll('mark')) words[mark.dataset.item] = (words[mark.dataset.item] ?? '') + mark.textContent;
        return {
          words,
          text: [...root.querySelectorAll('p:not([part])')].map((p) => p.textContent).join('\n'),
          counts: [...root.querySelectorAll('.count')].map((c) => Number(c.textContent)),
          status: root.querySelector('[role=status]').textContent,
        };
      });
      assert.equal(shown.text, seed);
      const wanted = {};
      for (const q of analysis.quotes) wanted[`${q.kind === 'indirect' ? 'indirect' : 'quotes'}-${q.id}`] = q.text;
      for (const layer of ['numbers', 'entities']) for (const i of analysis[layer]) wanted[`${layer}-${i.id}`] = i.text;
      assert.deepEqual(shown.words, Object.fromEntries(Object.entries(wanted).map(([k, t]) => [k, t.replaceAll('\n', '')])));
      const indirect = analysis.quotes.filter((q) => q.kind === 'indirect').length;
      assert.deepEqual(shown.counts, [analysis.quotes.length - indirect, indirect, analysis.numbers.length, analysis.entities.length]);
      assert.match(shown.status, new RegExp(`^${analysis.quotes.length} quote`));
      assert.deepEqual(await events(), [['analysis', 'given']]);
    });

    test('a legend button hides its layer and keeps the focus', async () => {
      const state = await browser.run(() => {
        const view = document.querySelector('copydesk-view');
        const count = () => view.shadowRoot.querySelectorAll('mark.entities').length;
        const before = count();
        const button = view.shadowRoot.querySelector('button[data-layer=entities]');
        button.focus();
        button.click();
        const off = [count(), view.getAttribute('layers'), view.shadowRoot.activeElement.dataset.layer, view.shadowRoot.activeElement.getAttribute('aria-pressed')];
        view.shadowRoot.activeElement.click();
        return [before > 0, ...off, count() === before];
      });
      assert.deepEqual(state, [true, 0, 'quotes indirect numbers', 'entities', 'false', true]);
    });

    test('an item is selected by a click and by keys, and told', async () => {
      const state = await browser.run(() => {
        const view = document.querySelector('copydesk-view');
        const text = view.shadowRoot.querySelector('[part=text]');
        const current = () => [...new Set([...view.shadowRoot.querySelectorAll('mark.current')].map((m) => m.closest('p') !== null))];
        view.shadowRoot.querySelector('mark.entities').click();
        const clicked = [view.selected.layer, current().length];
        const key = (name) => text.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
        key('Escape');
        const none = [view.selected, current().length];
        key('ArrowRight');
        const first = view.selected.start;
        key('ArrowLeft');
        const last = view.selected.start;
        view.select(null);
        return [clicked, none, first < last];
      });
      assert.deepEqual(state, [['entities', 1], [null, 0], true]);
      assert.equal((await events()).length, 5);
    });

    test('the newest text wins, whatever comes first', async () => {
      const state = await browser.run(async () => {
        const view = document.querySelector('copydesk-view');
        const { load } = await import('/dist/entry/web.js');
        const reader = await load();
        const waiting = [];
        view.desk = { analyze: (text) => new Promise((done) => waiting.push(() => done(reader.analyze(text)))) };
        view.text = 'Ada Brown went.';
        view.text = 'Kim Lee came.';
        for (let i = 0; i < 5; i++) await new Promise((done) => setTimeout(done, 0));
        for (const answer of waiting.reverse()) answer();
        for (let i = 0; i < 5; i++) await new Promise((done) => setTimeout(done, 0));
        return [view.shadowRoot.querySelector('[part=text]').textContent, view.analysis !== null];
      });
      assert.deepEqual(state, ['Kim Lee came.', true]);
      await events();
    });

    test('a failure is told as a typed error, the text stays', async () => {
      await browser.run(() => {
        const view = document.querySelector('copydesk-view');
        view.desk = undefined;
        view.options = { refrence: 'x' };
      });
      const told = await until(async () => (await events()).find(([type]) => type === 'error'), 'an error');
      assert.deepEqual(told, ['error', 'BAD_OPTION']);
      const state = await browser.run(() => {
        const view = document.querySelector('copydesk-view');
        const code = (work) => {
          try {
            work();
          } catch (error) {
            return error.code;
          }
        };
        const wrong = code(() => view.show('other', { schemaVersion: 1, language: 'en', quotes: [], marks: [], numbers: [], names: [], entities: [{ id: 0, start: 0, end: 3, text: 'Ada', type: 'PERSON' }] }));
        view.options = undefined;
        return [view.shadowRoot.querySelector('[part=text]').textContent, wrong];
      });
      assert.deepEqual(state, ['Kim Lee came.', 'TEXT_CHANGED']);
    });

    test('shows markup as the text it is, takes its content as text, and works under another name and detached', async () => {
      const state = await browser.run(async () => {
        const other = document.createElement('other-view');
        other.textContent = ' “<img src=x onerror=alert(1)>” \n second ';
        other.text;
        document.querySelector('main').append(other);
        const shown = other.shadowRoot.querySelectorAll('img').length;
        const detached = document.createElement('copydesk-view');
        detached.text = 'Ada Brown went.';
        detached.layers = ['quotes'];
        detached.select(null);
        for (let i = 0; i < 100; i++) {
          const view = document.createElement('copydesk-view');
          document.querySelector('main').append(view);
          view.text = 'Ada Brown went.';
          view.remove();
        }
        return [shown, other.text, detached.analysis, detached.shadowRoot];
      });
      assert.deepEqual(state, [0, '“<img src=x onerror=alert(1)>” \n second', null, null]);
    });

    test('broke no policy', () => assert.ok(!server.log.includes('/csp-report')));
  });
}
