/** A page that is left: it asks before work is lost, and what it was told to keep it has kept at that moment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drafts, scenario, until } from './help.mjs';

scenario('left with work undone', (desk, engine) => {
  const STORY = '“It held,” said Ada Brown. The plan costs $40.';
  /** Whether the page would ask now: what a browser asks it before it is left. */
  const asks = () => desk.run(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const correct = async (name) => {
    await desk.push('#tab-quotes');
    await desk.push('#lists .row');
    await desk.run((words) => {
      const field = document.querySelector('.detail input');
      field.value = words;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, name);
    await desk.settled();
  };

  test('what came from elsewhere may go as it came', async () => {
    assert.equal(await asks(), false);
    await desk.push('#samples button');
    assert.equal(await asks(), false);
    await desk.push('#clear');
    await desk.paste(STORY);
    await desk.push('#lists .row');
    await desk.push('#tab-checks');
    assert.equal(await asks(), false);
  });

  test('corrections are asked after until they are exported, put away or taken back', async () => {
    await correct('Bo Chen');
    assert.equal(await asks(), true);
    await desk.exported();
    assert.equal(await asks(), false);
    await correct('Cy Dunn');
    assert.equal(await asks(), true);
    await desk.push('#clear');
    assert.equal(await asks(), false);
    await desk.push('#undo');
    assert.equal(await asks(), true);
    for (let i = 0; i < 2; i++) await desk.push('#undo');
    assert.equal(await asks(), false);
  });

  test('so is what was typed, and it is kept where that is wished', async () => {
    await desk.push('#clear');
    await desk.browser.type('A');
    await desk.settled();
    assert.equal(await asks(), true);
    await desk.push('#samples button');
    assert.equal(await asks(), false);
    await desk.push('#undo');
    assert.equal(await asks(), true);
    await desk.push('#drafts');
    assert.equal(await asks(), false);
    await desk.push('#drafts');
    assert.equal(await asks(), true);
    await desk.push('#write');
    await desk.browser.press('Control+a');
    await desk.browser.press('Backspace');
    await until(async () => !(await asks()), 'an empty page');
  });

  test('and so are house rules until they are in a file, or kept', async () => {
    const add = (words) =>
      desk.run((given) => {
        const [field] = document.querySelectorAll('#house-lists section:nth-child(2) input');
        field.value = given;
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      }, words);
    await add('Larkmouth');
    assert.equal(await asks(), true);
    await desk.push('#undo');
    assert.equal(await asks(), false);
    await desk.push('#redo');
    assert.equal(await asks(), true);
    await desk.run(() => {
      const stop = (event) => event.preventDefault();
      document.addEventListener('click', stop, true);
      document.getElementById('house-export').dispatchEvent(new MouseEvent('click', { bubbles: false }));
      document.removeEventListener('click', stop, true);
    });
    assert.equal(await asks(), false);
    await add('Quayside');
    assert.equal(await asks(), true);
    await desk.push('#house-keep');
    assert.equal(await asks(), false);
    await add('Northgate');
    assert.equal(await asks(), false);
    await desk.push('#house-keep');
    assert.equal(await asks(), true);
    await desk.run(() => {
      for (let one; (one = document.querySelector('#house-lists li button')) !== null; ) one.click();
    });
    assert.equal(await asks(), false);
  });

  test('the browser puts the question', async (t) => {
    if (engine === 'WebKitGTK') return t.skip('its driver answers before anyone is asked');
    await desk.browser.type('Ada paid $1.');
    await desk.settled();
    const asked = [];
    desk.browser.page.on('dialog', (dialog) => asked.push(dialog.type()));
    await desk.browser.goto(`${desk.server.url}?again`);
    await desk.settled();
    await desk.browser.goto(desk.server.url);
    assert.deepEqual(asked, ['beforeunload']);
  });
});

scenario('left in haste', (desk, engine) => {
  const kept = () => desk.run(drafts);

  test('a page that is hidden or left has kept what was typed at that moment', async () => {
    const leave = async (words, how) => {
      await desk.run(
        (text, way) => {
          const box = document.getElementById('text');
          box.value = text;
          box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
          if (way === 'left') dispatchEvent(new PageTransitionEvent('pagehide'));
          else document.dispatchEvent(new Event('visibilitychange'));
        },
        words,
        how,
      );
      return kept();
    };
    assert.deepEqual(await leave('Ada paid $1.', 'left'), [], 'nothing unasked');
    await desk.click('#drafts');
    assert.deepEqual(await leave('Ada paid $2.', 'left'), ['Ada paid $2.']);
    assert.deepEqual(await leave('Ada paid $3.', 'hidden'), ['Ada paid $3.']);
    // Really left, as soon as it is typed.
    await desk.run(() => {
      const box = document.getElementById('text');
      box.value = 'Ada paid $4.';
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
      document.body.dataset.left = '';
      setTimeout(() => location.reload());
    });
    await until(() => desk.run(() => !('left' in document.body.dataset) && document.getElementById('article').textContent === 'Ada paid $4.').catch(() => false), 'the draft');
    assert.deepEqual(await kept(), ['Ada paid $4.']);
    assert.equal(await desk.run(() => document.getElementById('undo').disabled), true);
  });

  test('two tabs keep an article each, and have it again after a crash, in their own places or in new ones', async (t) => {
    const tabs = [];
    /** A tab as a person opens it, or, with what an earlier one knew, as a browser opens it again after a crash. */
    const open = async (known = {}) => {
      const tab = await desk.browser.tab();
      tabs.push(tab);
      await tab.goto(`${desk.server.url}limits.html`);
      // A tab that was closed may take a moment to be gone.
      await until(() => tab.run((n) => navigator.locks.query().then(({ held }) => held.length === n), tabs.length - 1), 'the end of closed tabs');
      await tab.run((all) => Object.entries(all).forEach(([key, value]) => sessionStorage.setItem(key, value)), known);
      await tab.goto(desk.server.url);
      await until(() => tab.run(() => document.getElementById('article').ariaBusy === 'false'), 'readiness');
      return tab;
    };
    const close = async () => {
      for (const tab of tabs.splice(0)) await tab.close();
    };
    t.after(close);
    const text = (tab) => tab.run(() => document.getElementById('text').value);
    const texts = async () => {
      const all = [];
      for (const tab of tabs) all.push(await text(tab));
      return all;
    };
    const isOn = (tab) => tab.run(() => document.getElementById('drafts').checked);
    const write = async (tab, words) => {
      await tab.run((given) => {
        const box = document.getElementById('text');
        box.value = given;
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
      }, words);
      await until(async () => (await tab.run(drafts)).includes(words), words);
    };
    await desk.browser.goto('about:blank');
    // What the tab before has left is taken up; it is a new story's turn then.
    const one = await open();
    assert.equal(await text(one), 'Ada paid $4.');
    const two = await open();
    assert.deepEqual([await text(two), await isOn(two)], ['', true]);
    await write(one, 'The first story.');
    await write(two, 'The second story.');
    // What one tab keeps another sees a moment later.
    await until(async () => (await one.run(drafts)).length === 2, 'both stories in one tab');
    for (const tab of [one, two]) {
      await tab.goto(desk.server.url);
      await until(async () => (await text(tab)).endsWith('story.'), 'the story again');
    }
    assert.deepEqual([await text(one), await text(two)], ['The first story.', 'The second story.']);
    const known = [];
    for (const tab of [one, two]) known.push(await tab.run(() => ({ ...sessionStorage })));
    await close();
    // The browser brings the tabs again; and once more, a copy of the second with them.
    for (const place of known) await open(place);
    await open(known[1]);
    await until(async () => (await text(tabs[2])) !== '', 'the copy');
    assert.deepEqual(await texts(), ['The first story.', 'The second story.', 'The second story.']);
    await write(tabs[2], 'The third story.');
    await close();
    // It does not: new tabs take up the stories, the latest first, and then none is left.
    for (let i = 0; i < 4; i++) await open();
    assert.deepEqual(await texts(), ['The third story.', 'The second story.', 'The first story.', '']);
    // A story that is put away is not kept, and the switch is one for all.
    await tabs[1].run(() => document.getElementById('clear').click());
    await until(async () => (await tabs[0].run(drafts)).length === 2, 'the end of the second story');
    await tabs[3].run(() => document.getElementById('drafts').click());
    // Each learns of it in its own time, and a click on one that has not would switch it off once more.
    for (const tab of tabs) await until(async () => !(await isOn(tab)), 'the switch in every tab');
    assert.deepEqual(await tabs[0].run(drafts), []);
    await tabs[2].run(() => document.getElementById('drafts').click());
    await until(async () => (await tabs[0].run(drafts)).length === 2, 'what the tabs hold');
  });
});
