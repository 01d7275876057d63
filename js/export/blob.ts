/** Milliseconds of work between two turns of the page. */
const SLICE = 8;

/**
 * What comes in pieces as a `Blob`, in UTF-8. It is made in slices of a few milliseconds, between which the page has its turn; of a page
 * that is out of sight, which has but one a second, all at once.
 */
export async function toBlob(pieces: Iterable<string>, type = ''): Promise<Blob> {
  const parts: Blob[] = [];
  let text = '';
  let stop = performance.now() + SLICE;
  for (const piece of pieces) {
    text += piece;
    if (performance.now() < stop || globalThis.document?.hidden) continue;
    // Kept by the browser from here on: to copy all of a long file at its end would take long.
    parts.push(new Blob([text]));
    text = '';
    // At once it would have its turn before what the page has waiting.
    await new Promise((done) => setTimeout(done, 4));
    stop = performance.now() + SLICE;
  }
  return new Blob([...parts, text], { type });
}
