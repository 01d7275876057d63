/** House rules: what a newsroom knows of its own, and what of the user's corrections would be worth knowing next time. */
import { checked } from '../../lib/checked.js';
import { find } from '../state/layers.js';

/** Speak for somebody in this article, but not in the next. */
const PASSING = /^(he|she|they|it|we|i|you|who|his|her|their|this|that|these|those)\b/i;

/**
 * The rules with what the corrections teach: names as they are now, words that are no name, who speaks as what.
 * @param {House | undefined} house
 * @param {readonly Edit[]} edits
 * @param {Analysis} before as it was read
 * @param {Analysis} now as it was corrected
 * @returns {House}
 */
export function learned(house, edits, before, now) {
  /** @type {Map<string, HouseName>} */
  const names = new Map((house?.names ?? []).map((n) => [n.name, n]));
  const left = new Set(now.entities.map((m) => m.text));
  const never = new Set([...(house?.neverTag ?? []), ...before.entities.map((m) => m.text).filter((text) => !left.has(text))]);
  const speakers = new Map((house?.speakers ?? []).map((s) => [s.mention, s]));
  for (const edit of edits) {
    if (edit.do === 'speaker') {
      const mention = before.quotes.find((q) => q.start === edit.at.start && q.end === edit.at.end)?.speaker?.text;
      if (mention !== undefined && edit.name !== '' && mention !== edit.name && !PASSING.test(mention)) speakers.set(mention, { mention, name: edit.name });
    } else if (edit.at.layer === 'entities') {
      const mention = find(now, edit.at);
      if (mention === undefined) continue;
      const { name, type, nameId } = /** @type {Mention} */ (mention);
      const known = names.get(name);
      const written = now.entities.filter((m) => m.nameId === nameId).map((m) => m.text);
      const aliases = [...new Set([...(known?.aliases ?? []), ...written])].filter((a) => a !== name && a.trim() !== '');
      names.set(name, { ...known, name, type, ...(aliases.length === 0 ? {} : { aliases }) });
    }
  }
  return { ...house, names: [...names.values()], neverTag: [...never], speakers: [...speakers.values()] };
}

/** Rules from a file. Throws if they haven't the shape of rules; what they say the desk checks. @param {string} json @returns {House} */
export function readRules(json) {
  return /** @type {any} */ (checked({ house: JSON.parse(json) })).house ?? {};
}

/** Whether there is nothing in them. @param {House | undefined} house */
export function isEmpty(house) {
  return Object.values(house ?? {}).every((list) => list === undefined || list.length === 0);
}
