# %% [markdown]
# sparse matrix

# %% right
from scipy import sparse

M = sparse.csr_matrix(np.eye(3))


def double(A):
    return A * 2


# %% wrong
M = np.eye(3)


def double(A):
    return A


# %% test
from scipy import sparse

A = sparse.csc_matrix(np.eye(2))
assert (double(A) != 2 * A).nnz == 0 and double(A).format == "csc"
assert (M @ np.ones(3) == 1).all() and M[0, 0] == 1
assert sparse.issparse(M) and isinstance(M, sparse.csr_matrix)
