// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/DecimalParser.h>
#include <core/Time.h>

#include <cstdlib>
#include <string_view>

using namespace tickmark::core;

//! Any text as a number and as a time: what is accepted has to read back to itself.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const NumberStyle style :
         {NumberStyle{}, NumberStyle{',', '.'}, NumberStyle{'.', '\''}, NumberStyle{',', ' '}}) {
        const auto parsed = parseNumber(text, style);
        if (!parsed)
            continue;
        const auto back = parseNumber(toPlainText(parsed->value));
        if (!back || compare(back->value, parsed->value) != 0)
            std::abort();
    }
    if (const auto time = parseIsoTime(text)) {
        const auto back = parseIsoTime(isoTime(*time));
        if (back && *back != *time)
            std::abort();
    }
    return 0;
}
