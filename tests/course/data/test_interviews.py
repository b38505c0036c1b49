"""The invented interviews are complete in four languages and hold what module 09 asks for."""

import csv
import re

import pytest
import yaml

from course import describe_dataset, load_dataset, places
from tests.course.data.making import copied, refusal

FOLDER = places.datasets() / "interviews"
DATA = FOLDER / "interviews.csv"
SOURCE = FOLDER / "interviews.yml"

RESIDENTS = ["R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10"]
STAFF = ["S01", "S02", "S03", "S04"]

# What a reader must be able to find, the turn it stands in, and words of it in English.
PLANTED = [
    ("a resident has never written", "R02", "Q2", "Me, write? To whom?"),
    ("another resident never will", "R10", "Q2", "I don't tell the city anything"),
    ("one message went to three departments", "R01", "Q3", "Roads sent it back to water"),
    ("it took two months", "R01", "Q3", "Sixty-one days"),
    ("one resident knows somebody", "R03", "Q2", "a message to a friend"),
    ("she was served in two days", "R03", "Q3", "Two days"),
    ("her neighbour had used the form and waited", "R03", "Q4", "the previous spring"),
    ("agents type a summary", "S01", "P4", "two hundred characters"),
    ("a summary went wrong", "R04", "Q3", "light out, port"),
    ("a meeting works", "S02", "P6", "every second Thursday"),
    ("a printed map works", "S03", "P6", "one sheet, folded"),
    ("a better form works", "S04", "P6", "what do you see?"),
    ("a translation went wrong", "R07", "Q2", "one word is for fever and for heat"),
    ("a deaf resident is telephoned", "R09", "Q3", "twice by telephone"),
    ("an automatic answer was good", "R05", "Q3", "An automatic answer"),
    ("an automatic answer was bad", "R06", "Q3", "look up the new timetable on the site"),
    ("the agent fears the blame", "S01", "P8", "the note has my initials"),
    ("the clerk fears the blame", "S02", "P8", "a place to put the blame"),
    ("the inspector fears the blame", "S03", "P8", "whose name is on the sheet?"),
    ("past speed is not urgency", "S03", "P7", "quick in Belmonte because somebody rang"),
]


@pytest.fixture(scope="module")
def table():
    return load_dataset("interviews")


@pytest.fixture(scope="module")
def people(table):
    return table.drop_duplicates("interview").set_index("interview")


def words(text):
    return [word for word in text.split() if re.search(r"\w", word)]


def test_ten_residents_and_four_members_of_staff_are_interviewed(people):
    assert list(people.index) == RESIDENTS + STAFF
    assert (people.loc[RESIDENTS, "role"] == "resident").all()
    assert people.loc[STAFF, "role"].tolist() == [
        "call-centre agent",
        "department clerk",
        "field inspector",
        "head of the ombuds office",
    ]


def test_every_interview_has_six_to_eight_turns_numbered_from_one(table):
    for _, interview in table.groupby("interview"):
        turns = interview["turn"].unique().tolist()
        assert turns == list(range(1, len(turns) + 1))
        assert 6 <= len(turns) <= 8


def test_every_turn_is_there_once_in_each_of_four_languages(table):
    for _, turn in table.groupby(["interview", "turn"]):
        assert turn["language"].tolist() == ["en", "fr", "es", "pt"]
        assert turn["question_id"].nunique() == 1
        assert turn["answer"].nunique() == 4


def test_every_turn_has_one_original_and_it_is_in_the_same_language_all_through(table):
    originals = table[table["original"] == "yes"]
    assert not originals.duplicated(["interview", "turn"]).any()
    assert len(originals) * 4 == len(table)
    languages = originals.groupby("interview")["language"].nunique()
    assert (languages == 1).all()


def test_each_language_is_the_original_of_at_least_three_interviews(table):
    originals = table[table["original"] == "yes"].drop_duplicates("interview")
    assert set(originals["language"].value_counts()[["en", "fr", "es", "pt"]] >= 3) == {True}


def test_a_question_reads_the_same_wherever_it_is_asked(table):
    assert (
        table.groupby(["question_id", "language"], observed=True)["question"].nunique() == 1
    ).all()


def test_residents_and_staff_are_asked_different_questions(table):
    resident = table["role"] == "resident"
    assert set(table.loc[resident, "question_id"]) == {f"Q{number}" for number in range(1, 9)}
    assert set(table.loc[~resident, "question_id"]) == {f"P{number}" for number in range(1, 9)}


def test_an_answer_has_thirty_to_eighty_words_in_every_language(table):
    lengths = table["answer"].map(lambda answer: len(words(answer)))
    assert lengths.between(30, 80).all()


def test_at_least_four_residents_cannot_or_do_not_use_the_web_form(people):
    residents = people[people["role"] == "resident"]
    assert (residents["channel"] != "web form").sum() >= 4
    assert (residents["barrier"] != "none").sum() >= 4
    assert (residents["channel"] == "none").sum() == 2


def test_every_barrier_and_every_district_has_a_person(people):
    residents = people[people["role"] == "resident"]
    barriers = {"no internet", "reads little", "other language", "low vision", "deaf"}
    barriers |= {"works nights", "afraid of authority"}
    assert barriers <= set(residents["barrier"])
    assert residents["district"].nunique() == 8


def test_one_person_did_not_say_their_gender_and_women_and_men_are_about_equal(people):
    counts = people["gender"].value_counts()
    assert counts["not said"] == 1
    assert abs(counts["woman"] - counts["man"]) <= 1


@pytest.mark.parametrize(("what", "interview", "question", "said"), PLANTED)
def test_the_planted_evidence_stands_where_it_is_looked_for(table, what, interview, question, said):
    here = (table["interview"] == interview) & (table["question_id"] == question)
    (answer,) = table.loc[here & (table["language"] == "en"), "answer"]
    assert said in answer.replace("’", "'"), what


def test_the_list_of_evidence_names_every_planted_turn():
    evidence = yaml.safe_load(SOURCE.read_text("utf-8"))["evidence"]
    listed = {turn for turns in evidence.values() for turn in turns}
    assert {f"{interview} {question}" for _, interview, question, _ in PLANTED} <= listed


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt"])
def test_no_resident_asks_for_the_solution(table, language):
    """Needs are for the learner to infer, so nobody says that the city should get a tool."""
    asks = {
        "en": r"\b(?:I|we) need an? (?:app|website|system)|artificial intelligence|chatbot",
        "fr": r"\bil (?:me|nous) faudrait une? (?:appli|site)|intelligence artificielle|chatbot",
        "es": r"\bnecesit(?:o|amos) una? (?:app|aplicación)|inteligencia artificial|chatbot",
        "pt": r"\bprecis(?:o|amos) de uma? (?:app|aplicativo)|inteligência artificial|chatbot",
    }
    said = table[(table["role"] == "resident") & (table["language"] == language)]["answer"]
    assert not said.str.contains(asks[language], case=False, regex=True).any()


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", r"[«»\"']"),
        ("fr", r"[“”\"']|[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»"),
        ("es", r"[“”\"']|« | »| [;:!?]"),
        ("pt", r"[«»\"']| [;:!?]"),
    ],
)
def test_marks_and_spaces_follow_the_rules_of_each_language(table, language, wrong):
    for column in ("question", "answer"):
        texts = table.loc[table["language"] == language, column]
        assert texts[texts.str.contains(wrong, regex=True)].tolist() == []


def test_spanish_questions_and_exclamations_are_opened_and_closed(table):
    spanish = table[table["language"] == "es"]
    for text in [*spanish["question"], *spanish["answer"]]:
        assert text.count("¿") == text.count("?"), text
        assert text.count("¡") == text.count("!"), text


def test_the_datasheet_says_in_title_summary_and_harms_that_nobody_in_it_is_real():
    content = describe_dataset("interviews").content
    assert "synthetic" in content["title"].lower()
    assert "invented" in content["summary"]
    harms = " ".join(content["known harms"])
    assert "invented" in harms and "real" in harms


def test_the_file_has_plain_line_ends_and_no_byte_order_mark():
    content = DATA.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    with DATA.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header[0] == "interview" and header[-1] == "answer"


@pytest.fixture
def maker(tmp_path):
    return copied("interviews", tmp_path)


def spoil(source, how):
    interviews = source["interviews"]
    first = interviews[0]
    match how:
        case "a language is missing":
            del first["turns"][2]["answer"]["pt"]
        case "a language too many":
            source["questions"]["Q1"]["de"] = "Was ist passiert?"
        case "an empty text":
            first["turns"][0]["answer"]["fr"] = " "
        case "a number for a text":
            first["turns"][0]["answer"]["es"] = 7
        case "an id used twice":
            interviews[1]["id"] = "R01"
        case "an id of another form":
            first["id"] = "resident-1"
        case "staff with the id of a resident":
            first["role"] = "field inspector"
        case "a barrier that nobody knows":
            first["barrier"] = "lazy"
        case "no name":
            del first["name"]
        case "turns out of order":
            first["turns"].reverse()
        case "a question asked twice":
            first["turns"][1] = first["turns"][0]
        case "a question for the other group":
            first["turns"][0]["question"] = "P1"
        case "a question that nobody knows":
            first["turns"][0]["question"] = "Q9"
        case "too few turns":
            del first["turns"][3:]
        case "evidence that is nowhere":
            source["evidence"]["never writes"] = ["R02 Q7"]
        case "no interviews":
            del source["interviews"]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("a language is missing", "R01 Q3: needs the languages en, fr, es, pt; found: en, fr, es"),
        ("a language too many", "question Q1: needs the languages en, fr, es, pt"),
        ("an empty text", "R01 Q1: the text in fr is empty"),
        ("a number for a text", "R01 Q1: the text in es is empty or not a text"),
        ("an id used twice", "R01 is there twice"),
        ("an id of another form", "'resident-1'"),
        ("staff with the id of a resident", "R01: ids with R are for residents"),
        ("a barrier that nobody knows", "R01: barrier is 'lazy', not one of none, no internet"),
        ("no name", "R01: name is missing"),
        ("turns out of order", "out of order"),
        ("a question asked twice", "R01: Q1 is out of order or there twice"),
        ("a question for the other group", "R01: P1 is a question for the other group"),
        ("a question that nobody knows", "R01: there is no question 'Q9'"),
        ("too few turns", "R01: an interview has 6 to 8 turns"),
        ("evidence that is nowhere", "'R02 Q7', which no interview has"),
        ("no interviews", "has no interviews"),
    ],
)
def test_a_wrong_entry_is_refused_in_one_line_and_nothing_is_written(maker, how, said):
    path = maker.with_name("interviews.yml")
    source = yaml.safe_load(path.read_text("utf-8"))
    spoil(source, how)
    path.write_text(yaml.safe_dump(source, allow_unicode=True, sort_keys=False), "utf-8")
    maker.with_name("interviews.csv").write_bytes(b"as it was")
    assert said in refusal(maker)
    assert maker.with_name("interviews.csv").read_bytes() == b"as it was"


def test_a_source_that_is_not_yaml_is_refused_in_one_line(maker):
    maker.with_name("interviews.yml").write_text("questions: [", encoding="utf-8")
    assert "interviews.yml cannot be read" in refusal(maker)
