// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartFonts.h>
#include <charts/ChartPlan.h>
#include <export/ChartExport.h>
#include <export/ChartPage.h>

#include <QApplication>
#include <QBuffer>
#include <QFontInfo>
#include <QImage>
#include <QLocale>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <clocale>

using namespace tickmark;
using namespace tickmark::charts;
using exporting::ExportOptions;
using tests::specOf;

namespace {

const QString kThreePanes = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");

//! Words of an SVG, one entry per text element.
QStringList wordsOf(const QByteArray &svg)
{
    QStringList words;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text"))
            words.append(reader.readElementText().trimmed());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : words;
}

//! Points of the wide lines of an SVG, in px of the page: the curves.
QList<QPointF> curvePoints(const QByteArray &svg)
{
    static const QRegularExpression pair(QStringLiteral("(-?[0-9.]+),(-?[0-9.]+)"));
    QList<QPointF> points;
    QPointF origin;
    bool wide = false;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (reader.name() == QLatin1String("g")) {
            const QString transform = attributes.value(QLatin1String("transform")).toString();
            const QStringList matrix = transform.section(u'(', 1).section(u')', 0, 0).split(u',');
            origin = matrix.size() == 6 ? QPointF(matrix[4].toDouble(), matrix[5].toDouble()) : QPointF();
            wide = attributes.value(QLatin1String("stroke-width")).toDouble() > 1.5
                   && attributes.value(QLatin1String("stroke")) != QLatin1String("none");
        }
        const QString list = attributes.value(QLatin1String("points")).toString()
                             + attributes.value(QLatin1String("d"));
        for (auto found = pair.globalMatch(list); wide && found.hasNext();) {
            const auto match = found.next();
            points.append(origin + QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()));
        }
    }
    return points;
}

} // namespace

//! The picture is what readers of a report see: right numbers, sharp, the same wherever it was made.
class TestChartExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void svgHasTheRightWords();
    void svgIsWellFormedWithAnyName();
    void svgStaysInsideThePlots_data();
    void svgStaysInsideThePlots();
    void pngHasSizeAndResolution_data();
    void pngHasSizeAndResolution();
    void pdfIsVectorWithItsFonts();
    void csvHasPlainNumbers();
    void csvOfIntradayBarsHasTimes();
    void localeDoesNotChangeThePicture();
    void unknownFormatsAreNamed();

private:
    ChartSpec issueSpec() const
    {
        ChartSpec spec = specOf(kThreePanes, "2025-01-13", "2025-02-07", "2025-01-24");
        spec.markers = true;
        return spec;
    }

    QByteArray written(const ChartSpec &spec, const ChartContent &content, const char *suffix,
                       const ExportOptions &options = {}) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto report = exporting::exportChart(spec, content, options, QLatin1String(suffix), buffer);
        return report ? buffer.data() : QByteArray();
    }

    QByteArray written(const ChartSpec &spec, const char *suffix, const ExportOptions &options = {}) const
    {
        return written(spec, m_sample.daily(spec), suffix, options);
    }

    tests::SampleContent m_sample;
};

void TestChartExport::initTestCase()
{
    QVERIFY(loadChartFonts());
    QCOMPARE(QFontInfo(chartFont(13)).family(), QStringLiteral("Open Sans"));
    QCOMPARE(QFontInfo(chartFont(13, true)).weight(), int(QFont::DemiBold));
}

void TestChartExport::svgHasTheRightWords()
{
    const QStringList words = wordsOf(written(issueSpec(), "svg"));
    for (const char *text : {"Nvidia\u00A0\u221216.97", "Broadcom\u00A0\u221217.40", "Vistra\u00A0\u221228.27",
                             "S&P 500\u00A0\u22121.46", "Nasdaq\u00A0\u22123.07", "Dow\u00A0+0.65", "\u22128.96",
                             "Base", "January 2025", "Headlines", "27 Jan, 11:40  Kontorblatt"})
        QVERIFY2(words.contains(QString::fromUtf8(text)), text);
    QVERIFY(words.contains(QStringLiteral("5\u201312")));
    QCOMPARE(words.count(QStringLiteral("Nasdaq: no data")), 1); // of two gaps: the words stand at one
    // The date of the day in question and of the base stand on the page, dates unbroken.
    QVERIFY(words.first().endsWith(QStringLiteral("around 27\u00A0January\u00A02025")));
    QVERIFY(words.filter(QStringLiteral("close of 24\u00A0January\u00A02025")).size() >= 2);
}

void TestChartExport::svgIsWellFormedWithAnyName()
{
    ExportOptions options;
    options.title = QStringLiteral("A & B <c> \"d\"");
    const QByteArray svg = written(issueSpec(), "svg", options);
    QVERIFY(wordsOf(svg).contains(options.title));
    QVERIFY(QSvgRenderer(svg).isValid());
}

void TestChartExport::svgStaysInsideThePlots_data()
{
    QTest::addColumn<ChartSpec>("spec");
    QTest::newRow("lines that enter from the left") << specOf(kThreePanes, "2025-01-24", "2025-01-31", "2025-01-24");
    ChartSpec area = specOf(QStringLiteral("NVDA"), "2025-01-24", "2025-01-31", "2025-01-24");
    area.curve = CurveType::Area;
    QTest::newRow("area") << area;
    ChartSpec candles = specOf(QStringLiteral("NVDA"), "2025-01-24", "2025-01-31");
    candles.curve = CurveType::Candles;
    QTest::newRow("candles") << candles;
}

void TestChartExport::svgStaysInsideThePlots()
{
    QFETCH(ChartSpec, spec);
    spec.theme = ThemeName::Light; // in print the end labels repeat the line, right of the plot
    const auto plan = ChartPlan::make(spec, m_sample.daily(spec));
    QVERIFY(plan);
    const auto page = exporting::ChartPage::make(*plan, {}, 1.0);
    QVERIFY(page);
    QRectF plots; // of all panes, on the page
    for (const QRectF &plot : page->stack().plots())
        plots |= plot.translated(page->layout().stack.topLeft());
    int points = 0;
    for (const QPointF &point : curvePoints(written(spec, "svg"))) {
        QVERIFY2(plots.adjusted(-0.01, -0.01, 0.01, 0.01).contains(point),
                 qPrintable(QStringLiteral("%1, %2").arg(point.x()).arg(point.y())));
        ++points;
    }
    QVERIFY(points >= 7 || spec.curve == CurveType::Candles);
    for (const auto &pane : (*plan)->panes) {
        const QRectF plot = page->stack().plots()[std::size_t(&pane - (*plan)->panes.data())];
        const XMap x((*plan)->timeScale, (*plan)->view(), plot.left(), int(plot.width()), PixelGrid());
        const YMap y({-40, 40}, plot.top(), plot.bottom(), false); // narrower than the data on purpose
        for (const auto &curve : pane.curves) {
            for (const QPolygonF &part : curve.layer->outline({x, y, PixelGrid(), plot, Qt::white})) {
                for (const QPointF &point : part)
                    QVERIFY(plot.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point));
            }
        }
    }
}

void TestChartExport::pngHasSizeAndResolution_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("dpi");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("screen") << QSize(1200, 800) << 96 << QSize(1200, 800);
    QTest::newRow("print") << QSize(1200, 800) << 300 << QSize(3750, 2500);
    QTest::newRow("small") << QSize(800, 700) << 72 << QSize(600, 525);
}

void TestChartExport::pngHasSizeAndResolution()
{
    QFETCH(QSize, size);
    QFETCH(int, dpi);
    ExportOptions options;
    options.size = size;
    options.dpi = dpi;
    const QImage image = QImage::fromData(written(specOf(kThreePanes, "2025-01-13", "2025-02-07"), "png", options));
    QTEST(image.size(), "pixels");
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
}

void TestChartExport::pdfIsVectorWithItsFonts()
{
    const QByteArray pdf = written(issueSpec(), "pdf");
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.contains("OpenSans") && pdf.contains("/FontFile2"));
    QVERIFY2(!pdf.contains("/Subtype /Image"), "something was drawn as a bitmap");
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
    QVERIFY(pdf.contains("/MediaBox [0 0 1200"));
}

void TestChartExport::csvHasPlainNumbers()
{
    const QByteArrayList lines = written(issueSpec(), "csv").split('\n');
    QVERIFY(lines[0].startsWith("date,^GSPC close,^GSPC % since 2025-01-24 close,^IXIC close,"));
    QVERIFY(lines[0].endsWith("NVDA volume\r"));
    QCOMPARE(lines.size(), 1 + 19 + 1);
    const auto row = std::ranges::find_if(lines, [](const QByteArray &line) { return line.startsWith("2025-01-27,"); });
    QVERIFY(row != lines.end());
    const QByteArrayList cells = row->trimmed().split(',');
    QCOMPARE(cells.size(), 14);
    QCOMPARE(cells[7], "118.42");
    QCOMPARE(cells[8], "-16.9682");
    // Nasdaq has no bar on the 14th: empty cells, the rest of the row in place.
    QVERIFY(lines[2].startsWith("2025-01-14,5842.91,-4.2341,,,42518.28,"));
}

void TestChartExport::csvOfIntradayBarsHasTimes()
{
    const ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-27", "2025-01-27", "2025-01-24");
    const QByteArrayList lines = written(spec, m_sample.nvidia5Minutes(), "csv").split('\n');
    QCOMPARE(lines[0].trimmed(), "time (UTC+00:00),NVDA close,NVDA % since 2025-01-24 close");
    QVERIFY(lines[1].startsWith("2025-01-27T13:00:00Z,126.01,"));
}

void TestChartExport::localeDoesNotChangeThePicture()
{
    const QByteArray before = written(issueSpec(), "png");
    const QByteArray svgBefore = written(issueSpec(), "svg");
    const QLocale old;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const char *numeric = std::setlocale(LC_ALL, "de_DE.UTF-8");
    const QByteArray after = written(issueSpec(), "png");
    const QByteArray svgAfter = written(issueSpec(), "svg");
    std::setlocale(LC_ALL, "C");
    QLocale::setDefault(old);
    QVERIFY(!before.isEmpty());
    QCOMPARE(after, before);
    QCOMPARE(svgAfter, svgBefore);
    if (!numeric)
        qInfo("de_DE.UTF-8 is not generated here: only Qt's own locale was changed");
}

void TestChartExport::unknownFormatsAreNamed()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const ChartSpec spec = issueSpec();
    for (const char *suffix : {"bmp", ""}) {
        const auto report = exporting::exportChart(spec, m_sample.daily(spec), {}, QLatin1String(suffix), buffer);
        QVERIFY(!report);
        QCOMPARE(report.error().code, core::ErrorCode::Unsupported);
        QVERIFY(report.error().message.contains(QStringLiteral("png, svg, pdf, csv, xlsx")));
    }
    QVERIFY(buffer.data().isEmpty());
}

QTEST_MAIN(TestChartExport)
#include "tst_chartexport.moc"
