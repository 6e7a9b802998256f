"""The first day somebody is there again, in the languages and shapes that people write it in."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.adapters.dates import CldrDates
from addon.lib.text import fold
from addon.tracking.away_dates import back_on

FIND = CldrDates().find
TODAY = date(2025, 4, 25)
"""A Friday."""

BACK_ON_THE_13TH = [
    ("en", "I am out of the office until 12 May and will answer after that."),
    ("en", "I will be away from May 1st to May 12th, 2025."),
    ("en", "I am out from 05/01/2025 through 05/12/2025."),
    ("en-GB", "I am out from 01/05/2025 - 12/05/2025."),
    ("en-GB", "Annual leave 1/5-12/5, sorry for the delay."),
    ("en", "Out of office May 1-12."),
    ("en", "Out of office 1-12 May. Back on Tuesday, 13 May."),
    ("en", "I will not be back until 13 May."),
    ("en", "I am out of the office until I return on May 13."),
    ("en", "I am out of the office until\n2025-05-12."),
    ("en", "I am out of the office and will be back in the office on the 13th of May."),
    ("en", "I'm on PTO through Friday, May 9th. I'll respond when I return on Tuesday, May 13."),
    ("en", "Our offices will be closed from Friday 25th April at 5pm and reopen on Tuesday 13th May at 9am."),
    ("de", "Ich bin vom 1. bis 12. Mai nicht im Büro und ab dem 13.05. wieder da."),
    ("de", "Ich bin bis einschließlich 12.5.2025 abwesend."),
    ("de", "Ich bin bis einschl. Montag, den 12.5. abwesend."),
    ("de", "Ab dem 13. Mai stehe ich Ihnen wieder zur Verfügung."),
    ("de", "Vom 01.05.-12.05.25 bin ich im Urlaub"),
    ("de", "Ich bin nicht im Büro. Ab Dienstag, 13.05. bin ich wieder für Sie da."),
    ("de", "Bin am 11.5. und 12.5. nicht im Haus."),
    ("fr", "Je suis actuellement en congés et serai de retour au bureau à partir du 13 mai."),
    ("fr", "Je suis absent du 1er au 12 mai inclus."),
    ("fr", "Je suis en congés jusqu'au lundi 12 mai 2025."),
    ("fr", "Je suis absente du 28/04 au 12/05."),
    ("es", "Estaré fuera de la oficina hasta el 12 de mayo de 2025."),
    ("es", "Regreso el próximo 13 de mayo"),
    ("es", "Estoy de vacaciones del 1 al 12 de mayo, ambos inclusive."),
    ("pt", "Estarei ausente de 1 a 12 de maio, regressando a 13/05/2025."),
    ("pt", "Estou de férias até o dia 12 de maio"),
    ("it", "Sarò assente fino al 12 maggio compreso"),
    ("it", "Sarò assente dal 1 al 12 maggio. Rientrerò il 13 maggio."),
    ("nl", "Ik ben met vakantie tot en met 12 mei. Op 13 mei ben ik weer aanwezig."),
    ("pl", "Jestem nieobecny do 12 maja 2025 r."),
    ("sv", "Jag är på semester till och med 12/5."),
    ("da", "Jeg er tilbage den 13. maj"),
    ("nb", "Jeg er på ferie til og med 12. mai"),
    ("fi", "Olen lomalla 12.5. asti"),
    ("cs", "Jsem mimo kancelář do 12. května"),
    ("hu", "Május 12-ig nem vagyok elérhető."),
    ("ro", "Sunt în concediu până pe 12 mai."),
    ("tr", "28 Nisan - 12 Mayıs tarihleri arasında yıllık izindeyim."),
    ("tr", "12 Mayıs tarihine kadar ofis dışındayım"),
    ("el", "Θα απουσιάζω μέχρι 12 Μαΐου"),
    ("ru", "Я в отпуске с 1 по 12 мая."),
    ("uk", "Я у відпустці до 12 травня"),
    ("ja", "5月1日〜12日は休暇をいただいております。5月13日より通常通り出社いたします。"),
    ("ja", "令和7年5月12日まで不在にしております。"),
    ("zh", "我从5月1日至5月12日休假"),
    ("ko", "5월 12일까지 부재중입니다"),
]


@pytest.mark.parametrize(("language", "text"), BACK_ON_THE_13TH)
def test_the_day_after_the_last_or_the_day_named(language: str, text: str) -> None:
    assert back_on(text, [language], TODAY, FIND) == date(2025, 5, 13)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'll be back on Monday.", date(2025, 4, 28)),
        ("I am back tomorrow.", date(2025, 4, 26)),
        ("I am out of the office today.", date(2025, 4, 26)),
        ("I will return next week.", date(2025, 4, 28)),
        ("I am on leave until the end of May.", date(2025, 6, 1)),
        ("Back on Friday.", date(2025, 5, 2)),
        ("I am away Monday to Wednesday.", date(2025, 5, 1)),
    ],
)
def test_days_named_by_where_they_lie_from_today(text: str, day: date) -> None:
    assert back_on(text, ["en"], TODAY, FIND) == day


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office from 28 April with limited access to email.",
        "I was on leave until January 2, 2024.",
        "I am on leave until 2 May 2027.",
        "I am on leave until 20 April.",
        "I am away until 31 February.",
        "I am on holiday and will come back.",
        "Call +44 20 7946 0018 or 1-800-555-1234, we are there 24/7. May I help you? Room 12, version 1.5.2",
        "Until further notice the office is closed on Mondays.",
        "Let us meet on 12 May.",
        "I work part time, Monday to Wednesday.",
        "",
    ],
)
def test_no_day_where_none_is_in_reach(text: str) -> None:
    assert back_on(text, ["en"], TODAY, FIND) is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Back on 2 January.", date(2026, 1, 2)),
        ("de", "Bin vom 22.12. bis 6.1. im Urlaub.", date(2026, 1, 7)),
        ("fr", "Absent du 24 décembre au 31 décembre.", date(2026, 1, 1)),
    ],
)
def test_a_year_that_ends_meanwhile(language: str, text: str, day: date) -> None:
    assert back_on(text, [language], date(2025, 12, 20), FIND) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "until 5/6", date(2025, 5, 7)),
        ("en-GB", "until 5/6", date(2025, 6, 6)),
        ("fr", "jusqu'au 5/6", date(2025, 6, 6)),
        ("en", "from 25/4 until 5/6", date(2025, 6, 6)),
        ("en", "until 7/5", date(2025, 7, 6)),
        ("en-GB", "until 5/10", date(2025, 5, 11)),
    ],
)
def test_day_and_month_by_language_by_a_clear_neighbour_and_by_what_is_likely(
    language: str, text: str, day: date
) -> None:
    assert back_on(text, [language], TODAY, FIND) == day


def test_the_first_language_that_finds_a_day_tells_it() -> None:
    both = "Ich bin bis 12. Mai im Urlaub.\n\nI am on vacation until May 12."
    assert back_on(both, ["en", "de"], TODAY, FIND) == back_on(both, ["de"], TODAY, FIND) == date(2025, 5, 13)


@given(st.integers(min_value=0, max_value=199), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d %b"]))
def test_any_day_ahead_is_read_in_any_shape(ahead: int, shape: str) -> None:
    day = TODAY + timedelta(days=ahead)
    said = back_on(f"I am away until {day.strftime(shape)}.", ["en"], TODAY, FIND)
    # Without a year the nearest counts: half a year ahead is half a year ago.
    assert said == (day + timedelta(days=1) if ahead <= 182 or "%Y" in shape else None)


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "hu", "", "xx", "../en", "en-GB-oed"]))
def test_found_dates_lie_in_the_text_in_order(text: str, language: str) -> None:
    folded = fold(text)
    found = FIND(folded, language, TODAY)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(folded) for place in places)


@given(st.text(alphabet="0123456789./-: ,untilbackMay月日年bis", max_size=120))
def test_what_looks_like_dates_never_fails_and_never_leaves_the_reach(text: str) -> None:
    day = back_on(text, ["en", "de", "ja"], TODAY, FIND)
    assert day is None or TODAY < day <= TODAY + timedelta(days=201)


def test_a_long_line_of_dates_is_read_in_time_that_grows_with_it() -> None:
    assert back_on("until 1/2 - " * 50_000, ["en"], TODAY, FIND) is None


def test_decomposed_letters_are_read_as_composed_ones() -> None:
    text = unicodedata.normalize("NFD", "Je suis absent jusqu'au 3 août")
    assert back_on(text, ["fr"], TODAY, FIND) == date(2025, 8, 4)
