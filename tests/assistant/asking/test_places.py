import pytest

from assistant.asking.places import like_a_place, mistyped, named_places, nearest
from assistant.assistant import ask
from tests.index.small_papers import library_of, paper


@pytest.mark.parametrize(
    ("asked", "place"),
    [("Harrow", "Harlow"), ("Merton", "Melton"), ("Bolton", "Boston"), ("harrow", "Harlow")],
)
def test_a_neighbour_council_is_not_another(asked, place):
    assert named_places(f"What did {asked} decide on libraries?", [place]) == {}
    assert like_a_place(f"what did {asked} decide on libraries?", [place]) == (asked,)
    assert nearest(asked, ["Anytown", place]) == place


@pytest.mark.parametrize(
    ("asked", "place"),
    [("Merowick", "Merrowick"), ("merowick", "Merrowick"), ("Merrowikc", "Merrowick"),
     ("Wetthermere", "Wethermere"), ("wethemere", "Wethermere")],
)  # fmt: skip
def test_a_slip_of_the_hand_is_read_as_the_council(asked, place):
    assert mistyped(named_places(f"How many are in {asked}?", [place])) == {asked: place}


def test_a_name_as_printed_comes_before_one_like_it():
    assert named_places("What did Barnet do?", ["Barnett", "Barnet"]) == {"Barnet": "Barnet"}
    assert mistyped({"Kings-Mere": "Kings-Mere", "anytown": "Anytown"}) == {}


SMALL = frozenset({"reading", "sale", "bury", "deal"})


@pytest.mark.parametrize(
    "question",
    [
        "What progress was made on reading and writing at Key Stage 2?",
        "Reading and writing at Key Stage 2: what progress?",
        "why bury the cables and what of the sale of land?",
        "what progress in phonics, reading and writing?",
        "how do you make stock in a stockpot on sale?",
    ],
)
def test_a_word_is_no_place(question):
    assert named_places(question, ["Reading", "Bury", "Sale", "Stockport"], SMALL) == {}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What progress did Reading make on reading?", "Reading"),
        ("what progress was made in reading?", "Reading"),
        ("what is reading's plan?", "Reading"),
        ("what will reading borough council do?", "Reading"),
        ("Reading's plan for Key Stage 2?", "Reading"),
        ("what did ashmarsh say", "Ashmarsh"),
        ("ashmarsh libraries: which close?", "Ashmarsh"),
        ("WHAT DID ASHMARSH SAY?", "Ashmarsh"),
    ],
)
def test_a_place_is_named_with_a_capital_or_a_sign(question, place):
    assert list(named_places(question, ["Reading", "Ashmarsh"], SMALL)) == [place]


def test_a_word_in_small_letters_among_capitals_is_no_place_unless_it_is_no_other_word():
    assert named_places("Was it Ofsted that told bury?", ["Bury"]) == {}
    assert named_places("Was it Ofsted that told wendle?", ["Wendle"], SMALL) != {}


@pytest.fixture
def merrowick(tmp_path):
    text = (
        "1.1 The Council is to close three libraries in Merrowick Road next year.\n\n"
        "## Recommendations\n\n1. That the Council closes three libraries next year.\n\n"
        "2. That the Council sells three libraries next year."
    )
    council = "Merrowick Borough Council"
    with library_of(tmp_path, paper("plan", text, council=council)) as library:
        yield library


@pytest.mark.parametrize(
    "question",
    [
        "How many libraries will Merrawick close?",
        "how many libraries will merrawick close?",
        "Merrawick libraries: how many will close?",
        "How many recommendations are made to Merrawick?",
    ],
)
def test_another_council_is_refused_and_the_nearest_name_told(merrowick, question):
    answer = ask(merrowick, question)
    assert not answer.answered
    assert "errawick. The nearest council's name is Merrowick." in answer.text


def test_what_was_read_as_a_name_is_said(merrowick):
    answer = ask(merrowick, "How many libraries will Merowick close?")
    assert answer.text.startswith("“Merowick” is read as Merrowick.")
    assert "read as" not in ask(merrowick, "How many libraries will Merrowick close?").text
    refused = ask(merrowick, "Should we trust Merowick?").text
    assert refused.startswith("“Merowick” is read as Merrowick. That asks for an opinion")
