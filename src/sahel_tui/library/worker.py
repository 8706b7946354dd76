"""A process that reads claims: batches of documents come in on standard input, what was made of them goes out.

It ends when its input ends, so none outlives the program that started it, however that one ends.
"""

import pickle
import sys

from sahel_tui.documents.data_sets.unread import JoinedRows
from sahel_tui.library.entries import keep_all_of
from sahel_tui.library.garbage import look_rarely
from sahel_tui.store.build import Packed


def serve() -> None:
    """Answer each batch with what was made of each of its documents and rows, and what looks odd in them."""
    look_rarely()
    batches, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            batch = pickle.load(batches)
        except EOFError:
            return
        made, remarks = keep_all_of(batch.part() if isinstance(batch, JoinedRows) else batch)
        plain = [tuple(one) if isinstance(one, Packed) else one for one in made]
        pickle.dump((plain, remarks), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    serve()
