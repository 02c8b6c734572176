// `node scripts/learn.mjs eval|learn --corpus DIR`: measures recognition on coded passages, or learns its weights from them.
import { runNode, runTool } from './tool.mjs';

runNode('scripts/build.mjs', '--data');
await runTool('learn', ...process.argv.slice(2));
