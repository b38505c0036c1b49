"""The rules of the fictional city and the questions to them hold together in four languages."""

import re

import pytest
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer

from course import describe_dataset, load_dataset, places
from tests.course.data.making import copied, refusal, run

FOLDER = places.datasets() / "service-rules"
RULES = FOLDER / "service-rules.csv"
QUESTIONS = places.datasets() / "service-questions" / "service-questions.csv"
LANGUAGES = ["en", "fr", "es", "pt"]
BOTH = pytest.mark.parametrize("name", ["service-rules", "service-questions"])

# Words for the subjects that the brief of this data set left without a rule.
GAPS = {
    "en": "solar drone library librar wedding marry swim tourist electric lost vegetable",
    "fr": "solaire drone bibliothèque mariage marier natation touriste perdus légume",
    "es": "solar dron biblioteca boda casarse natación turista verdura",
    "pt": "solar drone biblioteca casamento casar natação turista verdura",
}


def rules_in(language):
    table = load_dataset("service-rules")
    return table[table["language"] == language].set_index("rule")


def questions_in(language):
    table = load_dataset("service-questions")
    return table[table["language"] == language].set_index("question_id")


def answerable_in(language):
    return questions_in(language)["rules"].dropna().str.split()


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def numbers(text):
    return sorted(re.findall(r"\d+", text))


# The rules.


def test_each_rule_has_exactly_one_row_in_each_language():
    table = load_dataset("service-rules")
    assert (table.groupby("rule").size() == 4).all()
    assert (table.groupby("rule")["language"].nunique() == 4).all()
    assert 40 <= table["rule"].nunique() <= 42


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
@pytest.mark.parametrize("column", ["title", "text"])
def test_the_numbers_of_a_rule_are_the_same_in_the_four_languages(language, column):
    english, other = rules_in("en"), rules_in(language)
    for rule in english.index:
        assert numbers(other.loc[rule, column]) == numbers(english.loc[rule, column]), rule


def test_titles_have_at_most_8_words_and_texts_25_to_60():
    table = load_dataset("service-rules")
    assert table["title"].str.split().str.len().max() <= 8
    assert table["text"].str.split().str.len().between(25, 60).all()


def test_no_text_stands_twice_so_none_was_left_untranslated():
    table = load_dataset("service-rules")
    assert not table["text"].duplicated().any()
    assert not load_dataset("service-questions")["question"].duplicated().any()


def test_two_rules_name_another_by_its_id_and_the_other_exists_in_every_language():
    for language in LANGUAGES:
        rules = rules_in(language)
        named = {
            rule: re.findall(r"\b[A-Z]{2}-\d{2}\b", text) for rule, text in rules["text"].items()
        }
        assert {rule: ids for rule, ids in named.items() if ids} == {
            "WA-02": ["WA-04"],
            "FI-03": ["FI-02"],
        }
        assert {"WA-04", "FI-02"} <= set(rules.index)


def test_telephone_numbers_are_of_the_fictional_kind_and_amounts_have_no_currency():
    text = " ".join(load_dataset("service-rules")["text"])
    assert set(re.findall(r"555-\d+", text)) == set(re.findall(r"\b555-01\d\d\b", text))
    assert not re.search(r"[€$£¥]|\b(?:euros?|dollars?|reais|pesos?|USD|EUR|BRL)\b", text)


def test_french_has_its_no_break_spaces_and_no_straight_apostrophe():
    """By the course's conventions: U+00A0 before a colon and a percent sign, U+202F before ; ! ?"""
    texts = [*rules_in("fr")["title"], *rules_in("fr")["text"], *questions_in("fr")["question"]]
    for text in texts:
        assert "'" not in text
        assert not re.search(r"(?<!\u00a0)[:%]", text), text
        assert not re.search(r"(?<!\u202f)[;!?]", text), text
        assert not re.search(r"\d (?:jours|heures|mois|ans|h|kg|m|cm)\b", text), text


def test_spanish_questions_open_as_they_close():
    for text in questions_in("es")["question"]:
        assert text.count("¿") == text.count("?") > 0


@BOTH
def test_the_datasheet_says_in_title_summary_and_harms_that_all_is_invented(name):
    content = describe_dataset(name).content
    for said in [content["title"], content["summary"], " ".join(content["known harms"])]:
        assert "synthetic" in said.lower() and "fictional" in said.lower()


# The questions.


def test_each_question_has_one_row_in_each_language_with_the_same_rules():
    table = load_dataset("service-questions")
    assert (table.groupby("question_id")["language"].nunique() == 4).all()
    assert (table.groupby("question_id").size() == 4).all()
    assert (table["rules"].fillna("").groupby(table["question_id"]).nunique() == 1).all()


def test_twenty_questions_have_an_answer_and_ten_have_none():
    for language in LANGUAGES:
        assert questions_in(language)["rules"].notna().sum() == 20
        assert questions_in(language)["rules"].isna().sum() == 10


def test_the_rules_of_every_answerable_question_exist():
    for language in LANGUAGES:
        for question, named in answerable_in(language).items():
            assert len(set(named)) == len(named) > 0, question
            assert set(named) <= set(rules_in(language).index), question


@pytest.mark.parametrize("language", ["fr", "es", "pt"])
def test_the_numbers_of_a_question_are_the_same_in_the_four_languages(language):
    english, other = questions_in("en")["question"], questions_in(language)["question"]
    for question in english.index:
        assert numbers(other[question]) == numbers(english[question]), question


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_made_of_the_words_of_its_rule(language):
    """Otherwise finding the rule would be no more than comparing two strings."""
    rules, questions = rules_in(language), questions_in(language)
    for question, named in answerable_in(language).items():
        asked = words(questions.loc[question, "question"])
        for rule in named:
            written = words(rules.loc[rule, "title"] + " " + rules.loc[rule, "text"])
            assert len(asked & written) < 0.75 * len(asked), (question, rule)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_speaks_of_what_was_left_without_one(language):
    text = " ".join(rules_in(language)["title"] + " " + rules_in(language)["text"]).lower()
    for word in GAPS[language].split():
        assert not re.search(rf"\b{word}", text), word


def test_a_search_by_words_finds_as_many_as_the_datasheet_says():
    found = {}
    for language in LANGUAGES:
        rules, questions = rules_in(language), questions_in(language)
        vectorizer = TfidfVectorizer()
        known = vectorizer.fit_transform(rules["title"] + " " + rules["text"])
        first = third = 0
        for question, named in answerable_in(language).items():
            asked = vectorizer.transform([questions.loc[question, "question"]])
            scores = (known @ asked.T).toarray()[:, 0]
            best = rules.index[scores.argsort()[::-1][:3]]
            first += best[0] in named
            third += bool(set(best) & set(named))
        found[language] = (first, third)
    assert found == {"en": (12, 17), "fr": (11, 14), "es": (11, 15), "pt": (12, 17)}
    said = " ".join(describe_dataset("service-questions").content["composition"])
    assert "12 of the 20 in English, 11 in French, 11 in Spanish and 12 in Portuguese" in said
    assert "among the first three for 17, 14, 15 and 17" in said


# Making the two files again.


@pytest.fixture
def maker(tmp_path):
    return copied("service-rules", tmp_path)


def made(maker):
    return [
        maker.with_name("service-rules.csv"),
        maker.parent.parent / "service-questions" / "service-questions.csv",
    ]


def test_the_files_have_plain_line_ends_and_no_byte_order_mark():
    assert RULES.read_bytes().startswith(b"rule,department,language,title,text\n")
    assert QUESTIONS.read_bytes().startswith(b"question_id,language,question,rules\n")
    assert b"\r" not in RULES.read_bytes() + QUESTIONS.read_bytes()


def forget_a_language(source):
    del source["rules"][0]["pt"]


def use_an_id_twice(source):
    source["rules"][1]["id"] = source["rules"][0]["id"]


def invent_a_department(source):
    source["rules"][0]["id"] = "XX-01"


def mistake_the_department(source):
    source["rules"][0]["department"] = "parks"


def change_a_number(source):
    text = source["rules"][0]["es"]["text"]
    source["rules"][0]["es"]["text"] = text.replace("12 meses", "18 meses")


def shorten_a_text(source):
    source["rules"][0]["fr"]["text"] = "Trop court."


def name_no_rule(source):
    for language in LANGUAGES:
        source["rules"][0][language]["text"] += " WA-99."


def ask_for_no_rule(source):
    source["questions"][0]["rules"] = ["WA-99"]


def forget_a_wording(source):
    source["questions"][3]["fr"] = " "


def forget_the_rules_of_a_question(source):
    del source["questions"][20]["rules"]


def empty(source):
    source.clear()


@pytest.mark.parametrize(
    "spoil, said",
    [
        (forget_a_language, "HO-01: no title in pt"),
        (use_an_id_twice, "HO-01: the id stands 2 times"),
        (invent_a_department, "XX-01: no id of a rule"),
        (mistake_the_department, "HO-01: the department is parks"),
        (change_a_number, "HO-01: the numbers in es are 18, 3, 3, in en 12, 3, 3"),
        (shorten_a_text, "HO-01: the text in fr has 2 words"),
        (name_no_rule, "HO-01: the text in en names WA-99"),
        (ask_for_no_rule, "Q01: WA-99 is no rule"),
        (forget_a_wording, "Q04: no wording in fr"),
        (forget_the_rules_of_a_question, "Q21: no list of rules"),
        (empty, "holds no list of rules"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line_and_both_files_stay_as_they_were(maker, spoil, said):
    for target in made(maker):
        target.parent.mkdir(exist_ok=True)
        target.write_text("old", encoding="utf-8")
    path = maker.with_name("rules.yml")
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    spoil(source)
    path.write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert said in refusal(maker)
    assert [target.read_text(encoding="utf-8") for target in made(maker)] == ["old", "old"]


def test_a_file_that_is_no_yaml_is_refused_in_one_line(maker):
    maker.with_name("rules.yml").write_text("rules: [", encoding="utf-8")
    assert "rules.yml cannot be read" in refusal(maker)
    assert not any(target.exists() for target in made(maker))


def test_where_one_file_cannot_be_written_the_other_stays_as_it_was(maker):
    rules, questions = made(maker)
    rules.write_text("old", encoding="utf-8")
    questions.parent.write_text("a file where the folder should be", encoding="utf-8")
    assert run(maker).returncode != 0
    assert rules.read_text(encoding="utf-8") == "old"
    assert not list(rules.parent.glob("*.part"))
