/** Reads the declaration files that tsc emits: what a module exports, with its comments. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A module's own comment, and what it exports: `{ id, name, signature, doc, members: [{ signature, doc }] }`, in its order. */
export function declarations(file) {
  const { doc, statements } = parse(readFileSync(file, 'utf8'));
  const exported = new Map();
  for (const statement of statements) for (const d of exportsOf(file, statement)) exported.set(d.name, d);
  // One that only passes on another's exports speaks with the other's words.
  const whole = statements.map(({ code }) => targetOf(file, /^export \* (from .+)/.exec(code)?.[1] ?? '')).find((t) => t !== undefined);
  return { doc: doc === '' && whole !== undefined ? declarations(whole).doc : doc, exported: [...exported.values()] };
}

function exportsOf(file, { code, doc }) {
  const target = targetOf(file, code);
  if (/^export \*/.test(code)) return declarations(target).exported;
  if (/^export type \*/.test(code)) return declarations(target).exported.filter((d) => /^(interface|type|class) /.test(d.signature));
  const list = /^export (?:type )?\{(.+)\}/s.exec(code)?.[1];
  if (list !== undefined) {
    const all = declarations(target).exported;
    return list.split(',').filter((part) => part.trim() !== '').map((part) => {
      const [name, alias = name] = part.trim().replace(/^type /, '').split(' as ');
      const found = all.find((d) => d.name === name);
      if (found === undefined) throw new Error(`${file}: ${target} does not export ${name}`);
      return { ...found, name: alias };
    });
  }
  const name = /^export (?:declare )?(?:abstract )?(?:interface|type|class|function|const) (\w+)/.exec(code)?.[1];
  return name === undefined ? [] : [{ id: `${file} ${name}`, name, doc, ...shape(code) }];
}

/** The declarations that a statement of a file imports from. */
function targetOf(file, code) {
  const from = /from '(\..+)';$/.exec(code)?.[1];
  return from === undefined ? undefined : join(dirname(file), from.replace(/\.js$/, '.d.ts'));
}

/** A declaration's own line, and what stands in its braces. */
function shape(code) {
  const plain = code.replace(/^export (declare )?/, '');
  if (!/^(interface|class) /.test(plain)) return { signature: plain, members: [] };
  const head = plain.slice(0, plain.indexOf(' {\n'));
  const body = plain.slice(head.length + 3, plain.lastIndexOf('\n}'));
  const { statements } = parse(body.replace(/^ {4}/gm, ''));
  const members = statements.filter((s) => !/^(#|private |constructor\(|set |static |\w+Callback\()/.test(s.code)).map((s) => ({ signature: s.code.replace(/;$/, '').replace(/\s*\n\s*/g, ' '), doc: s.doc }));
  return { signature: head, members };
}

/** Statements with the comment before each. A comment before the first import or re-export is the module's own. */
function parse(text) {
  const statements = [];
  let [doc, own, code] = ['', '', ''];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (code === '' && lines[i].startsWith('/**')) {
      const first = i;
      while (!lines[i].includes('*/')) i++;
      doc = comment(lines.slice(first, i + 1).join('\n'));
      continue;
    }
    if (code === '' && lines[i].trim() === '') continue;
    code += (code === '' ? '' : '\n') + lines[i];
    if (!isWhole(code)) continue;
    if (statements.length === 0 && /^(import|export (type )?[*{])/.test(code) && doc !== '') [own, doc] = [doc, ''];
    statements.push({ code, doc });
    [doc, code] = ['', ''];
  }
  return { doc: own, statements };
}

/** Whether a statement has come to its end: its brackets are closed, and it ends as one does. */
function isWhole(code) {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|'[^']*'|"[^"]*"|=>/g, '');
  const depth = [...bare].reduce((n, c) => n + ('{(['.includes(c) ? 1 : '})]'.includes(c) ? -1 : 0), 0);
  return depth === 0 && /[;}]$/.test(bare.trimEnd());
}

function comment(text) {
  return text.replace(/^\/\*\*\s?|\s*\*\/$/g, '').replace(/^\s*\* ?/gm, '').trim();
}
