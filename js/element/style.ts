/** Layers differ by their underline, and by colour as well. Hosts style the parts and set the custom properties. */
export const STYLE = `
:host { display: block; --quotes: #9a5b00; --numbers: #00704e; --entities: #3056c0; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :host { --quotes: #f0b45a; --numbers: #4fc79a; --entities: #9db6ff; } }
:host([hidden]) { display: none; }
[part="legend"] { display: flex; flex-wrap: wrap; gap: 0.5rem; }
button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 0.4rem; padding: 0.3rem 0.7rem; min-height: 24px; cursor: pointer; }
button[aria-pressed="false"] { opacity: 0.75; border-style: dashed; }
button[aria-pressed="false"] .name { text-decoration: line-through; }
[part="status"] { margin: 0.5rem 0; min-height: 1lh; }
[part="text"] { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.7; }
p { margin: 0; min-height: 1lh; }
mark { background: none; color: inherit; cursor: pointer; text-decoration-skip-ink: none; }
mark.quotes { background: rgb(255 190 70 / 0.16); }
.quotes { text-decoration-line: underline; text-decoration-style: solid; text-decoration-thickness: 2px; text-decoration-color: var(--quotes); text-underline-offset: 0.42em; }
.indirect { text-decoration-line: underline; text-decoration-style: dashed; text-decoration-thickness: 2px; text-decoration-color: var(--quotes); text-underline-offset: 0.42em; }
.numbers { text-decoration-line: underline; text-decoration-style: double; text-decoration-thickness: 2px; text-decoration-color: var(--numbers); text-underline-offset: 0.16em; }
.entities { text-decoration-line: underline; text-decoration-style: dotted; text-decoration-thickness: 2px; text-decoration-color: var(--entities); text-underline-offset: 0.16em; }
mark.current { outline: 2px solid var(--entities); outline-offset: 1px; }
mark[data-label]::before { content: "[" attr(data-label) "] "; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { mark { color: CanvasText; background: Canvas; text-decoration-color: CanvasText; } mark.current { outline-color: Highlight; } }
`;
