import { spawnSync } from 'node:child_process';

/**
 * Sees to it that a program is there that tests run: Debian's package is installed when this is root, else the test
 * fails with one line that says what to install.
 * @param name of the program and of its Debian package
 */
export function needProgram(name: string, debianPackage = name): void {
  if (runs(name)) return;
  if (process.getuid?.() === 0 && runs('apt-get')) {
    const install = () =>
      spawnSync('apt-get', ['install', '-y', '-qq', debianPackage], { stdio: 'ignore' }).status === 0;
    if (install() && runs(name)) return;
    // The lists of packages may be missing or old.
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    if (install() && runs(name)) return;
  }
  throw new Error(`Deze test heeft ‘${name}’ nodig: installeer het (Debian: apt-get install -y ${debianPackage}).`);
}

const runs = (name: string): boolean => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
