from engine.loading.spelling import hint

MANY = [f"word{number}" for number in range(20)]


def test_the_nearest_word_is_asked_for() -> None:
    assert hint("panell", ["chair", "panel"]) == "did you mean `panel`?"


def test_capitals_do_not_hide_the_nearest_word() -> None:
    assert hint("TASER", ["taser", "use_of_force"]) == "did you mean `taser`?"
    assert hint("SENOIR", ["SENIOR"]) == "did you mean `SENIOR`?"


def test_few_words_are_listed_in_their_order() -> None:
    assert hint("zzz", ["is", "covers"]) == "write one of `is`, `covers`"
    assert hint("zzz", ["yes"]) == "write `yes`"


def test_many_words_are_not_listed() -> None:
    assert hint("zzz", MANY, "see the list") == "see the list"
    assert hint("zzz", MANY) is None
    assert hint("zzz", [], "make one first") == "make one first"


def test_equally_near_words_give_one_answer_in_any_order() -> None:
    assert hint("worm", ["word", "wort"]) == hint("worm", ["wort", "word"])
