"""The desk's own texts, in the instructor's language."""

from course.language import LANGUAGES, SOURCE, Translator


def words(t: Translator) -> dict[str, str]:
    """All texts of the pages that have no numbers or names in them, by the name in a template."""
    return {
        "desk": t("Instructor's desk"),
        "skip": t("Skip to the content"),
        "pages": t("Pages of the desk"),
        "assignments": t("Assignments"),
        "missing": t("Who is missing"),
        "reading": t("Read the notes"),
        "report": t("Class report"),
        "faults": t("What could not be read"),
        "filter": t("Show only"),
        "apply": t("Show"),
        "language": t("Language"),
        "all_languages": t("All languages"),
        "cohort": t("Cohort"),
        "all_cohorts": t("All cohorts"),
        "assignment": t("Assignment"),
        # The table of assignments
        "table": t("What has arrived of each assignment, by language"),
        "table_note": t(
            "Each number counts learners whose work has really arrived at that point, in the "
            "exchange, in the course's folders or in the gradebook."
        ),
        "no_assignments": t("This course has no assignments yet."),
        "all": t("All"),
        "released": t("Released"),
        "yes": t("yes"),
        "no": t("no"),
        "handed_in": t("Handed in"),
        "collected": t("Collected"),
        "graded": t("Graded"),
        "waiting": t("Waits for a person"),
        "attention": t("Needs attention"),
        "returned": t("Feedback returned"),
        "not_released": t("Not released yet."),
        # Steps
        "steps": t("Steps"),
        "release": t("Release"),
        "collect": t("Collect"),
        "grade": t("Grade"),
        "feedback": t("Write feedback"),
        "return": t("Return feedback"),
        "make_report": t("Make the report"),
        "command": t("In a terminal, in the course's folder:"),
        "work": t("Steps that were started"),
        "started_by": t("started by"),
        "stop": t("Stop"),
        "refresh": t("Refresh"),
        "log": t("All that nbgrader said"),
        "confirm_return": t("Return the feedback all the same"),
        "confirm_release": t("Release again"),
        "release-again": t("Release again"),
        "confirm_grade": t("Grade all again"),
        "grade-again": t("Grade again"),
        "ask_grade": t("All that was collected is graded already"),
        "grade_again": t(
            "After a correction of the checks, all of it can be graded again. Points and comments "
            "that a person gave stay; notes are marked to be read once more."
        ),
        "again": t(
            "Learners who fetch this assignment later get the version that is here now. Those who "
            "have fetched it keep their folder, and what was handed in stays."
        ),
        "back": t("Back to the assignments"),
        "ask_return": t("Some notes are not read yet"),
        "ask_release": t("This assignment is released already"),
        # Who is missing
        "no_roster": t(
            "The course has no class list. Write one as a CSV file (id, name, e-mail, language, "
            "cohort), then call:"
        ),
        "nobody_missing": t("Everybody in this list has handed in."),
        "nothing_handed_in": t("Nobody was asked for this assignment yet."),
        "id": t("Login"),
        "name": t("Name"),
        "email": t("E-mail"),
        "write_to_all": t("Write an e-mail to all of them"),
        "strangers": t("Handed in, and not in the class list"),
        # Reading
        "notes": t("Notes"),
        "no_notes": t("No assignment has a note that a person reads."),
        "start_reading": t("Start to read"),
        "state": t("State"),
        "state_waiting": t("To read"),
        "state_read": t("Read"),
        "state_all": t("All notes"),
        "anonymous": t("Without names"),
        "nothing_to_read": t("There is nothing to read here."),
        "all_read": t("All of these notes are read."),
        "note": t("The note"),
        "task": t("The task"),
        "decision": t("Points and comment"),
        "criteria": t("One point for each of these"),
        "points": t("Points"),
        "comment": t("Comment"),
        "used_before": t("Comments used before: tick one to add it"),
        "save_next": t("Save and go on"),
        "save": t("Save"),
        "previous": t("Previous"),
        "next": t("Next"),
        "list": t("Back to the list"),
        "formgrader": t("This submission in formgrader"),
        "saved": t("Saved."),
        "key_list": t("Keys"),
        "use_keys": t("Use these keys"),
        "keys_points": t("give or take a point"),
        "keys_comment": t("write the comment"),
        "conflict": t("Not saved: somebody else was quicker"),
        "conflict_note": t(
            "The note or its points have changed since you opened this page. Below are the points "
            "and the comment as they are now; your own are in the form. Save again to replace "
            "them, or go on to keep them."
        ),
        "now_points": t("Points now"),
        "now_comment": t("Comment now"),
        "not_shown": t("This note cannot be shown here."),
        "untouched": t("The learner has written nothing here: no points were given."),
        # The report
        "no_report": t("No report was made yet."),
        "report_note": t("The report is made from the gradebook, and is as old as it says."),
        "open_report": t("Open the report"),
        "files": t("Tables for a spreadsheet"),
        # Faults
        "error": t("This did not work"),
        "forbidden": t("You may not open this page"),
        "forbidden_hub": t("Only the instructors of this course may open its desk."),
        "forbidden_token": t(
            "Open the address that the command `ai4gov desk` has written into its terminal."
        ),
        "expired": t("This form is too old. Go back, load the page again, and send it once more."),
        "not_found": t("There is no such page here"),
        "made_from": t("As files: the counts are of the moment when this page was written."),
    }


def states(t: Translator) -> dict[str, str]:
    """The states of a step that was started."""
    return {
        "waiting": t("waits for its turn"),
        "running": t("is running"),
        "done": t("done"),
        "partly": t("done in part"),
        "failed": t("failed"),
        "stopped": t("stopped"),
    }


def sentences(t: Translator) -> dict[str, str]:
    """The texts with places for numbers and names."""
    return {
        "progress": t("{done} of {total}"),
        "place": t("Note {place} of {total}"),
        "words": t("Words: {number}"),
        "comment_in": t("Comment, in the learner's language: {language}"),
        "others": t("{reader} opened this note at {time} and may be reading it."),
        "unread": t("Notes of this assignment that nobody has read yet: {number}."),
        "missing": t("Not handed in: {number} of {total}"),
        "left_out": t("Lines that are not shown: {number}"),
        "too_long": t("The comment is longer than {number} characters: nothing was saved."),
        "wrong_points": t("The points must be a number from 0 to {number}: nothing was saved."),
        "given_elsewhere": t(
            "The gradebook has {points} points for this note, which were not given with these "
            "boxes."
        ),
        "note_of": t("Note of {name}"),
    }


def browser_language(header: str) -> str:
    """The first language of the course that a browser asks for (Accept-Language)."""
    wishes = []
    for place, wish in enumerate(header.split(",")[:20]):
        name, _, rest = wish.strip().partition(";")
        try:
            quality = float(rest.strip().removeprefix("q=")) if rest else 1.0
        except ValueError:
            quality = 0.0
        wishes.append((-quality, place, name.split("-")[0].strip().lower()))
    return next((lang for _, _, lang in sorted(wishes) if lang in LANGUAGES), SOURCE)
