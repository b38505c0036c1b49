"""Other right answers to checkpoint 5, and typical mistakes with the message each must get.

The numbers in the answers are taken from the example project's own statement, so that they stay
true when its model changes.
"""

from course.checking.answers import mistake, right
from course.project.agreement import CARD

FIELDS = """
recalls = {
    candidate.name: next(m for m in candidate.measures if (m.metric, m.group) == ("recall", "all"))
    for candidate in statement.candidates
}
mine, before = recalls[statement.chosen], recalls["order-of-arrival"]
BETTER = f"Yes: {round(100 * mine.value)}% are read on the day, against {round(100 * before.value)}% today."
SURE = f"The interval runs from {round(100 * mine.low)}% to {round(100 * mine.high)}%, from {mine.count} comments."
LEFT = "People without a fixed address; a clerk takes down what they say in the shelter."
WHO = "Inés Duarte, head of the citizens' desk of Marivelle"
fields = {
    "system": "Civicly",
    "date": "2026-12-10",
    "asked_of": "Council of Marivelle, committee for services",
    "asked": "Allow the citizens' desk to try Civicly from 15 January to 15 July 2027.",
    "sceptic": [
        {"question": "Is that better than today?", "answer": BETTER},
        {"question": "How sure is it?", "answer": SURE},
        {"question": "Who is left out?", "answer": LEFT},
    ],
    "stop_if": f"{WHO} stops it if the gap in recall is above 0.35 in two monthly samples.",
    "about_the_data": "All comments are synthetic. They prove nothing about a real city.",
}
"""
GIVEN = "from course.project import Presentation\n" + FIELDS
TEXT = "Presentation(**fields).to_yaml()"

TEAM = (
    'TEAM = texts["team"] if "gallery" in texts["team"] else texts["team"] + '
    '"gallery: {consent: yes, names: no, dossier: yes, slides: yes}\\n"\n'
)
ALL = TEAM + f'everything = texts | {{"presentation": {TEXT}, "team": TEAM}}\n'

BEFORE = {
    "sceptic": GIVEN + f"PRESENTATION = {TEXT}\n",
    "stops": GIVEN + f"PRESENTATION = {TEXT}\n",
    "synthetic": GIVEN + f"PRESENTATION = {TEXT}\n",
    "agreement": GIVEN + f"PRESENTATION = {TEXT}\n",
    "written": GIVEN + ALL,
}


def form(name: str, change: str = "", more: str = "") -> str:
    """An answer with the presentation of the example, changed by a line of code."""
    begin = GIVEN if name == "asked" else ""
    variable = "about_the_data" if name == "synthetic" else name
    return f"{begin}{change}\n{variable} = {TEXT}\n{more}"


def asked(text: str, field: str = "asked") -> str:
    """An answer in which one field of the request has another text."""
    return form("asked", f"fields[{field!r}] = {text!r}")


def rejecting(chosen: str, *, today: str = "before", way: str = "other") -> str:
    """An answer of a team that chose this, and compares another way with today."""
    return form(
        "sceptic",
        f"""
texts = texts | {{"fairness-statement": texts["fairness-statement"].replace(
    f"chosen: {{statement.chosen}}", "chosen: {chosen}")}}
assert "chosen: {chosen}" in texts["fairness-statement"]
other = recalls["one-list"]
fields["sceptic"][0]["answer"] = (
    f"It would be: {{round(100 * {today}.value)}}% are read today, with the list {{round(100 * {way}.value)}}%.")
fields["sceptic"][1]["answer"] = (
    f"The interval runs from {{round(100 * {way}.low)}}% to {{round(100 * {way}.high)}}%, from all comments.")
""",
    )


def stopped_by(who: str, plan: str = "") -> str:
    """An answer in which this person stops the service; `plan` replaces who switches it off."""
    sentence = f"{who} stops it if the gap in recall is above 0.35 in two monthly samples."
    change = f'fields["stop_if"] = {sentence!r}\n'
    if plan:
        change += (
            "from course.dossier.artefacts.oversight import OversightPlan\n"
            'held = OversightPlan.from_yaml(texts["oversight-plan"])\n'
            f"changed = held.switch_off.model_copy(update={{'who': {plan!r}}})\n"
            "changed = held.model_copy(update={'switch_off': changed})\n"
            'texts = texts | {"oversight-plan": changed.to_yaml()}\n'
        )
    return form("stops", change)


PLACE = 'place = "on-each-number"'


def files(change: str = "") -> str:
    """An answer with all files of the example, changed by a line of code."""
    return f"{ALL}{change}"


def replaced(name: str, old: str, new: str) -> str:
    """A line that replaces a text in one of the files, which must be there."""
    return (
        f"assert {old!r} in everything[{name!r}]\n"
        f"everything[{name!r}] = everything[{name!r}].replace({old!r}, {new!r})"
    )


PAGES = "pages = write_pages(title, everything)"

FIGURE = (
    "def council_figure(today, with_service, low, high):\n"
    "    figure, axes = plt.subplots()\n"
    '    axes.bar(["today", "Civicly"], [today, with_service])\n'
)
BAR = (
    '    axes.errorbar(["Civicly"], [with_service], fmt="none", capsize=8,\n'
    "                  yerr=[[with_service - low], [high - with_service]])\n"
)
LABELS = (
    '    axes.set_title("Urgent comments read on the day (synthetic)")\n'
    '    axes.set_ylabel("share")\n'
    "    return parts_of(figure)\n"
)

OVER = "def overruled_by(table, column, fewest):\n"
GROUPED = '    grouped = (table["answer"] == "overruled").groupby(table[column])\n'

ANSWERS = {
    "asked": [
        right(
            form(
                "asked",
                'fields["asked"] = "Do not start Civicly before the report on 1 March 2027 is in."',
            )
        ),
        right(form("asked", 'fields["asked_of"] = "The mayor of Marivelle"')),
        *(
            right(asked(text))
            for text in (
                "Allow the citizens' desk to try Civicly until the end of June, and hear our report in August.",
                "Not to start Civicly before the legal service has reported in March.",
                "Let the citizens' desk try Civicly for six months, and then hear our report.",
                "Allow the desk to try Civicly in two districts until 30/06.",
                "Autoriser l'accueil à essayer Civicly jusqu'à fin juin, avec un bilan en août.",
                "Permitir que la oficina pruebe Civicly hasta fines de junio, con un informe en agosto.",
                "Autorizar a triagem a testar o Civicly até o fim de junho, com relatório em agosto.",
            )
        ),
        *(
            right(asked(text, "asked_of"))
            for text in (
                "Committee above the citizens' desk of Marivelle",
                "Conseil municipal de Marivelle, commission des services",
                "Concejo de Marivelle, comisión de servicios",
                "Câmara municipal de Marivelle",
            )
        ),
        *(
            mistake("capstone-5-asked-no-day", asked(text), points=1)
            for text in (
                "Allow the citizens' desk to use Civicly for good in all 4 languages everywhere.",
                "Allow the desk, which may use Civicly already, to read 2000 comments with it.",
                "Autoriser l'accueil à utiliser Civicly pour toujours dans les 4 langues de la Ville.",
                "Permitir que la oficina use Civicly para siempre en los 4 idiomas de la ciudad.",
                "Autorizar a triagem a usar o Civicly para sempre nas 4 línguas da cidade.",
            )
        ),
        *(
            mistake("capstone-5-asked-oneself", asked(text, "asked_of"), points=1)
            for text in (
                "Citizens' desk",
                "The citizens’ desk of Marivelle",
                "Inés Duarte",
                "Inés Duarte, head of the citizens' desk",
                "Citizens’ desk of Marivelle, head Inés Duarte",
                "Responsable : Inés Duarte",
            )
        ),
        # The office that runs the service asks itself.
        mistake(
            "capstone-5-asked-oneself",
            form("asked", 'fields["asked_of"] = "Citizens\' desk of Marivelle, head Inés Duarte"'),
            points=1,
        ),
        *(
            mistake("presentation-asked-of", asked(text, "asked_of"), points=1)
            for text in ("Civicly", "O Civicly")
        ),
        right(asked("Suspender o projeto até 2027-12-31.")),
        mistake(
            "capstone-5-asked-no-day",
            form(
                "asked",
                'fields["asked"] = "Please support our service Civicly in the years to come."',
            ),
            points=1,
        ),
        mistake(
            "capstone-5-asked-everybody",
            form("asked", 'fields["asked_of"] = "Tout le monde"'),
            points=1,
        ),
        mistake(
            "capstone-5-asked-short", form("asked", 'fields["asked"] = "Start in 2027."'), points=1
        ),
        mistake("dossier-blank", form("asked", 'fields["asked"] = None'), points=1),
        mistake("dossier-blank", form("asked", 'fields["asked_of"] = ""'), points=1),
    ],
    "sceptic": [
        right(
            form(
                "sceptic",
                'fields["sceptic"][0]["answer"] = f"Yes: a share of {mine.value:.2f}, and today it is {before.value:.2f}."',
            )
        ),
        right(
            form(
                "sceptic",
                'fields["sceptic"].append({"question": "What does it cost?", "answer": "Half an hour of a clerk on each working day."})',
            )
        ),
        *(
            right(form("sceptic", f'fields["sceptic"][2]["answer"] = {text!r}'))
            for text in (
                "Anybody without a fixed address: a clerk goes to the shelter.",
                "For those who have no fixed address, a clerk goes to the shelter.",
            )
        ),
        right(
            form(
                "sceptic",
                'fields["sceptic"][1]["answer"] = f"{round(100 * mine.low)}% to {round(100 * mine.high)}%."',
            )
        ),
        right(rejecting("order-of-arrival")),
        right(rejecting("none")),
        mistake(
            "capstone-5-sceptic-baseline-rejected",
            rejecting("none", today="other"),
            points=1.5,
        ),
        # What is as good as today, compared with itself.
        mistake(
            "capstone-5-sceptic-baseline-rejected",
            rejecting("order-of-arrival", way="before"),
            points=1,
        ),
        mistake(
            "capstone-5-sceptic-interval-rejected",
            rejecting("order-of-arrival").replace("{round(100 * other.low)}% to", "nothing to"),
            points=1.5,
        ),
        # The best number alone: no baseline, no interval.
        mistake(
            "capstone-5-sceptic-baseline",
            form(
                "sceptic",
                'fields["sceptic"][0]["answer"] = f"Yes, {round(100 * mine.value)}% of all urgent comments are read."',
            ),
            points=1.5,
        ),
        mistake(
            "capstone-5-sceptic-interval",
            form(
                "sceptic",
                'fields["sceptic"][1]["answer"] = "Very sure: we have tested it on many comments."',
            ),
            points=1.5,
        ),
        mistake(
            "capstone-5-sceptic-left-out",
            form(
                "sceptic",
                'fields["sceptic"][2]["answer"] = "Nobody is left out, the service is open to all."',
            ),
            points=1.5,
        ),
        mistake(
            "presentation-too-few",
            form("sceptic", 'fields["sceptic"] = fields["sceptic"][:2]'),
            points=1,
        ),
        mistake(
            "presentation-too-short",
            form("sceptic", 'fields["sceptic"][2]["answer"] = "People without a fixed address"'),
            points=1.5,
        ),
        mistake(
            "presentation-twice",
            form("sceptic", 'fields["sceptic"][2]["question"] = "How sure is it?"'),
            points=1.5,
        ),
    ],
    "stops": [
        right(
            form(
                "stops",
                'fields["stop_if"] = "If the gap in recall between languages exceeds 35% in a month, Inés Duarte stops it."',
            )
        ),
        *(
            right(stopped_by(who, "Legal service of Marivelle; at night the official on duty"))
            for who in (
                "Inés Duarte",
                "The citizens’ desk of Marivelle",
                "The official on duty",
                "The legal service of Marivelle",
            )
        ),
        # An office without what says whose it is
        right(stopped_by("The citizens' desk", "Citizens' desk of Marivelle, night shift")),
        right(stopped_by("A chefia da triagem", "Chefia da triagem da prefeitura de Marivelle")),
        right(stopped_by("La direction de l’accueil", "Direction de l’accueil des usagers")),
        right(stopped_by("L’agente de permanence", "Mairie ; la nuit, l'agente de permanence")),
        right(stopped_by("La funcionaria de turno", "Alcaldía; de noche la funcionaria de turno")),
        right(stopped_by("O servidor de plantão", "Prefeitura; à noite o servidor de plantão")),
        mistake(
            "capstone-5-stop-who",
            stopped_by("The supplier", "Legal service of Marivelle; at night the official on duty"),
            points=1,
        ),
        # Words without a number, the commonest of all.
        mistake(
            "presentation-no-number",
            form("stops", 'fields["stop_if"] = f"{WHO} stops it if it becomes unfair."'),
            points=1,
        ),
        mistake(
            "capstone-5-stop-number",
            form(
                "stops",
                'fields["stop_if"] = f"{WHO} stops it if the gap is above 0.2 in two months."',
            ),
            points=1,
        ),
        mistake(
            "capstone-5-stop-who",
            form(
                "stops",
                'fields["stop_if"] = "It is stopped if the gap in recall is above 0.35 in two months."',
            ),
            points=1,
        ),
        mistake(
            "capstone-5-stop-who",
            form(
                "stops",
                'fields["stop_if"] = "The supplier stops it if the gap in recall is above 0.35 in a month."',
            ),
            points=1,
        ),
        mistake(
            "capstone-5-stop-how-long",
            form(
                "stops", 'fields["stop_if"] = f"{WHO} stops it if the gap in recall is above 0.35."'
            ),
            points=1,
        ),
        mistake("dossier-blank", form("stops", 'fields["stop_if"] = None')),
    ],
    "synthetic": [
        right(
            form(
                "synthetic",
                'fields["about_the_data"] = "Synthetic comments, made by a program."',
                'place = "On_each_number."',
            )
        ),
        mistake(
            "capstone-5-synthetic",
            form(
                "synthetic",
                'fields["about_the_data"] = "20,000 comments of residents in four languages."',
                PLACE,
            ),
            points=0.5,
        ),
        mistake(
            "capstone-5-synthetic",
            form("synthetic", 'fields["about_the_data"] = "Os dados não são sintéticos."', PLACE),
            points=0.5,
        ),
        right(
            form(
                "synthetic",
                'fields["about_the_data"] = "As mensagens foram inventadas por um programa."',
                PLACE,
            )
        ),
        mistake(
            "dossier-blank", form("synthetic", 'fields["about_the_data"] = None', PLACE), points=0.5
        ),
        mistake(
            "capstone-5-place-spoken", form("synthetic", more='place = "first-words"'), points=0.5
        ),
        mistake(
            "capstone-5-place-dossier", form("synthetic", more='place = "dossier-part"'), points=0.5
        ),
        mistake(
            "capstone-5-place-last", form("synthetic", more='place = "sources-slide"'), points=0.5
        ),
    ],
    "agreement": [
        right(files()),
        right(
            files('everything["team"] = everything["team"].replace("consent: yes", "consent: no")')
        ),
        mistake("dossier-artefact-missing", files('everything.pop("risk-register")'), points=2),
        # The gallery has not been decided.
        mistake(
            "dossier-blank",
            files('everything["team"] = everything["team"].split("gallery")[0]'),
            points=3,
        ),
        # The model was changed after the card, the assessment and the plan were saved.
        mistake(
            CARD.code,
            files(replaced("choices", "alone_from: 0.4", "alone_from: 0.45")),
            points=3,
        ),
        # The card's numbers are not those of the model, nor those of the plan.
        mistake(
            "cross-number",
            files(
                'import re\nnew = re.sub(r"(metric: recall, group: French, data: test, value: )[0-9.]+, low: [0-9.]+, high: [0-9.]+", r"\\g<1>0.8, low: 0.7, high: 0.9", everything["model-card"])\nassert new != everything["model-card"]\neverything["model-card"] = new'
            ),
            points=3,
        ),
        mistake(
            "cross-group-without-risk",
            files(
                replaced("risk-register", "people without a fixed address", "people in hospital")
            ),
            points=3,
        ),
        mistake(
            "project-critical-rule",
            files(replaced("oversight-plan", "child in danger", "pothole")),
            points=3,
        ),
        mistake(
            "project-stop",
            files(
                'fields["stop_if"] = f"{WHO} stops it if the gap is above 0.2."\neverything["presentation"] = Presentation(**fields).to_yaml()'
            ),
            points=3,
        ),
        mistake(
            "project-system-name",
            files(
                'fields["system"] = "Marivelle Speaks"\neverything["presentation"] = Presentation(**fields).to_yaml()'
            ),
            points=3,
        ),
    ],
    "written": [
        right('title = "CIVICLY – half a year on trial"\n' + PAGES),
        mistake("capstone-5-title-name", 'title = "Our final project"\n' + PAGES, points=0.5),
        mistake(
            "capstone-5-title-long",
            'title = "Civicly: " + "an order of reading for the comments of all residents " * 2\n'
            + PAGES,
            points=0.5,
        ),
        # The form has no sentence about the data, so no slide has it.
        mistake(
            "capstone-5-pages-remark",
            'fields["about_the_data"] = None\n' + ALL + 'title = "Civicly on trial"\n' + PAGES,
            points=0.5,
        ),
        # The title alone; the pages were not written.
        mistake("capstone-5-pages-missing", 'title = "Civicly on trial"\npages = ...', points=0.5),
        mistake(
            "capstone-5-pages-missing",
            'title = "Civicly on trial"\npages = write_pages(title, ...)',
            points=0.5,
        ),
    ],
    "council-figure": [
        right(FIGURE + BAR + "    axes.set_ylim(0)\n" + LABELS),
        # Drawn in one call, with the word in the label of a bar.
        right(
            "def council_figure(today, with_service, low, high):\n"
            "    figure, axes = plt.subplots()\n"
            '    axes.bar([0, 1], [today, with_service], tick_label=["today", "Civicly\\n(synthetic data)"],\n'
            "             yerr=[[0, with_service - low], [0, high - with_service]], capsize=5)\n"
            '    axes.set(title="Read on the day", ylabel="Share of urgent comments", ylim=(0, 1))\n'
            "    return parts_of(figure)\n"
        ),
        right(FIGURE + BAR + LABELS.replace("(synthetic)", "(our data, 2024 and 2025)")),
        right(FIGURE + BAR + LABELS.replace("(synthetic)", "(nos données de 2024)")),
        # It says whose data, and neither that they are synthetic nor their years.
        *(
            mistake("capstone-5-figure-synthetic", FIGURE + BAR + LABELS.replace("synthetic", data))
            for data in ("our data", "nos données", "nuestros datos", "nossos dados")
        ),
        # The best number alone.
        mistake(
            "capstone-5-figure-baseline",
            FIGURE.replace(
                '["today", "Civicly"], [today, with_service]', '["Civicly"], [with_service]'
            )
            + BAR
            + LABELS,
        ),
        mistake("capstone-5-figure-no-interval", FIGURE + LABELS),
        # The ends of the interval in place of the distances.
        mistake(
            "capstone-5-figure-yerr",
            FIGURE
            + BAR.replace("[[with_service - low], [high - with_service]]", "[[low], [high]]")
            + "    axes.set_ylim(0, 1.2)\n"
            + LABELS,
        ),
        mistake(
            "capstone-5-figure-interval",
            FIGURE
            + BAR.replace("[[with_service - low], [high - with_service]]", "(high - low) / 2")
            + LABELS,
        ),
        # A cut axis.
        mistake("capstone-5-figure-axis", FIGURE + BAR + "    axes.set_ylim(0.2, 0.6)\n" + LABELS),
        mistake(
            "capstone-5-figure-labels",
            FIGURE + BAR + LABELS.replace('    axes.set_ylabel("share")\n', ""),
        ),
        mistake("capstone-5-figure-synthetic", FIGURE + BAR + LABELS.replace(" (synthetic)", "")),
        mistake(
            "capstone-5-figure-bars",
            FIGURE.replace("[today, with_service]", "[100 * today, 100 * with_service]")
            + BAR
            + LABELS,
        ),
        mistake(
            "capstone-5-figure-return", FIGURE + BAR + LABELS.replace("parts_of(figure)", "figure")
        ),
        mistake(
            "form-return",
            FIGURE + BAR + LABELS.replace("return parts_of(figure)", "plt.close(figure)"),
        ),
        # The numbers of the example, typed in.
        mistake(
            "capstone-5-figure-hidden",
            "def council_figure(today, with_service, low, high):\n    today, with_service, low, high = 0.26, 0.49, 0.44, 0.55\n"
            + (FIGURE + BAR + LABELS).split("\n", 1)[1],
        ),
    ],
    "overruled-by": [
        right(
            OVER
            + "    found = {}\n    for group in table[column].unique():\n        rows = table[table[column] == group]\n"
            "        if len(rows) >= fewest:\n            found[group] = (rows['answer'] == 'overruled').sum() / len(rows)\n    return found"
        ),
        right(
            OVER
            + "    counts = pd.crosstab(table[column], table['answer'], normalize='index')['overruled']\n"
            "    return counts[table[column].value_counts().reindex(counts.index) >= fewest]"
        ),
        mistake(
            "capstone-5-overruled-small", OVER + GROUPED + "    return grouped.mean().to_dict()"
        ),
        mistake(
            "capstone-5-overruled-at-least",
            OVER + GROUPED + "    return grouped.mean()[grouped.size() > fewest].to_dict()",
        ),
        mistake(
            "capstone-5-overruled-count",
            OVER + GROUPED + "    return grouped.sum()[grouped.size() >= fewest].to_dict()",
        ),
        mistake(
            "capstone-5-overruled-of-all",
            OVER
            + GROUPED
            + "    return (grouped.sum() / grouped.sum().sum())[grouped.size() >= fewest].to_dict()",
        ),
        mistake(
            "capstone-5-overruled-of-all",
            OVER
            + GROUPED
            + "    return (grouped.sum() / len(table))[grouped.size() >= fewest].to_dict()",
        ),
        mistake(
            "capstone-5-overruled-confirmed",
            OVER
            + GROUPED.replace('overruled")', 'confirmed")')
            + "    return grouped.mean()[grouped.size() >= fewest].to_dict()",
        ),
        # Only those that were overruled once take part.
        mistake(
            "capstone-5-overruled-never",
            OVER
            + "    wrong = table[table['answer'] == 'overruled'][column].value_counts()\n    sizes = table[column].value_counts()\n    found = (wrong / sizes).dropna()\n    return found[sizes >= fewest].to_dict()",
        ),
        mistake("capstone-5-overruled-dict", OVER + GROUPED + "    return list(grouped.mean())"),
        mistake(
            "capstone-5-overruled-fewest",
            OVER + GROUPED + "    return grouped.mean()[grouped.size() >= 4].to_dict()",
        ),
        mistake(
            "capstone-5-overruled-hidden",
            OVER
            + GROUPED.replace("table[column]", "table['language']")
            + "    return grouped.mean()[grouped.size() >= fewest].to_dict()",
        ),
        mistake(
            "form-return", OVER + GROUPED + "    grouped.mean()[grouped.size() >= fewest].to_dict()"
        ),
    ],
}
