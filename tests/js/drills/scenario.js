/**
 * What befalls a worker, the same in Node and in every browser: each call has to settle, and the next one has to work.
 * Gives the name of each drill with what went wrong in it, or null.
 *
 * @param {object} host
 * @param {(options?: object) => Promise<any>} host.load
 * @param {(script: 'good' | 'none' | 'broken' | 'mute') => any} host.worker makes a worker of that kind
 * @param {{ none: any, half: any, page: any, other: any }} host.sources each a function that gives what is no module
 * @param {'loop' | 'spin'} [host.loop] an endless loop in WebAssembly or, where the host can't stop one, in JavaScript
 * @param {boolean} host.tellsEnds whether the host tells when a worker ends by itself
 */
export async function drills({ load, worker, sources, tellsEnds, loop = 'loop' }) {
  const made = [];
  const open = (options = {}) =>
    load({
      worker() {
        made.push(worker('good'));
        return made.at(-1);
      },
      ...options,
    });
  const results = {};
  const drill = async (name, work) => {
    let desk;
    try {
      desk = await open();
      await inTime(work(desk));
      results[name] = null;
    } catch (error) {
      results[name] = `${error} ${error?.stack}`;
    }
    desk?.dispose();
  };

  await drill('a call is answered', async (desk) => {
    same(await desk.analyze('hello'), { text: 'hello', options: null });
    same(await desk.analyze('\uD83D lone'), { text: '\uD83D lone', options: null });
  });

  await drill('many calls are answered, each with its own', async (desk) => {
    const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`);
    same((await Promise.all(texts.map((t) => desk.analyze(t)))).map((a) => a.text), texts);
  });

  await drill('options go with their call', async (desk) => {
    const [a, b] = [{ nested: true }, { kinds: ['quotes'] }];
    const calls = [a, a, b, undefined, b, null, a].map((options) => desk.analyze('x', options));
    same((await Promise.all(calls)).map((r) => r.options), [a, a, b, null, b, null, a]);
    same((await desk.analyze('x', a)).options, a);
    await failing(desk.analyze('trap'), 'CRASHED');
    same((await desk.analyze('x', a)).options, a);
  });

  await drill('the newest of a key wins', async (desk) => {
    const first = failing(desk.analyze('1', {}, { key: 'story' }), 'SUPERSEDED');
    const second = failing(desk.analyze('2', {}, { key: 'story' }), 'SUPERSEDED');
    const [other, plain, last] = [desk.analyze('3', {}, { key: 'other' }), desk.analyze('4'), desk.analyze('5', {}, { key: 'story' })];
    await Promise.all([first, second]);
    same((await Promise.all([other, plain, last])).map((r) => r.text), ['3', '4', '5']);
  });

  await drill('a call is aborted: before, while it waits, while it runs', async (desk) => {
    const reason = new Error('enough');
    const isReason = (call) => call.then(() => fail('it was answered'), (error) => error === reason || fail(`it said ${error}`));
    await isReason(desk.analyze('x', {}, { signal: AbortSignal.abort(reason) }));
    const [running, waiting] = [new AbortController(), new AbortController()];
    const calls = [
      isReason(desk.analyze(loop, {}, { signal: running.signal, timeLimit: 300 })),
      isReason(desk.analyze('x', {}, { signal: waiting.signal })),
    ];
    const last = desk.analyze('last');
    await new Promise((done) => setTimeout(done, 0));
    waiting.abort(reason);
    running.abort(reason);
    await Promise.all(calls);
    same((await last).text, 'last');
    running.abort(reason);
  });

  for (const act of ['trap', 'deep', 'grow', 'raw']) {
    await drill(`${act}: the call is told, the next one works, a text that did it twice is refused`, async (desk) => {
      const before = made.length;
      const beside = desk.analyze('beside');
      await failing(desk.analyze(`${act} secret`), 'CRASHED');
      same((await beside).text, 'beside');
      same((await desk.analyze('next')).text, 'next');
      await failing(desk.analyze(`${act} secret`), 'CRASHED');
      const refusal = await failing(desk.analyze(`${act} secret`), 'REFUSED');
      if (refusal.message.includes('secret')) fail('the refusal shows the text');
      same((await desk.analyze('next')).text, 'next');
      same(made.length - before, 2);
    });
  }

  await drill('calls in wait when a text is refused', async (desk) => {
    const calls = Array.from({ length: 4 }, () => desk.analyze('trap').then(() => 'answered', (error) => error.code));
    same(await Promise.all([...calls, desk.analyze('x').then((r) => r.text)]), ['CRASHED', 'CRASHED', 'REFUSED', 'REFUSED', 'x']);
  });

  await drill('the newest edit of a session wins, and other sessions and calls go on', async (desk) => {
    const [a, b] = [await desk.session('a', { nested: true }), await desk.session('b')];
    const first = failing(a.update({ from: 1, to: 1, insert: '1' }), 'SUPERSEDED');
    const second = failing(a.update({ from: 2, to: 2, insert: '2' }), 'SUPERSEDED');
    const beside = [b.update({ from: 0, to: 1, insert: 'c' }), desk.analyze('d')];
    const last = a.update({ from: 3, to: 3, insert: '3' });
    same(a.text, 'a123');
    await Promise.all([first, second]);
    const { analysis } = await last;
    same([analysis.text, analysis.options], ['a123', { nested: true }]);
    same(a.analysis, analysis);
    const [{ analysis: other }, plain] = await Promise.all(beside);
    same([other.text, other.options, plain.text], ['c', null, 'd']);
    if (other.session === analysis.session) fail('two sessions are one');
  });

  await drill('a session outlives its worker', async (desk) => {
    const session = await desk.session('a');
    await failing(session.update({ from: 0, to: 0, insert: 'trap ' }), 'CRASHED');
    same([session.text, session.analysis.text], ['trap a', 'a']);
    same((await session.update({ from: 0, to: 5, insert: '' })).analysis.text, 'a');
    await failing(session.update({ from: 0, to: 1, insert: loop }, { timeLimit: 300 }), 'TIMED_OUT');
    same((await session.update({ from: 0, to: loop.length, insert: 'b' })).analysis.text, 'b');
  });

  await drill('edits that are refused, aborted, disposed of', async (desk) => {
    const session = await desk.session('a', { maxLength: 3 });
    await failing(session.update({ from: 0, to: 2, insert: '' }), 'BAD_EDIT');
    await failing(session.update({ from: 1, to: 1, insert: 'bcd' }), 'INPUT_TOO_LARGE');
    await failing(session.update({ from: 1, to: 1, insert: 'b' }, { timeLimit: 0 }), 'BAD_OPTION');
    const reason = new Error('enough');
    const aborted = session.update({ from: 1, to: 1, insert: 'b' }, { signal: AbortSignal.abort(reason) });
    if ((await aborted.catch((error) => error)) !== reason) fail('it was not aborted');
    same(session.text, 'a');
    const waiting = failing(session.update({ from: 1, to: 1, insert: 'b' }), 'DISPOSED');
    session.dispose();
    session.dispose();
    await waiting;
    await failing(session.update({ from: 0, to: 0, insert: 'b' }), 'DISPOSED');
    await failing(desk.session('four', { maxLength: 3 }), 'INPUT_TOO_LARGE');
    await failing(desk.session(4), 'NOT_TEXT');
    const other = await desk.session('a');
    desk.dispose();
    await failing(other.update({ from: 0, to: 0, insert: 'b' }), 'DISPOSED');
    await failing(desk.session('a'), 'DISPOSED');
  });

  await drill('an endless loop ends at the time limit', async (desk) => {
    await failing(desk.analyze(loop, {}, { timeLimit: 300 }), 'TIMED_OUT');
    same((await desk.analyze('next')).text, 'next');
    // A short limit says nothing against the text.
    await failing(desk.analyze(loop, {}, { timeLimit: 300 }), 'TIMED_OUT');
    await failing(desk.analyze(loop, {}, { timeLimit: 300 }), 'TIMED_OUT');
  });

  await drill('a worker that ends itself', async (desk) => {
    // A browser's worker answers once more; that it is no more nobody tells.
    if (tellsEnds) await failing(desk.analyze('quit'), 'CRASHED');
    else {
      await desk.analyze('quit');
      await failing(desk.analyze('next', {}, { timeLimit: 500 }), 'TIMED_OUT');
    }
    same((await desk.analyze('next')).text, 'next');
  });

  await drill('a worker killed in mid-request, and one killed idle', async (desk) => {
    const call = failing(desk.analyze(loop, {}, { timeLimit: tellsEnds ? 10_000 : 500 }), tellsEnds ? 'CRASHED' : 'TIMED_OUT');
    await new Promise((done) => setTimeout(done, 0));
    made.at(-1).terminate();
    await call;
    same((await desk.analyze('next')).text, 'next');
    await made.at(-1).terminate();
    if (!tellsEnds) await failing(desk.analyze('next', {}, { timeLimit: 500 }), 'TIMED_OUT');
    same((await desk.analyze('next')).text, 'next');
  });

  await drill('answers that nobody asked for are passed over', async (desk) => same((await desk.analyze('strange')).text, 'strange'));

  await drill('a worker whose memory has grown is replaced', async (desk) => {
    const before = made.length;
    same((await desk.analyze('large')).text, 'large');
    same((await desk.analyze('next')).text, 'next');
    same(made.length - before, 1);
  });

  await drill('what is wrong is told before it is sent', async (desk) => {
    await failing(desk.analyze(5), 'NOT_TEXT');
    await failing(desk.analyze(undefined), 'NOT_TEXT');
    same((await failing(desk.analyze('x', { kind: [] }), 'BAD_OPTION')).option, 'kind');
    await failing(desk.analyze('x', { nested: () => {} }), 'BAD_OPTION');
    await failing(desk.analyze('x', 5), 'BAD_OPTION');
    await failing(desk.analyze('xxx', { maxLength: 2 }), 'INPUT_TOO_LARGE');
    for (const timeLimit of [0, -1, NaN, '5', null]) await failing(desk.analyze('x', {}, { timeLimit }), 'BAD_OPTION');
    same((await desk.analyze('x', {}, { timeLimit: Infinity })).text, 'x');
  });

  await drill('dispose settles everything, and twice is once', async (desk) => {
    const calls = [failing(desk.analyze(loop), 'DISPOSED'), failing(desk.analyze('x'), 'DISPOSED')];
    await new Promise((done) => setTimeout(done, 0));
    desk.dispose();
    desk.dispose();
    await Promise.all(calls);
    await failing(desk.analyze('x'), 'DISPOSED');
  });

  await drill('dispose while a new worker starts', async (desk) => {
    await failing(desk.analyze('trap'), 'CRASHED');
    const call = failing(desk.analyze('x'), 'DISPOSED');
    await Promise.resolve();
    desk.dispose();
    await call;
  });

  for (const script of ['none', 'broken']) {
    await drill(`the worker's script is ${script}`, () => failing(load({ worker: () => worker(script) }), 'LOAD_FAILED'));
  }
  await drill('the worker never answers', () => failing(load({ worker: () => worker('mute'), timeLimit: 500 }), 'LOAD_FAILED'));
  await drill('a worker that starts once only', async () => {
    let times = 0;
    const desk = await load({ worker: () => worker(times++ === 0 ? 'good' : 'none') });
    const calls = [failing(desk.analyze('trap'), 'CRASHED'), failing(desk.analyze('a'), 'LOAD_FAILED'), failing(desk.analyze('b'), 'LOAD_FAILED')];
    await Promise.all(calls);
    await failing(desk.analyze('c'), 'LOAD_FAILED');
    desk.dispose();
  });
  await drill('no worker can be made', () =>
    failing(
      load({
        worker() {
          throw new Error('the policy says no');
        },
      }),
      'LOAD_FAILED',
    ));
  for (const [kind, wasm] of Object.entries(sources)) {
    await drill(`the module is ${kind}`, () => failing(open({ wasm: wasm() }), 'LOAD_FAILED'));
  }
  await drill('the module never comes', () => failing(open({ wasm: new Promise(() => {}), timeLimit: 200 }), 'LOAD_FAILED'));

  return results;
}

/** Longer than anything here takes on a busy machine: only what never settles meets it. */
function inTime(work) {
  let timer;
  const never = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error('a call did not settle')), 45_000);
  });
  return Promise.race([work, never]).finally(() => clearTimeout(timer));
}

async function failing(call, code) {
  const error = await call.then(() => fail(`answered instead of ${code}`), (e) => e);
  if (error?.name !== 'CopydeskError' || error.code !== code) fail(`${error} (${error?.code}) instead of ${code}`);
  return error;
}

function same(got, want) {
  if (JSON.stringify(got) !== JSON.stringify(want)) fail(`${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
}

function fail(message) {
  throw new Error(message);
}
