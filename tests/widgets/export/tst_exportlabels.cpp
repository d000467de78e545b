// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartFonts.h>
#include <charts/ChartPlan.h>
#include <charts/ClipLine.h>
#include <export/ChartExport.h>
#include <export/ChartPage.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

using namespace tickmark;
using namespace tickmark::charts;
using exporting::ExportOptions;

namespace {

//! A line of text where a reader sees it.
struct Word
{
    QString text;
    QRectF rect; //!< of its capitals, px on the page
};

//! Every text of an SVG.
QList<Word> wordsOf(const QByteArray &svg)
{
    QList<Word> words;
    QPointF origin;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (reader.name() == QLatin1String("g")) {
            const QString transform = attributes.value(QLatin1String("transform")).toString();
            const QStringList matrix = transform.section(u'(', 1).section(u')', 0, 0).split(u',');
            origin = matrix.size() == 6 ? QPointF(matrix[4].toDouble(), matrix[5].toDouble()) : QPointF();
        } else if (reader.name() == QLatin1String("text")) {
            const QFont font = chartFont(qRound(attributes.value(QLatin1String("font-size")).toDouble()),
                                         attributes.value(QLatin1String("font-weight")).toInt() > 400);
            const QPointF start = origin
                                  + QPointF(attributes.value(QLatin1String("x")).toDouble(),
                                            attributes.value(QLatin1String("y")).toDouble());
            const QString text = reader.readElementText();
            const double height = QFontMetricsF(font).capHeight();
            words.append({text, QRectF(start.x(), start.y() - height, textWidth(font, text), height)});
        }
    }
    return words;
}

} // namespace

//! However crowded a chart is, every word of it can be read: none covers another or leaves the page.
class TestExportLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsNeverOverlap_data();
    void wordsNeverOverlap();
    void wordsOfGapsLeaveCurvesAlone_data();
    void wordsOfGapsLeaveCurvesAlone();
    void aHoleBeforeTheViewIsNamed();
    void valuesOfTheDayLeaveCurvesAlone_data();
    void valuesOfTheDayLeaveCurvesAlone();
    void crowdedNamesKeepTheirLineSamples();

private:
    ChartContent crowded(const ChartSpec &spec, bool longNames) const;

    tests::SampleContent m_sample;
};

void TestExportLabels::initTestCase()
{
    QVERIFY(loadChartFonts());
}

//! Forty headlines at true times that crowd around the day and run thin towards the ends.
ChartContent TestExportLabels::crowded(const ChartSpec &spec, bool longNames) const
{
    ChartContent content = m_sample.daily(spec);
    const core::NewsItem one = content.news.front();
    content.news.clear();
    for (int i = 0; i < 40; ++i) {
        core::NewsItem item = one;
        const qint64 hours = i < 20 ? i * 2 : (i - 19) * 9;
        item.published = core::Time{core::parseIsoTime("2025-01-24T15:00:00Z")->ns + hours * 3600 * 1'000'000'000LL};
        item.title = QStringLiteral("Bundesfinanzdienstleistungsaufsicht und Halbleiterausrüsterverband %1").arg(i + 1);
        item.publisher = QStringLiteral("Wirtschaftsnachrichtendienst");
        content.news.push_back(item);
    }
    if (!longNames)
        return content;
    for (auto &[symbol, curve] : content.curves) {
        core::BarHistory bars = *curve.bars;
        for (core::InstrumentNames &names : bars.instrument.names)
            names.shortName = QStringLiteral("Rückversicherungsgesellschaft ") + symbol;
        curve.bars = std::make_shared<const core::BarHistory>(bars);
    }
    return content;
}

void TestExportLabels::wordsNeverOverlap_data()
{
    QTest::addColumn<QString>("panes");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("longNames");
    const QString ten = QStringLiteral("NVDA,AVGO,VST,CEG,ORCL,MSFT,META,AAPL,AMD,MU");
    const QString three = QStringLiteral("^GSPC,^DJI;NVDA,AVGO,VST;volume:NVDA");
    for (const bool longNames : {false, true}) {
        const char *names = longNames ? "long names" : "names";
        for (const QSize size : {QSize(1600, 0), QSize(1050, 1485), QSize(1280, 720), QSize(720, 720), QSize(480, 0)}) {
            QTest::addRow("ten curves, %s, %d x %d", names, size.width(), size.height()) << ten << size << longNames;
            QTest::addRow("three panes, %s, %d x %d", names, size.width(), size.height()) << three << size << longNames;
        }
    }
}

void TestExportLabels::wordsNeverOverlap()
{
    QFETCH(QString, panes);
    QFETCH(QSize, size);
    QFETCH(bool, longNames);
    for (const char *language : {"de", "en"}) {
        ChartSpec spec = tests::specOf(panes, "2025-01-14", "2025-02-14", "2025-01-24");
        spec.markers = true;
        spec.language = QLatin1String(language);
        ExportOptions options;
        options.size = size;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto report = exporting::exportChart(spec, crowded(spec, longNames), options, QStringLiteral("svg"),
                                                   buffer);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const QList<Word> words = wordsOf(buffer.data());
        QVERIFY(words.size() > 30);
        const double height = size.height() > 0 ? size.height() : 1e6;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QRectF page(0, 0, size.width(), height);
            QVERIFY2(page.contains(words[i].rect), qPrintable(words[i].text));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!words[i].rect.intersects(words[j].rect),
                         qPrintable(words[i].text + QStringLiteral(" | ") + words[j].text));
        }
    }
}

void TestExportLabels::wordsOfGapsLeaveCurvesAlone_data()
{
    QTest::addColumn<QString>("panes");
    QTest::addColumn<QSize>("size");
    const QString three = QStringLiteral("^GSPC,^IXIC,^DJI;NVDA,AVGO,VST;volume:NVDA");
    const QString ten = QStringLiteral("^IXIC,NVDA,AVGO,VST,CEG,ORCL,MSFT,META,AAPL,AMD");
    for (const QSize size : {QSize(1600, 0), QSize(720, 720), QSize(480, 0), QSize(1280, 720)}) {
        QTest::addRow("three panes, %d x %d", size.width(), size.height()) << three << size;
        QTest::addRow("ten curves, %d x %d", size.width(), size.height()) << ten << size;
    }
}

//! A note about missing data never hides data that is there: where it finds no room, the foot says it.
void TestExportLabels::wordsOfGapsLeaveCurvesAlone()
{
    QFETCH(QString, panes);
    QFETCH(QSize, size);
    ChartSpec spec = tests::specOf(panes, "2025-01-13", "2025-02-07", "2025-01-24");
    spec.markers = true;
    const ChartContent content = m_sample.daily(spec); // without the Nasdaq of 14 and 22 January
    ExportOptions options;
    options.size = size;
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan);
    const auto page = exporting::ChartPage::make(*plan, options, 1);
    QVERIFY2(page, page ? "" : qPrintable(page.error().message));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(exporting::exportChart(spec, content, options, QStringLiteral("svg"), buffer));
    const QString name = (*plan)->panes.front().curves.front().name;
    int notes = 0;
    for (const Word &word : wordsOf(buffer.data())) {
        if (!word.text.endsWith(QStringLiteral(": no data")))
            continue;
        ++notes;
        const QRectF box = word.rect.translated(-page->layout().stack.topLeft());
        for (const PaneContext &pane : page->stack().panes()) {
            for (const PlannedCurve &curve : pane.spec().curves) {
                for (const QPolygonF &line : curve.layer->outline(pane.frame()))
                    QVERIFY2(clipLine(line, box).isEmpty(), qPrintable(word.text + u' ' + curve.name));
                if (const auto value = curve.layer->pointAt(*pane.x, tests::day("2025-01-27")))
                    QVERIFY2(!box.contains(pane.position(*value)), qPrintable(word.text + u' ' + curve.name));
            }
        }
    }
    const QString foot = page->layout().footLines.join(u' ').replace(QChar(0x00A0), u' ');
    const bool isSaid = foot.contains(QStringLiteral(": no data on "));
    QVERIFY2(notes > 0 || isSaid, qPrintable(foot));
}

//! The bar of the 24th is missing; those of the 23rd and the 27th are there.
void TestExportLabels::aHoleBeforeTheViewIsNamed()
{
    const ChartSpec spec = tests::specOf(QStringLiteral("ENR.DE,ASML.AS,SAP.DE"), "2025-01-27", "2025-01-31",
                                         "2025-01-24");
    const auto plan = ChartPlan::make(spec, m_sample.daily(spec));
    QVERIFY(plan);
    int said = 0;
    for (const QSize size : {QSize(480, 320), QSize(720, 320), QSize(1280, 400), QSize(1600, 900)}) {
        ExportOptions options;
        options.size = size;
        const auto page = exporting::ChartPage::make(*plan, options, 1);
        QVERIFY(page);
        for (QString sentence : page->stack().unwritten()) {
            if (!sentence.replace(QChar(0x00A0), u' ').contains(QStringLiteral("no data on")))
                continue;
            ++said;
            QVERIFY2(sentence.endsWith(QStringLiteral("no data on 24 Jan")), qPrintable(sentence));
        }
    }
    QVERIFY(said > 0);
    QCOMPARE(charts::asSentence(QStringLiteral("am 27.01.")), QStringLiteral("am 27.01."));
    QCOMPARE(charts::asSentence(QStringLiteral("on 27 Jan")), QStringLiteral("on 27 Jan."));
}

void TestExportLabels::valuesOfTheDayLeaveCurvesAlone_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size :
         {QSize(1600, 900), QSize(1600, 0), QSize(1050, 1485), QSize(1280, 720), QSize(720, 720), QSize(480, 0)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

//! The value of one of ten curves covers none of them: where it finds no room, the foot says it.
void TestExportLabels::valuesOfTheDayLeaveCurvesAlone()
{
    QFETCH(QSize, size);
    const ChartSpec spec = tests::specOf(QStringLiteral("NVDA,AVGO,VST,CEG,MU,AMD,ORCL,ARM,ENR.DE,TSLA"), "2025-01-13",
                                         "2025-02-07", "2025-01-24");
    const ChartContent content = m_sample.daily(spec);
    ExportOptions options;
    options.size = size;
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan);
    const auto page = exporting::ChartPage::make(*plan, options, 1);
    QVERIFY2(page, page ? "" : qPrintable(page.error().message));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(exporting::exportChart(spec, content, options, QStringLiteral("svg"), buffer));
    const QList<Word> words = wordsOf(buffer.data());
    const QString foot = page->layout().footLines.join(u' ').replace(QChar(0x00A0), u' ');
    for (const PaneContext &pane : page->stack().panes()) {
        for (const PlannedCurve &curve : pane.spec().curves) {
            const auto found = std::ranges::find_if(words, [&](const Word &word) {
                return word.text.startsWith(curve.name + QChar(0x00A0)) && word.text.size() < 30;
            });
            if (found == words.end()) {
                QVERIFY2(foot.contains(curve.name), qPrintable(curve.name));
                continue;
            }
            const QRectF box = found->rect.translated(-page->layout().stack.topLeft());
            for (const PlannedCurve &other : pane.spec().curves) {
                for (const QPolygonF &line : other.layer->outline(pane.frame()))
                    QVERIFY2(clipLine(line, box).isEmpty(), qPrintable(found->text + u' ' + other.name));
            }
        }
    }
}

//! Ten curves printed in grey can be told apart by the lines before their names.
void TestExportLabels::crowdedNamesKeepTheirLineSamples()
{
    ChartSpec spec = tests::specOf(QStringLiteral("NVDA,AVGO,AMD,MU,ARM,ORCL,VST,CEG,AAPL,MSFT"), "2025-01-14",
                                   "2025-02-14", "2025-01-24");
    spec.markers = true;
    const ChartContent content = m_sample.daily(spec);
    ExportOptions options;
    options.size = QSize(1280, 720);
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan);
    auto page = exporting::ChartPage::make(*plan, options, 1);
    QVERIFY(page);
    QImage picture(*options.size, QImage::Format_RGB32);
    QPainter painter(&picture);
    page->paint(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(exporting::exportChart(spec, content, options, QStringLiteral("svg"), buffer));
    const double right = page->layout().stack.left() + page->stack().plots().front().right();
    int names = 0;
    for (const Word &word : wordsOf(buffer.data())) {
        const bool isName = std::ranges::any_of((*plan)->panes.front().curves,
                                                [&](const PlannedCurve &curve) { return curve.name == word.text; });
        if (!isName || word.rect.left() < right)
            continue;
        ++names;
        QVERIFY2(word.rect.left() - right > 40,
                 qPrintable(word.text)); // beyond the leader, so that is not taken for it
        int inked = 0;
        for (int x = int(word.rect.left()) - 30; x < int(word.rect.left()) - 7; ++x) {
            for (int y = int(word.rect.center().y()) - 2; y <= int(word.rect.center().y()) + 2; ++y) {
                if (qGray(picture.pixel(x, y)) < 225) {
                    ++inked;
                    break;
                }
            }
        }
        QVERIFY2(inked >= 4, qPrintable(QStringLiteral("%1: %2").arg(word.text).arg(inked)));
    }
    QCOMPARE(names, 10);
}

QTEST_MAIN(TestExportLabels)
#include "tst_exportlabels.moc"
