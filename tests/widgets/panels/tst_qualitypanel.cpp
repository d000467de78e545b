// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../models/store/StoreTestSupport.h"
#include "../../models/tables/SessionSupport.h"
#include <panels/QualityPanel.h>
#include <store/StoreWriter.h>

#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <style/DockHead.h>

using namespace tickmark;
using namespace tickmark::panels;
using analysis::QualityKind;
using tables::QualityModel;

//! The data quality view in a real window over a real store.
class TestQualityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSampleHasItsHoles();
    void filterAndWayBack();
    void theFilterIsReadyToBeTypedInto();
    void showsInTheChart();
    void aHoleCannotBeCorrected();
    void preferringTheOtherSourceIsWrittenAndRead();
    void theShownValueCanBeCorrected();
    void aBarThatIsNotShownCanBeCorrected();
    void aNarrowPanelHasAllItsButtons();
    void columnsGrowWithWhatIsFound();
    void sourcesAreOfferedWhereThereAreAny();
    void readsAgainWhenQuotesChange();
    void hiddenItReadsNothing();
    void cleanStoreSaysHowMuchWasLookedAt();
    void copiesAndExports();
    void otherLanguageIsShownAtOnce();
    void theStoreGoesAway();

private:
    void open();
    void openTwoSources(qint64 second);
    [[nodiscard]] QTableView &table() const { return *m_panel->findChild<QTableView *>(); }
    [[nodiscard]] QPushButton &button(const char *name) const
    {
        return *m_panel->findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] QStringList words() const
    {
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    [[nodiscard]] bool says(const QString &part) const { return words().join(u'\n').contains(part); }

    tables::TestSession m_session;
    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<QDockWidget> m_dock;
    QualityPanel *m_panel = nullptr;
};

void TestQualityPanel::init()
{
    m_dock.reset();
    m_session.close();
    QFile::remove(m_session.path());
    m_appearance = std::make_unique<style::Appearance>(QStringLiteral("en"));
    m_dock = std::make_unique<QDockWidget>();
    m_panel = new QualityPanel(*m_appearance);
    m_dock->setTitleBarWidget(m_panel->makeHead(m_dock.get()));
    m_dock->setWidget(m_panel);
    m_dock->resize(900, 420);
    m_dock->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
}

void TestQualityPanel::open()
{
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    m_panel->setSession(m_session.get());
    QVERIFY(loaded.count() > 0 || loaded.wait());
    QVERIFY(m_panel->isSettled());
}

//! Three sessions; on the second another source has `second`.
void TestQualityPanel::openTwoSources(qint64 second)
{
    using namespace store;
    QVERIFY(m_session.openWith([&](StoreWriter &writer) -> core::Result<> {
        core::Instrument instrument = makeInstrument(text("NVDA"));
        instrument.mic = text("XNAS");
        const auto added = writer.addInstrument(instrument).result();
        for (const auto &[name, priority] : {std::pair("yahoo", 9), std::pair("stooq", 5)}) {
            const auto source = writer.ensureSource({0, text(name), text(name), priority}).result();
            const qint32 first = core::SessionDate::fromIso("2025-01-27")->days();
            std::vector<BarRow> rows{dailyRow(first, 11842), dailyRow(first + 1, priority == 9 ? 12899 : second),
                                     dailyRow(first + 2, 12370)};
            const auto imported = writer.importBars(importOf({dailySeries(1, name)}, rows)).result();
            if (!source || !imported)
                return tl::unexpected(source ? imported.error() : source.error());
        }
        return added.map([](qint64) {});
    }));
    open();
}

void TestQualityPanel::theSampleHasItsHoles()
{
    QVERIFY(m_session.openSample());
    open();
    QCOMPARE(m_panel->model().rowCount(), 3);
    QVERIFY(table().isVisible());
    QVERIFY2(says(QStringLiteral("^IXIC")), qPrintable(words().join(u'\n')));
    QVERIFY2(says(QStringLiteral("26 Dec 2024, 14 Jan 2025, 22 Jan 2025")), qPrintable(words().join(u'\n')));
}

void TestQualityPanel::filterAndWayBack()
{
    QVERIFY(m_session.openSample());
    open();
    m_panel->focusFilter();
    auto *field = m_panel->findChild<QLineEdit *>();
    QTRY_VERIFY(field->hasFocus() || field->window()->focusWidget() == field);
    QTest::keyClicks(field, QStringLiteral("enr"));
    QTRY_COMPARE(m_panel->model().rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY2(says(QStringLiteral("ENR.DE")), qPrintable(words().join(u'\n')));
    QTest::keyClicks(field, QStringLiteral(" kraken"));
    QTRY_COMPARE(m_panel->model().rowCount(), 0);
    QVERIFY(says(QualityPanel::tr("No finding matches the filter.")));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(m_panel->model().rowCount(), 3);
}

//! The keyboard opens the panel: the filter is there only once something was found.
void TestQualityPanel::theFilterIsReadyToBeTypedInto()
{
    QVERIFY(m_session.openSample());
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    m_panel->setSession(m_session.get());
    m_panel->focusFilter();
    QVERIFY(loaded.wait());
    QCOMPARE(m_dock->focusWidget(), m_panel->findChild<QLineEdit *>());
}

void TestQualityPanel::showsInTheChart()
{
    QVERIFY(m_session.openSample());
    open();
    QSignalSpy shown(m_panel, &QualityPanel::showOnChartRequested);
    table().selectRow(1);
    QTest::mouseClick(&button("showOnChart"), Qt::LeftButton);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("^SOX"));
    QCOMPARE(shown[0][1].value<core::SessionDate>(), *core::SessionDate::fromIso("2025-02-05"));
}

void TestQualityPanel::aHoleCannotBeCorrected()
{
    QVERIFY(m_session.openSample());
    open();
    QVERIFY(!button("correct").isVisible());
    QVERIFY(!button("prefer").isVisible()); // it is the only source
}

void TestQualityPanel::preferringTheOtherSourceIsWrittenAndRead()
{
    openTwoSources(12500);
    QCOMPARE(m_panel->model().rowCount(), 1);
    QCOMPARE(m_panel->model().at(0).kind, QualityKind::Disagreement);
    QVERIFY2(says(QStringLiteral("125.00")) && says(QStringLiteral("128.99")), qPrintable(words().join(u'\n')));
    QVERIFY(button("prefer").text().contains(QStringLiteral("stooq")));
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    QTest::mouseClick(&button("prefer"), Qt::LeftButton);
    QVERIFY(loaded.wait());
    QCOMPARE(m_panel->model().at(0).otherSeries->source, QStringLiteral("stooq")); // comes first now
    QVERIFY(button("prefer").text().contains(QStringLiteral("yahoo")));
}

void TestQualityPanel::theShownValueCanBeCorrected()
{
    openTwoSources(12500);
    QSignalSpy wanted(m_panel, &QualityPanel::correctionRequested);
    QTest::mouseClick(&button("correct"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("NVDA"));
    QCOMPARE(wanted[0][1].value<core::SessionDate>(), *core::SessionDate::fromIso("2025-01-28"));
    QCOMPARE(wanted[0][2].toLongLong(), m_panel->model().at(0).otherSeries->id); // yahoo's, which the charts show
}

//! A source that comes second has a bar that cannot be: it is corrected where it stands.
void TestQualityPanel::aBarThatIsNotShownCanBeCorrected()
{
    openTwoSources(12899);
    store::BarRow broken = store::dailyRow(core::SessionDate::fromIso("2025-01-30")->days(), 12500);
    broken.bar.high = 12000;
    broken.bar.flags = core::kBarRangeBroken;
    QVERIFY(m_session->writer()
                ->importBars(store::importOf({store::dailySeries(1, "stooq")}, {broken}))
                .result()
                .has_value());
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QVERIFY(loaded.wait());
    const auto isBroken = [this](int row) { return m_panel->model().at(row).kind == QualityKind::BrokenRange; };
    int row = 0;
    while (row < m_panel->model().rowCount() && !isBroken(row))
        ++row;
    QVERIFY(row < m_panel->model().rowCount());
    QVERIFY(!m_panel->model().at(row).isShown);
    table().selectRow(row);
    QSignalSpy wanted(m_panel, &QualityPanel::correctionRequested);
    QTest::mouseClick(&button("correct"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][2].toLongLong(), m_panel->model().at(row).series.id);
}

//! As in a window of 1000 x 700: nothing that can be clicked or read lies beyond the edge.
void TestQualityPanel::aNarrowPanelHasAllItsButtons()
{
    QSignalSpy sources(m_panel, &QualityPanel::sourcesRequested);
    openTwoSources(12500);
    m_dock->resize(414, 280);
    QTRY_VERIFY(m_panel->width() <= 414);
    for (const char *name : {"showOnChart", "correct", "prefer", "sources"}) {
        QVERIFY2(button(name).isVisible(), name);
        QTRY_COMPARE(button(name).visibleRegion().boundingRect(), button(name).rect());
    }
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        const int right = label->mapTo(m_panel, label->rect().topRight()).x();
        QVERIFY2(!label->isVisible() || right < m_panel->width(), qPrintable(label->text()));
    }
}

void TestQualityPanel::columnsGrowWithWhatIsFound()
{
    openTwoSources(12899);
    QCOMPARE(m_panel->model().rowCount(), 0);
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    const std::vector<store::BarRow> rows{store::dailyRow(core::SessionDate::fromIso("2025-01-28")->days(), 12500)};
    QVERIFY(m_session->writer()->importBars(importOf({store::dailySeries(1, "stooq")}, rows)).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QVERIFY(loaded.wait());
    const QAbstractItemView &view = table();
    for (const int column : {QualityModel::Kind, QualityModel::When, QualityModel::What})
        QVERIFY2(table().columnWidth(column) >= view.sizeHintForColumn(column), qPrintable(QString::number(column)));
}

void TestQualityPanel::sourcesAreOfferedWhereThereAreAny()
{
    openTwoSources(12500);
    QVERIFY(!button("sources").isVisible());
    m_panel->setSession(nullptr);
    QSignalSpy wanted(m_panel, &QualityPanel::sourcesRequested);
    open();
    QTest::mouseClick(&button("sources"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestQualityPanel::readsAgainWhenQuotesChange()
{
    openTwoSources(12500);
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    const std::vector<store::BarRow> rows{store::dailyRow(core::SessionDate::fromIso("2025-01-28")->days(), 12899)};
    QVERIFY(m_session->writer()->importBars(importOf({store::dailySeries(1, "stooq")}, rows)).result().has_value());
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    m_session->tellChanged(pipeline::StoreChange::Quotes);
    QVERIFY(loaded.wait());
    QCOMPARE(m_panel->model().rowCount(), 0);
    QVERIFY(m_panel->isSettled());
    QCOMPARE(loaded.count(), 1); // a run of changes is one walk
}

void TestQualityPanel::hiddenItReadsNothing()
{
    m_dock->hide();
    QVERIFY(m_session.openSample());
    m_panel->setSession(m_session.get());
    QVERIFY(!m_panel->isSettled());
    QCOMPARE(m_panel->model().countAll(), 0);
    QSignalSpy loaded(m_panel, &QualityPanel::loaded);
    m_dock->show();
    QVERIFY(loaded.wait());
    QCOMPARE(m_panel->model().countAll(), 3);
}

void TestQualityPanel::cleanStoreSaysHowMuchWasLookedAt()
{
    openTwoSources(12899);
    QCOMPARE(m_panel->model().countAll(), 0);
    QVERIFY2(says(QStringLiteral("Nothing found in 6")), qPrintable(words().join(u'\n')));
    QVERIFY(!table().isVisible());
}

void TestQualityPanel::copiesAndExports()
{
    openTwoSources(12500);
    table().setFocus();
    QTest::keySequence(&table(), QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("NVDA\t")) && copied.contains(QStringLiteral("(-3.09%)")),
             qPrintable(copied));
    const QString path = m_session.folder() + QStringLiteral("/findings.csv");
    QSignalSpy exported(m_panel, &QualityPanel::exported);
    m_panel->exportTo(path);
    QVERIFY(exported.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[1], QByteArray("warning,disagreement,NVDA,stooq,0,2025-01-28,2025-01-28,1,2025-01-28,125.00,128.99,"
                                  "yahoo,-3.0933,,,2025-01-28\r"));
}

void TestQualityPanel::otherLanguageIsShownAtOnce()
{
    openTwoSources(12500);
    m_appearance->setLanguage(QStringLiteral("de"));
    QVERIFY2(says(QStringLiteral("125,00")) && says(QStringLiteral("28.01.2025")), qPrintable(words().join(u'\n')));
    QCOMPARE(table().currentIndex().row(), 0); // still selected
}

void TestQualityPanel::theStoreGoesAway()
{
    QVERIFY(m_session.openSample());
    m_panel->setSession(m_session.get()); // and is gone before it has answered
    m_panel->setSession(nullptr);
    m_session.close();
    QCOMPARE(m_panel->model().countAll(), 0);
    QVERIFY(
        says(QualityPanel::tr("No database is open. Open one, or the sample case, to see here what is wrong with its "
                              "quotes.")));
}

QTEST_MAIN(TestQualityPanel)
#include "tst_qualitypanel.moc"
