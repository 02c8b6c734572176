import { describe, expect, it } from 'vitest';
import { HOSTS, vscodeFor } from './window.js';

/** A heading from which much follows: seven opgaven are left. */
const MUCH =
  '# Zorg\n\nDe vergrijzing zet door, en de wachtlijsten in de jeugdzorg groeien. De kansenongelijkheid neemt toe.\n';

describe.each(HOSTS)('Het lampje (%s)', (kind) => {
  const open = vscodeFor(kind);

  it('heeft hoogstens zes regels, hoeveel er ook volgt, en vraagt daarna welke opgave', async () => {
    const { page, bench, close } = await open({ files: { 'programma.md': MUCH }, file: 'programma.md' });
    await bench.editor.waitForSquiggles('warning');
    // One finding a place, however many opgaven follow.
    const findings = (await bench.readProblems(1)).filter(({ code }) => code === 'opgave-ontbreekt');
    const places = findings.map(({ line, column }) => `${line}:${column}`);
    expect(places).not.toEqual([]);
    expect(new Set(places).size).toBe(places.length);
    await bench.editor.gotoLine(1, 4);
    const lines = await bench.editor.quickFixMenu();
    expect(lines.length, lines.join(' | ')).toBeLessThanOrEqual(6);
    expect(lines).toContain('Opgave oppakken…');
    await bench.editor.applyQuickFix('Opgave oppakken…');
    const asked = page.locator('.quick-input-widget .monaco-list-row');
    await asked.nth(1).waitFor();
    await page.locator('.quick-input-widget .quick-input-box input').first().press('Enter');
    await bench.readStatusBar(/\(\d+ selected\)/);
    await close();
  });
});
