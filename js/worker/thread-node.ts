/** The script that runs in the worker of Node, Deno or Bun. */
import { parentPort } from 'node:worker_threads';
import { serve } from './serve.js';

serve({
  post: (answer) => parentPort?.postMessage(answer),
  listen: (hear) => void parentPort?.on('message', hear),
});
