"""`matters models`: which models a library uses, and changing them."""

import json
import shutil

import pytest

from tests.index.library_fakes import tiny_cross_encoder, tiny_model


@pytest.fixture
def folder(sample_folder, tmp_path):
    return shutil.copytree(sample_folder, tmp_path / "library")


def test_it_shows_the_models_that_ship(matters):
    status, out, _ = matters("models", "--json")
    told = json.loads(out)
    assert status == 0
    assert told["encoder"].startswith("matters-encoder@")
    assert told["reader"].startswith("matters-reader@")


def test_models_of_ones_own_are_used_and_given_up_again(matters, folder, tmp_path):
    encoder, reader = tiny_model(tmp_path), tiny_cross_encoder_in(tmp_path / "reader")
    words = ("models", "--encoder", encoder, "--reader", reader, "--library", folder)
    status, out, _ = matters(*words)
    assert status == 0 and "tiny@" in out and "cross@" in out
    assert matters("search", "supervision", "--library", folder)[0] == 0
    status, out, _ = matters(
        "models", "--encoder", "default", "--reader", "none", "--library", folder
    )
    assert status == 0 and "matters-encoder@" in out and "none" in out
    assert matters("ask", "How many carers left?", "--library", folder)[0] in (0, 1)


def tiny_cross_encoder_in(folder):
    folder.mkdir()
    return tiny_cross_encoder(folder)


def test_a_model_that_cannot_be_had_is_one_sentence(matters, folder, tmp_path):
    (tmp_path / "empty").mkdir()
    status, _, told = matters("models", "--encoder", tmp_path / "empty", "--library", folder)
    assert status == 2 and told.count("\n") == 1 and "cannot be loaded" in told
