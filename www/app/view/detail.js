/** Below the selected row: why it was found and how sure that is, and what can be done with it. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { find, keyOf, keyText, mentionsOf, same } from '../state/layers.js';
import { value } from './format.js';

/** Characters of context beside a mention; mentions that are all shown, for more take long to lay out; and those beside the selected one of more. */
const [CONTEXT, MANY, AROUND] = [32, 60, 15];

/**
 * @param {Reading} report
 * @param {Key} key
 * @param {(Node | string)[]} actions
 */
export function detail({ source, analysis }, key, actions) {
  const item = find(analysis, key);
  const place = element('div', { class: 'detail' });
  if (item === undefined) return place;
  const facts = 'cue' in item ? ofQuote(item) : 'type' in item ? ofMention(item, analysis) : ofFigure(item);
  const list = element('dl');
  for (const [name, said] of facts) if (said) list.append(element('dt', {}, name), element('dd', {}, said));
  place.append(list);
  if ('type' in item && item.nameId !== null) place.append(mentions(source, analysis, item.nameId, key));
  if (actions.length > 0) place.append(element('div', { class: 'actions' }, ...actions));
  return place;
}

/** @param {{ confidence: number, rule: string }} item @returns {[string, string]} */
function sure({ confidence, rule }) {
  return [t('detail.sure'), t(rule === 'by hand' ? 'detail.byHand' : 'detail.ofHundred', { n: Math.round(100 * confidence) })];
}

/** @param {Quote} quote @returns {[string, string][]} */
function ofQuote(quote) {
  const cue = quote.cue === null ? word('rule', quote.rule) : t('detail.cue', { cue: quote.cue.text, rule: word('rule', quote.rule) });
  const asWritten = quote.speaker !== null && quote.speaker.text !== quote.speakerName ? quote.speaker.text : '';
  return [
    [t('detail.kind'), word('quoteKind', quote.kind)],
    [t('detail.why'), cue],
    [t('detail.asWritten'), asWritten],
    sure(quote),
  ];
}

/** @param {Figure} figure @returns {[string, string][]} */
function ofFigure(figure) {
  return [
    [t('detail.value'), value(figure)],
    [t('detail.iso'), figure.iso ?? ''],
    [t('detail.counts'), figure.counted?.text ?? ''],
    [t('detail.per'), figure.per?.text ?? ''],
    [t('detail.open'), figure.ambiguous ? t('detail.openWhy') : ''],
    [t('detail.why'), t('detail.readAs', { rule: word('rule', figure.rule) })],
    sure(figure),
  ];
}

/** @param {Mention} mention @param {Analysis} analysis @returns {[string, string][]} */
function ofMention(mention, analysis) {
  const name = mention.nameId === null ? undefined : analysis.names[mention.nameId];
  return [
    [t('detail.type'), word('nameType', mention.type)],
    [t('detail.role'), name?.role ?? ''],
    [t('detail.code'), name?.code ?? ''],
    [t('detail.houseId'), name?.houseId ?? ''],
    [t('detail.why'), word('rule', mention.rule)],
    sure(mention),
  ];
}

/** The mentions with the words around them. @param {string} source @param {Analysis} analysis @param {number} nameId @param {Key} key */
function mentions(source, analysis, nameId, key) {
  const name = analysis.names[nameId];
  if (name === undefined || name.mentions.length < 2) return '';
  const list = element('ol', { class: 'mentions', 'aria-label': t('detail.mentions') });
  const all = mentionsOf(analysis, name);
  const at = all.findIndex((m) => m.start >= key.start);
  for (const m of all.length > MANY ? all.slice(Math.max(0, at - AROUND), at + AROUND) : all) {
    // Whole words of the paragraph.
    const before = source.slice(Math.max(0, m.start - CONTEXT), m.start).replace(/^[^]*\n|^\S+(?=\s)/, '');
    const after = source.slice(m.end, m.end + CONTEXT).replace(/\n[^]*$|\s\S+$/, '');
    const own = keyOf('entities', m);
    const current = same(own, key) ? 'true' : undefined;
    list.append(
      element('li', {}, element('button', { type: 'button', class: 'mention', 'data-go': keyText(own), 'aria-current': current }, `… ${before}`, element('b', {}, m.text), `${after} …`)),
    );
  }
  return list;
}
