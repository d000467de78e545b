// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportJob.h"
#include <core/Instrument.h>
#include <sources/RejectList.h>

#include <QHash>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace tickmark::pipeline {

//! Everything worth telling about one import of a list: of share counts, of splits and dividends.
struct ListImportReport
{
    QString name;
    store::ImportResult result;
    std::vector<ImportReject> rejects;
    qint64 rejectCount = 0;
    QStringList unknownSymbols;
};

//! Finds the instruments that the rows of one list are of, and counts those that are not in the store. One thread.
class ListImport
{
public:
    ListImport(const QString &name, const sources::RejectList &rejects, std::span<const core::Instrument> known);

    //! Null, and noted as left out, when the instrument is not there. Lives as long as `known`.
    [[nodiscard]] const core::Instrument *instrument(const QString &symbol);
    //! For the record of the import.
    [[nodiscard]] store::ImportEnd end(const QByteArray &sha256) const;
    //! When no row is of a known instrument: NotFound, naming the others.
    [[nodiscard]] core::Error nothingKnown() const;
    [[nodiscard]] ListImportReport report(const store::ImportResult &result) const;

private:
    QHash<QString, const core::Instrument *> m_instruments;
    ListImportReport m_report;
    qint64 m_unknownRows = 0;
};

} // namespace tickmark::pipeline
