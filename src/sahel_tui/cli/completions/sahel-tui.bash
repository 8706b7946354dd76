# Completions of sahel-tui for bash. Try them with   source <(sahel-tui completion bash)

_sahel_tui() {
    local words=() word index line
    # bash cuts words at : and =; put them together again, as the program sees them.
    for ((index = 1; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if ((${#words[@]})) && [[ $word == [:=]* || ${COMP_WORDS[index - 1]} == [:=] ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
    done
    local typed=${words[${#words[@]} - 1]-} head=
    [[ $typed == *[:=]* ]] && head=${typed%"${typed##*[:=]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r line _; do
        if [[ $line == /files ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${typed#"$head"}")
        else
            [[ $line == *[:=] ]] && compopt -o nospace 2>/dev/null
            COMPREPLY+=("${line#"$head"}")
        fi
    done < <("${COMP_WORDS[0]/#\~/$HOME}" completion words -- "${words[@]}" 2>/dev/null)
    # Events are found by any of their words: what was typed must stay while there are several.
    if ((${#COMPREPLY[@]} > 1)); then
        for line in "${COMPREPLY[@]}"; do
            [[ $line == "${typed#"$head"}"* ]] || { COMPREPLY+=(" ") && break; }
        done
    fi
}

complete -F _sahel_tui sahel-tui
