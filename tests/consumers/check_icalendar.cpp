// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// check_icalendar FILE: holds a calendar against libical's restrictions, RFC 5546, and prints how many events it has.

#include <libical/ical.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace {

struct Free
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};

/// Errors that the parser left in the place of properties; each is printed.
int reportErrors(icalcomponent *component)
{
    int errors = 0;
    for (icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); error;
         error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        std::printf("%s\n", icalproperty_get_xlicerror(error));
        ++errors;
    }
    return errors;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(text.c_str()));
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT) {
        std::printf("no calendar\n");
        return 1;
    }
    int errors = icalrestriction_check(calendar.get()) != 0 ? 0 : 1;
    errors += icalcomponent_count_errors(calendar.get()) + reportErrors(calendar.get());
    int events = 0;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         event; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        ++events;
        errors += reportErrors(event);
        if (icaltime_compare(icalcomponent_get_dtstart(event), icalcomponent_get_dtend(event)) >= 0) {
            std::printf("%s does not end after its start\n", icalcomponent_get_uid(event));
            ++errors;
        }
    }
    std::printf("%d events, %d errors\n", events, errors);
    return errors == 0 && events > 0 ? 0 : 1;
}
