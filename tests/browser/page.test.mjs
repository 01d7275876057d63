/** The page in real browsers: every scenario of `page/`, in every engine. */
import { ENGINES } from './drivers.mjs';
import { play } from './page/help.mjs';
import './page/reading.mjs';
import './page/edit.mjs';
import './page/undo.mjs';
import './page/leave.mjs';
import './page/in.mjs';
import './page/out.mjs';
import './page/access.mjs';
import './page/safe.mjs';
import './page/looks.mjs';
import './page/long.mjs';
import './page/random.mjs';
import './page/offline.mjs';

for (const [name, open] of ENGINES) play(name, open);
