// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/StackView.h>
#include <pipeline/StoreSession.h>
#include <store/StoreFiles.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <desk/ChartDesk.h>

#include <random>

using namespace tickmark;
using charts::StackView;

namespace {

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

std::vector<core::Tick> walk(core::Time from, int count, qint64 step)
{
    std::mt19937 random(5);
    std::vector<core::Tick> ticks;
    qint64 price = 10'000;
    for (int i = 0; i < count; ++i) {
        price += qint64(random() % 5) - 2;
        ticks.push_back({core::Time{from.ns + i * step}, price, 10});
    }
    return ticks;
}

} // namespace

//! An instrument that has nothing but ticks, from the store to the window, while more of them are written.
class TestTickDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void ticksAloneAreDrawn();
    void percentCountsFromTheirClose();
    void newTicksAreShownAsTheyAreWritten();
    void exportReadsItsOwnTicks();
    void simulatedTicksAreShownWhenChosen();

private:
    void add(std::vector<core::Tick> ticks, core::SeriesKind kind = core::SeriesKind::Traded);
    [[nodiscard]] StackView *view() const { return m_desk->findChild<StackView *>(); }
    [[nodiscard]] QString read() const { return view()->readings().at(0).curves.at(0).text; }

    QTemporaryDir m_folder;
    std::shared_ptr<core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars"));
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<desk::ChartDesk> m_desk;
    qint64 m_instrument = 0;
    qint64 m_import = 0;
    core::Time m_newest;
};

void TestTickDesk::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("ticks.tickmark"));
    const auto made = store::createStore(path, false, [this](store::StoreWriter &writer) -> core::Result<> {
        core::Instrument instrument;
        instrument.symbol = QStringLiteral("TCK");
        instrument.mic = QStringLiteral("XNYS");
        instrument.currency = QStringLiteral("USD");
        const auto id = writer.addInstrument(instrument).result();
        if (!id)
            return tl::unexpected(id.error());
        m_instrument = *id;
        return {};
    });
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().message));
    auto opening = pipeline::StoreSession::open(path, m_calendars);
    QTRY_VERIFY(opening.isFinished());
    QVERIFY(opening.result().has_value());
    m_session = *opening.result();
    QVERIFY(m_session->writer());
    const auto import = m_session->writer()
                            ->beginTickImport({QStringLiteral("file"), store::ImportKind::Ticks,
                                               QStringLiteral("made up"), core::Time{1}})
                            .result();
    QVERIFY2(import.has_value(), import ? "" : qPrintable(import.error().message));
    m_import = *import;
    add(walk(at("2025-01-27T14:30:00Z"), 23'000, core::kNsPerSecond));
    add(walk(at("2025-01-28T14:30:00Z"), 20'000, core::kNsPerSecond));

    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    m_desk = std::make_unique<desk::ChartDesk>(*m_appearance);
    m_desk->resize(900, 500);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
    m_desk->setSession(m_session.get());
    desk::DeskState state;
    desk::DeskPane pane;
    pane.symbols = {QStringLiteral("TCK")};
    state.panes = {pane};
    m_desk->setState(state);
    QTRY_VERIFY(!view()->readings().empty());
}

void TestTickDesk::add(std::vector<core::Tick> ticks, core::SeriesKind kind)
{
    m_newest = std::max(m_newest, ticks.back().time);
    store::SeriesKey key;
    key.instrumentId = m_instrument;
    key.source = QStringLiteral("file");
    key.field = core::QuoteField::Trade;
    key.kind = kind;
    const auto added = m_session->writer()->addTicks(m_import, {key, 2, 0, std::move(ticks)}).result();
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
}

void TestTickDesk::ticksAloneAreDrawn()
{
    QTRY_VERIFY(view()->isSettled());
    QVERIFY(view()->viewRange().contains(m_newest) || view()->viewRange().end == m_newest);
    view()->setViewRange({at("2025-01-27T15:00:00Z"), at("2025-01-27T15:10:00Z")});
    QTRY_VERIFY(view()->isSettled());
    const auto ticks = walk(at("2025-01-27T14:30:00Z"), 23'000, core::kNsPerSecond);
    view()->setCrosshair(at("2025-01-27T15:05:00.5Z"));
    QCOMPARE(view()->crosshair(), at("2025-01-27T15:05:00Z"));
    const core::Tick &tick = ticks[35 * 60];
    QTRY_VERIFY2(read().startsWith(QString::number(double(tick.price) / 100, 'f', 2)), qPrintable(read()));
    view()->setCrosshair(std::nullopt);
}

void TestTickDesk::percentCountsFromTheirClose()
{
    m_desk->setBase(core::SessionDate::fromIso("2025-01-27"));
    const auto first = walk(at("2025-01-27T14:30:00Z"), 23'000, core::kNsPerSecond);
    const double close = double(first.back().price);
    view()->setCrosshair(at("2025-01-28T15:00:00Z"));
    const double percent = (double(first[30 * 60].price) / close - 1) * 100;
    const QString expected = QString::number(std::abs(percent), 'f', 2);
    QTRY_VERIFY2(read().contains(expected), qPrintable(read() + u' ' + expected));
    m_desk->setBase(std::nullopt);
    view()->setCrosshair(std::nullopt);
}

void TestTickDesk::newTicksAreShownAsTheyAreWritten()
{
    view()->setViewRange({core::Time{m_newest.ns - 10 * core::kNsPerMinute}, m_newest});
    view()->setFollow(true);
    QTRY_VERIFY(view()->isSettled());
    for (int i = 0; i < 20; ++i)
        add({{core::Time{m_newest.ns + 5 * core::kNsPerSecond}, 20'000 + i, 1}});
    QTRY_VERIFY2(read().startsWith(QStringLiteral("200.19")), qPrintable(read()));
    QVERIFY(view()->viewRange().contains(m_newest));
    view()->setFollow(false);
}

void TestTickDesk::exportReadsItsOwnTicks()
{
    QTRY_VERIFY(m_desk->exportRequest());
    const auto request = m_desk->exportRequest();
    QVERIFY(request->session);
    const auto &curve = request->content.curves.at(QStringLiteral("TCK"));
    QVERIFY(curve.ticks);
    QCOMPARE(curve.ticks->pages->loads(), quint64(0));
}

//! As the dialog of the instruments lets one choose, beside real ticks of the same time.
void TestTickDesk::simulatedTicksAreShownWhenChosen()
{
    const auto title = [this] { return view()->readings().at(0).title; };
    add(walk(at("2025-01-28T14:30:00Z"), 5'000, core::kNsPerSecond), core::SeriesKind::Simulated);
    QTRY_VERIFY(view()->isSettled());
    QVERIFY2(!title().contains(QStringLiteral("simulated")), qPrintable(title()));
    auto reader = store::StoreReader::open(m_session->path());
    QVERIFY(reader.has_value());
    const auto simulated = (*reader)->preferredSeries(m_instrument, store::SeriesUse::Ticks,
                                                      core::SeriesKind::Simulated);
    QVERIFY(simulated.has_value() && *simulated);
    const auto chosen =
        m_session->writer()->setPreferredSeries(m_instrument, store::SeriesUse::Ticks, (*simulated)->id).result();
    QVERIFY2(chosen.has_value(), chosen ? "" : qPrintable(chosen.error().message));
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY2(title().contains(QStringLiteral("(simulated)")), qPrintable(title()));
    QVERIFY(m_session->writer()
                ->setPreferredSeries(m_instrument, store::SeriesUse::Ticks, std::nullopt)
                .result()
                .has_value());
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QTRY_VERIFY2(!title().contains(QStringLiteral("simulated")), qPrintable(title()));
}

QTEST_MAIN(TestTickDesk)
#include "tst_tickdesk.moc"
