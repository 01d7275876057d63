/** A person who does one thing after another, in any order: whatever it was, what is shown, listed and exported is one and the same. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { desk as local, root, seed } from '../../js/help.mjs';
import { LAYERS, scenario } from './help.mjs';

const folder = join(root, 'tests/articles');
const articles = [seed, ...readdirSync(folder).filter((f) => f.endsWith('.txt')).map((f) => readFileSync(join(folder, f), 'utf8').replace(/\r\n?/g, '\n'))];

/** How many things are done; COPYDESK_STEPS makes it more. */
const STEPS = Number(process.env.COPYDESK_STEPS ?? 40);

scenario('in any order', (desk) => {
  let state = Number(process.env.COPYDESK_SEED ?? 11);
  const random = (n) => (state = (state * 48271) % 2147483647) % n;
  const any = (list) => list[random(list.length)];
  const push = (selector, i) =>
    desk.run((query, n) => {
      const all = [...document.querySelectorAll(query)].filter((e) => !e.disabled && e.checkVisibility());
      all[n % Math.max(1, all.length)]?.click();
    }, selector, i ?? random(1000));
  const fill = (selector, value) =>
    desk.run((query, words, n) => {
      const all = [...document.querySelectorAll(query)];
      const field = all[n % Math.max(1, all.length)];
      if (field === undefined) return;
      field.value = field.options === undefined ? words : field.options[n % field.options.length].value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, selector, value, random(1000));
  const type = (how) =>
    desk.run((n, words) => {
      const box = document.getElementById('text');
      const at = n % (box.value.length + 1);
      box.value = box.value.slice(0, at) + words + box.value.slice(at + (words === '' ? 9 : 0));
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
    }, random(6000), how);

  const ACTS = {
    'another list': () => push('[role="tab"]'),
    'a row': () => push('#lists .row'),
    'a mention': () => push('.mention'),
    'a mark': () => push('#article mark'),
    'a button of the detail': () => push('.detail .actions button'),
    'a field of the detail': () => fill('.detail input', any(['Ada Brown', 'Turkey', '', 'Hulusi Akar'])),
    'a choice of the detail': () => fill('.detail select', ''),
    undo: () => push('#undo'),
    redo: () => push('#redo'),
    'a layer': () => push('#legend button'),
    'a view': () => push('.switch button'),
    back: () => desk.run(() => location.hash !== '' && history.back()),
    words: () => type(any(['', '', '“', ' Ada Brown said it. ', '\n\n', ' on 4 May 2021 ', '😀'])),
    'a day': () => fill('#published', any(['2021-11-09', '2016-02-29', ''])),
    'a search': () => desk.run((q) => ((document.getElementById('search').value = q), document.getElementById('search').dispatchEvent(new InputEvent('input', { bubbles: true }))), any(['a', '', '', 'zzz'])),
    'a check away': () => push('[data-dismiss], [data-restore]'),
    selected: () =>
      desk.run((n, m) => {
        const all = [...document.querySelectorAll('#article p')].filter((p) => p.textContent.length > 20);
        const p = all[n % Math.max(1, all.length)];
        if (p) getSelection().setBaseAndExtent(p, 0, p, m % (p.childNodes.length + 1));
      }, random(1000), random(1000)),
    added: () => push('#adder button'),
    'added as a name': () => fill('#adder:not([hidden]) select', ''),
    'another article': () => random(4) === 0 && desk.paste(any(articles)),
    'a new article': () => random(3) === 0 && push('#clear, #samples button'),
    learned: () => random(6) === 0 && push('#house-learn', 0),
    paper: () => desk.run(() => ['beforeprint', 'afterprint'].forEach((name) => dispatchEvent(new Event(name)))),
  };

  /** The analysis that is exported, which has to be one as the contract says, and of what is shown. */
  async function check(done) {
    const analysis = JSON.parse((await desk.exported())['copydesk.json']);
    const { text, items } = await desk.shown();
    const source = await desk.run(() => document.getElementById('text').value);
    assert.equal(text, source, done);
    const shown = await desk.run(() => [...document.querySelectorAll('#legend [data-layer][aria-pressed="true"]')].map((b) => b.dataset.layer));
    for (const layer of LAYERS) {
      for (const [i, item] of analysis[layer].entries()) {
        assert.equal(item.id, i, done);
        assert.equal(source.slice(item.start, item.end), item.text, done);
      }
      const marked = analysis[layer].filter((i) => shown.includes(i.kind === 'indirect' ? 'indirect' : layer));
      assert.deepEqual(new Set(items[layer].map((i) => `${i.start}-${i.end}`)), new Set(marked.map((i) => `${i.start}-${i.end}`)), `${done}: ${layer}`);
    }
    for (const [i, name] of analysis.names.entries()) {
      assert.equal(name.id, i, done);
      for (const id of name.mentions) assert.equal(analysis.entities[id].nameId, i, done);
    }
    for (const m of analysis.entities) assert.equal(analysis.names[m.nameId]?.name, m.name, done);
    for (const q of analysis.quotes) if (q.speakerId !== null) assert.equal(analysis.names[q.speakerId]?.name, q.speakerName, done);
    return { analysis, source };
  }

  test('what is shown is what is exported, and all can be taken back', async () => {
    await desk.run(() => {
      globalThis.faults = [];
      for (const type of ['error', 'unhandledrejection']) addEventListener(type, (e) => faults.push(String(e.reason ?? e.message)));
    });
    await desk.paste(seed);
    const log = [];
    for (let i = 0; i < STEPS; i++) {
      const name = any(Object.keys(ACTS));
      log.push(name);
      await ACTS[name]();
      await desk.settled();
      // Keys are read, and the browser goes back, a moment later, by the page's own clock: it may be kept waiting itself.
      if (name === 'words' || name === 'back') await desk.run(() => new Promise((done) => setTimeout(done, 100)));
      await desk.settled();
      await check(`step ${i}: ${log.slice(-5).join(', ')}`);
      assert.deepEqual(await desk.run(() => faults), [], `step ${i}: ${log.slice(-5).join(', ')}`);
    }
    for (let i = 0; i < STEPS && (await desk.run(() => !document.getElementById('undo').disabled)); i++) {
      await push('#undo', 0);
      await desk.settled();
    }
    await push('#tab-checks');
    await push('[data-restore]');
    const { analysis, source } = await check('all taken back');
    const reference = await desk.run(() => document.getElementById('published').value);
    if (await desk.run(() => document.querySelector('#house-lists li') === null)) {
      assert.deepEqual(analysis, JSON.parse(JSON.stringify(local.analyze(source, reference === '' ? {} : { reference }))));
    }
  });
});
