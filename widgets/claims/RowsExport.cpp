// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowsExport.h"

#include "ClaimRowsModel.h"
#include "ClaimsCsv.h"
#include <export/CsvExport.h>

#include <QEvent>
#include <QTableView>

#include <style/Appearance.h>

namespace tickmark::claimview {

RowsExport::RowsExport(const style::Appearance &appearance, const ClaimRowsModel &model, QTableView &table)
    : QAction(tr("Export as CSV…"), &table), m_appearance(appearance), m_model(model), m_table(table)
{
    setObjectName(QStringLiteral("export"));
    table.addAction(this);
    table.installEventFilter(this);
    connect(this, &QAction::triggered, this, &RowsExport::ask);
}

void RowsExport::ask()
{
    if (m_model.claims().empty())
        return;
    exporting::askForCsvFile(&m_table, tr("Export claims"), tr("claims.csv", "name of a file"),
                             [this](const QString &path) { exportTo(path); });
}

void RowsExport::exportTo(const QString &path)
{
    const tables::ClaimBookPtr book = m_model.book();
    if (!book)
        return;
    std::vector<int> rows; // of the book
    for (const store::StoredClaim &claim : m_model.claims())
        rows.push_back(int(&claim - book->claims().data()));
    exporting::exportOn(m_threads, path, this,
                        [rows = std::move(rows), book, language = m_appearance.language()](const QString &file) {
                            return writeClaimsCsv(file, tables::ClaimTable(book, language), rows);
                        });
}

bool RowsExport::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setText(tr("Export as CSV…"));
    return QAction::eventFilter(watched, event);
}

} // namespace tickmark::claimview
