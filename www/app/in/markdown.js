/** Markdown as the text that it stands for: what is said stays, the signs go. */

/** @param {string} markdown */
export function markdownText(markdown) {
  const text = markdown.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---\n/, '');
  return text
    .split('\n')
    .filter((line) => !/^\s{0,3}(=+|-{3,}|\*{3,}|_{3,}|```.*|~~~.*)\s*$/.test(line))
    .map((line) => inline(line.replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)+/, '').replace(/\s+#+\s*$/, '')))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param {string} line */
function inline(line) {
  return line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*]+)(?<=\S)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}])(_{1,3})(?=\S)([^_]+)(?<=\S)\2(?![\p{L}\p{N}])/gu, '$1$3')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]<>()#+.!|~-])/g, '$1');
}
