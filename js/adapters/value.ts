/** What stands before the value of a field, with those who want to hear of it. */
interface Watch {
  heard: Set<() => void>;
  stepAside(): void;
}

const watches = new WeakMap<HTMLTextAreaElement, Watch>();

/**
 * Hears of a field's value that a script sets, which makes no event, by standing before `value` and `setRangeText` on the field itself. What
 * stands there already (React's does) is called as before. The function returned listens no longer.
 */
export function onSet(field: HTMLTextAreaElement, heard: () => void): () => void {
  const watch = watches.get(field) ?? standBefore(field);
  watches.set(field, watch);
  watch.heard.add(heard);
  return () => {
    watch.heard.delete(heard);
    if (watch.heard.size > 0) return;
    watches.delete(field);
    watch.stepAside();
  };
}

function standBefore(field: HTMLTextAreaElement): Watch {
  const heard = new Set<() => void>();
  const tell = (): void => {
    for (const work of heard) work();
  };
  const ownValue = Object.getOwnPropertyDescriptor(field, 'value');
  const below = ownValue ?? Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!;
  const set = (value: string): void => {
    below.set?.call(field, value);
    tell();
  };
  Object.defineProperty(field, 'value', { configurable: true, enumerable: below.enumerable ?? true, get: () => below.get?.call(field) as string, set });
  const ownPut = Object.getOwnPropertyDescriptor(field, 'setRangeText');
  const { setRangeText } = field;
  const put = (...parts: [string, number, number]): void => {
    setRangeText.apply(field, parts);
    tell();
  };
  Object.defineProperty(field, 'setRangeText', { configurable: true, writable: true, value: put });
  return {
    heard,
    stepAside() {
      // Who came later calls what was here: it is left to them, and tells nobody.
      if (Object.getOwnPropertyDescriptor(field, 'value')?.set === set) restore(field, 'value', ownValue);
      if (field.setRangeText === put) restore(field, 'setRangeText', ownPut);
    },
  };
}

function restore(field: HTMLTextAreaElement, name: string, own: PropertyDescriptor | undefined): void {
  if (own === undefined) Reflect.deleteProperty(field, name);
  else Object.defineProperty(field, name, own);
}
