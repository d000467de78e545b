// SPDX-License-Identifier: GPL-3.0-or-later
#include "CaseScorer.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

//! Labelled market texts of the project's own, a line each in data: no number may become a claim that is none, hardly one
//! may be missed, and the quotes of the sample give each the verdict that it has in its label. The texts called fresh were
//! labelled before the rules were run on them, and the rules mended afterwards; those called unseen are kept as a measure:
//! no rule was made for them.
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
    QTest::addColumn<int>("cases");
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::addColumn<double>("verdicts");
    QTest::newRow("German forms and traps") << u"cases-de.jsonl"_s << 598 << 1.0 << 0.98 << 0.99;
    QTest::newRow("English forms and traps") << u"cases-en.jsonl"_s << 584 << 1.0 << 0.98 << 0.99;
    QTest::newRow("fresh German reports") << u"fresh-de.jsonl"_s << 40 << 0.99 << 0.98 << 0.99;
    QTest::newRow("fresh English reports") << u"fresh-en.jsonl"_s << 40 << 0.99 << 0.95 << 0.99;
    QTest::newRow("unseen German reports") << u"unseen-de.jsonl"_s << 20 << 0.97 << 0.85 << 0.99;
    QTest::newRow("unseen English reports") << u"unseen-en.jsonl"_s << 20 << 0.94 << 0.85 << 0.99;
    QTest::newRow("further unseen German reports") << u"unseen2-de.jsonl"_s << 20 << 0.98 << 0.81 << 0.97;
    QTest::newRow("further unseen English reports") << u"unseen2-en.jsonl"_s << 20 << 0.96 << 0.84 << 0.99;
}

void ClaimCasesTest::everyClaimIsFoundAndNoOther()
{
    QFETCH(QString, file);
    QFETCH(int, cases);
    QFETCH(double, precision);
    QFETCH(double, recall);
    QFETCH(double, verdicts);
    QFile lines(QFINDTESTDATA("data/") + file);
    QVERIFY2(lines.open(QIODevice::ReadOnly), qPrintable(lines.fileName()));
    CaseScorer scorer;
    while (!lines.atEnd()) {
        const QByteArray line = lines.readLine().trimmed();
        if (!line.isEmpty())
            scorer.add(QJsonDocument::fromJson(line).object());
    }
    for (const QString &difference : scorer.differences())
        qInfo("%s", qPrintable(difference));
    qInfo("%s", qPrintable(scorer.summary()));
    QCOMPARE(scorer.cases(), cases);
    QVERIFY(scorer.precision() >= precision);
    QVERIFY(scorer.recall() >= recall);
    QVERIFY(scorer.verdictsRight() >= verdicts);
}

QTEST_GUILESS_MAIN(ClaimCasesTest)
#include "tst_claimcases.moc"
