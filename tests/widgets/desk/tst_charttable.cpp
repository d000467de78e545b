// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/ChartLoader.h>
#include <pipeline/SampleCase.h>
#include <ticks/TickHistory.h>

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <desk/ChartTableModel.h>

using namespace tickmark;
using desk::ChartTableModel;

namespace {

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value_or(core::SessionDate());
}

} // namespace

//! The table behind a chart: what is copied into a report has to be what the store holds.
class TestChartTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void oneInstrumentHasItsBars();
    void severalInstrumentsStandSideBySide();
    void sortsBothWays();
    void intradayBarsHaveTimes();
    void numbersFollowTheLanguage();
    void saysWhereValuesComeFrom();
    void anEmptyCellHasNoBar();
    void ticksStandAsBarsAndSaySo();

private:
    void show(ChartTableModel &model, const QString &panes, const char *from, const char *to, const char *base,
              int pane = 0);
    QString cell(const ChartTableModel &model, int row, int column) const;

    QTemporaryDir m_folder;
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
    std::unique_ptr<store::StoreReader> m_reader;
    core::Formats m_english{QStringLiteral("en")};
};

void TestChartTable::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.tickmark"));
    const auto written = pipeline::writeSampleStore(path, false, m_calendars,
                                                    *core::parseIsoTime("2025-02-15T00:00:00Z"));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
    auto reader = store::StoreReader::open(path);
    QVERIFY(reader.has_value());
    m_reader = std::move(*reader);
}

void TestChartTable::show(ChartTableModel &model, const QString &panes, const char *from, const char *to,
                          const char *base, int pane)
{
    charts::ChartWish wish;
    wish.forWindow = true;
    wish.intraday = qstrcmp(from, to) == 0;
    wish.spec.panes = charts::parsePanes(panes).value_or(std::vector<charts::PaneSpec>());
    wish.spec.tolerant = true;
    wish.from = day(from);
    wish.to = day(to);
    if (base)
        wish.spec.base = day(base);
    const auto values = charts::loadChart(*m_reader, m_calendars, wish);
    QVERIFY2(values.has_value(), values ? "" : qPrintable(values.error().message));
    const auto plan = charts::ChartPlan::make(values->spec, values->content);
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    model.setChart(*plan, values->content, pane);
}

QString TestChartTable::cell(const ChartTableModel &model, int row, int column) const
{
    return model.index(row, column).data().toString();
}

void TestChartTable::oneInstrumentHasItsBars()
{
    ChartTableModel model(m_english);
    const QAbstractItemModelTester tester(&model);
    show(model, QStringLiteral("NVDA"), "2025-01-14", "2025-01-28", "2025-01-24");
    QCOMPARE(model.rowCount(), 10); // 20 January was a holiday
    QCOMPARE(model.columnCount(), 7);
    QCOMPARE(cell(model, 0, 0), QStringLiteral("28 Jan 2025"));
    // daily.csv: NVDA,2025-01-27
    QCOMPARE(cell(model, 1, 0), QStringLiteral("27 Jan 2025"));
    QCOMPARE(cell(model, 1, 1), QStringLiteral("124.80"));
    QCOMPARE(cell(model, 1, 2), QStringLiteral("128.40"));
    QCOMPARE(cell(model, 1, 3), QStringLiteral("116.70"));
    QCOMPARE(cell(model, 1, 4), QStringLiteral("118.42"));
    QCOMPARE(cell(model, 1, 6), QString::fromUtf8("−16.97"));
    QCOMPARE(cell(model, 2, 6), QStringLiteral("0.00"));
    QVERIFY(model.headerData(6, Qt::Horizontal, Qt::DisplayRole).toString().contains(QLatin1String("24 Jan 2025")));
    const auto bar = model.dailyBarAt(model.index(1, 4));
    QVERIFY(bar.has_value());
    QCOMPARE(bar->symbol, QStringLiteral("NVDA"));
    QCOMPARE(bar->session.iso(), std::string("2025-01-27"));
}

void TestChartTable::severalInstrumentsStandSideBySide()
{
    ChartTableModel model(m_english);
    show(model, QStringLiteral("NVDA;^GSPC,^IXIC,^HSTECH,NONE"), "2025-01-21", "2025-01-27", "2025-01-24", 1);
    // Two of the four have quotes: close and percent of each.
    QCOMPARE(model.columnCount(), 5);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(cell(model, 0, 2), QString::fromUtf8("−1.46"));
    QCOMPARE(cell(model, 0, 4), QString::fromUtf8("−3.07"));
    // The Nasdaq has no bar on 22 January: said, not filled.
    QCOMPARE(cell(model, 3, 0), QStringLiteral("22 Jan 2025"));
    QCOMPARE(cell(model, 3, 3), QString(QChar(0x2013)));
    QVERIFY(!model.dailyBarAt(model.index(3, 3)));
}

void TestChartTable::sortsBothWays()
{
    ChartTableModel model(m_english);
    const QAbstractItemModelTester tester(&model);
    show(model, QStringLiteral("NVDA"), "2025-01-21", "2025-01-27", "2025-01-24");
    const QPersistentModelIndex shock(model.index(0, 0));
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(cell(model, 0, 0), QStringLiteral("21 Jan 2025"));
    QCOMPARE(shock.row(), 4);
    model.sort(4, Qt::AscendingOrder);
    QCOMPARE(cell(model, 0, 0), QStringLiteral("27 Jan 2025"));
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(cell(model, 4, 0), QStringLiteral("21 Jan 2025"));
    QVERIFY(model.index(0, 4).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

void TestChartTable::intradayBarsHaveTimes()
{
    ChartTableModel model(m_english);
    show(model, QStringLiteral("NVDA"), "2025-01-27", "2025-01-27", "2025-01-24");
    QCOMPARE(model.rowCount(), 101);
    QVERIFY(cell(model, 0, 0).startsWith(QLatin1String("27 Jan 2025")));
    QVERIFY(cell(model, 0, 0).contains(u':'));
    QVERIFY(!model.dailyBarAt(model.index(0, 4)));
}

void TestChartTable::numbersFollowTheLanguage()
{
    ChartTableModel model(m_english);
    show(model, QStringLiteral("^GSPC"), "2025-01-27", "2025-01-28", "2025-01-24");
    QCOMPARE(cell(model, 1, 4), QStringLiteral("6,012.28"));
    QCOMPARE(cell(model, 1, 5), QString(QChar(0x2013))); // an index without a volume
    model.setFormats(core::Formats(QStringLiteral("de")));
    QCOMPARE(cell(model, 1, 4), QStringLiteral("6.012,28"));
    QCOMPARE(cell(model, 1, 0), QStringLiteral("27.01.2025"));
}

void TestChartTable::saysWhereValuesComeFrom()
{
    ChartTableModel model(m_english);
    show(model, QStringLiteral("NVDA"), "2025-01-21", "2025-01-27", nullptr);
    QVERIFY(model.index(0, 4).data(Qt::ToolTipRole).toString().contains(QLatin1String("daily.csv")));
}

//! No cell is current in a table that has just opened.
void TestChartTable::anEmptyCellHasNoBar()
{
    ChartTableModel model(m_english);
    QVERIFY(!model.dailyBarAt({}));
    QVERIFY(!model.tickInterval());
    QCOMPARE(model.data({}), QVariant());
}

//! A minute has many rows then, which must not all be of the same time.
void TestChartTable::ticksStandAsBarsAndSaySo()
{
    const auto opening = core::parseIsoTime("2025-01-27T14:30:00Z");
    const auto calendar = m_calendars.calendar(QStringLiteral("XNAS"));
    QVERIFY(opening && calendar.has_value());
    ticks::TickHistory history(2, 0);
    std::vector<core::Tick> ticks;
    for (int i = 0; i < 3600; ++i)
        ticks.push_back({core::Time{opening->ns + i * core::kNsPerSecond}, 11'842 + i % 7, 5});
    history.append(ticks);
    auto curve = std::make_shared<charts::TickCurve>();
    curve->series.field = core::QuoteField::Trade;
    curve->calendar = *calendar;
    curve->snapshot = history.snapshot();
    curve->series.priceDecimals = 2;
    curve->pages = std::make_shared<charts::TickPages>();
    core::Bar day;
    day.session = ::day("2025-01-27");
    day.open = day.high = day.low = day.close = 11'842;
    core::BarHistory daily;
    daily.calendar = *calendar;
    daily.bars = {day};
    charts::ChartContent content;
    content.curves[QStringLiteral("NVDA")] = {std::make_shared<core::BarHistory>(daily), nullptr, curve};
    content.timeScale = core::TimeScale::tradingTime(std::vector{*calendar}, {*opening, *opening});
    content.zone = (*calendar)->zone();
    charts::ChartSpec spec;
    spec.panes = {{charts::PaneKind::Price, {QStringLiteral("NVDA")}, {}}};
    spec.from = spec.to = day.session;
    spec.tolerant = true;
    const auto plan = charts::ChartPlan::make(spec, content);
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    ChartTableModel model(m_english);
    model.setChart(*plan, content, 0);
    QCOMPARE(model.tickInterval(), std::optional<qint64>(15 * core::kNsPerSecond));
    QCOMPARE(model.rowCount(), 240);
    QVERIFY(cell(model, 0, 0) != cell(model, 1, 0));
    QCOMPARE(cell(model, 0, 0), QStringLiteral("27 Jan 2025  10:29:45"));
    QVERIFY(!model.dailyBarAt(model.index(0, 1)));
}

QTEST_MAIN(TestChartTable)
#include "tst_charttable.moc"
