/** The page as it is read: marks, lists, and the ways between them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk as local, nasty, seed } from '../../js/help.mjs';
import { scenario, LAYERS, mark, ready, row, until } from './help.mjs';

const analysis = local.analyze(seed);

function checkSeed({ items, text }) {
  assert.equal(text, seed);
  for (const layer of LAYERS) {
    assert.ok(analysis[layer].length > 0, `the seed has no ${layer}`);
    assert.deepEqual(
      items[layer],
      analysis[layer].map(({ start, end, text }) => ({ start, end, text: text.replaceAll('\n', '') })),
    );
  }
}

scenario('reading', (desk) => {
  const tab = (name) => desk.push(`#tab-${name}`);
  const seen = (selector) => until(async () => (await desk.place(selector)).isSeen, `sight of ${selector}`);

  test('marks every item of the seed article, with its words', async () => {
    await desk.paste(seed);
    checkSeed(await desk.shown());
  });

  test('says what each mark is, where it begins and where it ends', async () => {
    const faults = await desk.run(() => {
      const pieces = new Map();
      for (const m of document.querySelectorAll('mark')) {
        const key = `${m.dataset.layer} ${m.dataset.start} ${m.dataset.end}`;
        const found = pieces.get(key) ?? { opens: 0, closes: 0 };
        found.opens += Number('open' in m.dataset);
        found.closes += Number('close' in m.dataset);
        pieces.set(key, found);
      }
      return [...pieces].filter(([, { opens, closes }]) => opens !== 1 || closes < 1);
    });
    assert.deepEqual(faults, []);
    assert.match(await desk.run(() => getComputedStyle(document.querySelector('mark[data-layer="quotes"]'), '::before').content), /quote|attr\(data-open\)/);
  });

  test('counts them in the legend, lists them, and tells screen readers', async () => {
    const counts = await desk.run(() => [...document.querySelectorAll('#legend .count')].map((c) => Number(c.textContent)));
    const [quotes, indirect] = ['mixed direct', 'indirect'].map((kinds) => analysis.quotes.filter((q) => kinds.split(' ').includes(q.kind)).length);
    assert.deepEqual(counts, [quotes, indirect, analysis.numbers.length, analysis.names.length]);
    const firsts = {
      quotes: analysis.quotes.filter((q) => q.continues === null),
      numbers: analysis.numbers,
      entities: analysis.names.filter((n) => n.mentions.length > 0).map((n) => analysis.entities[n.mentions[0]]),
    };
    for (const layer of LAYERS) {
      await tab(layer);
      const listed = await desk.run(() => [...document.querySelectorAll('#lists .row')].map((r) => r.dataset.first));
      assert.deepEqual(listed.sort(), firsts[layer].map(({ start, end }) => `${layer}-${start}-${end}`).sort());
    }
    assert.match(await desk.text('#status'), new RegExp(`^${quotes} quotes?, ${indirect} indirect quotes?, ${analysis.numbers.length} numbers?, `));
  });

  test('lists quotes by speaker, those of nobody last', async () => {
    await desk.paste('“It held,” said chief executive Ada Brown. “It will hold,” Brown said.\n');
    await tab('quotes');
    const groups = await desk.run(() => [...document.querySelectorAll('#lists h3')].map((h) => h.innerText.split('\n').filter(Boolean)));
    assert.deepEqual(groups, [['AB', 'Ada Brown', 'chief executive', '2']]);
    const order = await desk.run(async () => {
      const { speakers } = await import(new URL('app/view/lists.js', document.baseURI).href);
      const quote = (id, speakerName, continues = null) => ({ id, speakerName, continues, speaker: null, speakerId: null });
      const quotes = [quote(0, null), quote(1, '__proto__'), quote(2, 'Bo'), quote(3, 'Bo', 2), quote(4, null)];
      return speakers({ quotes, names: [] }).map(({ speaker, said }) => [speaker, said.map((chain) => chain.map((q) => q.id))]);
    });
    assert.deepEqual(order, [['__proto__', [[1]]], ['Bo', [[2, 3]]], [null, [[0], [4]]]]);
  });

  test('gives figures by kind with what they come to and count', async () => {
    await desk.paste('The council paid $1.2 million for 40 pumps on 3 March 2024, about 15% more than planned.');
    await tab('numbers');
    const rows = await desk.run(() => [...document.querySelectorAll('#lists .row')].map((r) => r.innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual([...rows].sort(), ['$1.2 million $1,200,000 open', '15% about 15%', '3 March 2024 March 3, 2024', '40 pumps 40'].sort());
  });

  test('says of a time what is before it and after it, not what is less and more', async () => {
    await desk.paste('It has been shut since June 2021 and will stay so until 2031. Over 40 boats were lost before 9 March 2020.');
    const said = await desk.run(() => [...document.querySelectorAll('#lists .row .value')].map((r) => r.innerText));
    assert.deepEqual(said.sort(), ['before March 9, 2020', 'more than 40', 'since June 2021', 'until 2031']);
  });

  test('gives dates and ranges as a reader writes them', async () => {
    await desk.paste('He paid $900 to $4,750 from May 2016 to October 2021, and A$14.50 on Tuesday night. It was built in spring 1999, in the 19th century style.');
    const said = await desk.run(() => [...document.querySelectorAll('#lists .row .value')].map((r) => r.innerText));
    assert.deepEqual(said.sort(), ['$900 – $4,750 open', '1800s', 'A$14.50', 'May 2016 to October 2021', 'Tuesday, week open', 'spring 1999']);
    await desk.paste('She comes next week, and he in the third quarter of 2031 at 17:50 GMT.');
    await desk.run(() => {
      const day = document.getElementById('published');
      day.value = '2019-05-15';
      day.dispatchEvent(new Event('change'));
    });
    await desk.settled();
    assert.deepEqual(await desk.run(() => [...document.querySelectorAll('#lists .row .value')].map((r) => r.innerText)), ['May 20, 2019 to May 26, 2019', 'Q3 2031', '17:50 UTC']);
    await desk.push('#undo');
  });

  test('draws who speaks how much and when it was', async () => {
    await desk.paste('“We had eleven words to say and we said them all,” said Ada Brown.\n“Two words,” said Bo Chen.\nIt began on 3 March 2024 and ended in 1999.');
    await tab('glance');
    const bars = await desk.run(() => [...document.querySelectorAll('#lists .row:not(.day)')].map((r) => [r.innerText.split('\n')[0], Number(r.querySelector('rect').getAttribute('width'))]));
    assert.deepEqual(bars.map(([name]) => name), ['Ada Brown', 'Bo Chen']);
    assert.deepEqual(bars.map(([, width]) => Math.round(width)), [100, 18]);
    const days = await desk.run(() => [...document.querySelectorAll('#lists .day .value')].map((r) => r.innerText));
    assert.deepEqual(days, ['1999', 'March 3, 2024']);
  });

  test('draws dates to scale, leads to them and back', async () => {
    await desk.paste('It was built in 1931 and mended in the 1960s. It closed on 3 March 2024, as was said on 8 November. It opened in the summer of 1999.');
    await tab('glance');
    const picture = () =>
      desk.run(() => {
        const middle = (e) => e.getBoundingClientRect().top + e.getBoundingClientRect().height / 2;
        return [...document.querySelectorAll('.timeline .day')].map((r) => {
          const mark = r.querySelector('.lead :is(circle, rect)');
          const { top, height } = mark.getBoundingClientRect();
          return { said: r.querySelector('.value').innerText, form: mark.localName, from: mark.localName === 'rect' ? top : middle(mark), height, row: middle(r) };
        });
      });
    const drawn = await picture();
    assert.deepEqual(drawn.map(({ said, form }) => [said, form]), [['1931', 'rect'], ['1960s', 'rect'], ['summer 1999', 'rect'], ['March 3, 2024', 'circle']]);
    const days = ['1931-01-01', '1960-01-01', '1999-06-01', '2024-03-03'].map((d) => Date.parse(d) / 864e5);
    const part = (list) => list.map((at) => (at - list[0]) / (list.at(-1) - list[0]));
    const [places, times] = [part(drawn.map((d) => d.from)), part(days)];
    places.forEach((at, i) => assert.ok(Math.abs(at - times[i]) < 0.015, `${drawn[i].said} at ${at}, not ${times[i]}`));
    const decade = (drawn[1].height / (drawn.at(-1).from - drawn[0].from)) * (days.at(-1) - days[0]);
    assert.ok(Math.abs(decade - 3653) < 600, `a decade of ${decade} days`);
    drawn.forEach(({ row }, i) => assert.ok(i === 0 || row - drawn[i - 1].row > 24, 'rows lie apart'));
    const ticks = await desk.run(() => [...document.querySelectorAll('.axis text')].map((x) => x.textContent));
    assert.deepEqual(ticks, ['1940', '1960', '1980', '2000', '2020']);
    assert.deepEqual(await desk.run(() => [...document.querySelectorAll('#lists .timeline ~ .row .value')].map((r) => r.innerText)), ['November 8, year open']);

    await desk.click('.timeline .day:last-child');
    assert.equal(await desk.run(() => document.querySelector('mark.ring').textContent), '3 March 2024');
    assert.equal(await desk.run(() => document.querySelector('.timeline').nextElementSibling.className), 'detail');
    await desk.run(() => [...document.querySelectorAll('mark')].find((m) => m.textContent === '1931').click());
    await tab('glance');
    assert.equal(await desk.run(() => document.querySelector('.timeline .ring .value').innerText), '1931');
    await desk.run(() => {
      const field = document.getElementById('search');
      field.value = '1960';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    assert.deepEqual((await picture()).map(({ said }) => said), ['1960s']);
    await desk.run(() => {
      const field = document.getElementById('search');
      field.value = '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  });

  test('dates that crowd are one row, which leads to each', async () => {
    const dates = [1, 2, 3].flatMap((day) => [2001, 2009, 2020].flatMap((year) => ['March', 'April', 'May'].map((month) => `${day} ${month} ${year}`)));
    await desk.paste(`It began in 1931. ${dates.map((d) => `They met on ${d}.`).join(' ')}`);
    await tab('glance');
    const rows = await desk.run(() => [...document.querySelectorAll('.timeline .day')].map((r) => r.querySelector('.value').innerText));
    assert.deepEqual(rows, ['1931', 'March 1, 2001 to May 3, 2001', 'March 1, 2009 to May 3, 2009', 'March 1, 2020 to May 3, 2020']);
    const led = [];
    for (let i = 0; i < 9; i++) {
      await desk.click('.timeline .day:last-child');
      led.push(await desk.run(() => document.querySelector('mark.ring').textContent));
    }
    assert.equal(new Set(led).size, 9);
    assert.ok(led.every((d) => d.endsWith('2020')), led.join());
  });

  test('hides a layer and shows it again', async () => {
    await desk.paste(seed);
    const state = () =>
      desk.run(() => ({
        marks: document.querySelectorAll('mark[data-layer="numbers"]').length,
        others: document.querySelectorAll('mark[data-layer="quotes"]').length > 0,
        pressed: document.querySelector('#legend [data-layer="numbers"]').getAttribute('aria-pressed'),
      }));
    await desk.click('#legend [data-layer="numbers"]');
    assert.deepEqual(await state(), { marks: 0, others: true, pressed: 'false' });
    await desk.click('#legend [data-layer="numbers"]');
    checkSeed(await desk.shown());
    assert.equal((await state()).pressed, 'true');
  });

  test('hides indirect quotes alone', async () => {
    const kinds = () => desk.run(() => [...new Set([...document.querySelectorAll('mark[data-layer="quotes"]')].map((m) => m.dataset.kind))].sort());
    assert.deepEqual(await kinds(), ['direct', 'indirect', 'mixed']);
    await desk.click('#legend [data-layer="indirect"]');
    assert.deepEqual(await kinds(), ['direct', 'mixed']);
    await desk.click('#legend [data-layer="indirect"]');
  });

  test('dims all but the quotes', async () => {
    const colours = () =>
      desk.run(() => [document.getElementById('article'), document.querySelector('mark[data-layer="quotes"]')].map((e) => getComputedStyle(e).color));
    const [all, quoted] = await colours();
    assert.equal(all, quoted);
    await desk.click('#legend .only');
    const [rest, still] = await colours();
    assert.equal(still, quoted);
    assert.notEqual(rest, quoted);
    await desk.click('#legend .only');
  });

  test('jumps from the list to the text', async () => {
    await tab('numbers');
    const last = analysis.numbers.at(-1);
    await desk.click(row('numbers', last));
    await seen(mark('numbers', last));
    const { isRinged, isFocused } = await desk.place(mark('numbers', last));
    assert.deepEqual({ isRinged, isFocused }, { isRinged: true, isFocused: true });
  });

  test('jumps from the text to the list, whichever is open', async () => {
    const [first] = analysis.numbers;
    await tab('glance');
    await desk.click(mark('numbers', first));
    await seen(row('numbers', first));
    assert.ok((await desk.place(row('numbers', first))).isRinged);
    assert.ok((await desk.place(mark('numbers', first))).isRinged);
  });

  test('says why it was found and how sure that is', async () => {
    const quote = analysis.quotes.find((q) => q.cue !== null && q.kind === 'direct');
    await tab('quotes');
    await desk.click(row('quotes', quote));
    const said = await desk.text('.detail');
    assert.ok(said.includes(`“${quote.cue.text}”`) && said.includes(`about ${Math.round(100 * quote.confidence)} are right`), said);
  });

  test('a name leads to its mentions in turn, and shows them all', async () => {
    const { mentions } = analysis.names.find((n) => n.mentions.length > 2);
    const places = mentions.map((id) => analysis.entities[id]);
    await tab('entities');
    for (const place of [...places, places[0]]) {
      await desk.click(row('entities', places[0]));
      assert.ok((await desk.place(mark('entities', place))).isRinged, `mention at ${place.start}`);
    }
    const around = await desk.run(() => [...document.querySelectorAll('.mention')].map((m) => m.textContent.replace(/^… | …$/g, '')));
    assert.equal(around.length, mentions.length);
    const isWhole = (words) => seed.split(words).some((before, i, all) => i + 1 < all.length && /(^|\s)$/.test(before) && /^(\s|$)/.test(all[i + 1]));
    assert.deepEqual(around.filter((words) => !isWhole(words.trim())), [], 'whole words');
    await desk.click('.mentions li:last-child .mention');
    assert.ok((await desk.place(mark('entities', places.at(-1)))).isRinged);
  });

  test('the back button leads to what was looked at before', async () => {
    const [a, b] = analysis.quotes;
    await tab('quotes');
    await desk.click(row('quotes', a));
    await desk.click(row('quotes', b));
    await desk.run(() => history.back());
    await until(async () => (await desk.place(mark('quotes', a))).isRinged, 'the item before');
    assert.equal(await desk.run(() => location.hash), `#quotes-${a.start}-${a.end}`);
    await desk.run((hash) => (location.hash = hash), `numbers-${analysis.numbers[2].start}-${analysis.numbers[2].end}`);
    await until(async () => (await desk.place(mark('numbers', analysis.numbers[2]))).isRinged, 'the item of the address');
  });

  test('searches a list', async () => {
    await tab('entities');
    const name = analysis.names.find((n) => n.mentions.length > 0);
    const search = (words) =>
      desk.run((query) => {
        const field = document.getElementById('search');
        field.value = query;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return [...document.querySelectorAll('#lists .row .written')].map((r) => r.innerText);
      }, words);
    const found = await search(name.name.toUpperCase());
    assert.ok(found.length > 0 && found.length < analysis.names.length && found.some((f) => f.startsWith(name.name)), found.join());
    assert.deepEqual(await search('no such words'), []);
    assert.match(await desk.text('#lists'), /Nothing in this list matches/);
    await search('');
  });

  test('works by keyboard', async () => {
    const { browser } = desk;
    const marks = await desk.run(() => {
      document.getElementById('article').focus();
      return [...document.querySelectorAll('mark[data-open]')].map(({ dataset: { layer, start, end } }) => [layer, { start, end }]);
    });
    await browser.press('Escape');
    await until(async () => (await desk.place('mark')).rings === 0, 'the end of the ring');
    for (const step of [0, 1]) {
      await browser.press('ArrowRight');
      await until(async () => (await desk.place(mark(...marks[step]))).isRinged, `the ring of mark ${step}`);
    }
    await browser.press('ArrowLeft');
    await browser.press('Enter');
    await until(async () => (await desk.place(row(...marks[0]))).isFocused, 'the row');
    await desk.run(() => document.querySelector('[role="tab"][aria-selected="true"]').focus());
    const open = () => desk.run(() => document.querySelector('[role="tab"][aria-selected="true"]').id);
    const before = await open();
    await browser.press('ArrowRight');
    await until(async () => (await open()) !== before, 'another tab');
    assert.ok((await desk.place('[role="tab"][aria-selected="true"]')).isFocused);
    await browser.press('ArrowLeft');
    await until(async () => (await open()) === before, 'the tab before');
  });

  test('reads what is typed, and never marks words that it did not read', async () => {
    await desk.push('#clear');
    for (const words of ['Ada Brown paid', ' $5 million', ' and then $6 million.']) {
      await desk.run((typed) => document.execCommand('insertText', false, typed), words);
      // Whatever is painted at this moment is of the text that stands beside it.
      const { items, text } = await desk.shown();
      for (const item of items.numbers) assert.equal(text.slice(item.start, item.end), item.text);
    }
    await until(() => desk.run(() => document.querySelectorAll('mark[data-layer="numbers"]').length === 2), 'two marks');
  });

  test('after every edit it has what a fresh reading has, and shows that', async () => {
    const type = (text, inputType) =>
      desk.run(
        (words, how) => {
          const box = document.getElementById('text');
          box.value = words;
          box.dispatchEvent(new InputEvent('input', { inputType: how, bubbles: true }));
        },
        text,
        inputType,
      );
    const publish = (day) =>
      desk.run((date) => {
        const field = document.getElementById('published');
        field.value = date;
        field.dispatchEvent(new Event('change'));
      }, day);
    let [text, reference] = [seed, ''];
    await desk.paste(text);
    const versions = [
      () => (text = `“We knew,” said Ada Brown on Tuesday.\n${text}`),
      () => (text = text.replace('Brown', 'Browne')),
      () => (text = text.slice(0, -400)),
      () => (reference = '2021-11-09'),
      () => (text = text.replaceAll('\n\n', '\n')),
      () => (text = text.slice(700)),
      () => (text = `${text}\n\nIt cost \uD83D\uDE00 $5.`),
      () => (text = text.replace('\uDE00', '\uDE01')),
      () => (reference = ''),
      () => (text = ''),
      () => (text = seed),
    ];
    for (const [i, change] of versions.entries()) {
      const before = reference;
      change();
      if (reference !== before) await publish(reference);
      // As fast as keys come: this one is overtaken by the next.
      else await type(`${text.slice(0, 50)}x${text.slice(50)}`, 'insertText').then(() => type(text, 'insertText'));
      await until(async () => (await desk.shown()).text === text, `version ${i}`);
      await desk.settled();
      const wanted = local.analyze(text, reference === '' ? {} : { reference });
      assert.deepEqual(JSON.parse((await desk.exported())['copydesk.json']), JSON.parse(JSON.stringify(wanted)), `version ${i}`);
      const { items } = await desk.shown();
      for (const layer of LAYERS) {
        assert.deepEqual(items[layer].map((m) => [m.start, m.end]), wanted[layer].map((m) => [m.start, m.end]), `marks of version ${i}`);
      }
    }
  });

  test('takes the day of publication into account', async () => {
    await desk.paste('The vote was on 8 November.');
    await tab('numbers');
    const value = async (date) => {
      await desk.run((day) => {
        const field = document.getElementById('published');
        field.value = day;
        field.dispatchEvent(new Event('change'));
      }, date);
      await desk.settled();
      return desk.text('#lists');
    };
    assert.match(await value('2021-11-09'), /2021/);
    assert.doesNotMatch(await value(''), /2021/);
  });

  test('says what is wrong with a text that is too long', async () => {
    await desk.paste('a'.repeat(2_000_001));
    assert.match(await desk.text('#lists'), /longer than two million characters/);
  });

  test('shows markup and odd names as the text they are', async () => {
    const attack = nasty().filter(({ name }) => ['markup', 'prototype', 'formula', 'template'].includes(name));
    for (const { text } of [...attack, { text: '“<img src=x onerror=alert(1)>,” said <script>alert(1)</script> __proto__ Brown.' }]) {
      await desk.paste(text);
      assert.equal((await desk.shown()).text, text);
      assert.equal(await desk.run(() => document.querySelectorAll('main :is(img, script)').length), 0);
    }
  });

  test('marks items that lie across each other and across paragraphs', async () => {
    const faults = await desk.run(async () => {
      const { Leaf } = await import(new URL('app/view/paint.js', document.baseURI).href);
      let state = 7;
      const random = (n) => (state = (state * 48271) % 2147483647) % n;
      const faults = [];
      for (let run = 0; run < 500; run++) {
        const text = Array.from({ length: random(60) }, () => 'abc d\n'[random(6)]).join('');
        const items = Array.from({ length: random(8) }, () => {
          const start = random(text.length + 1);
          return { layer: 'quotes', start, end: start + random(text.length - start + 1), kind: 'direct' };
        }).sort((a, b) => a.start - b.start || b.end - a.end);
        const leaf = new Leaf();
        leaf.show({ source: text, start: 0, end: text.length }, items);
        const page = leaf.place;
        if ([...page.children].map((p) => p.textContent).join('\n') !== text) faults.push(['text', text, items]);
        for (const { start, end } of new Set(items)) {
          const twins = items.filter((i) => i.start === start && i.end === end).length;
          const pieces = [...page.querySelectorAll(`mark[data-start="${start}"][data-end="${end}"]`)].map((m) => m.textContent).join('');
          if (pieces.length !== twins * text.slice(start, end).replaceAll('\n', '').length) faults.push(['item', text, items, start, pieces]);
        }
      }
      return faults.slice(0, 3);
    });
    assert.deepEqual(faults, []);
  });

  test('who goes to write is where they read: at the item that is ringed, or at the caret', async () => {
    const words = `${'One line after another was said.\n\n'.repeat(60)}Ada Brown paid $5 million.\n\n${'And so it went on.\n\n'.repeat(60)}`;
    await desk.paste(words);
    const box = async () => {
      await desk.click('#write');
      return desk.run(() => {
        const { selectionStart, id } = document.getElementById('text');
        return { at: selectionStart, hasFocus: document.activeElement.id === id };
      });
    };
    await tab('numbers');
    await desk.click('#lists .row:last-of-type');
    await seen('#article mark.ring');
    assert.deepEqual(await box(), { at: words.indexOf('$5'), hasFocus: true });
    await desk.click('#read');
    await desk.run(() => {
      const last = [...document.querySelectorAll('#article p')].findLast((p) => p.textContent !== '');
      last.scrollIntoView();
      getSelection().collapse(last.firstChild, 3);
    });
    assert.deepEqual(await box(), { at: words.lastIndexOf('And so') + 3, hasFocus: true });
  });

  test('opens every sample', async () => {
    const samples = await desk.run(() => document.querySelectorAll('#samples button').length);
    for (let i = 0; i < samples; i++) {
      await desk.run((n) => {
        document.getElementById('clear').click();
        document.querySelectorAll('#samples button')[n].click();
      }, i);
      await desk.settled();
      const marks = await desk.run(() => ['quotes', 'numbers', 'entities'].map((l) => document.querySelectorAll(`mark[data-layer="${l}"]`).length));
      assert.ok(marks.every((n) => n > 0), `sample ${i}: ${marks}`);
    }
    await desk.push('#clear');
    await until(() => desk.run(ready), 'readiness');
  });
});
