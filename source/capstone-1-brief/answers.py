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


def evidence(first: str, second: str, third: str) -> str:
    """The brief with other evidence for its three needs: a number, then two interviews."""
    return brief(
        (NUMBER, f"evidence: {first}"),
        (R06, f"evidence: {second}"),
        (R09, f"evidence: {third}"),
    )


def owner(text: str) -> str:
    """The brief with another owner."""
    return brief(("owner: Citizens' desk of Marivelle, head Inés Duarte", f"owner: {text}"))


def measures(first: str, second: str, third: str) -> str:
    """The brief with other measures for the three excluded groups."""
    return brief(
        (READS_BACK, f"measure: {first}"),
        (READS_ALL, f"measure: {second}"),
        (SITS, f"measure: {third}"),
    )


def affected(*groups: str) -> str:
    """The brief of an own service with these affected groups."""
    start, end = BRIEF.index("affected_groups:\n"), BRIEF.index("needs:\n")
    listed = "affected_groups:\n" + "".join(f"  - {each!r}\n" for each in groups)
    return brief((BRIEF[start:end], listed), own=True)


def without_cases(name: str) -> str:
    """The brief of an own service with a step of this name in place of the critical one."""
    step = f"  - name: {name}\n    actor: Clerk of the archive\n    channel: Internal\n    automated: no\n"
    return brief((CRITICAL, step), own=True)


def paths(first: str, second: str) -> str:
    """The brief with other places for the two human paths."""
    return brief(
        ('"At the counter or by telephone, 0800 555 0110"', f'"{first}"'),
        ('"Counter 3, or telephone 0800 555 0110"', f'"{second}"'),
    )


def stops(text: str) -> str:
    """The brief with another rule that stops the test."""
    return brief((STOPS, f"stops_if: '{text}'"))


def measured(text: str) -> str:
    """The brief with another text for what the test measures."""
    return brief((COUNTED, f"measured: {text}"))


NEED = "need: A danger that is reported in the morning is read in the morning."
NUMBER = (
    "evidence: In Garoa and Horta 50% of 206 critical comments were answered within a day, elsewhere "
    "67% of 701 (civic-comments)."
)
R06 = "evidence: R06, question 3, to whom a page answered that thanked her for using the digital services."
R09 = "evidence: R09, question 3, whose case was closed after two telephone calls."
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
READS_ALL = "measure: A clerk reads all comments in other languages on the day they come, with an interpreter."
SITS = "measure: A clerk sits in the clinics of Garoa and Horta on Tuesdays and takes down what is said."
CRITICAL = """  - name: Threat to life, or a child in danger
    actor: Clerk on duty at the desk, who reads each such comment within the hour
    channel: Internal
    automated: no
"""
DANGER = "Threat to life, or a child in danger"
PATH = (
    '    human_path: {where: "At the counter or by telephone, 0800 555 0110", who: Clerk on duty at the '
    "desk, days: 1}\n"
)
STOPS = (
    "stops_if: Fewer than 8 in 10 critical test comments of any one group are read on the same day."
)
COUNTED = "measured: The share of critical test comments of each group that a clerk has read on the same day."
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
        right(brief((NEED, "need: J'ai besoin qu'un danger signalé le matin soit lu le matin."))),
        right(brief((NEED, "need: Quem ia ao balcão recebe a resposta em casa."))),
        *(
            mistake("capstone-1-need-tool", brief((NEED, f"need: {text}")), points=1)
            for text in ("Une IA qui trie les messages.", "Una ia que lee los mensajes.")
        ),
        right(
            evidence(
                "One in three critical comments waits longer than a day (civic-comments).",
                "R09, questions 2 and 3",
                "R09, third question",
            )
        ),
        right(
            evidence(
                "Deux tiers des messages critiques ont une réponse le jour même (civic-comments).",
                "R9, question n° 3",
                "R06, 3e question",
            )
        ),
        right(
            evidence(
                "Dos tercios de los mensajes críticos (civic-comments)",
                "R09, pregunta núm. 3",
                "R06, 3.ª pregunta",
            )
        ),
        right(
            evidence(
                "Um terço das mensagens críticas espera mais de um dia (civic-comments)",
                "R09, perguntas 2 e 3",
                "R09Q3",
            )
        ),
        *(
            mistake(
                "capstone-1-evidence-interview", evidence("71%, civic-comments", *both), points=1
            )
            for both in (
                ("R11, question 3", "R09, question 3"),
                ("R06, question 3", "R09, una buena pregunta"),
            )
        ),
        mistake(
            "capstone-1-evidence-number",
            brief((NUMBER, "evidence: Many waited in the last quarter.")),
            points=1,
        ),
        *(
            mistake("capstone-1-evidence-source", brief((NUMBER, f"evidence: {text}")), points=1)
            for text in ("'5'", "5 comments", "La moitié")
        ),
        *(
            mistake(
                "capstone-1-evidence-asked", brief((R09, f"evidence: {text}"), own=True), points=1
            )
            for text in ("Residents", "Los habitantes")
        ),
        *(
            right(owner(text))
            for text in (
                "Empresa Pública Municipal de Agua Potable, gerente Ana Ruiz",
                "Empresa Municipal de Saneamento, diretora Ana Luz",
                "Public water company of Marivelle, head Ana Luz",
                "Direction de l'entreprise publique de l'eau",
                "Companhia de Saneamento de Marivelle",
            )
        ),
        *(
            mistake("capstone-1-owner-firm", owner(text), points=1)
            for text in (
                "Vendor of the public desk",
                "La société qui a livré l'outil",
                "La compañía de software",
                "A companhia que entregou o modelo",
            )
        ),
        # What is no tool, and what nobody wants to use.
        *(
            right(brief((NEED, f"need: {text}")))
            for text in (
                "Que la aplicación del acuerdo sea igual en todos los barrios.",
                "Que alguien me lea el modelo de contrato de arriendo.",
                "To report a danger without having to use an app.",
                "Déposer un message sans passer par une application mobile.",
                "Enviar a mensagem sem usar o aplicativo.",
            )
        ),
        *(
            mistake("capstone-1-need-tool", brief((NEED, f"need: {text}")), points=1)
            for text in (
                "Une appli mobile.",
                "Un tablero de control.",
                "Um assistente virtual.",
                "Um robô que responda na hora.",
                "Un site web plus clair.",
                "Um site novo para enviar mensagens.",
            )
        ),
        right(
            evidence(
                "Dos de cada tres mensajes críticos (civic-comments)",
                "R06, question trois",
                "R09, pregunta tres",
            )
        ),
        *(
            mistake("capstone-1-evidence-source", brief((NUMBER, f"evidence: {text}")), points=1)
            for text in ("50% of 206", "36 % de 193")
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
        right(
            outcome(
                counted='"Median days until a critical comment has its first answer"',
                today="11",
                wanted="1",
            )
        ),
        right(outcome(counted='"Días hasta la primera respuesta"', today="3", wanted="1")),
        right(outcome(wanted="1")),
        *(
            right(outcome(counted=f'"{text}"'))
            for text in (
                "Share of permits issued within two weeks in the pilot offices",
                "Complaints about water that are closed within a week in the pilot districts",
                "Water meters installed within a week in the pilot districts",
                "Signalements urgents traités dans l'heure par l'équipe du pilote",
                "Part des courriers critiques lus en 24 heures avec Civicly",
                "Quejas urgentes que se atienden en menos de una semana con el sistema nuevo",
                "Reclamações urgentes respondidas em uma semana no piloto",
            )
        ),
        *(
            mistake("capstone-1-goal-activity", outcome(counted=f'"{text}"'))
            for text in (
                "The system of the citizens' desk",
                "The model is delivered to the citizens' desk",
                "Delivery of the model to all residents",
                "Le modèle est livré à tous les citoyens",
                "El sistema funciona todos los días",
                "O sistema é entregue a todos os cidadãos",
                "El modelo clasifica bien las solicitudes",
                "Le nombre de messages triés par Civicly",
                "Solicitudes procesadas por el sistema",
                "Nombre de réunions de suivi",
                "Treinamento dos atendentes concluído",
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
        mistake("capstone-1-outcome-person", outcome(answers_for_it='"O Civicly"')),
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
        *(
            right(affected(first, second))
            for first, second in (
                ("housing: rent", "age group: 30 to 44"),
                ("Logement : locataire", "Âge\u00a0: moins de 30 ans"),
                ("Zona:Ladera", "Canal: Teléfono"),
                ("Região: Norte", "hora: 10:30 a 12:00"),
            )
        ),
        *(
            mistake("capstone-1-group-form", affected("housing: rent", group), points=2)
            for group in (
                "Households with a prepaid meter",
                "Madres cabeza de hogar",
                "Foyers sans bail",
                "Região:",
                ": rural",
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
        *(
            mistake(
                "capstone-1-only-counted",
                brief((WRITE, ""), ("group: speakers of other languages", f"group: {name}")),
                points=2,
            )
            for name in ("people without internet", "las personas sin internet", "French speakers")
        ),
        right(
            brief(
                (WRITE, ""),
                (
                    "group: speakers of other languages",
                    "group: speakers neither of French nor Spanish",
                ),
            )
        ),
        right(
            measures(
                "In the library, a librarian fills in the web form together with the person.",
                "Une médiatrice vient sur site, au foyer, chaque mardi.",
                "Una promotora pasa por cada sitio del barrio y anota lo que se dice.",
            )
        ),
        right(
            measures(
                "À la bibliothèque, une bibliothécaire remplit le formulaire en ligne avec la personne.",
                "En la biblioteca, una bibliotecaria llena el formulario web con la persona.",
                "Na biblioteca, uma funcionária preenche o formulário do site com a pessoa.",
            )
        ),
        right(
            measures(
                "The agent at the counter writes down what is said; besides, we collect more data of "
                "this group.",
                "An interpreter reads them; more data would not help here.",
                "The answer comes by letter, not by e-mail.",
            )
        ),
        *(
            mistake("capstone-1-measure-page", brief((READS_BACK, f"measure: {text}")), points=2)
            for text in (
                "A smartphone app with big letters.",
                "We send a newsletter with a link to the website.",
                "People visit our website.",
                "A web page in 9 languages, open 24 hours.",
                "Sur la page d'accueil du site, un lien explique comment écrire.",
                "La oficina virtual en el sitio web.",
                "Una aplicación explica cómo enviar un mensaje.",
                "Atendimento pelo aplicativo.",
            )
        ),
        *(
            mistake("capstone-1-measure-model", brief((SITS, f"measure: {text}")), points=2)
            for text in (
                "We improve our model.",
                "Um modelo melhor.",
                "Nous réentraînons le modèle.",
                "Mejoramos el modelo con más comentarios.",
                "Vamos treinar o modelo de novo.",
            )
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
        *(
            right(brief((CRITICAL, CRITICAL.replace(DANGER, f'"{name}"')), own=True))
            for name in (
                "Houses in danger: a person always reads these requests",
                "Requests that name a meter on fire",
                "Refusal, seen by two officials",
                "Dossiers avec une menace d’expulsion",
                "Ce que la machine ne décide jamais",
                "Lo que nunca decide la máquina: desalojos y derrumbes",
                "Lectura de las solicitudes con amenaza de derrumbe por un ingeniero",
                "Riesgo para la vida o niños en peligro: lectura humana inmediata",
                "Pedidos que falam de despejo",
                "Casas em perigo, sempre lidas por uma pessoa",
            )
        ),
        mistake("capstone-1-own-critical", brief((CRITICAL, ""), own=True), points=2),
        *(
            mistake("capstone-1-own-critical", without_cases(name), points=2)
            for name in (
                "Filing of the papers",
                "Archivo de expedientes",
                "Classement des dossiers",
                "Arquivo de processos",
            )
        ),
        mistake(
            "capstone-1-own-critical",
            brief(
                (
                    CRITICAL,
                    CRITICAL.replace("automated: no", "automated: yes")
                    + '    human_path: {where: "Counter 3", who: Clerk, days: 1}\n',
                ),
                own=True,
            ),
            points=2,
        ),
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
        right(paths("À la mairie annexe ou en ligne", "En la alcaldía o en línea")),
        right(paths("Na prefeitura ou pelo site", "In the town hall, or online")),
        right(paths("By e-mail, or telephone 0800 555 0110", "Par courriel, ou au 01 23 45 67 89")),
        *(
            mistake("capstone-1-path-page", paths("Counter 1", text), points=2)
            for text in (
                "By e-mail",
                "Par courriel",
                "WhatsApp",
                "Dans l'application",
                "Por e-mail",
                "Site da prefeitura",
                "Página web de la alcaldía",
                "E-mail da triagem",
                "Redes sociales de la alcaldía",
                "accueil@marivelle.example",
                "Application Marivelle",
            )
        ),
        *(
            right(brief(("Threat to life, or a child in danger", name)))
            for name in (
                "Amenaza de muerte o menor de edad",
                "Danger mortel, ou enfant en danger",
                "Risco de morte, ou criança em perigo",
            )
        ),
        *(
            mistake(
                "capstone-1-critical-missing",
                brief(("Threat to life, or a child in danger", name)),
                points=2,
            )
            for name in (
                "A child in danger",
                "Un enfant en danger",
                "Un niño en peligro",
                "Uma criança em perigo",
            )
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
        *(
            right(stops(text))
            for text in (
                "Fewer than half of any group are read.",
                "Unless all four groups reach 80%",
                "Cuatro o más personas de un mismo grupo no lo logran",
                "Plus de deux personnes échouent dans le même groupe",
                "Menos de ocho de cada diez personas de cualquiera de los dos",
                "Em algum grupo, menos de quatro em cada cinco pessoas conseguem",
                "Fewer than 80% of those who never write",
                "Moins de 80 % dans au moins un groupe, même si la moyenne est bonne",
                "Pour tout groupe : moins de 80 %, quelle que soit la moyenne",
                "Menos del 80% en al menos un grupo, aunque el promedio sea bueno",
                "En alguno de los grupos menos del 80%, aunque en total sea más",
                "Menos de 80% em pelo menos um grupo, mesmo que a média seja boa",
            )
        ),
        *(
            mistake("capstone-1-test-no-group", stops(text))
            for text in (
                "Fewer than 80% of the test comments are read on the same day.",
                "Moins de 80 % des messages de test sont lus le jour même.",
                "Menos del 80% de los mensajes de prueba se leen el mismo día.",
                "Menos de 80% das mensagens de teste são lidas no mesmo dia.",
            )
        ),
        *(
            mistake("capstone-1-test-together", stops(text))
            for text in (
                "More than one in 5 of all participants fails.",
                "Moins de 80 % tous groupes confondus.",
                "Menos del 80 % de todo el grupo de participantes.",
                "On average each week, fewer than 80% are read.",
                "En moyenne chaque semaine, moins de 80 % sont lus.",
                "Al menos uno de cada cinco de todos los participantes no lo logra.",
                "Pelo menos um em cada 5 de todos os participantes não consegue.",
            )
        ),
        *(
            right(measured(text))
            for text in (
                "Share of people who get an answer on the same day, and their satisfaction",
                "Part des personnes qui obtiennent une réponse le jour même, et leur satisfaction",
                "Porcentaje de personas que logran enviar su mensaje sin ayuda, y su satisfacción",
                "Parte das pessoas que conseguem enviar a mensagem sem ajuda, e sua satisfação",
            )
        ),
        *(
            mistake("capstone-1-test-content", measured(text))
            for text in (
                "Whether the participants are satisfied with the service.",
                "Whether the participants are satisfied with the answer.",
                "Whether people like the service",
                "La satisfaction des participants envers le service.",
                "L'opinion des participants",
                "Si las personas participantes están satisfechas con la respuesta.",
                "Se as pessoas participantes estão satisfeitas com o atendimento.",
            )
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
        mistake("capstone-1-in-time-share", times(KEEP, QUICK.replace("<= 1", "== 1"), GROUP)),
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
