// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/ChartPlan.h>
#include <charts/ChartStack.h>
#include <charts/ScreenMarkers.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::charts;
using tests::specOf;

namespace {

//! One mark for headlines in a row.
MarkerCluster markOfItems(int first, int last)
{
    MarkerCluster mark = markOf({first, double(first)});
    for (int item = first + 1; item <= last; ++item)
        absorb(mark, markOf({item, double(item)}));
    return mark;
}

} // namespace

//! What a mark says when the pointer rests on it.
class TestMarkerTip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void headlinesWithTheirVerdicts();
    void ofManyTheFirst();
    void withoutVerdictsHeadlinesAlone();

private:
    tests::SampleContent m_sample;
    std::shared_ptr<const ChartPlan> m_plan;
};

void TestMarkerTip::init()
{
    ChartSpec spec = specOf(QStringLiteral("NVDA"), "2025-01-14", "2025-02-14", "2025-01-24");
    spec.markers = true;
    ChartContent content = m_sample.daily(spec);
    for (std::size_t i = 0; i < content.news.size(); ++i)
        content.news[i].id = qint64(i) + 1;
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan);
    m_plan = *plan;
    QVERIFY(m_plan->headlines.size() > 8);
}

void TestMarkerTip::headlinesWithTheirVerdicts()
{
    const qint64 judged = m_plan->headlines[1].id;
    const HeadlineNotes notes = [judged](qint64 id) {
        return id == judged ? QStringList{QStringLiteral("NVDA −17%: confirmed (close)"),
                                          QStringLiteral("^DJI −54 points: only during the session")}
                            : QStringList();
    };
    const QStringList lines = markerTip(*m_plan, markOfItems(0, 1), notes).split(u'\n');
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[0].endsWith(m_plan->headlines[0].publisher));
    QCOMPARE(lines[1], m_plan->headlines[0].title);
    QVERIFY(lines[2].endsWith(m_plan->headlines[1].publisher));
    QCOMPARE(lines[3], m_plan->headlines[1].title);
    QCOMPARE(lines[4], QStringLiteral("\u2003NVDA −17%: confirmed (close)"));
    QCOMPARE(lines[5], QStringLiteral("\u2003^DJI −54 points: only during the session"));
}

void TestMarkerTip::ofManyTheFirst()
{
    const HeadlineNotes notes = [](qint64) { return QStringList(9, QStringLiteral("x")); };
    const QStringList lines = markerTip(*m_plan, markOfItems(0, 7), notes).split(u'\n');
    QCOMPARE(lines.size(), 6 * (2 + 6 + 1) + 1);
    QCOMPARE(lines[8], QStringLiteral("\u2003+3"));
    QVERIFY2(lines.last().contains(u'2'), qPrintable(lines.last()));
}

void TestMarkerTip::withoutVerdictsHeadlinesAlone()
{
    const QStringList lines = markerTip(*m_plan, markOfItems(2, 2), {}).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1], m_plan->headlines[2].title);
}

QTEST_MAIN(TestMarkerTip)
#include "tst_markertip.moc"
