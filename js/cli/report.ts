import type { Analysis } from '../contract.js';
import { line } from './common.js';

/** The report a person reads: what was said by whom, every figure with its value, every name with its mentions, what to check. */
export function report(a: Analysis): string {
  let out = `QUOTES ${a.quotes.length}\n`;
  for (const q of a.quotes) {
    const speaker = q.speakerName ?? (q.speaker && line(q.speaker.text)) ?? '?';
    out += `  ${speaker}: “${line(q.text)}” (${q.kind})\n`;
  }
  out += `\nNUMBERS ${a.numbers.length}\n`;
  for (const n of a.numbers) {
    const range = n.lo === null || n.hi === null ? '?' : `${n.lo}..${n.hi}`;
    const value = n.iso ?? n.exact ?? range;
    out += `  ${line(n.text)} = ${n.mod === null ? '' : `${n.mod} `}${value}${n.unit === null ? '' : ` ${n.unit}`} (${n.kind})\n`;
  }
  out += `\nNAMES ${a.names.length}\n`;
  for (const n of a.names) {
    out += `  ${n.name} (${n.type}${n.role === null ? '' : `, ${n.role}`}) × ${n.mentions.length}\n`;
  }
  out += `\nCHECKS ${a.checks.length}\n`;
  for (const c of a.checks) {
    out += `  ${c.spans.map((s) => `“${line(s.text)}”`).join(' / ')}: ${c.message} (${c.kind}, ${c.severity})\n`;
  }
  return out;
}
