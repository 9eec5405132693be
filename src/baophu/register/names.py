"""Names in numbers, and what of a name may be all that another list writes."""

import pyarrow as pa
import pyarrow.compute as pc

_OUTER = (r"^(\S+) .* (\S+)$", r"\1 \2")
_REST = (r"^\S+ ", "")


def numbered(names: pa.Table) -> tuple[pa.Table, pa.Table]:
    """From the distinct `names` (name, name_key) the tables of names and of folded names, by number.

    Names are (name_no, name, name_key, key_no, bare); `bare` is written without Vietnamese letters. Keys are
    (key_no, name_key, outer_key, rest_key, words_key) and the numbers of what another list may make of the
    name: `outer_no` of the first and last word, `rest_no` of all words but the first, as Xơ Đăng and Ba Na
    names are written without A and Y, `words_no` of the words and `letters_no` of the letters in the order
    of the alphabet, `short_no` of initials and the last word.
    """
    words = names["name_key"].combine_chunks()
    texts = pc.unique(words)
    said = texts.to_pylist()
    forms = {
        "outer": pc.replace_substring_regex(texts, pattern=_OUTER[0], replacement=_OUTER[1]),
        "rest": pc.replace_substring_regex(texts, pattern=_REST[0], replacement=_REST[1]),
        "words": pa.array([text and " ".join(sorted(text.split())) for text in said], pa.string()),
        "letters": pa.array([text and "".join(sorted(text)) for text in said], pa.string()),
        "short": pa.array([text and _short(text.split()) for text in said], pa.string()),
    }
    # The keys themselves stand first, so that their numbers are their places.
    numbers = pa.concat_arrays([texts, *forms.values()]).dictionary_encode().indices.cast(pa.int32())
    count = len(texts)
    keys = {"key_no": numbers.slice(0, count), "name_key": texts}
    keys |= {f"{form}_key": forms[form] for form in ("outer", "rest", "words")}
    keys |= {f"{form}_no": numbers.slice(place * count, count) for place, form in enumerate(forms, 1)}
    of_names = {
        "name_no": pa.array(range(names.num_rows), pa.int32()),
        "name": names["name"],
        "name_key": names["name_key"],
        "key_no": pc.index_in(words, value_set=texts).cast(pa.int32()),
        "bare": pc.string_is_ascii(names["name"]),
    }
    return pa.table(of_names), pa.table(keys)


def words_of(keys: pa.Table) -> pa.Table:
    """(key_no, word_no): the words of folded names, in numbers."""
    split = pc.split_pattern(keys["name_key"].combine_chunks(), " ")
    words = pc.list_flatten(split).dictionary_encode().indices.cast(pa.int32())
    return pa.table({"key_no": pc.take(keys["key_no"], pc.list_parent_indices(split)), "word_no": words})


def _short(words: list[str]) -> str:
    return " ".join([*(word[0] for word in words[:-1]), *words[-1:]])
