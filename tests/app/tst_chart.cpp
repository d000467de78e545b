// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartRuns.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! `tickmark chart` on the founding case: the pictures open, and say the right numbers.
class TestChart : public QObject, private ChartRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeSample(); }
    void csvHasTheNumbers();
    void baseMayLieOutsideTheView();
    void usersOwnFilesExtendTheSample();
    void pngHasSizeAndResolution();
    void svgIsWellFormedAndSaysTheNumbers_data();
    void svgIsWellFormedAndSaysTheNumbers();
    void pdfSaysTheNumbers();
    void samePictureInEveryEnvironment();
    void intradayOfOneSession();
    void everyTypeScaleAndTheme();
    void oneWithoutQuotesIsLeftOut_data();
    void oneWithoutQuotesIsLeftOut();
    void tooManyCurvesAreToldOf();
    void presetsAndPaper_data();
    void presetsAndPaper();
    void partsAndOutlines();
    void wrongOptions_data();
    void wrongOptions();
    void refusals_data();
    void refusals();
};

void TestChart::csvHasTheNumbers()
{
    VERIFY_EXIT(chart(m_dashboard, file("a.csv")), 0);
    const QList<QByteArray> lines = readFile(file("a.csv")).split('\n');
    const QList<QByteArray> head = lines.front().trimmed().split(',');
    QByteArray day;
    for (const QByteArray &line : lines) {
        if (line.startsWith("2025-01-27"))
            day = line;
    }
    QVERIFY2(day.contains(",118.42,-16.9682,"), day.constData());
    QVERIFY2(day.contains(",-1.4581,") && day.contains(",-3.0694,") && day.contains(",0.6513,"), day.constData());
    QVERIFY2(day.contains(",-17.3968,") && day.contains(",-28.2717,"), day.constData());
    QVERIFY(head.size() > 6);
}

void TestChart::baseMayLieOutsideTheView()
{
    for (const char *base : {"2024-12-20", "2025-02-10"}) {
        VERIFY_EXIT(chart({u"--symbols"_s, u"NVDA,AVGO"_s, u"--from"_s, u"2025-01-02"_s, u"--to"_s, u"2025-01-15"_s,
                           u"--base"_s, QLatin1String(base)},
                          file("base.csv")),
                    0);
        const QByteArray csv = readFile(file("base.csv"));
        QVERIFY2(csv.contains(base), csv.left(200).constData());
        // 136.24 on 15 January against 134.70 on 20 December and 133.57 on 10 February.
        QVERIFY2(csv.contains(base[3] == '4' ? ",136.24,1.1433," : ",136.24,1.9990,"), csv.constData());
    }
}

void TestChart::usersOwnFilesExtendTheSample()
{
    const QString store = file("own.tickmark");
    VERIFY_EXIT(tickmark({u"sample"_s, store}), 0);
    const QString bars = writeFile(m_folder, u"own.csv"_s, "symbol,date,close\nNVDA,2025-02-18,139.40\n");
    VERIFY_EXIT(tickmark({u"import"_s, bars, u"--store"_s, store}), 0);
    VERIFY_EXIT(tickmark({u"chart"_s, u"--store"_s, store, u"--symbols"_s, u"NVDA"_s, u"--scale"_s, u"linear"_s,
                          u"-o"_s, file("own-chart.csv")}),
                0);
    const QByteArray csv = readFile(file("own-chart.csv"));
    QVERIFY(csv.contains("2025-01-27,118.42") && csv.contains("2025-02-18,139.40"));
}

void TestChart::pngHasSizeAndResolution()
{
    VERIFY_EXIT(chart(m_dashboard + QStringList{u"--size"_s, u"1600x2000"_s}, file("a.png")), 0);
    QCOMPARE(QImage(file("a.png")).size(), QSize(1600, 2000));
    VERIFY_EXIT(chart({u"--symbols"_s, u"NVDA"_s, u"--size"_s, u"800x500"_s, u"--dpi"_s, u"192"_s}, file("b.png")), 0);
    const QImage doubled(file("b.png"));
    QCOMPARE(doubled.size(), QSize(1600, 1000));
    QCOMPARE(qRound(doubled.dotsPerMeterX() * 0.0254), 192);
}

void TestChart::svgIsWellFormedAndSaysTheNumbers_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("base");
    QTest::newRow("German") << u"de"_s
                            << QByteArray("\xE2\x88\x92"
                                          "16,97")
                            << QByteArray("Basis");
    QTest::newRow("English") << u"en"_s
                             << QByteArray("\xE2\x88\x92"
                                           "16.97")
                             << QByteArray("Base");
}

void TestChart::svgIsWellFormedAndSaysTheNumbers()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, base);
    VERIFY_EXIT(chart(m_dashboard + QStringList{u"--lang"_s, language}, file("a.svg")), 0);
    const QByteArray svg = readFile(file("a.svg"));
    QVERIFY(svg.contains(number));
    QVERIFY(svg.contains(base));
    QProcess lint;
    lint.start(u"xmllint"_s, {u"--noout"_s, file("a.svg")});
    QVERIFY(lint.waitForFinished());
    QCOMPARE(lint.exitCode(), 0);
}

void TestChart::pdfSaysTheNumbers()
{
    VERIFY_EXIT(chart(m_dashboard, file("a.pdf")), 0);
    QProcess text;
    text.start(u"pdftotext"_s, {u"-layout"_s, file("a.pdf"), u"-"_s});
    QVERIFY(text.waitForFinished());
    const QByteArray content = text.readAllStandardOutput();
    QVERIFY2(content.contains("\xE2\x88\x92"
                              "16.97"),
             content.constData());
    QVERIFY(content.contains("Nvidia"));
    QProcess fonts;
    fonts.start(u"pdffonts"_s, {file("a.pdf")});
    QVERIFY(fonts.waitForFinished());
    QVERIFY2(fonts.readAllStandardOutput().contains("OpenSans"), "Open Sans is embedded");
}

void TestChart::samePictureInEveryEnvironment()
{
    VERIFY_EXIT(chart(m_dashboard, file("here.png")), 0);
    const QByteArray formerLang = qgetenv("LC_ALL");
    const QByteArray formerZone = qgetenv("TZ");
    const QByteArray formerScale = qgetenv("QT_SCALE_FACTOR");
    qputenv("LC_ALL", "de_DE.UTF-8");
    qputenv("TZ", "Australia/Lord_Howe");
    qputenv("QT_SCALE_FACTOR", "1.5");
    const Outcome there = chart(m_dashboard, file("there.png"));
    formerLang.isNull() ? qunsetenv("LC_ALL") : qputenv("LC_ALL", formerLang);
    formerZone.isNull() ? qunsetenv("TZ") : qputenv("TZ", formerZone);
    formerScale.isNull() ? qunsetenv("QT_SCALE_FACTOR") : qputenv("QT_SCALE_FACTOR", formerScale);
    VERIFY_EXIT(there, 0);
    QCOMPARE(QImage(file("there.png")), QImage(file("here.png")));
}

void TestChart::intradayOfOneSession()
{
    VERIFY_EXIT(chart({u"--symbols"_s, u"NVDA"_s, u"--from"_s, u"2025-01-27"_s, u"--to"_s, u"2025-01-27"_s, u"--type"_s,
                       u"candles"_s},
                      file("day.csv")),
                0);
    const QByteArray csv = readFile(file("day.csv"));
    QVERIFY2(csv.contains("2025-01-27T14:30:00Z"), csv.left(300).constData());
    QCOMPARE(csv.count('\n'), 102);
}

void TestChart::everyTypeScaleAndTheme()
{
    for (const char *type : {"line", "candles", "area", "step"}) {
        for (const char *scale : {"linear", "log"}) {
            for (const char *theme : {"print", "light", "dark"}) {
                for (const char *time : {"trading", "calendar"}) {
                    const Outcome drawn = chart({u"--symbols"_s, u"NVDA"_s, u"--type"_s, QLatin1String(type),
                                                 u"--scale"_s, QLatin1String(scale), u"--theme"_s, QLatin1String(theme),
                                                 u"--time"_s, QLatin1String(time), u"--size"_s, u"640x400"_s},
                                                file("c.png"));
                    VERIFY_EXIT(drawn, 0);
                    QCOMPARE(QImage(file("c.png")).size(), QSize(640, 400));
                }
            }
        }
    }
}

void TestChart::oneWithoutQuotesIsLeftOut_data()
{
    QTest::addColumn<QStringList>("panes");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("in a pane") << QStringList{u"--symbols"_s, u"NVDA,^HSTECH,AVGO"_s} << QByteArray("^HSTECH");
    QTest::newRow("first of all") << QStringList{u"--symbols"_s, u"^HSTECH,NVDA"_s} << QByteArray("^HSTECH");
    QTest::newRow("a pane of its own") << QStringList{u"--panes"_s, u"NVDA;^HSTECH;volume:^HSTECH"_s}
                                       << QByteArray("^HSTECH");
}

//! Thirty curves are not refused for the one that is missing; but nobody takes the chart for complete.
void TestChart::oneWithoutQuotesIsLeftOut()
{
    QFETCH(QStringList, panes);
    QFETCH(QByteArray, left);
    const QStringList range{u"--from"_s, u"2025-01-13"_s, u"--to"_s, u"2025-02-07"_s, u"--base"_s, u"2025-01-24"_s};
    const Outcome english = chart(panes + range, file("part.svg"));
    VERIFY_EXIT(english, 3);
    QVERIFY2(english.err.contains(left), english.err.constData());
    const QByteArray svg = readFile(file("part.svg"));
    QVERIFY(svg.contains("Nvidia") && svg.contains("Not in the chart for lack of quotes: Hang Seng Tech."));
    const Outcome table = chart(panes + range, file("part.csv"));
    VERIFY_EXIT(table, 3);
    QVERIFY2(table.err.contains(left), table.err.constData());
    QVERIFY(readFile(file("part.csv")).contains("NVDA close"));
    // Nothing at all, and what nobody knows, is refused.
    VERIFY_EXIT(chart({u"--symbols"_s, u"^HSTECH"_s}, file("none.svg")), 1);
    const Outcome unknown = chart({u"--symbols"_s, u"NVDA,ZZZ"_s}, file("none.svg"));
    VERIFY_EXIT(unknown, 1);
    QVERIFY2(unknown.err.contains("ZZZ"), unknown.err.constData());
    QVERIFY(!QFile::exists(file("none.svg")));
}

void TestChart::tooManyCurvesAreToldOf()
{
    const QString many =
        u"^GSPC,^IXIC,^DJI,^SOX,^GDAXI,^N225,AAPL,AMD,AMZN,ARM,AVGO,CEG,GOOGL,META,MSFT,MU,NVDA,ORCL"_s;
    const QStringList range{u"--from"_s, u"2025-01-13"_s, u"--to"_s, u"2025-02-07"_s};
    const Outcome enough = chart(QStringList{u"--symbols"_s, many} + range, file("many.svg"));
    VERIFY_EXIT(enough, 0);
    QVERIFY2(enough.err.isEmpty(), enough.err.constData());
    const Outcome crowd = chart(QStringList{u"--symbols"_s, many + u",TSLA,VST"_s} + range, file("many.svg"));
    VERIFY_EXIT(crowd, 0);
    QVERIFY2(crowd.err.contains("20 curves"), crowd.err.constData());
}

void TestChart::presetsAndPaper_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("pixels"); // without a height: as high as it comes
    QTest::addColumn<int>("dpi");
    QTest::newRow("A4 portrait") << QStringList{u"--preset"_s, u"a4"_s} << QSize(2480, 3508) << 300;
    QTest::newRow("A4 at 150 dpi") << QStringList{u"--preset"_s, u"a4-landscape"_s, u"--dpi"_s, u"150"_s}
                                   << QSize(1754, 1240) << 150;
    QTest::newRow("newspaper column") << QStringList{u"--preset"_s, u"column"_s} << QSize(1063, 0) << 300;
    QTest::newRow("slide") << QStringList{u"--preset"_s, u"slide"_s} << QSize(1920, 1080) << 144;
    QTest::newRow("square") << QStringList{u"--preset"_s, u"square"_s} << QSize(1080, 1080) << 96;
    QTest::newRow("millimetres") << QStringList{u"--size"_s, u"180x120mm"_s} << QSize(2126, 1417) << 300;
    QTest::newRow("millimetres, as high as needed")
        << QStringList{u"--size"_s, u"127x0mm"_s, u"--dpi"_s, u"100"_s} << QSize(500, 0) << 100;
    QTest::newRow("px, as high as needed") << QStringList{u"--size"_s, u"900x0"_s} << QSize(900, 0) << 96;
}

void TestChart::presetsAndPaper()
{
    QFETCH(QStringList, options);
    QFETCH(QSize, pixels);
    QFETCH(int, dpi);
    VERIFY_EXIT(chart(QStringList{u"--symbols"_s, u"NVDA"_s} + options, file("paper.png")), 0);
    const QImage image(file("paper.png"));
    QCOMPARE(image.width(), pixels.width());
    QVERIFY(pixels.height() == 0 || image.height() == pixels.height());
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
}

void TestChart::partsAndOutlines()
{
    VERIFY_EXIT(chart(m_dashboard, file("whole.svg")), 0);
    const QByteArray whole = readFile(file("whole.svg"));
    QVERIFY(whole.contains("confirmed (close)") && whole.contains("Prices: daily.csv"));
    VERIFY_EXIT(chart(m_dashboard + QStringList{u"--without"_s, u"verdicts,foot"_s}, file("parts.svg")), 0);
    const QByteArray parts = readFile(file("parts.svg"));
    QVERIFY(!parts.contains("confirmed (close)") && parts.contains("Kontorblatt"));
    QVERIFY(!parts.mid(parts.indexOf("<defs>")).contains("Prices: daily.csv")); // the description says it all the same
    VERIFY_EXIT(chart(m_dashboard + QStringList{u"--outlines"_s}, file("shapes.svg")), 0);
    QVERIFY(!readFile(file("shapes.svg")).contains("<text "));
}

void TestChart::wrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("preset") << QStringList{u"--preset"_s, u"a5"_s} << QByteArray("a4-landscape");
    QTest::newRow("preset and size") << QStringList{u"--preset"_s, u"a4"_s, u"--size"_s, u"900x900"_s}
                                     << QByteArray("exclude");
    QTest::newRow("paper") << QStringList{u"--size"_s, u"10x10mm"_s} << QByteArray("60");
    QTest::newRow("inches") << QStringList{u"--size"_s, u"10x10in"_s} << QByteArray("180x120mm");
    QTest::newRow("part") << QStringList{u"--without"_s, u"foot,head"_s} << QByteArray("head");
    QTest::newRow("form of CSV") << QStringList{u"--csv-form"_s, u"french"_s} << QByteArray("german");
}

void TestChart::wrongOptions()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, named);
    QFile::remove(file("wrong.png"));
    const Outcome outcome = chart(QStringList{u"--symbols"_s, u"NVDA"_s} + options, file("wrong.png"));
    VERIFY_EXIT(outcome, 2);
    QVERIFY2(outcome.err.contains(named), outcome.err.constData());
    QVERIFY(!QFile::exists(file("wrong.png")));
}

void TestChart::refusals_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("unknown instrument") << QStringList{u"--symbols"_s, u"ZZZ"_s} << QByteArray("ZZZ");
    QTest::newRow("instrument without quotes") << QStringList{u"--symbols"_s, u"^HSTECH"_s} << QByteArray("HSTECH");
    QTest::newRow("range without quotes")
        << QStringList{u"--symbols"_s, u"NVDA"_s, u"--from"_s, u"2010-01-01"_s, u"--to"_s, u"2010-02-01"_s}
        << QByteArray("");
    QTest::newRow("candles of two instruments")
        << QStringList{u"--symbols"_s, u"NVDA,AVGO"_s, u"--type"_s, u"candles"_s} << QByteArray("");
    QTest::newRow("too small") << QStringList{u"--symbols"_s, u"NVDA"_s, u"--size"_s, u"100x50"_s} << QByteArray("");
    QTest::newRow("too large") << QStringList{u"--symbols"_s, u"NVDA"_s, u"--size"_s, u"90000x90000"_s}
                               << QByteArray("");
}

void TestChart::refusals()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, named);
    QFile::remove(file("no.png"));
    const Outcome english = chart(options, file("no.png"));
    VERIFY_EXIT(english, 1);
    QVERIFY2(english.err.contains(named), english.err.constData());
    const Outcome german = chart(options + QStringList{u"--lang"_s, u"de"_s}, file("no.png"));
    QVERIFY2(german.err != english.err, "not translated");
    QVERIFY(!QFile::exists(file("no.png")));
    // An existing file stays as it is without --force; a folder that is missing is named.
    const QString kept = writeFile(m_folder, u"kept.png"_s, "mine");
    VERIFY_EXIT(tickmark({u"chart"_s, u"--store"_s, m_store, u"--symbols"_s, u"NVDA"_s, u"-o"_s, kept}), 1);
    QCOMPARE(readFile(kept), QByteArray("mine"));
    VERIFY_EXIT(chart({u"--symbols"_s, u"NVDA"_s}, file("nowhere/a.png")), 1);
}

QTEST_GUILESS_MAIN(TestChart)
#include "tst_chart.moc"
