"""An entry as the JSON that the command line and HTTP hand out."""

import pytest

from assistant.register.wire import entry_json
from index.library import Library


@pytest.mark.parametrize(
    ("printed", "vote"),
    [
        ("2 for with 1 abstention", "2-0-1"),
        ("9 for, 5 against", "9-5"),
        ("3 against, 6 for and 1 abstention", "6-3-1"),
    ],
)
def test_a_votes_counts_stand_in_the_order_of_the_sides(tmp_path, printed, vote):
    (tmp_path / "minutes.txt").write_text(
        "WENDLE COUNCIL\n\nMinutes of the Council held on 9 January 2025\n\n3. Trees\n\nIt was "
        "proposed by Cllr Ash and seconded by Cllr Birch that the grant be accepted. On being put "
        f"to the vote this was agreed, {printed}.",
        encoding="utf-8",
    )
    with Library.open(tmp_path / "library") as library:
        library.add([tmp_path / "minutes.txt"])
        (found,) = library.register(("public",), kinds=("decision",))
        assert entry_json(found)["vote"] == vote
