"""Other right answers to checkpoint 2, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. What an exercise builds on stands in BEFORE.
Services that several answers share have the same choices, so that they learn once.
"""

import re
from pathlib import Path

from course import language
from course.checking.answers import mistake, right


def in_all(text):
    """A text of the draft in each language of the course."""
    slug = "capstone-2-data-and-model"
    return [language.text(text, module=slug, lang=lang) for lang in language.LANGUAGES]


SOURCE = (Path(__file__).parent / "assignment.py").read_text(encoding="utf-8")
SHEET = re.search(r'"own-datasheet": """\n(.*?)"""', SOURCE, re.DOTALL)[1]
CHOICES = re.search(r'choices = """\n(.*?)"""', SOURCE, re.DOTALL)[1]
PAIRS = re.search(r"^def find_duplicates.*?END SOLUTION", SOURCE, re.DOTALL | re.MULTILINE)[0]
OWN = re.search(r"^def train.*?END SOLUTION.*?END SOLUTION", SOURCE, re.DOTALL | re.MULTILINE)[0]
REASON = re.search(r"^def reason.*?END SOLUTION", SOURCE, re.DOTALL | re.MULTILINE)[0]

# A model that is learned once, from all comments, with a confidence by a fixed formula.
PLAIN = """
def train(comments):
    "What the service has learned."
    ### BEGIN SOLUTION
    pieces = make_union(
        TfidfVectorizer(min_df=4, sublinear_tf=True, strip_accents="unicode"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), min_df=4, sublinear_tf=True,
                        strip_accents="unicode", max_features=30_000),
    )
    matrix = pieces.fit_transform(comments["text"]).tocsr()
    router = LinearSVC(C=0.3, max_iter=200).fit(matrix, comments["department"].astype(str))
    judged = comments["severity"].notna().to_numpy()
    worth = {"low": 0, "medium": 0, "high": 1, "critical": 4}
    value = comments["severity"][judged].astype(str).map(worth).astype(float)
    return pieces, router, Ridge(alpha=0.5).fit(matrix[judged], value)
    ### END SOLUTION


def decide(model, comments):
    "What it decides."
    ### BEGIN SOLUTION
    pieces, router, urgency = model
    matrix = pieces.transform(comments["text"]).tocsr()
    confidence = 1 / (1 + np.exp(-4 * margins(router, matrix)[:, 1]))
    first = router.predict(matrix).astype(object)
    first[confidence < np.quantile(confidence, 0.19)] = "person"
    rank = pd.Series(urgency.predict(matrix)).rank(pct=True).to_numpy()
    return pd.DataFrame(
        {"department": first, "confidence": confidence, "urgency": rank, "reason": "Words and letters"}
    )
    ### END SOLUTION
"""
KEEP = "own, files = keep(train, decide, find_duplicates)\n"

BEFORE = dict.fromkeys(("urgent", "never-alone", "hand-over"), f"choices = {CHOICES!r}\n")
BEFORE["own-model"] = f"{PAIRS}\n{REASON}\n"
BEFORE["gap"] = f"{PAIRS}\n{REASON}\n{OWN}\n"


def sheet(*changes: tuple[str, str], files: str = "") -> str:
    """The datasheet of the reference with some texts changed, as an answer."""
    text = SHEET
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return f"files = {{'own-datasheet': {text!r}{files}}}"


def chosen(*changes: tuple[str, str]) -> str:
    """The choices of the reference with some texts changed, as an answer."""
    text = CHOICES
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return f"service, texts = team_service({{'choices': {text!r}}})"


HISTORY = "How fast the city answered in the past; it does not say how urgent the comment was."
USES = """\
  - For the sorting of comments at the citizens' desk, and for its audit.
  - Not for a list of people who complain often, and not for statements about a real city.
"""


def history(meaning: str) -> str:
    """The datasheet with this meaning of the column on the speed of the past."""
    return sheet((f"meaning: {HISTORY}", f"meaning: {meaning!r}"))


def uses(*texts: str) -> str:
    """The datasheet with these uses."""
    return sheet((USES, "".join(f"  - {text!r}\n" for text in texts)))


WORDS = "[danger, emergency, peligro, emergencia, perigo, urgence, child, enfant, niñ, criança]"
LETTERS = chosen(("features: words and letters", "features: letters"))
CARELESS = chosen(
    ("features: words and letters", "features: words"),
    ("urgency_from: readers", "urgency_from: answer times"),
    ("alone_from: 0.4", "alone_from: 0"),
    (WORDS, "[xylophone]"),
)
ANXIOUS = chosen(
    ("features: words and letters", "features: words"),
    ("urgency_from: readers", "urgency_from: answer times"),
    ("alone_from: 0.4", "alone_from: 0.97"),
)
BLANK = chosen(("features: words and letters", "features:"))
ALL_READ = chosen(("read_a_day: 8", "read_a_day: 40"))
NOTHING = "service, texts = ..., {'team': 'title: Civicly'}"


def pairs(*lines: str) -> str:
    """The function of exercise 8 with this body."""
    return "def find_duplicates(comments):\n" + "\n".join("    " + line for line in lines)


def reason(*lines: str) -> str:
    """The function of exercise 9 with this body."""
    return "def reason(text, weights, department):\n" + "\n".join("    " + line for line in lines)


WORD = 'word = max(re.findall(r"\\w+", text), key=lambda each: weights.get(each.lower(), 0), default="")'
SAY = 'return f"“{word}” points to {department}."'
NONE = 'if weights.get(word.lower(), 0) <= 0: return f"No word for {department}"'


def own(decide: str, train: str = "return 'housing'") -> str:
    """A small model of one's own: the bodies of its functions, in a line each."""
    return f"def train(comments):\n    {train}\n\n\ndef decide(model, comments):\n    {decide}\n\n\n{KEEP}"


TABLE = (
    'return pd.DataFrame({"department": model, "confidence": 0.5, "urgency": 0.5, "reason": "none"}, '
    "index=comments.index)"
)

BY_HEART = (
    'return pd.DataFrame({"department": [model.get(text, "housing") for text in comments["text"]], '
    '"confidence": 0.5, "urgency": 0.5, "reason": "none"}, index=comments.index)'
)


def by_heart(table: str) -> str:
    """A model that knows by heart the answers in a table."""
    return own(BY_HEART, f'table = {table}; return dict(zip(table["text"], table["department"]))')


ANSWERS = {
    "datasheet": [
        # The column is left out, and its groups were counted.
        mistake(
            "datasheet-no-column",
            sheet(
                (
                    "  - name: gender\n    meaning: What the person said of it, or nothing.\n    personal: yes\n    needed_for: To see whether women and men are served alike. The model does not see it.\n",
                    "",
                )
            ),
            points=1,
        ),
        right(history("En combien de jours la ville a répondu, donc rien sur l’urgence")),
        *(
            right(history(meaning))
            for meaning in (
                "How soon the city reacted; it says nothing about the urgency.",
                "How fast the city answered, which differs from the real urgency.",
                "How long the comment lay at the city hall, unlike its true urgency.",
                "En combien de temps la Ville a traité le message ; ne dit rien de l'urgence.",
                "Délai de réponse passé, à distinguer de l'urgence réelle.",
                "Cuánto tiempo pasó hasta que la ciudad atendió el mensaje.",
                "La rapidez de la respuesta; no indica lo urgente que era de verdad.",
                "Quanto tempo a prefeitura levou para atender, diferente da urgência verdadeira.",
            )
        ),
        *(
            right(uses("For the sorting of comments.", text))
            for text in (
                "The data cannot be used for profiling people.",
                "Prohibited: lists of people who complain.",
                "Don't use them for a ranking of districts.",
                "Any other service of the city is excluded.",
                "No profiling of persons.",
                "Utilisation interdite pour juger des personnes.",
                "À proscrire : toute décision sur une personne.",
                "Usages interdits : toute liste de personnes.",
                "Les données ne doivent servir ni à juger ni à classer des personnes.",
                "Se prohíbe usarlos para listas de personas.",
                "Para ningún otro fin.",
                "Quedan excluidas las listas de personas.",
                "Los datos no se usan para cualquier otro servicio.",
                "É vedado o uso para listas de pessoas.",
                "Proíbe-se qualquer lista de pessoas.",
                "Nao usar para listas de pessoas.",
            )
        ),
        mistake(
            "dossier-blank",
            sheet(
                (
                    "known_harms:\n  - The answers of the past repeat neglect, because they say how fast people were served.",
                    "known_harms:",
                )
            ),
            points=1,
        ),
        mistake(
            "datasheet-no-owner",
            sheet(
                ("owner: Statistics office of Marivelle, head of the register", "owner: Civicly")
            ),
            points=1,
        ),
        mistake("datasheet-too-small", sheet(("too_small: [not said]", "too_small: []")), points=1),
        mistake(
            "datasheet-group-alone",
            sheet(("too_small: [not said]", "too_small: ['gender: not said']")),
            points=1,
        ),
        mistake("datasheet-sum", sheet(("rows: 20000", "rows: 15988")), points=1),
        mistake(
            "datasheet-no-need",
            sheet(
                (
                    "    needed_for: To see whether women and men are served alike. The model does not see it.\n",
                    "",
                )
            ),
            points=1,
        ),
        mistake(
            "capstone-2-datasheet-history",
            sheet(
                (
                    "How fast the city answered in the past; it does not say how urgent the comment was.",
                    "How urgent the comment was in truth.",
                )
            ),
            points=1,
        ),
        *(
            mistake("capstone-2-datasheet-history", history(meaning), points=1)
            for meaning in (
                "How urgent the comment really was, as the answers of the past show.",
                "Historical urgency",
                "La vraie urgence du message, d'après les réponses passées.",
                "Lo urgente que era de verdad el mensaje, según los días de respuesta.",
                "A urgência real da mensagem, pelo tempo que levou no atendimento.",
                *in_all("How urgent the comment was in truth."),
            )
        ),
        mistake(
            "capstone-2-datasheet-text",
            sheet(("addresses.\n    personal: yes", "addresses.\n    personal: no")),
            points=1,
        ),
        mistake(
            "capstone-2-datasheet-uses",
            sheet(
                (
                    "  - Not for a list of people who complain often, and not for statements about a real city.\n",
                    "",
                )
            ),
            points=1,
        ),
        *(
            mistake("capstone-2-datasheet-uses", uses(text), points=1)
            for text in (
                "Para a triagem das mensagens no atendimento ao cidadão.",
                "Para o serviço no município.",
                "No hay restricciones de uso.",
                "There are no limits.",
                "Sans aucune restriction.",
                "Não há nenhuma restrição.",
                "Exclusively for the sorting of comments.",
            )
        ),
        # The draft's use beside one that is refused.
        *(
            mistake("capstone-2-datasheet-any-service", uses(draft, refused), points=1)
            for draft, refused in zip(
                in_all(
                    "For the service, and for any other service of the city that needs comments."
                ),
                (
                    "Not for profiling.",
                    "Pas pour classer des personnes.",
                    "No para listas de personas.",
                    "Não para listas de pessoas.",
                ),
                strict=True,
            )
        ),
        *(
            mistake(
                "capstone-2-datasheet-uses", uses(f"For the sorting of comments. {text}"), points=1
            )
            for text in (
                "There are no other such data.",
                "Il n’y a pas d’autres données de ce genre.",
                "No hay otros datos como estos.",
                "Não há outros dados como estes.",
            )
        ),
        *(
            right(uses(f"For the sorting of comments. {text}"))
            for text in (
                "There is no other use.",
                "Il n’y a aucun autre usage permis.",
                "No hay otros usos permitidos.",
                "Não há outro uso.",
            )
        ),
        mistake("service-no-data", sheet(files=", 'team': 'way: own'")),
    ],
    "honest-test": [
        right('honest_test = " New-Patterns"'),
        mistake("capstone-2-row-split", 'honest_test = "random"'),
        mistake("capstone-2-row-split-mean", 'honest_test = "five-times"'),
        mistake("capstone-2-time-split", 'honest_test = "last-month"'),
    ],
    "learn-from": [
        right('learn_from = "Readers"'),
        mistake("capstone-2-history-truth", 'learn_from = "answers"'),
        mistake("capstone-2-history-half", 'learn_from = "mean"'),
        mistake("capstone-2-tone", 'learn_from = "tone"'),
    ],
    "routing": [
        right(LETTERS),
        mistake("capstone-2-routing-low", ANXIOUS),
        mistake("dossier-blank", BLANK),
        mistake("choices-all-read", ALL_READ),
        mistake("capstone-2-no-choices", NOTHING),
    ],
    "urgent": [
        right(LETTERS),
        mistake("capstone-2-urgent-hidden", CARELESS),
        mistake("dossier-blank", BLANK),
        mistake("choices-nobody-reads", chosen(("read_a_day: 8", "read_a_day: 0"))),
    ],
    "never-alone": [
        right(LETTERS),
        mistake("capstone-2-never-words", CARELESS),
        mistake("capstone-2-all-handed-over", ANXIOUS),
        mistake("choices-too-short", chosen((WORDS, "[a, danger]"))),
    ],
    "hand-over": [
        right(LETTERS),
        mistake("capstone-2-hand-over-none", CARELESS),
        mistake("capstone-2-hand-over-most", ANXIOUS),
        mistake("dossier-blank", chosen(("alone_from: 0.4", "alone_from:"))),
    ],
    "duplicates": [
        right(
            pairs(
                "found = []",
                "for _, group in comments.groupby(['district', 'channel', 'language'], observed=True):",
                "    group = group.sort_values('date').reset_index(drop=True)",
                "    vectors = TfidfVectorizer(analyzer='char_wb', ngram_range=(4, 4), sublinear_tf=True)",
                "    matrix = vectors.fit_transform(group['text'].str.lower())",
                "    alike = np.tril((matrix @ matrix.T).toarray(), -1)",
                "    day = group['date'].to_numpy()",
                "    alike[day[:, None] - day[None, :] > np.timedelta64(30, 'D')] = 0",
                "    for place in np.flatnonzero(alike.max(axis=1) >= 0.35):",
                "        found.append([group['comment'][place], group['comment'][alike[place].argmax()]])",
                "return found",
            )
        ),
        mistake("capstone-2-no-pairs", pairs("return []")),
        mistake("capstone-2-pairs-form", pairs("return comments['comment'].duplicated().sum()")),
        mistake("capstone-2-pairs-form", pairs("return list(comments['comment'][:9])")),
        mistake(
            "capstone-2-pairs-texts", pairs("return [(comments['text'][0], comments['text'][1])]")
        ),
        mistake("capstone-2-pairs-names", pairs("return [(5, 2), (7, 1)]")),
        mistake(
            "capstone-2-pairs-self",
            pairs("return [(name, name) for name in comments['comment'][:5]]"),
        ),
        # Word for word only, which needs no similarity.
        mistake(
            "capstone-2-pairs-few",
            pairs(
                "same = comments[comments['text'].duplicated()]",
                "first = comments.drop_duplicates('text').set_index('text')['comment']",
                "return [(one, first[text]) for one, text in zip(same['comment'], same['text'])]",
            ),
        ),
        mistake(
            "capstone-2-pairs-few",
            pairs(
                "same = comments[comments['text'].duplicated()]",
                "first = comments.drop_duplicates('text').set_index('text')['comment']",
                "return [(one, first[text]) for one, text in zip(same['comment'], same['text'])][:9]",
            ),
        ),
        mistake(
            "capstone-2-pairs-many",
            pairs("names = list(comments['comment'])", "return list(zip(names[1:], names))"),
        ),
        mistake("form-return", pairs("print(comments)")),
    ],
    "reason": [
        right(
            reason(
                'best, most = "", 0',
                'for word in re.findall(r"\\w+", text):',
                "    if weights.get(word.lower(), 0) > most:",
                "        best, most = word, weights[word.lower()]",
                'return f"{department}: “{best}”" if best else f"{department}: no word"',
            )
        ),
        mistake(
            "capstone-2-reason-absent",
            reason("word = max(weights, key=weights.get)", "x = text", SAY),
        ),
        mistake(
            "capstone-2-reason-first",
            reason(
                'word = min(re.findall(r"\\w+", text), key=lambda each: weights.get(each.lower(), 0))',
                SAY,
            ),
        ),
        mistake(
            "capstone-2-reason-weaker",
            reason(
                'word = [each for each in re.findall(r"\\w+", text) if each.lower() in weights][1]',
                SAY,
            ),
        ),
        mistake(
            "capstone-2-reason-marks", reason(WORD, 'return f"{word} points to {department}."')
        ),
        mistake(
            "capstone-2-reason-department",
            reason(WORD, "x = department", 'return f"“{word}” is the word."'),
        ),
        mistake("capstone-2-reason-small", reason(WORD, "word = word.lower()", SAY)),
        mistake("capstone-2-reason-none", reason(WORD, SAY)),
        mistake("capstone-2-reason-text", reason(WORD, "return 5")),
        mistake(
            "capstone-2-reason-hidden",
            reason(
                'words = re.findall(r"[A-Za-z]+", text)',
                'word = max(words, key=lambda each: weights.get(each.lower(), 0), default="")',
                NONE,
                SAY,
            ),
        ),
        mistake("form-return", reason(WORD, 'print(f"“{word}”")')),
    ],
    "own-model": [
        right(PLAIN + KEEP),
        mistake("capstone-2-own-low", own(TABLE)),
        mistake("capstone-2-form", own("return ['housing'] * len(comments)")),
        mistake("capstone-2-form", own(TABLE.replace('"urgency": 0.5, ', ""))),
        mistake("capstone-2-form", own(TABLE.replace("comments.index", "comments.index[::-1]"))),
        mistake("capstone-2-form", own(TABLE.replace("comments.index", "comments.index[1:]"))),
        mistake("capstone-2-form", own(TABLE.replace("0.5", "50"))),
        mistake("capstone-2-form", own(TABLE, "return 'the water people'")),
        mistake("capstone-2-form", own("return comments['severity']")),
        mistake("capstone-2-own-low", own(TABLE, "return 'person'")),
        # The answers of the test part: by the loader, from the notebook, from the file, from the
        # loader's memory.
        *(
            mistake(code, by_heart(table))
            for code, table in (
                ("capstone-2-form", 'load_dataset("civic-comments")'),
                ("capstone-2-form", "test_part()"),
                ("capstone-2-answers-seen", "new"),
                (
                    "capstone-2-answers-seen",
                    "pd.read_csv(__import__('course.places').places.datasets() "
                    "/ 'civic-comments/civic-comments.csv.gz')",
                ),
                (
                    "capstone-2-answers-seen",
                    "__import__('course.data.datasets').data.datasets._table("
                    "__import__('course.places').places.datasets() / 'civic-comments')",
                ),
            )
        ),
    ],
    "gap": [
        right(KEEP),
        mistake("capstone-2-gap-wide", own(TABLE)),
        mistake("capstone-2-form", own("return model")),
    ],
}
