from assistant.address import paper_url, reading_url


def test_an_address_keeps_the_item_of_a_pack():
    assert paper_url("a pack#7", page=4, picture=True) == "/papers/a%20pack%237/pages/4.png"
    assert paper_url("p", quote="£5 & more") == "/papers/p?quote=%C2%A35+%26+more"


def test_an_address_keeps_the_item_of_a_pack_and_leads_to_the_block():
    assert reading_url("a pack#7", block=3) == "/papers/a%20pack%237/reading?block=3#b3"
    assert reading_url("p") == "/papers/p/reading"
