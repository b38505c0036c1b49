# %% setup="imports"
import cmath

import numpy as np
from scipy import signal, sparse


# %% answer="dft"
def dft(x):
    """The discrete Fourier transform by its definition."""
    ### BEGIN SOLUTION
    n = np.arange(len(x))
    return np.exp(-2j * np.pi * np.outer(n, n) / len(x)) @ np.asarray(x)
    ### END SOLUTION


# %% test="dft-test" points=2
x = np.random.default_rng(9).normal(size=16)
np.testing.assert_allclose(dft(x), np.fft.fft(x), atol=1e-10)
assert dft([1, 0]).dtype == complex


# %% answer="roots"
def quadratic_roots(a, b, c):
    """Both roots, as complex numbers."""
    ### BEGIN SOLUTION
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)
    ### END SOLUTION


# %% test="roots-test" points=1
assert set(quadratic_roots(1, 0, 1)) == {1j, -1j}
assert all(isinstance(root, complex) for root in quadratic_roots(1, -3, 2))
assert sorted(root.real for root in quadratic_roots(1, -3, 2)) == [1, 2]

# %% answer="peaks"
t = np.linspace(0, 1, 400, endpoint=False)
wave = np.sin(2 * np.pi * 5 * t) + 0.5 * np.sin(2 * np.pi * 40 * t)
### BEGIN SOLUTION
spectrum = np.abs(np.fft.rfft(wave))
frequencies = np.sort(np.argsort(spectrum)[-2:])
### END SOLUTION

# %% test="peaks-test" points=1
assert frequencies.tolist() == [5, 40]
assert spectrum.shape == (201,) and spectrum.min() >= 0


# %% answer="filter"
def smooth(x, width):
    """The moving mean, of the same length; zeros beyond the ends."""
    ### BEGIN SOLUTION
    return np.convolve(x, np.ones(width) / width, mode="same")
    ### END SOLUTION


# %% test="filter-test" points=1
np.testing.assert_allclose(smooth(np.array([0, 3.0, 0, 0, 6.0]), 3), [1, 1, 1, 2, 2])
np.testing.assert_allclose(
    smooth(wave, 5), signal.oaconvolve(wave, np.full(5, 0.2), mode="same"), atol=1e-9
)


# %% answer="laplace"
def second_difference(n):
    """The n by n tridiagonal matrix with -2 and 1, as a sparse matrix in CSR format."""
    ### BEGIN SOLUTION
    return sparse.diags([1.0, -2.0, 1.0], [-1, 0, 1], shape=(n, n), format="csr")
    ### END SOLUTION


# %% test="laplace-test" points=2
L = second_difference(50)
assert sparse.issparse(L) and L.format == "csr"
assert L.nnz == 148
np.testing.assert_allclose((L @ np.arange(50.0))[1:-1], 0)
np.testing.assert_array_equal(second_difference(2).toarray(), [[-2, 1], [1, -2]])
