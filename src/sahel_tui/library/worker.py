"""A process that reads claims: batches of documents come in on standard input, what was made of them goes out.

It ends when its input ends, so none outlives the program that started it, however that one ends.
"""

import pickle
import sys

from sahel_tui.library.entries import keep_all_of
from sahel_tui.library.garbage import look_rarely


def serve() -> None:
    """Answer each batch with what was made of each of its documents and rows, and what looks odd in them."""
    look_rarely()
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
