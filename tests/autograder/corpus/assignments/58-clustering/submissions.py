# %% by="distances" answer="nearest"
def nearest(points, centres):
    return np.array([[np.linalg.norm(p - c) for c in centres] for p in points]).min(axis=1)


# %% by="one-step" answer="kmeans"
def kmeans(points, centres, steps=20):
    labels = nearest(points, centres)
    return centres, labels


# %% by="scores" answer="inertia"
inertias = {k: KMeans(k, n_init=1, random_state=0).fit(points).score(points) for k in (1, 2, 3, 4)}


# %% by="not-centred" answer="pca"
def principal(points):
    values, vectors = np.linalg.eigh(points.T @ points)
    return vectors, values


# %% by="noisy" after="kmeans"
import matplotlib.pyplot as plt

plt.scatter(*points.T, c=kmeans(points, points[:3])[1])
plt.show()


# %% by="noisy" answer="nearest"
def nearest(points, centres):
    import logging
    import sys

    print("points:", len(points), file=sys.stderr)
    logging.getLogger("mine").warning("looking for the nearest of %d", len(centres))
    return np.array([np.argmin([np.sum((p - c) ** 2) for c in centres]) for p in points])
