"""Claims of many documents, read by all cores at once; a few are not worth starting processes for."""

import fcntl
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Self, TypeVar

from sahel_tui.documents import Refusal, UnreadRow
from sahel_tui.documents.data_sets.unread import join_rows
from sahel_tui.library.entries import Made, OnRemark, Remark, ignore_remark, keep_all_of
from sahel_tui.model import Document
from sahel_tui.store.build import Packed

Given = Document | UnreadRow
Item = TypeVar("Item", bound=Given)
Answer = tuple[list[Made], list[Remark]]

FEW = 24
"""Documents that are read faster than processes start."""
_BATCH_DOCUMENTS, _BATCH_ROWS, _BATCH_CHARACTERS = 32, 256, 200_000
_AHEAD = 2
"""Batches a worker has before it: one at hand and one waiting. They bound what is in memory."""
_PIPE = 1024 * 1024
"""Bytes on their way to a worker or back: a whole answer, so that none waits until this program reads on."""


def keep_all(documents: Iterable[Item], on_remark: OnRemark = ignore_remark) -> Iterator[tuple[Item, Made]]:
    """Each document or row with what was made of it, in order; what looks odd in rows is told."""
    documents = iter(documents)
    first = list(islice(documents, FEW))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(first) < FEW or cores < 2:
        for document in chain(first, documents):
            yield from _collect([document], keep_all_of([document]), on_remark)
        return
    with Crew(cores) as crew:
        yield from crew.keep(chain(first, documents), on_remark)


class WorkerLost(Exception):
    """A process ended before it answered."""


class Crew:
    """Processes that read claims, a thread to talk with each."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._threads = ThreadPoolExecutor(size)
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers = {Worker() for _ in range(size)}
        self._ended = False
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        for worker in tuple(self._workers):
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def keep(self, documents: Iterable[Item], on_remark: OnRemark = ignore_remark) -> Iterator[tuple[Item, Made]]:
        """Each document with what was made of it, in order, a few batches ahead of who asks."""
        waiting: deque[tuple[list[Item], Future[Answer]]] = deque()
        for batch in _cut_batches(documents):
            waiting.append((batch, self._threads.submit(self._work, batch)))
            if len(waiting) >= _AHEAD * self._size:
                first, answer = waiting.popleft()
                yield from _collect(first, answer.result(), on_remark)
        while waiting:
            first, answer = waiting.popleft()
            yield from _collect(first, answer.result(), on_remark)

    def _work(self, batch: Sequence[Given]) -> Answer:
        worker = self._idle.get()
        try:
            return worker.work(batch)
        except WorkerLost:
            worker = self._replace(worker)
            if len(batch) == 1:
                return [_refuse(batch[0])], []
        finally:
            self._idle.put(worker)
        made, remarks = zip(*(self._work([document]) for document in batch), strict=True)
        return [*chain(*made)], [*chain(*remarks)]

    def _replace(self, worker: "Worker") -> "Worker":
        worker.end()
        self._workers.discard(worker)
        if self._ended:
            return worker
        new = Worker()
        self._workers.add(new)
        return new


class Worker:
    """One process that runs `sahel_tui.library.worker`."""

    def __init__(self) -> None:
        package = str(Path(__file__).parents[2])
        paths = (package, os.environ.get("PYTHONPATH", ""))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sahel_tui.library.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the program, which ends its workers itself.
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        _widen(self._process.stdin)
        _widen(self._process.stdout)

    def work(self, batch: Sequence[Given]) -> Answer:
        """What is made of each document or row; raises WorkerLost."""
        assert self._process.stdin
        assert self._process.stdout
        try:
            pickle.dump(join_rows(batch) or batch, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            plain, remarks = pickle.load(self._process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerLost from error
        return [Packed._make(one) if isinstance(one, tuple) else one for one in plain], remarks

    def end(self) -> None:
        """Kill the process, if it is still there."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _widen(pipe: IO[bytes] | None) -> None:
    """Have room for a batch in it, where the system gives that."""
    if pipe and sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _cut_batches(documents: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    share, size = 0.0, 0
    for document in documents:
        batch.append(document)
        if isinstance(document, UnreadRow):
            share, size = share + 1 / _BATCH_ROWS, size + sum(map(len, document.cells))
        else:
            share, size = share + 1 / _BATCH_DOCUMENTS, size + len(document.text)
        if share >= 1 or size >= _BATCH_CHARACTERS:
            yield batch
            batch, share, size = [], 0.0, 0
    if batch:
        yield batch


def _collect(batch: Sequence[Item], answer: Answer, on_remark: OnRemark) -> Iterator[tuple[Item, Made]]:
    made, remarks = answer
    for remark in remarks:
        on_remark(*remark)
    return zip(batch, made, strict=True)


def _refuse(document: Given) -> Refusal:
    return Refusal(
        document.name, document.name, None, "reading its claims ended the process", "please report this text"
    )
