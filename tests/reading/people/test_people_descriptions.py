"""Who somebody is, in the account's words, and the ties that it states."""

from __future__ import annotations

import pytest


def person(people, name: str):
    return next(p for p in people if p.name == name)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Ana Kordun, 51, a retired teacher, sat down.", "Ana Kordun", "a retired teacher"),
        ("The mayor of Zerk, Giorgi Lomadze, left.", "Giorgi Lomadze", "The mayor of Zerk"),
        ("They asked the historian Colin Macready.", "Colin Macready", "the historian"),
        (
            "Denys Kolisnyk is the deputy commander of the brigade.",
            "Denys Kolisnyk",
            "the deputy commander of the brigade",
        ),
        ("Kyrylo Baran, who worked at the port, fled.", "Kyrylo Baran", "who worked at the port"),
        ("Finance Minister Simeon Nyako resigned.", "Simeon Nyako", "Finance Minister"),
        ("“No,” said a medic with the call sign Kestrel.", "Kestrel", "a medic"),
        ("At the quay, Marko, one of the young sappers, wept.", "Marko", "one of the young sappers"),
        ("The mission’s pilot, Mary Kamande, left.", "Mary Kamande", "The mission’s pilot"),
        ("He met van der Hoek’s grandson, Matthias, a dentist.", "Matthias", "van der Hoek’s grandson"),
        ("A shell killed the governor, Commodore Erik Stenbeck.", "Erik Stenbeck", "the governor"),
        ("The baker was Emil Sarnow.", "Emil Sarnow", "The baker"),
        ("He came with an old man named Kuzmych, who sang.", "Kuzmych", "an old man"),
        ("A boy of 15, known only as Cosmin, hid.", "Cosmin", "A boy of 15"),
        ("A leader of the traders, Chief (Mrs.) Ngozi Obiora, left.", "Ngozi Obiora", "A leader of the traders"),
        ("Olena Tkachuk, alias “Swallow”, a courier, ran.", "Olena Tkachuk", "a courier"),
        ("Petra van Loon, Under-Secretary for Supply, came.", "Petra van Loon", "Under-Secretary for Supply"),
        ("It was Rosa Lunes, the woman who\nused to sell papers.", "Rosa Lunes", "the woman who\nused to sell papers"),
    ],
)
def test_descriptions_stand_in_the_text(people_of, text: str, name: str, words: str) -> None:
    found = person(people_of(text), name).descriptions
    assert words in [d.text for d in found]
    assert all(text[d.start : d.end] == d.text for d in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("When her daughter is asleep, Halina Brodska writes.", "Halina Brodska"),
        ("According to the log of Zhang Weiming, the militia cut the chain.", "Zhang Weiming"),
        ("It was signed not by Ryoo Tae-hwan, but by his sister.", "Ryoo Tae-hwan"),
        ("“Otto Vranek was the only man in town,” she says, “who knew.”", "Otto Vranek"),
        ("Otto Vranek was a son of the late Emil (Bear) Vranek.", "Otto Vranek"),
        ("Sister Ana Kordun is no kin of Otto Vranek, a point she begged the editor to print.", "Otto Vranek"),
    ],
)
def test_what_is_no_description_is_left_out(people_of, text: str, name: str) -> None:
    assert person(people_of(text), name).descriptions == ()


def test_what_stands_between_two_names_is_neither_one_s(people_of) -> None:
    people = people_of("In a letter by his secretary, Luka Gyango, the commissioner, Femi Alade, said no.")
    assert [d.text for d in person(people, "Luka Gyango").descriptions] == ["his secretary"]
    assert person(people, "Femi Alade").descriptions == ()


def test_a_person_of_whom_nothing_is_said_has_no_description(people_of) -> None:
    assert person(people_of("Ana Kordun said so."), "Ana Kordun").descriptions == ()


@pytest.mark.parametrize(
    ("text", "one", "kind", "other"),
    [
        ("Serhii Medvid slept. His wife, Yulia Polova, did not.", "Yulia Polova", "spouse", "Serhii Medvid"),
        ("Yuliia Hnatiuk, 29, the wife of Arsen Hnatiuk, spoke.", "Yuliia Hnatiuk", "spouse", "Arsen Hnatiuk"),
        ("Kateryna Prots, whose husband, Denys Prots, is a gunner, wept.", "Denys Prots", "spouse", "Kateryna Prots"),
        ("Verna Odell’s daughter, Mai Odell, sang.", "Mai Odell", "child", "Verna Odell"),
        ("Jaime Solis and Teresa Lunes looked for their son Sebastian.", "Sebastian", "child", "Teresa Lunes"),
        ("Two brothers, Taras Hupalo and Danylo Hupalo, dug.", "Danylo Hupalo", "sibling", "Taras Hupalo"),
        ("Ruth Bandele cooked. Her twin sister, Esther Bandele, did not.", "Esther Bandele", "sibling", "Ruth Bandele"),
        ("Malika Sodiq, Zarif Nurman's wife, is in Oslo.", "Malika Sodiq", "spouse", "Zarif Nurman"),
        (
            "Otto Vranek slept. His twin sons, Emil and Karel Vranek, were gunners.",
            "Karel Vranek",
            "child",
            "Otto Vranek",
        ),
        ("Oleh Stepura is married to Olena Tkachuk.", "Olena Tkachuk", "spouse", "Oleh Stepura"),
    ],
)
def test_ties_are_kept_from_both_ends(people_of, text: str, one: str, kind: str, other: str) -> None:
    back = {"spouse": "spouse", "child": "parent", "sibling": "sibling"}[kind]
    people = people_of(text)
    assert (kind, other) in [(t.kind, t.to) for t in person(people, one).ties]
    assert (back, one) in [(t.kind, t.to) for t in person(people, other).ties]
    for tie in person(people, one).ties:
        assert person(people, tie.to) and one in text[tie.start : tie.end]


def test_no_tie_is_made_of_two_names_side_by_side(people_of) -> None:
    assert all(not p.ties for p in people_of("Ana Kordun and Denys Kolisnyk met Olena Tkachuk, a friend of theirs."))
