// Writes the files in the repository that are generated from the registry of rules and the study.
import { runNode, runTool } from './tool.mjs';

runNode('scripts/build.mjs', '--data');
await runTool('generate', '.');
// In the form that the repository keeps.
runNode('node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'schemas', 'package.json');
