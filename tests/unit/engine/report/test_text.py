"""Plain text: what each block looks like, and that no line is too wide and no word lost."""

from hypothesis import given
from hypothesis import strategies as st

from engine.report.report import Block, Heading, Item, Listing, Paragraph, Report, Table
from engine.report.text import WIDTH, text

words = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=90)
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)
items = st.recursive(
    st.builds(Item, sentences),
    lambda below: st.builds(Item, sentences, st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 6))
    row = st.tuples(*[sentences | st.just("")] * columns)
    heads = st.tuples(*[st.text("abc", min_size=1, max_size=9)] * columns)
    return Table(draw(heads), tuple(draw(st.lists(row, max_size=4))))


blocks = st.one_of(
    st.builds(Heading, st.integers(1, 3), sentences),
    st.builds(Paragraph, sentences),
    st.builds(Listing, st.lists(items, min_size=1, max_size=3).map(tuple)),
    tables(),
)


def one(block: Block) -> str:
    return text(Report((block,)))


def said_in(block: Block) -> str:
    match block:
        case Heading(_, words) | Paragraph(words):
            return words
        case Table(columns, rows):
            return "".join(cell for row in (columns, *rows) for cell in row)
        case Listing(items):
            return "".join(item.text + said_in(Listing(item.items)) for item in items)


@given(st.lists(blocks, min_size=1, max_size=4).map(tuple))
def test_no_line_is_too_wide_and_none_ends_in_blanks(drawn: tuple[Block, ...]) -> None:
    page = text(Report(drawn))
    assert page.endswith("\n")
    assert not page.endswith("\n\n")
    assert [line for line in page.splitlines() if len(line) > WIDTH or line != line.rstrip()] == []


@given(blocks)
def test_no_letter_is_lost(block: Block) -> None:
    """Letters are counted, because a cell that is wrapped does not stand in one piece."""
    printed = [letter for letter in one(block) if letter.isalnum()]
    assert sorted(printed) == sorted(letter for letter in said_in(block) if letter.isalnum())


def test_headings_are_underlined_down_to_the_second_rank() -> None:
    assert one(Heading(1, "A page")) == "A page\n======\n"
    assert one(Heading(2, "A part")) == "A part\n------\n"
    assert one(Heading(3, "A point")) == "A point\n"
    long = "word " * 20
    assert one(Heading(1, long)).splitlines()[-1] == "=" * 79


def test_blocks_are_a_line_apart() -> None:
    assert text(Report((Heading(3, "A"), Paragraph("B"), Paragraph("C")))) == "A\n\nB\n\nC\n"


def test_points_below_points_are_indented_and_so_are_their_further_lines() -> None:
    long = "word " * 16
    listing = Listing((Item("one", (Item(long, (Item("three"),)),)), Item("four")))
    assert one(listing).splitlines() == [
        "- one",
        f"  - {'word ' * 15}".rstrip(),
        "    word",
        "    - three",
        "- four",
    ]


def test_words_with_hyphens_stay_whole() -> None:
    assert one(Paragraph("x" * 75 + " well-known")).splitlines() == ["x" * 75, "well-known"]


def test_a_table_that_fits_is_as_wide_as_its_cells() -> None:
    table = Table(("id", "title"), (("1", "one"), ("2", "")))
    assert one(table).splitlines() == ["id  title", "--  -----", "1   one", "2"]


def test_the_widest_column_gives_way() -> None:
    table = Table(("id", "title"), (("1", "word " * 30), ("2", "next")))
    lines = one(table).splitlines()
    assert lines[1] == f"--  {'-' * 76}"
    assert lines[2].startswith("1   word word")
    assert lines[3].startswith("    ")
    assert lines[-1] == "2   next"
