import { defineCommand, EXIT } from '../command.js';
import { SHELLS } from '../completion.js';

export const completion = defineCommand({
  name: 'completion',
  summary: 'Geeft het script waarmee uw shell opdrachten en opties aanvult.',
  takes: {
    label: Object.keys(SHELLS).join('|'),
    least: 1,
    most: 1,
    words: Object.keys(SHELLS),
    missing: 'Noem uw shell',
  },
  options: {},
  examples: [
    ['completion bash > ~/.local/share/bash-completion/completions/opgavenwijzer', 'bash'],
    ['completion zsh > ~/.zfunc/_opgavenwijzer', 'zsh, met ~/.zfunc in fpath'],
    ['completion fish > ~/.config/fish/completions/opgavenwijzer.fish', 'fish'],
  ],
  run(context, [shell]) {
    context.out(SHELLS[shell!]!(context.commands));
    return EXIT.clean;
  },
});
