"""House rules told from business that uses their words."""

from __future__ import annotations

import pytest

from corpus.prose.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "text",
    [
        "This meeting may be filmed and webcast.",
        "Please switch off your mobile phone.",
        "In an emergency leave by the nearest exit; do not use the lifts.",
        "If the fire alarm sounds you must leave the building.",
        "Wi-Fi is available throughout the building.",
        "Members must declare any disclosable pecuniary interest.",
        "A hearing loop is fitted in the chamber.",
        "Filming by members of the public should be quiet.",
        "Enter the password to join the Wi-Fi network.",
        "Council meetings will be webcast.",
        "The press and public may be filmed as they speak.",
        "The assembly point is in front of the Civic Centre.",
    ],
)
def test_what_people_in_the_room_are_told_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "The fire alarm contract will be retendered in May.",
        "Councillor Ash asked whether the webcast should be kept.",
        "Mr Ash spoke of filming at the station, which should bring visitors.",
        "Residents were evacuated from the flats on 4 May.",
        "Capital of £40,000 will be spent on Wi-Fi in libraries.",
        "Councillor Ash declared a disclosable pecuniary interest as you would expect.",
        "PRESENT: Mr Ash. The meeting may be filmed.",
        "The Council will be rolling out free wi-fi across the town centre.",
        "The fire alarm system at Elm Court must be upgraded following the inspection.",
        "Residents should be given evacuation plans under the new building safety law.",
        "Every pupil should have wi-fi at home.",
        "A hearing loop should be fitted at Mere Library.",
        "The fire exit at Elm Court was blocked.",
        "Pupils gathered at the assembly point within two minutes.",
    ],
)
def test_business_is_no_boilerplate(text: str) -> None:
    assert not is_boilerplate(text)
