/** The script that runs in the worker of a browser. */
import { serve } from './serve.js';

serve({
  post: (answer) => postMessage(answer),
  listen: (hear) => addEventListener('message', (event) => hear(event.data)),
});
