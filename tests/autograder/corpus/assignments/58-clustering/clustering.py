# %% setup="imports"
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA

rng = np.random.default_rng(6)
points = np.vstack([rng.normal(c, 0.3, size=(20, 2)) for c in [(0, 0), (4, 0), (2, 4)]])


# %% answer="nearest"
def nearest(points, centres):
    """The index of the nearest centre of each point."""
    ### BEGIN SOLUTION
    return np.linalg.norm(points[:, None] - centres[None], axis=2).argmin(axis=1)
    ### END SOLUTION


# %% test="nearest-test" points=1
near = nearest(np.array([[0.0, 0], [9, 9], [1, 0]]), np.array([[0.0, 0], [10, 10]]))
assert near.tolist() == [0, 1, 0]
assert np.issubdtype(near.dtype, np.integer)


# %% answer="kmeans"
def kmeans(points, centres, steps=20):
    """The centres after some steps of Lloyd's algorithm, and the labels."""
    ### BEGIN SOLUTION
    centres = np.array(centres, dtype=float)
    for _ in range(steps):
        labels = nearest(points, centres)
        centres = np.array([points[labels == k].mean(axis=0) for k in range(len(centres))])
    return centres, nearest(points, centres)
    ### END SOLUTION


# %% test="kmeans-centres" points=2
start = points[[0, 20, 40]]
centres, labels = kmeans(points, start)
assert centres.shape == (3, 2) and labels.shape == (60,)
theirs = KMeans(3, init=start, n_init=1).fit(points)
np.testing.assert_allclose(centres, theirs.cluster_centers_, atol=1e-6)

# %% test="kmeans-labels" points=1
assert len(set(labels[:20])) == 1 and np.bincount(labels).tolist() == [20, 20, 20]

# %% answer="inertia"
### BEGIN SOLUTION
inertias = {k: KMeans(k, n_init=3, random_state=0).fit(points).inertia_ for k in (1, 2, 3, 4)}
### END SOLUTION

# %% test="inertia-test" points=1
assert list(inertias) == [1, 2, 3, 4]
assert all(inertias[k] > inertias[k + 1] for k in (1, 2, 3))
assert inertias[3] < 15


# %% answer="pca"
def principal(points):
    """The directions of largest variance as rows, and the variances, by the SVD."""
    ### BEGIN SOLUTION
    centred = points - points.mean(axis=0)
    _, s, vt = np.linalg.svd(centred, full_matrices=False)
    return vt, s**2 / (len(points) - 1)
    ### END SOLUTION


# %% test="pca-test" points=2
directions, variances = principal(points)
pca = PCA().fit(points)
np.testing.assert_allclose(variances, pca.explained_variance_)
np.testing.assert_allclose(np.abs(directions), np.abs(pca.components_), atol=1e-8)
