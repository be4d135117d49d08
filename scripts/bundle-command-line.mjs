// Bundles TypeScript for Node with rolldown; `*.py?raw` imports become strings, as Vite makes them.
import { readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';

const rawText = {
  name: 'raw-text',
  async load(id) {
    if (!id.endsWith('?raw')) return null;
    return { code: `export default ${JSON.stringify(await readFile(id.slice(0, -4), 'utf8'))};`, moduleType: 'js' };
  },
};

/** The bundled code of an entry file. */
export async function bundleCommandLine(input) {
  const build = await rolldown({
    input,
    platform: 'node',
    plugins: [rawText],
    optimization: { inlineConst: { mode: 'all' } },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  return output[0].code;
}
