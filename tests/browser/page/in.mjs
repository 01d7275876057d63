/** Ways in: paste, drop, files, addresses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync, strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { scenario, until } from './help.mjs';

const WORDS = 'Ada Brown paid $5 million.\n\n“It held,” she said.';
const HTML = `<html><head><title>No</title><style>p { color: red }</style></head><body><nav>Menu</nav><h1>Ada &amp; Bo</h1><p>Ada Brown paid&nbsp;$5&#8239;million.</p>
<script>alert('<p>no</p>')</script><!-- <p>no --><p>&ldquo;It held,&rdquo; she<br>said &lt;b&gt;.</p><ul><li>One</li><li>Two</li></ul><img src="x" onerror="alert(1)" alt=">"></body></html>`;
const HTML_TEXT = 'Ada & Bo\n\nAda Brown paid\u00a0$5\u202fmillion.\n\n“It held,” she\nsaid <b>.\n\nOne\n\nTwo';
const MARKDOWN = '---\ntitle: x\n---\n# Bridge *to* close\n\n**Ada Brown** paid [$5 million](https://example.org/a_b_(c)) for a_b_c.\n\n> “It held,” she said.\n\n![no](x.png)\n- one\n- two\n';
const MARKDOWN_TEXT = 'Bridge to close\n\nAda Brown paid $5 million for a_b_c.\n\n“It held,” she said.\n\n\none\ntwo'.replace('\n\n\n', '\n\n');
const DOCUMENT = `<?xml version="1.0"?><w:document><w:body><w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>Ada </w:t></w:r><w:r><w:t xml:space="preserve">Brown &amp; Bo</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>paid</w:t><w:tab/><w:t>$5</w:t><w:br/><w:delText>not</w:delText><w:t>now.</w:t></w:r></w:p></w:body></w:document>`;
const TABLE = ['Roads', 'Parks'].map((name, i) => `<w:tr><w:trPr/>${[name, `$${i + 3}m`].map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('');
/** A table; words that were moved; a text box, which old programs get a second time. */
const WORD = `<w:document><w:body><w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom w:id="2"><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:tbl>${TABLE}</w:tbl><w:p><w:moveTo w:id="3"><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p><w:p><mc:AlternateContent><mc:Choice Requires="wps"><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>`;
const WORD_TEXT = 'Roads $3m\n\nParks $4m\n\nMoved.\n\nIn a box.';
const DOCX = zipSync({ 'word/document.xml': strToU8(DOCUMENT), '[Content_Types].xml': strToU8('<x/>') });

/** An archive as programs write it that learn how long a file is at its end. @param {Record<string, string>} files */
function streamed(files) {
  const parts = [];
  const zip = new Zip((error, data) => parts.push(...data));
  for (const [name, content] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(content), true);
  }
  zip.end();
  return Uint8Array.from(parts);
}

scenario('ways in', (desk, engine) => {
  const bytes = (data) => [...(typeof data === 'string' ? new TextEncoder().encode(data) : data)];
  const dropped = async (name, data) => {
    await desk.run(
      (file, content) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], file));
        document.getElementById('article').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      name,
      bytes(data),
    );
    await desk.settled();
  };
  const opened = async (name, data) => {
    await desk.run(
      (file, content) => {
        const input = document.getElementById('file');
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], file));
        input.files = data.files;
        input.dispatchEvent(new Event('change'));
      },
      name,
      bytes(data),
    );
    await desk.settled();
  };
  const text = async () => (await desk.shown()).text;
  const clear = () => desk.push('#clear');
  const becomes = (wanted) => until(async () => (await text()) === wanted, JSON.stringify(wanted)).catch(async () => assert.equal(await text(), wanted));

  test('pastes what the clipboard has as plain text, and reads HTML where there is nothing else', async () => {
    const paste = (data, from, to) =>
      desk.run(
        (formats, start, end) => {
          const box = document.getElementById('text');
          document.getElementById('write').click();
          box.setSelectionRange(start, end ?? box.value.length);
          const clipboardData = new DataTransfer();
          for (const [type, content] of Object.entries(formats)) clipboardData.setData(type, content);
          // Not every engine lets an event be made with a clipboard.
          return box.dispatchEvent(Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData }));
        },
        data,
        from,
        to ?? null,
      );
    await paste({ 'text/plain': WORDS, 'text/html': HTML }, 0);
    await becomes(WORDS);
    await paste({ 'text/html': HTML }, 0);
    await becomes(HTML_TEXT);
    assert.equal(await paste({ 'text/plain': WORDS, 'text/html': HTML }, 0, 3), true, 'the browser pastes words among others itself');
    await paste({ 'text/html': '<p>Bea &amp; co' }, 0, 3);
    await becomes(HTML_TEXT.replace('Ada', 'Bea & co'));
  });

  test('the real keys: copied in one place, pasted in another', async (t) => {
    if (engine === 'WebKitGTK') return t.skip('a driven WebKitGTK has no clipboard');
    const { browser } = desk;
    await clear();
    await browser.type('Ada Brown paid $5 million.');
    await browser.press('Control+a');
    await browser.press('Control+c');
    await clear();
    assert.equal(await desk.run(() => document.activeElement.id), 'text');
    await browser.press('Control+v');
    await becomes('Ada Brown paid $5 million.');
    assert.equal(await desk.run(() => document.body.dataset.view), 'read');
    // What was pasted can be taken back, after a look at it too.
    await desk.click('#write');
    await browser.press('Control+z');
    await until(() => desk.run(() => document.getElementById('text').value === ''), 'the box as it was');
    await until(async () => (await text()) === '', 'the article as it was');
  });

  test('opens text, Markdown, HTML and Word files, dropped or chosen', async () => {
    for (const open of [dropped, opened]) {
      for (const [name, data, wanted] of [
        ['a.txt', `\ufeff${WORDS.replaceAll('\n', '\r\n')}`, WORDS],
        ['a.html', HTML, HTML_TEXT],
        ['a.md', MARKDOWN, MARKDOWN_TEXT],
        ['A.DOCX', DOCX, 'Ada Brown & Bo\n\npaid $5\nnow.'],
        ['b.docx', zipSync({ 'word/document.xml': strToU8(WORD) }), WORD_TEXT],
        ['c.docx', streamed({ '[Content_Types].xml': '<t/>', 'word/document.xml': WORD, 'word/styles.xml': '<s/>' }), WORD_TEXT],
        ['latin.txt', [0x45, 0x72, 0x64, 0x6f, 0xf0, 0x61, 0x6e, 0x20, 0x93, 0x4e, 0x6f, 0x94], 'Erdoðan “No”'],
        ['wide.txt', [0xff, 0xfe, 0x41, 0, 0x1c, 0x20], 'A“'],
      ]) {
        await open(name, data);
        await becomes(wanted);
      }
    }
  });

  test('drops words that are dragged from elsewhere', async () => {
    await clear();
    await desk.run((words) => {
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, WORDS);
    await becomes(WORDS);
  });

  test('says what is wrong with a file, and keeps the article', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 << 20) });
    for (const [name, data, problem] of [
      ['a.pdf', '%PDF', /a\.pdf is no file that can be read here/],
      ['a.docx', 'no archive', /a\.docx could not be read/],
      ['b.docx', zipSync({ 'other.xml': strToU8('x') }), /b\.docx could not be read/],
      ['half.docx', DOCX.subarray(0, DOCX.length / 2), /half\.docx could not be read/],
      ['bomb.docx', bomb, /bomb\.docx could not be read/],
    ]) {
      await dropped(name, data);
      await until(async () => problem.test(await desk.text('#toast')), String(problem));
      assert.equal(await text(), WORDS);
    }
  });

  test('reads quotes in the marks of several languages', async () => {
    const marks = ['“It held”', '‘It held’', '"It held"', '«It held»', '„It held“', '»It held«', '”It held”', '« It held »'];
    await desk.paste(marks.map((quote) => `${quote}, said Ada Brown.`).join('\n'));
    const quotes = await desk.run(() => [...document.querySelectorAll('mark[data-layer="quotes"]')].map((m) => m.textContent.trim()));
    assert.deepEqual(quotes, marks.map(() => 'It held'));
  });

  test('opens the article of an address, and takes it out of the address', async () => {
    const link = (words) => `#article=${Buffer.from(deflateSync(strToU8(words))).toString('base64url')}`;
    const follow = async (hash) => {
      await desk.run((to) => (location.hash = to), hash);
      await until(() => desk.run(() => location.hash === ''), 'an address without the article');
      await desk.settled();
    };
    await follow(link(`2021-11-09\n${WORDS}`));
    await becomes(WORDS);
    assert.equal(await desk.run(() => document.getElementById('published').value), '2021-11-09');
    const hostile = ['#article=', '#article=!!!', '#article=AAAA', link('no date'), link(`2021-99\n${WORDS}`).slice(0, -6), link(`\n${'a'.repeat(3_000_000)}`), `#article=${'A'.repeat(40_000)}`];
    for (const hash of hostile) {
      await follow(hash);
      assert.equal(await text(), WORDS, hash.slice(0, 40));
      assert.match(await desk.text('#toast'), /no article that can be read/);
    }
    await follow(link('\n“<img src=x onerror=alert(1)>,” said Bo.'));
    assert.equal(await text(), '“<img src=x onerror=alert(1)>,” said Bo.');
  });
});
