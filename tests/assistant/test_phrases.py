from assistant.phrases import counted, why


def test_the_reason_alone_does_not_repeat_the_file_name():
    assert why("a.pdf", "refused", "a.pdf was refused: it is empty.") == "it is empty."
    assert why("a.pdf", "refused", "another sentence") == "another sentence"


def test_a_file_that_is_another_s_double_is_said_to_be_so_after_its_name():
    told = why(
        "b.pdf", "refused", "b.pdf is the same file as a.pdf, which was refused: it is empty."
    )
    assert told == "the same file as a.pdf, which was refused: it is empty."


def test_one_thing_is_counted_in_the_singular():
    assert (counted(1, "passage"), counted(0, "page")) == ("1 passage", "0 pages")
