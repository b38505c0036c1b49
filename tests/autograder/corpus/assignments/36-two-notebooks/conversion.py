FACTORS = {"m": 1.0, "km": 1000.0, "mile": 1609.344}


def convert(value, start, goal):
    return value * FACTORS[start] / FACTORS[goal]
