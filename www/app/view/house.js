/** The dialog of the house rules: each to be added and taken away, learned from corrections, in and out as a file, kept if the user says so. */
import { button, choice } from '../edit/actions.js';
import { isEmpty, learned, readRules } from '../edit/rules.js';
import { byId, element } from '../dom.js';
import { t, word } from '../messages/index.js';
import { download } from '../out/files.js';
import { NAME_TYPES } from '../state/layers.js';
import { recall, remember } from '../state/memory.js';

const KEPT = 'copydesk.house';

/** @param {Store} store @param {HTMLElement} opener @param {(change: Pick<State, 'house'>) => void} change by hand, which Undo takes back */
export function house(store, opener, change) {
  const dialog = byId('house-dialog', HTMLDialogElement);
  const lists = byId('house-lists', HTMLElement);
  const keep = byId('house-keep', HTMLInputElement);
  const input = byId('house-file', HTMLInputElement);
  const told = byId('house-told', HTMLElement);

  const set = (/** @type {House} */ rules, does = change) => does({ house: isEmpty(rules) ? undefined : rules });
  const take = (/** @type {string | null} */ json, does = change) => {
    try {
      if (json !== null) set(readRules(json), does);
      store.set({ kept: json === null ? undefined : store.state.house });
    } catch {
      told.textContent = t('house.noRules');
    }
  };
  keep.checked = recall(KEPT) !== null;
  take(recall(KEPT), store.set);

  opener.addEventListener('click', () => {
    told.textContent = '';
    dialog.showModal();
  });
  byId('house-learn', HTMLElement).addEventListener('click', () => {
    const { reading, report, edits, house: rules } = store.state;
    if (reading !== null && report !== null) set(learned(rules, edits, reading.analysis, report.analysis));
    told.textContent = t('house.learned', { n: edits.length });
  });
  byId('house-export', HTMLElement).addEventListener('click', () => {
    const { house } = store.state;
    download('copydesk-house.json', new Blob([`${JSON.stringify(house ?? {}, null, 2)}\n`], { type: 'application/json' }));
    store.set({ kept: house });
  });
  byId('house-import', HTMLElement).addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    told.textContent = '';
    take((await input.files?.[0]?.text()) ?? null);
    input.value = '';
  });
  const save = () => {
    const { house } = store.state;
    keep.checked &&= remember(KEPT, JSON.stringify(house ?? {}));
    if (!keep.checked) remember(KEPT, null);
    store.set({ kept: keep.checked ? house : undefined });
  };
  keep.addEventListener('change', save);
  // What is kept is kept for all tabs: else the last one to write would undo what another has learned.
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEPT) return;
    keep.checked = newValue !== null;
    take(newValue, store.set);
  });

  store.on(['house', 'problem'], ({ problem }) => {
    if (keep.checked) save();
    if (problem !== '') told.textContent = t('problem', { problem });
    show();
  });

  function show() {
    const rules = { names: [], neverTag: [], speakers: [], cues: [], patterns: [], ...store.state.house };
    const hadFocus = lists.contains(document.activeElement);
    const part = (/** @type {keyof House} */ key, /** @type {readonly string[]} */ texts, /** @type {HTMLElement} */ form) =>
      element(
        'section',
        {},
        element('h3', {}, word('house', key)),
        element('ul', {}, ...texts.map((text, i) => element('li', {}, element('span', {}, text), remove(text, () => set({ ...rules, [key]: rules[key].filter((_, at) => at !== i) }))))),
        form,
      );
    lists.replaceChildren(
      part('names', rules.names.map((n) => [n.name, word('nameType', n.type), ...(n.aliases ?? [])].join(' · ')), adding(['name'], true, ([name = ''], type) => set({ ...rules, names: [...rules.names, { name, type: /** @type {any} */ (type) }] }))),
      part('neverTag', rules.neverTag, adding(['words'], false, ([words = '']) => set({ ...rules, neverTag: [...rules.neverTag, words] }))),
      part('speakers', rules.speakers.map((s) => `${s.mention} → ${s.name}`), adding(['mention', 'name'], false, ([mention = '', name = '']) => set({ ...rules, speakers: [...rules.speakers, { mention, name }] }))),
      part('cues', rules.cues, adding(['cue'], false, ([cue = '']) => set({ ...rules, cues: [...rules.cues, cue] }))),
      ...(rules.patterns.length > 0 ? [part('patterns', rules.patterns.map((p) => p.pattern), element('span'))] : []),
    );
    if (hadFocus) dialog.focus();
  }
  show();
}

/** @param {string} text @param {() => void} does */
function remove(text, does) {
  const made = button('×', does);
  made.setAttribute('aria-label', t('house.remove', { rule: text }));
  return made;
}

/** Fields for one more rule. @param {readonly string[]} fields @param {boolean} isTyped @param {(values: string[], type: string) => void} does */
function adding(fields, isTyped, does) {
  const inputs = fields.map((name) => {
    const label = word('house.field', name);
    return element('input', { type: 'text', autocomplete: 'off', maxlength: 200, 'aria-label': label, placeholder: label });
  });
  let type = 'PERSON';
  const types = isTyped ? [choice(t('edit.type'), NAME_TYPES.map((n) => [n, word('nameType', n)]), type, (chosen) => (type = chosen))] : [];
  const add = () => {
    const values = inputs.map((i) => i.value.trim());
    if (values.every((v) => v !== '')) does(values, type);
  };
  const form = element('p', { class: 'adding' }, ...inputs, ...types, button(t('house.add'), add));
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  });
  return form;
}
