// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <report/Report.h>

#include <memory>

//! Stores in real files, and what other programs read in the reports on them.
namespace tickmark::tests {

class ReportBench
{
public:
    //! The founding case.
    [[nodiscard]] static std::unique_ptr<ReportBench> sample();
    //! Instruments "S001"... with a bar on each weekday of January 2025, and these headlines about the first of them.
    [[nodiscard]] static std::unique_ptr<ReportBench> made(int instruments,
                                                           const std::vector<core::NewsItem> &news = {});

    [[nodiscard]] store::StoreReader &reader() { return *m_reader; }
    [[nodiscard]] const std::shared_ptr<const core::CalendarSet> &calendars() const { return m_calendars; }
    [[nodiscard]] QString storePath() const { return m_folder.filePath(QStringLiteral("x.tickmark")); }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QStringList files() const;

    //! Of the founding case: 14 January to 14 February 2025 against the close of 24 January.
    [[nodiscard]] static report::ReportWish wish(const QString &language = QStringLiteral("en"));

    core::Result<report::ReportOutcome> write(const report::ReportWish &wish, const QString &path,
                                              bool overwrite = false);

private:
    ReportBench();

    QTemporaryDir m_folder;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    std::unique_ptr<store::StoreReader> m_reader;
};

//! What another program says of a file on standard output; its exit code has to be 0.
[[nodiscard]] QByteArray outputOf(const QString &program, const QStringList &arguments);
//! The text of a PDF as a reader of the page has it, runs of blanks as one.
[[nodiscard]] QString textOfPdf(const QString &path);
[[nodiscard]] QByteArray contentOf(const QString &path);

} // namespace tickmark::tests
