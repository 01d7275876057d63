/** The page that says how often Copydesk is wrong, made from the scores of `npm run eval`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

/** What a reader should know before the figures. */
const WORDS = [
  'Copydesk is a machine’s reading. Check every find against the source before it goes out.',
  'It reads English news. Reported speech without quotation marks is found with gaps; a speaker without a name stays without one; a bare $ is read as US dollars unless the article says otherwise, and marked as open.',
  'The figures below were measured on development data, which Copydesk has been tuned on: expect less on new articles. Each is an F1 score in per cent. At 90, of ten things that are there about nine are found, and of ten finds about nine are right.',
];

/** What each suite is, and what its measures ask. */
const SUITES = {
  newsroom: 'Eleven whole articles, all marked by hand. The score is the mean of quotes span, quotes + speaker, numbers + value and entities + type.',
  polnear: 'News of American politics. “e2e”: quotes + speaker; “nominal”: speakers without a name; “cue”: the words that report.',
  'numbers in news': 'Fifteen news texts.',
  'numbers borrowed': 'Test phrases of three other programs, made for chats.',
  entities: 'News, and last the web. “core3”: people, bodies and places.',
  'seed article': 'The article that Copydesk began with.',
};

/** `limits.html`, with every row of eval/results.csv. */
export function limitsPage(csv = readFileSync(join(root, 'eval/results.csv'), 'utf8')) {
  const rows = csv.trim().split('\n').slice(1).map((line) => line.split(','));
  const bySuite = groups(rows);
  const tables = [...bySuite].map(([suite, scores]) => {
    const lines = scores.map(([, measure, score]) => `<tr><th scope="row">${escaped(measure)}</th><td>${escaped(score)}</td></tr>`).join('\n');
    return `<div>\n<table>\n<caption>${escaped(suite)}</caption>\n<thead><tr><th scope="col">Measure</th><th scope="col">F1, %</th></tr></thead>\n<tbody>\n${lines}\n</tbody>\n</table>\n<small>${escaped(SUITES[suite])}</small>\n</div>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>How often Copydesk is wrong</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style/page.css">
</head>
<body class="limits">
<main>
<h1>How often Copydesk is wrong</h1>
${WORDS.map((p) => `<p>${escaped(p)}</p>`).join('\n')}
<div class="tables">
${tables.join('\n')}
</div>
<p><a href="./">Back to the desk</a></p>
</main>
</body>
</html>
`;
}

/** Rows by their suite, in order. */
function groups(rows) {
  const map = new Map();
  for (const row of rows) map.set(row[0], [...(map.get(row[0]) ?? []), row]);
  return map;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
