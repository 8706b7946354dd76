"""A process that reads claims: batches of documents come in on standard input, what was made of them goes out.

It ends when its input ends, so none outlives the program that started it, however that one ends.
"""

import gc
import pickle
import sys

from sahel_tui.library.entries import keep_all_of

MANY = 50_000
"""Objects made before garbage is looked for: reading claims leaves next to none."""


def serve() -> None:
    """Answer each batch with what was made of each of its documents and rows, and what looks odd in them."""
    gc.set_threshold(MANY)
    batches, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            batch = pickle.load(batches)
        except EOFError:
            return
        pickle.dump(keep_all_of(batch), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    serve()
