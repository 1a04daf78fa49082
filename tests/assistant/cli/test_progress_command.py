"""`matters progress`: told, refused in a sentence, cited in every line."""

from __future__ import annotations

import json


def test_the_timeline_is_told_meeting_by_meeting(matters) -> None:
    status, out, _ = matters("progress", "action 6B")
    assert status == 0 and out.startswith("Action 6B: Complete life story work")
    at = [out.index(day) for day in ("\n4 July 2023", "\n10 October 2023", "\n12 March 2024",
                                     "\n8 October 2024", "\n17 June 2025")]  # fmt: skip
    assert at == sorted(at)
    assert "! In the plan of 10 October 2023, not in that of 12 March 2024" in out
    assert out.count("“") <= out.count("—") * 2


def test_nothing_that_fits_is_one_sentence(matters) -> None:
    status, out, error = matters("progress", "football")
    assert (status, out) == (1, "")
    assert error.count("\n") == 1 and "30 papers searched fits “football”." in error
    status, out, _ = matters("progress", "football", "--json")
    assert status == 1 and json.loads(out)["found"] is False


def test_a_day_that_is_none_is_bad_usage(matters) -> None:
    assert matters("progress", "action 6B", "--at", "soon")[0] == 2
    assert matters("progress", "?")[0] == 2
