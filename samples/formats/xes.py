#!/usr/bin/env python3
"""Writes the beat runs of a recorded session as an event log in XES, for the golden cases of that format.

backbeat query "$(sed -n 's/^# //p' xes.py)" --output json | ./xes.py pairs|ends > xes/<case>/input.log
"""
# select e.ordinal as n, e.request_id, b.ordinal, b.event, b.start_nanos, b.end_nanos, b.outcome
# from executions e join beat_runs b on b.execution_id = e.execution_id order by 1, 3 limit 40
import json
import sys
from datetime import datetime, timezone
from xml.sax.saxutils import quoteattr


def time(nanos):
    at = datetime.fromtimestamp(nanos // 10**9, timezone.utc)
    return at.strftime("%Y-%m-%dT%H:%M:%S") + ".%03d+00:00" % (nanos // 10**6 % 1000)


def rows(answer):
    table = answer["exhibits"][0]
    names = [column["title"] for column in table["columns"]]
    for row in table["rows"]:
        values = [cell["value"] for cell in row]
        yield dict(zip(names, [value.get("text", value.get("count")) for value in values]))


def event(name, transition, nanos):
    print("    <event>")
    print('      <string key="concept:name" value=%s/>' % quoteattr(name))
    print('      <string key="lifecycle:transition" value="%s"/>' % transition)
    if nanos is not None:
        print('      <date key="time:timestamp" value="%s"/>' % time(int(nanos)))
    print("    </event>")


print('<?xml version="1.0" encoding="UTF-8"?>')
print('<log xes.version="1.0" xmlns="http://www.xes-standard.org/">')
print('  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>')
print('  <global scope="event"><string key="concept:name" value="?"/></global>')
print('  <classifier name="event" keys="concept:name lifecycle:transition"/>')
print('  <string key="concept:name" value="storefront"/>')
case = None
for row in rows(json.load(sys.stdin)):
    if row["request_id"] != case:
        if case is not None:
            print("  </trace>")
        case = row["request_id"]
        print('  <trace>\n    <string key="concept:name" value=%s/>' % quoteattr(case))
    if sys.argv[1] == "pairs":
        event(row["event"], "start", row["start_nanos"])
    if row["outcome"] == "completed" or sys.argv[1] == "ends":
        event(row["event"], "complete", row["end_nanos"])
    elif row["outcome"] == "failed":
        event(row["event"], "ate_abort", row["end_nanos"])
print("  </trace>\n</log>")
