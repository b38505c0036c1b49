# %% setup="imports"
import numpy as np
import numpy.testing as npt


# %% answer="solve"
def solve(A, b):
    """The solution of A x = b by Gaussian elimination with pivoting."""
    ### BEGIN SOLUTION
    A, b = np.array(A, dtype=float), np.array(b, dtype=float)
    n = len(b)
    for k in range(n):
        pivot = k + np.argmax(np.abs(A[k:, k]))
        if abs(A[pivot, k]) < 1e-14:
            raise np.linalg.LinAlgError("singular matrix")
        A[[k, pivot]], b[[k, pivot]] = A[[pivot, k]], b[[pivot, k]]
        for row in range(k + 1, n):
            factor = A[row, k] / A[k, k]
            A[row, k:] -= factor * A[k, k:]
            b[row] -= factor * b[k]
    x = np.zeros(n)
    for k in reversed(range(n)):
        x[k] = (b[k] - A[k, k + 1 :] @ x[k + 1 :]) / A[k, k]
    return x
    ### END SOLUTION


# %% test="solve-small" points=1
npt.assert_allclose(solve([[2, 1], [1, 3]], [3, 5]), [0.8, 1.4])

# %% test="solve-pivot" points=2
A = np.array([[0.0, 2.0, 1.0], [1.0, 1.0, 0.0], [2.0, 0.0, 1.0]])
b = np.array([4.0, 3.0, 5.0])
before = A.copy()
npt.assert_allclose(A @ solve(A, b), b, atol=1e-12)
npt.assert_array_equal(A, before)

# %% test="solve-singular" points=1
with npt.assert_raises(np.linalg.LinAlgError):
    solve([[1, 2], [2, 4]], [1, 2])

# %% test="solve-random" points=1
rng = np.random.default_rng(8)
for n in (3, 5, 8):
    M, x = rng.normal(size=(n, n)), rng.normal(size=n)
    npt.assert_allclose(solve(M, M @ x), x, rtol=1e-6)


# %% answer="lu"
def lu(A):
    """L with ones on its diagonal and upper triangular U with L U = A."""
    ### BEGIN SOLUTION
    U = np.array(A, dtype=float)
    L = np.eye(len(U))
    for k in range(len(U)):
        for row in range(k + 1, len(U)):
            L[row, k] = U[row, k] / U[k, k]
            U[row] -= L[row, k] * U[k]
    return L, U
    ### END SOLUTION


# %% test="lu-test" points=2
A = np.array([[4.0, 3.0, 1.0], [6.0, 3.0, 2.0], [2.0, 5.0, 9.0]])
L, U = lu(A)
npt.assert_allclose(L @ U, A)
npt.assert_allclose(np.diag(L), 1)
assert np.allclose(U, np.triu(U)) and np.allclose(L, np.tril(L))


# %% answer="power"
def power_method(A, steps=200):
    """The eigenvalue of the largest size, and an eigenvector of length 1."""
    ### BEGIN SOLUTION
    x = np.ones(len(A))
    for _ in range(steps):
        x = A @ x
        x = x / np.linalg.norm(x)
    return x @ A @ x, x
    ### END SOLUTION


# %% test="power-test" points=1
S = np.array([[2.0, 1.0], [1.0, 3.0]])
value, vector = power_method(S)
npt.assert_almost_equal(value, max(np.linalg.eigvalsh(S)))
npt.assert_allclose(S @ vector, value * vector, atol=1e-8)
assert abs(np.linalg.norm(vector) - 1) < 1e-12
