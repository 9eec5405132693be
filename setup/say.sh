# Words of the set-up, in Vietnamese and then in English. Sourced by the other scripts.

say() { # say VIETNAMESE ENGLISH
    printf '%s\n%s\n' "$1" "$2" >&2
}

fail() { # fail VIETNAMESE ENGLISH
    say "Lỗi: $1" "Error: $2"
    exit 1
}
