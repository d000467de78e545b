// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionSupport.h"
#include <tables/InstrumentModel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tickmark;
using namespace Qt::Literals::StringLiterals;
using tables::InstrumentModel;
using tables::TestSession;

//! The list of all instruments with what the store has of each.
class TestInstrumentModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cells_data();
    void cells();
    void searchKnowsEveryWord();
    void datesSortByTime();
    void rowsAreFoundBySymbolAndId();
    void languageChanges();
    void followsTheStore();
    void letsGoOfAClosedStore();

private:
    [[nodiscard]] QModelIndex at(const char *symbol, int column) const
    {
        return m_model->index(m_model->rowOf(m_model->idOf(QString::fromLatin1(symbol))), column);
    }
    [[nodiscard]] QString text(const char *symbol, int column) const { return at(symbol, column).data().toString(); }

    std::unique_ptr<TestSession> m_session;
    std::unique_ptr<InstrumentModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestInstrumentModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_session = std::make_unique<TestSession>();
    QVERIFY(m_session->openSample());
    m_model = std::make_unique<InstrumentModel>(core::Formats(u"de"_s));
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy loaded(m_model.get(), &InstrumentModel::loaded);
    m_model->setSession(m_session->get());
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->rowCount(), 28);
}

void TestInstrumentModel::cells_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    QTest::newRow("symbol") << int(InstrumentModel::SymbolColumn) << u"NVDA"_s;
    QTest::newRow("name") << int(InstrumentModel::NameColumn) << u"Nvidia"_s;
    QTest::newRow("kind") << int(InstrumentModel::KindColumn) << tables::kindName(core::InstrumentKind::Stock);
    QTest::newRow("currency") << int(InstrumentModel::CurrencyColumn) << u"USD"_s;
    QTest::newRow("first session") << int(InstrumentModel::FromColumn) << u"02.12.2024"_s;
    QTest::newRow("last session") << int(InstrumentModel::ToColumn) << u"14.02.2025"_s;
    QTest::newRow("source, once for all series") << int(InstrumentModel::SourceColumn) << u"File"_s;
}

void TestInstrumentModel::cells()
{
    QFETCH(int, column);
    QFETCH(QString, shown);
    QCOMPARE(text("NVDA", column), shown);
}

void TestInstrumentModel::searchKnowsEveryWord()
{
    const QStringList words =
        at("^GDAXI", InstrumentModel::SymbolColumn).data(InstrumentModel::kSearchRole).toString().split(u'\n');
    QVERIFY(words.contains(u"^GDAXI"_s));
    QVERIFY(words.contains(u"DAX"_s));
    QVERIFY2(words.contains(u"deutscher Aktienindex"_s, Qt::CaseInsensitive), qPrintable(words.join(u", "_s)));
}

void TestInstrumentModel::datesSortByTime()
{
    // by their texts, 03.02. would come after 02.12. of the year before only by chance
    const auto number = [this](int column) { return at("NVDA", column).data(InstrumentModel::kSortRole).toInt(); };
    QCOMPARE(number(InstrumentModel::FromColumn), m_model->rowAt(at("NVDA", 0).row())->first->days());
    QVERIFY(number(InstrumentModel::FromColumn) < number(InstrumentModel::ToColumn));
}

void TestInstrumentModel::rowsAreFoundBySymbolAndId()
{
    const qint64 id = m_model->idOf(u"nvda"_s);
    QVERIFY(id > 0);
    QCOMPARE(m_model->rowAt(m_model->rowOf(id))->instrument.symbol, u"NVDA"_s);
    QCOMPARE(m_model->idOf(u"NOWHERE"_s), 0);
    QCOMPARE(m_model->rowOf(-5), -1);
    QVERIFY(!m_model->rowAt(-1));
    QVERIFY(!m_model->rowAt(28));
}

void TestInstrumentModel::languageChanges()
{
    QSignalSpy changed(m_model.get(), &InstrumentModel::dataChanged);
    m_model->setFormats(core::Formats(u"en"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text("NVDA", InstrumentModel::ToColumn), u"14 Feb 2025"_s);
}

void TestInstrumentModel::followsTheStore()
{
    QSignalSpy loaded(m_model.get(), &InstrumentModel::loaded);
    core::Instrument added;
    added.symbol = u"GOLD"_s;
    added.kind = core::InstrumentKind::Commodity;
    QVERIFY(m_session->get()->writer()->addInstrument(added).result().has_value());
    m_session->get()->tellChanged(pipeline::StoreChange::News); // concerns other lists
    m_session->get()->tellChanged(pipeline::StoreChange::Instruments);
    QTRY_COMPARE(m_model->rowCount(), 29);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(text("GOLD", InstrumentModel::FromColumn), u"–"_s);
    QCOMPARE(text("GOLD", InstrumentModel::ToColumn), u"–"_s);
    QVERIFY(text("GOLD", InstrumentModel::SourceColumn).isEmpty());
}

void TestInstrumentModel::letsGoOfAClosedStore()
{
    m_session->close();
    QCOMPARE(m_model->rowCount(), 0);
    m_model->reload();
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestInstrumentModel)
#include "tst_instrumentmodel.moc"
