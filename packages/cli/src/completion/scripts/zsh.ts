export const zsh = `#compdef sequenzy-cli
# Completion of sequenzy-cli for zsh. In ~/.zshrc, behind compinit:
#   eval "$(sequenzy-cli completion zsh)"
# or as a file named _sequenzy-cli in a folder of $fpath.
_sequenzy_cli() {
  local line shells=:nothing
  local -a found
  for line in "\${(@f)$(sequenzy-cli __complete "\${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
    case $line in
      :*) shells=$line ;;
      *$'\\t'*) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
      ?*) found+=("\${line//:/\\\\:}") ;;
    esac
  done
  (($#found)) && _describe sequenzy-cli found
  [[ $shells == :nothing ]] && return
  [[ $PREFIX == --*=* ]] && compset -P '*='
  if [[ $shells == :folders ]]; then _files -/; else _files; fi
}
if [[ $funcstack[1] == _sequenzy-cli ]]; then _sequenzy_cli "$@"; else compdef _sequenzy_cli sequenzy-cli; fi
`;
