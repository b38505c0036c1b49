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
    "owner": '"head"',
    "measure_kichwa": '"interpreter"',
    "path_who": '"clerk-duty"',
    "path_days": "2",
    "stops_below": "6",
    "stops_for": '"each-group"',
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
        right('problem = " One-In-Five"'),
        mistake("09-solution-first", 'problem = "no-evening"'),
        mistake("09-office-need", 'problem = "counter-hours"'),
        mistake("09-cause-unmeasured", 'problem = "papers-unknown"'),
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
        mistake("09-left-second", 'share_in_person = 0.45\nleft_out = "second-visit"', points=0.5),
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
            "09-barrier-eight",
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
        mistake(
            "09-barrier-eight",
            'rows = people[people["role"] == "resident"]\nwith_barrier = rows["barrier"].nunique()',
        ),
        mistake(
            "09-all-residents",
            'rows = people[people["role"] == "resident"]\n'
            'with_barrier = (rows["barrier"] != "None known").sum()',
        ),
        mistake("form-series", 'with_barrier = people["barrier"] != "none"'),
        mistake("09-barrier-other", "with_barrier = 9"),
    ],
    "evidence": [
        right('evidence = "Keeps-stamps"'),
        mistake("09-persona-invented", 'evidence = "prefers-paper"'),
        mistake("09-persona-many", 'evidence = "like-others"'),
        mistake("09-persona-contradicted", 'evidence = "too-weak"'),
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
        mistake("09-voices-other", "kept_words = 12\n" + FINE_TOO, points=1),
        mistake("09-mentions", "kept_words = 6\nnamed_women = 5", points=0),
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
        mistake("09-total-added", total("return (scores + weights).sum() / weights.sum()")),
        mistake("09-total-axis", total("return (scores * weights).sum(axis=1) / weights.sum()")),
        mistake(
            "form-rounded", total("return ((scores * weights).sum() / weights.sum()).round(1)")
        ),
        mistake(
            "form-rounded", total("return ((scores * weights).sum() / weights.sum()).round(2)")
        ),
        mistake("09-total-ignores", total("return 3.2")),
        mistake("09-total-ignores", total("return 305 / 105")),
        mistake(
            "09-total-ignores",
            total("weights = [40, 30, 20]", "return (scores * weights).sum() / 90"),
        ),
        mistake(
            "09-total-names", total('return (scores["served at first visit"] * weights).sum()')
        ),
        mistake("09-total-other", total("return (scores * weights).sum() - weights.sum()")),
        mistake("function-ignores", total("return (one_way * weights).sum() / weights.sum()")),
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
        mistake("09-weight-share", "deciding_weight = 0.3"),
        mistake("09-weight-total", "deciding_weight = 3.6"),
        mistake("09-weight-total", "deciding_weight = 3.5"),
        mistake("09-weight-assistant", "deciding_weight = 10"),
        mistake("form-text", 'deciding_weight = "30"'),
    ],
    "human-path": [
        right('seconds_each = 3\nhuman_path = "Counter-two"'),
        right('seconds_each = 1800 / 600\nhuman_path = "counter-two"'),
        mistake(
            "09-path-minutes", 'seconds_each = 30 / 600\nhuman_path = "counter-two"', points=0.5
        ),
        mistake(
            "09-path-inverse", 'seconds_each = 600 / 30\nhuman_path = "counter-two"', points=0.5
        ),
        mistake(
            "09-path-inverse-seconds",
            'seconds_each = 600 / 1800\nhuman_path = "counter-two"',
            points=0.5,
        ),
        mistake("09-path-all", 'seconds_each = 30 * 60\nhuman_path = "counter-two"', points=0.5),
        mistake("09-path-day", 'seconds_each = 90\nhuman_path = "counter-two"', points=0.5),
        mistake("09-path-other", 'seconds_each = 5\nhuman_path = "counter-two"', points=0.5),
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
        mistake(
            "09-broken-unique",
            links('return list(needs[~needs["step"].isin(steps["name"])]["need"].unique())'),
        ),
        mistake(
            "09-broken-exchanged",
            links(
                'missing = ~steps["name"].isin(needs["step"])',
                'return list(needs.loc[missing, "need"])',
            ),
        ),
        mistake(
            "09-broken-equal", links('return list(needs[needs["step"] != steps["name"]]["need"])')
        ),
        mistake(
            "09-broken-ignores",
            links(
                'known = ["Counter", "Letter", "Booking"]',
                'return list(needs.loc[~needs["step"].isin(known), "need"])',
            ),
        ),
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
        mistake("09-broken-ignores", links('return ["language", "by night", "language"]')),
        mistake("09-broken-unique", links('return ["language", "by night"]')),
        mistake(
            "09-broken-other",
            links(
                'missing = ~needs["step"].isin(steps["name"])',
                'return list("a " + needs.loc[missing, "need"])',
            ),
        ),
        mistake(
            "09-broken-nested",
            links('return [needs.loc[~needs["step"].isin(steps["name"]), "need"]]'),
        ),
        mistake("09-broken-none", links('return list(needs[needs["step"] == ""]["need"])')),
        mistake("09-broken-text", links('return ", ".join(needs["need"])')),
        mistake("form-return", links('print(needs[~needs["step"].isin(steps["name"])])')),
        mistake(
            "09-broken-column", links('return list(needs[~needs["step"].isin(steps["step"])])')
        ),
    ],
    "stop-rule": [
        right('at_least = 6.0\nstop_rule = "Either"'),
        mistake("form-whole", 'at_least = 0.7 * 8\nstop_rule = "either"', points=0.5),
        mistake("09-rule-down", 'at_least = 5\nstop_rule = "either"', points=0.5),
        mistake("09-rule-up", 'at_least = 7\nstop_rule = "either"', points=0.5),
        mistake("09-rule-all", 'at_least = 8\nstop_rule = "either"', points=0.5),
        mistake("09-rule-failures", 'at_least = 2\nstop_rule = "either"', points=0.5),
        mistake("09-rule-sixteen", 'at_least = 12\nstop_rule = "either"', points=0.5),
        mistake("09-satisfied-is-works", 'at_least = 6\nstop_rule = "content"', points=0.5),
        mistake("09-rule-together", 'at_least = 6\nstop_rule = "sixteen"', points=0.5),
        mistake("09-rule-perfect", 'at_least = 6\nstop_rule = "all-eight"', points=0.5),
    ],
    "brief": [
        right(brief()),
        right(brief(path_days="0", stops_below="6.0")),
        right(brief(owner='"Head"', path_who='" clerk‑duty"', stops_for='"EACH_GROUP"')),
        mistake("09-brief-owner-firm", brief(owner='"firm"'), points=2),
        mistake("09-brief-owner-ombuds", brief(owner='"ombuds"'), points=2),
        mistake("form-option", brief(owner='"The van"'), points=2),
        mistake("form-missing", brief(owner='"..."'), points=2),
        mistake("09-brief-child", brief(measure_kichwa='"relative"'), points=2),
        mistake("09-brief-spanish", brief(measure_kichwa='"pictures"'), points=2),
        mistake("09-brief-web-page", brief(measure_kichwa='"web-page"'), points=2),
        mistake("09-brief-page", brief(path_who='"ask-page"'), points=2),
        mistake("09-brief-path-firm", brief(path_who='"sender"'), points=2),
        mistake("form-missing", brief(path_days="..."), points=2),
        mistake("09-brief-days", brief(path_days="0.5"), points=2),
        mistake("09-brief-days", brief(path_days="-1"), points=2),
        mistake("form-text", brief(path_days='"2 days"'), points=2),
        mistake("09-brief-late", brief(path_days="3"), points=2),
        mistake("09-brief-late", brief(path_days="10"), points=2),
        mistake("09-brief-five", brief(stops_below="5"), points=2),
        mistake("09-brief-stricter", brief(stops_below="7"), points=2),
        mistake("09-brief-stricter", brief(stops_below="8"), points=2),
        mistake("09-brief-failures", brief(stops_below="2"), points=2),
        mistake("09-brief-failures", brief(stops_below="3"), points=2),
        mistake("09-brief-number", brief(stops_below="70"), points=2),
        mistake("09-brief-number", brief(stops_below="12"), points=2),
        mistake("form-whole-share", brief(stops_below="0.7"), points=2),
        mistake("09-brief-part-of-person", brief(stops_below="0.7 * 8"), points=2),
        mistake("form-whole", brief(stops_below="6.5"), points=2),
        mistake("form-missing", brief(stops_below="..."), points=2),
        mistake("09-brief-together", brief(stops_for='"mean"'), points=2),
        mistake("09-brief-neither", brief(stops_for='"better"'), points=2),
        mistake("09-brief-village", brief(stops_for='"each-village"'), points=2),
        mistake(
            "09-brief-owner-firm",
            brief(owner='"firm"', path_who='"ask-page"', stops_for='"mean"'),
            points=0,
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-frame": [
        right('frame = "next-month"'),
        mistake("09-frame-tool", 'frame = "no-forecast"'),
        mistake("09-frame-page", 'frame = "other-day"'),
        mistake("09-frame-office", 'frame = "empty-chairs"'),
    ],
    "quick-need": [
        right('need_of_person = "answer-aloud"'),
        mistake("09-need-office", 'need_of_person = "short-notes"'),
        mistake("09-need-no-source", 'need_of_person = "open-late"'),
        mistake("09-need-tool", 'need_of_person = "map-pin"'),
    ],
    "quick-straw": [
        right('straw = "same-money"'),
        mistake("09-straw-equal", 'straw = "equal-scores"'),
        mistake("09-straw-kept", 'straw = "say-so"'),
        mistake("09-straw-dropped", 'straw = "drop-it"'),
    ],
    "quick-hours": [
        right("hours = 240 * 0.5 / 60"),
        right("hours = 2"),
        mistake("09-hours-minutes", "hours = 240 * 0.5"),
        mistake("09-hours-seconds", "hours = 240 * 30"),
        mistake("09-hours-whole-minute", "hours = 240 / 60"),
        mistake("09-hours-inverse", "hours = 240 / 0.5"),
        mistake("09-hours-inverse", "hours = 240 / 30"),
        mistake("09-hours-other", "hours = 12"),
    ],
    "quick-stop": [
        right('result = "ten-of-twelve"'),
        mistake("09-stop-all", 'result = "all-forty"'),
        mistake("09-stop-few", 'result = "twelve-more"'),
        mistake("09-stop-gap", 'result = "gap"'),
    ],
}
