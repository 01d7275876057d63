/** The page's words. One file of this folder is one language; another language is another file and this import. */
import { locale, messages } from './en.js';

/** BCP 47 tag for `Intl`. */
export const LANG = locale.lang;

const plural = new Intl.PluralRules(LANG);
export const numeral = new Intl.NumberFormat(LANG);

/**
 * A message with its places filled: `{n}` by the value of that name. A message with forms takes the one that `n` asks for.
 * @param {MessageId} id
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function t(id, values = {}) {
  /** @type {string | { one?: string, other: string }} */
  const message = messages[id];
  const form = typeof message === 'string' ? message : (message[/** @type {'one'} */ (plural.select(Number(values.n)))] ?? message.other);
  return form.replace(/\{(\w+)\}/g, (place, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : place;
    return typeof value === 'number' ? numeral.format(value) : String(value);
  });
}

/** A label of the contract in words; one that has none here stays as it is. @param {string} group @param {string} label */
export function word(group, label) {
  const id = `${group}.${label}`;
  return Object.hasOwn(messages, id) ? t(/** @type {MessageId} */ (id)) : label.toLowerCase().replaceAll('_', ' ');
}

/** Puts the messages in their places in index.html: `data-t` names the text, `data-t-*` an attribute's. @param {Document} document */
export function localize(document) {
  document.documentElement.lang = locale.lang;
  document.documentElement.dir = locale.dir;
  for (const place of document.querySelectorAll('*')) {
    for (const { name, value } of [...place.attributes]) {
      if (name === 'data-t') place.textContent = t(/** @type {MessageId} */ (value));
      else if (name.startsWith('data-t-')) place.setAttribute(name.slice('data-t-'.length), t(/** @type {MessageId} */ (value)));
    }
  }
}
