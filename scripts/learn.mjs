// `node scripts/learn.mjs eval|learn [--corpus DIR]`: measures recognition on coded passages, or learns from them. Without a
// corpus on those of test/corpus alone.
import { runNode, runTool } from './tool.mjs';

runNode('scripts/build.mjs', '--data');
await runTool('learn', ...process.argv.slice(2));
