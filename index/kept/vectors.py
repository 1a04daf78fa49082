"""Nearest passages by vector. The only door to faiss.

Up to 200,000 passages every vector is compared, so a search is exact; up to a million they are kept
in half precision, still all compared; above that an inverted file looks at the nearest cells only.
A scope never costs recall: a small one is scored vector by vector, a large one by a selector.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Literal

import faiss
import numpy as np
import numpy.typing as npt

from index.errors import DamagedError

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Layout = Literal["flat", "half", "cells"]

FLAT_UP_TO = 200_000  # 384 floats each: 300 MB, about 20 ms a question on one thread
HALF_UP_TO = 1_000_000  # half the memory, and no cell is missed
SCORE_ONE_BY_ONE_UP_TO = (
    2_000  # below this, reconstructing is as fast as a selector and always exact
)


def layout_for(count: int) -> Layout:
    """The layout that `count` vectors are kept in."""
    if count <= FLAT_UP_TO:
        return "flat"
    return "half" if count <= HALF_UP_TO else "cells"


class Vectors:
    """Vectors by passage id, which may have several: the nearest counts. Safe to search from
    several threads at once."""

    def __init__(self, index: Any) -> None:
        self._index = index
        ids = faiss.vector_to_array(index.id_map)
        self._order = np.argsort(ids, kind="stable")
        self._ids = ids[self._order]  # ascending, so that an id's place is found by halving

    @classmethod
    def build(cls, ids: Ids, vectors: Floats, *, layout: Layout | None = None) -> Vectors:
        """Index rows of unit length or less: `ids` (n,), in which one may come again, `vectors`
        (n, d)."""
        count, dimensions = vectors.shape
        inner = _empty(layout or layout_for(count), dimensions, count)
        if not inner.is_trained:
            inner.train(_sample(vectors, 64 * inner.nlist))
        if hasattr(inner, "make_direct_map"):
            inner.make_direct_map()  # so that one vector can be read back by its position
        index = faiss.IndexIDMap2(inner)
        index.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(ids, np.int64))
        return cls(index)

    @classmethod
    def of(cls, ids: Ids, made: Sequence[Floats]) -> Vectors:
        """Index each passage's own rows, (its vectors, d), in the order of `ids`."""
        owners = np.repeat(ids, [len(own) for own in made])
        return cls.build(owners, np.concatenate(made))

    @classmethod
    def open(cls, path: Path) -> Vectors:
        """Read an index back. Raises DamagedError when the file is not one."""
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise DamagedError(f"The vector index {path.name} cannot be read.") from error
        return cls(index)

    def save(self, path: Path) -> None:
        """Write to one file. A full disk is an OSError, as for any other file."""
        path.write_bytes(faiss.serialize_index(self._index).tobytes())

    def __len__(self) -> int:
        """How many passages there are."""
        return len(np.unique(self._ids))

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def of_wholes(self) -> Vectors:
        """The first vector of each passage alone."""
        ids, places = np.unique(self._ids, return_index=True)
        return Vectors.build(ids, self._index.index.reconstruct_batch(self._order[places]))

    def search(
        self, vector: Floats, k: int, allowed_ids: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The k nearest passages as (id, cosine), best first; of `allowed_ids` only, if given.

        An id that is not in the index is never returned.
        """
        if allowed_ids is None:
            return self._nearest(vector, k, None)
        allowed = np.fromiter(allowed_ids, np.int64, len(allowed_ids))
        if len(allowed) > SCORE_ONE_BY_ONE_UP_TO:
            return self._nearest(vector, k, allowed)
        known = np.unique(allowed[self._known(allowed)])
        scores = self.scores(vector, known)
        best = np.argsort(-scores, kind="stable")[:k]
        return [(int(known[i]), float(scores[i])) for i in best]

    def scores(self, vector: Floats, ids: Sequence[int] | Ids) -> Floats:
        """The cosine of each passage to the vector, (len(ids),). Raises KeyError for a wrong id."""
        wanted = np.asarray(ids, np.int64)
        if not len(wanted):
            return np.zeros(0, np.float32)
        known = self._known(wanted)
        if not known.all():
            raise KeyError(int(wanted[~known][0]))
        firsts = np.searchsorted(self._ids, wanted, "left")
        counts = np.searchsorted(self._ids, wanted, "right") - firsts
        begins = np.cumsum(counts) - counts  # where each passage's rows begin among all of them
        places = np.arange(counts.sum()) + np.repeat(firsts - begins, counts)
        rows = self._index.index.reconstruct_batch(self._order[places])
        near = np.asarray(rows @ np.asarray(vector, np.float32), np.float32)
        return np.asarray(np.maximum.reduceat(near, begins), np.float32)

    def _known(self, ids: Ids) -> npt.NDArray[np.bool_]:
        if not len(self._ids):
            return np.zeros(len(ids), np.bool_)
        places = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        return np.asarray(self._ids[places] == ids, np.bool_)

    def _nearest(self, vector: Floats, k: int, allowed: Ids | None) -> list[tuple[int, float]]:
        if k <= 0 or not len(self._ids):
            return []
        faiss.omp_set_num_threads(1)  # a query is short: threads cost more than they bring
        query = np.asarray(vector, np.float32).reshape(1, -1)
        parameters = self._parameters(allowed)
        rows = min(k, len(self._ids))
        while True:  # until there are k passages among the nearest rows, or no more rows
            scores, ids = self._index.search(query, rows, params=parameters)
            nearest: dict[int, float] = {}
            for i, score in zip(ids[0].tolist(), scores[0].tolist(), strict=True):
                if i >= 0:
                    nearest.setdefault(i, score)  # best first
            if len(nearest) >= k or rows == len(self._ids) or -1 in ids[0]:
                return list(nearest.items())[:k]
            rows = min(2 * rows, len(self._ids))

    def _parameters(self, allowed: Ids | None) -> Any:
        plain: Any = faiss.SearchParameters  # its stubs know no arguments
        in_cells: Any = faiss.SearchParametersIVF
        selector = None if allowed is None else faiss.IDSelectorBatch(allowed)
        cells = getattr(faiss.downcast_index(self._index.index), "nlist", 0)
        if not cells:
            return None if selector is None else plain(sel=selector)
        # of 4,240 real passages, a quarter of the cells found 0.98 of the true ten nearest and 0.91
        # of the hundred; an eighth 0.91 and 0.83
        return in_cells(sel=selector, nprobe=max(16, cells // 4))


def _empty(layout: Layout, dimensions: int, count: int) -> Any:
    if layout == "flat":
        return faiss.IndexFlatIP(dimensions)
    half, product = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    if layout == "half":
        return faiss.IndexScalarQuantizer(dimensions, half, product)
    cells = max(1, min(int(4 * count**0.5), count // 40))  # faiss asks for 39 vectors a cell
    coarse: Any = faiss.IndexFlatIP(dimensions)
    index = faiss.IndexIVFScalarQuantizer(coarse, dimensions, cells, half, product)
    coarse.this.disown()
    index.own_fields = True
    return index


def _sample(vectors: Floats, size: int) -> Floats:
    chosen = np.random.default_rng(0).permutation(len(vectors))[:size]
    return np.ascontiguousarray(vectors[np.sort(chosen)], np.float32)
