/** What the frame says: the panel's catalogue, and a sentence of its own. */
import { strings as panel } from './panel/strings.js';

export const strings = { ...panel, notEmbedded: 'This page is made to be embedded by another.' };
