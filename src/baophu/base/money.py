"""Money is a whole number of đồng; rates are integers per million. No floating point anywhere."""

MILLION = 1_000_000


def share(amount: int, rate: int) -> int:
    """`rate` per million of `amount`, in whole đồng, half a đồng up.

    >>> share(1_800_000, 45_000)
    81000
    """
    return (amount * rate + MILLION // 2) // MILLION
