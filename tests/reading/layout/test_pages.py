"""Layouts met on real pages: standfirsts, mail, channels, credits, names of publishers."""

from datetime import date

import pytest

from bot.reading.layout import lay_out
from bot.reading.layout.bylines import byline_names, reporter_in
from bot.reading.layout.credits import credit_names
from bot.reading.layout.furniture import is_furniture, is_menu
from bot.reading.layout.publishers import publisher_of

PROSE = "The ferry left the quay at noon with nine families aboard, and nobody on either bank fired a shot."


def passages(text: str) -> list[str]:
    document = lay_out(text)
    return [document.surface(passage) for passage in document.passages]


def test_byline_below_a_standfirst_is_found() -> None:
    standfirst = "For nine days a town had no water and no bread."
    text = f"The Amsel Review\n\nThe ferry that came back\n\n{standfirst}\n\nBy Mira Odell\n\n{PROSE}"
    assert lay_out(text).catalogue.contributors == ("Mira Odell",)
    assert lay_out(text).catalogue.publisher == "The Amsel Review"
    assert passages(text) == ["The ferry that came back", standfirst, PROSE]


def test_roles_and_places_of_a_byline_are_no_writers() -> None:
    text = f"The ferry that came back home\n\nBy MIRA ODELL, Defence Editor, and TOM LIND in Port Amsel\n\n{PROSE}"
    assert lay_out(text).catalogue.contributors == ("Mira Odell", "Tom Lind")


@pytest.mark.parametrize(
    "line",
    [
        "From Ana Ruiz, Oslo",
        "Author: Ana Ruiz",
        "As told to Ana Ruiz",
        "BY ANA RUIZ",
        "Ana Ruiz in Port Amsel",
        "Words by Ana Ruiz",
    ],
)
def test_bylines_of_many_houses(line: str) -> None:
    text = f"The ferry that came back home\n\n{line}\nThu 14 Mar 2024 17.42 GMT\n\n{PROSE}"
    assert lay_out(text).catalogue.contributors == ("Ana Ruiz",)
    assert lay_out(text).published == date(2024, 3, 14)


def test_agency_after_the_day_with_a_colon_is_a_dateline() -> None:
    catalogue = lay_out(f"AMSEL, Nov 19 (PTI): {PROSE}").catalogue
    assert (catalogue.place, catalogue.publisher) == ("AMSEL", "Press Trust of India")


def test_items_of_a_list_are_not_joined() -> None:
    lines = ["* The ferry left at noon with nine families", "* The harbour master counted them twice"]
    assert passages("\n".join(lines)) == lines


def test_sentence_that_begins_with_by_is_no_byline() -> None:
    text = f"The ferry that came back home\n\nBy Old Harbour Street the queue was long.\n\n{PROSE}"
    assert lay_out(text).catalogue.contributors == ()
    assert "By Old Harbour Street the queue was long." in passages(text)


def test_mail_headers_and_footer_are_left_out_and_date_the_account() -> None:
    text = (
        f"From: list@example.org\nDate: 2031-05-12 21:40\nSubject: Fwd: the ferry\n\n{PROSE}\n\n"
        "-- \nYou received this because you asked for it."
    )
    assert passages(text) == [PROSE]
    assert lay_out(text).published == date(2031, 5, 12)


def test_dialogue_that_looks_like_one_header_stays() -> None:
    text = f"To: the harbour master.\n\n{PROSE}"
    assert passages(text)[0] == "To: the harbour master."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Graphics: Ana Ruiz", ("Ana Ruiz",)),
        ("Additional Reporting: Ana Ruiz, Tom E. Lind and Ilse Brandt", ("Ana Ruiz", "Tom E. Lind", "Ilse Brandt")),
        ("Reporting by Ana Ruiz in Oslo; editing by Tom Lind", ("Ana Ruiz", "Tom Lind")),
        ("Ana Ruiz in New York contributed to this report.", ("Ana Ruiz",)),
        ("Translated from the French by Ana Ruiz", ("Ana Ruiz",)),
        (
            "(Reporting by Ana Ruiz in Oslo and Tom Lind in Amsel; Editing by Ilse Brandt)",
            ("Ana Ruiz", "Tom Lind", "Ilse Brandt"),
        ),
        ("Staff writer: Ana Ruiz / Additional reporting: Lin Mei-hua", ("Ana Ruiz", "Lin Mei-hua")),
        ("ILLUSTRATION BY ANA RUIZ-LIND", ("Ana Ruiz-Lind",)),
        ("Mira Odell is a staff writer. She lives in Amsel.", ()),
        ("Odell reported from Port Amsel. Associated Press writer Ana Ruiz in Oslo contributed.", ("Ana Ruiz",)),
    ],
)
def test_credit_lines_name_who_they_credit(line: str, names: tuple[str, ...]) -> None:
    assert credit_names(line, ("Mira Odell",)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz reported the theft to the harbour master, who laughed.",
        "Detectives reported from the quay that nothing was missing.",
        "Ana Ruiz is a nurse. She stayed.",
        "Video shows the ferry by the quay",
    ],
)
def test_sentences_of_the_account_are_no_credits(line: str) -> None:
    assert credit_names(line, ("Mira Odell",)) is None


@pytest.mark.parametrize(
    "line",
    ["214 shares   1.1k comments", "Skip to main content", "© 2031 Amsel Wire", "3 min read", "ab-cde/fg", "___",
     "News Opinion Sport Culture", "SUBSCRIBE   SIGN IN", "Share full article   148", "(With inputs from Amsel Wire)",
     "(Adds statement, paragraph 4)", "Republished with permission. Read the original here.", "((desk@amsel.example))",
     "@harbour_desk", "👍 2.1K  ❤️ 940", "Share on Facebook", "Sponsored: shoes", "Updated at 13.41 BST"],
)  # fmt: skip
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["13:10", "4 May: the water stops", "Late April: the water stops.", "He shares it.", "Print was dead."]
)
def test_lines_of_an_account_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "menu"),
    [("News | Opinion | Sport", True), ("Home  News  Sport  Money", True), ("Home / Americas", True),
     ("He had bread | and water.", False), ("One  two", False), ("", False)],
)  # fmt: skip
def test_menus_are_told_from_prose(line: str, menu: bool) -> None:
    assert is_menu(line) is menu


def test_publisher_comes_from_code_initials_copyright_or_site_name() -> None:
    assert publisher_of("AP", []) == "Associated Press"
    assert publisher_of("UW", ["United Wire"]) == "United Wire"
    assert publisher_of("QQ", ["United Wire"]) == "QQ"
    assert publisher_of(None, ["LOCAL NEWS", "The Amsel Review"]) == "The Amsel Review"
    assert publisher_of(None, ["© 2031 Amsel Union"]) == "Amsel Union"
    assert publisher_of(None, ["LOCAL NEWS"]) is None


def test_headlines_below_a_share_line_are_not_the_account() -> None:
    text = f"{PROSE}\n\nShare or comment on this article\nLady Ida's revenge diet\nHow to bake"
    assert passages(text) == [PROSE]


def test_day_of_publication_may_stand_below() -> None:
    document = lay_out(f"{PROSE}\n\nPosted 1 July 2031\n\nRelated posts\nHow to bake")
    assert document.published == date(2031, 7, 1)
    assert [document.surface(p) for p in document.passages] == [PROSE]
    assert "Posted 1 July 2031" not in {document.surface(s) for s in document.left_out}


def test_title_is_found_below_the_menu_and_above_the_standfirst() -> None:
    standfirst = "In the spring of that year a nurse wrote the names of all the town on sacks of flour."
    site = "~ Notes ~ a blog about nothing much\nHome  About  Archive"
    page = f"{site}\n\nThe bread list\n{standfirst}\n\nBy Ana Ruiz\n\n{PROSE}"
    assert lay_out(page).catalogue.title == "The bread list"
    assert passages(page) == ["The bread list", standfirst, PROSE]


def test_byline_may_end_a_note_or_name_a_place() -> None:
    assert byline_names("Reposted with thanks from the Amsel Dispatch. By Ana Ruiz.") == ("Ana Ruiz",)
    assert reporter_in("Ana Ruiz in Port Amsel") == ("Ana Ruiz",)
    assert reporter_in("Ana Ruiz in tears at the quay") == ()


def test_reporter_named_at_the_end_of_the_last_paragraph_is_left_out() -> None:
    assert passages(f"{PROSE} —With a report from Tom Lind") == [PROSE]
