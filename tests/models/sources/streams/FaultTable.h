// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <QTest>

namespace tickmark::test {

//! What became of each fault, for a reader: rows that several test programs add to the file TICKMARK_FAULT_TABLE, if one is
//! named. A test that fails adds none.
class FaultTable
{
public:
    //! Of the test that is running. `twice`, `lost`: trades, the latter of those that were acknowledged.
    void add(const QString &error, qsizetype twice, qsizetype lost, const QString &recovered = QStringLiteral("yes"))
    {
        const char *row = QTest::currentDataTag();
        const QString name = QString::fromUtf8(row ? row : QTest::currentTestFunction());
        m_rows << QStringLiteral("| %1 | %2 | %3 | %4 | %5 |").arg(name, error).arg(twice).arg(lost).arg(recovered);
    }
    void add(const QString &code, const QString &sentence, qsizetype twice, qsizetype lost,
             const QString &recovered = QStringLiteral("yes"))
    {
        add(code.isEmpty() ? QStringLiteral("none") : QStringLiteral("`%1` %2").arg(code, sentence), twice, lost,
            recovered);
    }

    //! False: the file cannot be written.
    [[nodiscard]] bool write() const
    {
        const QString path = qEnvironmentVariable("TICKMARK_FAULT_TABLE");
        if (path.isEmpty())
            return true;
        QFile file(path);
        if (!file.open(QIODevice::Append))
            return false;
        if (file.size() == 0)
            file.write(
                "| fault | typed error | trades twice | acknowledged lost | recovered |\n|---|---|---|---|---|\n");
        return file.write(m_rows.join(u'\n').toUtf8() + '\n') > 0;
    }

private:
    QStringList m_rows;
};

} // namespace tickmark::test
