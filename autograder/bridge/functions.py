"""Functions of libraries that cross by name, so that a test gets that very function.

Functions of modules that came with the assignment cross by name, too: the examiner loads its own
copy of these modules.
In the other direction, a test's classes, functions and modules of libraries cross by name
(`importable`).

A test that calls such a function runs it in the examiner's process. So the list is closed: these
compute a result from their arguments and do nothing else. None of them reads or writes a file,
evaluates text, imports, draws random numbers, or changes the state of a library.
"""

import builtins
import importlib
import re
import sys
import types
from typing import Any

import numpy as np

from autograder.bridge import course_modules
from autograder.bridge.proxy import LIBRARIES, is_library, isinstance_exactly
from autograder.text import words

KINDS = (types.FunctionType, types.BuiltinFunctionType, np.ufunc, type(np.sum))
"""Types of functions that have a name of their own."""

NUMPY = words(
    "all allclose amax amin angle any append argmax argmin argpartition argsort argwhere "
    "around array array_equal array_split asarray arange atleast_1d atleast_2d atleast_3d "
    "average bincount broadcast_to clip column_stack compress concatenate convolve copy "
    "corrcoef correlate count_nonzero cov cross cumprod cumsum delete diag diagflat diagonal "
    "diff digitize dot dstack einsum expand_dims extract eye fix flatnonzero flip fliplr "
    "flipud full full_like geomspace gradient histogram hstack identity imag inner insert "
    "interp intersect1d isclose iscomplex isin isreal kron lexsort linspace logspace max mean "
    "median meshgrid min moveaxis nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax "
    "nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar ndim "
    "nonzero ones ones_like outer pad partition percentile poly polyadd polyder polydiv "
    "polyfit polyint polymul polysub polyval prod ptp quantile ravel real repeat reshape "
    "resize roll roots rot90 round searchsorted select setdiff1d setxor1d shape sinc size "
    "sort split squeeze stack std sum swapaxes take tensordot tile trace transpose trapezoid "
    "tri tril trim_zeros triu union1d unique unwrap vander var vdot vsplit vstack where zeros "
    "zeros_like"
)
STATISTICS = words(
    "correlation covariance fmean geometric_mean harmonic_mean linear_regression mean median "
    "median_grouped median_high median_low mode multimode pstdev pvariance quantiles stdev "
    "variance"
)
FUNCTIONS: dict[str, frozenset[str] | re.Pattern[str]] = {
    "builtins": words("abs all any divmod len max min pow round sorted sum"),
    "math": re.compile(r"[a-z]\w*"),
    "operator": words(
        "abs add and_ eq floordiv ge gt inv invert is_ is_not le lshift lt matmul mod mul ne "
        "neg not_ or_ pos pow rshift sub truediv truth xor"
    ),
    "statistics": STATISTICS,
    "numpy": NUMPY,
    "numpy.fft": words("fft fft2 fftfreq fftn fftshift ifft ifft2 ifftn ifftshift irfft rfft"),
    "numpy.linalg": words(
        "cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul "
        "matrix_norm matrix_power matrix_rank multi_dot norm outer pinv qr slogdet solve svd "
        "svdvals trace vecdot vector_norm"
    ),
    "scipy.special": words("comb factorial log_softmax logsumexp perm softmax zeta"),
    "scipy.stats": words(
        "chi2_contingency describe entropy f_oneway fisher_exact gmean hmean iqr kendalltau "
        "kruskal kurtosis linregress mannwhitneyu mode normaltest pearsonr rankdata sem "
        "shapiro skew spearmanr trim_mean ttest_1samp ttest_ind ttest_rel wilcoxon zscore"
    ),
    "sklearn.metrics": re.compile(
        r"auc|(?!_)\w+_(corrcoef|curve|deviance|distances|error|loss|matrix|report|score)"
    ),
    "fairlearn.metrics": re.compile(r"count|mean_prediction|(?!_)\w+_(difference|rate|ratio)"),
}
"""By module, the names of its functions, or a pattern that they match."""

UFUNCS = words("numpy scipy.special")
"""Modules whose ufuncs are all on the list: a ufunc computes numbers from numbers."""


def name_of_function(value: object) -> list[str] | None:
    """Module and name of a function of the list, in this process; None for any other value."""
    if type(value) not in KINDS:
        return None
    if (found := course_modules.name_of(value)) is not None:
        return found
    name = getattr(value, "__name__", None)
    if not isinstance(name, str):
        return None
    for module in FUNCTIONS:
        if module in sys.modules and _function(module, name) is value:
            return [module, name]
    return None


def function_of_name(module: object, name: object) -> object:
    """The function of the list with this module and name; None if there is none."""
    if (found := course_modules.owned(module, name, types.FunctionType)) is not None:
        return found
    if not isinstance(module, str) or not isinstance(name, str) or module not in FUNCTIONS:
        return None
    return _function(module, name)


def _function(module: str, name: str) -> object:
    names: Any = FUNCTIONS[module]
    is_listed = name in names if isinstance(names, frozenset) else bool(names.fullmatch(name))
    if not is_listed and module not in UFUNCS:
        return None
    owner = builtins if module == "builtins" else importlib.import_module(module)
    found = vars(owner).get(name)
    is_sound = type(found) in KINDS if is_listed else type(found) is np.ufunc
    return found if is_sound and _is_of(found, module) else None


def _is_of(function: object, module: str) -> bool:
    """Whether a function comes from a module's library: a test can put its own into the module."""
    if type(function) is not types.FunctionType:
        return True
    return function.__module__.partition(".")[0] == module.partition(".")[0]


def importable(value: Any) -> tuple[str, str] | None:
    """Where the learner's process can import a class, a function or a module of a library."""
    if isinstance_exactly(value, types.ModuleType):
        top = value.__name__.partition(".")[0]
        sound = top in LIBRARIES or (top in sys.stdlib_module_names and top != "__main__")
        return (value.__name__, "") if sound else None
    if not issubclass(type(value), (type, *KINDS)):
        return None
    # A ufunc does not say where it is from.
    module = str(getattr(value, "__module__", None) or "numpy")
    name = str(getattr(value, "__qualname__", None) or getattr(value, "__name__", ""))
    if course_modules.owned(module, name, type | types.FunctionType) is value:
        return module, name
    if not is_library(types.SimpleNamespace(__module__=module)):  # type: ignore[arg-type]
        return None
    found: Any = sys.modules.get(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    return (module, name) if found is value else None
