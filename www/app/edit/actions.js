/** What can be done with the selected item: fields and buttons in its detail. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { find, keyOf, mentionsOf, NAME_TYPES } from '../state/layers.js';

/**
 * @param {Reading} report
 * @param {Key} key
 * @param {{ edit: (edit: Edit) => void, copy: (key: Key) => void }} does
 * @returns {(Node | string)[]}
 */
export function actions({ analysis }, key, { edit, copy }) {
  const item = find(analysis, key);
  if (item === undefined) return [];
  const drop = button(t(`edit.drop.${key.layer}`), () => edit({ do: 'drop', at: key }));
  if (key.layer === 'numbers') return [drop];
  if (key.layer === 'quotes') {
    const { speakerName } = /** @type {Quote} */ (item);
    return [
      button(t('edit.copy'), () => copy(key)),
      field(t('edit.speaker'), speakerName ?? '', (name) => edit({ do: 'speaker', at: key, name }), () => analysis.names.filter((n) => n.type !== 'LANGUAGE').map((n) => n.name)),
      drop,
    ];
  }
  const { nameId } = /** @type {Mention} */ (item);
  const name = nameId === null ? undefined : analysis.names[nameId];
  if (name === undefined) return [drop];
  const others = analysis.names.filter((n) => n !== name && n.mentions.length > 0);
  const mentions = mentionsOf(analysis, name);
  return [
    choice(t('edit.type'), NAME_TYPES.map((type) => [type, word('nameType', type)]), name.type, (type) => edit({ do: 'retype', at: key, type: /** @type {EntityType} */ (type) })),
    field(t('edit.name'), name.name, (to) => edit({ do: 'rename', at: key, name: to })),
    ...(others.length === 0 ? [] : [merge(analysis, others, (into) => edit({ do: 'merge', at: key, into }))]),
    ...(mentions.length < 2 ? [] : [button(t('edit.split'), () => edit({ do: 'split', at: key }))]),
    drop,
    ...(mentions.length < 2 ? [] : [button(t('edit.dropAll'), () => edit({ do: 'dropName', at: key }))]),
  ];
}

/** @param {Analysis} analysis @param {readonly Name[]} others @param {(into: Key) => void} does */
function merge(analysis, others, does) {
  // The second of one name is told by its type.
  const told = () => others.reduce((names, other) => names.set(names.has(other.name) ? `${other.name} (${word('nameType', other.type)})` : other.name, other), /** @type {Map<string, Name>} */ (new Map()));
  const into = (/** @type {string} */ text) => {
    const name = told().get(text);
    const [first] = name === undefined ? [] : mentionsOf(analysis, name);
    if (first !== undefined) return does(keyOf('entities', first));
    return text === '' ? '' : t('edit.noName');
  };
  return field(t('edit.merge'), '', into, () => [...told().keys()]);
}

/** @param {string} text @param {() => void} does */
export function button(text, does) {
  const made = element('button', { type: 'button', class: 'plain' }, text);
  made.addEventListener('click', does);
  return made;
}

/** @param {string} name @param {readonly (readonly [string, string])[]} options value and words @param {string} now @param {(value: string) => void} does */
export function choice(name, options, now, does) {
  const select = element('select', {}, ...options.map(([value, text]) => element('option', { value }, text)));
  select.value = now;
  select.addEventListener('change', () => does(select.value));
  return element('label', { class: 'field' }, element('span', {}, name), select);
}

/** What a field proposes at most: thousands take long to make. */
const PROPOSED = 200;

let lists = 0;

/**
 * A field that does its work when it is left or Enter is pressed, or says what is wrong. It may propose words, those in which what is
 * typed is found.
 * @param {string} name
 * @param {string} now
 * @param {(value: string) => string | void} does
 * @param {() => readonly string[]} [proposed]
 */
function field(name, now, does, proposed) {
  const list = element('datalist', { id: `proposed-${(lists += 1)}` });
  const input = element('input', { type: 'text', autocomplete: 'off', list: proposed && list.id, maxlength: 200 });
  input.value = now;
  const propose = (/** @type {string} */ typed) => {
    const found = new Set(proposed?.().filter((text) => text.toLowerCase().includes(typed.toLowerCase())));
    list.replaceChildren(...[...found].slice(0, PROPOSED).map((value) => element('option', { value })));
  };
  input.addEventListener('focus', () => propose(''));
  input.addEventListener('input', () => {
    input.setCustomValidity('');
    propose(input.value);
  });
  input.addEventListener('change', () => {
    input.setCustomValidity(does(input.value.trim()) ?? '');
    input.reportValidity();
  });
  return element('label', { class: 'field' }, element('span', {}, name), input, ...(proposed ? [list] : []));
}
