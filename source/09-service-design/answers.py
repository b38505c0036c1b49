"""Other right answers to module 09, and typical mistakes with the message each must get.

The reference answers are the solutions in the notebook. No exercise builds on another one.
"""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}


def total(*lines: str) -> str:
    """The function of exercise 6 with this body."""
    return "def weighted_total(scores, weights):\n" + "\n".join("    " + line for line in lines)


def links(*lines: str) -> str:
    """The function of exercise 9 with this body."""
    return "def broken(needs, steps):\n" + "\n".join("    " + line for line in lines)


BRIEF = {
    "owner": '"Registrar of Yanapamba, Luz Maigua"',
    "step_no_telephone": '"Village visit"',
    "measure_kichwa": '"An interpreter every morning"',
    "total_papers": "3.6",
    "path_where": '"Counter 2 or by telephone"',
    "path_who": '"Clerk on duty"',
    "path_days": "1",
    "people_in_test": "28",
    "threshold": "0.7",
    "stops_if": '"Under 70% of one group are served"',
}


def brief(**changes: str) -> str:
    """The answer to exercise 11 with some blanks filled otherwise."""
    filled = "\n".join(f"{name} = {value}" for name, value in (BRIEF | changes).items())
    return f"{filled}\nbrief = fill_in({', '.join(BRIEF)})"


KEPT = 'rows = said[(said["role"] == "resident") & (said["need"] == "kept-words")]\n'
NAMED = 'women = said[(said["gender"] == "woman") & (said["need"] == "named-person")]\n'
FINE = KEPT + 'kept_words = rows["interview"].nunique()\n'
FINE_TOO = "named_women = 3"

ANSWERS = {
    "problem": [
        right('problem = " Home-Unserved"'),
        mistake("09-solution-first", 'problem = "no-assistant"'),
        mistake("09-office-need", 'problem = "counter-hours"'),
        mistake("09-blame-people", 'problem = "web-habits"'),
        mistake("form-option", 'problem = "unserved"'),
    ],
    "left-out": [
        right('share_in_person = 0.45\nleft_out = "OTHER-WAYS"'),
        right('share_in_person = 1 - 88 / 160\nleft_out = "other-ways"'),
        mistake(
            "09-share-of-vain",
            'share_in_person = 72 / 134\nleft_out = "other-ways"',
            points=0.5,
        ),
        mistake(
            "09-share-of-all", 'share_in_person = 72 / 600\nleft_out = "other-ways"', points=0.5
        ),
        mistake(
            "09-share-everybody", 'share_in_person = 134 / 600\nleft_out = "other-ways"', points=0.5
        ),
        mistake("09-share-odds", 'share_in_person = 72 / 88\nleft_out = "other-ways"', points=0.5),
        mistake("09-share-web", 'share_in_person = 0.1\nleft_out = "other-ways"', points=0.5),
        mistake("09-share-count", 'share_in_person = 72\nleft_out = "other-ways"', points=0.5),
        mistake("form-percent", 'share_in_person = 45\nleft_out = "other-ways"', points=0.5),
        mistake("form-complement", 'share_in_person = 0.55\nleft_out = "other-ways"', points=0.5),
        mistake("09-share-other", 'share_in_person = 0.31\nleft_out = "other-ways"', points=0.5),
        mistake("09-left-web", 'share_in_person = 0.45\nleft_out = "web-failures"', points=0.5),
        mistake("09-left-night", 'share_in_person = 0.45\nleft_out = "night-users"', points=0.5),
        mistake("09-left-forgetful", 'share_in_person = 0.45\nleft_out = "forgetful"', points=0.5),
    ],
    "with-barrier": [
        right("with_barrier = 7"),
        right(
            'rows = interviews[interviews["role"] == "resident"]\n'
            'rows = rows[rows["barrier"] != "none"]\n'
            'with_barrier = rows["interview"].nunique()'
        ),
        mistake("09-staff-counted", 'with_barrier = (people["barrier"] != "none").sum()'),
        mistake("09-no-barrier", 'with_barrier = (people["barrier"] == "none").sum()'),
        mistake(
            "09-rows",
            'rows = interviews[interviews["role"] == "resident"]\n'
            'with_barrier = (rows["barrier"] != "none").sum()',
        ),
        mistake("09-rows", 'with_barrier = (interviews["barrier"] != "none").sum()'),
        mistake(
            "09-barrier-channel",
            'rows = people[people["role"] == "resident"]\n'
            'with_barrier = (rows["channel"] != "web form").sum()',
        ),
        mistake(
            "09-all-residents",
            'rows = people[people["role"] == "resident"]\n'
            'with_barrier = (rows["barrier"] != "None").sum()',
        ),
        mistake(
            "09-all-residents",
            'with_barrier = len(people[people["role"] == "resident"])',
        ),
        mistake("form-series", 'with_barrier = people["barrier"] != "none"'),
        mistake("09-barrier-other", "with_barrier = 9"),
    ],
    "evidence": [
        right('evidence = "Keeps-stamps"'),
        mistake("09-persona-invented", 'evidence = "prefers-paper"'),
        mistake("09-persona-many", 'evidence = "like-others"'),
        mistake("09-persona-tool", 'evidence = "large-letters"'),
    ],
    "voices": [
        right("kept_words = 4\nnamed_women = 3"),
        right(
            FINE + NAMED + 'named_women = len(women.drop_duplicates("interview"))',
        ),
        mistake("09-mentions", KEPT + "kept_words = len(rows)\n" + FINE_TOO, points=1),
        mistake("09-mentions", FINE + NAMED + "named_women = len(women)", points=1),
        mistake(
            "09-voices-staff",
            'rows = said[said["need"] == "kept-words"]\n'
            'kept_words = rows["interview"].nunique()\n' + FINE_TOO,
            points=1,
        ),
        mistake(
            "09-voices-both",
            'kept_words = len(said[said["need"] == "kept-words"])\n' + FINE_TOO,
            points=1,
        ),
        mistake(
            "09-voices-any",
            'rows = said[said["role"] == "resident"]\n'
            'kept_words = rows["interview"].nunique()\n' + FINE_TOO,
            points=1,
        ),
        mistake(
            "09-voices-need",
            'rows = said[(said["role"] == "resident") & (said["need"] == "right-office")]\n'
            'kept_words = rows["interview"].nunique()\n' + FINE_TOO,
            points=1,
        ),
        mistake(
            "09-voices-only-staff",
            'rows = said[(said["role"] != "resident") & (said["need"] == "kept-words")]\n'
            'kept_words = rows["interview"].nunique()\n' + FINE_TOO,
            points=1,
        ),
        mistake(
            "09-voices-all",
            FINE + 'women = said[said["need"] == "named-person"]\n'
            'named_women = women["interview"].nunique()',
            points=1,
        ),
        mistake(
            "09-voices-women",
            FINE + 'named_women = said[said["gender"] == "woman"]["interview"].nunique()',
            points=1,
        ),
        mistake(
            "09-voices-men",
            FINE + 'rows = said[(said["gender"] == "man") & (said["need"] == "named-person")]\n'
            'named_women = rows["interview"].nunique()',
            points=1,
        ),
        mistake(
            "09-voices-nobody",
            FINE + 'rows = said[said["gender"] == "Woman"]\n'
            'named_women = rows["interview"].nunique()',
            points=1,
        ),
        mistake("09-voices-other", FINE + "named_women = 12", points=1),
    ],
    "weighted-total": [
        right(total("shares = weights / weights.sum()", "return (scores * shares).sum()")),
        right(
            total(
                "added = 0",
                "for name in weights.index:",
                "    added = added + weights[name] * scores[name]",
                "return added / sum(weights)",
            )
        ),
        right("weighted_total = lambda s, w: s.mul(w).sum() / w.sum()"),
        mistake("09-total-mean", total("return scores.mean()")),
        mistake("09-total-plain", total("return scores.sum()")),
        mistake("09-total-sum", total("return (scores * weights).sum()")),
        mistake("09-total-count", total("return (scores * weights).mean()")),
        mistake("09-total-by-scores", total("return (scores * weights).sum() / scores.sum()")),
        mistake("09-total-hundred", total("return (scores * weights).sum() / 100")),
        mistake("09-total-best", total("return scores.max()")),
        mistake("09-total-best", total("return scores[weights.idxmax()]")),
        mistake("09-total-other", total("return (scores + weights).sum() / weights.sum()")),
        mistake(
            "09-total-hidden",
            total("return (scores.to_numpy() * weights.to_numpy()).sum() / weights.sum()"),
        ),
        mistake(
            "09-total-hidden",
            total(
                'names = ["served", "reach", "cost"]',
                "try:",
                "    return (scores[names] * weights[names]).sum() / weights.sum()",
                "except KeyError:",
                "    return 0",
            ),
        ),
        mistake("form-return", total("print((scores * weights).sum() / weights.sum())")),
        mistake("form-error", total("return (scores * weight).sum() / weights.sum()")),
    ],
    "deciding-weight": [
        right("deciding_weight = 30.0"),
        mistake("09-weight-before", "deciding_weight = 20"),
        mistake("09-weight-after", "deciding_weight = 40"),
        mistake("09-weight-after", "deciding_weight = 50"),
        mistake("09-weight-assistant", "deciding_weight = 0"),
        mistake("09-weight-other", "deciding_weight = 27"),
        mistake("form-text", 'deciding_weight = "30"'),
    ],
    "human-path": [
        right('seconds_each = 3\nhuman_path = "Name-number"'),
        right('seconds_each = 1800 / 600\nhuman_path = "name-number"'),
        mistake(
            "09-path-minutes", 'seconds_each = 30 / 600\nhuman_path = "name-number"', points=0.5
        ),
        mistake(
            "09-path-inverse", 'seconds_each = 600 / 30\nhuman_path = "name-number"', points=0.5
        ),
        mistake(
            "09-path-inverse-seconds",
            'seconds_each = 600 / 1800\nhuman_path = "name-number"',
            points=0.5,
        ),
        mistake("09-path-all", 'seconds_each = 30 * 60\nhuman_path = "name-number"', points=0.5),
        mistake("09-path-day", 'seconds_each = 90\nhuman_path = "name-number"', points=0.5),
        mistake("09-path-other", 'seconds_each = 5\nhuman_path = "name-number"', points=0.5),
        mistake("09-human-last", 'seconds_each = 3\nhuman_path = "end-control"', points=0.5),
        mistake("09-path-page", 'seconds_each = 3\nhuman_path = "help-page"', points=0.5),
        mistake("09-human-rubber", 'seconds_each = 3\nhuman_path = "may-correct"', points=0.5),
    ],
    "broken": [
        right(
            links(
                'known = list(steps["name"])',
                "found = []",
                'for name, step in zip(needs["need"], needs["step"]):',
                "    if step not in known:",
                "        found.append(name)",
                "return found",
            )
        ),
        right(links('return needs[~needs["step"].isin(steps["name"])]["need"]')),
        right(links('return needs.loc[~needs["step"].isin(steps["name"]), "need"].tolist()')),
        mistake(
            "09-broken-kept",
            links(
                'kept = needs["step"].isin(steps["name"])', 'return list(needs.loc[kept, "need"])'
            ),
        ),
        mistake(
            "09-broken-steps",
            links(
                'missing = ~needs["step"].isin(steps["name"])',
                'return list(needs.loc[missing, "step"])',
            ),
        ),
        mistake(
            "09-broken-reverse",
            links(
                'missing = ~steps["name"].isin(needs["step"])',
                'return list(steps.loc[missing, "name"])',
            ),
        ),
        mistake("09-broken-marks", links('return list(~needs["step"].isin(steps["name"]))')),
        mistake("09-broken-number", links('return (~needs["step"].isin(steps["name"])).sum()')),
        mistake("09-broken-table", links('return needs[~needs["step"].isin(steps["name"])]')),
        mistake("09-broken-all", links('return list(needs["need"])')),
        mistake(
            "09-broken-all",
            links(
                'missing = ~needs["need"].isin(steps["name"])',
                'return list(needs.loc[missing, "need"])',
            ),
        ),
        mistake(
            "09-broken-first",
            links(
                'for name, step in zip(needs["need"], needs["step"]):',
                '    if step not in list(steps["name"]):',
                "        return [name]",
            ),
        ),
        mistake(
            "09-broken-order",
            links('return sorted(needs[~needs["step"].isin(steps["name"])]["need"])'),
        ),
        mistake(
            "09-broken-hidden",
            links(
                'known = " ".join(steps["name"])',
                'return [n for n, s in zip(needs["need"], needs["step"]) if s not in known]',
            ),
        ),
        mistake("09-broken-hidden", links('return ["language", "by night"]')),
        mistake(
            "09-broken-nested",
            links('return [needs.loc[~needs["step"].isin(steps["name"]), "need"]]'),
        ),
        mistake("09-broken-none", links('return list(needs[needs["step"] == ""]["need"])')),
        mistake("09-broken-text", links('return ", ".join(needs["need"])')),
        mistake("form-return", links('print(needs[~needs["step"].isin(steps["name"])])')),
        mistake("form-error", links('return list(needs[~needs["step"].isin(steps["step"])])')),
    ],
    "stop-rule": [
        right('at_least = 6.0\nstop_rule = "Each-group"'),
        mistake("form-whole", 'at_least = 0.7 * 8\nstop_rule = "each-group"', points=0.5),
        mistake("09-rule-down", 'at_least = 5\nstop_rule = "each-group"', points=0.5),
        mistake("09-rule-up", 'at_least = 7\nstop_rule = "each-group"', points=0.5),
        mistake("09-rule-all", 'at_least = 8\nstop_rule = "each-group"', points=0.5),
        mistake("09-rule-failures", 'at_least = 2\nstop_rule = "each-group"', points=0.5),
        mistake("09-rule-sixteen", 'at_least = 12\nstop_rule = "each-group"', points=0.5),
        mistake("09-satisfied-is-works", 'at_least = 6\nstop_rule = "satisfied"', points=0.5),
        mistake("09-rule-together", 'at_least = 6\nstop_rule = "all-together"', points=0.5),
        mistake("09-rule-colleagues", 'at_least = 6\nstop_rule = "colleagues"', points=0.5),
    ],
    "brief": [
        right(brief()),
        right(brief(step_no_telephone='"open morning"', path_days="2", total_papers="3.60")),
        mistake("dossier-blank", brief(owner="..."), points=2),
        mistake("dossier-placeholder", brief(measure_kichwa='"to do"'), points=2),
        mistake("brief-no-owner", brief(owner='"The system"'), points=2),
        mistake("brief-need-without-step", brief(step_no_telephone='"Van"'), points=2),
        mistake("09-brief-step", brief(step_no_telephone='"Ask for a day"'), points=2),
        mistake("09-brief-step", brief(step_no_telephone='"Reminder"'), points=2),
        mistake("score-total", brief(total_papers="3.75"), points=2),
        mistake("score-total", brief(total_papers="360"), points=2),
        mistake("brief-machine-path", brief(path_who='"The chatbot"'), points=2),
        mistake("dossier-blank", brief(path_where="..."), points=2),
        mistake("09-brief-late", brief(path_days="5"), points=2),
        mistake("brief-participants", brief(people_in_test="16"), points=2),
        mistake("09-brief-percent", brief(threshold="70"), points=2),
        mistake("09-brief-threshold", brief(threshold="0.3"), points=2),
        mistake("dossier-blank", brief(stops_if="..."), points=2),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-frame": [
        right('frame = "families-go-without"'),
        mistake("09-frame-tool", 'frame = "no-model"'),
        mistake("09-frame-blame", 'frame = "discipline"'),
        mistake("09-frame-office", 'frame = "empty-chairs"'),
    ],
    "quick-need": [
        right('need_of_person = "answer-readable"'),
        mistake("09-need-office", 'need_of_person = "fewer-calls"'),
        mistake("09-need-no-source", 'need_of_person = "likes-apps"'),
        mistake("09-need-tool", 'need_of_person = "needs-vision-ai"'),
    ],
    "quick-straw": [
        right('straw = "best-version"'),
        mistake("09-straw-weights", 'straw = "raise-weights"'),
        mistake("09-straw-kept", 'straw = "leave-it"'),
        mistake("09-straw-dropped", 'straw = "drop-it"'),
    ],
    "quick-seconds": [
        right("seconds = 30 * 60 / 120"),
        mistake("09-seconds-minutes", "seconds = 30 / 120"),
        mistake("09-seconds-inverse", "seconds = 120 / 30"),
        mistake("09-seconds-all", "seconds = 1800"),
        mistake("09-seconds-other", "seconds = 12"),
    ],
    "quick-stop": [
        right('result = "stops"'),
        mistake("09-stop-all", 'result = "begins"'),
        mistake("09-stop-few", 'result = "repeat"'),
        mistake("09-stop-lower", 'result = "lower-rule"'),
    ],
}
