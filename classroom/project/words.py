"""The texts of the gallery, of the jury's form and of its results, in all languages at once.

A page has each text in every language, so that readers change the language where they are, and
nothing that a juror has written is lost by it.
"""

from course.language import LANGUAGES, Translator
from course.project.jury import CRITERIA

Texts = dict[str, str]
"""One text by language."""


def words() -> dict[str, Texts]:
    """All texts of the pages that have no numbers or names in them, by their names in templates."""
    by_lang = {lang: _words(Translator("classroom", lang)) for lang in LANGUAGES}
    return {
        key: {lang: each[key] for lang, each in by_lang.items()}
        for key in by_lang[next(iter(by_lang))]
    }


def criteria() -> list[dict[str, object]]:
    """The jury's criteria in all languages: key, title, and levels by points."""
    return [
        {
            "key": each.key,
            "title": {lang: _capital(each.title.read(lang)) for lang in LANGUAGES},
            "levels": {
                points: {lang: level.read(lang) for lang in LANGUAGES}
                for points, level in each.levels.items()
            },
        }
        for each in CRITERIA
    ]


def numbers(value: float, digits: int = 0) -> Texts:
    """A number as each language writes it."""
    return {lang: Translator("classroom", lang).number(value, digits) for lang in LANGUAGES}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _words(t: Translator) -> dict[str, str]:
    return {
        "skip": t("Skip to the content"),
        # The gallery
        "gallery": t("The projects of our class"),
        "gallery_note": t(
            "Each team agreed to be shown here, and decided what is shown of its project. The "
            "numbers are those that the teams state."
        ),
        "no_projects": t("No project is shown here yet."),
        "untitled": t("Project without a title"),
        "service": t("Service"),
        "team": t("Team"),
        "data": t("Data"),
        "synthetic": t("synthetic comments of Civicly"),
        "own_data": t("the team's own data"),
        "language": t("Language"),
        "dossier": t("Dossier"),
        "slides": t("Slides"),
        # The jury's form
        "jury": t("The jury's form"),
        "jury_note": t(
            "Listen to each team, then give points and write one sentence. Give no points where "
            "you could not judge. Your points are for the discussion; they are no part of a grade."
        ),
        "criteria": t("Criteria"),
        "criterion": t("Criterion"),
        "points": t("points"),
        "juror": t("Your name"),
        "no_vote": t("no vote"),
        "sentence": t("One sentence for the team"),
        "save": t("Save my judgement"),
        "save_note": t(
            "The button makes a file in your downloads; nothing is sent. Give the file to the "
            "instructor. You can also print this page and write on paper."
        ),
        "saved": t("Saved as a file in your downloads. Give it to the instructor:"),
        "no_script": t(
            "Scripts are switched off in this browser, so nothing can be saved: print this page "
            "and write on paper."
        ),
        # The results
        "results": t("What the jury says"),
        "results_note": t(
            "Means of the points from 0 to 4 that the jurors gave. They are for the discussion, "
            "and no part of a grade."
        ),
        "project": t("Project"),
        "jurors": t("Jurors"),
        "means": t("Means of each criterion"),
        "sentences": t("The jury's sentences"),
        "no_sentences": t("No juror has written a sentence."),
    }
