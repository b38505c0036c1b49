"""Other right answers to module 10, and typical mistakes with the message each must get."""

from course.checking.answers import mistake, right

BEFORE: dict[str, str] = {}


def classes(**changed: str) -> str:
    """The right keys of exercise 2, some of them changed."""
    keys = {
        "paraguay": "minimal",
        "guatemala": "high-risk",
        "dominican_republic": "not-ai",
        "cote_d_ivoire": "transparency",
        "samoa": "prohibited",
        "pakistan": "high-risk",
        **changed,
    }
    return "\n".join(f'{name} = "{key}"' for name, key in keys.items())


SYSTEMS = ("paraguay", "guatemala", "dominican_republic", "cote_d_ivoire", "samoa", "pakistan")


def binding(
    brazil: str = "cnj-615", canada: str = "department", gambia: str = "other-rules"
) -> str:
    """The keys of exercise 1."""
    return (
        f'brazil_court = "{brazil}"\ncanada_department = "{canada}"\ngambia_ministry = "{gambia}"'
    )


def flip(change: str = "suggests", exempts: str = "duplicates") -> str:
    """The keys of exercise 3."""
    return f'makes_high_risk = "{change}"\nexempts = "{exempts}"'


def days(
    allowance: str = "2027-12-02", assistant: str = "2026-08-02", images: str = "2026-12-02"
) -> str:
    """The days of exercise 4."""
    return f'allowance_day = "{allowance}"\nassistant_day = "{assistant}"\nimages_day = "{images}"'


def who(assesses: str = "city", notice: str = "maker") -> str:
    """The keys of exercise 5."""
    return f'assesses = "{assesses}"\nbuilds_notice = "{notice}"'


def chain(indicator: str = "coverage", remedy: str = "in-person") -> str:
    """The keys of exercise 6."""
    return f'indicator = "{indicator}"\nremedy = "{remedy}"'


def bank(services: str = "credit", profiling: str = "yes", older: str = "no") -> str:
    """The facts of exercise 7."""
    return (
        f'bank = desk | {{"services": "{services}", "profiling": "{profiling}", '
        f'"older-high-risk": "{older}"}}'
    )


def classes_on(body: str) -> str:
    return f"def classes_on(facts, day):\n{body}"


def ways_to(body: str) -> str:
    return f"def ways_to(facts, day, wanted):\n{body}"


def duties_on(body: str) -> str:
    return f"def duties_on(facts, role, day):\n{body}"


def table(body: str) -> str:
    return f"def binding_table(countries, institution, day):\n{body}"


ANSWERS = {
    "binding": [
        right(binding("CNJ-615", " department ", "Other-Rules")),
        mistake("10-bill-binds", binding(brazil="bill-2338"), points=1),
        mistake("10-recommendation-binds", binding(brazil="unesco"), points=1),
        mistake("10-act-everywhere", binding(brazil="eu-ai-act"), points=1),
        mistake("10-only-statutes", binding(canada="optional"), points=1),
        mistake("10-directive-courts", binding(canada="courts-too"), points=1),
        mistake("10-directive-phase", binding(canada="since-june"), points=1),
        mistake("10-no-act-no-rule", binding(gambia="own-policy"), points=1),
        mistake("10-supplier-law", binding(gambia="supplier-law"), points=1),
        mistake("10-soft-law-fills", binding(gambia="soft-law"), points=1),
    ],
    "classes": [
        right(classes(paraguay=" Minimal ", samoa="PROHIBITED")),
        mistake("10-area-is-high", classes(paraguay="high-risk"), points=2.5),
        mistake("10-paraguay-contact", classes(paraguay="transparency"), points=2.5),
        mistake("10-paraguay-listed", classes(paraguay="exempted"), points=2.5),
        mistake("10-draft-preparatory", classes(guatemala="exempted"), points=2.5),
        mistake("10-human-saves", classes(guatemala="minimal"), points=2.5),
        mistake("10-guatemala-also", classes(guatemala="transparency"), points=2.5),
        mistake("10-harsh-is-ai", classes(dominican_republic="high-risk"), points=2.5),
        mistake("10-automatic-banned", classes(dominican_republic="prohibited"), points=2.5),
        mistake("10-rules-minimal", classes(dominican_republic="minimal"), points=2.5),
        mistake("10-not-high-free", classes(cote_d_ivoire="minimal"), points=2.5),
        mistake("10-voice-high", classes(cote_d_ivoire="high-risk"), points=2.5),
        mistake("10-emotions-where", classes(samoa="high-risk"), points=2.5),
        mistake("10-consent-cures", classes(samoa="transparency"), points=2.5),
        mistake("10-small-task-profiling", classes(pakistan="exempted"), points=2.5),
        mistake("10-pakistan-officer", classes(pakistan="minimal"), points=2.5),
        mistake("10-every-score-social", classes(pakistan="prohibited"), points=2.5),
        mistake("form-option", classes(pakistan="high"), points=2.5),
        *[
            mistake("10-one-class", classes(**dict.fromkeys(SYSTEMS, key)))
            for key in ("minimal", "high-risk")
        ],
    ],
    "flip": [
        right(flip("Suggests", " duplicates ")),
        mistake("10-technology-class", flip(change="larger-model"), points=0.5),
        mistake("10-human-saves", flip(change="no-clerk"), points=0.5),
        mistake("10-voice-forwards", flip(change="voice"), points=0.5),
        mistake("10-human-saves", flip(exempts="officer"), points=0.5),
        mistake("10-accuracy-exempts", flip(exempts="accurate"), points=0.5),
        mistake("10-advice-exempts", flip(exempts="advice"), points=0.5),
    ],
    "days": [
        right(days(" 2027-12-02 ")),
        right(
            "from datetime import datetime\n"
            "allowance_day = date(2027, 12, 2)\n"
            "assistant_day = datetime(2026, 8, 2)\n"
            'images_day = "2026-12-02"'
        ),
        mistake(
            "10-allowance-older",
            days().replace('"2027-12-02"', "date(2030, 8, 2)"),
            points=1,
        ),
        mistake("10-old-dates", days(allowance="2026-08-02"), points=1),
        mistake("10-allowance-annex-i", days(allowance="2028-08-02"), points=1),
        mistake("10-allowance-older", days(allowance="2030-08-02"), points=1),
        mistake("10-assistant-marking", days(assistant="2026-12-02"), points=1),
        mistake("10-assistant-postponed", days(assistant="2027-12-02"), points=1),
        mistake("10-images-at-once", days(images="2026-08-02"), points=1),
        mistake("10-images-high", days(images="2027-12-02"), points=1),
        mistake("form-option", days(images="2 December 2026"), points=1),
        mistake(
            "10-day-subtracted",
            days().replace('"2027-12-02"', "2027-12-2"),
            points=1,
        ),
    ],
    "who": [
        right(who("City", " maker ")),
        mistake("10-vendor-duty", who(assesses="firm"), points=0.5),
        mistake("10-contract-moves", who(assesses="either"), points=0.5),
        mistake("10-assessment-replaced", who(assesses="neither"), points=0.5),
        mistake("10-notice-user", who(notice="user"), points=0.5),
        mistake("10-notice-both", who(notice="both"), points=0.5),
        mistake("10-not-high-free", who(notice="no-one"), points=0.5),
    ],
    "chain": [
        right(chain("Coverage", "In-Person")),
        mistake("10-measure-recipients", chain(indicator="recipients"), points=0.5),
        mistake("10-measure-approval", chain(indicator="approval"), points=0.5),
        mistake("10-measure-phones", chain(indicator="phones"), points=0.5),
        mistake("10-remedy-hotline", chain(remedy="hotline"), points=0.5),
        mistake("10-remedy-weights", chain(remedy="weights"), points=0.5),
        mistake("10-remedy-court", chain(remedy="court"), points=0.5),
    ],
    "bank-facts": [
        right(
            'bank = {**desk, "services": ["credit"], "profiling": "yes", "older-high-risk": "no"}'
        ),
        right(
            'bank = dict(desk)\nbank["services"] = "credit"\nbank["profiling"] = "yes"\n'
            'bank["older-high-risk"] = "no"'
        ),
        mistake("10-credit-not-benefit", bank(services="benefits"), points=0.5),
        mistake("10-credit-not-fraud", bank(services="financial-fraud"), points=0.5),
        mistake("10-traders-are-persons", bank(services="legal-persons"), points=0.5),
        mistake("10-facts-officer", bank(services="none"), points=0.5),
        mistake("10-facts-forwarding", bank(services="forwarding"), points=0.5),
        mistake("10-facts-forwarding", bank(services="credit, forwarding"), points=0.5),
        mistake("10-facts-profiling", bank(profiling="no"), points=0.75),
        mistake("10-facts-older", bank(older="public-authorities"), points=0.75),
        mistake("10-facts-older", bank(older="others"), points=0.75),
        mistake("form-option", bank(older="yes"), points=0.75),
        mistake("10-facts-no-profiling", 'bank = desk | {"services": "credit"}', points=0.5),
        mistake(
            "10-facts-no-older",
            'bank = desk | {"services": "credit", "profiling": "yes"}',
            points=0.75,
        ),
        mistake(
            "10-facts-unknown",
            'bank = desk | {"service": "credit", "profiling": "yes", "older-high-risk": "no"}',
        ),
        mistake(
            "10-facts-other",
            'bank = desk | {"services": "credit", "profiling": "yes", "older-high-risk": "no", '
            '"contact": "yes"}',
        ),
        mistake("10-facts-dict", 'bank = "credit"'),
        mistake("10-facts-dict", 'bank = {"services": "credit", "profiling": "yes"}'),
        mistake("form-option", bank(services="loans"), points=0.5),
    ],
    "classes-on": [
        right(classes_on('    return classify(facts, on=day, role="public-body").in_force')),
        right(
            classes_on(
                "    result = classify(facts, on=day)\n"
                "    return [name for name in result.classes if name in result.in_force]"
            )
        ),
        mistake("10-class-not-in-force", classes_on("    return classify(facts, on=day).classes")),
        mistake(
            "10-argument-ignored",
            classes_on("    return classify(facts, on=date(2026, 11, 28)).in_force"),
        ),
        mistake(
            "10-argument-ignored",
            classes_on("    return classify(facts, on=date(2027, 12, 2)).in_force"),
        ),
        mistake(
            "10-argument-ignored",
            classes_on("    return classify(allowance, on=day).in_force"),
        ),
        mistake(
            "10-argument-ignored",
            classes_on("    return classify(desk, on=day).classes"),
        ),
        mistake(
            "10-class-not-in-force",
            classes_on("    return list(classify(facts, on=day, role='public-body').classes)"),
        ),
        mistake(
            "10-only-high-risk",
            classes_on(
                "    names = classify(facts, on=day).in_force\n"
                '    return [name for name in names if name.startswith("high-risk")]'
            ),
        ),
        mistake(
            "10-duties-for-classes",
            classes_on(
                "    return [due.duty.place for due in classify(facts, on=day).duties]",
            ),
        ),
        mistake(
            "10-list-of-texts",
            classes_on('    return "high-risk-annex-iii" in classify(facts, on=day).in_force'),
        ),
        mistake(
            "10-list-of-texts",
            classes_on("    return classify(facts, on=day).in_force[0]"),
        ),
        mistake(
            "form-return",
            classes_on("    result = classify(facts, on=day).in_force"),
        ),
        mistake(
            "10-one-of-two",
            classes_on("    return list(classify(facts, on=day).in_force)[:1]"),
        ),
        mistake(
            "10-role-provider",
            classes_on('    return list(classify(facts, on=day, role="provider").in_force)'),
        ),
        mistake(
            "10-classes-other",
            classes_on(
                '    found = classify(facts, on=day).in_force\n    return list(found) or ["none"]'
            ),
        ),
    ],
    "ways-to": [
        right(
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                "            if wanted in f.classes]"
            )
        ),
        right(
            ways_to(
                "    ways = set()\n"
                "    for f in flips(facts, on=day):\n"
                "        if wanted in f.classes:\n"
                '            ways.add((f.question, ", ".join(f.after)))\n'
                "    return ways"
            )
        ),
        mistake(
            "10-ways-all",
            ways_to("    return [(f.question, f.after) for f in flips(facts, on=day)]"),
        ),
        mistake(
            "10-ways-none",
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                "            if f.classes == (wanted,)]"
            ),
        ),
        mistake(
            "10-ways-none",
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                "            if f.classes[0] == wanted]"
            ),
        ),
        mistake(
            "10-ways-before",
            ways_to(
                "    return [(f.question, f.before) for f in flips(facts, on=day)\n"
                "            if wanted in f.classes]"
            ),
        ),
        mistake(
            "10-ways-opposite",
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                "            if wanted not in f.classes]"
            ),
        ),
        mistake(
            "10-ways-first",
            ways_to(
                "    found = []\n"
                "    for f in flips(facts, on=day):\n"
                "        if wanted in f.classes:\n"
                "            found.append((f.question, f.after))\n"
                "            return found"
            ),
        ),
        mistake(
            "10-ways-pairs",
            ways_to("    return [f.question for f in flips(facts, on=day) if wanted in f.classes]"),
        ),
        mistake(
            "10-argument-ignored",
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                '            if "transparency" in f.classes]'
            ),
        ),
        mistake(
            "10-argument-ignored",
            ways_to(
                "    found = []\n"
                '    for flip in flips(facts, on=today, role="public-body"):\n'
                '        if "not-ai" in flip.classes:\n'
                "            found.append((flip.question, flip.after))\n"
                "    return found"
            ),
        ),
        *[
            mistake(
                "10-argument-ignored",
                ways_to(
                    f"    return [(f.question, f.after) for f in flips({given}, on={on})\n"
                    "            if wanted in f.classes]"
                ),
            )
            for given, on in (("desk", "day"), ("allowance", "day"), ("facts", "today"))
        ],
        mistake(
            "10-ways-empty",
            ways_to(
                "    return [(f.question, f.after) for f in flips(facts, on=day)\n"
                '            if "wanted" in f.classes]'
            ),
        ),
        mistake(
            "10-ways-first",
            ways_to(
                "    found = []\n"
                "    for f in flips(facts, on=day):\n"
                "        if wanted in f.classes:\n"
                "            found.append((f.question, f.after))\n"
                "        return found"
            ),
        ),
        mistake(
            "10-ways-reset",
            ways_to(
                "    for f in flips(facts, on=day):\n"
                "        found = []\n"
                "        if wanted in f.classes:\n"
                "            found.append((f.question, f.after))\n"
                "    return found"
            ),
        ),
        mistake(
            "10-ways-provider",
            ways_to(
                '    return [(f.question, f.after) for f in flips(facts, on=day, role="provider")\n'
                "            if wanted in f.classes]"
            ),
        ),
        mistake(
            "10-ways-list",
            ways_to("    return len([f for f in flips(facts, on=day) if wanted in f.classes])"),
        ),
    ],
    "duties-on": [
        right(
            duties_on(
                "    places = []\n"
                "    for due in classify(facts, on=day, role=role).duties:\n"
                "        if due.duty.verified:\n"
                "            places.append(due.duty.place)\n"
                "    return places"
            )
        ),
        right(
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                "    dues = [*result.duties, *result.later]\n"
                "    return tuple(d.duty.place for d in dues\n"
                "                 if d.duty.verified and d.applies_on(day))"
            )
        ),
        mistake(
            "10-duties-empty",
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                '    return [due.duty.place for due in result.duties if due.duty.verified == "yes"]'
            ),
        ),
        mistake(
            "10-duties-places",
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                "    return [due.duty.text for due in result.duties if due.duty.verified]"
            ),
        ),
        mistake(
            "10-duties-places",
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                "    return [due.duty.id for due in result.duties if due.duty.verified]"
            ),
        ),
        mistake(
            "10-duties-places",
            duties_on("    return list(classify(facts, on=day, role=role).in_force)"),
        ),
        mistake(
            "10-duties-first",
            duties_on(
                "    for due in classify(facts, on=day, role=role).duties:\n"
                "        if due.duty.verified:\n"
                "            return [due.duty.place]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                "    result = classify(facts, on=date(2026, 11, 28), role=role)\n"
                "    return [due.duty.place for due in result.duties if due.duty.verified]"
            ),
        ),
        mistake(
            "10-duties-unverified",
            duties_on(
                "    return [d.duty.place for d in classify(facts, on=day, role=role).duties]"
            ),
        ),
        mistake(
            "10-duties-later",
            duties_on(
                "    return [d.duty.place for d in classify(facts, on=day, role=role).later\n"
                "            if d.duty.verified]"
            ),
        ),
        mistake(
            "10-duties-both",
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                "    return [d.duty.place for d in (*result.duties, *result.later)\n"
                "            if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                '    result = classify(facts, on=day, role="public-body")\n'
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                '    result = classify(facts, on=day, role="provider")\n'
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                "    result = classify(facts, on=date(2027, 12, 2), role=role)\n"
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                "    result = classify(allowance, on=date(2027, 12, 2), role=role)\n"
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                "    result = classify(allowance, on=day, role=role)\n"
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-argument-ignored",
            duties_on(
                "    result = classify(facts, on=date(2026, 11, 28), role=role)\n"
                "    return [d.duty.place for d in result.duties if d.duty.verified]"
            ),
        ),
        mistake(
            "10-duties-turned",
            duties_on(
                "    result = classify(facts, on=day, role=role)\n"
                "    return [d.duty.place for d in result.duties if not d.duty.verified]"
            ),
        ),
        mistake(
            "10-list-of-texts",
            duties_on("    return list(classify(facts, on=day, role=role).duties)"),
        ),
        mistake(
            "10-list-of-texts",
            duties_on("    return len(classify(facts, on=day, role=role).duties)"),
        ),
    ],
    "binding-table": [
        right(
            table(
                "    return {\n"
                "        c: [law.title for law in what_binds(c, institution, day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            )
        ),
        right(
            table(
                "    result = dict()\n"
                "    for c in countries:\n"
                "        result[c] = tuple(\n"
                "            law.title for law in what_binds(c, institution, day) if law.verified\n"
                "        )\n"
                "    return result"
            )
        ),
        mistake(
            "10-table-unverified",
            table(
                "    return {\n"
                "        c: [law.title for law in what_binds(c, institution, day)]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-argument-ignored",
            table(
                "    return {\n"
                "        c: [law.title for law in what_binds(c, 'executive', day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-argument-ignored",
            table(
                "    from course.frameworks.other_law import other_law\n"
                "    laws = [x for x in other_law().instruments if x.jurisdiction != 'canada']\n"
                "    return {\n"
                "        c: [x.title for x in laws if x.jurisdiction == c] for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-argument-ignored",
            table(
                "    day = date(2026, 11, 28)\n"
                "    return {\n"
                "        c: [law.title for law in what_binds(c, institution, day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-table-countries",
            table(
                "    result = {}\n"
                "    for c in countries:\n"
                "        for law in what_binds(c, institution, day):\n"
                "            if law.verified:\n"
                "                result.setdefault(c, []).append(law.title)\n"
                "    return result"
            ),
        ),
        mistake(
            "10-table-texts",
            table(
                "    return {\n"
                "        c: [law for law in what_binds(c, institution, day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-table-title",
            table(
                "    return {\n"
                "        c: [law.id for law in what_binds(c, institution, day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-argument-ignored",
            table(
                "    return {\n"
                "        c: [law.title for law in what_binds(c, 'court', day) if law.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        *[
            mistake(
                code,
                table(
                    "    table = {}\n"
                    "    for country in countries:\n"
                    f"        laws = what_binds({call})\n"
                    "        table[country] = [law.title for law in laws if law.verified]\n"
                    "    return table"
                ),
            )
            for code, call in (
                ("10-table-country", '"brazil", institution, day'),
                ("10-table-country", '"colombia", "court", today'),
                ("10-argument-ignored", "country, institution, today"),
            )
        ],
        mistake(
            "10-table-countries",
            table(
                "    table = {}\n"
                '    for country in ["brazil", "colombia"]:\n'
                "        laws = what_binds(country, institution, day)\n"
                "        table[country] = [law.title for law in laws if law.verified]\n"
                "    return table"
            ),
        ),
        mistake(
            "10-table-none",
            table("    return {country: [] for country in countries}"),
        ),
        mistake(
            "10-table-title",
            table(
                "    return {\n"
                "        c: [x.official for x in what_binds(c, institution, day) if x.verified]\n"
                "        for c in countries\n"
                "    }"
            ),
        ),
        mistake(
            "10-table-dict",
            table(
                "    return [\n"
                "        law.title for c in countries\n"
                "        for law in what_binds(c, institution, day) if law.verified\n"
                "    ]"
            ),
        ),
    ],
}

# The self-checks of the lesson.
SELF_CHECKS = {
    "quick-binding": [
        right('binds_ministry = " Directive "'),
        mistake("10-quick-bill", 'binds_ministry = "bill"'),
        mistake("10-quick-unesco", 'binds_ministry = "unesco"'),
        mistake("10-quick-convention", 'binds_ministry = "convention"'),
    ],
    "quick-chain": [
        right('shows_harm = "By-Language"'),
        mistake("10-quick-all", 'shows_harm = "all-requests"'),
        mistake("10-quick-read-again", 'shows_harm = "read-again"'),
        mistake("10-quick-among", 'shows_harm = "among-errors"'),
    ],
    "quick-class": [
        right('brings_duties = "Chat"'),
        mistake("10-technology-class", 'brings_duties = "other-model"'),
        mistake("10-quick-clerk", 'brings_duties = "clerk-leaves"'),
        mistake("10-quick-keeps", 'brings_duties = "keeps-requests"'),
    ],
    "quick-day": [
        right("first_year = 2027.0"),
        mistake("10-old-dates", "first_year = 2026"),
        mistake("10-quick-annex-i", "first_year = 2028"),
        mistake("10-quick-older", "first_year = 2030"),
        mistake("10-quick-bans", "first_year = 2025"),
    ],
}
