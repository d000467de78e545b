// SPDX-License-Identifier: GPL-3.0-or-later
#include "CaseScorer.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

//! Labelled market texts of the project's own, a line each in data: no number may become a claim that is
//! none, and hardly one may be missed.
class ClaimCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClaimIsFoundAndNoOther_data();
    void everyClaimIsFoundAndNoOther();
};

void ClaimCasesTest::everyClaimIsFoundAndNoOther_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << u"cases-de.jsonl"_s;
    QTest::newRow("English") << u"cases-en.jsonl"_s;
}

void ClaimCasesTest::everyClaimIsFoundAndNoOther()
{
    QFETCH(QString, file);
    QFile cases(QFINDTESTDATA("data/") + file);
    QVERIFY2(cases.open(QIODevice::ReadOnly), qPrintable(cases.fileName()));
    CaseScorer scorer;
    while (!cases.atEnd()) {
        const QByteArray line = cases.readLine().trimmed();
        if (!line.isEmpty())
            scorer.add(QJsonDocument::fromJson(line).object());
    }
    for (const QString &difference : scorer.differences())
        qInfo("%s", qPrintable(difference));
    qInfo("%s", qPrintable(scorer.summary()));
    QVERIFY(scorer.cases() >= 100);
    QCOMPARE(scorer.precision(), 1.0);
    QVERIFY(scorer.recall() >= 0.95);
}

QTEST_GUILESS_MAIN(ClaimCasesTest)
#include "tst_claimcases.moc"
