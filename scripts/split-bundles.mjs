/**
 * Parts: files in dist/ that several bundles share, so that the study, the core and the protocol are shipped once
 * and read when they are first used. A part is a CommonJS file that knows no platform; its exports are the modules that
 * others import from it, by path. An import that crosses into a part becomes `require('./part.js')`, put off until
 * the first use of what was imported. What no part owns is in each that imports it, as the names of the protocol are.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import esbuild from 'esbuild';

/** Each part may import from those below it. */
export const PARTS = [
  // For the command line alone, and with the library for the protocol of assistants: read when it is asked for.
  { name: 'mcp', owns: /\/server\/src\/mcp\//, platform: 'node' },
  {
    name: 'lsp',
    // What answers an editor first is outside it, so that the rest waits.
    owns: /\/server\/src\/lsp\/(?!server\.ts)|\/node_modules\/vscode-(?:languageserver(?:-protocol)?|jsonrpc)\/lib\/common\/|\/node_modules\/vscode-languageserver-types\//,
  },
  {
    name: 'core',
    // Nearly all of it is needed at once: read whole it takes half the time that its modules take one by one.
    isWhole: true,
    owns: /\/server\/src\/(?:core|project|convert)\/|\/node_modules\/(?:@lezer|fuse\.js|jsonc-parser|vscode-uri)\//,
  },
  { name: 'yaml', isWhole: true, owns: /\/node_modules\/yaml\// },
  { name: 'sources', owns: /\/server\/src\/generated\/sources/ },
  { name: 'study', owns: /\/server\/src\/generated\/(?!sources)/ },
];

const partOf = (path) => PARTS.find(({ owns }) => owns.test(path.replaceAll('\\', '/')))?.name;

/** Builds `bundles`, and in `outdir` the parts that they share. */
export async function buildWithParts(bundles, { outdir, ...options }) {
  /** Per part the modules that others import from it. */
  const wanted = new Map(PARTS.map(({ name }) => [name, new Set()]));
  const inner = { ...options, bundle: true, format: 'cjs' };
  await Promise.all(bundles.map((bundle) => esbuild.build({ ...bundle, plugins: [crossings(undefined, wanted)] })));
  for (const { name, platform = 'neutral', isWhole } of PARTS.filter(({ name }) => name !== DATA)) {
    const modules = [...wanted.get(name)].sort();
    const module = (path) =>
      isWhole
        ? `export * as ${JSON.stringify(keyOf(path))} from ${JSON.stringify(path)};`
        : `Object.defineProperty(exports, ${JSON.stringify(keyOf(path))}, { get: () => require(${JSON.stringify(path)}) });`;
    await esbuild.build({
      ...inner,
      platform,
      stdin: { contents: modules.map(module).join('\n'), resolveDir: process.cwd() },
      outfile: `${outdir}/${name}.js`,
      plugins: [crossings(name, wanted)],
    });
    const file = `${outdir}/${name}.js`;
    await writeFile(file, inAscii(await readFile(file, 'utf8')));
  }
  await writeData([...wanted.get(DATA)].sort(), outdir);
}

/** The part that is data, not code. */
const DATA = 'study';

/**
 * The data is shipped as text, that of each module that exports it behind the other: an engine reads a file faster than a
 * program that says the same. In a worker there are no files: there the text is given.
 */
async function writeData(modules, outdir) {
  let data = '';
  const getters = [];
  for (const path of modules) {
    const [, name, literal] = /^export const (\w+) = (".*");$/m.exec(await readFile(path, 'utf8'));
    const from = data.length;
    data += inAscii(JSON.parse(literal));
    getters.push(`${JSON.stringify(keyOf(path))}: { get ${name}() { return read(${from}, ${data.length}); } }`);
  }
  await writeFile(join(outdir, `${DATA}.txt`), data);
  // Nothing is kept: what is made of it is.
  const code = `const read = (from, to) => {
  const given = globalThis.opgavenwijzerStudy;
  if (given !== undefined) return given.slice(from, to);
  const { openSync, readSync, closeSync } = require('node:fs');
  const file = openSync(require('node:path').join(__dirname, '${DATA}.txt'));
  const bytes = Buffer.allocUnsafe(to - from);
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes.latin1Slice();
};
module.exports = { ${getters.join(', ')} };
`;
  await writeFile(join(outdir, `${DATA}.js`), code);
}

/** The same code or JSON in ASCII: an engine keeps such a text in half the memory. */
const inAscii = (text) => text.replace(/[^\0-~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const keyOf = (path) => relative(process.cwd(), path).replaceAll('\\', '/');

/** Turns imports that leave `home` for a part into a late `require` of that part. */
function crossings(home, wanted) {
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /^\.\/\w+\.js$/, namespace: 'part' }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === 'resolving' || rest.kind === 'entry-point' || path.startsWith('node:')) return undefined;
        const found = await build.resolve(path, { ...rest, pluginData: 'resolving' });
        if (found.external || found.errors.length > 0) return undefined;
        const part = partOf(found.path);
        if (part === undefined || part === home) return undefined;
        wanted.get(part).add(found.path);
        return { path: found.path, namespace: 'part' };
      });
      build.onLoad({ filter: /.*/, namespace: 'part' }, async ({ path }) => {
        const module = `require('./${partOf(path)}.js')[${JSON.stringify(keyOf(path))}]`;
        const names = await exportsOf(path);
        // A CommonJS module does not say what it exports.
        if (names.length === 0) return { contents: `module.exports = ${module};` };
        const getters = names.map((name) => `get ${name}() { return part().${name}; }`);
        return {
          contents: `let loaded; const part = () => loaded ??= ${module}; module.exports = { __esModule: true, ${getters.join(', ')} };`,
        };
      });
    },
  };
}

const known = new Map();

/** Names that an ECMAScript module exports; none for a CommonJS module. */
function exportsOf(path) {
  if (!known.has(path)) known.set(path, readExports(path));
  return known.get(path);
}

async function readExports(path) {
  const { metafile } = await esbuild.build({
    entryPoints: [path],
    bundle: (await readFile(path, 'utf8')).includes('export *'),
    write: false,
    metafile: true,
    format: 'esm',
    outfile: 'exports.js',
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs)[0].exports.filter((name) => name !== 'default');
}
