import { CopydeskError } from './errors.js';

/** Where the WebAssembly module may come from: an address, an answer to a request, its bytes, or the module compiled. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/** The module of a source, compiled and known to be Copydesk's. Rejects with `LOAD_FAILED`. */
export async function compile(source: () => WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  const module = await compiled(source).catch(failing());
  // One that starts without being ours could not be started over.
  if (!WebAssembly.Module.exports(module).some((e) => e.name === 'desk_new')) throw failed('the WebAssembly module is not that of Copydesk');
  return module;
}

/** Throws a `CopydeskError` as it is, anything else as `LOAD_FAILED` of what is named. */
export function failing(what = "the WebAssembly module can't be started"): (error: unknown) => never {
  return (error) => {
    throw error instanceof CopydeskError ? error : failed(`${what}: ${error instanceof Error ? error.message : error}`, error);
  };
}

async function compiled(source: () => WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  const given = await source();
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return compileBytes(given, 'the bytes given');
  if (typeof given === 'string' || given instanceof URL) return compileAnswer(fetch(given), String(given));
  if (given instanceof Response) return compileAnswer(given, given.url || 'the response given');
  throw failed('the option wasm is no URL, Response, bytes or WebAssembly.Module');
}

async function compileAnswer(given: Response | Promise<Response>, from: string): Promise<WebAssembly.Module> {
  const lost = failing(`the WebAssembly module can't be fetched from ${from}`);
  const answer = await Promise.resolve(given).catch(lost);
  if (!answer.ok) throw failed(`the WebAssembly module can't be fetched: ${from} answered ${answer.status}`);
  const streams = answer.headers.get('content-type')?.startsWith('application/wasm') && 'compileStreaming' in WebAssembly;
  return compileBytes(await (streams ? answer.clone() : answer).arrayBuffer().catch(lost), from, streams ? answer : undefined);
}

async function compileBytes(bytes: BufferSource, from: string, answer?: Response): Promise<WebAssembly.Module> {
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  // A server or bundler that doesn't know the file answers with a page: the most usual mistake, so it is told by name.
  if (/^\s*</.test(new TextDecoder().decode(view.subarray(0, 64)))) {
    throw failed(
      `${from} is an HTML page instead of WebAssembly: the file copydesk.wasm is not where it was asked for. ` +
        'Let your bundler or server copy it there, or pass its address as load({ wasm })',
    );
  }
  // What comes of an answer engines keep for the next visit; but Firefox 140 never settles on one that ends within its code.
  const module = answer && isWhole(view) ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(bytes);
  return module.catch(failing(`${from} is no whole WebAssembly module`));
}

/** Whether the sections of a module, each after its size, end where the bytes do. */
function isWhole(bytes: Uint8Array): boolean {
  let at = 8;
  while (at < bytes.length) {
    let [size, scale, byte] = [0, 1, 128];
    for (at += 1; byte > 127; scale *= 128) {
      byte = bytes[at++] ?? 0;
      size += (byte % 128) * scale;
    }
    at += size;
  }
  return at === bytes.length;
}

function failed(text: string, cause?: unknown): CopydeskError {
  return new CopydeskError('LOAD_FAILED', text, { cause });
}
