"""Claims read by several processes: the same as by one, in order, whatever happens to a process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sahel_tui.documents import Refusal, parse_document
from sahel_tui.library.crew import Crew, Worker, keep_all
from sahel_tui.library.entries import keep_document
from sahel_tui.model import Document
from sahel_tui.store.build import Packed


def make_documents(number: int) -> list[Document]:
    """So many small articles."""
    return [
        parse_document(f"= Raid {place} =\n\nThe army said {place + 2} soldiers were killed.\n", f"{place}.txt")
        for place in range(number)
    ]


def test_processes_give_what_one_gives_and_in_order() -> None:
    documents = make_documents(150)
    with Crew(2) as crew:
        made = list(crew.keep(documents))
    assert made == [(document, keep_document(document)) for document in documents]


def test_documents_are_taken_only_a_few_batches_ahead() -> None:
    taken = 0

    def arriving() -> Iterator[Document]:
        nonlocal taken
        for document in make_documents(600):
            taken += 1
            yield document

    with Crew(2) as crew:
        kept = crew.keep(arriving())
        next(kept)
        assert taken <= 5 * 32
        kept.close()


def test_a_document_that_ends_the_process_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Worker.work

    def die(worker: Worker, batch: list[Document]) -> list[Packed | Refusal]:
        if any(document.name == "7.txt" for document in batch):
            worker._process.kill()
        return work(worker, batch)

    monkeypatch.setattr(Worker, "work", die)
    with Crew(2) as crew:
        made = dict(crew.keep(make_documents(40)))
    refused = {document.name for document, one in made.items() if isinstance(one, Refusal)}
    assert refused == {"7.txt"}
    assert len(made) == 40


def test_no_process_outlives_the_program() -> None:
    """Workers end when the program is killed without a chance to end them."""
    script = (
        "import os, signal, sys\n"
        "from sahel_tui.library.crew import Crew\n"
        "crew = Crew(2)\n"
        "print(*(worker._process.pid for worker in crew._workers), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    environment = os.environ | {"PYTHONPATH": source}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    workers = [int(word) for word in done.stdout.split()]
    assert len(workers) == 2
    for worker in workers:
        while Path(f"/proc/{worker}").exists() and "Z" not in Path(f"/proc/{worker}/stat").read_text().split()[2]:
            os.sched_yield()


def test_a_few_documents_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "__init__", None)
    assert len(list(keep_all(make_documents(3)))) == 3
