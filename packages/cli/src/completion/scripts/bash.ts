/** Works from bash 3.2 on, which macOS has. */
export const bash = `# Completion of sequenzy-cli for bash. In ~/.bashrc:
#   eval "$(sequenzy-cli completion bash)"
_sequenzy_cli() {
  local begun=\${COMP_WORDS[COMP_CWORD]} line
  [ "$begun" = = ] && begun=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :nothing) ;;
      :files | :folders)
        type compopt > /dev/null 2>&1 && compopt -o filenames
        local kind=-f
        [ "$line" = :folders ] && kind=-d
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen $kind -- "$begun")
        ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(sequenzy-cli __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -F _sequenzy_cli sequenzy-cli
`;
