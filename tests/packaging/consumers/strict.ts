import { type Analysis, CopydeskError, type Desk, load, type Options } from 'copydesk';
import { stretch, type Stretch } from 'copydesk/dates';
import { CopydeskView, define } from 'copydesk/element';
import { type Anchored, readWebAnnotations, toCsv, toHtml, toMarkdown, toWebAnnotations } from 'copydesk/export';
import { highlight, type Item, type PageText, type Painting, readText } from 'copydesk/highlight';
import { load as inline } from 'copydesk/inline';
import { load as slim } from 'copydesk/slim';
import { load as worker, type WorkerDesk } from 'copydesk/worker';

const options: Options = { kinds: ['quotes'], house: { names: [{ name: 'Larkmouth', type: 'GPE' }] } };
const desk: Desk = await load();
const analysis: Analysis = desk.analyze('Ada', options);
const away: WorkerDesk = await worker({ timeLimit: 5000 });
const signal = new AbortController().signal;
export const later: Promise<Analysis> = away.analyze('Ada', options, { key: 'story', signal, timeLimit: 100 });
export const others: Promise<Desk>[] = [inline(), slim({ wasm: new Uint8Array() })];
export const days: (Stretch | null)[] = analysis.numbers.map((n) => stretch(n.iso ?? ''));
export const files: string[] = [toCsv(analysis, 'numbers', { bom: true }), toHtml('Ada', analysis), toMarkdown(analysis)];
export const places: Anchored[] = readWebAnnotations('Ada', toWebAnnotations('Ada', analysis, { target: 'urn:x', unit: 'utf-16' }), { unit: 'utf-16' });
const page: PageText = readText(document.body);
const painting: Painting = highlight(page, analysis, { layers: ['quotes'], onStale: (items: Item[]) => console.log(items.length) });
painting.select(painting.items[0] ?? null);
define();
const view = new CopydeskView();
view.desk = away;
export const code = (error: unknown): string | undefined => (error instanceof CopydeskError ? error.code : undefined);
// @ts-expect-error the unit has no default
toWebAnnotations('Ada', analysis, { target: 'urn:x' });
// @ts-expect-error an unknown option
desk.analyze('Ada', { refrence: '2024-01-01' });
// @ts-expect-error no such layer
highlight(page, analysis, { layers: ['verbs'] });
