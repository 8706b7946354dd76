"""The word lists of a language by their names, one at a time or several together."""

NO_WORDS: frozenset[str] = frozenset()


class WordLists(dict[str, frozenset[str]]):
    """Word lists by name; rules ask for one at nearly every word, so no method of ours stands between."""

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = NO_WORDS
        return NO_WORDS

    def join(self, *names: str) -> frozenset[str]:
        """The words of several lists, a mark for itself; a list behind a minus sign takes its words away again.

        >>> sorted(WordLists(a_list=frozenset("ab"), b_list=frozenset("b")).join("a_list", "-b_list", ","))
        [',', 'a']
        """
        found = NO_WORDS
        for name in names:
            if name[0] == "-" and name[1:]:
                found -= self[name[1:]]
            else:
                found |= self[name] if name[1:] else {name}
        return found
