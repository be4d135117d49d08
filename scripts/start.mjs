// `npm start`: installs what is missing, builds the site, serves it and prints the address.
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installWhenMissing } from './install-when-missing.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
installWhenMissing(root);
const { build, preview } = await import('vite');
await build({ root, logLevel: 'warn' });
const server = await preview({
  root,
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? 'localhost' },
});
console.log('Lockstep is served at:');
server.printUrls();
