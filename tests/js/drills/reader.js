/** A reader that does what its text says: the misfortunes that a worker may meet, with a module made by hand. */

/** Exports `trap`, `loop` (for ever), `deep` (calls itself for ever) and `grow` (asks for memory until there is none, then traps). */
const BYTES = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 5, 4, 0, 0, 0, 0],
  ...[5, 5, 1, 1, 1, 0xe8, 7],
  ...[7, 0x1d, 4, ...['trap', 'loop', 'deep', 'grow'].flatMap((name, i) => [4, ...new TextEncoder().encode(name), 0, i])],
  ...[10, 0x23, 4],
  ...[3, 0, 0x00, 0x0b],
  ...[7, 0, 0x03, 0x40, 0x0c, 0, 0x0b, 0x0b],
  ...[4, 0, 0x10, 2, 0x0b],
  ...[16, 0, 0x03, 0x40, 0x41, 0xe4, 0, 0x40, 0, 0x41, 0x7f, 0x47, 0x0d, 0, 0x0b, 0, 0x0b],
);

/** @param {{ quit(): void, post(message: unknown): void }} host */
export function opener({ quit, post }) {
  return async () => {
    const { exports } = await WebAssembly.instantiate(new WebAssembly.Module(BYTES));
    let memory = 1 << 16;
    const acts = {
      ...exports,
      quit,
      spin() {
        for (;;);
      },
      raw() {
        throw 'not even an error';
      },
      large() {
        memory = 1 << 30;
      },
      strange() {
        for (const message of [null, 5, {}, { id: 1e9 }, { id: '1', analysis: null }]) post(message);
      },
    };
    return {
      analyze(text, options) {
        acts[text.split(' ')[0]]?.();
        return { text, options: options ?? null };
      },
      follow(session, text, options) {
        acts[text.split(' ')[0]]?.();
        return { session, text, options: options ?? null, quotes: [], marks: [], numbers: [], entities: [], names: [], checks: [] };
      },
      memory: () => memory,
    };
  };
}
