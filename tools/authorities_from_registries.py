#!/usr/bin/env python3
"""Rebuild schemas/vocabulary/authorities.csv from public registries.

usage: authorities_from_registries.py REFERENCE_DIRECTORY > schemas/vocabulary/authorities.csv

REFERENCE_DIRECTORY holds
  uk_local_authorities_current.csv   mySociety's register of UK local authorities: names, GSS codes, dates, successors
  lookup_name_to_registry.csv        its list of further names
  csww_indicators_2017_to_2025.csv   DfE's Children's social work workforce: three-digit codes, regions, codes by year
tools/authority_additions.csv, kept by hand, comes on top.

The register gives the end of a body partly as its last day and partly as the day on which its successor began; here `end` is
always the last day. Its dates of start are partly those of a register, so only those of successors are taken.
"""
import csv
import datetime
import os
import re
import sys

COLUMNS = ("code la_code name short_name kind nation region_code start end successors domains aliases").split()
KINDS = {"NMD": "district", "UA": "unitary", "NID": "northern_irish", "MD": "metropolitan", "SCO": "scottish", "LBO": "london_borough",
         "CTY": "county", "WPA": "welsh", "COMB": "combined", "SRA": "combined", "CC": "city_corporation"}
# Names in the registers that lost letters or words.
CUT_WORDS = {"ynys mn", "eilean", "sir ynys mn"}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def folded(text):
    text = re.sub(r"['’`]", "", text.lower().replace("&", " and "))
    return " ".join(re.findall(r"[^\W_]+", text))


def last_day(end):
    """The day before where the register has the successor's first day (the first of April)."""
    if not end.endswith("-04-01"):
        return end
    return str(datetime.date.fromisoformat(end) - datetime.timedelta(days=1))


def aliases(name, short, names):
    """Further names, each wording once; registers' abbreviations ("UA", "London Boro"), cut words and broken letters are left out."""
    seen, out = {folded(name), folded(short)}, []
    for alias in names:
        key = folded(alias)
        if not key or key in seen or len(key) < 3 or "\ufffd" in alias or "ï¿½" in alias or re.search(r"\b(ua|boro|city of|district of|county of|the)$", key) or key in CUT_WORDS:
            continue
        if alias == alias.lower():
            alias = " ".join(w if w in ("and", "of", "upon", "the", "on", "with", "nan", "in") else w.capitalize() for w in alias.split())
        seen.add(key)
        out.append(alias.replace(";", ","))
    return out


def from_registers(directory):
    register = rows(os.path.join(directory, "uk_local_authorities_current.csv"))
    by_registry = {row["local-authority-code"]: row for row in register}
    further = {}
    for row in rows(os.path.join(directory, "lookup_name_to_registry.csv")):
        further.setdefault(row["local-authority-code"], []).append(row["la-name"])
    official, regions = {}, {}
    for row in rows(os.path.join(directory, "csww_indicators_2017_to_2025.csv")):
        if row["geographic_level"] == "Regional":
            regions[row["region_name"]] = row["region_code"]
        if row["geographic_level"] == "Local authority":
            for gss, la in zip(row["new_la_code"].split(" / "), row["old_la_code"].split(" / ")):
                official[gss] = (la, row["region_code"])
    successors = {code for row in register for code in row["replaced-by"].split(",") if code}
    out = {}
    for row in register:
        gss = row["gss-code"]
        if not gss:
            continue
        la_code, region = official.get(gss, ("", regions.get(row["region"], "")))
        combined = KINDS[row["local-authority-type"]] == "combined"  # their short names are those of regions
        short = row["official-name"] if combined else re.sub(r" (County|Council)$", "", row["nice-name"])
        out[gss] = {
            "code": gss, "la_code": la_code, "name": row["official-name"], "short_name": short,
            "kind": KINDS[row["local-authority-type"]], "nation": row["nation"], "region_code": region,
            "start": row["start-date"] if row["local-authority-code"] in successors else "", "end": last_day(row["end-date"]),
            "successors": [by_registry[code]["gss-code"] for code in row["replaced-by"].split(",") if code in by_registry],
            "domains": [row["gov-uk-slug"].replace("-", "").replace(".", "") + ".gov.uk"] if row["gov-uk-slug"] else [],
            "aliases": [] if combined else aliases(row["official-name"], short, row["alt-names"].split(",") + further.get(row["local-authority-code"], [])
                               if "," not in row["official-name"] + row["nice-name"] else further.get(row["local-authority-code"], [])),
        }
    return out


def add(bodies, additions):
    for row in additions:
        body = bodies.setdefault(row["code"], {c: [] if c in ("successors", "domains", "aliases") else "" for c in COLUMNS} | {"code": row["code"]})
        for column in COLUMNS[1:]:
            if column in ("successors", "domains") and row[column]:
                body[column] = row[column].split(";")
            elif column == "aliases" and row[column]:
                body[column] = aliases(body["name"], body["short_name"], body[column] + row[column].split(";"))
            elif column not in ("successors", "domains", "aliases") and row[column]:
                body[column] = row[column]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    bodies = from_registers(sys.argv[1])
    add(bodies, rows(os.path.join(os.path.dirname(os.path.abspath(__file__)), "authority_additions.csv")))
    print("# Generated by tools/authorities_from_registries.py; edit tools/authority_additions.csv and run it again. Lists are parted by ';'.")
    print("# end: the last day in force.")
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for code in sorted(bodies):
        writer.writerow({k: ";".join(v) if isinstance(v, list) else v for k, v in bodies[code].items()})


if __name__ == "__main__":
    main()
