// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportBench.h"

#include <QDir>
#include <QTest>

namespace tickmark::tests {

ExportBench::ExportBench() : m_calendars(std::make_shared<const core::CalendarSet>(QStringLiteral(":/calendars")))
{
    auto opening = pipeline::StoreSession::open(m_store.path(), m_calendars);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), 60'000); }();
    if (!opening.isFinished() || !opening.result())
        qFatal("the sample store cannot be opened");
    m_session = *opening.result();
}

exportdialog::ExportSubject ExportBench::subject()
{
    charts::ChartValues values = m_store.threePanes(QStringLiteral("en"));
    exportdialog::ExportSubject subject;
    subject.desk = exportdialog::ExportItem{values.spec, values.content};
    for (const charts::PaneSpec &pane : values.spec.panes) {
        charts::ChartSpec spec = values.spec;
        spec.panes = {pane};
        subject.panes.push_back({spec, values.content});
    }
    subject.activePane = 1;
    subject.watchlist = {QStringLiteral("NVDA"), QStringLiteral("^GSPC"), QStringLiteral("AVGO")};
    const auto instruments = m_store.reader().instruments();
    for (const core::Instrument &instrument : instruments.value_or(std::vector<core::Instrument>())) {
        if (!subject.watchlist.contains(instrument.symbol))
            subject.watchlist.append(instrument.symbol);
    }
    subject.session = m_session.get();
    return subject;
}

exportdialog::ExportSettings ExportBench::settings() const
{
    exportdialog::ExportSettings settings;
    settings.folder = folder();
    settings.page.dpi = 96;
    return settings;
}

QStringList ExportBench::files() const
{
    return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace tickmark::tests
