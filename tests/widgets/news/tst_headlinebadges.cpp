// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/VerdictShape.h>
#include <newsview/HeadlineBadges.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include <style/Fonts.h>

#include <cmath>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;

//! The line of verdicts in a headline's row: what does not fit is counted, never cut.
class HeadlineBadgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badgesThatDoNotFitAreCounted_data();
    void badgesThatDoNotFitAreCounted();
    void aHiddenContradictionIsNotOverlooked();
    void eachHasItsShapeAndNothingLeavesTheLine();
};

void HeadlineBadgesTest::badgesThatDoNotFitAreCounted_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("hidden");
    const double number = QFontMetricsF(style::textFont(style::TextRole::Normal)).horizontalAdvance(u"−17 %"_s);
    const double badge = 12 + 5 + number;
    const double more = QFontMetricsF(style::textFont(style::TextRole::Normal)).horizontalAdvance(u"+2"_s);
    QTest::newRow("all") << 4 * badge + 3 * 14 << 4 << 0;
    QTest::newRow("a pixel less, and there is room for the count") << 4 * badge + 3 * 14 - 1 << 3 << 1;
    QTest::newRow("two and the count") << 2 * badge + 2 * 14 + more << 2 << 2;
    QTest::newRow("the count needs its room") << 2 * badge + 2 * 14 + more - 1 << 1 << 3;
    QTest::newRow("never none") << 20.0 << 1 << 3;
}

void HeadlineBadgesTest::badgesThatDoNotFitAreCounted()
{
    QFETCH(double, width);
    QFETCH(int, shown);
    QFETCH(int, hidden);
    const QList<tables::HeadlineVerdict> verdicts(4, {claims::VerdictCode::Close, u"−17 %"_s, {}});
    const BadgeLine line = badgeLine(verdicts, style::textFont(style::TextRole::Normal), width + 0.001);
    QCOMPARE(int(line.widths.size()), shown);
    QCOMPARE(line.hidden, hidden);
}

void HeadlineBadgesTest::aHiddenContradictionIsNotOverlooked()
{
    using claims::VerdictCode;
    const QFont font = style::textFont(style::TextRole::Normal);
    const double badge = 12 + 5 + QFontMetricsF(font).horizontalAdvance(u"−17 %"_s) + 14;
    QList<tables::HeadlineVerdict> verdicts(5, {VerdictCode::Close, u"−17 %"_s, {}});
    QVERIFY(!badgeLine(verdicts, font, 3 * badge).warning);
    verdicts[3].code = VerdictCode::Intraday;
    verdicts[4].code = VerdictCode::Contradicted;
    const BadgeLine line = badgeLine(verdicts, font, 3 * badge);
    QVERIFY(line.hidden >= 2);
    QCOMPARE(line.warning, std::optional(VerdictCode::Contradicted));
    verdicts[4].code = VerdictCode::NoData;
    QCOMPARE(badgeLine(verdicts, font, 3 * badge).warning, std::optional(VerdictCode::Intraday));
    QVERIFY(!badgeLine(verdicts, font, 10 * badge).warning); // all are seen
}

void HeadlineBadgesTest::eachHasItsShapeAndNothingLeavesTheLine()
{
    const QFont font = style::textFont(style::TextRole::Normal);
    const charts::ChartTheme theme = charts::ChartTheme::named(charts::ThemeName::Light);
    QList<tables::HeadlineVerdict> verdicts{{claims::VerdictCode::Contradicted, u"−450 Mrd. $"_s, {}},
                                            {claims::VerdictCode::Close, u"−17 %"_s, {}}};
    for (int i = 0; i < 10; ++i)
        verdicts.append({claims::VerdictCode::Intraday, u"−1,7 %"_s, {}});
    QImage image(400, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QRect line(20, 10, 300, 18);
    QPainter painter(&image);
    paintBadges(painter, line, verdicts, font, theme, Qt::white);
    painter.end();
    // the filled square of the first, and the disc of the second where its number ends
    const auto isNear = [&](double x, double y, const QColor &color) {
        const QColor found = image.pixelColor(int(x), int(y));
        return std::abs(found.red() - color.red()) + std::abs(found.green() - color.green())
                   + std::abs(found.blue() - color.blue())
               < 40;
    };
    QVERIFY(isNear(22, 14, theme.contradicted));
    const double second = 20 + 12 + 5 + QFontMetricsF(font).horizontalAdvance(u"−450 Mrd. $"_s) + 14;
    QVERIFY(isNear(second + 3, 21, theme.confirmed));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(line.adjusted(-1, 0, 1, 0).contains(x, y) || image.pixelColor(x, y) == Qt::white);
    }
}

QTEST_MAIN(HeadlineBadgesTest)
#include "tst_headlinebadges.moc"
