import { parentPort } from 'node:worker_threads';
import { serve } from '../../../dist/worker/serve.js';
import { opener } from './reader.js';

const post = (message) => parentPort.postMessage(message);
serve({ post, listen: (hear) => parentPort.on('message', hear) }, opener({ post, quit: () => process.exit(3) }));
