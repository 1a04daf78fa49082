import pytest

from assistant.asking.wanted import NAME, wanted_in


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What percentage of carers left?", ["percentage"]),
        ("How much did it cost?", ["money"]),
        ("How many carers left, and when?", ["count", "date"]),
        ("What grade was given?", ["grade"]),
        ("By when must it be done?", ["date"]),
        ("Who leads on that?", ["person"]),
        ("Which supplier won?", ["company"]),
        ("What is the total bill?", ["money", "total"]),
        ("What does Green mean?", ["meaning"]),
        ("What did the committee say of parks?", []),
    ],
)
def test_what_a_question_wants(question, names):
    assert [wanted.name for wanted in wanted_in(question)] == names


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Altogether, what is the bill?", "TOTAL\t£1,471"),
        ("What percentage left?", "27% left."), ("What percentage left?", "27 per cent left."),
        ("What did it cost?", "It cost £3.2m."), ("What did it cost?", "It came to 1,471."),
        ("What did it cost?", "Fostering\t310\t290"),
        ("How many left?", "Nine left."), ("How many left?", "There were 41 leavers."),
        ("How often do they meet?", "They meet fortnightly."),
        ("What grade was given?", "It requires improvement to be good."),
        ("When is it due?", "It is due by 31 March 2024."), ("When is it due?", "Within ten days."),
        ("When is it due?", "In the autumn."),
        ("Who leads on that?", "It is led by Ruth Kelling."), ("Who leads?", "The Director."),
        ("Which supplier won?", "It was awarded to Hartwell."),
        ("Which company won?", "Oakfield Systems tendered."),
        ("What does Green mean?", "Green means on target."),
    ],
)  # fmt: skip
def test_words_that_hold_the_thing(question, text):
    assert all(wanted.holds(text, question) for wanted in wanted_in(question))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What percentage left?", "Twelve of them left."), ("What did it cost?", "It cost a lot."),
        ("How many left?", "Several left."), ("How many left?", "See paragraph a3/4."),
        ("What grade was given?", "They gave their view."), ("When is it due?", "It is due soon."),
        ("Who leads on that?", "It is going well."), ("Which supplier won?", "It was awarded."),
        ("What does Green mean?", "Green, amber, red."),
    ],
)  # fmt: skip
def test_words_that_do_not(question, text):
    assert not any(wanted.holds(text, question) for wanted in wanted_in(question))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many left of the 30?", "The 30 were asked."),
        ("When in 2012 was it?", "That was in 2012."),
        ("Who is Ruth Kelling?", "Ruth Kelling came."),
        ("What did the £5m save cost?", "Of £5m there was talk."),
    ],
)
def test_what_the_question_says_itself_is_not_found(question, text):
    assert not any(wanted.holds(text, question) for wanted in wanted_in(question))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("led by Ruth Kelling, who", "Ruth Kelling"), ("Pat O'Brien leads", "Pat O'Brien"),
        ("Dr J. R. Ash and", "Dr J. R. Ash"), ("Dr J.R. Ash", "Dr J.R. Ash"),
        ("of Siân Évans.", "Siân Évans"), ("Jean-Luc McDonald left", "Jean-Luc McDonald"),
        ("Ada B Weir", "Ada B Weir"), ("Ann D’Arcy-Ŵyn", "Ann D’Arcy-Ŵyn"),
    ],
)  # fmt: skip
def test_a_name_is_found_whole(text, name):
    assert NAME.findall(text) == [name]


@pytest.mark.parametrize("text", ["The NHS Trust", "It is B. The cost", "A Plan", "in 2012 May"])
def test_what_is_no_name_is_not_found(text):
    assert NAME.findall(text) == []
