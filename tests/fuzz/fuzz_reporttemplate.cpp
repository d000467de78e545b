// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the template of a report: no crash, and what is understood means the same when it was written and read again.
#include <report/ReportTemplate.h>

#include <cstdint>
#include <cstdlib>

using namespace tickmark::report;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto value = parseTemplate(json, QStringLiteral("fuzz"));
    if (!value) {
        require(!value.error().message.isEmpty());
        return 0;
    }
    require(!value->sections.empty() && value->sections.size() <= 100);
    const QByteArray written = templateJson(*value);
    const auto again = parseTemplate(written, QStringLiteral("fuzz"));
    require(again.has_value() && again->sections.size() == value->sections.size());
    require(templateJson(*again) == written);
    return 0;
}
