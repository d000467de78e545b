// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/TimeAxisLayout.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using tests::day;

namespace {

constexpr double kPerLetter = 7;

double width(const QString &text)
{
    return kPerLetter * double(text.size());
}

QStringList texts(const std::vector<AxisText> &line)
{
    QStringList result;
    for (const AxisText &text : line)
        result.append(text.text);
    return result;
}

} // namespace

//! Dates that overlap or stand at the wrong day make every other number on the chart doubtful.
class TestTimeAxisLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysOfAMonth();
    void halfDaysKeepTheirLabel();
    void weeksOfAQuarter();
    void monthsAndYears();
    void cutOffMonthsAreNamedOrEmpty_data();
    void cutOffMonthsAreNamedOrEmpty();
    void hoursOfADay();
    void clockTimesStandUnderTheirOwnDate();
    void textsNeverOverlap_data();
    void textsNeverOverlap();

private:
    TimeAxisLayout layOut(const char *from, const char *to, int columns, const char *language = "en",
                          bool calendarTime = false, bool intraday = false) const
    {
        const ChartContent content = intraday ? m_sample.nvidia5Minutes()
                                              : m_sample.daily(QStringList{QStringLiteral("NVDA")});
        const core::TimeScale scale = calendarTime ? core::TimeScale::calendarTime() : content.timeScale;
        const std::vector<core::CalendarPtr> calendars{content.curves.begin()->second.bars->calendar};
        const auto days = axisDays(calendars, scale, content.zone, day(from), day(to));
        const XMap x(scale, {days.front().slot.begin, days.back().slot.end}, 100, columns, PixelGrid());
        const core::Formats formats{QLatin1String(language)};
        return layOutTimeAxis({days, x, content.zone, formats, intraday, width, 88, 100. + columns + 60});
    }

    tests::SampleContent m_sample;
};

void TestTimeAxisLayout::daysOfAMonth()
{
    const TimeAxisLayout axis = layOut("2025-01-14", "2025-02-14", 1265, "de");
    QCOMPARE(axis.upper.size(), 23U);
    QCOMPARE(texts(axis.upper).mid(0, 5).join(u' '), QStringLiteral("14. 15. 16. 17. 21."));
    QCOMPARE(axis.upper[4].date, day("2025-01-21"));
    QCOMPARE(texts(axis.lower), (QStringList{QStringLiteral("Januar 2025"), QStringLiteral("Februar 2025")}));
    // Weeks begin on 21 January (a holiday before), 27 January, 3 and 10 February.
    QCOMPARE(axis.ticks.size(), 4U);
    QVERIFY(std::abs(axis.ticks[0] - (100 + 4 * 55)) <= 1);
}

void TestTimeAxisLayout::halfDaysKeepTheirLabel()
{
    // 20 sessions of 23 px: 24 December is a narrow one.
    const TimeAxisLayout axis = layOut("2024-12-02", "2024-12-31", 21 * 24);
    QVERIFY2(texts(axis.upper).join(u' ').contains(QStringLiteral("23 24 26 27")),
             qPrintable(texts(axis.upper).join(u' ')));
}

void TestTimeAxisLayout::weeksOfAQuarter()
{
    const TimeAxisLayout axis = layOut("2024-10-01", "2024-12-31", 700);
    QCOMPARE(axis.ticks.size(), 13U);
    QCOMPARE(texts(axis.upper).mid(0, 3).join(u' '), QStringLiteral("1 7 14"));
    QCOMPARE(texts(axis.lower).join(u' '), QStringLiteral("October 2024 November 2024 December 2024"));
}

void TestTimeAxisLayout::monthsAndYears()
{
    const TimeAxisLayout year = layOut("2023-06-01", "2024-12-31", 800);
    QVERIFY(texts(year.upper).contains(QStringLiteral("Oct")));
    QCOMPARE(texts(year.lower).join(u' '), QStringLiteral("2023 2024"));
    const TimeAxisLayout decade = layOut("2005-01-03", "2024-12-31", 1200);
    QCOMPARE(decade.upper.size(), 20U);
    QCOMPARE(decade.upper.back().text, QStringLiteral("2024"));
    QVERIFY(decade.lower.empty());
}

void TestTimeAxisLayout::cutOffMonthsAreNamedOrEmpty_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("columns");
    for (const char *from : {"2024-11-22", "2024-11-25", "2024-11-26", "2024-11-27", "2024-11-29", "2024-12-02"}) {
        for (const int columns : {700, 900, 1265})
            QTest::addRow("%s, %d", from, columns) << QByteArray(from) << columns;
    }
}

void TestTimeAxisLayout::cutOffMonthsAreNamedOrEmpty()
{
    QFETCH(QByteArray, from);
    QFETCH(int, columns);
    for (const bool calendarTime : {false, true}) {
        const TimeAxisLayout axis = layOut(from.constData(), "2024-12-20", columns, "de", calendarTime);
        for (const AxisText &text : axis.upper) {
            QVERIFY(text.date);
            // The last month that begins left of a day's label, or at it.
            auto month = std::ranges::upper_bound(axis.lower, text.right(), {}, &AxisText::left);
            QVERIFY(month != axis.lower.begin());
            --month;
            QVERIFY2(month->text.startsWith(text.date->month() == 11 ? QLatin1String("Nov") : QLatin1String("Dez")),
                     qPrintable(text.text + u' ' + month->text));
        }
    }
}

void TestTimeAxisLayout::hoursOfADay()
{
    const TimeAxisLayout axis = layOut("2025-01-27", "2025-01-27", 1200, "en", false, true);
    QCOMPARE(axis.upper.front().text, QStringLiteral("08:00"));
    QCOMPARE(axis.upper.back().text, QStringLiteral("17:00"));
    QVERIFY(texts(axis.upper).contains(QStringLiteral("09:30")));
    QCOMPARE(texts(axis.lower), QStringList{QStringLiteral("27 Jan 2025")});
}

//! The currency session of a Tuesday opens on Monday evening.
void TestTimeAxisLayout::clockTimesStandUnderTheirOwnDate()
{
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    const auto fx = calendars.calendar(QStringLiteral("FX"));
    QVERIFY(fx.has_value());
    const std::vector<core::CalendarPtr> used{*fx};
    const auto session = (*fx)->session(day("2025-01-28"));
    QVERIFY(session);
    const core::TimeScale scale = core::TimeScale::tradingTime(used, session->hours);
    const auto zone = core::ZoneRules::load("Europe/Berlin");
    QVERIFY(zone.has_value());
    const auto days = axisDays(used, scale, *zone, session->date, session->date);
    const XMap x(scale, {days.front().slot.begin, days.back().slot.end}, 100, 3000, PixelGrid());
    const core::Formats formats{QStringLiteral("de")};
    const TimeAxisLayout axis = layOutTimeAxis({days, x, *zone, formats, true, width, 88, 3160.});
    QCOMPARE(texts(axis.lower), (QStringList{QStringLiteral("27.01.2025"), QStringLiteral("28.01.2025")}));
    QCOMPARE(axis.upper.front().text, QStringLiteral("23:00"));
    QVERIFY(axis.lower.back().left >= 100 + 3000 / 24);
}

void TestTimeAxisLayout::textsNeverOverlap_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("calendarTime");
    for (const char *from : {"2024-12-30", "2024-12-20", "2024-11-15", "2024-08-01", "2024-01-02", "2022-03-01",
                             "2015-06-01", "2005-01-03"}) {
        QTest::addRow("trading time since %s", from) << QString::fromLatin1(from) << false;
        QTest::addRow("calendar time since %s", from) << QString::fromLatin1(from) << true;
    }
}

void TestTimeAxisLayout::textsNeverOverlap()
{
    QFETCH(QString, from);
    QFETCH(bool, calendarTime);
    for (int columns = 120; columns < 4000; columns = columns * 5 / 4) {
        for (const char *language : {"de", "en"}) {
            const TimeAxisLayout axis = layOut(qPrintable(from), "2024-12-31", columns, language, calendarTime);
            for (const auto &line : {axis.upper, axis.lower}) {
                for (std::size_t i = 1; i < line.size(); ++i)
                    QVERIFY2(line[i - 1].right() < line[i].left, qPrintable(texts(line).join(u'|')));
            }
            for (const double x : axis.ticks)
                QVERIFY(100 < x && x < 100 + columns);
            QVERIFY(!axis.upper.empty());
        }
    }
}

QTEST_GUILESS_MAIN(TestTimeAxisLayout)
#include "tst_timeaxislayout.moc"
