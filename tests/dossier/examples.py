"""A model card and a fairness statement that are filled in, as a person writes them."""

CARD = """\
# The card of an invented model.
name: Triage of housing claims
version: 1.10
date: 2026-03-01
owner: Housing office of the city of Aberport, head of claims
contact: "claims@aberport.example, telephone 0800 123 456: ask for a person"
purpose: >
  Puts incoming claims in an order, so that those who may lose their home are read first.
not_for:
  - Refusing a claim
  - Finding fraud
decision: The order in which officers read. An officer decides every claim.
data:
  name: Claims register of Aberport
  rows: 4200
  period: January 2023 to December 2024
  limits:
    - Who never claimed is not in it
    - Written in two languages, only one of which was coded
measures:
  - {metric: accuracy, group: all, data: test, value: 0.78, low: 0.75, high: 0.81, count: 900}
  - {metric: baseline accuracy, group: all, data: test, value: 0.64, low: 0.61, high: 0.67, count: 900}
  - {metric: selection rate, group: all, data: test, value: 0.33, low: 0.30, high: 0.36, count: 900}
  - {metric: selection rate, group: men, data: test, value: 0.30, low: 0.26, high: 0.34, count: 450}
  - {metric: selection rate, group: women, data: test, value: 0.36, low: 0.31, high: 0.41, count: 450}
  - metric: demographic parity difference
    group: all
    data: test
    value: 0.06
    low: 0.01
    high: 0.12
    count: 900
threshold: 0.5
threshold_why: Officers can read 300 urgent claims a week. The head of claims chose it.
fails_for:
  - Claims written by somebody else than the claimant
human_check: An officer reads every claim within five days, whatever its place.
explanation: A letter says that a program ordered the claims, and how to ask for an earlier reading.
review_on: 2026-09-01
"""

STATEMENT = """\
system: Triage of housing claims
decision: Which claims an officer reads first. The officer decides.
date: 2026-03-01
data:
  name: Claims register of Aberport, test part
  rows: 912
  period: July to December 2024
  limits:
    - Sex is as registered
groups:
  sex:
    looked_at: [women, men]
    too_small: [not stated]
criterion:
  metric: equal opportunity difference
  why: Whoever is about to lose a home and is read late may lose it.
  said_by: City council, 12 January 2026, after hearing the tenants' union
candidates:
  - name: as it is
    change: Nothing
    measures:
      - {metric: accuracy, group: all, data: test, value: 0.78, low: 0.75, high: 0.81, count: 900}
      - {metric: selection rate, group: all, data: test, value: 0.33, low: 0.30, high: 0.36, count: 900}
      - {metric: recall, group: women, data: test, value: 0.62, low: 0.55, high: 0.69, count: 180}
      - {metric: recall, group: men, data: test, value: 0.81, low: 0.74, high: 0.87, count: 144}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.19, low: 0.09, high: 0.28, count: 324}
  - name: lower threshold
    change: Claims from 0.4 on are read first
    measures:
      - {metric: accuracy, group: all, data: test, value: 0.75, low: 0.72, high: 0.78, count: 900}
      - {metric: selection rate, group: all, data: test, value: 0.44, low: 0.41, high: 0.47, count: 900}
      - {metric: recall, group: women, data: test, value: 0.80, low: 0.74, high: 0.86, count: 180}
      - {metric: recall, group: men, data: test, value: 0.86, low: 0.80, high: 0.91, count: 144}
      - {metric: equal opportunity difference, group: all, data: test, value: 0.06, low: 0.00, high: 0.15, count: 324}
chosen: lower threshold
reason: It finds most of those at risk, women and men nearly alike, and the office can read as many.
price:
  - who: Claimants without urgency
    bears: They wait four days more, on average
  - who: Officers
    bears: 99 urgent readings more in 900 claims
sensitive_attribute_at_decision:
  used: no
decided_by: Council committee for housing
decided_on: 2026-03-10
review_on: 2026-09-10
stop_if:
  number: 0.12
  condition: The difference in recall, counted each month, is above it. Then all are read by date.
limits:
  - It is not known who was at risk and found help elsewhere
"""
