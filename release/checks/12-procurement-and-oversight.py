"""The checks of 12-procurement-and-oversight. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "12-procurement-and-oversight"

import re

from course.checking import exercise, expect, part, say
from course.dossier import OversightPlan
from course.dossier.fields.parts import REACHABLE, answers_for_nothing


def any_of(*words, whole=False):
    """A pattern for some words, a line for each idea or language; `whole` for whole words only."""
    found = "|".join(words)
    return re.compile(rf"\b({found})\b" if whole else found)


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
    r"journal|presse|affiches?|affichage|dépliants?|panneau",
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
        Sealed("12-procurement-and-oversight/quick-headline", "43b9ce877ffe3d38e0b86490b92aa629"),
        otherwise=not_share("never_march", value),
        mistakes={
            Sealed("12-procurement-and-oversight/quick-headline", "00d1c4b2436d9d497e0975b42f92f577"): say(
                "12-headline-base",
                "This is the base rate: the share on which such a system would be wrong.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "176bbae1dccb15d13fe86f9f7d50b826"): say(
                "12-headline-recall",
                "0 is its recall. Accuracy also counts the messages that are not critical.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "06caae0dcb664d9bb9b734f1c6f12af7"): say(
                "12-headline-all",
                "This is the figure for the whole trial. March 2026 is asked for.",
            ),
            Sealed("12-procurement-and-oversight/quick-headline", "4a8064b87aa635a44c5809145efb5570"): say(
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
        right=Sealed("12-procurement-and-oversight/quick-parity", "3724b35bff9aa564812fd8dfe33271c4"), options=["copy-it", "not-true", "other-measure", "too-few"],
        wrong={
            Sealed("12-procurement-and-oversight/quick-parity", "bc6adca9fce7844cdba80d0633f681ca"): say(
                "12-parity-copy",
                "Accuracy can be nearly equal while recall is not. Look at recall in English and in "
                "French.",
            ),
            Sealed("12-procurement-and-oversight/quick-parity", "58cf450775373468fee89573f852b379"): say(
                "12-parity-false",
                "Subtract the lowest accuracy from the highest: the claim about accuracy holds.",
            ),
            Sealed("12-procurement-and-oversight/quick-parity", "e922643afe7abe0fe59e52d54e5fcc3f"): say(
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
        right=Sealed("12-procurement-and-oversight/quick-clause", "8346341677ad094a630da39fa25d9051"), options=["best", "fair", "numbers", "report"],
        wrong={
            Sealed("12-procurement-and-oversight/quick-clause", "a942942682ca91cde12e837f18d6df04"): say(
                "12-clause-fair",
                "What does “fairly” mean? The vendor and the court can understand it differently.",
            ),
            Sealed("12-procurement-and-oversight/quick-clause", "9a07e59524f7d9b08dab4bde3494056f"): say(
                "12-clause-best",
                "Who knows what the best on the market is? Nobody can compute 0.05 less than that.",
            ),
            Sealed("12-procurement-and-oversight/quick-clause", "32b8c3b0d83161c251e46ec38c13d859"): say(
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
        Sealed("12-procurement-and-oversight/quick-looks", "f703aea4c3150251ffb8556b67de6e34"),
        otherwise=not_number("false_alarms", value),
        mistakes={
            Sealed("12-procurement-and-oversight/quick-looks", "e7640e95a83661a0358dea93a4f8e307"): say("12-looks-decimal", "Nearly: give the number with one decimal."),
            Sealed("12-procurement-and-oversight/quick-looks", "d5a7cb077d1c28707381545f1a40f837"): say("12-looks-one", "This is the chance of one look. There are 96 of them."),
            Sealed("12-procurement-and-oversight/quick-looks", "7a5a7b62c45016979aff7ad0a529c721"): say("12-looks-months", "You counted 12 looks: in each month there are 8 groups."),
            Sealed("12-procurement-and-oversight/quick-looks", "e53651931d9e7bae86dee352813b1f44"): say("12-looks-groups", "You counted 8 looks: each group is looked at 12 times."),
            Sealed("12-procurement-and-oversight/quick-looks", "11b425498879a73f8c81ebf971754350"): say(
                "12-looks-any",
                "This is the chance of at least one false alarm. How many does one expect?",
            ),
            Sealed("12-procurement-and-oversight/quick-looks", "243002a5cbb0aab5f37b1913dc3ed8c3"): say("12-looks-percent", "5% is 0.05, not 5."),
            Sealed("12-procurement-and-oversight/quick-looks", "3554e4ba651ac9ead33bf4b3631b89c2"): say("12-looks-all", "This is the number of looks. Only some raise an alarm."),
            Sealed("12-procurement-and-oversight/quick-looks", "cfecdc1d30e827c335ded9b2b652244e"): say(
                "12-looks-none",
                "Although nothing changes, chance raises some alarms: each look has 5%.",
            ),
            Sealed("12-procurement-and-oversight/quick-looks", "2052d3686afda77f52906d96e4548809"): say("12-looks-decimal-down", "Do not cut the decimals off: give one decimal."),
            Sealed("12-procurement-and-oversight/quick-looks", "5b0fbfc1c8cde057dfffa0a2adea04d1"): say(
                "12-looks-two-percents",
                "You divided by 100 twice: 5% is 0.05, and there are 96 looks.",
            ),
        },
    )




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
            Sealed("12-procurement-and-oversight/small-print", "c0c22e9db1861fe81ac20f8f47f08d25"),
            otherwise=not_count("more_missed", more),
            mistakes={
                Sealed("12-procurement-and-oversight/small-print", "2de35a96afa879d4f6f24b2c9bf3f575"): say(
                    "12-small-flags",
                    "This is by how much the flags fall. The question is about critical messages "
                    "that are missed.",
                ),
                Sealed("12-procurement-and-oversight/small-print", "10c52567661098e116c968ca8c442952"): say(
                    "12-small-missed",
                    "This is how many are missed at one threshold. How many *more* than at the other?",
                ),
                Sealed("12-procurement-and-oversight/small-print", "957f31e9ba6fcb57b84138107d4377e5"): say(
                    "12-small-missed-offer",
                    "This is how many are missed at the threshold of the offer. How many more at the other?",
                ),
                Sealed("12-procurement-and-oversight/small-print", "8e1aa536a5f3383c0483acc554f93477"): say(
                    "12-small-sign", "At 0.62 more are missed, not fewer: give a positive number."
                ),
                Sealed("12-procurement-and-oversight/small-print", "4cad960f1e1e3534312db0ed20dd5580"): say(
                    "12-small-wrong-flags",
                    "These are the wrong flags that are spared. How many critical messages does "
                    "that cost?",
                ),
            },
        )
    with part():
        expect.choice(
            key,
            right=Sealed("12-procurement-and-oversight/small-print", "9fc9aa25aab9ad94eef4ab4b8993f534"), options=["best-of-each", "miss-none", "same-for-both", "take-062"],
            wrong={
                Sealed("12-procurement-and-oversight/small-print", "a2f7d85a8616f4eba3981eb4dea58076"): say(
                    "12-threshold-better",
                    "The threshold was chosen after the answers were known, and it misses more "
                    "critical messages.",
                ),
                Sealed("12-procurement-and-oversight/small-print", "7af8ab86b28bad84d6fd87c9634c91cf"): say(
                    "12-threshold-each",
                    "The bank runs the system at one threshold. It cannot have both of these rates "
                    "at once.",
                ),
                Sealed("12-procurement-and-oversight/small-print", "0591f4de7c2231ef85007996c554f45d"): say(
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
            Sealed("12-procurement-and-oversight/low-scores", "647c824da3ad19788c210f35abbec0fa"),
            otherwise=not_share("critical_of_low", critical_of_low),
            digits=4,
            mistakes={
                Sealed("12-procurement-and-oversight/low-scores", "4ce239abca7d0dcd67c4fcbdf30d04aa"): others,
                Sealed("12-procurement-and-oversight/low-scores", "0c22f24d6d1baad1917f1bb7c53ce523"): others,
                Sealed("12-procurement-and-oversight/low-scores", "af1e99e5785fda09c128c8e1693eab65"): swapped,
                Sealed("12-procurement-and-oversight/low-scores", "b20c58ccd2d5a83c5684d0caa9755763"): of_all,
                Sealed("12-procurement-and-oversight/low-scores", "144470b2fe750f00b672f4b2951b6bc0"): say("12-low-high", "These are the messages with a score of 0.10 or more."),
                Sealed("12-procurement-and-oversight/low-scores", "bad7fd28acf44465b1f01b273f638560"): WHOLE_TRIAL,
                Sealed("12-procurement-and-oversight/low-scores", "8dfa36480234f2ab89b430d4a23f3272"): counted,
                Sealed("12-procurement-and-oversight/low-scores", "503c7cfd13da4c48b918fe6d745fab3b"): say(
                    "12-low-flagged",
                    "You took flags. No low score is flagged; look at `critical` instead.",
                ),
            },
        )
    with part():
        expect.close(
            low_of_critical,
            Sealed("12-procurement-and-oversight/low-scores", "af1e99e5785fda09c128c8e1693eab65"),
            otherwise=not_share("low_of_critical", low_of_critical),
            digits=4,
            mistakes={
                Sealed("12-procurement-and-oversight/low-scores", "cb28988b1626e48accfcc4ee873a3894"): say(
                    "12-low-others-critical",
                    "This is the share of critical messages with a score of 0.10 or more.",
                ),
                Sealed("12-procurement-and-oversight/low-scores", "647c824da3ad19788c210f35abbec0fa"): swapped,
                Sealed("12-procurement-and-oversight/low-scores", "b20c58ccd2d5a83c5684d0caa9755763"): of_all,
                Sealed("12-procurement-and-oversight/low-scores", "c0ba0362434daf66124fc4fe148986c3"): say(
                    "12-low-everybody",
                    "This is the share of all messages with a low score. Keep the critical ones "
                    "first.",
                ),
                Sealed("12-procurement-and-oversight/low-scores", "8dfa36480234f2ab89b430d4a23f3272"): counted,
                Sealed("12-procurement-and-oversight/low-scores", "21f991aa55ad1d799988205a67889c2d"): say(
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
            Sealed("12-procurement-and-oversight/phone", "483519c787f2c603d5f94d8c85f0a275"),
            otherwise=not_share("phone_recall", recall),
            mistakes={
                Sealed("12-procurement-and-oversight/phone", "640603c3f309860af417b17741eadf1d"): say(
                    "12-phone-precision",
                    "This is precision: it starts from the flags. Recall starts from the critical "
                    "messages.",
                ),
                Sealed("12-procurement-and-oversight/phone", "d20d49f5abdcc2a7ae5a62dbcead0df7"): ACCURACY,
                Sealed("12-procurement-and-oversight/phone", "ae415e9b6e8be79ba84ed585d2faea72"): say(
                    "12-phone-flags",
                    "This is the share of all telephone messages that was flagged. Keep the "
                    "critical ones first.",
                ),
                Sealed("12-procurement-and-oversight/phone", "e595b8eb03985b587e146c8f7f7f7e24"): say(
                    "12-phone-base",
                    "This is the share of telephone messages that is critical: the base rate.",
                ),
                Sealed("12-procurement-and-oversight/phone", "460ce76008d70a416407639252d7bc21"): say(
                    "12-phone-joint",
                    "You divided by all telephone messages. Recall divides by the critical ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "c942d0fdb27bf29fa4f7e996a6b0cdaa"): say(
                    "12-phone-all-critical",
                    "You divided by the critical messages of all channels. Keep the telephone.",
                ),
                Sealed("12-procurement-and-oversight/phone", "3ad0bd4e7449430ab508e1e3595a8dc6"): say(
                    "12-phone-inverse",
                    "This is the share of the messages found that came by telephone. Which "
                    "messages are the whole?",
                ),
                Sealed("12-procurement-and-oversight/phone", "ce0fe47859638d20115ef381fddbd614"): WHOLE_TRIAL,
            },
        )
    with part():
        whole("phone_critical", people)
        expect.count(
            people,
            Sealed("12-procurement-and-oversight/phone", "a7c6042d55ec364841a51e0d7f638ffa"),
            otherwise=not_count("phone_critical", people),
            mistakes={
                Sealed("12-procurement-and-oversight/phone", "5f2b3208acab23542aea98e56d606be6"): say(
                    "12-phone-everybody",
                    "These are all messages by telephone. Recall counts only the critical ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "14f9ce01c897e23ca6237a6e96218960"): say(
                    "12-phone-flagged",
                    "These are the flags among telephone messages. Recall counts only the critical "
                    "ones.",
                ),
                Sealed("12-procurement-and-oversight/phone", "25c2bf6d26ec5c8c7a71d21ea86cadb5"): say(
                    "12-phone-found",
                    "These are the critical messages that were found: the upper number of "
                    "the rate. Which number is below it?",
                ),
                Sealed("12-procurement-and-oversight/phone", "4f094f38ef63fca76fd72504397af48e"): WHOLE_TRIAL,
                Sealed("12-procurement-and-oversight/phone", "faec51bdeb3165618d16571599ccc0f6"): WHOLE_TRIAL,
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
        right=Sealed("12-procurement-and-oversight/kichwa", "ef464c9585dafc90cc938d166ffc35a6"), options=["no-rate", "phone-rate", "rate-of-0", "spanish-rate"],
        wrong={
            Sealed("12-procurement-and-oversight/kichwa", "488e7de75a3ddd803c131ccd22719360"): say(
                "12-kichwa-phone",
                "The calls of the trial were not in Kichwa. A shared channel does not make people "
                "or texts alike.",
            ),
            Sealed("12-procurement-and-oversight/kichwa", "b2930c757e5051f3620518f9a920f080"): say(
                "12-kichwa-spanish",
                "A text translated in haste differs from one that was written in Spanish. The "
                "trial holds none.",
            ),
            Sealed("12-procurement-and-oversight/kichwa", "8643c60c72947de029f8b29bebf3232f"): say(
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
            right=Sealed("12-procurement-and-oversight/award", "35d7c7bc54f0ed497f3055ad7e10642a"), options=["A", "B", "C"],
            wrong={
                Sealed("12-procurement-and-oversight/award", "8fb6d83ea8545904bd3c0e3301d9ab55"): say(
                    "12-award-cheapest",
                    "The cheapest offer wins when price counts 60%. Here quality does.",
                ),
                Sealed("12-procurement-and-oversight/award", "65e1bc69d4204ca51512ad5773e4d84b"): say(
                    "12-award-best-quality",
                    "The best mark for quality alone does not win: its price points count too. Or "
                    "did a higher price bring more points?",
                ),
            },
        )
    with part():
        expect.close(
            total,
            Sealed("12-procurement-and-oversight/award", "e8ec3a62f74acff0a5b4f6b881b46324"),
            otherwise=not_number("winner_total", total),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/award", "f57f9b1a6367c00fd10b83fa67765a8e"): say(
                    "12-weights-swapped",
                    "This is the total of A with the weights swapped: quality counts 60%.",
                ),
                Sealed("12-procurement-and-oversight/award", "0a1fef2aaac83b6c4a71dc877b404526"): say(
                    "12-weights-swapped-b",
                    "This is B with the weights swapped: quality counts 60%.",
                ),
                Sealed("12-procurement-and-oversight/award", "064c752c9e4ae9fd62fb45ee3c26bccc"): say(
                    "12-price-raw",
                    "You added the price as it is. First turn it into points from 0 to 100.",
                ),
                Sealed("12-procurement-and-oversight/award", "6195c6fe0bd7dbf4012bd9559aa8722f"): say(
                    "12-price-raw-b",
                    "You added the price of B as it is. First turn it into points from 0 to 100.",
                ),
                Sealed("12-procurement-and-oversight/award", "7443e72f077d605bd86f00d6b4c089a8"): say(
                    "12-price-turned",
                    "A high price brought many points here: put the lowest price on top.",
                ),
                Sealed("12-procurement-and-oversight/award", "5fa643b8af905824bd22d064ddeb8eaa"): say(
                    "12-price-turned-b",
                    "The price points are turned round: put the lowest price on top.",
                ),
                Sealed("12-procurement-and-oversight/award", "eecac2b895f2319f11863a99fd0cf7a0"): say("12-award-a", "This is the total of A. Another offer has more."),
                Sealed("12-procurement-and-oversight/award", "97747d04e3ee5d53e4d7bead1f634116"): say("12-award-c", "This is the total of C. Another offer has more."),
                Sealed("12-procurement-and-oversight/award", "262794139db3aa42f78835b87b6fff39"): say(
                    "12-award-price-only",
                    "These are the price points of B. Apply the weight, and add the weighted quality.",
                ),
                Sealed("12-procurement-and-oversight/award", "e0a00683f59a3ba36402ad4c91ee76e0"): say(
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
        right=Sealed("12-procurement-and-oversight/clause", "08fd4cedd5aeb8d13b104f33231bc816"), options=["all-channels", "each-channel", "no-miss", "own-report"],
        wrong={
            Sealed("12-procurement-and-oversight/clause", "3b9dab9d88e3fceb1681bc9eaab135b1"): say(
                "12-clause-average",
                "Recall by telephone can fall while the average over all channels holds.",
            ),
            Sealed("12-procurement-and-oversight/clause", "153d2800caa1ea6711822cd071ef2820"): say(
                "12-clause-own-report",
                "The vendor would measure its own work. Who chose the messages in section 1 of "
                "the lesson?",
            ),
            Sealed("12-procurement-and-oversight/clause", "ed74f653fd5bfc01ff6c3823cb81f5e5"): say(
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
            Sealed("12-procurement-and-oversight/normal-months", "35a2651bf7171c9592018d4ba583dc20"),
            otherwise=not_number("limit", limit),
            mistakes={
                Sealed("12-procurement-and-oversight/normal-months", "f6cfdb0b85f10815efd80c3b25e90f66"): say(
                    "12-limit-february",
                    "February 2026 is among your normal months, but the fever had begun by then.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "09cfd6476edb173ca8badc4bff84ea80"): mixed,
                Sealed("12-procurement-and-oversight/normal-months", "332db19cfa7b4f8e74c396f51eab0cd5"): mixed,
                Sealed("12-procurement-and-oversight/normal-months", "6a516f5e493c3e7be5b79440ce954df4"): say("12-limit-short", "January 2026 is missing among your normal months."),
                Sealed("12-procurement-and-oversight/normal-months", "1e00d1c5324a1edc407597b26faf8f10"): say(
                    "12-limit-numpy",
                    "Close: `np.std` divides by 7, `normal.std()` by 6. Use the line of the lesson.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "5e5e1ad19f7ba82b2ce0e4286dfed8cc"): with_break,
                Sealed("12-procurement-and-oversight/normal-months", "17da91e9fb0159767043a9723be6cdd7"): with_break,
                Sealed("12-procurement-and-oversight/normal-months", "00742b1702d989ccfe6e3fce35448177"): lesson,
                Sealed("12-procurement-and-oversight/normal-months", "891cd4b165413acb61fa139912289f59"): lesson,
                Sealed("12-procurement-and-oversight/normal-months", "33008612a5679f5c5a673f3d81c51ab7"): above,
                Sealed("12-procurement-and-oversight/normal-months", "132059b288e723bb0330868806f353a6"): above,
                Sealed("12-procurement-and-oversight/normal-months", "31a815f1a23ed55bc0e735e5d9aafaff"): say(
                    "12-limit-three", "You took three standard deviations. Two are asked for."
                ),
                Sealed("12-procurement-and-oversight/normal-months", "4c1196e8f4155639a62b321fcfdde421"): say(
                    "12-limit-three-numpy",
                    "You took three standard deviations; two are asked for.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "d60068601dc3aad4c7284073df10d601"): say("12-limit-one", "You took one standard deviation. Two are asked for."),
                Sealed("12-procurement-and-oversight/normal-months", "6b098d4afc5637ce8ed6b1eadeca8f67"): say(
                    "12-limit-mean",
                    "This is the mean of the normal months. About half of them are below it: leave "
                    "room for chance.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "c4b30b1fcd694785312c3a247b2069cd"): say(
                    "12-limit-deviation",
                    "This is two standard deviations. Subtract it from the mean.",
                ),
            },
        )
    with part():
        whole("months_below", below)
        expect.count(
            below,
            Sealed("12-procurement-and-oversight/normal-months", "96a7dac2105a73efd8ecbe312e1be772"),
            otherwise=not_count("months_below", below),
            mistakes={
                Sealed("12-procurement-and-oversight/normal-months", "4580eb50fb8d7cab071d6cf4d612d7b8"): say(
                    "12-months-normal-only",
                    "No normal month lies below the limit. Compare all twelve months of `monthly` "
                    "with it.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "7d08fc75ba6bb8e2d07b54300b21588c"): say(
                    "12-months-above",
                    "This is how many months lie above the limit. How many lie below?",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "376f47fa9c53f83479ca87bb14642499"): say(
                    "12-months-all",
                    "This is the number of all months. `.sum()` counts those where the comparison "
                    "is true.",
                ),
                Sealed("12-procurement-and-oversight/normal-months", "a15c51465f9321b40b00cf94b4536cfc"): say(
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
        Sealed("12-procurement-and-oversight/alarm-day", "fcab245df206fc84ae4844ffa0c40c76"),
        digits=2,
        otherwise=not_result(day, given),
        mistakes={
            Sealed("12-procurement-and-oversight/alarm-day", "4b2b30f088c5df79dc2da33ca205e26b"): say(
                "12-alarm-reading",
                "You multiplied the reading itself. Multiply its number: `enumerate` counts.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "386b5b2ab47ce8d3b9a580a2723ce918"): say(
                "12-alarm-from-seven",
                "You began to count at 7, so each week adds 1. Count from 1; each week adds 7 days.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "e9527bf44cf6843914c6ea9b53bc917d"): say(
                "12-alarm-from-seven-times",
                "You began to count at 7 and also multiplied by 7: begin at 1.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "f1cdef14b664d2c7956acc45aac91642"): say(
                "12-alarm-number",
                "This is the number of the reading. Each week has 7 days, and the day is asked for.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "a0a86fe361332f1731ca11c10df0b977"): say(
                "12-alarm-place",
                "This is a place counted from 0. Count readings from 1, and give the day.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "63f9dbfa3adfc7abef01a3c5bad5789b"): say(
                "12-alarm-from-zero",
                "The alarm comes one week too early: does your counting begin at 1?",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "1672f2e8263893947c07e9fb33d29527"): say(
                "12-alarm-start",
                "This is the first day of the run. On that day nobody can know that two more will "
                "follow.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "fafab5b3c439d7774f5ca2ef837ef55a"): say("12-alarm-equal", "A reading that equals the limit is not below it: use `<`."),
            Sealed("12-procurement-and-oversight/alarm-day", "79d5fe532c2af38d73b164e2ae253319"): say(
                "12-alarm-mean",
                "You compared the mean of the last readings. Each of them must be below the limit.",
            ),
            Sealed("12-procurement-and-oversight/alarm-day", "ed3068a6ad3ac86e7d6c753b041e7021"): say("12-alarm-above", "Your alarm looks for readings above the limit."),
            Sealed("12-procurement-and-oversight/alarm-day", "9edbdd2fcbaa742da27c2117d5a317a0"): say("12-alarm-above-number", "Your alarm looks above the limit, not below."),
            Sealed("12-procurement-and-oversight/alarm-day", "3f0ddf17eec4b96c7aac809133be7a24"): say(
                "12-alarm-never",
                "Your function returns 0 here, although the 10th, 11th and 12th readings are below "
                "the limit. Check three lines: `return`, not `print`, hands over the day; `return 0` "
                "comes after the loop; `run = 0` comes before the loop and after each good reading.",
            ),
        },
    )
    expect.count(
        never,
        Sealed("12-procurement-and-oversight/alarm-day", "6131e3be54dec60968416584fae16603"),
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
        Sealed("12-procurement-and-oversight/alarm-day", "088cdc9ce174a60d1bdf77316a846679"),
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
        Sealed("12-procurement-and-oversight/alarm-day", "50f9a17cc1c15e6a5a973bf35e8a1ee8"),
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
            right=Sealed("12-procurement-and-oversight/rule", "cac5ac23d029e6840c0327d66f2b052e"), options=["A", "B", "C", "D"],
            wrong={
                Sealed("12-procurement-and-oversight/rule", "e43c395d8e007ea296ab7402bdd19a70"): say(
                    "12-rule-fastest",
                    "It raises the alarm first, but falsely in most years. The board accepts 5 in 100.",
                ),
                Sealed("12-procurement-and-oversight/rule", "2660679ea1fa2474665b1b65cc0a88e8"): say(
                    "12-rule-quietest",
                    "It has the fewest false alarms. Another rule has at most 5 too, and needs fewer days.",
                ),
                Sealed("12-procurement-and-oversight/rule", "69f4e6e6a6a48c1fe733121dbf2f1d73"): say("12-rule-too-many", "Compare its false alarms with the board's limit."),
            },
        )
    with part():
        whole("rule_days", days)
        expect.count(
            days,
            Sealed("12-procurement-and-oversight/rule", "f984b95d96cc8eb1df34fd3016fc4dfa"),
            otherwise=not_count("rule_days", days),
            mistakes={
                Sealed("12-procurement-and-oversight/rule", "3d6285d1ba5fa3cc12d5965bdaef4574"): say("12-days-a", "This is the delay of rule A."),
                Sealed("12-procurement-and-oversight/rule", "800be4da54d152ecdcb5b791db32a716"): say("12-days-b", "This is the delay of rule B."),
                Sealed("12-procurement-and-oversight/rule", "fa6300b0017f019963d6a2e7045617d5"): say("12-days-d", "This is the delay of rule D."),
                Sealed("12-procurement-and-oversight/rule", "0329a3eb6cd8d8a038b56a8aaf11829f"): say("12-days-weeks", "This is in weeks. Give days."),
                Sealed("12-procurement-and-oversight/rule", "26822f1b6cf486ec90fc6136c76692de"): say("12-days-false", "This is the number of false alarms. Give the days."),
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
            Sealed("12-procurement-and-oversight/overrides", "19b155f7993cc78b17d3d290c48f3d82"),
            otherwise=not_share("noticed", noticed),
            mistakes={
                Sealed("12-procurement-and-oversight/overrides", "71be7b43a0caf2ad1c42093383127135"): say(
                    "12-override-share",
                    "This is the share of all flags, as the vendor gives it. Of the wrong ones, "
                    "how many were overridden?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "4c233903871cfd8547cd2dbfe3ed364d"): say(
                    "12-override-top",
                    "Six of the 20 overridden flags were right. Keep to the row of the wrong ones.",
                ),
                Sealed("12-procurement-and-oversight/overrides", "e90b5c9b0d9266cd34fbcacadc5c4797"): say(
                    "12-override-inverse",
                    "This is the share of the overridden flags that were wrong. Which flags are "
                    "the whole?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "a6385a8f62e7d2720cb93c6d33250b9b"): say(
                    "12-override-joint", "You divided by all flags. Divide by the wrong ones."
                ),
                Sealed("12-procurement-and-oversight/overrides", "3307a624564b7073677d1ee2b4e1a6c9"): say("12-override-right", "This is the row of the right flags."),
                Sealed("12-procurement-and-oversight/overrides", "5fd3c2a306ae70c50157c624937a8236"): say(
                    "12-override-wrong-share",
                    "This is the share of all flags that were wrong. How many of these were "
                    "overridden?",
                ),
                Sealed("12-procurement-and-oversight/overrides", "3a390a348ca1dfbde3dba5970f44d2f4"): say(
                    "12-override-left",
                    "This is the share of the wrong flags that were left as they were.",
                ),
                Sealed("12-procurement-and-oversight/overrides", "d33b6ff15cb39c2bd02cfbdc39e667e0"): say(
                    "12-override-lesson", "This is from the lesson's trial. Use the bank's table."
                ),
                Sealed("12-procurement-and-oversight/overrides", "620ef8dcfee049a7c7c43294407b3353"): say("12-override-count", "This is a count. Divide it by the wrong flags."),
            },
        )
    with part():
        expect.choice(
            key,
            right=Sealed("12-procurement-and-oversight/overrides", "a47ccc92830545aa594ffa3fb5d78f9c"), options=["all-overrides", "ask-officials", "seed-errors"],
            wrong={
                Sealed("12-procurement-and-oversight/overrides", "a90b0772c9af26058cd00122874a51fb"): say(
                    "12-override-all",
                    "Few overrides can mean good flags or tired officials: this count cannot tell.",
                ),
                Sealed("12-procurement-and-oversight/overrides", "81d436808b291157666b31e9696313f3"): say(
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
        Sealed("12-procurement-and-oversight/officials", "83bb7db10cccad1f969a423e5f438a6f"),
        otherwise=not_result(result, "flags = 130, minutes = 6, hours_each = 3"),
        mistakes={
            Sealed("12-procurement-and-oversight/officials", "15d50267ef9bfe457640f31047f0c876"): say(
                "12-officials-part", "A part of an official cannot be hired: round up to a whole."
            ),
            Sealed("12-procurement-and-oversight/officials", "493a23517dba2d8d3f68fef00c3cc705"): say(
                "12-officials-down",
                "With so few, some flags stay unchecked: round up, never down.",
            ),
            Sealed("12-procurement-and-oversight/officials", "8586189fd921f930a359ee75b87504fe"): say("12-officials-minutes", "The minutes are not yet turned into hours."),
            Sealed("12-procurement-and-oversight/officials", "047998633f34b543b66df83c74bd16b9"): say(
                "12-officials-times",
                "You multiplied by the hours of one official: divide by them.",
            ),
            Sealed("12-procurement-and-oversight/officials", "6de4685fbe04fd4be50248db62e418a0"): say(
                "12-officials-divided", "You divided the flags by the minutes: multiply the two."
            ),
            Sealed("12-procurement-and-oversight/officials", "be7ec058d2f5c5174b63510f4495684f"): say(
                "12-officials-plus-one",
                "This is one official too many: `math.ceil` has already rounded up.",
            ),
        },
    )
    result = expect.call(function, 60, 5, 5)
    expect.count(
        result,
        Sealed("12-procurement-and-oversight/officials", "508b25de14be7965e275108436a1396d"),
        otherwise=not_result(result, "flags = 60, minutes = 5, hours_each = 5"),
        mistakes={
            Sealed("12-procurement-and-oversight/officials", "1a5ffcd24f4a51597bc9c62470bf91d6"): say(
                "12-officials-one-more",
                "When the work fills one official's hours exactly, one is enough: rounding up "
                "adds nothing to a whole number.",
            )
        },
    )
    result = expect.call(function, 49, 3, 2.5)
    expect.count(
        result,
        Sealed("12-procurement-and-oversight/officials", "508b25de14be7965e275108436a1396d"),
        otherwise=not_result(result, "flags = 49, minutes = 3, hours_each = 2.5"),
        mistakes={
            Sealed("12-procurement-and-oversight/officials", "1a5ffcd24f4a51597bc9c62470bf91d6"): say(
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
        right=Sealed("12-procurement-and-oversight/saturday", "954d113fa00a4d35548cd88ae56d980f"), options=["keep-log", "lower-limit", "read-all", "stop-only"],
        wrong={
            Sealed("12-procurement-and-oversight/saturday", "dd4b5785fbe2f2ee985784c88a4f8c0b"): say(
                "12-saturday-wait",
                "Until Monday, critical calls without a flag would wait. The log already records the state of the system.",
            ),
            Sealed("12-procurement-and-oversight/saturday", "837a753c4b7cabc6b1e6983bfc9788de"): say(
                "12-saturday-threshold",
                "Nobody has tested the other threshold, and why recall fell is unknown.",
            ),
            Sealed("12-procurement-and-oversight/saturday", "6590bfae1c38e095e1d2dd24aa1546e1"): say(
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
            Sealed("12-procurement-and-oversight/plan", "a7fd9fd588d7a44325865d8faa686271"),
            otherwise=not_number("hours_needed", needed),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/plan", "fe612bfecca26594a054e9b526d34544"): say("12-plan-minutes", "These are minutes. Divide by 60 to have hours."),
                Sealed("12-procurement-and-oversight/plan", "97ee24ab14371e39ea058d45eb94abbc"): say("12-plan-divided", "You divided flags by minutes: multiply the two."),
                Sealed("12-procurement-and-oversight/plan", "bcd7c642ce285f89c5149710dc6f38f7"): say(
                    "12-plan-added",
                    "The work does not grow by the supervisor's hours: they are a part of it.",
                ),
                Sealed("12-procurement-and-oversight/plan", "8fc8ad33404110810612eafd318819fc"): say(
                    "12-plan-rest", "This is what is left for the clerks. First give all the work."
                ),
            },
        )
    with part(0.25):
        expect.close(
            clerks,
            Sealed("12-procurement-and-oversight/plan", "8fc8ad33404110810612eafd318819fc"),
            otherwise=not_number("clerk_hours", clerks),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/plan", "a7fd9fd588d7a44325865d8faa686271"): say("12-plan-all", "The supervisor does a part of the work: take it off."),
                Sealed("12-procurement-and-oversight/plan", "bcd7c642ce285f89c5149710dc6f38f7"): say("12-plan-plus", "You added the supervisor's hours: take them off."),
                Sealed("12-procurement-and-oversight/plan", "3e622262dfe1b3b127d4c4e29e4ec233"): say("12-plan-each", "Give the hours of both clerks together."),
                Sealed("12-procurement-and-oversight/plan", "9057827f4bded39cfd50d2b720c71de9"): say(
                    "12-plan-half",
                    "Give the hours of both clerks, after taking off the supervisor's hours.",
                ),
                Sealed("12-procurement-and-oversight/plan", "b73401b36ce9e33da877218f94dac1d8"): say("12-plan-mixed", "You took hours from minutes."),
                Sealed("12-procurement-and-oversight/plan", "57127075dc1bb4404120827d73defd30"): say("12-plan-with-sample", "The audit unit reads the sample: leave it out."),
            },
        )
    with part(0.25):
        expect.close(
            sample,
            Sealed("12-procurement-and-oversight/plan", "1fba1562fb8731a139a3427dcb569aa7"),
            otherwise=not_number("sample_hours", sample),
            digits=1,
            mistakes={
                Sealed("12-procurement-and-oversight/plan", "62f0f3f6805622b59fe8ab65ea413313"): say(
                    "12-plan-sample-minutes", "`sample_hours` is in minutes: divide by 60."
                ),
                Sealed("12-procurement-and-oversight/plan", "9057827f4bded39cfd50d2b720c71de9"): say(
                    "12-plan-sample-critical",
                    "Nobody knows beforehand which 60 are critical: the whole sample is read.",
                ),
                Sealed("12-procurement-and-oversight/plan", "4c5381a32f77c4e20b7171c48478d189"): say(
                    "12-plan-sample-slow", "A message of the sample takes 3 minutes, not 8."
                ),
                Sealed("12-procurement-and-oversight/plan", "b9f63b65af4b19d90abdaf13297c7b78"): say("12-plan-sample-day", "Give the hours a week, not a day."),
                Sealed("12-procurement-and-oversight/plan", "64bf9302e9ef5d800f8dcc326d7484ea"): say("12-plan-sample-day-of-seven", "Give the hours a week, not a day."),
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
