import { CopydeskError } from './errors.js';

/** Where the WebAssembly module may come from: an address, an answer to a request, its bytes, or the module compiled. */
export type WasmSource = URL | string | Response | BufferSource | WebAssembly.Module;

/** The module of a source, compiled and known to be Copydesk's. Rejects with `LOAD_FAILED`. */
export async function compile(source: () => WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  const module = await compiled(source).catch((error: unknown) => {
    throw asFailed(error);
  });
  // One that starts without being ours could not be started over.
  if (!WebAssembly.Module.exports(module).some((e) => e.name === 'desk_new')) throw failed('the WebAssembly module is not that of Copydesk');
  return module;
}

/** A `CopydeskError` as it is, anything else as `LOAD_FAILED`. */
export function asFailed(error: unknown): CopydeskError {
  return error instanceof CopydeskError ? error : failed(`the WebAssembly module can't be started: ${message(error)}`, error);
}

async function compiled(source: () => WasmSource | Promise<WasmSource>): Promise<WebAssembly.Module> {
  const given = await source();
  if (given instanceof WebAssembly.Module) return given;
  if (typeof given === 'string' || given instanceof URL) {
    const answer = await fetch(given).catch((error: unknown) => {
      throw failed(`the WebAssembly module can't be fetched from ${given}: ${message(error)}`, error);
    });
    return compileAnswer(answer, String(given));
  }
  if (given instanceof Response) return compileAnswer(given, given.url || 'the response given');
  return compileBytes(given, 'the bytes given');
}

async function compileAnswer(answer: Response, from: string): Promise<WebAssembly.Module> {
  if (!answer.ok) throw failed(`the WebAssembly module can't be fetched: ${from} answered ${answer.status}`);
  if (answer.headers.get('content-type')?.startsWith('application/wasm') && 'compileStreaming' in WebAssembly) {
    return WebAssembly.compileStreaming(answer).catch((error: unknown) => {
      throw failed(`${from} is no whole WebAssembly module: ${message(error)}`, error);
    });
  }
  const bytes = await answer.arrayBuffer().catch((error: unknown) => {
    throw failed(`the WebAssembly module can't be fetched from ${from}: ${message(error)}`, error);
  });
  return compileBytes(bytes, from);
}

async function compileBytes(bytes: BufferSource, from: string): Promise<WebAssembly.Module> {
  if (!(bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes))) {
    throw failed('the option wasm is no URL, Response, bytes or WebAssembly.Module');
  }
  const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
  // A server or bundler that doesn't know the file answers with a page: the most usual mistake, so it is told by name.
  if (/^\s*</.test(new TextDecoder().decode(view.subarray(0, 64)))) {
    throw failed(
      `${from} is an HTML page instead of WebAssembly: the file copydesk.wasm is not where it was asked for. ` +
        'Let your bundler or server copy it there, or pass its address as load({ wasm })',
    );
  }
  return WebAssembly.compile(bytes).catch((error: unknown) => {
    throw failed(`${from} is no whole WebAssembly module: ${message(error)}`, error);
  });
}

function failed(text: string, cause?: unknown): CopydeskError {
  return new CopydeskError('LOAD_FAILED', text, { cause });
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
