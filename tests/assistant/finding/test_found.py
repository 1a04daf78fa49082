from assistant.finding.found import within
from index.search import Scope


def test_a_part_of_a_question_stays_within_what_the_person_allows():
    part = Scope(kinds=("report", "appendix"), since="2023-01-01", councils=("Anytown",))
    assert within(part, Scope()).kinds == ("report", "appendix")
    limited = within(
        part, Scope(kinds=("report", "minutes"), since="2024-01-01", until="2024-12-31")
    )
    assert limited.kinds == ("report",)
    assert (limited.since, limited.until) == ("2024-01-01", "2024-12-31")
    assert limited.councils == ("Anytown",)
    assert within(Scope(), Scope(kinds=("minutes",))).kinds == ("minutes",)
