"""Other right answers to checkpoint 1, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. Exercises on the brief build on its text,
which stands in BEFORE.
"""

import re
from pathlib import Path

from course.checking.answers import mistake, right

SOURCE = (Path(__file__).parent / "assignment.py").read_text(encoding="utf-8")
BRIEF = re.search(r'"service-brief": """\n(.*?)"""', SOURCE, re.DOTALL)[1]
TEAM = "title: {title}\nway: {way}\nmembers: {members}\nlanguage: {language}\n"
OWN = TEAM.format(title="Meters", way="own", members="[Li]", language="en")

BEFORE = dict.fromkeys(
    ("people", "alternatives", "steps", "test-plan"),
    f"reference = {{'service-brief': {BRIEF!r}}}\n",
)


def team(**changes: str) -> str:
    """The form of the team with some fields filled otherwise, as an answer."""
    filled = {"title": "Civicly", "way": "civicly", "members": "[Ana, Paul]", "language": "fr"}
    return f"team = {TEAM.format(**filled | changes)!r}"


def brief(*changes: tuple[str, str], own: bool = False) -> str:
    """The brief of the reference with some texts changed, as an answer."""
    text = BRIEF
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    files = {"service-brief": text} | ({"team": OWN} if own else {})
    return f"files = {files!r}"


OUTCOME = {
    "counted": '"Critical comments answered within one day"',
    "today": "0.71",
    "wanted": "0.9",
    "by": '"2027-06-30"',
    "answers_for_it": '"Head of the desk"',
}


def outcome(**changes: str) -> str:
    """The five blanks of the outcome, some of them filled otherwise."""
    return "\n".join(f"{name} = {value}" for name, value in (OUTCOME | changes).items())


def load(*lines: str) -> str:
    """The function of exercise 8 with this body."""
    head = "def workload(comments, working_days, readers, hours, minutes):\n"
    return head + "\n".join("    " + line for line in lines)


def times(*lines: str) -> str:
    """The function of exercise 9 with this body."""
    return "def in_time(comments, first_day):\n" + "\n".join("    " + line for line in lines)


KEEP = 'kept = comments[(comments["severity"] == "critical") & (comments["date"] >= first_day)]'
QUICK = 'kept = kept.assign(quick=kept["response_days"] <= 1)'
GROUP = 'return kept.groupby("district", observed=True)["quick"].agg(share="mean", comments="size")'

NEED = "need: A danger that is reported in the morning is read in the morning."
NUMBER = (
    "evidence: In Garoa and Horta 50% of 206 critical comments were answered within a day, elsewhere "
    "67% of 701 (civic-comments)."
)
WRITE = """  - group: people who never write
    why: No comment of theirs reaches the desk.
    measure: A clerk sits in the clinics of Garoa and Horta on Tuesdays and takes down what is said.
"""
OTHERS = """  - group: speakers of other languages
    why: The model knows four languages only.
    measure: A clerk reads all comments in other languages on the day they come, with an interpreter.
"""
READS_BACK = (
    "measure: The agent reads the note back on the telephone; the answer comes by letter or call."
)
CRITICAL = """  - name: Threat to life, or a child in danger
    actor: Clerk on duty at the desk, who reads each such comment within the hour
    channel: Internal
    automated: no
"""
PATH = (
    '    human_path: {where: "At the counter or by telephone, 0800 555 0110", who: Clerk on duty at the '
    "desk, days: 1}\n"
)
STOPS = (
    "stops_if: Fewer than 8 in 10 critical test comments of any one group are read on the same day."
)
FORM = "name: Shorter form and weekly meeting"

ANSWERS = {
    "team": [
        right(team(way="own", members="[Li Wei]", title="Water meters")),
        mistake("dossier-blank", team(members="")),
        mistake("dossier-placeholder", team(title="to be defined")),
        mistake("team-member-twice", team(members="[Ana, Ana]")),
        mistake("dossier-option", team(way="civicaly")),
    ],
    "needs": [
        right(
            brief(
                ("who: Deaf residents", "who: Residents who sign"),
                (NUMBER, "evidence: half of 206 critical comments, civic-comments"),
            )
        ),
        right(
            brief(
                (
                    "R09, question 3, whose case was closed after two telephone calls.",
                    "A day at the depot, 3 March 2026, with nine readers of meters",
                ),
                own=True,
            )
        ),
        mistake(
            "dossier-blank",
            brief(("owner: Citizens' desk of Marivelle, head Inés Duarte", "owner:")),
            points=1,
        ),
        mistake(
            "brief-no-owner",
            brief(("owner: Citizens' desk of Marivelle, head Inés Duarte", "owner: Civicly")),
            points=1,
        ),
        mistake(
            "capstone-1-owner-firm",
            brief(("owner: Citizens' desk of Marivelle, head Inés Duarte", "owner: The vendor")),
            points=1,
        ),
        mistake("brief-need-without-step", brief(("step: Answer", "step: Reply")), points=1),
        mistake(
            "capstone-1-need-tool", brief((NEED, "need: An AI that ranks all comments.")), points=1
        ),
        mistake(
            "capstone-1-need-tool",
            brief((NEED, "need: Un tableau de bord pour le service.")),  # codespell:ignore bord
            points=1,
        ),
        mistake(
            "capstone-1-evidence-number", brief((NUMBER, "evidence: Many wait too long.")), points=1
        ),
        mistake(
            "capstone-1-evidence-interview",
            brief(("evidence: R09, question 3, whose", "evidence: A resident whose")),
            points=1,
        ),
        mistake(
            "capstone-1-evidence-interview",
            brief(("evidence: R09, question 3, whose", "evidence: R19, question 3, whose")),
            points=1,
        ),
        mistake(
            "capstone-1-no-number",
            brief(
                (NUMBER, "evidence: R02, question 2"),
                ("evidence_from: number", "evidence_from: interview"),
            ),
            points=1,
        ),
        mistake(
            "capstone-1-few-needs",
            brief((BRIEF[BRIEF.index("  - need: An answer comes") : BRIEF.index("excluded:")], "")),
            points=1,
        ),
    ],
    "outcome": [
        right(
            outcome(
                counted='"Days until a resident of Garoa has an answer"', today="11", wanted="5"
            )
        ),
        right(
            outcome(
                counted='"Part des commentaires critiques avec réponse le jour même"',
                today="71",
                wanted="90",
            )
        ),
        mistake("capstone-1-goal-activity", outcome(counted='"The model is delivered"')),
        mistake("capstone-1-goal-activity", outcome(counted='"Accuracy of the model"')),
        mistake("capstone-1-outcome-short", outcome(counted='"Comments"')),
        mistake("capstone-1-outcome-same", outcome(wanted="0.71")),
        mistake("capstone-1-outcome-units", outcome(wanted="90")),
        mistake("capstone-1-outcome-date", outcome(by='"next summer"')),
        mistake("capstone-1-outcome-past", outcome(by='"2025-06-30"')),
        mistake("capstone-1-outcome-person", outcome(answers_for_it='"Civicly"')),
        mistake("capstone-1-outcome-person", outcome(answers_for_it='"The vendor"')),
        mistake("form-text", outcome(today='"71%"')),
        mistake("capstone-1-outcome-left", outcome(by="...")),
        mistake("capstone-1-outcome-text", outcome(by="2027")),
    ],
    "people": [
        right(
            brief(
                (OTHERS, ""),
                ("  - without internet\n", "  - without internet\n  - with internet\n"),
            )
        ),
        right(
            brief(
                ("  - Garoa and Horta\n", "  - Households with a prepaid meter\n"),
                ("  - writes with difficulty\n", ""),
                own=True,
            )
        ),
        mistake("capstone-1-group-left-out", brief(("  - Garoa and Horta\n", "")), points=2),
        mistake("capstone-1-group-left-out", brief(("  - writes with difficulty\n", "")), points=2),
        mistake("capstone-1-language-left-out", brief(("  - French\n", "")), points=2),
        mistake(
            "capstone-1-not-measured",
            brief(("  - six other districts\n", "  - the elderly\n")),
            points=2,
        ),
        mistake("capstone-1-few-excluded", brief((WRITE, ""), (OTHERS, "")), points=2),
        mistake(
            "capstone-1-only-counted",
            brief(
                (WRITE, ""), ("group: speakers of other languages", "group: writes with difficulty")
            ),
            points=2,
        ),
        mistake(
            "capstone-1-measure-page",
            brief((READS_BACK, "measure: A page on the web explains it.")),
            points=2,
        ),
        mistake(
            "capstone-1-measure-model",
            brief(
                (
                    "measure: A clerk sits in the clinics of Garoa and Horta on Tuesdays and takes down what is said.",
                    "measure: We collect more data and retrain the model.",
                )
            ),
            points=2,
        ),
        mistake("dossier-placeholder", brief((READS_BACK, "measure: to be defined")), points=1),
    ],
    "alternatives": [
        right(
            brief(
                ("chosen: Civicly with visits", f"chosen: {FORM[6:]}"),
                (
                    "chosen_because: It has the highest total. The shorter form is introduced as well, because it is cheap.",
                    "chosen_because: It starts this year, nobody is ranked, and we can build on it later.",
                ),
            )
        ),
        right(
            brief(
                (
                    "cost: 2, time to start: 2}\n    total: 3.4",
                    "cost: 4, time to start: 2}\n    total: 3.7",
                )
            )
        ),
        mistake("score-total", brief(("total: 3.4", "total: 3.9")), points=1),
        mistake(
            "brief-straw-man",
            brief(
                (
                    "finds critical comments: 2, reaches those left out: 3, cost: 5, time to start: 5}\n    total: 3.2",
                    "finds critical comments: 0, reaches those left out: 0, cost: 1, time to start: 1}\n    total: 0.3",
                )
            ),
            points=1,
        ),
        mistake("brief-no-plain-alternative", brief(("uses_ai: no", "uses_ai: yes")), points=1),
        mistake(
            "score-weights",
            brief(("{name: cost, weight: 15}", "{name: cost, weight: 25}")),
            points=1,
        ),
        mistake("score-missing", brief(("reaches those left out: 3", "reach: 3")), points=1),
        mistake(
            "brief-chosen",
            brief(("chosen: Civicly with visits", "chosen: Civicly alone")),
            points=1,
        ),
        mistake(
            "dossier-blank",
            brief(
                (
                    "chosen_because: It has the highest total. The shorter form is introduced as well, because it is cheap.",
                    "chosen_because:",
                )
            ),
            points=1,
        ),
        mistake(
            "capstone-1-not-the-best",
            brief(
                ("chosen: Civicly with visits", f"chosen: {FORM[6:]}"),
                (
                    "chosen_because: It has the highest total. The shorter form is introduced as well, because it is cheap.",
                    "chosen_because: It is cheap.",
                ),
            ),
            points=1,
        ),
    ],
    "steps": [
        right(
            brief(
                (
                    CRITICAL,
                    CRITICAL.replace(
                        "Threat to life, or a child in danger",
                        "Mise en danger de la vie ou d’un enfant",  # codespell:ignore vie
                    ),
                )
            )
        ),
        right(
            brief(
                (
                    CRITICAL,
                    CRITICAL.replace(
                        "Threat to life, or a child in danger",
                        "Peligro para la vida, o un niño en peligro",
                    ),
                )
            )
        ),
        right(brief((CRITICAL, ""), own=True)),
        mistake("brief-no-human-path", brief((PATH, "")), points=2),
        mistake(
            "brief-machine-path",
            brief(("who: Head of the citizens' desk", "who: Civicly")),
            points=1,
        ),
        mistake(
            "capstone-1-path-machine",
            brief(("who: Head of the citizens' desk", "who: Support of the vendor")),
            points=2,
        ),
        mistake(
            "capstone-1-path-page",
            brief(
                ('where: "Counter 3, or telephone 0800 555 0110"', "where: Help page on the web")
            ),
            points=2,
        ),
        mistake("capstone-1-path-late", brief(("desk, days: 3}", "desk, days: 14}")), points=2),
        mistake("capstone-1-critical-missing", brief((CRITICAL, "")), points=2),
        mistake(
            "capstone-1-critical-missing",
            brief(("Threat to life, or a child in danger", "Urgent comments")),
            points=2,
        ),
        mistake(
            "capstone-1-critical-machine",
            brief((CRITICAL, CRITICAL.replace("automated: no", "automated: yes") + PATH)),
            points=2,
        ),
        mistake("dossier-blank", brief(("objection_days: 10", "objection_days:")), points=2),
    ],
    "test-plan": [
        right(
            brief((STOPS, "stops_if: Plus de 20 % d’un des groupes ne sont pas lus le jour même"))
        ),
        mistake(
            "brief-group-untested",
            brief(
                ("    - {group: people who never write, count: 8}\n", ""),
                ("total: 30", "total: 22"),
            ),
        ),
        mistake("brief-participants", brief(("total: 30", "total: 40"))),
        mistake(
            "capstone-1-test-together",
            brief((STOPS, "stops_if: Fewer than 80% of all participants are read in time.")),
        ),
        mistake(
            "capstone-1-test-number", brief((STOPS, "stops_if: Too few of any group are read."))
        ),
        mistake(
            "capstone-1-test-content",
            brief(
                (
                    "measured: The share of critical test comments of each group that a clerk has read on the same day.",
                    "measured: Whether the participants are satisfied.",
                )
            ),
        ),
        mistake("dossier-blank", brief(("threshold: 0.8", "threshold:"))),
    ],
    "workload": [
        right(
            load(
                "arriving = len(comments) / working_days",
                "readable = readers * hours * 60 // minutes",
                "return arriving, readable",
            )
        ),
        right(
            load(
                "return [comments.shape[0] / working_days, int(readers * hours / (minutes / 60) + 1e-9)]"
            )
        ),
        mistake(
            "capstone-1-workload-calendar",
            load(
                'days = comments["date"].nunique()',
                "x = working_days",
                "return len(comments) / days, int(readers * hours * 60 / minutes)",
            ),
        ),
        mistake(
            "capstone-1-workload-hours",
            load("return len(comments) / working_days, int(readers * hours / minutes)"),
        ),
        mistake(
            "capstone-1-workload-one-reader",
            load("n = readers", "return len(comments) / working_days, int(hours * 60 / minutes)"),
        ),
        mistake(
            "capstone-1-workload-up",
            load("return len(comments) / working_days, int(readers * hours * 60 / minutes) + 1"),
        ),
        mistake(
            "form-whole",
            load("return len(comments) / working_days, readers * hours * 60 / minutes"),
        ),
        mistake(
            "capstone-1-workload-swapped",
            load("return int(readers * hours * 60 / minutes), len(comments) / working_days"),
        ),
        mistake("capstone-1-workload-two", load("return len(comments) / working_days")),
        mistake(
            "capstone-1-workload-rounded",
            load("return round(len(comments) / working_days), int(readers * hours * 60 / minutes)"),
        ),
        mistake(
            "capstone-1-workload-inverse",
            load("return working_days / len(comments), int(readers * hours * 60 / minutes)"),
        ),
        mistake(
            "capstone-1-workload-hidden",
            load("return len(comments) / working_days, round(readers * hours * 60 / minutes)"),
        ),
        mistake(
            "form-return",
            load("print(len(comments) / working_days, readers * hours * 60 / minutes)"),
        ),
    ],
    "in-time": [
        right(
            times(
                KEEP,
                'kept["share"] = kept["response_days"] < 2',
                'groups = kept.groupby(kept["district"].astype(str))["share"]',
                'return pd.DataFrame({"share": groups.mean(), "comments": groups.size()})',
            )
        ),
        right(
            times(
                KEEP,
                QUICK,
                'groups = kept.groupby("district", observed=True)["quick"]',
                'return groups.agg(comments="count", share="mean")',
            )
        ),
        mistake(
            "capstone-1-in-time-all-days",
            times(
                "first = first_day",
                'kept = comments[comments["severity"] == "critical"]',
                QUICK,
                GROUP,
            ),
        ),
        mistake("capstone-1-in-time-first-day", times(KEEP.replace(">=", ">"), QUICK, GROUP)),
        mistake("capstone-1-in-time-same-day", times(KEEP, QUICK.replace("<= 1", "< 1"), GROUP)),
        mistake("capstone-1-in-time-late", times(KEEP, QUICK.replace("<= 1", "> 1"), GROUP)),
        mistake("capstone-1-in-time-sum", times(KEEP, QUICK, GROUP.replace('"mean"', '"sum"'))),
        mistake(
            "capstone-1-in-time-mean-days",
            times(KEEP, GROUP.replace('["quick"]', '["response_days"]')),
        ),
        mistake(
            "capstone-1-in-time-empty",
            times(KEEP, QUICK, GROUP.replace("observed=True", "observed=False")),
        ),
        mistake(
            "capstone-1-in-time-severity",
            times(
                'kept = comments[(comments["district"] != "Horta") & (comments["date"] >= first_day)]',
                QUICK,
                GROUP,
            ),
        ),
        mistake("capstone-1-in-time-index", times(KEEP, QUICK, GROUP + ".reset_index()")),
        mistake(
            "form-table",
            times(KEEP, QUICK, 'return kept.groupby("district", observed=True)["quick"].mean()'),
        ),
        mistake("capstone-1-in-time-share", times(KEEP, QUICK.replace("<= 1", "<= 7"), GROUP)),
        mistake(
            "capstone-1-in-time-hidden",
            times(KEEP.replace("first_day", '"2026-04-01"'), "x = first_day", QUICK, GROUP),
        ),
        mistake("form-return", times(KEEP, QUICK, "print(kept)")),
    ],
}
