import type { Terminal } from '../terminal.ts';

/** Shells that there is a script for. */
export const SHELLS = ['bash', 'zsh'] as const;

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `# bash completion of kubevet; to install it: kubevet completion bash >> ~/.bashrc
_kubevet() {
  local IFS=$'\\n' replies
  replies=$(kubevet --get-yargs-completions "\${COMP_WORDS[@]}" 2>/dev/null)
  COMPREPLY=($(compgen -W "$replies" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o bashdefault -o default -F _kubevet kubevet
`,
  zsh: `#compdef kubevet
# zsh completion of kubevet; to install it: kubevet completion zsh >> ~/.zshrc
_kubevet() {
  local -a replies
  replies=("\${(@f)$(SHELL=bash kubevet --get-yargs-completions "\${words[@]}" 2>/dev/null)}")
  compadd -- $replies || _files
}
compdef _kubevet kubevet
`,
};

/** `kubevet completion [shell]`: a script for the shell that is named, else for the one in use. */
export function completion(args: { readonly shell: (typeof SHELLS)[number] | undefined }, terminal: Terminal): void {
  const shell = args.shell ?? (terminal.env['SHELL']?.endsWith('zsh') === true ? 'zsh' : 'bash');
  terminal.out(SCRIPTS[shell]);
}
