// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleStore.h"
#include <charts/ChartFonts.h>
#include <charts/ChartPlan.h>
#include <charts/VerdictShape.h>
#include <export/ChartPage.h>
#include <export/ExportPreset.h>
#include <export/PageTexts.h>

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace tickmark;
using namespace tickmark::charts;
using exporting::ExportOptions;
using exporting::LegendEntry;
using exporting::LegendMark;
using exporting::PageLayout;

namespace {

//! A catalogue that marks what it was asked for: which language a text came from can be seen.
class Marked : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QStringLiteral("<") + QString::fromUtf8(source) + QStringLiteral(">");
    }
};

QString wordsOf(const LegendEntry &entry)
{
    QStringList words{entry.titleLines.join(u' '), entry.meta};
    for (const LegendMark &mark : entry.marks)
        words.append(mark.text);
    words.append(entry.more);
    return words.join(u'|');
}

} // namespace

//! What stands around a chart that is printed: the verdicts on the headlines, and pages of a true size.
class TestExportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void headlinesSayWhatTheirNumbersCameTo();
    void footNamesSharesAndRates();
    void partsCanBeLeftOut_data();
    void partsCanBeLeftOut();
    void nothingInTheLegendOverlaps_data();
    void nothingInTheLegendOverlaps();
    void verdictsAreInTheLanguageOfThePage();
    void presetsAreOfTheirSizeOnPaper_data();
    void presetsAreOfTheirSizeOnPaper();
    void paperOfAnySize();
    void longTitlesShrinkBeforeTheyAreCut();
    void footsAreOfWholeSentences_data();
    void footsAreOfWholeSentences();
    void lowPaperNamesTheHeightInMillimetres();

private:
    std::shared_ptr<const ChartPlan> threePanes()
    {
        const ChartValues values = m_store.threePanes(QStringLiteral("en"));
        return ChartPlan::make(values.spec, values.content).value_or(nullptr);
    }

    PageLayout layoutOf(const std::shared_ptr<const ChartPlan> &plan, const ExportOptions &options)
    {
        const auto page = exporting::ChartPage::make(plan, options, 1.0);
        if (!page)
            qWarning("%s", qPrintable(page.error().message));
        return page ? page->layout() : PageLayout{};
    }

    tests::SampleStore m_store;
};

void TestExportPage::initTestCase()
{
    QVERIFY(loadChartFonts());
}

void TestExportPage::headlinesSayWhatTheirNumbersCameTo()
{
    const PageLayout page = layoutOf(threePanes(), {});
    QCOMPARE(page.legendHead, QStringLiteral("Headlines, with the verdict on their numbers"));
    QStringList words;
    for (const LegendEntry &entry : page.entries)
        words.append(wordsOf(entry));
    const QString all = words.join(u'\n');
    // A number that was only passed, two that were confirmed and share their words, one that is wrong.
    QVERIFY2(all.contains(QStringLiteral("Nvidia \u221214.4%|Micron \u22128%|Arm \u22129%: only during the session")),
             qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("Vistra \u221228%|Constellation \u221221%: confirmed (close)")));
    QVERIFY(all.contains(QStringLiteral("Nvidia \u2212450 bn USD: off by 142.7 bn USD")));
    const auto wrong = std::ranges::find_if(page.entries, [](const LegendEntry &entry) {
        return std::ranges::any_of(entry.marks, [](const LegendMark &mark) {
            return mark.code == claims::VerdictCode::Contradicted && mark.text.contains(QStringLiteral("450"));
        });
    });
    QVERIFY(wrong != page.entries.end());
}

void TestExportPage::footNamesSharesAndRates()
{
    const QString foot = layoutOf(threePanes(), {}).footLines.join(u' ').replace(QChar(0x00A0), u' ');
    for (const char *text : {"Base: close of 24 January 2025 = 0.", "Prices: daily.csv, closes as traded.",
                             "Shares outstanding: Nvidia 24.49 bn (15 November 2024).",
                             "Exchange rates: EUR/USD 1.0468 (27 January 2025).", "New York trading days"})
        QVERIFY2(foot.contains(QLatin1String(text)), qPrintable(foot));
}

void TestExportPage::partsCanBeLeftOut_data()
{
    QTest::addColumn<exporting::PageParts>("parts");
    QTest::newRow("title") << exporting::PageParts{.title = false};
    QTest::newRow("subtitle") << exporting::PageParts{.subtitle = false};
    QTest::newRow("legend") << exporting::PageParts{.legend = false};
    QTest::newRow("verdicts") << exporting::PageParts{.verdicts = false};
    QTest::newRow("foot") << exporting::PageParts{.foot = false};
    QTest::newRow("all of it") << exporting::PageParts{false, false, false, false, false};
}

void TestExportPage::partsCanBeLeftOut()
{
    QFETCH(exporting::PageParts, parts);
    const auto plan = threePanes();
    const PageLayout whole = layoutOf(plan, {});
    ExportOptions options;
    options.parts = parts;
    const PageLayout page = layoutOf(plan, options);
    QVERIFY(page.size.height() < whole.size.height());
    QCOMPARE(page.titleLines.isEmpty(), !parts.title);
    QCOMPARE(page.subtitleLines.isEmpty(), !parts.subtitle);
    QCOMPARE(page.entries.empty(), !parts.legend);
    QCOMPARE(page.footLines.isEmpty(), !parts.foot);
    QCOMPARE(page.unlisted, 0); // left out is not cut
    for (const LegendEntry &entry : page.entries)
        QVERIFY(parts.verdicts || entry.marks.empty());
    QCOMPARE(page.title, whole.title); // files name it all the same
    QVERIFY(page.stack.height() >= whole.stack.height() - 0.5);
}

void TestExportPage::nothingInTheLegendOverlaps_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1600, 0), QSize(1600, 1400), QSize(1050, 1485), QSize(800, 2000), QSize(480, 0)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void TestExportPage::nothingInTheLegendOverlaps()
{
    QFETCH(QSize, size);
    ExportOptions options;
    options.size = size;
    const PageLayout page = layoutOf(threePanes(), options);
    QVERIFY(!page.entries.empty());
    const QFont font = chartFont(13);
    const QFontMetricsF metrics(font);
    int withMarks = 0;
    for (const LegendEntry &entry : page.entries) {
        const auto rectOf = [&](QPointF start, const QString &text) {
            return QRectF(start.x(), start.y() - metrics.capHeight(), textWidth(font, text), metrics.capHeight());
        };
        QList<QRectF> rects{rectOf(entry.metaStart, entry.meta)};
        for (const LegendMark &mark : entry.marks)
            rects << mark.shape << rectOf(mark.textStart, mark.text);
        if (!entry.more.isEmpty())
            rects << rectOf(entry.moreStart, entry.more);
        for (qsizetype i = 0; i < rects.size(); ++i) {
            QVERIFY2(entry.box.adjusted(-0.01, 0, 0.01, 0).contains(rects[i]), qPrintable(wordsOf(entry)));
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!rects[i].intersects(rects[j]), qPrintable(wordsOf(entry)));
        }
        for (const LegendEntry &other : page.entries)
            QVERIFY(&other == &entry || !other.box.adjusted(0, 0.01, 0, -0.01).intersects(entry.box));
        withMarks += entry.marks.empty() ? 0 : 1;
    }
    // Every headline of the sample but none or two makes a claim that was judged: none of them hides it.
    QVERIFY2(withMarks >= int(page.entries.size()) - 2, qPrintable(QString::number(withMarks)));
}

void TestExportPage::verdictsAreInTheLanguageOfThePage()
{
    Marked marked; // the program's own language
    QVERIFY(QCoreApplication::installTranslator(&marked));
    QStringList words;
    for (const LegendEntry &entry : layoutOf(threePanes(), {}).entries)
        words.append(wordsOf(entry));
    const QString outside = QCoreApplication::translate("VerdictLabel", "confirmed (close)");
    QCoreApplication::removeTranslator(&marked);
    const QString page = words.join(u'\n');
    QVERIFY2(page.contains(QStringLiteral("confirmed (close)")) && !page.contains(u'<'), qPrintable(page));
    QCOMPARE(outside, QStringLiteral("<confirmed (close)>"));
}

void TestExportPage::presetsAreOfTheirSizeOnPaper_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QSizeF>("millimetres");
    QTest::newRow("column") << "column" << QSizeF(90, 0);
    QTest::newRow("A4 portrait") << "a4" << QSizeF(210, 297);
    QTest::newRow("A4 landscape") << "a4-landscape" << QSizeF(297, 210);
    QTest::newRow("slide") << "slide" << QSizeF(338.6667, 190.5);
    QTest::newRow("square") << "square" << QSizeF(285.75, 285.75);
}

void TestExportPage::presetsAreOfTheirSizeOnPaper()
{
    QFETCH(QString, code);
    QFETCH(QSizeF, millimetres);
    const exporting::ExportPreset *preset = exporting::findPreset(code);
    QVERIFY(preset);
    QVERIFY(!exporting::presetName(*preset).isEmpty());
    ExportOptions options;
    exporting::applyPreset(*preset, options);
    const PageLayout page = layoutOf(threePanes(), options);
    const QSizeF paper = exporting::paperSize(page.size, options.zoom);
    QVERIFY2(qAbs(paper.width() - millimetres.width()) < 0.01, qPrintable(QString::number(paper.width())));
    QVERIFY(millimetres.height() == 0 || qAbs(paper.height() - millimetres.height()) < 0.01);
    QCOMPARE(int(exporting::exportPresets().size()), 5);
    QVERIFY(!exporting::findPreset(QStringLiteral("a5")));
}

void TestExportPage::paperOfAnySize()
{
    for (const QSizeF wanted : {QSizeF(60, 0), QSizeF(137, 211), QSizeF(1189, 841)}) {
        ExportOptions options;
        QVERIFY(exporting::setPaperSize(wanted, options));
        const QSizeF paper = exporting::paperSize(*options.size, options.zoom);
        QVERIFY(qAbs(paper.width() - wanted.width()) < 0.01);
        QVERIFY(qAbs(paper.height() - wanted.height()) < 0.5 * paper.width() / options.size->width() + 0.01);
    }
    for (const QSizeF wrong : {QSizeF(59, 100), QSizeF(100, 10), QSizeF(100'000, 100), QSizeF(1, 1), QSizeF(0, 0)}) {
        ExportOptions options;
        const auto set = exporting::setPaperSize(wrong, options);
        QVERIFY(!set);
        QVERIFY2(set.error().message.contains(QStringLiteral("60")), qPrintable(set.error().message));
        QVERIFY(!options.size);
    }
}

void TestExportPage::longTitlesShrinkBeforeTheyAreCut()
{
    ExportOptions options;
    options.size = QSize(600, 0);
    options.title = QStringLiteral("Bundesfinanzaufsichtsbehördenkonferenz und Kursentwicklung europäischer "
                                   "Halbleiterhersteller im Januar");
    const PageLayout page = layoutOf(threePanes(), options);
    QCOMPARE(page.titleLines.join(u' '), options.title);
    QVERIFY(page.titlePixels < 20);
    for (const QString &line : page.titleLines)
        QVERIFY(textWidth(chartFont(page.titlePixels, true), line) <= 600 - 2 * page.margin);
}

void TestExportPage::footsAreOfWholeSentences_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("column, as high as needed") << QSize(480, 0) << true;
    QTest::newRow("wide, as high as needed") << QSize(1600, 0) << true;
    QTest::newRow("A4") << QSize(1050, 1485) << true;
    QTest::newRow("slide") << QSize(1280, 720) << false;
    QTest::newRow("square") << QSize(720, 720) << false;
}

//! What the numbers rest on is never cut in the middle of a sentence, nor left out before the rules of reading are.
void TestExportPage::footsAreOfWholeSentences()
{
    QFETCH(QSize, size);
    QFETCH(bool, isWhole);
    using Rank = exporting::FootSentence::Rank;
    const ChartValues values = m_store.threePanes(QStringLiteral("en"));
    ChartContent content = values.content;
    content.notes.append(
        QStringLiteral("The headlines of this sample are invented, and one of their figures is wrong on "
                       "purpose."));
    const auto plan = ChartPlan::make(values.spec, content).value_or(nullptr);
    QVERIFY(plan);
    ExportOptions options;
    options.size = size;
    const PageLayout page = layoutOf(plan, options);
    QVERIFY(!page.footLines.isEmpty());
    const double room = page.size.width() - 2 * page.margin;
    for (const QString &line : page.footLines)
        QVERIFY2(textWidth(chartFont(12), line) <= room, qPrintable(line));
    QVERIFY(textWidth(chartFont(12), page.footLines.constLast()) <= room - 100); // the brand stands there
    QString left = page.footLines.join(u' ');
    const bool verdicts = page.unlisted < int(plan->headlines.size());
    const int unlisted = page.entries.empty() ? page.unlisted : 0; // else the list says it at its end
    int dropped = 0;
    for (const exporting::FootSentence &sentence : exporting::PageTexts(*plan).foot(unlisted, verdicts, {})) {
        const bool stands = left.contains(sentence.text);
        QVERIFY2(stands || sentence.rank < Rank::Note || (sentence.rank == Rank::Note && size.height() == 720),
                 qPrintable(sentence.text));
        dropped += stands ? 0 : 1;
        left.remove(sentence.text);
    }
    QCOMPARE(left.simplified(), QString()); // nothing but whole sentences
    QVERIFY(!isWhole || dropped == 0);
}

//! A size that was given in millimetres is answered in millimetres, and the answer does.
void TestExportPage::lowPaperNamesTheHeightInMillimetres()
{
    ExportOptions options;
    QVERIFY(exporting::setPaperSize({180, 70}, options));
    const auto page = exporting::ChartPage::make(threePanes(), options, 1);
    QVERIFY(!page);
    static const QRegularExpression height(QStringLiteral("at least (\\d+) mm"));
    const auto match = height.match(page.error().message);
    QVERIFY2(match.hasMatch(), qPrintable(page.error().message));
    QVERIFY(exporting::setPaperSize({180, match.captured(1).toDouble()}, options));
    QVERIFY(exporting::ChartPage::make(threePanes(), options, 1));
}

QTEST_MAIN(TestExportPage)
#include "tst_exportpage.moc"
