// The floor that the reader is measured against: pods as pages of 500 in JSON, parsed and forgotten. Arguments: server, and PEM files of the CA, certificate and key.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';

const [server, ca, cert, key] = process.argv.slice(2);
const agent = new Agent({
  keepAlive: true,
  ca: readFileSync(ca),
  cert: readFileSync(cert),
  key: readFileSync(key),
});

const page = (token) =>
  new Promise((resolve, reject) => {
    const query = `limit=500${token === '' ? '' : `&continue=${encodeURIComponent(token)}`}`;
    get(`${server}/api/v1/pods?${query}`, { agent, headers: { Accept: 'application/json' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    }).on('error', reject);
  });

let pods = 0;
let token = '';
do {
  const list = await page(token);
  pods += list.items.length;
  token = list.metadata.continue ?? '';
} while (token !== '');
agent.destroy();
process.stdout.write(`${pods}\n`);
