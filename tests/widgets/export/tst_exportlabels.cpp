// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartFonts.h>
#include <export/ChartExport.h>

#include <QBuffer>
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

QTEST_MAIN(TestExportLabels)
#include "tst_exportlabels.moc"
