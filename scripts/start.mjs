/** `npm start`: sets up what is needed, builds, and serves the page. PORT chooses the port. */
import { build } from './build.mjs';
import { main, say, Trouble } from './lib.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';

await main(import.meta.url, async () => {
  setup();
  build();
  const port = Number(process.env.PORT ?? 0);
  const { url } = await serve({ port }).catch((error) => {
    throw new Trouble(`Port ${port} can't be used: ${error.message}. Choose another: PORT=8080 npm start`);
  });
  say(`Copydesk is at ${url} (Ctrl+C ends it)`);
});
