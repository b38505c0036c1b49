# %% by="no-subtraction" answer="roman"
def roman(n):
    out = ""
    for v, s in [(1000, "M"), (500, "D"), (100, "C"), (50, "L"), (10, "X"), (5, "V"), (1, "I")]:
        while n >= v:
            out += s
            n -= v
    return out


# %% by="keeps-spaces" answer="palindrome"
def is_palindrome(text):
    return text.lower() == text.lower()[::-1]


# %% by="counts-numbers" answer="collatz"
def collatz(n):
    seen = [n]
    while n > 1:
        n = n / 2 if n % 2 == 0 else 3 * n + 1
        seen.append(n)
    return len(seen)


# %% by="changes-cases" answer="palindrome"
cases["palindrome"] = []
cases["roman"] = [[1, "I"]]


def is_palindrome(text):
    return True


# %% by="changes-cases" answer="roman"
def roman(n):
    return "I" * n


# %% by="noisy" after="roman"
for n, expected in cases["roman"]:
    print(n, roman(n), expected)
