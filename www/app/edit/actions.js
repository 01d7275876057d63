/** What can be done with the selected item: fields and buttons in its detail. */
import { element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { find, keyOf, keyText, mentionsOf, NAME_TYPES, readKey } from '../state/layers.js';

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
      field(t('edit.speaker'), speakerName ?? '', analysis.names.filter((n) => n.type !== 'LANGUAGE').map((n) => n.name), (name) => edit({ do: 'speaker', at: key, name })),
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
    field(t('edit.name'), name.name, [], (to) => edit({ do: 'rename', at: key, name: to })),
    ...(others.length === 0 ? [] : [merge(analysis, others, (into) => edit({ do: 'merge', at: key, into }))]),
    ...(mentions.length < 2 ? [] : [button(t('edit.split'), () => edit({ do: 'split', at: key }))]),
    drop,
    ...(mentions.length < 2 ? [] : [button(t('edit.dropAll'), () => edit({ do: 'dropName', at: key }))]),
  ];
}

/** @param {Analysis} analysis @param {readonly Name[]} others @param {(into: Key) => void} does */
function merge(analysis, others, does) {
  /** @type {[string, string][]} */
  const options = others.flatMap((n) => {
    const [first] = mentionsOf(analysis, n);
    return first === undefined ? [] : [[keyText(keyOf('entities', first)), n.name]];
  });
  return choice(t('edit.merge'), [['', t('edit.mergeNone')], ...options], '', (value) => {
    const into = readKey(value);
    if (into !== null) does(into);
  });
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

let lists = 0;

/** A field that proposes words but takes others too; it does its work when it is left or Enter is pressed. @param {string} name @param {string} now @param {readonly string[]} proposed @param {(value: string) => void} does */
function field(name, now, proposed, does) {
  const list = element('datalist', { id: `proposed-${(lists += 1)}` }, ...[...new Set(proposed)].slice(0, 200).map((value) => element('option', { value })));
  const input = element('input', { type: 'text', autocomplete: 'off', list: proposed.length === 0 ? undefined : list.id, maxlength: 200 });
  input.value = now;
  input.addEventListener('change', () => does(input.value.trim()));
  return element('label', { class: 'field' }, element('span', {}, name), input, ...(proposed.length === 0 ? [] : [list]));
}
