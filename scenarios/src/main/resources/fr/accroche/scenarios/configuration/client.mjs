// Client HTTPS de Node avec un certificat client · Node's HTTPS client with a client certificate
// node client.mjs
import { readFileSync } from 'node:fs';
import https from 'node:https';

// Un agent par certificat : une connexion gardée ouverte garde le certificat d'avant (F39).
// One agent per certificate: a connection that is kept open keeps the certificate of before (F39).
// fetch() ne prend pas cet agent. · fetch() does not take this agent.
const agent = new https.Agent({
  pfx: readFileSync({{p12}}),
  passphrase: readFileSync({{password-file}}, 'utf8').split(/\r?\n/)[0],
  // Ces autorités seulement, à la place de celles de Node ; ne jamais écrire rejectUnauthorized: false (F40).
  // These authorities only, in place of Node's own; never write rejectUnauthorized: false (F40).
  ca: readFileSync({{trust}}),
  minVersion: 'TLSv1.2',
  keepAlive: true,
});

https
  .get({{url}}, { agent }, (response) => {
    console.log(response.statusCode);
    response.setEncoding('utf8');
    response.on('data', (text) => process.stdout.write(text));
    response.on('end', () => agent.destroy());
  })
  .on('error', (error) => {
    console.error(error.code, error.message);
    process.exitCode = 1;
  });
