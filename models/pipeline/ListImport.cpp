// SPDX-License-Identifier: GPL-3.0-or-later
#include "ListImport.h"

#include <QCoreApplication>

namespace tickmark::pipeline {

ListImport::ListImport(const QString &name, const sources::RejectList &rejects, std::span<const core::Instrument> known)
{
    for (const core::Instrument &instrument : known)
        m_instruments.insert(instrument.symbol.toCaseFolded(), &instrument);
    m_report.name = name;
    m_report.rejectCount = rejects.count();
    for (const sources::Reject &reject : rejects.kept())
        m_report.rejects.push_back(
            {reject.line, sources::rejectCode(reject.reason), sources::rejectText(reject.reason), reject.excerpt});
}

const core::Instrument *ListImport::instrument(const QString &symbol)
{
    if (const core::Instrument *found = m_instruments.value(symbol.toCaseFolded()))
        return found;
    ++m_unknownRows;
    if (!m_report.unknownSymbols.contains(symbol))
        m_report.unknownSymbols.append(symbol);
    return nullptr;
}

store::ImportEnd ListImport::end(const QByteArray &sha256) const
{
    return {sha256, m_report.rejectCount + m_unknownRows};
}

core::Error ListImport::nothingKnown() const
{
    return {core::ErrorCode::NotFound,
            QCoreApplication::translate("ShareImportJob", "Not in the store: %1.")
                .arg(m_report.unknownSymbols.join(QStringLiteral(", "))),
            {}};
}

ListImportReport ListImport::report(const store::ImportResult &result) const
{
    ListImportReport report = m_report;
    report.result = result;
    return report;
}

} // namespace tickmark::pipeline
