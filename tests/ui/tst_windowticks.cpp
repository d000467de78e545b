// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ticks in the window: played again as if live, and imported into the chart that is on screen.
#include "WindowBench.h"
#include <charts/StackView.h>
#include <dialogs/ImportDialog.h>
#include <panels/ReplayBar.h>
#include <pipeline/SampleCase.h>
#include <store/StoreWriter.h>

#include <QAbstractButton>
#include <QFile>
#include <QSignalSpy>
#include <QSlider>

#include <desk/ChartDesk.h>

#include <algorithm>

using namespace tickmark;
using charts::StackView;

namespace {

constexpr int kTicks = 7'200; // a second apart
constexpr qint64 kFirstPrice = 10'000;

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

const core::Time kOpening = at("2025-01-27T14:30:00Z");

//! The price says when it was: one cent more each second.
QString priceAt(core::Time time)
{
    return QString::number(double(kFirstPrice + (time.ns - kOpening.ns) / core::kNsPerSecond) / 100, 'f', 2);
}

//! The sample case, and an instrument that has nothing but ticks.
core::Result<> writeStore(const QString &path)
{
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    if (const auto written = pipeline::writeSampleStore(path, false, calendars, kOpening); !written)
        return tl::unexpected(written.error());
    auto writer = store::StoreWriter::open(path);
    if (!writer)
        return tl::unexpected(writer.error());
    core::Instrument instrument;
    instrument.symbol = QStringLiteral("TCK");
    instrument.mic = QStringLiteral("XNYS");
    instrument.currency = QStringLiteral("USD");
    const auto id = (*writer)->addInstrument(instrument).result();
    if (!id)
        return tl::unexpected(id.error());
    const auto import = (*writer)
                            ->beginTickImport(
                                {QStringLiteral("file"), store::ImportKind::Ticks, QStringLiteral("made up"), kOpening})
                            .result();
    if (!import)
        return tl::unexpected(import.error());
    store::TickSlice slice;
    slice.series.instrumentId = *id;
    slice.series.source = QStringLiteral("file");
    slice.series.field = core::QuoteField::Trade;
    slice.priceDecimals = 2;
    for (int i = 0; i < kTicks; ++i)
        slice.ticks.push_back({core::Time{kOpening.ns + i * core::kNsPerSecond}, kFirstPrice + i, 1});
    if (const auto added = (*writer)->addTicks(*import, std::move(slice)).result(); !added)
        return tl::unexpected(added.error());
    const auto ended = (*writer)->endTickImport(*import, {}).result();
    return ended ? core::Result<>() : tl::unexpected(ended.error());
}

} // namespace

class TestWindowTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void replayIsSteeredFromItsBar();
    void importedTicksAppearInTheOpenChart();

private:
    [[nodiscard]] StackView &view() { return m_bench->stack(); }
    //! The price in the head of the chart.
    [[nodiscard]] QString price()
    {
        const auto readings = view().readings();
        return readings.empty() || readings.front().curves.empty()
                   ? QString()
                   : readings.front().curves.front().text.section(u' ', 0, 0);
    }

    QTemporaryDir m_home;
    QTemporaryDir m_folder;
    std::unique_ptr<WindowBench> m_bench;
};

void TestWindowTicks::initTestCase()
{
    WindowBench::useOwnHome(m_home);
    const auto written = writeStore(m_folder.filePath(QStringLiteral("ticks.tickmark")));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
}

void TestWindowTicks::init()
{
    const QString store = m_folder.filePath(QStringLiteral("open.tickmark"));
    QVERIFY(!QFile::exists(store) || QFile::remove(store));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("ticks.tickmark")), store));
    m_bench = std::make_unique<WindowBench>(QStringLiteral("en"), store);
    desk::DeskPane pane;
    pane.symbols = {QStringLiteral("TCK")};
    desk::DeskState state;
    state.panes = {pane};
    m_bench->window().desk().setState(state);
    QTRY_COMPARE_WITH_TIMEOUT(price(), priceAt(core::Time{kOpening.ns + (kTicks - 1) * core::kNsPerSecond}), 10'000);
}

void TestWindowTicks::cleanup()
{
    m_bench.reset();
    QDir(m_home.filePath(QStringLiteral("config"))).removeRecursively();
}

void TestWindowTicks::replayIsSteeredFromItsBar()
{
    auto *bar = m_bench->window().findChild<panels::ReplayBar *>();
    QVERIFY(bar && !bar->isVisible());
    const core::Time from = at("2025-01-27T15:00:00Z");
    // Some minutes, which the replay leaves within a second or two.
    view().zoom(20);
    m_bench->window().replay(QStringLiteral("TCK"), from, 300);
    QTRY_VERIFY(bar->isVisible());

    // Started: what comes after the beginning is not there yet, then it comes, and the chart goes with it.
    QTRY_VERIFY(view().follows());
    QTRY_VERIFY(!price().isEmpty() && price() < priceAt(at("2025-01-27T16:00:00Z")) && price() >= priceAt(from));
    const QString begun = price();
    const core::TimeRange range = view().viewRange();
    QTRY_VERIFY(price() > begun);
    QTRY_VERIFY(view().viewRange().end > range.end);

    // Paused by the space bar.
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Space);
    const auto buttons = bar->findChildren<QAbstractButton *>();
    QTRY_VERIFY(std::ranges::any_of(
        buttons, [](const QAbstractButton *button) { return button->toolTip() == QLatin1String("Play (space)"); }));

    // Sought, forward and back: exactly what there was by then.
    auto *slider = bar->findChild<QSlider *>();
    QVERIFY(slider);
    for (const int part : {8, 3}) {
        slider->setValue(slider->maximum() * part / 10);
        const core::Time sought{kOpening.ns + kTicks * core::kNsPerSecond * part / 10};
        const QString before = priceAt(core::Time{sought.ns - core::kNsPerSecond});
        QTRY_VERIFY2(price() == before || price() == priceAt(sought), qPrintable(price() + u' ' + before));
    }

    // Closed: the chart has everything again.
    QTest::keyClick(bar, Qt::Key_Escape);
    QTRY_VERIFY(!bar->isVisible());
    view().fit();
    QTRY_COMPARE(price(), priceAt(core::Time{kOpening.ns + (kTicks - 1) * core::kNsPerSecond}));
}

void TestWindowTicks::importedTicksAppearInTheOpenChart()
{
    constexpr int kMore = 5'000;
    QFile file(m_folder.filePath(QStringLiteral("more.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("symbol,time,price,size\n");
    core::Time last;
    for (int i = 0; i < kMore; ++i) {
        last = core::Time{kOpening.ns + (kTicks + i) * core::kNsPerSecond};
        file.write("TCK," + QByteArray::fromStdString(core::isoTime(last)) + ',' + priceAt(last).toLatin1() + ",1\n");
    }
    file.close();
    view().setFollow(true);
    m_bench->window().importFiles({file.fileName()});
    auto *dialog = m_bench->window().findChild<dialogs::ImportDialog *>();
    QVERIFY(dialog);
    auto *import = dialog->findChild<QAbstractButton *>(QStringLiteral("import"));
    QVERIFY(import);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 10'000);
    QSignalSpy imported(dialog, &dialogs::ImportDialog::imported);
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(price(), priceAt(last), 10'000);
    QTRY_VERIFY(view().isSettled());
    QVERIFY(view().viewRange().contains(last));
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, 10'000); // before, closing asks whether to cancel
    dialog->close();
}

QTEST_MAIN(TestWindowTicks)
#include "tst_windowticks.moc"
