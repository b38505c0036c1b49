"""What each exercise of module 12 must satisfy, and what to say when it does not."""

import re

from course.checking import exercise, expect, part, say
from course.dossier import OversightPlan
from course.dossier.fields.parts import REACHABLE, answers_for_nothing


def any_of(*words, whole=False):
    """A pattern for some words, a line for each idea or language; `whole` for whole words only."""
    found = "|".join(words)
    return re.compile(rf"\b({found})\b" if whole else found)


# Words of exercise 13, in four languages, compared with a text in small letters.
ONLINE = any_of(
    r"web\w*|online|app|apps|whatsapp|chat|chat ?bot|e-?mails?|telegram|messenger|facebook",
    r"(on|over|by) the internet|internet (form|page)|zoom|video ?calls?",
    r"en ligne|courriels?|courrier électronique|(sur|par) internet|(formulaire|site|page) internet",
    r"application (mobile|web)|appli|portail",
    r"en línea|correo electrónico|correo-e|(por|en) internet|aplicación|portal|página|(sitio|nuestro sitio) web",
    r"(oficina|agencia|ventanilla|mostrador|balcão|agência) virtual|guichet virtuel",
    r"aplicativo|correio eletrônico|(pela|na) internet|(no|pelo) site|site (do|da) banco",
    whole=True,
)
ADDRESS_ONLINE = any_of(r"\S{1,80}@\S+", r"https?://\S*", r"www\.\S*")
"""A mail address or a page. The digits in it are no telephone number."""
PORTAL = any_of(r"\bportal de(l)? \w+")
NO_PLACE = any_of(
    r"(without|sans|sin|sem) (the |l['’]|la |a )?(web|internet|app|chat)\w*",
    r"smart ?phones?|(virtual|online|digital) (counter|office|branch|line|desk)",
    r"(guichet|bureau|agence|oficina|agencia|ventanilla|mostrador|balcão|agência)"
    r" (virtu[ae]l|numérique|digital|en ligne|en línea|online)",
    r"\bonline\b|en ligne|en línea|(papier à|page à) lettre",
)
"""What needs the internet, though it has the name of an office or a telephone."""
NOT_OR_WITHOUT = any_of(
    # “Counter, not the web form”, “sin web”, “audit unit, not the vendor”
    r"[,;:(–—-] ?(and |et |y |e )?(not|no|non|pas|não|never|nunca|jamais|nem|ni)\b[^,;:.]*",
    r"\b(and not|but not|et non|y no|e não|instead of|rather than|au lieu d|en lugar de|em vez d)[^,;:.]*",
    r"\b(without|sans|sin|sem|no need of|needs? no)\b[^,;:.]*",
    r"\b(independent|indépendant\w*|independiente|independente|outside|separate|separad[oa])"
    r" (of|from|de|du|d['’]|del|d[oa])[^,;:.]*",
)
"""What somebody does not name, but excludes."""
ONE_WAY = any_of(
    r"radio|rádio|fm|tv|television|televisión|televisão|télévision|télé|loudspeakers?|megáfono",
    r"newspaper|leaflets?|flyers?|posters?|notice ?boards?|press",
    r"journal|presse|affiches?|affichage|dépliants?|panneau",  # codespell:ignore presse
    r"periódico|prensa|cartel|carteles|folletos?|jornal|imprensa|cartaz|cartazes|folhetos?",
    whole=True,
)
TWO_WAY = any_of(
    r"phone|line|\bcalls?\b|\bcall-in|tel[eéè]f|t[eé]l[eé]ph|línea|linha|ligne",
    r"\bappels?\b|\bappeler|llamad|llamar|ligação|ligaç|\bligar\b|chamada",
    r"letter|lettre|carta\b|cartas\b|(courrier|correo|correio)\b(?!-e| [ée]l[eé]ctr| eletr)|\bpo box|boîte postale|buzón|caixa postal",
    r"counter|office|branch|\bdesk|ventanilla|mostrador|balcão|guichet|oficina|agencia|agência|agence",
    r"bureau|accueil|sucursal|succursale|atendimento|\bposto\b",
    r"in person|en personne|en persona|pessoalmente|presencial|visit|interpret|interprète|intérprete",
    r"clerk|officer|\bagente?\b|funcionari|funcionári|employé|emplead|atendente|promotora?\b|defensor",
)
COLLEAGUES = any_of(
    r"chimbo",
    r"complaints desk|service des réclamations|oficina de quejas|setor de reclamações",
    r"\b(two|both|the|same|our) clerks?\b|^(an? |two )?clerks?$|clerks? of the complaints",
    r"(deux|mêmes) (agente?s|personnes|employé\w*)",
    r"(dos|mism[oa]s) (personas|emplead[oa]s|funcionari[oa]s|agentes)",
    r"(dupla|dois|duas|mesm[oa]s) (de )?(atendentes|funcionári[oa]s|pessoas|agentes)"
    r"|^((o|a|os|as|um|uma) )?atendentes?\b(?! da (ouvidoria|defensoria|auditoria))",
    # The supervisor, and not the supervisor of another office
    r"^((the|our|la|le|el|o|a) )?(supervis(or|ora|eur|eure)|responsable)(?! banc)"
    r"(?! (of|de|du|del|da|do|des) (?!(the )?(clerk|complaints|turno|garde|guardia|plantão|réclam"
    r"|queja|reclam|agent|la oficina de q|service des r|l['’]équipe|equip|duty)))\b",
)
OTHER_OFFICE = any_of(
    r"ombud|authority|regulat|court\b|tribunal|ministr|central bank|superintend",
    r"\baudit|\blegal|jur[íi]di|\bapelac|\bappeals?\b|conformi",
    r"autorité|régulat|médiat|ministèr|banque centrale|autoridad|regulador|defensor|ministeri",
    r"banco central|ouvidoria|autoridade|ministéri",
)
FIRM = any_of(
    r"vendors?|suppliers?|firms?|compan(y|ies)(?! secretary)|contractors?|manufacturer",
    r"fournisseur\w*|entreprises?|prestataires?|fabricants?|proveedor\w*|empresas?|compañías?",
    r"fabricantes?|contratistas?|fornecedor\w*|companhias?",
    whole=True,
)
PUBLIC_OFFICE = any_of(
    r"superintendencia de (compañías|empresas|bancos y empresas)",
    r"(public|municipal|state-owned) (\w+ )?company",
    r"(entreprise|empresa)( \w+){0,3} (publique|municipale?|p[úu]blica|estatal|estadual)",
)
"""Public bodies that hold a word of FIRM."""


def plain(text):
    """A text in small letters, with single spaces."""
    return " ".join(text.split()).casefold()


def is_online(channel, contact):
    """Whether a way to appeal needs the internet, by its name or by its address."""
    names = NOT_OR_WITHOUT.sub(" ", plain(channel))
    place = ADDRESS_ONLINE.sub(" ", plain(contact))
    has_other = re.search(r"\d{3}|\d\d[ .-]\d\d", place) or TWO_WAY.search(NO_PLACE.sub(" ", place))
    if ONLINE.search(names) and not TWO_WAY.search(NO_PLACE.sub(" ", names)):
        return True
    # “Portal de Ponchos 12” is a place in a town.
    place = PORTAL.sub(" ", NOT_OR_WITHOUT.sub(" ", place))
    found = ADDRESS_ONLINE.search(plain(contact)) or ONLINE.search(place)
    return bool(found) and not has_other


def watches(judge):
    """Whether a text names those who watch the cases."""
    judge = NOT_OR_WITHOUT.sub(" ", plain(judge)).strip()
    if "chimbo" in judge:
        return True
    return bool(COLLEAGUES.search(judge)) and not OTHER_OFFICE.search(judge)


def is_vendor(text):
    """Whether a text names a firm; a public company is none."""
    return bool(FIRM.search(PUBLIC_OFFICE.sub(" ", NOT_OR_WITHOUT.sub(" ", plain(text)))))


# Sentences that several exercises share.
WHOLE_TRIAL = say(
    "12-whole-trial", "This is the figure for all messages: keep only those that are asked for."
)
ACCURACY = say(
    "12-accuracy-for-recall",
    "This is accuracy, which counts mainly the easy messages. Recall looks at the critical ones "
    "only.",
)


def not_share(name, value):
    """The last resort where a share is asked."""
    return say(
        "12-not-this-share",
        "`{name}` is {value}. The right answer is another number between 0 and 1: which "
        "messages or flags are counted above the line, and which are the whole, below it?",
        name=name,
        value=str(value)[:40],
    )


def not_count(name, value):
    """The last resort where a whole number is asked."""
    return say(
        "12-not-this-count",
        "`{name}` is {value}. The right answer is another whole number: look again at what is "
        "counted.",
        name=name,
        value=str(value)[:40],
    )


def not_number(name, value):
    """The last resort where another number is asked."""
    return say(
        "12-not-this-number",
        "`{name}` is {value}. The right answer is another number: do the steps of the exercise "
        "once more, one by one.",
        name=name,
        value=str(value)[:40],
    )


def whole(name, value):
    """A whole number of messages, months, flags or days."""
    found = expect.number(value)
    expect.true(
        found == int(found),
        say(
            "12-not-whole",
            "`{name}` is {value}. A count is a whole number: count the rows, or the cases in "
            "which a comparison is true.",
            name=name,
            value=str(value)[:40],
        ),
    )


def not_result(value, given):
    """The last resort for a function."""
    return say(
        "12-not-this-result",
        "With {given} your function returns {value}, which is not the result. Follow its lines by "
        "hand with these values.",
        given=given,
        value=str(value)[:40],
    )


def unused(name, results):
    """Fails when a function returns the same whatever the argument `name` is."""
    expect.true(
        any(result != results[0] for result in results),
        say(
            "12-unused",
            "Your function returns {value} for each `{name}` that we tried. Its result should depend "
            "on `{name}`: is this name used, or a number or another name in its place? And does "
            "`return` hand over what was computed with it?",
            name=name,
            value=str(results[0])[:40],
        ),
    )


# Self-checks of the lesson.


@exercise(
    "quick-headline",
    hints=[
        say(
            "12-hint-headline-1",
            "A system that never flags is wrong on each critical message, and right on all others.",
        )
    ],
)
def quick_headline(value):
    expect.close(
        value,
        0.92340,
        otherwise=not_share("never_march", value),
        mistakes={
            0.07660: say(
                "12-headline-base",
                "This is the base rate: the share on which such a system would be wrong.",
            ),
            0.0: say(
                "12-headline-recall",
                "0 is its recall. Accuracy also counts the messages that are not critical.",
            ),
            0.9502: say(
                "12-headline-all",
                "This is the figure for the whole trial. March 2026 is asked for.",
            ),
            0.93085: say(
                "12-headline-system",
                "This is the accuracy of the vendor's system in March. What would a system that never flags reach?",
            ),
        },
    )


@exercise(
    "quick-parity",
    because=say(
        "12-quick-parity-why",
        "Accuracy lies between 94.7% and 96.1%, because most messages are not critical. Recall is "
        "56.2% in English and 30.0% in French, and it is the missed critical messages that do "
        "harm.",
    ),
    hints=[
        say("12-hint-parity-1", "Compare accuracy and recall in the table, language by language.")
    ],
)
def quick_parity(key):
    expect.choice(
        key,
        right="other-measure",
        wrong={
            "copy-it": say(
                "12-parity-copy",
                "Accuracy can be nearly equal while recall is not. Look at recall in English and in "
                "French.",
            ),
            "not-true": say(
                "12-parity-false",
                "Subtract the lowest accuracy from the highest: the claim about accuracy holds.",
            ),
            "too-few": say(
                "12-parity-few",
                "The trial has few messages in French, but a contract can require a test on more of them.",
            ),
        },
    )


@exercise(
    "quick-clause",
    because=say(
        "12-quick-clause-why",
        "The clause names the metric, the group, the number, the date, who judges the messages, "
        "and the consequence, so a court can calculate whether the vendor kept it. “Fairly” and "
        "“the market's best” need interpretation. A report can show poor service and still keep "
        "its clause.",
    ),
    hints=[
        say(
            "12-hint-clause-1",
            "Each clause has a number. What does the number measure, and can the buyer count it?",
        )
    ],
)
def quick_clause(key):
    expect.choice(
        key,
        right="numbers",
        wrong={
            "fair": say(
                "12-clause-fair",
                "What does “fairly” mean? The vendor and the court can understand it differently.",
            ),
            "best": say(
                "12-clause-best",
                "Who knows what the best on the market is? Nobody can compute 0.05 less than that.",
            ),
            "report": say(
                "12-clause-report",
                "A report is due, whatever it says: poor service to women would break nothing.",
            ),
        },
    )


@exercise(
    "quick-looks",
    hints=[
        say(
            "12-hint-looks-1",
            "If looking 100 times gives 5 false alarms on average, how many does looking 96 times give?",
        )
    ],
)
def quick_looks(value):
    expect.close(
        value,
        4.8,
        otherwise=not_number("false_alarms", value),
        mistakes={
            5.0: say("12-looks-decimal", "Nearly: give the number with one decimal."),
            0.05: say("12-looks-one", "This is the chance of one look. There are 96 of them."),
            0.6: say("12-looks-months", "You counted 12 looks: in each month there are 8 groups."),
            0.4: say("12-looks-groups", "You counted 8 looks: each group is looked at 12 times."),
            0.993: say(
                "12-looks-any",
                "This is the chance of at least one false alarm. How many does one expect?",
            ),
            480.0: say("12-looks-percent", "5% is 0.05, not 5."),
            96.0: say("12-looks-all", "This is the number of looks. Only some raise an alarm."),
            0.0: say(
                "12-looks-none",
                "Although nothing changes, chance raises some alarms: each look has 5%.",
            ),
            4.0: say("12-looks-decimal-down", "Do not cut the decimals off: give one decimal."),
            0.048: say(
                "12-looks-two-percents",
                "You divided by 100 twice: 5% is 0.05, and there are 96 looks.",
            ),
        },
    )


# The assignment.


@exercise(
    "small-print",
    points=1,
    because=say(
        "12-small-print-why",
        "At 0.62 the system finds 215 critical messages instead of 238, so 23 more are missed. "
        "The bank runs it at one threshold, so both rates must be stated at the one offered.",
    ),
    hints=[
        say(
            "12-hint-small-1",
            "`more_missed`: find the difference between the two numbers in the last column of the table. "
            "`threshold_says`: look at what else changes when the threshold goes up.",
        )
    ],
)
def small_print(more, key):
    with part():
        whole("more_missed", more)
        expect.count(
            more,
            23,
            otherwise=not_count("more_missed", more),
            mistakes={
                119: say(
                    "12-small-flags",
                    "This is by how much the flags fall. The question is about critical messages "
                    "that are missed.",
                ),
                283: say(
                    "12-small-missed",
                    "This is how many are missed at one threshold. How many *more* than at the other?",
                ),
                260: say(
                    "12-small-missed-offer",
                    "This is how many are missed at the threshold of the offer. How many more at the other?",
                ),
                -23: say(
                    "12-small-sign", "At 0.62 more are missed, not fewer: give a positive number."
                ),
                96: say(
                    "12-small-wrong-flags",
                    "These are the wrong flags that are spared. How many critical messages does "
                    "that cost?",
                ),
            },
        )
    with part():
        expect.choice(
            key,
            right="same-for-both",
            wrong={
                "take-062": say(
                    "12-threshold-better",
                    "The threshold was chosen after the answers were known, and it misses more "
                    "critical messages.",
                ),
                "best-of-each": say(
                    "12-threshold-each",
                    "The bank runs the system at one threshold. It cannot have both of these rates "
                    "at once.",
                ),
                "miss-none": say(
                    "12-threshold-zero",
                    "Two critical messages of the trial have a score of 0. To miss none, the system has "
                    "to flag all 10,000 messages: the officials read as many as without it.",
                ),
            },
        )


@exercise(
    "low-scores",
    points=1,
    hints=[
        say(
            "12-hint-low-1",
            "The two numbers have the same messages above the line, but a different whole below it: first all "
            "messages with a low score, then all critical messages.",
        ),
        say(
            "12-hint-low-2",
            "The second line has one gap. Which rows are the whole? "
            '`low_of_critical = (trial[...]["score"] < 0.10).mean()`',
        ),
    ],
)
def low_scores(critical_of_low, low_of_critical):
    swapped = say(
        "12-low-swapped",
        "The two numbers have changed places: which messages are the whole in each?",
    )
    of_all = say(
        "12-low-of-all",
        "You divided by all 10,000 messages. The whole is the part that the question names after "
        "“of”.",
    )
    counted = say("12-low-count", "This is a count of messages. A share is asked for.")
    others = say(
        "12-low-others",
        "This is the share of the messages with a low score that are *not* critical.",
    )
    with part():
        expect.close(
            critical_of_low,
            0.014778,
            otherwise=not_share("critical_of_low", critical_of_low),
            digits=4,
            mistakes={
                0.985222: others,
                0.985: others,
                0.25301: swapped,
                0.0126: of_all,
                0.25237: say("12-low-high", "These are the messages with a score of 0.10 or more."),
                0.0498: WHOLE_TRIAL,
                126.0: counted,
                0.0: say(
                    "12-low-flagged",
                    "You took flags. No low score is flagged; look at `critical` instead.",
                ),
            },
        )
    with part():
        expect.close(
            low_of_critical,
            0.25301,
            otherwise=not_share("low_of_critical", low_of_critical),
            digits=4,
            mistakes={
                0.74699: say(
                    "12-low-others-critical",
                    "This is the share of critical messages with a score of 0.10 or more.",
                ),
                0.01478: swapped,
                0.0126: of_all,
                0.8526: say(
                    "12-low-everybody",
                    "This is the share of all messages with a low score. Keep the critical ones "
                    "first.",
                ),
                126.0: counted,
                0.52209: say(
                    "12-low-missed",
                    "This is the share of critical messages without a flag, at the threshold 0.5. "
                    "The claim is about scores below 0.10.",
                ),
            },
        )


@exercise(
    "phone",
    points=1,
    hints=[
        say("12-hint-phone-1", "Follow the three lines about French in section 2 of the lesson."),
        say(
            "12-hint-phone-2",
            'With `phone = trial[trial["channel"] == "phone"]`, the line has one gap. Which rows '
            'are kept first? `phone_recall = phone[...]["flagged"].mean()`',
        ),
    ],
)
def phone(recall, people):
    with part():
        expect.close(
            recall,
            0.41860,
            otherwise=not_share("phone_recall", recall),
            mistakes={
                0.65455: say(
                    "12-phone-precision",
                    "This is precision: it starts from the flags. Recall starts from the critical "
                    "messages.",
                ),
                0.95669: ACCURACY,
                0.03453: say(
                    "12-phone-flags",
                    "This is the share of all telephone messages that was flagged. Keep the "
                    "critical ones first.",
                ),
                0.05399: say(
                    "12-phone-base",
                    "This is the share of telephone messages that is critical: the base rate.",
                ),
                0.02260: say(
                    "12-phone-joint",
                    "You divided by all telephone messages. Recall divides by the critical ones.",
                ),
                0.07229: say(
                    "12-phone-all-critical",
                    "You divided by the critical messages of all channels. Keep the telephone.",
                ),
                0.15126: say(
                    "12-phone-inverse",
                    "This is the share of the messages found that came by telephone. Which "
                    "messages are the whole?",
                ),
                0.47791: WHOLE_TRIAL,
            },
        )
    with part():
        whole("phone_critical", people)
        expect.count(
            people,
            86,
            otherwise=not_count("phone_critical", people),
            mistakes={
                1593: say(
                    "12-phone-everybody",
                    "These are all messages by telephone. Recall counts only the critical ones.",
                ),
                55: say(
                    "12-phone-flagged",
                    "These are the flags among telephone messages. Recall counts only the critical "
                    "ones.",
                ),
                36: say(
                    "12-phone-found",
                    "These are the critical messages that were found: the upper number of "
                    "the rate. Which number is below it?",
                ),
                498: WHOLE_TRIAL,
                10000: WHOLE_TRIAL,
            },
        )


@exercise(
    "kichwa",
    points=1,
    because=say(
        "12-kichwa-why",
        "The trial holds no call in Kichwa, so it says nothing about such calls. Neither the rate "
        "for telephone, nor that for Spanish, nor 0 was measured on them; only a test can do "
        "that.",
    ),
    hints=[say("12-hint-kichwa-1", "How many messages of this kind does the trial hold?")],
)
def kichwa(key):
    expect.choice(
        key,
        right="no-rate",
        wrong={
            "phone-rate": say(
                "12-kichwa-phone",
                "The calls of the trial were not in Kichwa. A shared channel does not make people "
                "or texts alike.",
            ),
            "spanish-rate": say(
                "12-kichwa-spanish",
                "A text translated in haste differs from one that was written in Spanish. The "
                "trial holds none.",
            ),
            "rate-of-0": say(
                "12-kichwa-zero",
                "0 is a number too: the board would read that the system found no such call. Who has "
                "counted that?",
            ),
        },
    )


@exercise(
    "award",
    points=2,
    because=say(
        "12-award-why",
        "A has 0.6 × 55 + 0.4 × 100 = 73.0 points, B 0.6 × 80 + 0.4 × 76.9 = 78.8 and C 0.6 × 90 "
        "+ 0.4 × 50 = 74.0. Neither the lowest price nor the best quality is enough to win.",
    ),
    hints=[
        say(
            "12-hint-award-1",
            "The price points of A are 100. Those of B are 100 times 400, divided by 520.",
        ),
        say("12-hint-award-2", "For B: `0.6 * 80 + 0.4 * ...`"),
    ],
)
def award(winner, total):
    with part():
        expect.choice(
            winner,
            right="B",
            wrong={
                "A": say(
                    "12-award-cheapest",
                    "The cheapest offer wins when price counts 60%. Here quality does.",
                ),
                "C": say(
                    "12-award-best-quality",
                    "The best mark for quality alone does not win: its price points count too. Or "
                    "did a higher price bring more points?",
                ),
            },
        )
    with part():
        expect.close(
            total,
            78.76923,
            otherwise=not_number("winner_total", total),
            digits=1,
            mistakes={
                82.0: say(
                    "12-weights-swapped",
                    "This is the total of A with the weights swapped: quality counts 60%.",
                ),
                78.2: say(
                    "12-weights-swapped-b",
                    "This is B with the weights swapped: quality counts 60%.",
                ),
                374.0: say(
                    "12-price-raw",
                    "You added the price as it is. First turn it into points from 0 to 100.",
                ),
                256.0: say(
                    "12-price-raw-b",
                    "You added the price of B as it is. First turn it into points from 0 to 100.",
                ),
                94.0: say(
                    "12-price-turned",
                    "A high price brought many points here: put the lowest price on top.",
                ),
                100.0: say(
                    "12-price-turned-b",
                    "The price points are turned round: put the lowest price on top.",
                ),
                73.0: say("12-award-a", "This is the total of A. Another offer has more."),
                74.0: say("12-award-c", "This is the total of C. Another offer has more."),
                76.92308: say(
                    "12-award-price-only",
                    "These are the price points of B. Apply the weight, and add the weighted quality.",
                ),
                78.46154: say(
                    "12-award-equal", "You gave both the same weight: quality counts 60%."
                ),
            },
        )


@exercise(
    "clause",
    points=1,
    because=say(
        "12-clause-why",
        "Recall by telephone can fall while the average holds, so each channel needs the limit of "
        "0.45 that the bank has decided. The vendor must not judge its own work, and nobody can "
        "promise 1.00.",
    ),
    hints=[say("12-hint-contract-1", "Who measures, for which group, and what follows?")],
)
def clause(key):
    expect.choice(
        key,
        right="each-channel",
        wrong={
            "all-channels": say(
                "12-clause-average",
                "Recall by telephone can fall while the average over all channels holds.",
            ),
            "own-report": say(
                "12-clause-own-report",
                "The vendor would measure its own work. Who chose the messages in section 1 of "
                "the lesson?",
            ),
            "no-miss": say(
                "12-clause-perfect",
                "In the trial the system found 48 of 100. A vendor would not sign this, or would put "
                "the lost fee into the price. Which limit has the bank decided on?",
            ),
        },
    )


@exercise(
    "normal-months",
    points=1,
    hints=[
        say("12-hint-normal-1", 'Begin with `normal = monthly["2025-07":"2026-01"]`.'),
        say(
            "12-hint-normal-2",
            "Count with `months_below = (monthly < limit).sum()`. The line before it has one gap: "
            "`limit = normal.mean() - ...`",
        ),
    ],
)
def normal_months(limit, below):
    with_break = say(
        "12-alarm-with-break",
        "This `limit` comes from all twelve months, which contain the fever. Which months are "
        "normal?",
    )
    mixed = say(
        "12-limit-mixed",
        "For this `limit` you took the mean of some months and the standard deviation of others. "
        "Take both from the normal months.",
    )
    lesson = say(
        "12-limit-lesson",
        "This is the limit of the lesson, the mean plus three standard deviations, for a count "
        "that must not rise. Recall must not fall, and two standard deviations are asked for.",
    )
    above = say(
        "12-limit-above",
        "This limit lies above the mean. A fall in recall has to be noticed: subtract.",
    )
    with part():
        expect.close(
            limit,
            0.44240,
            otherwise=not_number("limit", limit),
            mistakes={
                0.33830: say(
                    "12-limit-february",
                    "February 2026 is among your normal months, but the fever had begun by then.",
                ),
                0.33532: mixed,
                0.35919: mixed,
                0.43102: say("12-limit-short", "January 2026 is missing among your normal months."),
                0.45370: say(
                    "12-limit-numpy",
                    "Close: `np.std` divides by 7, `normal.std()` by 6. Use the line of the lesson.",
                ),
                0.25212: with_break,
                0.26317: with_break,
                0.82328: lesson,
                0.80630: lesson,
                0.74709: above,
                0.73579: above,
                0.36622: say(
                    "12-limit-three", "You took three standard deviations. Two are asked for."
                ),
                0.38317: say(
                    "12-limit-three-numpy",
                    "You took three standard deviations; two are asked for.",
                ),
                0.51857: say("12-limit-one", "You took one standard deviation. Two are asked for."),
                0.59474: say(
                    "12-limit-mean",
                    "This is the mean of the normal months. About half of them are below it: leave "
                    "room for chance.",
                ),
                0.15235: say(
                    "12-limit-deviation",
                    "This is two standard deviations. Subtract it from the mean.",
                ),
            },
        )
    with part():
        whole("months_below", below)
        expect.count(
            below,
            3,
            otherwise=not_count("months_below", below),
            mistakes={
                0: say(
                    "12-months-normal-only",
                    "No normal month lies below the limit. Compare all twelve months of `monthly` "
                    "with it.",
                ),
                9: say(
                    "12-months-above",
                    "This is how many months lie above the limit. How many lie below?",
                ),
                12: say(
                    "12-months-all",
                    "This is the number of all months. `.sum()` counts those where the comparison "
                    "is true.",
                ),
                5: say(
                    "12-months-fever",
                    "Five months had the fever. How many of the twelve lie below the limit?",
                ),
            },
        )


@exercise(
    "alarm-day",
    points=2,
    hidden=True,
    hints=[
        say(
            "12-hint-alarm-1",
            "Two things change in `first_above`: the side of the limit, and what is returned.",
        ),
        say(
            "12-hint-alarm-2",
            "Readings are a week apart. The line that returns the day has one gap: "
            "`return ... * number`",
        ),
    ],
)
def alarm_day(function):
    readings = [0.50, 0.20, 0.45, 0.38, 0.55, 0.39, 0.40, 0.39, 0.50, 0.31, 0.30, 0.33, 0.52]
    readings += [0.53, 0.54]
    shown = ", ".join(f"{each:.2f}" for each in readings)
    given = f"readings = [{shown}], limit = 0.40, in_a_row = 3"
    day = expect.call(function, readings, 0.40, 3)

    def or_none(*arguments):
        """What the function gives back, with a text in place of None."""
        found = function(*arguments)
        return "None" if found is None else found

    never = expect.call(or_none, [0.5, 0.6, 0.3], 0.40, 2)
    expect.true(
        str(never) != "None",
        say(
            "12-alarm-none",
            "Where the alarm is never raised, your function gives `None`, which is nothing. It is to "
            "return 0 there.",
        ),
    )
    answered = expect.number(day) != 0
    if answered:
        by_limit = [day]
        by_limit += [expect.call(function, readings, limit, 3) for limit in (0.10, 0.47, 0.90)]
        by_row = [day] + [expect.call(function, readings, 0.40, row) for row in (1, 2, 9)]
        expect.true(
            by_row != [21, 7, 14, 0],
            say(
                "12-alarm-run",
                "You return the length of the run, in days. Count all the weeks from the first "
                "reading on.",
            ),
        )
        turned = [day, expect.call(function, readings[::-1], 0.40, 3)]
        turned += [expect.call(function, [each] * 4, 0.40, 3) for each in (0.2, 0.9)]
        unused("readings", turned)
        unused("limit", by_limit)
        unused("in_a_row", by_row)
    # Good readings between bad ones: 49 for a count that they do not set back.
    apart = [0.5, 0.3, 0.5, 0.3, 0.5, 0.5, 0.3, 0.5]
    expect.true(
        (day, expect.call(or_none, apart, 0.40, 3)) != (42, 49),
        say(
            "12-alarm-not-in-a-row",
            "You counted bad readings, but not in a row: a good reading sets the count back to 0.",
        ),
    )
    expect.close(
        day,
        84,
        digits=2,
        otherwise=not_result(day, given),
        mistakes={
            2.31: say(
                "12-alarm-reading",
                "You multiplied the reading itself. Multiply its number: `enumerate` counts.",
            ),
            18: say(
                "12-alarm-from-seven",
                "You began to count at 7, so each week adds 1. Count from 1; each week adds 7 days.",
            ),
            126: say(
                "12-alarm-from-seven-times",
                "You began to count at 7 and also multiplied by 7: begin at 1.",
            ),
            12: say(
                "12-alarm-number",
                "This is the number of the reading. Each week has 7 days, and the day is asked for.",
            ),
            11: say(
                "12-alarm-place",
                "This is a place counted from 0. Count readings from 1, and give the day.",
            ),
            77: say(
                "12-alarm-from-zero",
                "The alarm comes one week too early: does your counting begin at 1?",
            ),
            70: say(
                "12-alarm-start",
                "This is the first day of the run. On that day nobody can know that two more will "
                "follow.",
            ),
            56: say("12-alarm-equal", "A reading that equals the limit is not below it: use `<`."),
            21: say(
                "12-alarm-mean",
                "You compared the mean of the last readings. Each of them must be below the limit.",
            ),
            105: say("12-alarm-above", "Your alarm looks for readings above the limit."),
            15: say("12-alarm-above-number", "Your alarm looks above the limit, not below."),
            0: say(
                "12-alarm-never",
                "Your function returns 0 here, although the 10th, 11th and 12th readings are below "
                "the limit. Check three lines: `return`, not `print`, hands over the day; `return 0` "
                "comes after the loop; `run = 0` comes before the loop and after each good reading.",
            ),
        },
    )
    expect.count(
        never,
        0,
        otherwise=say(
            "12-alarm-zero",
            "With the readings 0.50, 0.60, 0.30, limit 0.40 and in_a_row 2, your function returns "
            "{value}. Only one reading is below, so the result should be 0.",
            value=str(never)[:40],
        ),
    )
    first = expect.call(function, [0.3, 0.3, 0.5, 0.3], 0.40, 1)
    expect.count(
        first,
        7,
        otherwise=say(
            "12-alarm-last",
            "With the readings 0.30, 0.30, 0.50, 0.30, limit 0.40 and in_a_row 1, your function "
            "returns {value}. The first reading raises the alarm, and later ones change nothing.",
            value=str(first)[:40],
        ),
    )
    broken = expect.call(function, [0.3, 0.3, 0.5, 0.3, 0.3, 0.3], 0.40, 3)
    expect.count(
        broken,
        42,
        otherwise=say(
            "12-alarm-set-back",
            "With the readings 0.30, 0.30, 0.50, 0.30, 0.30, 0.30, limit 0.40 and in_a_row 3, your "
            "function returns {value}. The third reading is good and sets the count back to 0, so "
            "the alarm comes on day 42.",
            value=str(broken)[:40],
        ),
    )


@exercise(
    "rule",
    points=1,
    because=say(
        "12-rule-why",
        "B and C raise a false alarm in at most 5 of 100 years, and C needs 21 days, B 28. A "
        "raises one in 91 of 100 years, D in 14.",
    ),
    hints=[
        say(
            "12-hint-rule-1",
            "First leave out the rules with more than 5 false alarms. Then compare the days.",
        )
    ],
)
def rule(letter, days):
    with part():
        expect.choice(
            letter,
            right="C",
            wrong={
                "A": say(
                    "12-rule-fastest",
                    "It raises the alarm first, but falsely in most years. The board accepts 5 in 100.",
                ),
                "B": say(
                    "12-rule-quietest",
                    "It has the fewest false alarms. Another rule has at most 5 too, and needs fewer days.",
                ),
                "D": say("12-rule-too-many", "Compare its false alarms with the board's limit."),
            },
        )
    with part():
        whole("rule_days", days)
        expect.count(
            days,
            21,
            otherwise=not_count("rule_days", days),
            mistakes={
                7: say("12-days-a", "This is the delay of rule A."),
                28: say("12-days-b", "This is the delay of rule B."),
                14: say("12-days-d", "This is the delay of rule D."),
                3: say("12-days-weeks", "This is in weeks. Give days."),
                1: say("12-days-false", "This is the number of false alarms. Give the days."),
            },
        )


@exercise(
    "overrides",
    points=1,
    because=say(
        "12-overrides-why",
        "Officials overrode 14 of 190 wrong flags, 7.4%. In daily work nobody knows which flags "
        "are wrong, so few overrides can mean good flags or tired officials; planted errors tell "
        "the two apart.",
    ),
    hints=[
        say(
            "12-hint-overrides-1",
            "`noticed`: use the second row of the table only. `noticed_says`: where would the "
            "bank know which flags are wrong?",
        )
    ],
)
def overrides(noticed, key):
    with part():
        expect.close(
            noticed,
            0.07368,
            otherwise=not_share("noticed", noticed),
            mistakes={
                0.04: say(
                    "12-override-share",
                    "This is the share of all flags, as the vendor gives it. Of the wrong ones, "
                    "how many were overridden?",
                ),
                0.10526: say(
                    "12-override-top",
                    "Six of the 20 overridden flags were right. Keep to the row of the wrong ones.",
                ),
                0.7: say(
                    "12-override-inverse",
                    "This is the share of the overridden flags that were wrong. Which flags are "
                    "the whole?",
                ),
                0.028: say(
                    "12-override-joint", "You divided by all flags. Divide by the wrong ones."
                ),
                0.01935: say("12-override-right", "This is the row of the right flags."),
                0.38: say(
                    "12-override-wrong-share",
                    "This is the share of all flags that were wrong. How many of these were "
                    "overridden?",
                ),
                0.92632: say(
                    "12-override-left",
                    "This is the share of the wrong flags that were left as they were.",
                ),
                0.06897: say(
                    "12-override-lesson", "This is from the lesson's trial. Use the bank's table."
                ),
                14.0: say("12-override-count", "This is a count. Divide it by the wrong flags."),
            },
        )
    with part():
        expect.choice(
            key,
            right="seed-errors",
            wrong={
                "all-overrides": say(
                    "12-override-all",
                    "Few overrides can mean good flags or tired officials: this count cannot tell.",
                ),
                "ask-officials": say(
                    "12-override-ask",
                    "People who trust a system believe that they read closely. Nothing is counted.",
                ),
            },
        )


@exercise(
    "officials",
    points=1,
    hidden=True,
    hints=[
        say(
            "12-hint-officials-1",
            "Two lines of the lesson do it: the hours a day first, then the division, rounded up.",
        ),
        say(
            "12-hint-officials-2",
            "The line has one gap, the hours of work a day: `return math.ceil(... / hours_each)`",
        ),
    ],
)
def officials(function):
    result = expect.call(function, 130, 6, 3)
    expect.number(result)
    by_flags = [result, expect.call(function, 13, 6, 3), expect.call(function, 1300, 6, 3)]
    by_minutes = [result, expect.call(function, 130, 1, 3), expect.call(function, 130, 60, 3)]
    by_hours = [result, expect.call(function, 130, 6, 1), expect.call(function, 130, 6, 30)]
    every = by_flags + by_minutes + by_hours
    expect.true(
        any(each != result for each in every),
        say(
            "12-officials-fixed",
            "Your function returns {value} whatever it receives. Write the names `flags`, "
            "`minutes` and `hours_each` in place of the numbers.",
            value=str(result)[:40],
        ),
    )
    unused("flags", by_flags)
    unused("minutes", by_minutes)
    expect.true(
        any(each != result for each in by_hours),
        say(
            "12-officials-hours",
            "Your function returns {value} for each `hours_each` that we tried, so it does not use "
            "what it receives. Divide the hours of work by `hours_each`, and give this name no "
            "new value.",
            value=str(result)[:40],
        ),
    )
    expect.close(
        result,
        5,
        otherwise=not_result(result, "flags = 130, minutes = 6, hours_each = 3"),
        mistakes={
            4.33333: say(
                "12-officials-part", "A part of an official cannot be hired: round up to a whole."
            ),
            4: say(
                "12-officials-down",
                "With so few, some flags stay unchecked: round up, never down.",
            ),
            260: say("12-officials-minutes", "The minutes are not yet turned into hours."),
            39: say(
                "12-officials-times",
                "You multiplied by the hours of one official: divide by them.",
            ),
            8: say(
                "12-officials-divided", "You divided the flags by the minutes: multiply the two."
            ),
            6: say(
                "12-officials-plus-one",
                "This is one official too many: `math.ceil` has already rounded up.",
            ),
        },
    )
    result = expect.call(function, 60, 5, 5)
    expect.count(
        result,
        1,
        otherwise=not_result(result, "flags = 60, minutes = 5, hours_each = 5"),
        mistakes={
            2: say(
                "12-officials-one-more",
                "When the work fills one official's hours exactly, one is enough: rounding up "
                "adds nothing to a whole number.",
            )
        },
    )
    result = expect.call(function, 49, 3, 2.5)
    expect.count(
        result,
        1,
        otherwise=not_result(result, "flags = 49, minutes = 3, hours_each = 2.5"),
        mistakes={
            2: say(
                "12-officials-twice",
                "You rounded up more than once: divide first, and round up only at the end.",
            )
        },
    )


@exercise(
    "saturday",
    points=1,
    because=say(
        "12-saturday-why",
        "The harm is the wait: a message without a flag waits until Monday. Two officials can "
        "read all messages tonight; another threshold is untested, and only stopping the system "
        "makes every message wait.",
    ),
    hints=[
        say(
            "12-hint-saturday-1",
            "Who is harmed until Tuesday by each of the four? Which of them ends the waiting, and "
            "not only the flags?",
        )
    ],
)
def saturday(key):
    expect.choice(
        key,
        right="read-all",
        wrong={
            "keep-log": say(
                "12-saturday-wait",
                "Until Monday, critical calls without a flag would wait. The log already records the state of the system.",
            ),
            "lower-limit": say(
                "12-saturday-threshold",
                "Nobody has tested the other threshold, and why recall fell is unknown.",
            ),
            "stop-only": say(
                "12-saturday-stop-only",
                "Without the system no flag misleads, but now every critical call waits until "
                "Monday.",
            ),
        },
    )


@exercise(
    "plan",
    points=2,
    hints=[
        say(
            "12-hint-plan-1",
            "Hours: cases times minutes, divided by 60. For the clerks, take off what the "
            "supervisor does.",
        ),
        say(
            "12-hint-plan-2",
            "Appeals: somebody who neither checks flags nor supervises has to decide.",
        ),
    ],
)
def plan(needed, clerks, sample, channel, contact, decided_by, switched_off_by):
    with part(0.5):
        expect.close(
            needed,
            6.0,
            otherwise=not_number("hours_needed", needed),
            digits=1,
            mistakes={
                360.0: say("12-plan-minutes", "These are minutes. Divide by 60 to have hours."),
                5.6: say("12-plan-divided", "You divided flags by minutes: multiply the two."),
                7.5: say(
                    "12-plan-added",
                    "The work does not grow by the supervisor's hours: they are a part of it.",
                ),
                4.5: say(
                    "12-plan-rest", "This is what is left for the clerks. First give all the work."
                ),
            },
        )
    with part(0.25):
        expect.close(
            clerks,
            4.5,
            otherwise=not_number("clerk_hours", clerks),
            digits=1,
            mistakes={
                6.0: say("12-plan-all", "The supervisor does a part of the work: take it off."),
                7.5: say("12-plan-plus", "You added the supervisor's hours: take them off."),
                2.2: say("12-plan-each", "Give the hours of both clerks together."),
                3.0: say(
                    "12-plan-half",
                    "Give the hours of both clerks, after taking off the supervisor's hours.",
                ),
                358.5: say("12-plan-mixed", "You took hours from minutes."),
                64.5: say("12-plan-with-sample", "The audit unit reads the sample: leave it out."),
            },
        )
    with part(0.25):
        expect.close(
            sample,
            60.0,
            otherwise=not_number("sample_hours", sample),
            digits=1,
            mistakes={
                3600.0: say(
                    "12-plan-sample-minutes", "`sample_hours` is in minutes: divide by 60."
                ),
                3.0: say(
                    "12-plan-sample-critical",
                    "Nobody knows beforehand which 60 are critical: the whole sample is read.",
                ),
                160.0: say(
                    "12-plan-sample-slow", "A message of the sample takes 3 minutes, not 8."
                ),
                12.0: say("12-plan-sample-day", "Give the hours a week, not a day."),
                8.6: say("12-plan-sample-day-of-seven", "Give the hours a week, not a day."),
            },
        )
    with part():
        for name, text in (
            ("appeal_by", channel),
            ("appeal_at", contact),
            ("decided_by", decided_by),
            ("stopped_by", switched_off_by),
        ):
            expect.true(
                isinstance(text, str),
                say("12-plan-words", "`{name}` needs words, in quotation marks.", name=name),
            )
            expect.true(
                len(text.strip()) > 2 and text.strip().casefold() != "your words",
                say(
                    "12-plan-empty",
                    "`{name}` is “{value}”, which tells nobody anything: write a few words.",
                    name=name,
                    value=text.strip()[:40],
                ),
            )
        told = plain(channel + " " + contact)
        expect.true(
            not ONE_WAY.search(told) or TWO_WAY.search(told),
            say(
                "12-plan-one-way",
                "`appeal_by`: in this way and at this address, people only hear or read about "
                "appeals. How can a person speak or write to somebody?",
            ),
        )
        expect.true(
            not is_online(channel, contact),
            say(
                "12-plan-internet",
                "This way to appeal needs the internet, as the web form does. Add one that does "
                "not.",
            ),
        )
        expect.true(
            not watches(decided_by),
            say(
                "12-plan-own-judge",
                "Those in `decided_by` watch the cases and would judge their own work. Name another "
                "office.",
            ),
        )
        expect.true(
            not is_vendor(decided_by) and not is_vendor(switched_off_by),
            say(
                "12-plan-vendor",
                "The vendor would answer for its own system. Name an office or person of the bank "
                "or another public body.",
            ),
        )
        expect.true(
            REACHABLE.search(contact),
            say(
                "12-plan-contact",
                "`appeal_at`: which place is it? Name the branch and its street or square, or add a "
                "telephone number.",
            ),
        )
        expect.true(
            sum(each.isdigit() for each in switched_off_by) > 2
            # The artefact refuses a machine below.
            or answers_for_nothing(switched_off_by),
            say(
                "12-plan-night",
                "How is the person in `stopped_by` reached on Saturday at 23:00? Add the telephone "
                "number that is answered at night.",
            ),
        )
        expect.artefact(
            OversightPlan,
            {
                "system": "Message sorter",
                "date": "2026-12-01",
                "review_on": "2027-06-01",
                "watchers": [
                    {
                        "who": "Two clerks of the complaints desk",
                        "training": "A day on the system's errors",
                        "can_stop": False,
                        "can_overrule": True,
                        "hours_a_day": 1,
                    },
                    {
                        "who": "Ana Chimbo, supervisor",
                        "training": "A day on the system's errors",
                        "can_stop": True,
                        "can_overrule": True,
                        "hours_a_day": 1,
                    },
                ],
                "appeal": {
                    "channels": [
                        {
                            "channel": "Web form",
                            "contact": "https://bank.example/appeal",
                            "needs_internet": True,
                        },
                        {"channel": channel, "contact": contact, "needs_internet": False},
                    ],
                    "decided_by": decided_by,
                    "days": 10,
                    "redress": "The message is read at once, and the person is told.",
                },
                "switch_off": {
                    "who": switched_off_by,
                    "how": "One switch, at once",
                    "instead": "Messages are read in the order of their arrival.",
                    "next_test": "2027-02-01",
                },
            },
            only=["appeal", "switch_off"],
        )
