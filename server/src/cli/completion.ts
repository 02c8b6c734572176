import type { Command, Option } from './command.js';

const PROGRAM = 'opgavenwijzer';

/** The completion script of each shell, made from the table of commands. */
export const SHELLS: Readonly<Record<string, (commands: readonly Command[]) => string>> = { bash, zsh, fish };

const flags = ({ options }: Command): [name: string, option: Option][] => [
  ...Object.entries(options),
  ['help', { kind: 'flag', short: 'h', text: 'deze uitleg' }],
];

/** Names of files may hold spaces: bash is to split at the ends of lines only. */
const FILES = `local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur"))`;

function bash(commands: readonly Command[]): string {
  const words = commands.map(({ name }) => name).join(' ');
  const cases = commands.map((command) => {
    const values = flags(command).flatMap(([name, option]) => {
      const pattern = option.short ? `--${name}|-${option.short}` : `--${name}`;
      if (option.kind === 'choice')
        return [`        ${pattern}) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$cur")); return ;;`];
      if (option.kind === 'file') return [`        ${pattern}) ${FILES}; return ;;`];
      if (option.kind === 'flag') return [];
      return [`        ${pattern}) return ;;`];
    });
    const names = flags(command)
      .map(([name]) => `--${name}`)
      .join(' ');
    const operands = command.takes.words
      ? `COMPREPLY=($(compgen -W '${command.takes.words.join(' ')}' -- "$cur"))`
      : command.takes.most > 0
        ? FILES
        : 'COMPREPLY=()';
    return `    ${command.name})
      case "$prev" in
${[...values, '        *) ;;'].join('\n')}
      esac
      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '${names}' -- "$cur")); else ${operands}; fi ;;`;
  });
  return `# Aanvulling voor bash, gemaakt met: ${PROGRAM} completion bash
_${PROGRAM}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${words} --help --version' -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o filenames -F _${PROGRAM} ${PROGRAM}
`;
}

function zsh(commands: readonly Command[]): string {
  const list = commands.map(({ name, summary }) => `    ${zshQuote(`${name}:${summary}`)}`).join('\n');
  const cases = commands.map((command) => {
    const specs = flags(command).map(([name, option]) => {
      const names = option.short ? `{-${option.short},--${name}}` : `--${name}`;
      const takes =
        option.kind === 'flag'
          ? ''
          : option.kind === 'choice'
            ? `:soort:(${option.choices.join(' ')})`
            : option.kind === 'file'
              ? ':bestand:_files'
              : `:${option.value}:`;
      return `${names}${zshQuote(`[${option.text.replace(/[[\]]/g, '')}]${takes}`)}`;
    });
    const { words, most } = command.takes;
    const operands = words ? [`'*:soort:(${words.join(' ')})'`] : most > 0 ? ["'*:bestand:_files'"] : [];
    return `    ${command.name}) _arguments ${[...specs, ...operands].join(' ')} ;;`;
  });
  return `#compdef ${PROGRAM}
# Aanvulling voor zsh, gemaakt met: ${PROGRAM} completion zsh
_${PROGRAM}() {
  local -a commands=(
${list}
  )
  if ((CURRENT == 2)); then
    _describe opdracht commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _${PROGRAM} ]; then _${PROGRAM} "$@"; else compdef _${PROGRAM} ${PROGRAM}; fi
`;
}

const zshQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function fish(commands: readonly Command[]): string {
  const lines = [`complete -c ${PROGRAM} -f`];
  for (const command of commands) {
    const { name, summary, takes } = command;
    const here = `-n '__fish_seen_subcommand_from ${name}'`;
    lines.push(`complete -c ${PROGRAM} -n __fish_use_subcommand -a ${name} -d ${fishQuote(summary)}`);
    if (takes.words) lines.push(`complete -c ${PROGRAM} ${here} -a '${takes.words.join(' ')}'`);
    else if (takes.most > 0) lines.push(`complete -c ${PROGRAM} ${here} -F`);
    for (const [option, definition] of flags(command)) {
      const short = definition.short ? ` -s ${definition.short}` : '';
      const value =
        definition.kind === 'flag'
          ? ''
          : definition.kind === 'choice'
            ? ` -x -a '${definition.choices.join(' ')}'`
            : definition.kind === 'file'
              ? ' -r -F'
              : ' -x';
      lines.push(`complete -c ${PROGRAM} ${here} -l ${option}${short}${value} -d ${fishQuote(definition.text)}`);
    }
  }
  return `# Aanvulling voor fish, gemaakt met: ${PROGRAM} completion fish\n${lines.join('\n')}\n`;
}

const fishQuote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
