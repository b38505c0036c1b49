"""What is true of each synthetic comment, before a word of it is written, and what the city did.

Nothing here is text. Each comment draws from its own stream of random numbers, so a change in one
comment or one template does not move the others.
"""

import datetime
import math
import statistics
from dataclasses import dataclass
from random import Random

SEVERITIES = ("low", "medium", "high", "critical")
NORMAL = statistics.NormalDist()


@dataclass
class Comment:
    """One comment: who wrote when and about what (truth), and what the city did (history)."""

    number: int
    date: datetime.date
    language: str
    district: str
    literacy: str
    channel: str
    gender: str
    department: str
    topic: str
    severity: str
    # Filled in once a template is chosen and the text is written.
    template: str = ""
    held_out: bool = False
    second_department: str = ""
    duplicate_of: int | None = None
    second_language: str = ""
    personal_data: tuple[tuple[str, str], ...] = ()
    text: str = ""
    # What a second reader said of the text, without knowing the first.
    second_reader_department: str = ""
    second_reader_severity: str = ""
    # History.
    routed_to: str = ""
    response_days: int = 0


def stream(parameters: dict, number: int, purpose: str) -> Random:
    """The random numbers of one comment for one purpose. Only .random() may be called on it:
    that is what Python promises to keep the same from version to version."""
    return Random(f"{parameters['seed']}/{number}/{purpose}")


def pick(weights: dict, random: Random):
    """One of the keys, each with a chance that goes with its weight."""
    left = random.random() * sum(weights.values())
    for key, weight in weights.items():
        left -= weight
        if left < 0:
            return key
    return key


def one_of(values, random: Random):
    return values[int(random.random() * len(values))]


def months(parameters: dict) -> list[tuple[int, int]]:
    """Year and month of each month of the data, in order."""
    year, month = map(int, parameters["first month"].split("-"))
    return [
        (year + (month - 1 + i) // 12, (month - 1 + i) % 12 + 1)
        for i in range(parameters["months"])
    ]


def dates(parameters: dict) -> list[datetime.date]:
    """The day of each comment, in order of time."""
    weights = {
        (year, month): parameters["season"][month - 1] * (1 + parameters["growth a month"]) ** i
        for i, (year, month) in enumerate(months(parameters))
    }
    drawn = []
    for number in range(parameters["comments"]):
        random = stream(parameters, number, "date")
        year, month = pick(weights, random)
        first = datetime.date(year, month, 1)
        following = datetime.date(year + month // 12, month % 12 + 1, 1)
        drawn.append(first + datetime.timedelta(int(random.random() * (following - first).days)))
    return sorted(drawn)


def draw(parameters: dict, topics: dict[str, list[str]], number: int, date: datetime.date):
    """The truth of one comment. `topics` names the topics of each department."""
    random = stream(parameters, number, "truth")
    districts = parameters["districts"]
    language = pick(parameters["languages"], random)
    district = pick({name: entry["share"] for name, entry in districts.items()}, random)
    literacy = pick(districts[district]["literacy"], random)
    channel = pick(parameters["channels"][literacy], random)
    gender = pick(parameters["genders"], random)
    if random.random() < new_topic_share(parameters, date):
        new = parameters["new topic"]
        department, topic, severities = new["department"], new["topic"], new["severity"]
    else:
        department = pick(
            {
                name: entry["share"] * (entry["women"] if gender == "woman" else 1)
                for name, entry in parameters["departments"].items()
            },
            random,
        )
        topic = pick(topic_weights(parameters, topics[department], department, date), random)
        severities = parameters["departments"][department]["severity"]
    severity = pick(severities, random)
    return Comment(
        number, date, language, district, literacy, channel, gender, department, topic, severity
    )


def new_topic_share(parameters: dict, date: datetime.date) -> float:
    year, month = map(int, parameters["new topic"]["first month"].split("-"))
    since = (date.year - year) * 12 + date.month - month
    shares = parameters["new topic"]["shares"]
    return shares[since] if 0 <= since < len(shares) else 0.0


def topic_weights(parameters: dict, names: list[str], department: str, date) -> dict[str, float]:
    weights = dict(zip(names, parameters["topics"], strict=False))
    new = parameters["new topic"]
    if department == new["department"]:
        weights.pop(new["topic"], None)
    for storm in parameters["storms"]:
        if storm["department"] == department and storm["month"] == f"{date:%Y-%m}":
            weights[storm["topic"]] *= storm["times"]
    return weights


def read_again(parameters: dict, comment: Comment) -> None:
    """The department and severity that a second reader names; the text has been written.

    Readers disagree about the same matters again and again, so the templates with a borderline
    severity are drawn once, and each of them has one severity that it borders on.
    """
    rates = parameters["second reader"]
    random = stream(parameters, comment.number, "second reader")
    comment.second_reader_department = comment.department
    if comment.second_department and random.random() < rates["to the second department"]:
        comment.second_reader_department = comment.second_department
    elif random.random() < rates["to another department"]:
        comment.second_reader_department = _other_department(parameters, comment, random)

    place = SEVERITIES.index(comment.severity)
    borderline = stream(parameters, 0, f"borderline/{comment.template}")
    is_borderline = borderline.random() < rates["borderline templates"]
    steps = 1 if borderline.random() < 0.5 else -1
    if random.random() < rates["severity"]["borderline" if is_borderline else "clear"]:
        if not is_borderline:
            steps = pick(rates["steps"], random) * (1 if random.random() < 0.5 else -1)
        if not 0 <= place + steps < len(SEVERITIES):
            steps = -steps
        place = min(max(place + steps, 0), len(SEVERITIES) - 1)
    comment.second_reader_severity = SEVERITIES[place]


def _other_department(parameters: dict, comment: Comment, random: Random) -> str:
    shares = {
        name: entry["share"]
        for name, entry in parameters["departments"].items()
        if name != comment.department
    }
    return pick(shares, random)


def route(parameters: dict, comment: Comment) -> None:
    """Where the desk first sent the comment: to the right department, or not."""
    rates = parameters["misrouting"]
    random = stream(parameters, comment.number, "route")
    chance = rates["base"]
    chance += rates["language"].get(comment.language, 0)
    chance += rates["literacy"].get(comment.literacy, 0)
    if comment.second_department:
        chance += rates["two departments"]
    if is_unknown(parameters, comment):
        chance += rates["new topic"]
    comment.routed_to = comment.department
    if random.random() >= chance:
        return
    if comment.second_department and random.random() < rates["to the second department"]:
        comment.routed_to = comment.second_department
    else:
        comment.routed_to = _other_department(parameters, comment, random)


def is_unknown(parameters: dict, comment: Comment) -> bool:
    """True for the new topic in the months before the desk had a rule for it."""
    known_from = parameters["misrouting"]["new topic known from"]
    return (
        comment.topic == parameters["new topic"]["topic"] and f"{comment.date:%Y-%m}" < known_from
    )


def answer(parameters: dict, comment: Comment) -> None:
    """After how many days the first answer went out; the comment has been routed."""
    rates = parameters["response"]
    random = stream(parameters, comment.number, "answer")
    misrouted = comment.routed_to != comment.department
    same_day = rates["same day"]
    chance = same_day["base"]
    chance += same_day["severity"].get(comment.severity, 0)
    chance += same_day["channel"].get(comment.channel, 0)
    chance += same_day["district"].get(comment.district, 0)
    chance += same_day["misrouted"] if misrouted else 0
    if comment.severity != "critical":
        chance *= same_day["times department"].get(comment.department, 1)
    if random.random() < chance:
        comment.response_days = 0
        return
    times = rates["times"]
    median = rates["median days"]
    median *= times["department"].get(comment.department, 1)
    median *= times["severity"].get(comment.severity, 1)
    median *= times["district"].get(comment.district, 1)
    median *= times["misrouted"] if misrouted else 1
    # random() may be 0, where the normal distribution has no value.
    deviation = NORMAL.inv_cdf(max(random.random(), 1e-9))
    days = math.exp(math.log(median) + rates["spread"] * deviation)
    comment.response_days = min(max(1, round(days)), rates["longest days"])


def historical_urgency(parameters: dict, days: int) -> str:
    bounds = parameters["historical urgency"]
    if days <= bounds["high"]:
        return "high"
    return "medium" if days <= bounds["medium"] else "low"
