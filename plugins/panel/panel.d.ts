import { strings as english } from './strings.js';
export type Row = import('./rows.js').Row;
export type List = import('./rows.js').List;
export type Group = import('./rows.js').Group;
export type Layer = import('./rows.js').Layer;
export type Pick = {
    layer: Layer;
    start: number;
    end: number;
    text: string;
};
/**
 * @typedef {import('./rows.js').Row} Row @typedef {import('./rows.js').List} List @typedef {import('./rows.js').Group} Group
 * @typedef {import('./rows.js').Layer} Layer
 *
 * A place that was picked: the words, and the layer they belong to.
 * @typedef {{ layer: Layer, start: number, end: number, text: string }} Pick
 */
/** A panel. It reads nothing itself: it is shown analyses, and tells what is picked. */
export declare class Panel {
    #private;
    /**
     * Puts itself into `host`, which should be empty.
     * @param {HTMLElement} host
     * @param {{ onPick: (pick: Pick) => void, strings?: typeof english, locale?: string }} settings
     */
    constructor(host: HTMLElement, { onPick, strings, locale }: {
        onPick: (pick: Pick) => void;
        strings?: typeof english;
        locale?: string;
    });
    /** Lists what was found. The focus and closed sections stay as they are. @param {import('copydesk').Analysis} analysis */
    show(analysis: import('copydesk').Analysis): void;
    /** Lists nothing, and says why. @param {string} message */
    clear(message: string): void;
    /** Says a sentence, also to screen readers. @param {string} message */
    say(message: string): void;
    /** Leaves the host as it was. Again is nothing. */
    dispose(): void;
}
