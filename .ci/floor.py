#!/usr/bin/env python3
"""Measures the release build on every labelled set and holds each set to its line in floor.json.

Usage: floor.py                  measure and judge; status 1 where a figure fell
       floor.py --write [SET]... measure and renew the lines of these sets, or of all
A set without a line, and a set whose gold is another than that of its line, are measured and printed, not judged.
"""
import hashlib
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent
TOOLS = TOP.parent / "shared/tools"
FLOOR = HERE / "floor.json"
BINARY = TOP / "target/release/selisih"
# Where higher is better. `raised_max` counts `never` items that are raised: lower is better.
HIGHER = ("recall", "precision", "align_f1")


def labelled_sets(measure):
    """The shared sets, then the project's own stories, as measure.py wants them."""
    yield from measure.shared_sets()
    for folder in sorted((TOP / "tests/stories").iterdir()):
        if (folder / "findings.json").exists():
            yield folder.name, folder, folder / "findings.json", None


def gold(files):
    """A hash of a set's gold: another gold gives other figures, which are no fall and no rise."""
    content = b"".join(file.read_bytes() for file in files if file)
    return hashlib.sha256(content).hexdigest()


def figures(measure, one):
    """A set's line, or None where it could not be measured."""
    _, _, findings, alignment = one
    total = measure.measure(str(BINARY), [one])  # prints the set's row
    if total["missing"]:
        return None
    return {
        "gold": gold([findings, alignment]),
        "recall": total["recall"],
        "precision": total["precision"],
        "raised_max": int(total["raised"].split("/")[0]),
        "align_f1": total["align_f1"] if alignment else None,
    }


def judge(name, now, floor):
    """What fell, as lines; a note where the set is not judged."""
    if name not in floor:
        return [], f"{name}: not judged, has no line in floor.json"
    held = floor[name]
    if now is None:
        return [f"{name}: could not be measured"], None
    if held["gold"] != now["gold"]:
        return [], f"{name}: not judged, its gold is another than that of its line; renew it with .ci/floor.py --write {name}"
    fell = [f"{name}: {k} {now[k]} is below {held[k]}" for k in HIGHER if held[k] is not None and (now[k] or 0) < held[k]]
    if now["raised_max"] > held["raised_max"]:
        fell.append(f"{name}: {now['raised_max']} `never` items are raised, at most {held['raised_max']} may be")
    return fell, None


def main():
    if not TOOLS.is_dir():
        print(f"floor: {TOOLS} is not here: nothing is measured")
        return 0
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=TOP, check=True)
    sys.dont_write_bytecode = True  # the shared folder is not ours
    sys.path.insert(0, str(TOOLS))
    import measure

    floor = json.loads(FLOOR.read_text()) if FLOOR.exists() else {}
    renewed = sys.argv[2:] if sys.argv[1:2] == ["--write"] else None
    fell, notes = [], []
    print(measure.HEAD)
    for one in labelled_sets(measure):
        name, now = one[0], figures(measure, one)
        if renewed is not None:
            if now and (not renewed or name in renewed):
                floor[name] = now
            continue
        down, note = judge(name, now, floor)
        fell += down
        notes += [note] if note else []
    if renewed is not None:
        lines = [f"  {json.dumps(name)}: {json.dumps(floor[name])}" for name in sorted(floor)]
        FLOOR.write_text("{\n" + ",\n".join(lines) + "\n}\n")
        print(f"floor: {FLOOR.relative_to(TOP)} is renewed")
        return 0
    print("\n".join(notes + fell) or "floor: every set holds its figures")
    return 1 if fell else 0


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] != "--write":
        sys.exit(__doc__)
    sys.exit(main())
