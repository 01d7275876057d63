import { serve } from '../../../dist/worker/serve.js';
import { opener } from './reader.js';

const post = (message) => postMessage(message);
serve({ post, listen: (hear) => addEventListener('message', (e) => hear(e.data)) }, opener({ post, quit: () => close() }));
