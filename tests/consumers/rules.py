# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
"""The rules of programs that no Debian package has, as their readers were seen to apply them."""

import datetime
import json
import re
import xml.dom.minidom

CASPAR_TYPES = set("""BLENDMODE BRIGHTNESS CONTRAST CLIP CHROMAKEY DECKLINKINPUT FILERECORDER FILL GRID GPIOUTPUT KEYER
    LEVELS AUDIO MOVIE STILL OPACITY SATURATION TEMPLATE VOLUME COMMIT IMAGESCROLLER SEPARATOR PRINT CLEAROUTPUT
    SOLIDCOLOR CUSTOMCOMMAND OSCOUTPUT PLAYOUTCOMMAND FADETOBLACK PERSPECTIVE ROTATION ANCHOR CROP HTTPGET HTTPPOST RESET
    HTML ROUTECHANNEL ROUTEVIDEOLAYER GROUP""".split())
CASPAR_NUMBERS = ("channel", "videolayer", "delay", "duration", "seek", "length", "transitionDuration")


class Broken(Exception):
    """A rule that a file breaks."""


def require(claim, text):
    if not claim:
        raise Broken(text)


def _children(node, name):
    return [child for child in node.childNodes if child.nodeType == child.ELEMENT_NODE and child.tagName == name]


def _text(node, name):
    found = _children(node, name)
    return found[0].firstChild.data if found and found[0].firstChild else ""


def _caspar_item(item, is_in_group):
    kind = _text(item, "type")
    require(kind in CASPAR_TYPES, f"there is no type {kind!r}")
    for name in CASPAR_NUMBERS:
        value = _text(item, name)
        require(value == "" or value.lstrip("-").isdigit(), f"{name} is {value!r}")
    if kind == "MOVIE":
        name = _text(item, "name")
        require(name and not name.startswith("/") and not set(name) & set('\\"'), f"a file is named {name!r}")
        require(is_in_group or _text(item, "autoplay") != "true", "it plays by itself outside of a group")
    if kind != "GROUP":
        return 1
    require(not is_in_group, "groups are nested")
    lists = _children(item, "items")
    require(lists, "a group has no items, which ends the client")
    comments = [child for part in lists for child in part.childNodes if child.nodeType == child.COMMENT_NODE]
    require(not comments, "a comment stands in a group, which ends the client")
    return sum(_caspar_item(child, True) for part in lists for child in _children(part, "item"))


def caspar(file):
    root = xml.dom.minidom.parse(str(file)).documentElement
    require(root.tagName == "items", f"the root is {root.tagName}")
    require(sum(_caspar_item(item, False) for item in _children(root, "item")) > 0, "nothing plays")


def ffplayout(file, seconds):
    """All that it plays, which fills a day of so many seconds."""
    day = json.loads(file.read_text("utf-8"))
    datetime.date.fromisoformat(day["date"])
    total = 0
    for item in day["program"]:
        require(all(type(item[name]) in (int, float) for name in ("in", "out", "duration")), f"no numbers: {item}")
        require(0 <= item["in"] < item["out"] <= item["duration"] + 0.5, f"it ends before it begins: {item}")
        require(item["source"] and item.get("custom_filter", "") is not None, f"no source: {item}")
        total += item["out"] - item["in"]
    require(abs(total - seconds) <= 1.2, f"{total} s are not the day's {seconds}")
    return sorted({item["source"] for item in day["program"]})


# What the schemas of SMPTE ST 2021-4:2017 say of the elements that an export uses: their children, in order, "?" after those
# that may be missing and "+" after those that may be repeated.
BXF_CHILDREN = {
    "BxfMessage": "BxfData", "BxfData": "Schedule", "Schedule": "Channel? ScheduleName? ScheduledEvent+", "Channel": "",
    "ScheduledEvent": "EventData Content",
    "EventData": "EventId EventTitle? PrimaryEvent StartDateTime LengthOption StartMode EndMode",
    "EventData/EventId": "EventId", "EventId/EventId": None, "PrimaryEvent": "ProgramEvent? NonProgramEvent?",
    "ProgramEvent": "SegmentNumber ProgramName?", "NonProgramEvent": "Details", "Details": "AdType SpotType",
    "StartDateTime": "SmpteDateTime", "SmpteDateTime": "SmpteTimeCode", "LengthOption": "Duration",
    "Duration": "SmpteDuration", "SmpteDuration": "SmpteTimeCode", "Content": "ContentId Name? Media?",
    "ContentId": "HouseNumber? AlternateId?", "Media": "BaseBand MediaLocation", "BaseBand": "", "MediaLocation": "Location SOM Duration",
    "Location": "AssetServer", "AssetServer": "PathName", "SOM": "SmpteTimeCode",
}
BXF_TEXTS = {
    "SmpteTimeCode": r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d[.,:;][0-5]\d", "StartMode": "Follow|Fixed|Manual|External",
    "EndMode": "Duration|Manual|External", "SegmentNumber": r"-?\d+", "SpotType":
    "BillBoard|Bookend|Paid Program|Piggyback|Standard|Other", "AdType":
    "Direct Response|General|Paid Program|Promo|PSA|Trade/Barter|Other", "EventId/EventId": "urn:uuid:[a-f0-9-]{36}",
    "HouseNumber": ".+", "PathName": ".+",
}
BXF_DATE_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
BXF_ATTRIBUTES = {
    "BxfMessage": {"id": "urn:uuid:[a-f0-9-]{36}", "dateTime": BXF_DATE_TIME, "messageType": "Information", "origin": ".+",
                   "originType": ".+", "userName": ".+"},
    "Schedule": {"type": "Primary|Alternate", "scheduleId": "urn:uuid:[a-f0-9-]{36}", "scheduleStart": BXF_DATE_TIME,
                 "scheduleEnd": BXF_DATE_TIME},
    "EventData": {"eventType": "Primary"}, "SmpteDateTime": {"broadcastDate": r"\d{4}-\d\d-\d\d", "frameRate": r"\d+(\.\d+)?"},
    "SmpteDuration": {"frameRate": r"\d+(\.\d+)?"}, "AssetServer": {"playoutAllowed": "true|false",
                                                                 "fileTransferAllowed": "true|false"},
}


def _bxf_element(node, parent):
    name = node.tagName
    key = f"{parent}/{name}" if f"{parent}/{name}" in BXF_CHILDREN else name
    for attribute, pattern in BXF_ATTRIBUTES.get(name, {}).items():
        value = node.getAttribute(attribute)
        require(re.fullmatch(pattern, value), f"{name} has {attribute}={value!r}")
    text = "".join(child.data for child in node.childNodes if child.nodeType == child.TEXT_NODE)
    require(re.fullmatch(BXF_TEXTS.get(key, ".*"), text, re.DOTALL), f"{name} is {text!r}")
    children = [child for child in node.childNodes if child.nodeType == child.ELEMENT_NODE]
    wanted = BXF_CHILDREN.get(key)
    require(wanted is not None or not children, f"{name} has children")
    pattern = "".join(f"(?:{part.rstrip('?+')} ){part[len(part.rstrip('?+')):]}" for part in (wanted or "").split())
    names = "".join(f"{child.tagName} " for child in children)
    require(re.fullmatch(pattern, names), f"{name} has the children {names.strip()!r} instead of {wanted!r}")
    return (name == "ScheduledEvent") + sum(_bxf_element(child, name) for child in children)


def bxf(file):
    root = xml.dom.minidom.parse(str(file)).documentElement
    require(root.tagName == "BxfMessage", f"the root is {root.tagName}")
    require(root.namespaceURI == "http://smpte-ra.org/schemas/2021/2017/BXF", f"the namespace is {root.namespaceURI}")
    require(_bxf_element(root, "") > 0, "nothing plays")
