# %% by="degrees" answer="draw-wave"
def draw_wave(frequency, ax=None):
    ax = ax or plt.gca()
    t = np.linspace(0, 1, 200)
    ax.plot(t, np.sin(frequency * t), label=f"{frequency} Hz")
    ax.set(xlabel="time (s)", ylabel="amplitude", title="A wave")
    ax.legend()
    return ax


# %% by="no-labels" answer="draw-wave"
def draw_wave(frequency, ax=None):
    t = np.linspace(0, 1, 200)
    plt.plot(t, np.sin(2 * np.pi * frequency * t))
    return plt.gca()


# %% by="unsorted" answer="bars"
def bars(counts):
    fig = plt.figure()
    plt.bar(list(counts.keys()), list(counts.values()))
    return fig


# %% by="returns-nothing" answer="bars"
def bars(counts):
    keys = sorted(counts)
    plt.bar(keys, [counts[k] for k in keys])
    plt.show()


# %% by="noisy" after="draw-wave"
draw_wave(1)
draw_wave(4)
plt.show()
