from typing import get_args

from assistant.access import Role, shelves_for


def test_the_public_sees_the_public_shelf_only():
    assert shelves_for("public") == ("public",)


def test_members_and_officers_see_both_shelves():
    assert set(shelves_for("member")) == set(shelves_for("officer")) == {"public", "exempt"}


def test_every_role_sees_what_the_public_sees():
    assert all("public" in shelves_for(role) for role in get_args(Role))
