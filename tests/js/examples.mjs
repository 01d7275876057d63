/** The examples in README and docs: code blocks whose first line says how they are run, as in "```js node". */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entries } from '../../scripts/docs.mjs';
import { root } from './help.mjs';

/** Paths of the pages, from the root. */
export const pages = ['README.md', ...readdirSync(join(root, 'docs')).filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`)];

/** `{ page, line, language, way, code, html }`; `html` is the last page above it. */
export const examples = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  let html = '';
  return [...text.matchAll(/^```(\S*)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(({ 1: language, 2: way, 3: code, index }) => {
    if (way === 'page') html = code;
    return [{ page, line: text.slice(0, index).split('\n').length, language, way, code, html }];
  });
});

/**
 * An example as a module: imports of the package go where `resolve` says, and a line such as `sum;   // 5` becomes an entry of
 * the default export, `[line, found, told]`.
 */
export function moduleOf({ code }, resolve) {
  const lines = code.split('\n').map((line) => {
    const [, value, told] = /^(\S.*?);\s+\/\/ (.+)$/.exec(line) ?? [];
    if (told === undefined || /^(import|const|let)\b/.test(value) || !isJson(told)) return line;
    return `seen.push([${JSON.stringify(line)}, ${value}, ${told}]);`;
  });
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  const own = `${imports.join('\n')}\nconst seen = [];\n${rest.join('\n')}\nexport default seen;\n`;
  return own.replace(/from (['"])(copydesk[^'"]*)\1/g, (_, quote, name) => `from ${quote}${resolve(name)}${quote}`);
}

/** Where a browser finds an entry of the package that is served at `/dist`. */
export function served(name) {
  const entry = entries().find((e) => e.name === name);
  if (entry === undefined) throw new Error(`the package has no entry ${name}`);
  return entry.code.slice(root.length - 1).replace(/^\/?/, '/');
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
