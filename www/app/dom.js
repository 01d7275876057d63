/** The one way the page makes elements: text becomes text nodes, never markup; and how it waits until they are drawn. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | undefined>} attributes left out where undefined
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * The same for a part of a picture.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function drawing(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * The element of index.html with that id.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no #${id}`);
  return found;
}

/** Milliseconds of work between two looks at what the user does. */
export const SLICE = 8;

/**
 * After the browser has drawn what was painted: else it would draw several slices at once, which takes long. What else waits then has
 * its turn. It is not waited for without end, and not in a page out of sight, which draws nothing.
 */
export function drawn() {
  return new Promise((done) => {
    setTimeout(done, document.hidden ? 0 : 250);
    requestAnimationFrame(() => setTimeout(done, 4));
  });
}
