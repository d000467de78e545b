// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/StackView.h>
#include <pipeline/SampleCase.h>
#include <pipeline/StoreSession.h>

#include <QTemporaryDir>
#include <QTest>

#include <desk/ChartDesk.h>

using namespace tickmark;
using charts::StackView;

//! The active claim in the charts of the sample: drawn in each that shows its instrument, and gone with it.
class TestDeskNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void claimIsDrawnInLinkedAndUnlinkedCharts();
    void aChartThatComesLaterHasIt();
    void numberFollowsTheLanguage();

private:
    //! A claim on Nvidia that the session only passed.
    [[nodiscard]] store::StoredClaim claim() const;
    [[nodiscard]] QImage picture(bool linked) const;

    QTemporaryDir m_folder;
    std::shared_ptr<core::CalendarSet> m_calendars = std::make_shared<core::CalendarSet>(QStringLiteral(":/calendars"));
    std::shared_ptr<pipeline::StoreSession> m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<desk::ChartDesk> m_desk;
};

void TestDeskNews::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("sample.tickmark"));
    QVERIFY(pipeline::writeSampleStore(path, false, *m_calendars, core::Time{1}));
    auto opening = pipeline::StoreSession::open(path, m_calendars);
    QTRY_VERIFY(opening.isFinished());
    QVERIFY(opening.result().has_value());
    m_session = *opening.result();
}

void TestDeskNews::init()
{
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    m_desk = std::make_unique<desk::ChartDesk>(*m_appearance);
    m_desk->resize(900, 800);
    m_desk->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk.get()));
    m_desk->setSession(m_session.get());
    desk::DeskState state;
    state.panes.resize(2);
    state.panes[0].symbols = {QStringLiteral("NVDA"), QStringLiteral("AVGO")};
    state.panes[1].symbols = {QStringLiteral("NVDA")};
    state.panes[1].linked = false;
    state.base = core::SessionDate::fromIso("2025-01-24");
    m_desk->setState(state);
    QTRY_VERIFY(!picture(true).isNull() && !picture(false).isNull());
}

void TestDeskNews::cleanup()
{
    m_desk.reset();
    m_appearance.reset();
}

store::StoredClaim TestDeskNews::claim() const
{
    const auto reading = m_session->read([](store::StoreReader &reader, std::stop_token stop) {
        return reader.claims(store::kAllTimes, std::move(stop));
    });
    const auto all = reading.result();
    for (const store::StoredClaim &stored : *all) {
        if (stored.claim.subject.symbol == QLatin1String("NVDA") && stored.verdict
            && stored.verdict->code == claims::VerdictCode::Intraday)
            return stored;
    }
    return {};
}

//! Null until everything is drawn.
QImage TestDeskNews::picture(bool linked) const
{
    for (StackView *view : m_desk->findChildren<StackView *>()) {
        if (view->spec().panes.empty() || view->spec().markers != linked)
            continue;
        const QImage image = view->grab().toImage();
        return view->isSettled() && !view->readings().empty() ? image : QImage();
    }
    return {};
}

void TestDeskNews::claimIsDrawnInLinkedAndUnlinkedCharts()
{
    m_desk->setClaim(std::nullopt);
    QVERIFY(claim().verdict);
    m_desk->setClaim(claim());
    const QImage linked = picture(true);
    const QImage unlinked = picture(false);
    m_desk->setClaim(std::nullopt);
    QVERIFY(picture(true) != linked);
    QVERIFY(picture(false) != unlinked);
}

void TestDeskNews::aChartThatComesLaterHasIt()
{
    m_desk->setClaim(claim());
    const desk::DeskState state = m_desk->state();
    m_desk->setState({});
    m_desk->setState(state);
    QTRY_VERIFY(!picture(false).isNull());
    const QImage with = picture(false);
    m_desk->setClaim(std::nullopt);
    QVERIFY(picture(false) != with);
}

void TestDeskNews::numberFollowsTheLanguage()
{
    m_desk->setClaim(claim());
    const QImage english = picture(true);
    m_appearance->setLanguage(QStringLiteral("de"));
    QTRY_VERIFY(!picture(true).isNull());
    QVERIFY(picture(true) != english);
}

QTEST_MAIN(TestDeskNews)
#include "tst_desknews.moc"
