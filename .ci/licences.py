#!/usr/bin/env python3
"""Checks licences and sources of all dependencies against deny.toml.

Usage: licences.py (in the project's folder)
cargo-deny does this and more, but takes some minutes to build on two cores, half of what the checks may take; what is
used of it here is the form of deny.toml, so that it can be run in place of this where it is installed.
"""
import json
import re
import subprocess
import sys
import tomllib


def allowed(expression, names):
    """Whether an SPDX expression can be met with these licences alone. `/` is an old form of OR."""
    words = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def any_of():
        met = all_of()
        while words and words[0] == "OR":
            words.pop(0)
            met = all_of() or met
        return met

    def all_of():
        met = one()
        while words and words[0] == "AND":
            words.pop(0)
            met = one() and met
        return met

    def one():
        word = words.pop(0)
        if word == "(":
            met = any_of()
            words.pop(0)
            return met
        if words and words[0] == "WITH":  # an exception only permits more
            words.pop(0), words.pop(0)
        return word in names

    return any_of()


def main():
    with open("deny.toml", "rb") as file:
        deny = tomllib.load(file)
    names = set(deny["licenses"]["allow"])
    registries = {"registry+" + url for url in deny["sources"]["allow-registry"]}
    host = re.search(r"^host: (.*)$", subprocess.check_output(["rustc", "-vV"], text=True), re.M).group(1)
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", host]
    packages = json.loads(subprocess.check_output(command))["packages"]
    wrong = []
    for package in packages:
        licence, name = package["license"], f"{package['name']} {package['version']}"
        if not licence or not allowed(licence, names):
            wrong.append(f"{name}: licence {licence or 'not told'}")
        if package["source"] and package["source"] not in registries:
            wrong.append(f"{name}: from {package['source']}")
    print("\n".join(wrong) or f"licences: {len(packages)} packages, all allowed by deny.toml")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
