# %% by="no-pivot" answer="solve"
def solve(A, b):
    A = np.array(A, float)
    b = np.array(b, float)
    n = len(b)
    for k in range(n):
        for r in range(k + 1, n):
            f = A[r, k] / A[k, k]
            A[r] = A[r] - f * A[k]
            b[r] = b[r] - f * b[k]
    x = np.zeros(n)
    for k in range(n - 1, -1, -1):
        x[k] = (b[k] - A[k] @ x) / A[k, k]
    return x


# %% by="in-place" answer="solve"
def solve(A, b):
    A[0] = A[0] / A[0][0]
    return np.linalg.solve(A, b)


# %% by="transposed" answer="lu"
def lu(A):
    q, r = np.linalg.qr(A)
    return q, r


# %% by="not-unit-length" answer="power"
def power_method(A, steps=200):
    x = np.ones(len(A))
    for _ in range(steps):
        x = A @ x
        x = x / x.max()
    return (A @ x)[0] / x[0], x


# %% by="noisy" after="solve"
print(solve(np.eye(2), [1, 2]))
solve(np.zeros((2, 2)), [1, 1])
