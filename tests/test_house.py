"""The house stands as drawn: its rooms and public names, and what no file of it may hold."""

import ast
import importlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("corpus", "index", "assistant")
SMELL = 400  # lines; a file this long is two files

NO_NAMES = {"Views"}  # what the papers print after the word Councillor and is no name

PUBLIC = {
    "corpus.paper": "Paper Metadata Block Reading",
    "corpus.read": "read",
    "corpus.sample": "papers_folder questions_file",
    "corpus.errors": "CorpusError ReadError PasswordError ManifestError",
    "index.library": "Library FileReport Finding Status PaperRecord",
    "index.passages": "Passage passages_of",
    "index.search": "Hit Scope search",
    "index.encoder": "Encoder",
    "index.errors": "IndexingError LibraryError NewerLibraryError ReadOnlyError BusyError",
    "assistant.answer": "Answer Citation Statement Searched",
    "assistant.assistant": "ask",
    "assistant.evaluation.asking": "evaluate",
    "assistant.serving": "serve build HOST PORT",
    "assistant.errors": "AssistantError QuestionError NothingToAdd ServingError",
    "assistant.cli": "main",
    "assistant.api": "create_app",
    "assistant.pages": "mount",
}


def shipped():
    """Every file of the working tree that git keeps or would keep, but for those just deleted."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-coz", "--exclude-standard"],
            cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        ).stdout  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: what belongs to the project is not known")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def texts():
    """What people wrote: path from the root to text, without the sample papers made from it."""
    kinds = {".py", ".toml", ".md", ".txt", ".css", ".jsonl", ".json", ".sql", ".js", ".sh", ""}
    files = [path for path in shipped() if path.suffix in kinds]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def modules():
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("module", PUBLIC)
def test_the_public_names_are_there(module):
    found = importlib.import_module(module)
    assert [name for name in PUBLIC[module].split() if not hasattr(found, name)] == []


@pytest.mark.parametrize("path", [*modules(), ROOT / "app.py"], ids=lambda p: p.name)
def test_a_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_file_of_code_is_long(texts):
    lines = {name: text.count("\n") for name, text in texts.items() if name.endswith(".py")}
    assert {name: count for name, count in lines.items() if count >= SMELL} == {}


def test_no_path_of_a_machine_is_written_down(texts):
    roots = "|".join(("work", "home", "root", "Users", "opt", "mnt"))
    path = re.compile(rf"(?<![\w.<:/~)])/(?:{roots})/\w+|\b[A-Z]:\\\\?(?:Users|work)")
    found = {name: path.findall(text) for name, text in texts.items() if path.search(text)}
    assert found == {}


def test_no_package_index_is_named(texts):
    words = ("py" + "pi", "python" + "hosted", "index-" + "url", "find-" + "links")
    named = {
        name: word for name, text in texts.items() for word in words if word in text.lower()
        and not (word == "py" + "pi" and re.search(r"py" + r"pi(?:um|d)", text.lower()))
    }  # fmt: skip
    assert named == {}


def test_constraints_are_names_and_exact_versions_only(texts):
    lines = [line for line in texts["constraints.txt"].splitlines() if not line.startswith("#")]
    assert lines and all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line) for line in lines)
    assert "torch==2.13.0" in lines


def test_every_dependency_has_its_exact_version(texts):
    project = tomllib.loads(texts["pyproject.toml"])["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    pinned = {plain(line.partition("==")[0]) for line in texts["constraints.txt"].splitlines()}
    assert [name for name in wanted if plain(re.split("[<>=]", name)[0]) not in pinned] == []


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_is_not_code_travels_with_the_rooms():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    data = settings["tool"]["setuptools"]["package-data"]
    carried = {
        path for package, patterns in data.items() for pattern in patterns
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }  # fmt: skip
    rooms = [ROOT / room for room in ROOMS]
    beside = {path for path in shipped() if path.suffix != ".py" and set(rooms) & {*path.parents}}
    assert beside <= carried


def test_nobody_of_the_shared_papers_is_named_in_the_code(shared, texts):
    """Rules made for one council's papers would be worth nothing to another's."""
    files = sorted((shared / "papers" / "text").glob("*.txt"))
    councils = {path.name.partition("-")[0].title() for path in files}
    councils |= {path.name.title() for path in (shared / "papers" / "pdf").iterdir()}
    papers = " ".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
    people = set(re.findall(r"(?:Councillor|Cllr) (?:[A-Z][a-z]+ )?([A-Z][a-z]{4,})\b", papers))
    assert len(councils) > 2 and len(people) > 2
    names = re.compile(rf"\b(?:{'|'.join((councils | people) - NO_NAMES)})\b")
    code = {name: text for name, text in texts.items() if name.endswith((".py", ".css", ".json"))}
    named = {name: names.findall(text) for name, text in code.items() if names.search(text)}
    assert named == {}


def test_the_sample_questions_are_one_json_object_a_line(texts):
    for line in texts["corpus/sample/questions.jsonl"].splitlines():
        assert {"id", "question", "answerable", "kind"} <= json.loads(line).keys()
