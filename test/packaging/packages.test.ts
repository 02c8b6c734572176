import { type ExecFileSyncOptionsWithStringEncoding, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'opgavenwijzer-pakket-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm as a program that Node runs: on Windows it is a script of the shell. */
function npm(args: readonly string[], cwd: string): string {
  const { npm_execpath: running } = process.env;
  const options: ExecFileSyncOptionsWithStringEncoding = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  return running?.endsWith('.js')
    ? execFileSync(process.execPath, [running, ...args], options)
    : execFileSync('npm', [...args], { ...options, shell: process.platform === 'win32' });
}

describe('the package of the command line', () => {
  it('holds what runs it and nothing else, and works where it is installed', () => {
    const [packed] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT));
    expect(packed.files.map(({ path }: { path: string }) => path).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'dist/cli.js',
      'dist/convert.js',
      'dist/core.js',
      'dist/lsp.js',
      'dist/mcp.js',
      'dist/server.js',
      'dist/sources.js',
      'dist/study.js',
      'dist/study.txt',
      'dist/yaml.js',
      'package.json',
    ]);
    npm(['install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, join(folder, packed.filename)], folder);
    for (const bin of Object.keys(manifest.bin)) {
      const script = join(folder, 'node_modules', manifest.name, manifest.bin[bin as keyof typeof manifest.bin]);
      const { stdout } = spawnSync(process.execPath, [script, '--version'], { encoding: 'utf8' });
      expect(stdout).toBe(`${manifest.version}\n`);
      expect(existsSync(join(folder, 'node_modules/.bin', bin))).toBe(true);
    }
  });

  it('needs no other packages: everything is bundled, and named in NOTICE', async () => {
    expect(manifest).not.toHaveProperty('dependencies');
    const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
    const inputsOf = async (entryPoints: string[], host: BuildOptions): Promise<string[]> => {
      const common = { absWorkingDir: ROOT, bundle: true, write: false, metafile: true, outdir: 'out' } as const;
      const { metafile } = await build({
        ...common,
        logLevel: 'error',
        external: ['vscode', 'node:*'],
        entryPoints,
        ...host,
      });
      return Object.keys(metafile!.inputs);
    };
    const inNode: BuildOptions = { platform: 'node', conditions: ['node', 'browser'], mainFields: ['module', 'main'] };
    const inWorker: BuildOptions = {
      platform: 'browser',
      conditions: ['worker'],
      mainFields: ['browser', 'module', 'main'],
    } as const;
    const inputs = [
      ...(await inputsOf(['server/src/node/main.ts', 'server/src/cli/main.ts', 'client/src/main.ts'], inNode)),
      ...(await inputsOf(['server/src/convert/worker.ts'], inWorker)),
    ];
    const libraries = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect([...new Set(libraries)].filter((name) => !notice.includes(name))).toEqual([]);
  });

  it('has one version, which the texts that name it follow', () => {
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## [${manifest.version}]`);
    expect(readFileSync(join(ROOT, 'docs/opdrachtregel.md'), 'utf8')).toContain(`rev: v${manifest.version}\n`);
  });
});

describe('the extension as one file', () => {
  it('is packed without a warning and holds what is listed here', () => {
    const file = join(folder, 'opgavenwijzer.vsix');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/package.mjs', '--no-build', '--out', file],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toMatch(/warn/i);
    expect(namesIn(file)).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/NOTICE',
      'extension/changelog.md',
      'extension/client/eerste-stappen/1-openen.md',
      'extension/client/eerste-stappen/2-lezen.md',
      'extension/client/eerste-stappen/3-bron.md',
      'extension/client/eerste-stappen/4-dekking.md',
      'extension/client/eerste-stappen/5-verslag.md',
      'extension/dist/board.js',
      'extension/dist/browser/server.js',
      'extension/dist/client.js',
      'extension/dist/convert.js',
      'extension/dist/core.js',
      'extension/dist/lsp.js',
      'extension/dist/main.js',
      'extension/dist/server.js',
      'extension/dist/study.js',
      'extension/dist/study.txt',
      'extension/dist/yaml.js',
      'extension/images/dekking.svg',
      'extension/images/icon.png',
      'extension/package.json',
      'extension/readme.md',
      'extension/schemas/opgavenwijzer-studie.schema.json',
      'extension/schemas/opgavenwijzer.schema.json',
      'extension/syntaxes/instellingen.language-configuration.json',
      'extension/syntaxes/opgavenwijzer-instellingen.json',
      'extension/syntaxes/opgavenwijzer.injection.json',
      'extension/voorbeelden/waterdam/.opgavenwijzer.json',
      'extension/voorbeelden/waterdam/programma.md',
    ]);
  });

  it('has a page that says what it does, with its pictures in it and nothing about how it is built', () => {
    const page = readFileSync(join(ROOT, 'out/marketplace.md'), 'utf8');
    expect(page).toMatch(/^# Opgavenwijzer\n\nSchrijf een verkiezingsprogramma/);
    expect(page.match(/!\[[^\]]+\]\(data:image\/png;base64,/g)).toHaveLength(4);
    expect(page).not.toMatch(/\bnpm\b|\bNode\b|\]\(\.\./);
  });

  it('has a picture of 256 by 256', () => {
    const png = readFileSync(join(ROOT, manifest.icon));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });
});

/** Names in a zip file, from its central directory. */
function namesIn(file: string): string[] {
  const bytes = readFileSync(file);
  const names: string[] = [];
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.sort();
}
