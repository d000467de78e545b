// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTest>

#include <desk/DeskRanges.h>
#include <desk/DeskState.h>
#include <desk/InstrumentChoices.h>
#include <desk/PaneList.h>

using namespace tickmark;
using desk::DeskPane;
using desk::DeskState;
using desk::RangeChoice;

namespace {

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value_or(core::SessionDate());
}

core::Instrument instrument(const char *symbol, core::InstrumentKind kind)
{
    core::Instrument result;
    result.symbol = QString::fromUtf8(symbol);
    result.kind = kind;
    return result;
}

DeskPane pane(const QStringList &symbols, bool linked = true)
{
    DeskPane result;
    result.symbols = symbols;
    result.linked = linked;
    return result;
}

} // namespace

//! The desk as a value: what comes back after a restart, and which sessions a range button means.
class TestDeskState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void sampleDeskIsRead();
    void wrongDeskIsRefused_data();
    void wrongDeskIsRefused();
    void unknownKeysAreIgnored();
    void firstDeskFollowsInstruments();
    void candlesOfSeveralAreLines();
    void rangesCountSessions_data();
    void rangesCountSessions();
    void sessionsInARange();
    void panesKeepTheirKind();
    void instrumentsAreFound_data();
    void instrumentsAreFound();
};

void TestDeskState::comesBackAsItWas()
{
    DeskState state;
    DeskPane candles = pane({QStringLiteral("NVDA")}, false);
    candles.curve = charts::CurveType::Candles;
    candles.scale = charts::ValueScale::Log;
    candles.weight = 0.375;
    candles.range = desk::DeskRange{
        day("2025-01-27"), day("2025-01-27"),
        core::TimeRange{*core::parseIsoTime("2025-01-27T13:00:00Z"), *core::parseIsoTime("2025-01-27T21:30:00.25Z")}};
    DeskPane volume = pane({QStringLiteral("^GSPC"), QStringLiteral("ÄÖÜ.DE")});
    volume.kind = charts::PaneKind::Volume;
    state.panes = {pane({QStringLiteral("^GSPC")}), volume, candles};
    state.range = desk::DeskRange{day("2025-01-14"), day("2025-02-14"), std::nullopt};
    state.base = day("2025-01-24");
    state.time = charts::TimeMode::Calendar;
    state.follow = true;
    state.activePane = 2;
    const auto back = DeskState::fromJson(state.toJson());
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
    QVERIFY(*back == state);
    const auto empty = DeskState::fromJson(DeskState().toJson());
    QVERIFY(empty.has_value());
    QVERIFY(*empty == DeskState());
}

void TestDeskState::sampleDeskIsRead()
{
    QFile file(QStringLiteral(":/sample/desk.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto state = DeskState::fromJson(file.readAll());
    QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().message));
    QCOMPARE(state->panes.size(), std::size_t(3));
    QCOMPARE(state->panes[1].symbols,
             QStringList({QStringLiteral("NVDA"), QStringLiteral("AVGO"), QStringLiteral("VST")}));
    QVERIFY(state->base == day("2025-01-24"));
}

void TestDeskState::wrongDeskIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &json, const char *named) {
        QTest::newRow(name) << json << QString::fromLatin1(named);
    };
    const auto paneWith = [](const QByteArray &what) -> QByteArray {
        return R"({"schema":1,"panes":[{"symbols":["A"]},{)" + what + "}]}";
    };
    row("no JSON", "charts", "JSON");
    row("a list", "[]", "JSON");
    row("no schema", R"({"panes":[]})", "schema");
    row("no panes", R"({"schema":1})", "panes");
    row("a pane that is a word", R"({"schema":1,"panes":["NVDA"]})", "panes[0]");
    row("a pane without symbols", paneWith(R"("kind":"price")"), "panes[1].symbols");
    row("a symbol twice", paneWith(R"("symbols":["A","A"])"), "panes[1].symbols");
    row("a symbol with a comma", paneWith(R"("symbols":["A,B"])"), "panes[1].symbols");
    row("an unknown curve", paneWith(R"("symbols":["A"],"curve":"spline")"), "panes[1].curve");
    row("an unknown scale", paneWith(R"("symbols":["A"],"scale":1)"), "panes[1].scale");
    row("a weight of zero", paneWith(R"("symbols":["A"],"weight":0)"), "panes[1].weight");
    row("linked as a word", paneWith(R"("symbols":["A"],"linked":"yes")"), "panes[1].linked");
    row("a range without an end", paneWith(R"("symbols":["A"],"range":{"from":"2025-01-01"})"), "panes[1].range");
    row("a reversed range", R"({"schema":1,"panes":[],"range":{"from":"2025-02-01","to":"2025-01-01"}})", "range");
    row("a date that is none", R"({"schema":1,"panes":[],"base":"2025-02-30"})", "base");
    row("a time without an offset",
        R"({"schema":1,"panes":[],"range":{"from":"2025-01-01","to":"2025-01-02","begin":"2025-01-01T10:00","end":"2025-01-02T10:00Z"}})",
        "range.begin");
    row("an active pane that is not there", R"({"schema":1,"panes":[{"symbols":["A"]}],"active":1})", "active");
}

void TestDeskState::wrongDeskIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto state = DeskState::fromJson(json);
    QVERIFY(!state.has_value());
    QCOMPARE(state.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(state.error().message.contains(named), qPrintable(state.error().message));
}

void TestDeskState::unknownKeysAreIgnored()
{
    const auto state = DeskState::fromJson(
        R"({"schema":1,"colour":"red","panes":[{"symbols":["A"],"shadow":true}],"notes":[1,2]})");
    QVERIFY(state.has_value());
    QCOMPARE(state->panes.front().symbols, QStringList{QStringLiteral("A")});
    const auto later = DeskState::fromJson(R"({"schema":2,"panes":"elsewhere"})");
    QVERIFY(!later.has_value());
    QCOMPARE(later.error().code, core::ErrorCode::NewerVersion);
}

void TestDeskState::firstDeskFollowsInstruments()
{
    using core::InstrumentKind;
    const std::vector<core::Instrument> instruments{
        instrument("A", InstrumentKind::Stock), instrument("^I", InstrumentKind::Index),
        instrument("B", InstrumentKind::Stock), instrument("C", InstrumentKind::Stock),
        instrument("D", InstrumentKind::Stock), instrument("X", InstrumentKind::Fx)};
    const DeskState state = DeskState::forInstruments(instruments);
    QCOMPARE(state.panes.size(), std::size_t(3));
    QCOMPARE(state.panes[0].symbols, QStringList{QStringLiteral("^I")});
    QCOMPARE(state.panes[1].symbols, QStringList({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    QCOMPARE(state.panes[2].symbols, QStringList{QStringLiteral("A")});
    QVERIFY(state.panes[2].kind == charts::PaneKind::Volume);
    const std::vector<core::Instrument> coins{instrument("BTC", InstrumentKind::Crypto)};
    QCOMPARE(DeskState::forInstruments(coins).panes.size(), std::size_t(1));
    QVERIFY(DeskState::forInstruments({}).panes.empty());
}

void TestDeskState::candlesOfSeveralAreLines()
{
    DeskPane several = pane({QStringLiteral("A"), QStringLiteral("B")});
    several.curve = charts::CurveType::Candles;
    QVERIFY(several.spec().curve == charts::CurveType::Line);
    DeskPane single = pane({QStringLiteral("A")});
    single.curve = charts::CurveType::Candles;
    single.scale = charts::ValueScale::Rebased;
    QVERIFY(single.spec().curve == charts::CurveType::Candles);
    QVERIFY(!single.spec().scale);
}

void TestDeskState::rangesCountSessions_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QByteArray>("first");
    const auto row = [](const char *name, RangeChoice choice, const char *last, const char *first) {
        QTest::newRow(name) << int(choice) << QByteArray(last) << QByteArray(first);
    };
    row("one session", RangeChoice::Day1, "2025-01-27", "2025-01-27");
    row("five sessions over the holiday of 20 January", RangeChoice::Day5, "2025-01-24", "2025-01-17");
    row("five sessions over a weekend", RangeChoice::Day5, "2025-01-28", "2025-01-22");
    row("a month", RangeChoice::Month1, "2025-02-14", "2025-01-14");
    row("a month to a holiday", RangeChoice::Month1, "2025-02-20", "2025-01-21");
    row("a month to a shorter one", RangeChoice::Month1, "2025-03-31", "2025-02-28");
    row("three months end where the quotes begin", RangeChoice::Month3, "2025-02-14", "2024-12-02");
    row("this year", RangeChoice::YearToDate, "2025-02-14", "2025-01-02");
    row("a year", RangeChoice::Year1, "2025-02-14", "2024-12-02");
    row("all", RangeChoice::All, "2025-01-10", "2024-12-02");
}

void TestDeskState::rangesCountSessions()
{
    QFETCH(int, choice);
    QFETCH(QByteArray, last);
    QFETCH(QByteArray, first);
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    const std::vector<core::CalendarPtr> used{*calendars.calendar(QStringLiteral("XNAS")),
                                              *calendars.calendar(QStringLiteral("XNYS"))};
    const desk::SessionSpan quoted{day("2024-12-02"), day("2025-02-14")};
    const desk::SessionSpan span = desk::spanOf(RangeChoice(choice), day(last.constData()), quoted, used);
    QCOMPARE(span.first.iso(), first.toStdString());
    QCOMPARE(span.last.iso(), RangeChoice(choice) == RangeChoice::All ? "2025-02-14" : last.toStdString());
}

void TestDeskState::sessionsInARange()
{
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    const std::vector<core::CalendarPtr> used{*calendars.calendar(QStringLiteral("XNAS"))};
    const auto at = [](const char *iso) { return *core::parseIsoTime(iso); };
    // From the night after Friday's close to Tuesday noon in New York: Monday was a holiday.
    const auto span = desk::sessionsIn({at("2025-01-17T23:00:00Z"), at("2025-01-21T17:00:00Z")}, used);
    QVERIFY(span.has_value());
    QCOMPARE(span->first.iso(), std::string("2025-01-21"));
    QCOMPARE(span->last.iso(), std::string("2025-01-21"));
    QVERIFY(!desk::sessionsIn({at("2025-01-18T00:00:00Z"), at("2025-01-20T23:00:00Z")}, used));
    QVERIFY(desk::hasAtMost(5, {day("2025-01-17"), day("2025-01-24")}, used));
    QVERIFY(!desk::hasAtMost(5, {day("2025-01-17"), day("2025-01-27")}, used));
}

void TestDeskState::panesKeepTheirKind()
{
    desk::PaneList list;
    list.assign({pane({QStringLiteral("A")}), pane({QStringLiteral("U")}, false), pane({QStringLiteral("B")})});
    QCOMPARE(list.linked().size(), std::size_t(2));
    QCOMPARE(list.all().back().pane.symbols, QStringList{QStringLiteral("U")});
    const int a = list.idAt(0);
    const int b = list.idAt(1);
    QVERIFY(!list.canMove(a, -1));
    list.move(a, 1);
    QCOMPARE(list.indexOf(a), 1);
    QVERIFY(!list.canMove(a, 1)); // what stands below has an axis of its own
    list.moveBefore(a, 0);
    QCOMPARE(list.indexOf(a), 0);
    list.setLinked(a, false);
    QCOMPARE(list.linked().size(), std::size_t(1));
    QCOMPARE(list.idAt(0), b);
    list.remove(b);
    QCOMPARE(list.find(b), static_cast<const DeskPane *>(nullptr));
    QCOMPARE(list.all().size(), std::size_t(2));
}

void TestDeskState::instrumentsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("all") << QString() << QStringList{QStringLiteral("MUV2.DE"), QStringLiteral("NVDA")};
    QTest::newRow("symbol") << QStringLiteral("nv") << QStringList{QStringLiteral("NVDA")};
    QTest::newRow("umlaut written out") << QStringLiteral("muenchener") << QStringList{QStringLiteral("MUV2.DE")};
    QTest::newRow("umlaut") << QString::fromUtf8("MÜNCH") << QStringList{QStringLiteral("MUV2.DE")};
    QTest::newRow("name in the other language") << QStringLiteral("Munich") << QStringList{QStringLiteral("MUV2.DE")};
    QTest::newRow("alias") << QStringLiteral("chip king") << QStringList{QStringLiteral("NVDA")};
    QTest::newRow("nothing") << QStringLiteral("xyz") << QStringList();
}

void TestDeskState::instrumentsAreFound()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    core::Instrument munich = instrument("MUV2.DE", core::InstrumentKind::Stock);
    munich.names = {{QStringLiteral("de"), QString::fromUtf8("Münchener Rück"), {}, {}},
                    {QStringLiteral("en"), QStringLiteral("Munich Re"), {}, {}}};
    core::Instrument nvidia = instrument("NVDA", core::InstrumentKind::Stock);
    nvidia.names = {{QStringLiteral("en"), QStringLiteral("Nvidia"), {}, {QStringLiteral("the chip king")}}};
    desk::InstrumentChoices choices;
    const QAbstractItemModelTester tester(&choices);
    choices.setInstruments({munich, nvidia}, QStringLiteral("de"));
    choices.setText(text);
    QStringList symbols;
    for (int row = 0; row < choices.rowCount(); ++row)
        symbols.append(choices.index(row).data(desk::InstrumentChoices::SymbolRole).toString());
    QCOMPARE(symbols, found);
}

QTEST_MAIN(TestDeskState)
#include "tst_deskstate.moc"
