/** Correcting what was found, and checking the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messages } from '../../../www/app/messages/en.js';
import { desk as local } from '../../js/help.mjs';
import { scenario, mark, row, until } from './help.mjs';

const STORY = `Bridge to close

“We have put this off for as long as it was safe,” said Maren Oduya, the council’s director of transport. “It is no longer safe.”

The work will cost £14.2 million. Piet Hallam, who runs a shop at Larkmouth, said the council had “never once asked” him. Oduya promised a ferry.
`;
const read = local.analyze(STORY);
const [first] = read.quotes;
const oduya = read.names.find((n) => n.name === 'Maren Oduya');
const hallam = read.names.find((n) => n.name === 'Piet Hallam');
const mentionOf = (name, at = 0) => read.entities[name.mentions[at]];

scenario('correcting', (desk) => {
  const open = async (layer, item) => {
    await desk.push(`#tab-${layer}`);
    await desk.run((selector) => {
      // What is merged into another name is no longer the first of its row, but still the selected one.
      const found = document.querySelector(selector) ?? document.querySelector('#lists .row.ring');
      if (!found.classList.contains('ring')) found.click();
    }, row(layer, item));
    await desk.settled();
  };
  /** Fills the field of the detail that has this label, as leaving it does. */
  const fill = async (label, value) => {
    await desk.run(
      (name, words) => {
        const field = [...document.querySelectorAll('.detail label')].find((l) => l.innerText.startsWith(name)).querySelector('input, select');
        field.value = [...(field.options ?? [])].find((o) => o.text === words)?.value ?? words;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      label,
      value,
    );
    await desk.settled();
  };
  const button = async (label) => {
    await desk.run((name) => [...document.querySelectorAll('.detail button')].find((b) => b.innerText === name).click(), label);
    await desk.settled();
  };
  const exported = async (name) => (await desk.exported())[name];
  const json = async () => JSON.parse(await exported('copydesk.json'));
  const heads = () => desk.run(() => [...document.querySelectorAll('#lists h3 .who > span')].map((h) => h.innerText));

  /** Whatever was corrected, it is an analysis as the contract says. */
  async function check() {
    const analysis = await json();
    for (const layer of ['quotes', 'numbers', 'entities']) {
      analysis[layer].forEach((item, i) => {
        assert.equal(item.id, i);
        assert.equal(STORY.slice(item.start, item.end), item.text);
      });
    }
    analysis.names.forEach((name, i) => {
      assert.equal(name.id, i);
      for (const id of name.mentions) assert.equal(analysis.entities[id].nameId, i);
    });
    for (const mention of analysis.entities) assert.equal(analysis.names[mention.nameId].name, mention.name);
    for (const quote of analysis.quotes) if (quote.speakerId !== null) assert.equal(analysis.names[quote.speakerId].name, quote.speakerName);
    return analysis;
  }

  test('changes a speaker, takes it back, and does it again', async () => {
    await desk.paste(STORY);
    await open('quotes', first);
    await fill('Speaker', 'Piet Hallam');
    let analysis = await check();
    assert.equal(analysis.quotes[0].speakerName, 'Piet Hallam');
    assert.equal(analysis.names[analysis.quotes[0].speakerId].name, 'Piet Hallam');
    assert.deepEqual((await heads()).sort(), ['Maren Oduya', 'Piet Hallam']);
    assert.match(await desk.text('.detail'), /set by you/);
    assert.match(await exported('copydesk.md'), /safe,” — \*\*Piet Hallam\*\*/);
    await desk.click('#undo');
    assert.deepEqual(await json(), JSON.parse(JSON.stringify(read)));
    await desk.click('#redo');
    analysis = await json();
    assert.equal(analysis.quotes[0].speakerName, 'Piet Hallam');
    await open('quotes', first);
    await fill('Speaker', '');
    assert.equal((await check()).quotes[0].speakerName, null);
    assert.ok((await heads()).includes('No speaker named'));
    for (let i = 0; i < 2; i++) await desk.click('#undo');
  });

  test('retypes, renames, merges and splits names', async () => {
    const [oduyaAt, hallamAt] = [mentionOf(oduya), mentionOf(hallam)];
    await open('entities', oduyaAt);
    await fill('Type', 'organisation');
    let analysis = await check();
    assert.deepEqual(analysis.entities.filter((m) => m.name === 'Maren Oduya').map((m) => m.type), oduya.mentions.map(() => 'ORG'));
    await fill('Name in full', 'Maren B. Oduya');
    analysis = await check();
    assert.equal(analysis.quotes[0].speakerName, 'Maren B. Oduya');

    await open('entities', hallamAt);
    await fill('The same as', 'Maren B. Oduya');
    analysis = await check();
    assert.equal(analysis.names.length, read.names.length - 1);
    assert.ok(analysis.quotes.every((q) => q.speakerName === 'Maren B. Oduya'));

    await open('entities', hallamAt);
    await button('This mention is another');
    analysis = await check();
    assert.ok(analysis.names.some((n) => n.name === 'Piet Hallam' && n.mentions.length === 1));
    for (let i = 0; i < 4; i++) await desk.click('#undo');
    assert.deepEqual(await json(), JSON.parse(JSON.stringify(read)));
  });

  test('proposes the names of the article, by what is typed, and takes no other for the same', async () => {
    const story = `${STORY}\nOduya met the ferry. Oduya left.\n`;
    await desk.paste(story);
    const { entities } = local.analyze(story);
    // Two of one name.
    for (const { start } of entities.filter((m) => m.text === 'Oduya').slice(-2)) {
      await open('entities', entities.find((m) => m.text === 'Maren Oduya'));
      await desk.push(`.mention[data-go*="${start}"]`);
      await desk.settled();
      await button('This mention is another');
    }
    await open('entities', entities.find((m) => m.text === 'Piet Hallam'));
    const field = '.detail input[list]';
    const proposed = () => desk.run((query) => Array.from(document.querySelector(query).list.options, (o) => o.value), field);
    const problem = () => desk.run((query) => document.querySelector(query).validationMessage, field);
    const typed = async (words) => {
      await desk.run((query) => document.querySelector(query).select(), field);
      await desk.browser.type(words);
    };
    const oduyas = ['Maren Oduya', 'Oduya', 'Oduya (person)'];
    await desk.click(field);
    // A window in the background is told of no focus: there only Enter ends what is typed.
    const isFront = await desk.run(() => document.hasFocus());
    if (isFront) assert.deepEqual((await proposed()).sort(), ['Larkmouth', ...oduyas]);
    const end = isFront ? 'Tab' : 'Enter';
    await typed('oduy');
    assert.deepEqual(await proposed(), oduyas);
    await desk.browser.press(end);
    assert.equal(await until(problem, 'a word on it'), messages['edit.noName']);
    await typed('Maren Oduya');
    assert.equal(await problem(), '');
    await desk.browser.press(end);
    await until(async () => (await json()).names.every((n) => n.name !== 'Piet Hallam'), 'one of two');
    for (let i = 0; i < 3; i++) await desk.push('#undo');
    await desk.paste(STORY);
  });

  test('a correction leaves the list where it is, and the focus in it', async () => {
    await desk.paste(`${STORY}\n${Array.from({ length: 60 }, (_, i) => `Bo Chen paid ${i + 20} pounds.`).join('\n')}`);
    await desk.push('#tab-numbers');
    const at = (act) =>
      desk.run((does) => {
        const list = document.getElementById('lists');
        if (does === 'scroll') list.scrollTop = 600;
        const row = [...document.querySelectorAll('#lists .row')][40];
        if (does === 'select') row.click();
        if (does === 'drop') {
          const drop = [...document.querySelectorAll('.detail button')].at(-1);
          drop.focus({ preventScroll: true });
          drop.click();
        }
        return [list.scrollTop, list.contains(document.activeElement), document.querySelectorAll('#lists .row').length];
      }, act);
    await at('select');
    const [before, , rows] = await at('scroll');
    assert.ok(before > 0);
    assert.deepEqual(await at('drop'), [before, true, rows - 1]);
    await desk.paste(STORY);
  });

  test('drops an item, and adds one', async () => {
    const [figure] = read.numbers;
    await open('numbers', figure);
    await button('Not a figure');
    assert.equal((await check()).numbers.length, read.numbers.length - 1);
    assert.equal(await desk.run((s) => document.querySelectorAll(s).length, mark('numbers', figure)), 0);

    const select = (words) =>
      desk.run((wanted) => {
        const p = [...document.querySelectorAll('#article p')].find((e) => e.textContent.includes(wanted));
        const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at !== -1) getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
        }
      }, words);
    const top = () => desk.run(() => document.querySelector('#article p').getBoundingClientRect().top);
    const before = await top();
    await select('£14.2 million');
    await until(() => desk.run(() => !document.getElementById('adder').hidden), 'the bar');
    assert.equal(await top(), before, 'nothing moves under who selects');
    await desk.run(() => [...document.querySelectorAll('#adder button')].find((b) => b.innerText === 'Figure').click());
    await until(async () => (await desk.place(mark('numbers', figure))).isRinged, 'the mark');
    let analysis = await check();
    assert.deepEqual([analysis.numbers[0].value, analysis.numbers[0].unit, analysis.numbers[0].rule], [14_200_000, 'GBP', 'by hand']);

    await select('ferry');
    await until(() => desk.run(() => !document.getElementById('adder').hidden), 'the bar');
    await desk.run(() => {
      const types = document.querySelector('#adder select');
      types.value = 'FAC';
      types.dispatchEvent(new Event('change'));
    });
    analysis = await check();
    assert.ok(analysis.names.some((n) => n.name === 'ferry' && n.type === 'FAC'));
    for (let i = 0; i < 3; i++) await desk.push('#undo');
  });

  test('a name that is none anywhere goes in one step, comes back in one, and is learned', async () => {
    await open('entities', mentionOf(oduya));
    await button('Nowhere a name');
    const { entities } = await check();
    assert.equal(entities.length, read.entities.length - oduya.mentions.length);
    const learned = await desk.run(() => {
      document.getElementById('house-learn').click();
      const never = [...document.querySelectorAll('#house-lists section')][1].querySelectorAll('li span');
      return [...never].map((e) => e.innerText);
    });
    assert.deepEqual(learned, [...new Set(oduya.mentions.map((id) => read.entities[id].text))]);
    // What was learned goes first, then the correction that taught it.
    await desk.click('#undo');
    assert.equal(await desk.text('#house-lists li'), '');
    await desk.click('#undo');
    assert.deepEqual(await json(), JSON.parse(JSON.stringify(read)));
  });

  test('corrections move with their words, and go with them', async () => {
    await open('quotes', first);
    await fill('Speaker', 'Piet Hallam');
    const edit = async (change) => {
      await desk.run((words) => {
        const box = document.getElementById('text');
        box.value = words;
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
      }, change);
      await until(async () => (await desk.shown()).text === change, 'the new text');
      await desk.settled();
    };
    await edit(`By our own reporter\n\n${STORY}`);
    assert.equal((await json()).quotes[0].speakerName, 'Piet Hallam');
    await edit(`By our own reporter\n\n${STORY.replace('this off', 'it off')}`);
    assert.equal((await json()).quotes[0].speakerName, 'Maren Oduya');
  });

  test('corrections become house rules, which hold for the next article', async () => {
    await desk.paste('The Larkmouth Gazette reported it. Zorvane paid.');
    const before = await json();
    const rules = { names: [{ name: 'Zorvane', type: 'ORG', aliases: [] }], neverTag: [], speakers: [], cues: ['gazetted'] };
    const found = before.entities.find((m) => m.text === 'Larkmouth Gazette');
    if (found !== undefined) {
      await open('entities', found);
      await fill('Type', 'work');
    }
    await desk.push('#house');
    await desk.push('#house-learn');
    const listed = () => desk.text('#house-lists');
    if (found !== undefined) assert.match(await listed(), /Larkmouth Gazette · work/);
    await desk.run((file) => {
      const input = document.getElementById('house-file');
      const data = new DataTransfer();
      data.items.add(new File([file], 'rules.json', { type: 'application/json' }));
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    }, JSON.stringify(rules));
    await until(async () => /Zorvane · organisation/.test(await listed()), 'the rules of the file');
    assert.match(await listed(), /gazetted/);
    await desk.settled();
    await desk.run(() => document.getElementById('house-dialog').close());
    await desk.paste('“It is done,” gazetted Ada Brown of Zorvane.');
    const after = await json();
    assert.ok(after.names.some((n) => n.name === 'Zorvane' && n.type === 'ORG'));
    assert.equal(await desk.run(() => localStorage.getItem('copydesk.house')), null);
    await desk.push('#house');
    while (await desk.run(() => document.querySelector('#house-lists li button')?.click() ?? document.querySelector('#house-lists li') !== null));
    await desk.run(() => document.getElementById('house-dialog').close());
  });

  test('lists what to check, leads there, and lets it be dismissed', async () => {
    const text = 'The plan costs $40 and €30. “Nobody knows.”\n';
    await desk.paste(text);
    const { checks } = local.analyze(text);
    assert.ok(checks.length > 0);
    await desk.push('#tab-checks');
    const shown = () => desk.run(() => document.querySelectorAll('#lists .check').length);
    assert.equal(await shown(), checks.length);
    assert.equal(await desk.run(() => document.querySelector('#tab-checks .count').innerText), String(checks.length));
    await desk.click('#lists .place');
    const spoken = await desk.run(() => document.querySelector('mark.ring')?.textContent ?? String(getSelection()));
    assert.ok(checks[0].spans[0].text.startsWith(spoken.slice(0, 5)), spoken);
    await desk.push('#tab-checks');
    await desk.click('#lists [data-dismiss]');
    assert.equal(await shown(), checks.length - 1);
    const exported = JSON.parse((await desk.exported())['copydesk.json']).checks;
    assert.deepEqual(exported, checks.slice(1).map((c, id) => ({ ...c, id })), 'and not exported');
    await desk.click('#lists [data-restore]');
    assert.equal(await shown(), checks.length);
  });

  test('a sample shows every check that needs no day of publication', async () => {
    await desk.run(() => document.querySelectorAll('#samples button')[1].click());
    await desk.settled();
    await desk.push('#tab-checks');
    const kinds = await desk.run(() => [...document.querySelectorAll('#lists .check h4')].map((h) => h.innerText));
    const all = Object.entries(messages).filter(([id]) => id.startsWith('check.') && id !== 'check.date-ahead');
    assert.deepEqual(new Set(kinds), new Set(all.map(([, name]) => name)));
  });

  test('of checks alike each is dismissed by itself', async () => {
    await desk.paste('Here “ it stays open.\n\nAnd there “ it does too.\n');
    await desk.push('#tab-checks');
    const shown = () => desk.run(() => document.querySelectorAll('#lists .check').length);
    assert.equal(await shown(), 2);
    await desk.click('#lists [data-dismiss]');
    assert.equal(await shown(), 1);
    await desk.run(() => {
      const box = document.getElementById('text');
      box.value = `A headline\n\n${box.value}`;
      box.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
    });
    await desk.settled();
    await until(async () => (await desk.shown()).text.startsWith('A headline'), 'the text as it is now');
    assert.equal(await shown(), 1, 'and stays so, wherever its words have gone');
  });

  test('a correction settles what was to check', async () => {
    await desk.paste('The mill burnt in May.\n\n“Nobody knows why.”\n\n“It was old,” said Mr Quillfeather, who owned it.');
    await desk.push('#tab-checks');
    const kinds = () => desk.run(() => [...document.querySelectorAll('#lists .check h4')].map((h) => h.innerText));
    const before = await kinds();
    assert.ok(before.includes('A quote with no speaker') && before.includes('A person never given in full'), String(before));
    await desk.click('#lists .check:has([data-dismiss*="unattributed"]) .place');
    await desk.push('#tab-quotes');
    await fill('Speaker', 'Ada Brown');
    await desk.push('#tab-checks');
    assert.deepEqual(await kinds(), before.filter((k) => k !== 'A quote with no speaker'));
    const checks = JSON.parse((await desk.exported())['copydesk.json']).checks;
    assert.ok(checks.every((c) => c.kind !== 'unattributed-quote'));
    await desk.push('#undo');
    assert.deepEqual(await kinds(), before);
  });
});
