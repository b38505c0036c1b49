# %% [markdown]
# # Procurement and oversight: assignment
#
# A public development bank in Ecuador lends to small farmers and market traders, most of them in informal work. Customers write or call, some of them in Kichwa. A **critical** message must be read on the same day: fraud, a threat, an account that is emptied. The vendor of the lesson offers its system to the bank too. It shows the same trial. Bank, vendor and offers are invented, and the trial is synthetic.
#
# **Two strands.** Exercises marked *Decide* need no code beyond a value. Exercises marked *Build* need a few lines of code, like those in the lesson. The *Decide* exercises do not depend on your code. Code that only makes a table is folded; run these cells too.
#
# **How to answer.** Replace the three dots `...`, run the cell, then run the check below it. Write keys and other words in quotation marks. Write decimals with a point, and no mark for thousands: `1474`, not `1,474`. You may try as often as you like. The checks give 16 points; your note at the end is read by a person and gives 4. If you learn alone, use its four points as a list to tick.
#
# **Names.** `trial` is the table of the lesson. Its columns `critical` and `flagged` are true or false. Others that you need: `score`, `channel`.

# %% locked="setup"
import math

import numpy as np
import pandas as pd

from course import check, load_dataset, translator

t = translator("12-procurement-and-oversight")
trial = load_dataset("vendor-predictions")
for column in ["critical", "flagged", "shown", "overridden"]:
    trial[column] = trial[column] == "yes"

# %% [markdown]
# ## 1. The small print (Decide, 1 point)
#
# The third claim says: “Almost three in four of the system's alerts are right: 73%.” The small print adds: “With the threshold 0.62, chosen after the trial.” The offer itself has the threshold 0.5. The next cell counts both.
#
# How many *more* critical messages are missed at 0.62 than at 0.5? Give the number as `more_missed`. And what do you ask of the vendor? Give the key as `threshold_says`:
#
# - `take-062`: to deliver the system with 0.62, since more of its alerts are then right
# - `same-for-both`: to state recall and precision at the one threshold that it delivers
# - `drop-precision`: to leave precision out, since it depends on the threshold chosen

# %% folded="threshold-table"
rows = {}
for threshold in [0.5, 0.62]:
    raised = trial[trial["score"] >= threshold]
    found = raised["critical"].sum()
    rows[t.number(threshold, 2)] = {
        t("flags"): len(raised),
        t("critical messages found"): found,
        t("critical messages missed"): trial["critical"].sum() - found,
    }
pd.DataFrame(rows).T.rename_axis(t("threshold"))

# %% answer="small-print"
more_missed = ...  # a number
threshold_says = ...  # "key"
### BEGIN SOLUTION
more_missed = 283 - 260
threshold_says = "same-for-both"
### END SOLUTION

# %% check="small-print"
check("small-print", more_missed, threshold_says)

# %% [markdown]
# ## 2. Is a low score a safe score? (Build, 1 point)
#
# The eighth claim says: “A low score is a safe score: below 0.10, fewer than 2 comments in 100 are critical.” Recompute it, and turn it round. Give two numbers between 0 and 1, not rounded:
#
# - `critical_of_low`: of the messages with a score below 0.10, the share that is critical
# - `low_of_critical`: of the critical messages, the share that has a score below 0.10
#
# `trial[trial["score"] < 0.10]` keeps the rows with a low score.

# %% answer="low-scores"
critical_of_low = ...
low_of_critical = ...
### BEGIN SOLUTION
low = trial[trial["score"] < 0.10]
critical_of_low = low["critical"].mean()
critical = trial[trial["critical"]]
low_of_critical = (critical["score"] < 0.10).mean()
### END SOLUTION

# %% check="low-scores"
check("low-scores", critical_of_low, low_of_critical)

# %% [markdown]
# ## 3. People who call (Build, 1 point)
#
# Many of the bank's customers have no internet and call. In the trial, their messages have the value `"phone"` in the column `channel`. Give
#
# - `phone_recall`: the recall among messages by telephone, not rounded
# - `phone_critical`: the number of critical messages behind this rate

# %% answer="phone"
phone_recall = ...
phone_critical = ...
### BEGIN SOLUTION
phone = trial[trial["channel"] == "phone"]
phone_recall = phone[phone["critical"]]["flagged"].mean()
phone_critical = phone["critical"].sum()
### END SOLUTION

# %% check="phone"
check("phone", phone_recall, phone_critical)

# %% [markdown]
# ## 4. Calls in Kichwa (Decide, 1 point)
#
# The bank's call centre writes down calls in Kichwa, and translates them into Spanish. The trial has English, Spanish, Portuguese and French. What may the bank write about recall for these calls? Give the key as `kichwa_says`:
#
# - `like-phone`: the recall of the telephone messages, because these are calls as well
# - `like-spanish`: the recall of the Spanish messages, because the text is in Spanish
# - `test-first`: no number yet; a test on its own calls in Kichwa comes before the award
# - `lowest-rate`: the recall of the French messages, because the lowest rate is on the safe side

# %% answer="kichwa"
kichwa_says = ...  # "key"
### BEGIN SOLUTION
kichwa_says = "test-first"
### END SOLUTION

# %% check="kichwa"
check("kichwa", kichwa_says)

# %% [markdown]
# ## 5. Three offers (Decide, 2 points)
#
# The bank's call for offers gives quality a weight of 60% and price a weight of 40%. The lowest price gets 100 price points, and every other price gets 100 times the lowest price, divided by its own price. Which offer has the highest total, `"A"`, `"B"` or `"C"`? Give it as `winner`, and its total as `winner_total`, with one decimal. A calculator is enough; you may also let the cell compute, as in `0.5 * 10 + 0.5 * 20`.
#
# | offer | price, thousand dollars | quality, 0 to 100 |
# |---|---|---|
# | A | 400 | 55 |
# | B | 520 | 80 |
# | C | 800 | 90 |

# %% answer="award"
winner = ...  # "A", "B" or "C"
winner_total = ...
### BEGIN SOLUTION
winner = "B"
winner_total = 0.6 * 80 + 0.4 * 100 * 400 / 520
### END SOLUTION

# %% check="award"
check("award", winner, winner_total)

# %% [markdown]
# ## 6. The clause on performance (Decide, 1 point)
#
# Which clause should the bank write? Give the key as `clause`:
#
# - `each-channel`: “Recall in each channel is at least 0.45 a quarter, on messages that the bank judges; if not, the fee is halved.”
# - `all-channels`: “Recall over all channels is at least 0.45 a quarter, on messages that the bank judges; if not, the fee is halved.”
# - `own-report`: “Recall in each channel is at least 0.45 a quarter, by the report that the vendor sends; if not, the fee is halved.”
# - `best-effort`: “The vendor keeps recall in each channel as high as is possible, and repairs every fall that it finds in 30 days.”

# %% answer="clause"
clause = ...  # "key"
### BEGIN SOLUTION
clause = "each-channel"
### END SOLUTION

# %% check="clause"
check("clause", clause)

# %% [markdown]
# ## 7. Which months are normal? (Build, 1 point)
#
# The next cell makes `monthly`, the recall in each month of the trial. In February 2026 a fever broke out that the system had not met before. Give
#
# - `limit`: the mean of the normal months, July 2025 to January 2026, *minus two* standard deviations
# - `months_below`: how many of the twelve months lie below this limit
#
# `monthly["2025-07":"2026-01"]` picks months; `.mean()`, `.std()` and `.sum()` are used as in section 5 of the lesson.

# %% locked="monthly"
monthly = trial[trial["critical"]].groupby("month")["flagged"].mean()
shown = pd.DataFrame({t("recall"): [t.percent(value) for value in monthly]})
shown.set_axis([f"{month:%Y-%m}" for month in monthly.index])

# %% answer="normal-months"
limit = ...
months_below = ...
### BEGIN SOLUTION
normal = monthly["2025-07":"2026-01"]
limit = normal.mean() - 2 * normal.std()
months_below = (monthly < limit).sum()
### END SOLUTION

# %% check="normal-months"
check("normal-months", limit, months_below)

# %% [markdown]
# ## 8. Your own alarm (Build, 2 points)
#
# Write the function `alarm_day`. It takes weekly readings of recall, a limit, and how many readings in a row must lie *below* the limit. It returns the **day** of the alarm: the first reading comes on day 7, the second on day 14, and so on. If the alarm is never raised, it returns 0. A reading that equals the limit is not below it.
#
# The function `first_above` in section 5 of the lesson is a good start. Copy its lines, and change what must change. Lines inside a function begin with four spaces.
#
# When your work is graded, your function is also tried on other readings.


# %% answer="alarm-day"
def alarm_day(readings, limit, in_a_row):
    """The day on which the alarm is raised; 0 if it never is."""
    # Your lines stand here, four spaces in. `return` hands over the result.
    ### BEGIN SOLUTION
    run = 0
    for number, reading in enumerate(readings, 1):
        if reading < limit:
            run = run + 1
            if run == in_a_row:
                return 7 * number
        else:
            run = 0
    return 0
    ### END SOLUTION


# %% check="alarm-day"
check("alarm-day", alarm_day)

# %% [markdown]
# ## 9. Which rule? (Decide, 1 point)
#
# The next cell tries four rules on 1,000 invented years of the bank's service. Each week 60 critical messages are judged. Recall is 0.48, and from week 27 on it is 0.33. A false alarm is one that is raised before week 27. The bank's board accepts at most 5 false alarms in 100 years. Among the rules that keep to this, it wants the one that rings first after the break.
#
# Give the letter of the rule as `rule`, for example `"A"`, and its days from the break to the alarm as `rule_days`.


# %% folded="rule-table"
def first_week(readings, limit, in_a_row):
    """The number of the reading that raises the alarm, from 1; 0 if none does."""
    run = 0
    for number, reading in enumerate(readings, 1):
        run = run + 1 if reading < limit else 0
        if run == in_a_row:
            return number
    return 0


random = np.random.default_rng(7)
true_recall = np.where(np.arange(52) < 26, 0.48, 0.33)
years = random.binomial(60, true_recall, size=(1000, 52)) / 60
rules = {"A": (0.40, 1), "B": (0.35, 2), "C": (0.40, 3), "D": (0.40, 2)}
rows = {}
for letter, (low, row) in rules.items():
    before = np.array([first_week(year[:26], low, row) for year in years])
    after = np.array([first_week(year[26:], low, row) for year in years])
    rows[letter] = {
        t("rule"): t("below {limit}, {n} in a row").format(limit=t.number(low, 2), n=row),
        t("false alarms in 100 years"): t.number(100 * np.mean(before > 0), 1),
        t("days from the break to the alarm (median)"): t.number(7 * np.median(after[after > 0])),
    }
pd.DataFrame(rows).T

# %% answer="rule"
rule = ...  # a letter, in quotation marks
rule_days = ...
### BEGIN SOLUTION
rule = "C"
rule_days = 21
### END SOLUTION

# %% check="rule"
check("rule", rule, rule_days)

# %% [markdown]
# ## 10. Do the officials catch the errors? (Decide, 1 point)
#
# The table counts the flags of the trial.
#
# | | flags | taken away by an official |
# |---|---|---|
# | flag was right (critical) | 238 | 3 |
# | flag was wrong (not critical) | 174 | 12 |
#
# The vendor says: “Only 3.6% of the alerts were changed.” Of the *wrong* flags, which share did the officials take away? Give it as `caught`, a number between 0 and 1 with three decimals. And what do you do first? Give the key as `caught_says`:
#
# - `fewer-checks`: let the officials check fewer flags, because they change hardly any of them
# - `seed-errors`: put known wrong flags among the others, and count how many are noticed
# - `raise-threshold`: raise the threshold, so that fewer wrong flags reach the officials at all

# %% answer="overrides"
caught = ...
caught_says = ...  # "key"
### BEGIN SOLUTION
caught = 12 / 174
caught_says = "seed-errors"
### END SOLUTION

# %% check="overrides"
check("overrides", caught, caught_says)

# %% [markdown]
# ## 11. How many officials? (Build, 1 point)
#
# Write the function `officials_needed`. It takes the number of flags a day, the minutes that each takes, and the hours a day that one official has for it. It returns a whole number of officials, enough for all flags. `math.ceil` rounds up.
#
# When your work is graded, your function is also tried with other numbers.


# %% answer="officials"
def officials_needed(flags, minutes, hours):
    """How many officials are needed to check all flags of a day."""
    # Your lines stand here, four spaces in. `return` hands over the result.
    ### BEGIN SOLUTION
    return math.ceil(flags * minutes / 60 / hours)
    ### END SOLUTION


# %% check="officials"
check("officials", officials_needed)

# %% [markdown]
# ## 12. Saturday night (Decide, 1 point)
#
# It is Saturday, 23:00. The weekly reading raises the alarm: recall by telephone has fallen below the limit for the third time. By the plan, messages without a flag wait until Monday. The vendor can look at the system on Tuesday. The official on duty has the right to stop it. What should the official do? Give the key as `saturday`:
#
# - `wait-vendor`: leave the system on, and log the alarm, so that the vendor finds the state unchanged
# - `lower-threshold`: leave the system on, and lower its threshold, so that more messages are flagged
# - `stop-and-read`: stop the system, have messages read in order of arrival, and inform the head by phone
# - `stop-and-close`: stop the system, close the telephone line until Tuesday, and announce it on the website

# %% answer="saturday"
saturday = ...  # "key"
### BEGIN SOLUTION
saturday = "stop-and-read"
### END SOLUTION

# %% check="saturday"
check("saturday", saturday)

# %% [markdown]
# ## 13. The oversight plan (Decide, 2 points)
#
# The next cell shows the bank's plan as it is. Two things are open.
#
# **Hours (1 point).** 45 flags a day are checked, and each takes 8 minutes. The supervisor has 1.5 hours a day for this; the two clerks do the rest. Give
#
# - `hours_needed`: the hours a day that all the checks take
# - `clerk_hours`: the hours a day that the two clerks must have together, so that the hours of all are just enough
#
# **Appeals and switching off (1 point).** Invent an office, a person and a telephone number. Give, in quotation marks,
#
# - `appeal_by`: one more way to appeal, which does not need the internet
# - `appeal_at`: its address or telephone number
# - `decided_by`: the office or person that decides the appeal
# - `stopped_by`: the office or person that switches the system off, also at night

# %% folded="plan-table"
plan = {
    t("who watches"): t("the two clerks of the complaints desk; Ana Chimbo, supervisor"),
    t("who can stop the system"): t("Ana Chimbo, supervisor"),
    t("flags a day, minutes a flag"): t("{flags}, {minutes}").format(flags=45, minutes=8),
    t("hours a day of the supervisor"): t.number(1.5, 1),
    t("hours a day of the two clerks"): t("open"),
    t("appeal, so far"): t("web form, https://bank.example/appeal"),
    t("appeal decided by"): t("open"),
    t("switched off by"): t("open"),
    t("instead"): t("messages are read in the order of their arrival"),
}
table = pd.DataFrame({t("the plan"): plan.values()}, index=plan)
table.style.set_properties(**{"text-align": "left", "white-space": "normal"})

# %% answer="plan"
hours_needed = ...
clerk_hours = ...
appeal_by = ...  # "your words"
appeal_at = ...  # "your words"
decided_by = ...  # "your words"
stopped_by = ...  # "your words"
### BEGIN SOLUTION
hours_needed = 45 * 8 / 60
clerk_hours = 45 * 8 / 60 - 1.5
appeal_by = "Free telephone line, in Spanish and Kichwa"
appeal_at = "1800 555 019"
decided_by = "Customer defence office of the bank, Luis Quishpe"
stopped_by = "Ana Chimbo, supervisor"
### END SOLUTION

# %% check="plan"
check("plan", hours_needed, clerk_hours, appeal_by, appeal_at, decided_by, stopped_by)

# %% [markdown]
# ## 14. The note to the board (4 points, read by a person)
#
# Write to the bank's board, in 150 to 250 words: may it buy this system, and under which conditions? Double-click on the cell below to write in it. There is more than one good note. One point for each of these:
#
# 1. **Claim.** It names one claim of the vendor, what the trial shows instead, and the number of critical messages behind it.
# 2. **Clause.** It proposes one clause with metric, group, number, who measures, and what follows.
# 3. **Watching.** It names an alarm rule with its false alarms and its delay, and who can stop the system.
# 4. **Right and remedy.** It names one right, a group that is affected, the harm, and where a person without internet can appeal.

# %% [markdown] written="reflection" points=4
# ### BEGIN SOLUTION
# To the board,
#
# Do not sign yet. The vendor writes that its system “judges 95.7% correctly”. That is true, but a system that never raises a flag reaches 95.0%. Of 498 critical messages in the trial it found 48 in 100; among messages by telephone 42 in 100, of 86. The trial has no call in Kichwa.
#
# I propose a test on 200 critical messages of our own before the award, 100 of them by telephone and in Kichwa, and this clause: “Recall in each channel is at least 0.45 a quarter, on messages that the bank's audit unit judges; if not, the fee is halved, and after two quarters the bank may end the contract.”
#
# We watch recall each week on 60 critical messages. The rule “below 0.40, three in a row” rings falsely in about 1 of 100 years, and 21 days after a fall. The supervisor on duty can stop the system at any hour; messages are then read in the order of their arrival. This was not yet tried; it should be, before the start.
#
# At stake is equal access to a public service (Universal Declaration, Article 21). A trader in Otavalo who calls in Kichwa because her account is being emptied could wait until Monday. She must be able to appeal by a free telephone line in Kichwa, at the counter, and to the ombuds office.
# ### END SOLUTION
