// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartLoader.h>
#include <core/CalendarSet.h>
#include <store/StoreReader.h>

#include <QTemporaryDir>

#include <memory>

namespace tickmark::tests {

//! The sample case as a real store, and charts of it as the command line loads them.
class SampleStore
{
public:
    SampleStore();

    //! Panes as on the command line, with headlines and their verdicts.
    [[nodiscard]] charts::ChartValues chart(const QString &panes, const char *from, const char *to, const char *base,
                                            const QString &language);
    //! The founding case's three panes around 27 January 2025.
    [[nodiscard]] charts::ChartValues threePanes(const QString &language);
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("sample.tickmark")); }
    [[nodiscard]] store::StoreReader &reader() { return *m_reader; }

private:
    QTemporaryDir m_folder;
    core::CalendarSet m_calendars;
    std::unique_ptr<store::StoreReader> m_reader;
};

} // namespace tickmark::tests
