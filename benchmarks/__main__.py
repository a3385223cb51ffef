"""All benchmarks, each with its floor and peers in the same run: python -m benchmarks [millions]

With "millions" also the file of three million lines and the pages on thirty million, which take minutes.
"""

import sys

from benchmarks import again_and_undo, demo_against_import, growth, large_file, page_reads, page_runs


def main(millions: bool) -> None:
    for title, work in (
        ("A large file", lambda: large_file.main(300_000, 3)),
        ("A month into a large store", lambda: growth.main(75_000, 3)),
        ("The same file again; undo", lambda: again_and_undo.main(300_000, 3)),
        ("The sample province", lambda: demo_against_import.main(3)),
        ("What pages read", lambda: page_reads.main(millions)),
        ("Warm runs of pages", page_runs.main),
        *([("Three million lines", lambda: large_file.main(3_000_000, 1))] if millions else []),
    ):
        print(f"\n{title}", flush=True)
        work()


if __name__ == "__main__":
    main("millions" in sys.argv[1:])
