"""Trades and places: the lists that come with the code, and what people type is matched to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.catalogue import Catalogue
from bot.settings import CODE_DATA
from bot.words.text import OPTION_LABEL, OPTIONS, key

TRADES, ZONES = CODE_DATA / "trades.toml", CODE_DATA / "zones.toml"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The lists that come with the code."""
    return Catalogue.load(TRADES, ZONES)


SENTENCES = {
    "je fais des sites Webflow pour des artisans": {"dev-web"},
    "graphiste, surtout du logo": {"graphisme", "identite"},
    "je tiens la compta de petites assos": {"compta"},
    "Dev fullstack React/Node depuis 8 ans": {"dev-web"},
    "community manager et un peu de newsletters": {"reseaux-sociaux", "marketing"},
    "photographe de mariages et de portraits d'entreprise": {"photo"},
    "vidéaste, je filme et je monte des films pour des collectivités": {"video"},
    "Je suis formatrice en bureautique": {"formation"},
    "rédactrice web SEO": {"redac-web", "seo"},
    "traductrice anglais et espagnol vers le français": {"traduction"},
    "secrétaire indépendante pour les artisans du bâtiment": {"secretariat"},
    "Architecte d’intérieur en Mayenne": {"interieur"},
    "ARCHITECTE D'INTERIEUR": {"interieur"},
    "céramiste, je vends mes bols sur les marchés": {"ceramique"},
    "Consultant en cybersécurité": {"infra"},
    "ingénieure en électronique embarquée": {"ingenierie"},
    "conseillère agricole indépendante, agronomie et sols": {"agriculture"},
    "J'organise des événements pour des entreprises": {"evenement"},
    "naturopathe à Laval": {"soins"},
    "j'aide les assos à monter leurs dossiers de subvention": {"financements"},
    "facilitatrice en intelligence collective": {"facilitation"},
    "chef de projet digital freelance": {"gestion-projet"},
    "RGPD et DPO externalisé": {"rgpd"},
    "UX designer, je fais de la recherche utilisateur et des maquettes Figma": {"ux-ui"},
    "data analyst, tableaux de bord Power BI": {"data-analyse"},
    "j'automatise les process avec n8n et Airtable": {"nocode"},
    "couturière, retouches et robes de mariée": {"textile"},
    "menuisier, meubles sur mesure": {"menuiserie"},
    "comédienne et voix off": {"spectacle", "son"},
    "Je monte des podcasts pour des médias locaux": {"son"},
    "prof de yoga": {"sport"},
    "je fais des bilans carbone et de la RSE": {"rse-climat"},
    "consultante RH": {"rh"},
    "Plombier chauffagiste": {"travaux"},
    "créatrice de bijoux en argent": {"metal-bijou"},
    "wedding planner": {"evenement"},
    "Spécialiste Google Ads et Meta": {"pub-en-ligne"},
    "je gère des boutiques Shopify": {"ecommerce"},
    "juriste en droit du travail": {"juridique"},
    "traiteur végétarien": {"cuisine"},
    "Attachée de presse culture": {"presse"},
    "je construis en paille et en terre crue": {"ecoconstruction"},
    "graphiste print : affiches, flyers, catalogues": {"graphisme", "mise-en-page"},
    "je fais du montage vidéo et du motion": {"video", "motion"},
}


def test_trades_are_named_in_both_languages_with_codes_that_fit(catalogue: Catalogue) -> None:
    assert 12 <= len(catalogue.families) <= 20
    assert 60 <= len(catalogue.trades) <= 100
    for family in catalogue.families:
        assert 0 < len(family.trades) < OPTIONS  # one select, and the way to another family
        assert all(family.names.values())
    for code, trade in catalogue.trades.items():
        assert re.fullmatch(r"[a-z0-9-]{1,24}", code)
        assert trade.words
        assert all(0 < len(name) <= OPTION_LABEL for name in trade.names.values())
    assert len(catalogue.families) <= OPTIONS


def test_each_word_proposes_one_trade_only(catalogue: Catalogue) -> None:
    seen: dict[str, str] = {}
    for trade in catalogue.trades.values():
        for word in {key(word) for word in trade.words}:
            assert seen.setdefault(word, trade.id) == trade.id, word


def test_zones_are_every_departement_and_some_neighbours(catalogue: Catalogue) -> None:
    assert {f"{number:02}" for number in range(1, 96) if number != 20} <= set(catalogue.zones)
    assert {"2a", "2b", "971", "976"} <= set(catalogue.zones)
    for code, zone in catalogue.zones.items():
        assert re.fullmatch(r"[a-z0-9-]{1,10}", code)
        assert zone.region
        assert len(zone.label("fr")) <= OPTION_LABEL


@pytest.mark.parametrize(("name", "text"), [("trades", '[[family]]\nid = "f"\nfr = "F"\n'), ("zones", "")])
def test_a_code_that_stands_twice_names_the_file(tmp_path: Path, name: str, text: str) -> None:
    twice = tmp_path / f"{name}.toml"
    entry = f'[[{"family.trade" if name == "trades" else "zone"}]]\nid = "same"\nfr = "X"\nen = "X"\n'
    twice.write_text(text + entry * 2)
    with pytest.raises(ValueError, match=rf"{name}\.toml.*same"):
        Catalogue.load(*((twice, ZONES) if name == "trades" else (TRADES, twice)))


@pytest.mark.parametrize(("sentence", "meant"), SENTENCES.items())
def test_a_sentence_proposes_its_trades(catalogue: Catalogue, sentence: str, meant: set[str]) -> None:
    assert {trade.id for trade in catalogue.propose_trades(sentence)} == meant


def test_a_sentence_that_speaks_of_no_trade_proposes_none(catalogue: Catalogue) -> None:
    for sentence in ("", "Bonjour à tous", "🦄", "je suis content d'être là", "53"):
        assert catalogue.propose_trades(sentence) == []


def test_longer_phrases_win_over_the_words_in_them_then_the_first_mentioned(catalogue: Catalogue) -> None:
    assert [trade.id for trade in catalogue.propose_trades("architecte d'intérieur et graphiste")] == [
        "interieur",
        "graphisme",
    ]
    proposed = [trade.id for trade in catalogue.propose_trades("de la poterie, et graphiste")]
    assert proposed == ["ceramique", "graphisme"]


@given(st.text(st.characters(), max_size=60))
def test_no_text_breaks_the_matching(text: str) -> None:
    catalogue = Catalogue.load(TRADES, ZONES) if not CACHE else CACHE[0]
    CACHE[:] = [catalogue]
    catalogue.propose_trades(text)
    catalogue.match_zones(text)
    catalogue.near_zones(text)
    assert len(catalogue.complete_trades(text, "fr", OPTIONS)) <= OPTIONS
    assert len(catalogue.complete_zones(text, OPTIONS)) <= OPTIONS


CACHE: list[Catalogue] = []


# Places


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("53", "53"),
        ("Mayenne (53)", "53"),
        ("la Mayenne", "53"),
        ("Château-Gontier", "53"),
        ("chateau gontier", "53"),
        ("Le Mans", "72"),
        ("près du Mans", "72"),
        ("vers Angers", "49"),
        ("dans le 49", "49"),
        ("Ille-et-Vilaine", "35"),
        ("2a", "2a"),
        ("01", "01"),
        ("L'Huisserie, pas loin de Château-Gontier", "53"),
        ("Côtes d’Armor", "22"),
        ("LYON", "69"),
        ("Paris", "75"),
        ("Nantes et environs", "44"),
        ("Aix-en-Provence", "13"),
        ("Cherbourg", "50"),
        ("au Havre", "76"),
    ],
)
def test_a_place_is_matched_to_its_zone(catalogue: Catalogue, typed: str, code: str) -> None:
    assert [zone.id for zone in catalogue.match_zones(typed)] == [code]


@pytest.mark.parametrize("typed", ["Laval", "laval", "près de Laval", "à Laval", "Saint-Denis"])
def test_a_shared_name_gives_all_its_zones(catalogue: Catalogue, typed: str) -> None:
    assert len(catalogue.match_zones(typed)) > 1


def test_of_several_places_those_that_members_use_win(catalogue: Catalogue) -> None:
    assert "53" in [zone.id for zone in catalogue.match_zones("Laval")]
    assert [zone.id for zone in catalogue.match_zones("Laval", known={"53", "72"})] == ["53"]
    assert len(catalogue.match_zones("Laval", known={"33"})) > 1
    assert {zone.id for zone in catalogue.match_zones("Saint-Denis", known=("93", "974"))} == {"93", "974"}


@pytest.mark.parametrize(
    "typed", ["", "  ", "xyzzy", "99999", "partout", "🦄", "chez moi", "ville", "bois", "salon", "mont"]
)
def test_an_unknown_place_matches_nothing(catalogue: Catalogue, typed: str) -> None:
    assert catalogue.match_zones(typed) == []


def test_near_names_are_offered_for_a_place_with_a_slip(catalogue: Catalogue) -> None:
    assert "53" in [zone.id for zone in catalogue.near_zones("Chateau-Gonthier")]
    assert len(catalogue.near_zones("Saint")) <= 8


def test_a_code_that_is_no_longer_in_the_list_has_no_name(catalogue: Catalogue) -> None:
    assert catalogue.trade_label("gone", "fr") == catalogue.zone_label(None, "en") == ""
    assert catalogue.zone_label("53", "fr") == "Mayenne (53)"


# Autocomplete


@pytest.mark.parametrize(
    ("typed", "first"), [("redac", "redac-web"), ("RÉDAC", "redac-web"), ("céram", "ceramique"), ("ceram", "ceramique")]
)
def test_trades_are_completed_accents_aside(catalogue: Catalogue, typed: str, first: str) -> None:
    assert catalogue.complete_trades(typed, "fr", OPTIONS)[0].id == first


def test_trades_are_completed_in_english_too(catalogue: Catalogue) -> None:
    assert catalogue.complete_trades("proof", "en", OPTIONS)[0].id == "relecture"
    assert catalogue.complete_trades("photogr", "en", OPTIONS)[0].id == "photo"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("53", "53"), ("may", "53"), ("ile-de", None), ("chateau-g", "53"), ("cotes d", "22"), ("2a", "2a")],
)
def test_zones_are_completed_by_number_name_or_town(catalogue: Catalogue, typed: str, code: str | None) -> None:
    found = [zone.id for zone in catalogue.complete_zones(typed, OPTIONS)]
    assert code is None or code in found[:3]


def test_completion_gives_no_more_than_discord_shows(catalogue: Catalogue) -> None:
    assert len(catalogue.complete_trades("", "fr", OPTIONS)) == OPTIONS
    assert len(catalogue.complete_zones("", OPTIONS)) == OPTIONS
    assert catalogue.complete_trades("zzzz", "fr", OPTIONS) == []
