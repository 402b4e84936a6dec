"""Marks may nest and cross; cutting them loses nothing of the text and nothing of the marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.present.marks import Mark, cut, spread

TEXT = "Ada Holm, head of the weir board, said the weir will hold."
spans = st.tuples(st.integers(-5, 70), st.integers(-5, 70))
marks = st.lists(st.builds(Mark, spans, st.integers()), max_size=12)


@given(st.tuples(st.integers(0, 58), st.integers(0, 58)), marks)
def test_pieces_tile_the_stretch(stretch: tuple[int, int], given_marks: list[Mark[int]]) -> None:
    """Joined again, the pieces are the text, whatever the marks are."""
    pieces = cut(stretch, given_marks)
    assert "".join(TEXT[piece.span[0] : piece.span[1]] for piece in pieces) == TEXT[stretch[0] : stretch[1]]
    assert all(piece.span[0] < piece.span[1] for piece in pieces)


@given(marks)
def test_every_character_bears_its_marks(given_marks: list[Mark[int]]) -> None:
    """A character is under exactly those marks whose span holds it."""
    for piece in cut((0, len(TEXT)), given_marks):
        for place in range(*piece.span):
            held = [mark for mark in given_marks if mark.span[0] <= place < mark.span[1]]
            assert sorted(map(id, piece.marks)) == sorted(map(id, held))


@given(marks)
def test_a_mark_ends_once(given_marks: list[Mark[int]]) -> None:
    """What is hung to the end of a mark appears once, and only where the mark ends inside the stretch."""
    ends = [id(mark) for piece in cut((0, len(TEXT)), given_marks) for mark in piece.ending]
    inside = [mark for mark in given_marks if max(0, mark.span[0]) < mark.span[1] <= len(TEXT)]
    assert sorted(ends) == sorted(map(id, inside))


def test_the_closest_mark_comes_last() -> None:
    """Of a name inside a longer description, the name wins."""
    office, place = Mark((11, 32), "office"), Mark((22, 26), "place")
    pieces = cut((0, len(TEXT)), [place, office])
    inner = next(piece for piece in pieces if piece.span == (22, 26))
    assert [mark.value for mark in inner.marks] == ["office", "place"]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), marks)
def test_marks_reach_the_stretches_they_touch(lengths: list[int], given_marks: list[Mark[int]]) -> None:
    """Sorting marks into sentences finds the same as looking at each sentence."""
    stretches, start = [], 0
    for number, length in enumerate(lengths):
        stretches.append((start, start + length))
        start += length + number % 2
    for stretch, near in zip(stretches, spread(stretches, given_marks), strict=True):
        held = [mark for mark in given_marks if mark.span[0] < stretch[1] and stretch[0] < mark.span[1]]
        assert sorted(map(id, near)) == sorted(map(id, [one for one in held if one.span[0] < one.span[1]]))
