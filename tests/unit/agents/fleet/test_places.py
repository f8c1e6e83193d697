"""Addresses: keys in them are refused, whatever they look like, and repeated nowhere."""

from __future__ import annotations

import pytest

from agents.fleet.places import Place, without_keys
from records.errors import KeysInAddress, PlaceUnusable


@pytest.mark.parametrize(
    "address",
    [
        "s3://KEY:guarded@bucket/resumes",
        "s3://KEY:guarded/with+slash@bucket/resumes",
        "s3://bucket/resumes?access_key=KEY&secret_key=guarded",
        "s3://bucket/resumes?scheme=http&endpoint_override=http://KEY:guarded@host:1",
        "abfs://container@account.example/resumes?client_secret=guarded",
    ],
)
def test_keys_in_an_address_are_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(KeysInAddress) as refused:
        Place(address)

    for language in ("zh", "en"):
        assert "guarded" not in refused.value.message(language)
        assert "resumes" in refused.value.message(language)


def test_what_cannot_be_read_as_an_address_is_told_too() -> None:
    with pytest.raises(PlaceUnusable):
        Place("s3://[abc")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("s3://bucket/resumes?endpoint_override=localhost:9000&scheme=http", "s3://bucket/resumes"),
        ("hdfs://user@host:8020/a@b", "hdfs://host:8020/a@b"),
        ("/home/anyone/a@b?c", "/home/anyone/a@b?c"),
    ],
)
def test_a_place_is_told_without_what_may_be_a_key(address: str, place: str) -> None:
    assert without_keys(address) == place
