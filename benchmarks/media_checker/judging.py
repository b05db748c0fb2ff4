"""One corpus file against its result: what is left, what was lost."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.media_checker.opening import Opened, open_result, pages, squeezed, words_in

Box = tuple[int, int, int, int]
COVERED = 0.9  # of a planted box must be flat, and at most a tenth of its ink as it was
LOSSY = 28  # grey levels that re-encoding as JPEG may move a pixel
GROW = 0.6  # of a planted box's smaller side around it may be covered without counting as other pixels
MOST_CHANGED = 0.05  # of the other pixels, for a result that is still of use
SHORTEST_CODE = 6  # letters of base64: four turn up in the pixels of a loop by chance
ALIKE = 0.6  # correlation of a region of a PDF page before and after


@dataclass
class Verdict:
    """What the checker found for one file."""

    name: str
    group: str
    outcome: str  # cleaned, held, rejected, missing
    megapixels: float = 0.0  # of all frames together
    leaks: list[str] = field(default_factory=list)
    planted: int = 0
    benign: int = 0
    benign_kept: int = 0
    header: int = 0
    header_lost: list[str] = field(default_factory=list)
    other_changed: float | None = None
    identical: bool | None = None
    useful: bool = False
    clean_control: bool = True
    problems: list[str] = field(default_factory=list)


def judge(item: dict[str, Any], corpus: Path, results: Path) -> Verdict:
    """Compare one item of the manifest with its result below `results`."""
    stem = Path(item["name"]).stem
    verdict = Verdict(item["name"], item["group"], "missing", item["megapixels"], planted=len(item["planted"]))
    drawn = [one for one in item["benign"] if one["box"]]
    verdict.benign, verdict.header = len(drawn), len(item["benign"]) - len(drawn)
    for suffix, outcome in ((".review", "held"), (".rejected", "rejected")):
        if (results / (stem + suffix)).exists():
            verdict.outcome = outcome
    found = [path for path in results.glob(stem + ".*") if path.suffix not in {".review", ".rejected", ".json"}]
    if not found:
        verdict.clean_control = False
        return verdict
    verdict.outcome = "cleaned"
    if item["group"] == "hostile":
        return verdict
    opened = open_result(found[0])
    truth = _truth(item, corpus)
    if truth and truth[0].ndim == 2:  # grey frames written as RGB are still the same picture
        opened.frames = [frame[..., 0] if _is_grey(frame) else frame for frame in opened.frames]
    tolerance = 0 if item["lossless"] and found[0].suffix in {".png", ".dcm"} else LOSSY
    verdict.leaks = list(_leaks(item["planted"], opened, truth, tolerance))
    _judge_use(verdict, item, opened, truth, tolerance)
    return verdict


def _is_grey(frame: NDArray) -> bool:
    return frame.ndim == 3 and bool((frame == frame[..., :1]).all())


def _truth(item: dict[str, Any], corpus: Path) -> list[NDArray]:
    if item["name"].endswith(".pdf"):
        return pages(corpus / "files" / item["name"])
    with np.load(corpus / "truth" / f"{Path(item['name']).stem}.npz") as stored:
        return [stored[name] for name in stored.files]


def _leaks(planted: list[dict[str, Any]], opened: Opened, truth: list[NDArray], tolerance: int) -> Iterator[str]:
    haystack = opened.text.lower()
    read = words_in(opened.frames) if any(one["box"] for one in planted) else ""
    for one in planted:
        label = f"{one['carrier']}: {one['value']}"
        if one["carrier"] == "high bits":
            if opened.high_bits:
                yield label
        elif one["box"] is None:
            if any(code in haystack for code in _encodings(one["value"])):
                yield label
        elif not _is_covered(one, opened.frames, truth, tolerance):
            yield f"{label} (box)"
        elif len(word := squeezed(one["value"])) > 5 and word in read:
            yield f"{label} (read by tesseract)"


def _encodings(value: str) -> Iterator[bytes]:
    for text in (value.lower(), value.lower()[::-1]):
        for name in ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "iso8859_5"):
            try:
                yield text.encode(name)
            except UnicodeEncodeError:
                continue
    yield value.encode().hex().encode()
    for shift in range(3):
        code = base64.b64encode(b"\0" * shift + value.encode())[4 if shift else 0 : -4].lower()
        if len(code) >= SHORTEST_CODE:
            yield code


def _is_covered(one: dict[str, Any], frames: list[NDArray], truth: list[NDArray], tolerance: int) -> bool:
    wanted = one["frame"]
    if wanted is not None and wanted >= len(frames):
        return True  # that frame was not kept
    chosen = frames if wanted is None else [frames[wanted]]
    before = None if not truth else truth[min(wanted or 0, len(truth) - 1)]
    return all(
        _flat(_cut(frame, one["box"]), None if before is None else _cut(before, one["box"]), tolerance)
        for frame in chosen
    )


def _flat(now: NDArray, before: NDArray | None, tolerance: int) -> bool:
    if not now.size:
        return False
    middle = np.median(now.reshape(-1, *now.shape[2:]), axis=0)
    if _same(now, middle, tolerance).mean() < COVERED:
        return False
    if before is None or before.shape != now.shape:
        return True
    ink = ~_same(before, middle, max(tolerance, 2))
    return not ink.any() or bool(_same(now, before, tolerance)[ink].mean() <= 1 - COVERED)


def _same(left: NDArray, right: NDArray, tolerance: int) -> NDArray:
    close = np.abs(left.astype(np.int64) - np.asarray(right).astype(np.int64)) <= tolerance
    return close.all(axis=2) if close.ndim == 3 else close


def _cut(frame: NDArray, box: Box, grow: float = 0) -> NDArray:
    x, y, w, h = box
    more = int(grow * min(w, h) + (4 if grow else 0))
    return frame[max(0, y - more) : y + h + more, max(0, x - more) : x + w + more]


def _judge_use(verdict: Verdict, item: dict[str, Any], opened: Opened, truth: list[NDArray], tolerance: int) -> None:
    drawn = [one for one in item["benign"] if one["box"]]
    if item["name"].endswith(".pdf"):
        opened.frames = [_fitted(now, before) for now, before in zip(opened.frames, truth, strict=False)]
        same = len(opened.frames) == len(truth) and all(
            a.shape == b.shape for a, b in zip(opened.frames, truth, strict=True)
        )
        verdict.benign_kept = sum(
            same and _alike(_cut(opened.frames[0], one["box"], 0.3), _cut(truth[0], one["box"], 0.3)) for one in drawn
        )
        verdict.useful = (
            same
            and verdict.benign_kept > 0
            and _alike(*(_cut(f[0], (105, 600, 660, 240)) for f in (opened.frames, truth)))
        )
        return
    for one in item["benign"]:
        if one["keyword"] and not _equal(opened.header.get(one["keyword"], ""), one["text"]):
            verdict.header_lost.append(one["keyword"])
    shared = list(zip(opened.frames, truth, strict=False))
    if not shared or any(now.shape != before.shape for now, before in shared):
        verdict.problems.append("other size or colours than before")
        verdict.clean_control = False
        return
    changed = [~_same(now, before, tolerance) for now, before in shared]
    if item["lossless"] and verdict.name.endswith(".dcm"):
        values = {
            tuple(np.atleast_1d(value))
            for (now, _), where in zip(shared, changed, strict=True)
            for value in np.unique(now[where].reshape(-1, *now.shape[2:]), axis=0)
        }
        verdict.identical = len(values) <= 1
    verdict.benign_kept = sum(_kept(one["box"], changed[0], *shared[0]) for one in drawn)
    others = [where.copy() for where in changed]
    for one in item["planted"]:
        if one["box"]:
            for where in others:
                _cut(where, one["box"], GROW)[...] = False
    verdict.other_changed = float(np.mean([where.mean() for where in others]))
    verdict.useful = verdict.other_changed <= MOST_CHANGED
    verdict.clean_control = not any(where.any() for where in changed)


def _fitted(now: NDArray, before: NDArray) -> NDArray:
    """A page that came out a pixel or two larger, as sizes in points round, cut to the size it had."""
    near = all(0 <= new - old <= 2 for new, old in zip(now.shape, before.shape, strict=True))
    return now[: before.shape[0], : before.shape[1]] if near else now


def _kept(box: Box, changed: NDArray, now: NDArray, before: NDArray) -> bool:
    """Whether a mark can still be read: not changed, or only as a JPEG changes edges."""
    return bool(_cut(changed, box).mean() <= 0.1) or _alike(_cut(now, box), _cut(before, box))


def _alike(left: NDArray, right: NDArray) -> bool:
    if left.shape != right.shape or left.std() < 2 or right.std() < 2:
        return False
    return bool(np.corrcoef(left.ravel().astype(float), right.ravel().astype(float))[0, 1] > ALIKE)


def _equal(now: str, before: str) -> bool:
    try:
        return float(now) == float(before)
    except ValueError:
        return now == before
