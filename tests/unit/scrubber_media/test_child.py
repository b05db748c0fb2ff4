"""The process that opens hostile files: no network, no writing elsewhere, and a death means held."""

import importlib
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scrubber.media import Box, MediaResult, child, clean_in_child, cli, weights
from scrubber.media.confining import confine
from tests.unit.scrubber_media.picture_files import png_with_text, saved, texture


def in_confinement(folder: Path, act: Callable[[], object]) -> str:
    """What `act` came to in a confined fork: "done" or the name of the error."""
    ours, theirs = os.pipe()
    fork = os.fork()
    if fork == 0:
        try:
            confine(folder)
            act()
            os.write(theirs, b"done")
        except BaseException as error:
            os.write(theirs, type(error).__name__.encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as answers:
        said = answers.read().decode()
    os.waitpid(fork, 0)
    return said


def test_it_cannot_open_a_socket(tmp_path):
    assert in_confinement(tmp_path, lambda: socket.socket()) == "Forbidden"


def test_it_writes_in_its_own_folder_only(tmp_path):
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    assert in_confinement(own, lambda: (own / "a").write_text("x")) == "done"
    assert in_confinement(own, lambda: (other / "a").write_text("x")) in {"Forbidden", "PermissionError"}
    assert in_confinement(own, lambda: (own / "a").rename(other / "a")) in {"Forbidden", "PermissionError", "OSError"}


def test_it_cannot_start_another_program(tmp_path):
    assert in_confinement(tmp_path, lambda: os.system("true")) == "Forbidden"


def test_a_module_imported_for_the_first_time_is_loaded_though_it_cannot_be_kept_compiled(tmp_path, monkeypatch):
    """As on a fresh machine, where no module has been compiled yet."""
    own, library = tmp_path / "own", tmp_path / "library"
    own.mkdir()
    library.mkdir()
    (library / "never_imported_before.py").write_text("answer = 42\n")
    monkeypatch.syspath_prepend(library)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert in_confinement(own, lambda: importlib.import_module("never_imported_before")) == "done"


def test_it_cannot_use_more_memory_than_allowed(tmp_path):
    assert in_confinement(tmp_path, lambda: bytearray(2 * 1024**3)) == "MemoryError"


def test_a_picture_goes_through_it_whole_and_offline(tmp_path):
    (tmp_path / "upload").write_bytes(saved(texture(), "PNG"))
    out = tmp_path / "out"
    out.mkdir()
    result = clean_in_child(tmp_path / "upload", out, extra_boxes=[Box(2, 3, 10, 8)])
    assert result.outcome == "cleaned", result
    assert result.masks == (Box(2, 3, 10, 8),)
    assert "hook" in result.report["confined"]
    assert [path.parent for path in result.files] == [out]


def test_after_a_folder_no_process_stays_and_its_cost_is_counted(tmp_path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.png").write_bytes(saved(texture(), "PNG"))
    cli.main([str(tmp_path / "in"), str(tmp_path / "out")])
    assert (tmp_path / "out" / "x.png").exists()
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before > 0.1


@pytest.mark.parametrize("answer", [None, {"died": "SIGKILL"}])
def test_a_child_that_dies_means_held(answer, tmp_path, monkeypatch):
    monkeypatch.setattr(child.WarmProcess, "ask", lambda self, order: answer)
    result = clean_in_child(tmp_path / "upload", tmp_path)
    assert (result.outcome, result.files) == ("held", ())
    assert result.reasons == (child.OVERSPENT,)


def test_an_answer_cannot_point_outside_the_folder_of_the_job(tmp_path, monkeypatch):
    answer = {"outcome": "cleaned", "files": ["../../etc/passwd"], "masks": [], "reasons": []}
    monkeypatch.setattr(child.WarmProcess, "ask", lambda self, order: answer)
    result: MediaResult = clean_in_child(tmp_path / "upload", tmp_path)
    assert result.files == (tmp_path / "passwd",)


def test_a_model_that_is_not_the_pinned_one_is_not_used(tmp_path):
    swapped = tmp_path / "centerface.onnx"
    swapped.write_bytes(b"another model")
    with pytest.raises(weights.WrongWeights):
        weights.pinned(swapped)
    with pytest.raises(weights.WrongWeights):
        weights.pinned(tmp_path / "PP-OCRv6_det_small.onnx")


def test_a_fork_of_the_loaded_process_has_nothing_left_to_import(tmp_path):
    """In a process of its own: this one has imported everything long ago."""
    (tmp_path / "a.png").write_bytes(png_with_text())
    (tmp_path / "b.gif").write_bytes(saved(texture(), "GIF"))
    script = (
        "import sys; from pathlib import Path; from scrubber.media import ready; ready.load_all(); before = set(sys.modules)\n"
        "from scrubber.media.cleaning import clean_file\n"
        f"for name in ('a.png', 'b.gif'): clean_file(Path({str(tmp_path)!r}, name), Path({str(tmp_path)!r}))\n"
        "print(sorted(set(sys.modules) - before - {'scrubber.media.cleaning'}))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
