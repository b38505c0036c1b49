"""Other right answers to checkpoint 4, and typical mistakes with the message each must get.

The reference forms are the solutions in the notebook. They are long, so the answers here are made
from them: a text of a form with some places changed.
"""

import hashlib
import re
from pathlib import Path

from course import language
from course.checking.answers import mistake, right
from course.dossier.assessments.aia.assessment import ImpactAssessment
from course.dossier.assessments.classification import Classification
from course.project import project_of
from course.project.agreement import ASSESSMENT, PLAN

FORMS = ("classification", "assessment", "rights", "register", "oversight", "monitoring")
"""The forms by the names of their answers, in the order of the notebook."""

FILES = {
    "classification": "classification",
    "assessment": "impact-assessment",
    "rights": "fundamental-rights-assessment",
    "register": "risk-register",
    "oversight": "oversight-plan",
    "monitoring": "monitoring-plan",
}


def _reference():
    """The project of the solutions: the texts of all files by name."""
    written = Path(__file__).with_name("assignment.py").read_text(encoding="utf-8")
    names = {"project_of": project_of}
    for form in FORMS:
        cell = written.split(f'# %% answer="{form}"\n')[1].split("\n# %%")[0]
        exec(cell.split("### BEGIN SOLUTION\n")[1].split("### END SOLUTION")[0], names)
    return names["monitoring"]


TEXTS = _reference()
STATEMENT = {"fairness-statement": "chosen: one-list\n"}
"""The beginning of the statement of checkpoint 3."""


def _with(name, *changes, **files):
    """The texts with some places of one file changed; `files` replace or (None) remove others."""
    text = TEXTS[name]
    for old, new in changes:
        assert old in text, f"{name} has no {old!r}"
        text = text.replace(old, new)
    changed = {**TEXTS, name: text, **{key.replace("_", "-"): each for key, each in files.items()}}
    return {key: each for key, each in changed.items() if each is not None}


def _source(answer, texts):
    return f"{answer} = {texts!r}"


def _changed(answer, *changes, name=None, **files):
    form = answer.removesuffix("_now")
    return _source(answer, _with(name or FILES[form], *changes, **files))


def _classified(facts, roles=None):
    """The reference classification with other facts, and what follows from them."""
    paper = Classification.from_yaml(TEXTS["classification"])
    held = {**paper.facts, **facts}
    held = {key: each for key, each in held.items() if each}
    changed = paper.model_copy(update={"facts": held, "roles": roles or paper.roles})
    texts = {**TEXTS, "classification": changed.replayed().to_yaml()}
    return _source("classification", texts)


def _assessed(*changes, **answers):
    """The reference assessment with other answers, and the level that follows."""
    paper = ImpactAssessment.from_yaml(_with("impact-assessment", *changes)["impact-assessment"])
    held = {**paper.answers, **{key.replace("_", "-"): each for key, each in answers.items()}}
    held = {key: each for key, each in held.items() if each}
    changed = paper.model_copy(update={"answers": held})
    level = changed.score().level
    return changed.model_copy(update={"level": level}).to_yaml()


def _level(*changes, **answers):
    return {**TEXTS, "impact-assessment": _assessed(*changes, **answers)}


LEVEL_LINE = "duties = for_my_level(experts, approved_by, assessment)"


def _duties(experts, approved_by, texts=TEXTS):
    return (
        f"assessment = {texts!r}\nexperts = {experts}\napproved_by = {approved_by!r}\n{LEVEL_LINE}"
    )


# With nearly all effects very high and few measures, the level is III.
SEVERE = _level(
    **{
        name: "very-high"
        for name in (
            "rights_impact",
            "dignity_impact",
            "health_impact",
            "economic_impact",
            "wrong_selection_impact",
        )
    },
    linked_systems="yes",
    attack_target="yes",
    hard_to_explain="yes",
    keeps_learning="yes",
    learning_monitored="no",
    public_scrutiny="yes",
)
LEVEL_ONE = _level(
    automation_degree="partial",
    duration="brief",
    public_scrutiny="no",
    equity_groups_served="no",
    disability_barriers="none-found",
    needs_judgement="no",
    new_operation="no",
    rights_impact="little-to-none",
    dignity_impact="little-to-none",
    economic_impact="little-to-none",
    wrong_selection_impact="little-to-none",
    decision_fields="other",
    decides_on_data_subject="no",
    biased_training_data="no",
    worst_affected_group="no",
)


def _before(name):
    """The reference answer of the form before, on which a solution builds."""
    earlier = FORMS[FORMS.index(name) - 1]
    return _source(earlier, TEXTS) + "\n"


BEFORE = {
    **{name: _before(name) for name in FORMS[1:]},
    "duties": _source("assessment", TEXTS) + "\n",
    "register-agrees": _source("register", TEXTS) + "\n",
    "baselines": _source("monitoring", TEXTS) + "\n",
}

CHANGED_MODEL = {
    name: TEXTS["choices"].replace(old, new)
    for name, old, new in (
        ("choices", "features: words and letters", "features: words"),
        ("threshold", "alone_from: 0.6", "alone_from: 0.8"),
    )
}


def _saved_with(*names):
    """The record that these files were saved with the model of the reference."""
    noted = {name: hashlib.sha256(TEXTS[name].encode()).hexdigest()[:16] for name in names}
    model = project_of(TEXTS).fingerprint()
    return "".join(
        f"{name}: {{text: '{text}', model: '{model}'}}\n" for name, text in noted.items()
    )


def _alarm(body):
    return (
        "def alarm_week(recalls, counts, limit, in_a_row, fewest):\n"
        "    run = 0\n"
        "    for number, (recall, count) in enumerate(zip(recalls, counts), 1):\n"
        f"{body}"
        "    return 0"
    )


SMALL = "        if count < fewest:\n            continue\n"
RUN = (
    "        if recall < limit:\n"
    "            run = run + 1\n"
    "            if run == in_a_row:\n"
    "                return number\n"
    "        else:\n"
    "            run = 0\n"
)

ALL_GROUPS = "groups: [English, Spanish, Portuguese, French]\n  rights: [3]"

OLD_ASSESSMENT = ASSESSMENT.code
UNWATCHED = ("group: people without a fixed address", "group: French")

REMEDY = (
    "The person is called within a day, gets help from the social service, "
    "and can ask for it at counter 3."
)
PRESS = "A newspaper writes about an error of the service."
URGENT_RISK = "Urgent comments in simple words are put too far down, and are read too late."

INCIDENT = "A comment about a threat to life, or about a child in danger, that no person has read on its day"

ANSWERS = {
    "classification": [
        right(_classified({"areas": "services", "services": "forwarding"})),
        right(_classified({"areas": "services", "services": "none", "generated": "editing"})),
        right(_classified({}, ["public-body", "provider"])),
        mistake("capstone-4-roles", _classified({}, ["public-body"]), points=0.5),
        mistake("capstone-4-contact", _classified({"contact": "yes"}), points=0.5),
        mistake(
            "capstone-4-class-copied",
            _classified(
                {
                    "areas": "services",
                    "services": "benefits",
                    "profiling": "yes",
                    "older-high-risk": "public-authorities",
                }
            ),
            points=0.5,
        ),
        mistake(
            "capstone-4-class-emergency",
            _classified(
                {
                    "areas": "services",
                    "services": "emergency",
                    "profiling": "no",
                    "small-task": "none",
                    "older-high-risk": "public-authorities",
                }
            ),
            points=0.5,
        ),
        mistake(
            "capstone-4-generated",
            _classified({"generated": "yes", "older-generator": "since-august-2026"}),
            points=0.5,
        ),
        mistake(
            "classification-classes",
            _changed("classification", ("classes:\n- minimal", "classes:\n- transparency")),
            points=0.5,
        ),
        mistake(
            "dossier-blank",
            _changed(
                "classification",
                ("answered_by: Legal service of Marivelle, Tomás Aguirre", "answered_by:"),
            ),
            points=0.5,
        ),
        mistake(
            "classification-classes",
            _changed(
                "classification",
                ("classes:\n- minimal", "classes:\n- high-risk-annex-iii"),
                ("- provider\n", ""),
            ),
        ),
    ],
    "flip": [
        right('makes_high_risk = "Dispatch"'),
        right("makes_high_risk = ' dispatch '"),
        mistake("capstone-4-human-saves", 'makes_high_risk = "alone"'),
        mistake("capstone-4-technology-class", 'makes_high_risk = "language-model"'),
        mistake("capstone-4-told-only", 'makes_high_risk = "answers"'),
    ],
    "assessment": [
        right(_source("assessment", _level(reversibility="difficult", health_impact="very-high"))),
        right(
            _source(
                "assessment",
                _level(automation_degree="partial", fairness_assessment="unjustified-handled"),
            )
        ),
        mistake(
            "capstone-4-undone", _source("assessment", _level(reversibility="reversible")), points=1
        ),
        mistake(
            "capstone-4-health",
            _source("assessment", _level(health_impact="little-to-none")),
            points=1,
        ),
        # Checkpoint 3 was left out, and the answer says so.
        mistake(
            "capstone-4-no-statement",
            _source("assessment", _level(fairness_assessment="not-assessed")),
            points=1,
        ),
        mistake(
            "capstone-4-gap-measured",
            _source("assessment", _level(fairness_assessment="not-assessed") | STATEMENT),
            points=1,
        ),
        mistake(
            "capstone-4-gap-measured",
            _source("assessment", _level(fairness_assessment="no-gap")),
            points=1,
        ),
        mistake(
            "capstone-4-free-text",
            _source("assessment", _level(unstructured_data="no", unstructured_types="")),
            points=1,
        ),
        mistake("aia-level", _changed("assessment", ("level: 2", "level: 1")), points=1),
        mistake("aia-left", _changed("assessment", (" recourse: yes,", "")), points=1),
        mistake(
            "aia-left",
            _changed(
                "assessment",
                (" recourse: yes,", ""),
                ("reversibility: irreversible", "reversibility: reversible"),
            ),
        ),
        mistake(
            OLD_ASSESSMENT,
            _source(
                "assessment",
                {
                    **TEXTS,
                    "choices": CHANGED_MODEL["choices"],
                    "saved-with.yml": _saved_with("impact-assessment"),
                },
            ),
            points=1,
        ),
    ],
    "duties": [
        right(_duties(1.0, "Programme-head")),
        right(_duties(1, "institution-head", SEVERE)),
        right(_duties(0, "programme-head", LEVEL_ONE)),
        mistake("capstone-4-experts-few", _duties(0, "programme-head"), points=0.5),
        mistake("capstone-4-experts-many", _duties(2, "programme-head"), points=0.5),
        mistake("capstone-4-approval-level", _duties(1, "institution-head"), points=0.5),
        mistake("capstone-4-approval-officer", _duties(1, "data-officer"), points=0.5),
        mistake("capstone-4-approval-key", _duties(1, "the head"), points=0.5),
        mistake(
            "capstone-4-level-open",
            _duties(1, "programme-head", _with("impact-assessment", (" recourse: yes,", ""))),
        ),
        mistake(
            "capstone-4-no-level",
            f"assessment = ...\nexperts = 1\napproved_by = 'programme-head'\n{LEVEL_LINE}",
        ),
    ],
    "rights": [
        right(
            _changed(
                "rights",
                (
                    "article: 21\n  right: Equal access to public service",
                    "article: 7\n  right: Equality before the law",
                ),
            )
        ),
        right(_changed("rights", ("used_until: 2029-02-28", "used_until: 2027-08-31"))),
        # What is counted and reported, beside what the person gets.
        *(
            right(_changed("rights", (REMEDY, remedy)))
            for remedy in (
                "The case is counted and reported to the head, who calls the person within a day; at counter 3.",
                "Le cas est compté et communiqué au chef ; la personne est rappelée sous un jour, au guichet 3.",
                "El caso se contabiliza y se comunica; la persona recibe ayuda en la ventanilla 3.",
                "O caso é contabilizado e comunicado; a pessoa recebe ajuda no balcão 3.",
            )
        ),
        # The draft's remedy with other words in it.
        *(
            mistake("capstone-4-remedy", _changed("rights", (REMEDY, remedy)), points=1)
            for remedy in (
                "The desk counts such cases each month and reports them to the mayor.",
                "The citizens' desk will count such cases, and publish a report.",
                "L’accueil compte ces cas chaque mois et en rend compte au maire.",
                "La oficina cuenta estos casos cada mes y los comunica a la alcaldesa.",
                "A triagem conta esses casos a cada mês e os informa ao prefeito.",
                "The model is corrected.",
                "Les cas sont comptés chaque mois et publiés.",
                "Aucune réparation n’est possible.",
                "Se capacita de nuevo a las funcionarias.",
                "La Subsecretaría publica cada año cuántos errores hubo.",
                "A câmara é informada todo trimestre.",
            )
        ),
        mistake(
            "capstone-4-remedy",
            _changed(
                "rights",
                (
                    "The person is called within a day, gets help from the social service, and can ask for it at counter 3.",
                    "The desk counts such cases each quarter and reports them to the council.",
                ),
            ),
            points=1,
        ),
        mistake(
            "cross-days", _changed("rights", ("complaint_days: 10", "complaint_days: 30")), points=1
        ),
        mistake(
            "rights-remedy",
            _changed(
                "rights",
                (
                    "The case is opened again at counter 3, and the answer is given there within 10 days.",
                    "The counter and a free telephone line take objections.",
                ),
            ),
            points=1,
        ),
        mistake(
            "rights-group-without-chain",
            _changed(
                "rights",
                ("- people without a fixed address\n  harm", "- French\n  harm"),
                ("groups: [people without a fixed address]", "groups: [French]"),
            ),
            points=1,
        ),
        mistake("dossier-artefact-missing", _changed("rights", service_brief=None), points=1),
        mistake(
            "dossier-blank",
            _changed(
                "rights",
                ("deployer: City of Marivelle", "deployer:"),
                ("complaint_days: 10", "complaint_days: 30"),
            ),
        ),
    ],
    "register": [
        right(_changed("register", ("id: R4", "id: address"))),
        right(
            _changed(
                "register",
                ("severity: 4\n  level: high", "severity: 3\n  level: medium"),
                (
                    "residual_severity: 4\n  residual_level: medium",
                    "residual_severity: 3\n  residual_level: medium",
                ),
            )
        ),
        mistake(
            "capstone-4-severity-life",
            _changed(
                "register",
                ("severity: 5\n  level: high\n", "severity: 3\n  level: medium\n"),
                (
                    "residual_severity: 5\n  residual_level: high",
                    "residual_severity: 3\n  residual_level: medium",
                ),
            ),
            points=1,
        ),
        mistake(
            "capstone-4-no-life",
            _changed(
                "register",
                ("rights: [3]", "rights: [2]"),
                ("rights: [3, 21]", "rights: [21]"),
            ),
            points=1,
        ),
        # The draft's risk, of which only the groups were changed.
        *(
            mistake("capstone-4-risk-press", _changed("register", (URGENT_RISK, risk)), points=1)
            for risk in (
                PRESS.rstrip("."),
                "Un journal parle d'une erreur du service.",
                *(
                    language.text(PRESS, module="capstone-4-governance", lang=lang)
                    for lang in language.LANGUAGES
                ),
            )
        ),
        right(
            _changed(
                "register",
                (URGENT_RISK, "A newspaper prints the name of a person who wrote a comment."),
            )
        ),
        mistake(
            "capstone-4-risk-to-us",
            _changed(
                "register",
                ("groups: [people without a fixed address]", "groups: [the citizens' desk]"),
            ),
            points=1,
        ),
        mistake(
            "risk-not-accepted",
            _changed(
                "register", ("\n  accepted_by: Rui Campos, councillor for citizens' services", "")
            ),
            points=1,
        ),
        mistake(
            "risk-level",
            _changed(
                "register", ("severity: 5\n  level: high\n", "severity: 5\n  level: medium\n")
            ),
            points=1,
        ),
        mistake(
            "dossier-blank",
            _changed("register", ("  owner: Social service, Marta Lobo\n", "  owner:\n")),
            points=1,
        ),
        mistake(
            "dossier-blank",
            _changed(
                "register",
                ("  owner: Social service, Marta Lobo\n", "  owner:\n"),
                ("groups: [people without a fixed address]", "groups: [the citizens' desk]"),
            ),
        ),
    ],
    "register-agrees": [
        right(
            _changed(
                "register_now",
                ("groups: [Spanish, French]", "groups: [Spanish, French, Portuguese]"),
            )
        ),
        right(_changed("register_now", ("rights: [3, 21]", "rights: [3, 8, 21]"))),
        mistake(
            "cross-group-without-risk",
            _changed(
                "register_now", ("groups: [people without a fixed address]", "groups: [French]")
            ),
        ),
        mistake("cross-right-without-risk", _changed("register_now", ("  rights: [8]\n", ""))),
        mistake(
            "capstone-4-risk-empty",
            _changed("register_now", ("  owner: Statistics office, Ana Prado\n", "  owner:\n")),
        ),
        mistake(
            "cross-system-name",
            _changed("register_now", ("system: Civicly", "system: Comment sorter")),
        ),
        mistake(
            "dossier-artefact-missing", _changed("register_now", fundamental_rights_assessment=None)
        ),
    ],
    "oversight": [
        right(
            _changed(
                "oversight",
                ("cases_a_day: 14", "cases_a_day: 13"),
                ("hours_needed: 3.5", "hours_needed: 3.25"),
            )
        ),
        right(_changed("oversight", ("Counter 3, City Square 1", "Hôtel de ville, rue du Port"))),
        right(_changed("oversight", ("Counter 3, City Square 1", "Escuela de El Guamo"))),
        *(
            right(_changed("oversight", (INCIDENT, text)))
            for text in (
                "A breach of the critical rule",
                "La règle des messages critiques n’a pas été respectée",
                "Incumplimiento de la regla crítica",
                "Descumprimento da regra crítica da ficha",
            )
        ),
        mistake(
            "capstone-4-handed-over",
            _changed(
                "oversight",
                ("cases_a_day: 14", "cases_a_day: 12"),
                ("hours_needed: 3.5", "hours_needed: 3"),
            ),
            points=1,
        ),
        right(_changed("oversight", ("ai_act_classes: [minimal]\nimpact_level: 2\n", ""))),
        mistake(
            "capstone-4-incident-late",
            _changed("oversight", ("hours: 12\n", "hours: 72\n")),
            points=1,
        ),
        mistake(
            "project-capacity",
            _changed(
                "oversight",
                ("cases_a_day: 14", "cases_a_day: 6"),
                ("hours_needed: 3.5", "hours_needed: 1.5"),
            ),
            points=1,
        ),
        mistake("cross-days", _changed("oversight", ("  days: 10\n", "  days: 30\n")), points=1),
        mistake(
            "project-critical-rule",
            _changed(
                "oversight",
                (
                    "A comment about a threat to life, or about a child in danger, that no person has read on its day",
                    "A serious error",
                ),
            ),
            points=1,
        ),
        mistake(
            "cross-class",
            _changed(
                "oversight", ("ai_act_classes: [minimal]", "ai_act_classes: [high-risk-annex-iii]")
            ),
            points=1,
        ),
        mistake(
            "cross-level", _changed("oversight", ("impact_level: 2", "impact_level: 1")), points=1
        ),
        mistake(
            "oversight-too-few-hours",
            _changed(
                "oversight",
                ("cases_a_day: 14", "cases_a_day: 20"),
                ("hours_needed: 3.5", "hours_needed: 5"),
            ),
            points=1,
        ),
        mistake(
            "oversight-only-online",
            _changed(
                "oversight",
                ("  - {channel: telephone, contact: 0800 555 0142, needs_internet: no}\n", ""),
                (
                    '  - {channel: counter, contact: "Counter 3, City Square 1", needs_internet: no}\n',
                    "",
                ),
            ),
            points=1,
        ),
        mistake(
            "oversight-own-judge",
            _changed(
                "oversight",
                (
                    "decided_by: Ombuds office of Marivelle",
                    "decided_by: Readers of the citizens' desk",
                ),
            ),
            points=1,
        ),
        mistake(
            "dossier-blank",
            _changed(
                "oversight",
                (
                    "  instead: All comments are read in the order of their arrival.\n",
                    "  instead:\n",
                ),
                ("hours: 12\n", "hours: 72\n"),
            ),
        ),
    ],
    "monitoring": [
        right(_changed("monitoring", ("every: month", "every: week"))),
        right(
            _changed("monitoring", ("every: month", "every: quarter"), ("window: 2", "window: 1"))
        ),
        mistake(
            "capstone-4-alarm-late",
            _changed("monitoring", ("every: month", "every: quarter")),
            points=0.5,
        ),
        mistake("cross-group-without-indicator", _changed("monitoring", UNWATCHED), points=0.5),
        mistake(
            "monitoring-in-alarm",
            _changed("monitoring", ("number: 0.55", "number: 0.7")),
            points=0.5,
        ),
        mistake(
            "monitoring-no-person",
            _changed(
                "monitoring",
                ("who: Citizens' desk of Marivelle, head Inés Duarte", "who: the system"),
            ),
            points=0.5,
        ),
        mistake(
            "dossier-blank",
            _changed(
                "monitoring",
                ("then: The social service goes to the shelter once more each week.", "then:"),
                ("every: month", "every: quarter"),
            ),
        ),
    ],
    "baselines": [
        right(_changed("monitoring_now", ("baseline: 0.629", "baseline: 0.63"))),
        right(_changed("monitoring_now", ("baseline: 0.88\n", "baseline: 0.880\n"))),
        mistake(
            "monitoring-untrue", _changed("monitoring_now", ("baseline: 0.629", "baseline: 0.659"))
        ),
        mistake(
            "monitoring-untrue", _changed("monitoring_now", ("baseline: 0.293", "baseline: 0.596"))
        ),
        mistake(
            "monitoring-not-measured",
            _changed(
                "monitoring_now",
                ("data: test\n  baseline: 0.596", "data: training\n  baseline: 0.596"),
            ),
        ),
        mistake(
            "capstone-4-not-measured",
            _changed("monitoring_now", choices=CHANGED_MODEL["threshold"]),
        ),
        mistake(
            PLAN.code,
            _source(
                "monitoring_now",
                {
                    **TEXTS,
                    "choices": CHANGED_MODEL["threshold"],
                    "saved-with.yml": _saved_with("monitoring-plan"),
                },
            ),
        ),
        mistake(
            "capstone-4-nothing-measured",
            _source(
                "monitoring_now",
                {
                    **TEXTS,
                    "monitoring-plan": re.sub(
                        r"metric: recall", "metric: letters received", TEXTS["monitoring-plan"]
                    ),
                },
            ),
        ),
    ],
    "alarm-week": [
        right(
            _alarm(
                "        if count >= fewest:\n"
                "            run = run + 1 if recall < limit else 0\n"
                "            if run >= in_a_row:\n"
                "                return number\n"
            )
        ),
        right(
            "def alarm_week(recalls, counts, limit, in_a_row, fewest):\n"
            "    row = 0\n"
            "    for i in range(len(recalls)):\n"
            "        if counts[i] < fewest:\n"
            "            continue\n"
            "        row = row + 1 if recalls[i] < limit else 0\n"
            "        if row == in_a_row:\n"
            "            return i + 1\n"
            "    return 0"
        ),
        mistake("capstone-4-alarm-tiny", _alarm(RUN)),
        mistake(
            "capstone-4-alarm-interrupts",
            _alarm("        if count < fewest:\n            run = 0\n            continue\n" + RUN),
        ),
        mistake("capstone-4-alarm-equal", _alarm(SMALL + RUN.replace("<", "<="))),
        mistake("capstone-4-alarm-above", _alarm(SMALL + RUN.replace("<", ">"))),
        mistake("capstone-4-alarm-reset", _alarm(SMALL + RUN.partition("        else")[0])),
        mistake(
            "capstone-4-alarm-first",
            _alarm(SMALL + "        if recall < limit:\n            return number\n"),
        ),
        mistake(
            "capstone-4-alarm-days",
            _alarm(SMALL + RUN.replace("return number", "return 7 * number")),
        ),
        mistake("capstone-4-alarm-run", _alarm(SMALL + RUN.replace("return number", "return run"))),
        # The number of all bad weeks.
        mistake(
            "capstone-4-alarm-other",
            "def alarm_week(recalls, counts, limit, in_a_row, fewest):\n"
            "    bad = sum(recall < limit for recall in recalls)\n"
            "    return bad if bad >= in_a_row else 0",
        ),
        mistake("capstone-4-alarm-zero", _alarm(SMALL + RUN).replace("counts), 1)", "counts))")),
        mistake("capstone-4-alarm-enough", _alarm(SMALL.replace("<", "<=") + RUN)),
        mistake(
            "capstone-4-alarm-renumbered",
            "def alarm_week(recalls, counts, limit, in_a_row, fewest):\n"
            "    large = [recall for recall, count in zip(recalls, counts) if count >= fewest]\n"
            "    run = 0\n"
            "    for number, recall in enumerate(large, 1):\n"
            "        run = run + 1 if recall < limit else 0\n"
            "        if run == in_a_row:\n"
            "            return number\n"
            "    return 0",
        ),
        mistake("capstone-4-alarm-none", _alarm("        run = 0\n" + SMALL + RUN)),
        mistake(
            "form-return",
            "def alarm_week(recalls, counts, limit, in_a_row, fewest):\n    print(recalls)",
        ),
        # The number of the cell above the exercise.
        mistake("capstone-4-alarm-fewest", _alarm(SMALL.replace("fewest", "10") + RUN)),
        mistake("capstone-4-alarm-fewest", _alarm(SMALL.replace("fewest", "max(10, 5)") + RUN)),
        mistake(
            "capstone-4-alarm-limit", _alarm(SMALL + RUN.replace("recall < limit", "recall < 0.4"))
        ),
        mistake(
            "capstone-4-alarm-hidden",
            _alarm(SMALL + RUN.replace("= run + 1", "= run + 1 if run < 3 else 1")),
        ),
    ],
}
