// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

//! What a run with --json says.
inline QJsonObject jsonOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

inline QJsonArray claimsOf(const Outcome &outcome)
{
    return jsonOf(outcome)[u"claims"].toArray();
}

//! "Nvidia brach am Montag um 14,4 Prozent ein": true during the session, and a number that is wrong.
inline const QByteArray kText = "Nvidia brach am Montag um 14,4 Prozent ein. Bitcoin verlor 12 Prozent.";
inline const QString kPublished = QStringLiteral("2025-01-27T21:30:00Z");

//! Runs of the program on a store of the sample case. A base of tests.
class ClaimRuns
{
protected:
    void makeStore()
    {
        m_store = m_folder.filePath(QStringLiteral("case.tickmark"));
        VERIFY_EXIT(tickmark({QStringLiteral("sample"), m_store}), 0);
    }
    [[nodiscard]] Outcome run(QStringList words, const QByteArray &input = {}) const
    {
        return tickmark(words << QStringLiteral("--store") << m_store, input);
    }

    QTemporaryDir m_folder;
    QString m_store;
};
