from __future__ import annotations

from chat.shown_assessment import shown_assessment
from invented import assessment


def test_the_card_is_given_what_the_lines_of_a_comment_and_a_strength_do_not_support() -> None:
    one = assessment()
    rating = one.ratings[1].model_copy(update={"unsupported": ("40",)})
    strength = one.strengths[0].model_copy(update={"unsupported": ("in 2031",)})
    ratings = (one.ratings[0], rating, *one.ratings[2:])
    shown = shown_assessment(one.model_copy(update={"ratings": ratings, "strengths": (strength,)}))

    assert [(r["requirement"], tuple(r["unsupported"])) for r in shown["ratings"]] == [
        ("R1", ()),
        ("R2", ("40",)),
        ("R3", ()),
    ]
    assert [tuple(s["unsupported"]) for s in shown["strengths"]] == [("in 2031",)]


def test_must_haves_come_first() -> None:
    one = assessment()
    turned = one.model_copy(update={"ratings": tuple(reversed(one.ratings))})

    assert [rating["necessity"] for rating in shown_assessment(turned)["ratings"]] == ["must", "must", "nice"]
