/** What every consumer reads, and what it has to print. */
export const text = '“We are out of time,” Ada Brown told MPs. It cost $5.';
export const line = (analysis) => `copydesk ${analysis.schemaVersion} ${analysis.numbers.map((n) => n.text).join()}`;
