from pathlib import Path

import pytest

from benchmarks.peers import __main__ as peers


@pytest.mark.parametrize("peer", peers.PEERS)
def test_every_peer_has_its_script(peer):
    assert (Path(peers.__file__).parent / f"with_{peer}.py").is_file()


@pytest.mark.parametrize("peer", peers.PEERS)
def test_a_peer_is_named_with_its_version(peer):
    assert "==" in peers.PEERS[peer][0] and "==" in peers.TORCH


def test_an_environment_once_made_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(peers, "CACHE", tmp_path)
    (tmp_path / "txtai").mkdir()
    (tmp_path / "txtai" / ".installed").touch()
    assert tmp_path / "txtai" in peers.environment("txtai").parents


def test_what_a_peer_finds_comes_back_question_by_question(tmp_path, monkeypatch):
    """A stand-in for the peer's script: it hands each question's first paper back."""
    monkeypatch.setattr(peers, "CACHE", tmp_path)
    monkeypatch.setattr(peers, "__file__", str(tmp_path / "__main__.py"))
    (tmp_path / "with_echo.py").write_text(
        "import json, sys\njob = json.load(open(sys.argv[1]))\n"
        "json.dump([job['papers'] for _ in job['questions']], open(sys.argv[2], 'w'))\n"
    )
    found = peers.answers(Path(peers.sys.executable), "echo", Asked())
    assert found == [[{"document": "a", "text": "b"}]] * 2


class Asked:
    """A set of two questions over one paper."""

    def papers(self):
        return [{"document": "a", "text": "b"}]

    def asked(self):
        return ["Why?", "Who?"]
