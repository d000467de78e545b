// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Program.h"

#include <QTest>

//! Runs of `tickmark chart` on a store of the sample case, with their files in a folder of their own.
class ChartRuns
{
public:
    void writeSample()
    {
        m_store = file("x.tickmark");
        VERIFY_EXIT(tickmark({QStringLiteral("sample"), m_store}), 0);
    }
    [[nodiscard]] Outcome chart(const QStringList &options, const QString &output) const
    {
        return tickmark(QStringList{QStringLiteral("chart"), QStringLiteral("--store"), m_store,
                                    QStringLiteral("--force"), QStringLiteral("-o"), output}
                        + options);
    }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

protected:
    QTemporaryDir m_folder;
    QString m_store;
    //! Three linked panes with the headlines, as the window shows them first.
    const QStringList m_dashboard{
        QStringLiteral("--panes"),  QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA"),
        QStringLiteral("--from"),   QStringLiteral("2025-01-13"),
        QStringLiteral("--to"),     QStringLiteral("2025-02-07"),
        QStringLiteral("--base"),   QStringLiteral("2025-01-24"),
        QStringLiteral("--markers")};
};
