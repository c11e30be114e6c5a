"""How many threads the matrix library of a process takes."""

import os


def one_thread() -> None:
    """Hold the matrix library of this process to one thread, unless the user has set another number.

    The matrices of an article are small: a second thread costs twice the processor time and saves none. It
    must be called before NumPy is imported, and holds for the processes that this one starts.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
