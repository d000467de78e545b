// SPDX-License-Identifier: GPL-3.0-or-later
#include <tables/QualityModel.h>
#include <tables/QualityTexts.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::tables;
using analysis::QualityFinding;
using analysis::QualityKind;

namespace {

core::SessionDate day(const char *iso)
{
    return *core::SessionDate::fromIso(iso);
}

QualityFinding findingOf(QualityKind kind, const char *symbol, const char *source, const char *first)
{
    QualityFinding finding;
    finding.kind = kind;
    finding.symbol = QString::fromUtf8(symbol);
    finding.series.source = QString::fromUtf8(source);
    finding.session = day(first);
    finding.addRun({day(first), day(first), 1}, false);
    return finding;
}

QualityFinding hole()
{
    QualityFinding finding = findingOf(QualityKind::Hole, "ENR.DE", "file", "2024-12-10");
    finding.addRun({day("2025-01-17"), day("2025-01-21"), 3}, false);
    return finding;
}

QualityFinding disagreement()
{
    QualityFinding finding = findingOf(QualityKind::Disagreement, "NVDA", "yahoo", "2025-01-27");
    finding.value = core::Price{11962, 2};
    finding.other = core::Price{11842, 2};
    finding.otherSeries = core::Series();
    finding.otherSeries->source = QStringLiteral("Börse");
    finding.percent = 1.0133;
    return finding;
}

QualityFinding split()
{
    QualityFinding finding = findingOf(QualityKind::UnknownSplit, "AVGO", "stooq", "2024-07-15");
    finding.other = core::Price{169926, 2};
    finding.value = core::Price{17084, 2};
    finding.newShares = 10;
    return finding;
}

QualityReportPtr reportOf(std::vector<QualityFinding> findings)
{
    analysis::QualityReport report;
    report.findings = std::move(findings);
    return std::make_shared<const analysis::QualityReport>(std::move(report));
}

QByteArrayList columnOf(const QAbstractItemModel &model, int column)
{
    QByteArrayList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString().toUtf8());
    return texts;
}

} // namespace

//! What the table of findings shows, and in which order.
class TestQualityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
    } // of counts in sentences, as the window sets it
    void filtersByWords_data();
    void filtersByWords();
    void filtersByKind();
    void sortsTheWorstFirst();
    void sorts_data();
    void sorts();
    void findsItsRowInANewReport();
    void numbersFollowTheLanguage();
    void manyDatesAreCutShort();
    void everyKindHasItsWords_data();
    void everyKindHasItsWords();
    void aJumpSaysWhichWayAndWhen();
    void aFileIsNoCode();
    void barsWithinTheDayAreNotCorrectedByHand();
};

void TestQualityModel::filtersByWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("symbols");
    QTest::newRow("nothing") << QString() << QByteArrayList{"AVGO", "ENR.DE", "NVDA"};
    QTest::newRow("symbol") << QStringLiteral("nvda") << QByteArrayList{"NVDA"};
    QTest::newRow("kind") << QStringLiteral("missing") << QByteArrayList{"ENR.DE"};
    QTest::newRow("two words anywhere") << QStringLiteral("split stooq") << QByteArrayList{"AVGO"};
    QTest::newRow("the other source, folded") << QStringLiteral("boerse") << QByteArrayList{"NVDA"};
    QTest::newRow("no such word") << QStringLiteral("kraken") << QByteArrayList();
}

void TestQualityModel::filtersByWords()
{
    QFETCH(QString, text);
    QFETCH(QByteArrayList, symbols);
    QualityModel model{core::Formats(QStringLiteral("en"))};
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(reportOf({hole(), disagreement(), split()}));
    model.setFilter({{}, text});
    model.sort(QualityModel::Instrument);
    QCOMPARE(columnOf(model, QualityModel::Instrument), symbols);
    QCOMPARE(model.countAll(), 3);
}

void TestQualityModel::filtersByKind()
{
    QualityModel model{core::Formats(QStringLiteral("en"))};
    model.setReport(reportOf({hole(), disagreement(), split(), disagreement()}));
    QCOMPARE(model.kinds(), (std::vector{QualityKind::Hole, QualityKind::UnknownSplit, QualityKind::Disagreement}));
    model.setFilter({QualityKind::Disagreement, {}});
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setFilter({QualityKind::Disagreement, {}});
    QCOMPARE(resets.count(), 0); // the selection stays when nothing changes
}

void TestQualityModel::sortsTheWorstFirst()
{
    QualityModel model{core::Formats(QStringLiteral("en"))};
    model.setReport(reportOf({findingOf(QualityKind::ClosedDay, "A", "file", "2025-01-09"), hole(), split()}));
    QCOMPARE(columnOf(model, QualityModel::Severity), (QByteArrayList{"Error", "Warning", "Note"}));
    QCOMPARE(model.index(0, QualityModel::Severity).data(QualityModel::kSeverityRole).toInt(),
             int(analysis::QualitySeverity::Error));
    QVERIFY(!model.index(0, QualityModel::Kind).data(QualityModel::kSeverityRole).isValid());
}

void TestQualityModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QByteArrayList>("symbols");
    QTest::newRow("by symbol") << int(QualityModel::Instrument) << Qt::AscendingOrder
                               << QByteArrayList{"AVGO", "ENR.DE", "NVDA"};
    QTest::newRow("by symbol, down") << int(QualityModel::Instrument) << Qt::DescendingOrder
                                     << QByteArrayList{"NVDA", "ENR.DE", "AVGO"};
    QTest::newRow("newest first") << int(QualityModel::When) << Qt::DescendingOrder
                                  << QByteArrayList{"NVDA", "ENR.DE", "AVGO"};
    QTest::newRow("by source") << int(QualityModel::Source) << Qt::AscendingOrder
                               << QByteArrayList{"ENR.DE", "AVGO", "NVDA"};
}

void TestQualityModel::sorts()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QByteArrayList, symbols);
    QualityModel model{core::Formats(QStringLiteral("en"))};
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReport(reportOf({hole(), disagreement(), split()}));
    model.sort(column, order);
    QCOMPARE(columnOf(model, QualityModel::Instrument), symbols);
}

void TestQualityModel::findsItsRowInANewReport()
{
    QualityModel model{core::Formats(QStringLiteral("en"))};
    model.setReport(reportOf({hole(), disagreement(), split()}));
    const QualityFinding chosen = disagreement();
    model.setReport(reportOf({split(), disagreement()}));
    QCOMPARE(model.rowOf(chosen), 1);
    model.setFilter({QualityKind::Hole, {}});
    QCOMPARE(model.rowOf(chosen), -1);
}

void TestQualityModel::numbersFollowTheLanguage()
{
    QualityModel model{core::Formats(QStringLiteral("en"))};
    model.setReport(reportOf({disagreement()}));
    const QModelIndex what = model.index(0, QualityModel::What);
    QVERIFY2(what.data().toString().contains(QStringLiteral("119.62")), qPrintable(what.data().toString()));
    model.setFormats(core::Formats(QStringLiteral("de")));
    const QString german = model.index(0, QualityModel::What).data().toString();
    QVERIFY2(german.contains(QStringLiteral("119,62")) && german.contains(QStringLiteral("+1,01")), qPrintable(german));
    QCOMPARE(model.index(0, QualityModel::When).data().toString(), QStringLiteral("27.01.2025"));
}

void TestQualityModel::manyDatesAreCutShort()
{
    const core::Formats formats(QStringLiteral("en"));
    QCOMPARE(qualitySessions(hole(), formats), QStringLiteral("10 Dec 2024, 17 Jan 2025 \u2013 21 Jan 2025"));
    QualityFinding many = hole();
    for (qint32 i = 0; i < 3000; ++i)
        many.addRun({day("2000-01-01").plusDays(3 * i), day("2000-01-01").plusDays(3 * i), 1}, false);
    const QString words = qualitySessions(many, formats);
    QVERIFY(words.size() < 1000);
    QVERIFY2(words.contains(QStringLiteral("2,962")), qPrintable(words)); // 3004, of which 42 are told
}

void TestQualityModel::everyKindHasItsWords_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(QualityKind::Disagreement); ++kind)
        QTest::newRow(qPrintable(analysis::qualityCode(QualityKind(kind)))) << kind;
}

//! The sentence names instrument and source; nothing is left of a place holder.
void TestQualityModel::everyKindHasItsWords()
{
    QFETCH(int, kind);
    QualityFinding finding = disagreement();
    finding.kind = QualityKind(kind);
    const core::Formats formats(QStringLiteral("en"));
    for (const qint64 count : {1, 7}) {
        finding.count = count;
        const QString sentence = qualitySentence(finding, formats);
        QVERIFY2(sentence.contains(QStringLiteral("NVDA")) && sentence.contains(QStringLiteral("yahoo"))
                     && !sentence.contains(u'%' + QString::number(1)) && sentence.endsWith(u'.'),
                 qPrintable(sentence));
        QVERIFY(!qualityWhat(finding, formats).contains(QStringLiteral("%L")));
    }
    QVERIFY(!qualityAdvice(finding).isEmpty());
    QVERIFY(!qualityKindText(finding.kind).isEmpty());
}

void TestQualityModel::aJumpSaysWhichWayAndWhen()
{
    const core::Formats formats(QStringLiteral("en"));
    QualityFinding jump = findingOf(QualityKind::Jump, "VOD.L", "yahoo", "2025-01-07");
    jump.otherSession = day("2025-01-06");
    jump.other = core::Price{5020, 2};
    jump.value = core::Price{501000, 2};
    QCOMPARE(
        qualitySentence(jump, formats),
        QStringLiteral("From one bar to the next the price of VOD.L rises to a hundred times or more: from 50.20 on "
                       "6 Jan 2025 to 5,010.00 on 7 Jan 2025 (source: yahoo)."));
    std::swap(jump.other, jump.value);
    jump.addRun({day("2025-02-10"), day("2025-02-11"), 2}, false);
    const QString down = qualitySentence(jump, formats);
    QVERIFY2(
        down.contains(QStringLiteral("falls to a hundredth or less: from 5,010.00 on 6 Jan 2025 to 50.20 on 7 Jan"))
            && down.endsWith(QStringLiteral("That is the first of 3 such jumps.")),
        qPrintable(down));
}

void TestQualityModel::aFileIsNoCode()
{
    const core::Formats formats(QStringLiteral("en"));
    QVERIFY2(qualitySentence(hole(), formats).endsWith(QStringLiteral("(source: File).")),
             qPrintable(qualitySentence(hole(), formats)));
    QualityModel model{formats};
    model.setReport(reportOf({hole()}));
    QCOMPARE(model.index(0, QualityModel::Source).data().toString(), QStringLiteral("File"));
}

void TestQualityModel::barsWithinTheDayAreNotCorrectedByHand()
{
    QualityFinding broken = findingOf(QualityKind::BrokenRange, "NVDA", "iex", "2025-01-27");
    QVERIFY(qualityAdvice(broken).contains(QStringLiteral("Correct the bar")));
    broken.series.intervalNs = 5 * core::kNsPerMinute;
    QVERIFY2(!qualityAdvice(broken).contains(QStringLiteral("orrect the bar")), qPrintable(qualityAdvice(broken)));
}

QTEST_GUILESS_MAIN(TestQualityModel)
#include "tst_qualitymodel.moc"
