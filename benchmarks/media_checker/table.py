"""Prints the figures of a run."""

from dataclasses import dataclass

from benchmarks.media_checker.judging import Verdict

Rows = list[tuple[str, str, str]]


def details(verdicts: list[Verdict]) -> str:
    """One line for everything that is not as it should be."""
    lines = []
    for one in verdicts:
        lines += [f"LEFT     {one.name}: {leak}" for leak in one.leaks]
        lines += [f"PROBLEM  {one.name}: {problem}" for problem in one.problems]
        if one.group == "hostile" and one.outcome in {"cleaned", "missing"}:
            lines.append(f"HOSTILE  {one.name}: {one.outcome}")
        if one.group in {"image", "pdf", "control"} and one.outcome != "cleaned":
            lines.append(f"UNUSABLE {one.name}: {one.outcome}")
        elif one.group in {"image", "pdf"} and not one.useful:
            lines.append(f"UNUSABLE {one.name}: {(one.other_changed or 0):.1%} of other pixels changed")
        if one.group == "control" and one.outcome == "cleaned" and not one.clean_control:
            lines.append(f"CHANGED  {one.name}")
        if one.outcome == "cleaned" and one.benign_kept < one.benign:
            lines.append(f"LOST     {one.name}: {one.benign - one.benign_kept} of {one.benign} benign boxes")
        if one.outcome == "cleaned" and one.header_lost:
            lines.append(f"LOST     {one.name}: {', '.join(one.header_lost)}")
        if one.group == "dicom" and one.outcome != "cleaned" and not one.name.startswith("object-"):
            lines.append(f"HELD     {one.name}: {one.outcome}")
        if one.identical is False:
            lines.append(f"ALTERED  {one.name}: stored values outside masks")
    return "\n".join(lines)


@dataclass(frozen=True)
class Costs:
    """Of a run over all files: exit status, computing seconds, peak megabytes; the seconds of 12 megapixels alone; of each file."""

    status: int
    seconds: float
    megabytes: float
    largest: float
    each: list[float]


def _part(values: list[float], part: float) -> float:
    """The value that `part` of `values` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))] if values else 0.0


def table(verdicts: list[Verdict], costs: Costs) -> str:
    """The table of figures, as in docs/media.md."""

    def group(name: str) -> list[Verdict]:
        return [one for one in verdicts if one.group == name]

    def left(name: str) -> str:
        return f"{sum(len(one.leaks) for one in group(name))} of {sum(one.planted for one in group(name))}"

    def useful(name: str) -> str:
        return f"{sum(one.useful for one in group(name))} of {len(group(name))}"

    pictures = [one for one in group("dicom") if not one.name.startswith("object-")]
    cleaned = [one for one in verdicts if one.outcome == "cleaned" and one.group != "hostile"]
    benign = [one for one in group("image") + group("dicom") if one.benign]
    other = [one.other_changed for one in cleaned if one.other_changed is not None]
    exact = [one.identical for one in cleaned if one.identical is not None]
    pixels = sum(one.megapixels for one in verdicts)
    rows: Rows = [
        ("DICOM identifiers left", left("dicom"), "0"),
        ("DICOM pictures cleaned", f"{sum(one.outcome == 'cleaned' for one in pictures)} of {len(pictures)}", ""),
        ("DICOM header values kept", (f"{sum(one.header - len(one.header_lost) for one in pictures if one.outcome == 'cleaned')} of "
                                     f"{sum(one.header for one in pictures if one.outcome == 'cleaned')} (in cleaned files)"), "all"),
        ("DICOM stored values outside masks identical", f"{sum(exact)} of {len(exact)} lossless files", "100 %"),
        ("image identifiers left", left("image"), "≤ 2"),
        ("images useful", useful("image"), "≥ 92 %"),
        ("PDF identifiers left", left("pdf"), "0"),
        ("PDFs useful", useful("pdf"), "17 of 17"),
        ("hard tier left", left("hard"), "≤ 7 %"),
        ("hard tier cleaned / held", (f"{sum(one.outcome == 'cleaned' for one in group('hard'))} / "
                                     f"{sum(one.outcome == 'held' for one in group('hard'))}"), ""),
        ("benign clinical text kept", f"{sum(one.benign_kept for one in benign)} of {sum(one.benign for one in benign)}", "≥ 90 %"),
        ("other pixels changed, mean", f"{sum(other) / max(1, len(other)):.2%}", "≤ 1.0 %"),
        ("clean controls changed or held", f"{sum(not one.clean_control for one in group('control'))} of {len(group('control'))}", "0"),
        ("hostile files accepted", f"{sum(one.outcome == 'cleaned' for one in group('hostile'))} of {len(group('hostile'))}", "0"),
        ("crashes, hangs", f"{sum(one.outcome == 'missing' for one in verdicts) + (costs.status != 0)}", "0"),
        ("computing seconds a megapixel (all kinds)", f"{costs.seconds / max(0.1, pixels):.2f}", "≤ 2"),
        ("computing seconds a file, median and 95 %", f"{_part(costs.each, 0.5):.2f} and {_part(costs.each, 0.95):.2f}", ""),
        ("computing seconds of 12 megapixels", f"{costs.largest:.1f}", "≤ 8"),
        ("peak memory of a child", f"{costs.megabytes:.0f} MB", "≤ 1,500 MB"),
    ]  # fmt: skip
    width = max(len(name) for name, _, _ in rows)
    lines = [f"| {name:{width}} | {value:32} | {must:10} |" for name, value, must in rows]
    return "\n".join(
        [
            f"| {'measure':{width}} | {'measured':32} | {'must':10} |",
            f"| {'-' * width} | {'-' * 32} | {'-' * 10} |",
            *lines,
        ]
    )
