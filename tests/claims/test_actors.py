"""The actors of a short text are those that reading it word by word finds."""

from hypothesis import example, given
from hypothesis import strategies as st

from sahel_tui.claims.language.actors import find_actors, load_actors
from sahel_tui.claims.language.tokens import tokenise

NAMES = [name for actor in load_actors().by_id.values() for name in (actor.name, *actor.aliases)]
WORDS = sorted(
    {word for name in NAMES for word in name.split()} | {"and", "Gao", "town", "l'", "12", "G5", "–", "(", "’"}
)


@given(text=st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(WORDS), st.text(max_size=3))).map(" ".join))
@example(text="Permanent Strategic Framework for Peace, Security, and Development")
@example(text="JNIM – Government of Mali, Gao town (UCDP 7)")
@example(text="12JNIM, l'Azawad, ISGS")
def test_a_comma_and_a_quick_look_change_nothing(text: str) -> None:
    for shown in (text, text.replace(" ", ", ", 1), text.replace(" – ", ", ")):
        found = load_actors().find(tokenise(shown))
        assert find_actors(shown) == tuple(dict.fromkeys(mention.actor for mention in found))
