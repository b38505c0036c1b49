"""Right answers to the self-checks of the first steps, and mistakes with their messages."""

from course.checking.answers import mistake, right

ANSWERS: dict[str, list] = {}

TABLE = "from course import load_dataset\ncountries = load_dataset('gapminder')\n"

SELF_CHECKS = {
    "quick-number": [
        right("counters = 20"),
        right("counters = 2 + 18"),
        right("counters = 20.0"),
        mistake("00-number-minus", "counters = 18 - 2"),
        mistake("00-number-times", "counters = 18 * 2"),
        mistake("00-number-before", "counters = 18"),
        mistake("00-number-new", "counters = 2"),
        mistake("form-text", 'counters = "20"'),
    ],
    "quick-share": [
        right("by_post = 0.075"),
        right("by_post = 7.5 / 100"),
        right("by_post = 75 / 1000"),
        mistake("form-percent", "by_post = 7.5"),
        mistake("form-comma", "by_post = 7,5 / 100"),
        mistake("00-share-ten", "by_post = 0.75"),
        mistake("form-rounded", "by_post = 0.08"),
        mistake("form-text", 'by_post = "7.5%"'),
    ],
    "quick-key": [
        right('working_means = "still-running"'),
        right("working_means = 'Still running'"),
        mistake("00-key-failed", 'working_means = "has-failed"'),
        mistake("00-key-changed", 'working_means = "was-changed"'),
        mistake("form-option", 'working_means = "[*]"'),
    ],
    "quick-error": [
        right('look_at = "the-spelling"'),
        mistake("00-error-internet", 'look_at = "the-internet"'),
        mistake("00-error-brackets", 'look_at = "the-brackets"'),
    ],
    "quick-table": [
        right(TABLE + 'smallest = countries["lifeExp"].min()'),
        right(TABLE + 'smallest = min(countries["lifeExp"])'),
        right("smallest = 23.599"),
        mistake("00-table-max", TABLE + 'smallest = countries["lifeExp"].max()'),
        mistake("00-table-year", TABLE + 'smallest = countries["year"].min()'),
        mistake("00-table-first", TABLE + 'smallest = countries["lifeExp"].iloc[0]'),
        mistake("form-brackets", TABLE + 'smallest = countries["lifeExp"].min'),
    ],
    "quick-function": [
        right("def hours(minutes):\n    return minutes / 60"),
        right("def hours(minutes):\n    result = minutes / 60\n    return result"),
        right("hours = lambda minutes: minutes / 60"),
        mistake("00-function-times", "def hours(minutes):\n    return minutes * 60"),
        mistake("00-function-day", "def hours(minutes):\n    return minutes / 24"),
        mistake("00-function-hundred", "def hours(minutes):\n    return minutes / 100"),
        mistake("00-function-whole", "def hours(minutes):\n    return minutes // 60"),
        mistake("00-function-rounded", "def hours(minutes):\n    return round(minutes / 60)"),
        mistake("00-function-fixed", "def hours(minutes):\n    return 90 / 60"),
        mistake("form-return", "def hours(minutes):\n    minutes / 60"),
        mistake("form-error", "def hours(minutes):\n    return minute / 60"),
        mistake("form-function", "hours = 1.5"),
    ],
}
