# %% by="no-wraps" answer="count-calls"
def count_calls(f):
    def inner(*args, **kw):
        inner.calls += 1
        return f(*args, **kw)

    inner.calls = 0
    return inner


# %% by="remembers-one" answer="memoize"
def memoize(f):
    memo = {}

    def inner(*args):
        if args in memo:
            return memo[args]
        memo.clear()
        memo[args] = f(*args)
        return memo[args]

    inner.memo = memo
    return inner


# %% by="catches-all" answer="retry"
def retry(times, *errors):
    def decorate(f):
        def inner(*args):
            for _ in range(times):
                try:
                    return f(*args)
                except Exception:
                    pass

        return inner

    return decorate


# %% by="prints-time" answer="timed"
def timed(f):
    def inner(*args):
        start = time.time()
        result = f(*args)
        print(time.time() - start)
        return result

    return inner


# %% by="noisy" after="retry"
@count_calls
@memoize
def area(n):
    return n


print(area(1), area(1), area.calls)
computed, attempts = [1], 2
