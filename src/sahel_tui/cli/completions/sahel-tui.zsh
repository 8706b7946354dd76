#compdef sahel-tui
# Completions of sahel-tui for zsh. Keep them as _sahel-tui in a folder of $fpath, or try them with
#   source <(sahel-tui completion zsh)

_sahel_tui() {
    local -a values shown open open_shown
    local line value files=
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ $value == /files ]]; then
            files=yes
        elif [[ $value == *[:=] ]]; then
            open+=("$value") open_shown+=("${line/$'\t'/  }")
        else
            values+=("$value") shown+=("${line/$'\t'/  }")
        fi
    done < <(${~words[1]} completion words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    # Events are found by any of their words, so that what is offered need not begin with what was typed.
    # While there are several, typed words stay and all are listed.
    if (( $#values > 1 )) && [[ -n ${values:#${(b)${(Q)words[CURRENT]}}*} ]]; then
        compstate[insert]= compstate[list]=list
    fi
    (( $#values )) && compadd -U -l -d shown -a values
    (( $#open )) && compadd -U -S '' -l -d open_shown -a open
    [[ -n $files ]] && _files
    return 0
}

if [[ ${funcstack[1]} == _sahel-tui ]]; then
    _sahel_tui "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _sahel_tui sahel-tui
fi
