/** A static server for the page on localhost, for `npm start` and the tests. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { root } from './lib.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves a folder at `/`, with `headers` beside its own. Resolves to the server's `url`, its `log` of requested paths and `close()`.
 */
export function serve({ folder = join(root, 'www'), port = 0, headers = {} } = {}) {
  const log = [];
  const all = { ...headersOf(folder), ...headers };
  const server = createServer((request, response) => {
    const path = decoded(new URL(request.url ?? '/', 'http://localhost').pathname);
    log.push(path);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep) && !file.includes('\0');
    const stat = inside ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!stat?.isFile() || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...all });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      const url = `http://localhost:${typeof address === 'object' ? address?.port : port}/`;
      const close = () => {
        server.closeAllConnections();
        return new Promise((done) => server.close(() => done(undefined)));
      };
      resolve({ url, log, close });
    });
  });
}

/** The headers of `_headers` (the file static hosts read), so that the page is tried under them. */
function headersOf(folder) {
  const text = readFileSync(join(folder, '_headers'), 'utf8');
  return Object.fromEntries([...text.matchAll(/^ +([\w-]+): *(.+)$/gm)].map(([, name, value]) => [name.toLowerCase(), value]));
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
