import type { Analysis, Quote } from '../contract.js';

/** Settings of `toMarkdown`. */
export interface MarkdownOptions {
  /** Whether reported content without quotation marks is listed too. Default: true. */
  indirect?: boolean | undefined;
}

/** The quotes with their attributions as a Markdown list: one entry a quote, however many paragraphs it runs through. */
export function toMarkdown(analysis: Analysis, options: MarkdownOptions = {}): string {
  return [...markdownPieces(analysis, options)].join('');
}

/** The same list, entry by entry. */
export function* markdownPieces(analysis: Analysis, { indirect = true }: MarkdownOptions = {}): Generator<string> {
  const wanted = analysis.quotes.filter((q) => indirect || q.kind !== 'indirect');
  for (const chain of chains(wanted)) yield `- ${said(chain)} — ${attribution(chain[0]!)}\n`;
}

/** Quotes with the paragraphs that continue them. */
function chains(quotes: readonly Quote[]): Quote[][] {
  const byLast = new Map<number, Quote[]>();
  const all: Quote[][] = [];
  for (const quote of quotes) {
    const chain = quote.continues === null ? undefined : byLast.get(quote.continues);
    if (chain === undefined) all.push([quote]);
    else chain.push(quote);
    byLast.set(quote.id, chain ?? all.at(-1)!);
  }
  return all;
}

function said(chain: readonly Quote[]): string {
  const text = chain.map((q) => escaped(q.text)).join(' … ');
  return chain[0]!.kind === 'indirect' ? text : `“${text}”`;
}

function attribution({ speakerName, speaker }: Quote): string {
  const asWritten = speaker?.text ?? '';
  if (speakerName === null) return asWritten === '' ? 'no source named' : escaped(asWritten);
  return `**${escaped(speakerName)}**`;
}

/** Text that Markdown shows as it is, in one line. */
function escaped(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
