// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../Unprivileged.h"
#include "SampleContent.h"
#include <charts/ChartFonts.h>
#include <export/ChartExport.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tickmark;
using exporting::ExportOptions;

//! What can be wrong with a chart that is to be written: a plain message, and no half file.
class TestExportTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absurdSizesAreNamed_data();
    void absurdSizesAreNamed();
    void rangesWithoutQuotesAreNamed();
    void aProtectedFolderIsNamed();
    void fiveHundredInstruments_data();
    void fiveHundredInstruments();
    void numbersSurviveWithoutTheFont();

private:
    tests::SampleContent m_sample;
};

void TestExportTrouble::absurdSizesAreNamed_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("dpi");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<QString>("named");
    QTest::newRow("1 x 1") << QSize(1, 1) << 96 << 1. << "480 x 320";
    QTest::newRow("100,000 wide") << QSize(100'000, 900) << 96 << 1. << "16384";
    QTest::newRow("100,000 high") << QSize(1600, 100'000) << 96 << 1. << "16384";
    QTest::newRow("100,000 square") << QSize(100'000, 100'000) << 96 << 1. << "16384";
    QTest::newRow("negative") << QSize(1600, -5) << 96 << 1. << "480 x 320";
    QTest::newRow("a wall at 2400 dpi") << QSize(1600, 900) << 2400 << 4. << "200";
}

void TestExportTrouble::absurdSizesAreNamed()
{
    QFETCH(QSize, size);
    QFETCH(int, dpi);
    QFETCH(double, zoom);
    QFETCH(QString, named);
    const charts::ChartSpec spec = tests::specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07");
    ExportOptions options;
    options.size = size;
    options.dpi = dpi;
    options.zoom = zoom;
    const QTemporaryDir folder;
    for (const char *suffix : {"png", "svg", "pdf"}) {
        if (dpi != 96 && qstrcmp(suffix, "png") != 0)
            continue; // vectors have no dpi
        const auto report = exporting::exportChart(spec, m_sample.daily(spec), options,
                                                   folder.filePath(QStringLiteral("a.") + QLatin1String(suffix)));
        QVERIFY(!report);
        QCOMPARE(report.error().code, core::ErrorCode::InvalidInput);
        QVERIFY2(report.error().message.contains(named), qPrintable(report.error().message));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }
}

void TestExportTrouble::rangesWithoutQuotesAreNamed()
{
    const QTemporaryDir folder;
    for (const QString &suffix : exporting::chartFormats()) {
        const charts::ChartSpec spec = tests::specOf(QStringLiteral("NVDA"), "2010-01-04", "2010-02-05");
        const auto report = exporting::exportChart(spec, m_sample.daily(spec), {},
                                                   folder.filePath(QStringLiteral("a.") + suffix));
        QVERIFY2(!report, qPrintable(suffix));
        QVERIFY2(report.error().message.contains(QStringLiteral("NVDA")), qPrintable(report.error().message));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }
}

void TestExportTrouble::aProtectedFolderIsNamed()
{
    const QTemporaryDir folder;
    const QString closed = folder.filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(closed));
    QVERIFY(QFile::setPermissions(closed, QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther
                                              | QFileDevice::ExeOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x7775)));
    const charts::ChartSpec spec = tests::specOf(QStringLiteral("NVDA"), "2025-01-13", "2025-02-07");
    const charts::ChartContent content = m_sample.daily(spec);
    const test::Unprivileged nobody;
    QVERIFY(nobody.isActive());
    const auto report = exporting::exportChart(spec, content, {}, closed + QStringLiteral("/a.png"));
    QVERIFY(!report);
    QCOMPARE(report.error().code, core::ErrorCode::ReadOnly);
    QVERIFY2(report.error().message.contains(QStringLiteral("a.png")), qPrintable(report.error().message));
    QVERIFY(QDir(closed).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestExportTrouble::fiveHundredInstruments_data()
{
    QTest::addColumn<QString>("suffix");
    for (const QString &suffix : exporting::chartFormats())
        QTest::newRow(qPrintable(suffix)) << suffix;
}

//! In one pane: the page grows, and every curve has its label; a page of a given size says that it is too low.
void TestExportTrouble::fiveHundredInstruments()
{
    QFETCH(QString, suffix);
    charts::ChartContent content = m_sample.daily(QStringList{QStringLiteral("NVDA")});
    QStringList symbols;
    for (int i = 0; i < 500; ++i) {
        core::BarHistory bars = *content.curves.at(QStringLiteral("NVDA")).bars;
        const QString symbol = QStringLiteral("S%1").arg(i);
        bars.instrument.symbol = symbol;
        for (core::InstrumentNames &names : bars.instrument.names)
            names.shortName = symbol;
        for (core::Bar &bar : bars.bars)
            bar.close += i * 7;
        symbols.append(symbol);
        content.curves[symbol].bars = std::make_shared<const core::BarHistory>(std::move(bars));
    }
    const charts::ChartSpec spec = tests::specOf(symbols.join(u','), "2025-01-13", "2025-02-07", "2025-01-24");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.") + suffix);
    const auto report = exporting::exportChart(spec, content, {}, path);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(QFileInfo(path).size() > 1000);
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("xlsx"))
        return;
    ExportOptions options;
    options.size = QSize(1600, 900);
    options.overwrite = true;
    const qint64 before = QFileInfo(path).size();
    const auto low = exporting::exportChart(spec, content, options, path);
    QVERIFY(!low);
    QVERIFY2(low.error().message.contains(QStringLiteral("high")), qPrintable(low.error().message));
    QCOMPARE(QFileInfo(path).size(), before);
}

//! Fonts fall back in the order of their families: what stands in for Open Sans has the minus and tabular digits too.
void TestExportTrouble::numbersSurviveWithoutTheFont()
{
    QFont font = charts::chartFont(13);
    QVERIFY(font.families().contains(QStringLiteral("DejaVu Sans")));
    font.setFamilies({QStringLiteral("A font that nobody has"), QStringLiteral("DejaVu Sans")});
    const QFontMetricsF metrics(font);
    QVERIFY(metrics.inFontUcs4(0x2212));
    for (const char digit : {'0', '1', '7', '8'})
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), metrics.horizontalAdvance(QLatin1Char('4')));
}

QTEST_MAIN(TestExportTrouble)
#include "tst_exporttrouble.moc"
