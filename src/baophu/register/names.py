"""Names in numbers, and what of a name may be all that another list writes."""

import pyarrow as pa
import pyarrow.compute as pc

_OUTER = (r"^(\S+) .* (\S+)$", r"\1 \2")
_REST = (r"^\S+ ", "")


def numbered(names: pa.Table) -> tuple[pa.Table, pa.Table]:
    """From the distinct `names` (name, name_key) the tables of names and of folded names, by number.

    Names are (name_no, name, name_key, key_no, bare); `bare` is written without Vietnamese letters. Keys
    are (key_no, name_key, outer_no, rest_no): `outer_no` is the number of the first and last word, `rest_no`
    of all words but the first, as Xơ Đăng and Ba Na names are written without A and Y.
    """
    words = names["name_key"].combine_chunks()
    texts = pc.unique(words)
    outer = pc.replace_substring_regex(texts, pattern=_OUTER[0], replacement=_OUTER[1])
    rest = pc.replace_substring_regex(texts, pattern=_REST[0], replacement=_REST[1])
    encoded = pa.concat_arrays([texts, outer, rest]).dictionary_encode()
    # The keys themselves stand first, so that their numbers are their places.
    numbers, count = encoded.indices.cast(pa.int32()), len(texts)
    keys = pa.table(
        {
            "key_no": numbers.slice(0, count),
            "name_key": texts,
            "outer_no": numbers.slice(count, count),
            "rest_no": numbers.slice(2 * count, count),
        }
    )
    of_names = pa.table(
        {
            "name_no": pa.array(range(names.num_rows), pa.int32()),
            "name": names["name"],
            "name_key": names["name_key"],
            "key_no": pc.index_in(words, value_set=texts).cast(pa.int32()),
            "bare": pc.string_is_ascii(names["name"]),
        }
    )
    return of_names, keys
