# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges an OpenAPI document and the answers that were had by it: api_document_check.py SCHEMA DOCUMENT ANSWERS.

The document must be one of OpenAPI 3.1 by the Initiative's own schema; each answer ({path, status, body}) must be what the document
says of its path and status, by the validator of python3-jsonschema. Writes each fault, and how much was judged."""
import json
import sys

from jsonschema import Draft202012Validator

schema, document, answers = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:4])
faults = [f"document: {fault.json_path} {fault.message[:200]}" for fault in Draft202012Validator(schema).iter_errors(document)]


def resolved(value):
    while "$ref" in value:
        found = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        value = found
    return value


for path, methods in document["paths"].items():
    for method in methods.values():
        for body in method.get("requestBody", {"content": {}})["content"].values():
            Draft202012Validator.check_schema(body["schema"])

for answer in answers:
    responses = document["paths"][answer["path"]]["post"]["responses"]
    told = responses.get(str(answer["status"])) or responses.get(str(answer["status"])[0] + "XX")
    if told is None:
        faults.append(f"{answer['path']}: status {answer['status']} is not in the document")
        continue
    expected = resolved(told)["content"]["application/json"]["schema"]
    for fault in Draft202012Validator(expected).iter_errors(answer["body"]):
        faults.append(f"{answer['path']} {answer['status']}: {fault.json_path} {fault.message[:200]}")

print("\n".join(faults[:50]))
print(f"paths {len(document['paths'])}, answers {len(answers)}, faults {len(faults)}")
sys.exit(1 if faults else 0)
