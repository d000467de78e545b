// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleStore.h"

#include <pipeline/SampleCase.h>

namespace tickmark::tests {

SampleStore::SampleStore() : m_calendars(QStringLiteral(":/calendars"))
{
    if (!pipeline::writeSampleStore(path(), false, m_calendars, *core::parseIsoTime("2025-02-15T00:00:00Z")))
        qFatal("the sample store cannot be written");
    auto reader = store::StoreReader::open(path());
    if (!reader)
        qFatal("the sample store cannot be read");
    m_reader = std::move(*reader);
}

charts::ChartValues SampleStore::chart(const QString &panes, const char *from, const char *to, const char *base,
                                       const QString &language)
{
    charts::ChartWish wish;
    wish.spec.panes = charts::parsePanes(panes).value_or(std::vector<charts::PaneSpec>());
    wish.spec.base = core::SessionDate::fromIso(base);
    wish.spec.markers = true;
    wish.spec.language = language;
    wish.from = core::SessionDate::fromIso(from);
    wish.to = core::SessionDate::fromIso(to);
    auto values = charts::loadChart(*m_reader, m_calendars, wish);
    if (!values)
        qFatal("%s", qPrintable(values.error().message));
    return std::move(*values);
}

charts::ChartValues SampleStore::threePanes(const QString &language)
{
    return chart(QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA"), "2025-01-14", "2025-02-14", "2025-01-24",
                 language);
}

} // namespace tickmark::tests
