// SPDX-License-Identifier: GPL-3.0-or-later
#include "CsvExport.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace tickmark::exporting {

void askForCsvFile(QWidget *parent, const QString &title, const QString &name,
                   std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, QString(),
                                   QCoreApplication::translate("CsvExport", "CSV table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces a file
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace tickmark::exporting
