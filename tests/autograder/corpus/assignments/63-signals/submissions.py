# %% by="wrong-sign" answer="dft"
def dft(x):
    n = np.arange(len(x))
    return np.array([np.sum(x * np.exp(2j * np.pi * k * n / len(x))) for k in n])


# %% by="real-root" answer="roots"
def quadratic_roots(a, b, c):
    d = (b**2 - 4 * a * c) ** 0.5
    return (-b + d) / 2 * a, (-b - d) / 2 * a


# %% by="whole-spectrum" answer="peaks"
spectrum = np.abs(np.fft.fft(wave))
frequencies = np.argsort(spectrum)[-2:]


# %% by="shorter" answer="filter"
def smooth(x, width):
    return [sum(x[i : i + width]) / width for i in range(len(x) - width + 1)]


# %% by="shorter" answer="laplace"
def second_difference(n):
    return np.diag([-2.0] * n) + np.diag([1.0] * (n - 1), 1) + np.diag([1.0] * (n - 1), -1)


# %% by="noisy" after="peaks"
import matplotlib.pyplot as plt

plt.plot(spectrum)
plt.xlim(0, 60)
np.real(1j) + np.array([1 + 2j]).astype(float)
