// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTestSupport.h"

using namespace tickmark;
using namespace tickmark::store;

//! What the user has read stays read, and goes only with the headline itself.
class NewsReadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void marksSurviveReopening();
    void marksCanBeTakenBack();
    void idsThatAreNotThereArePassedOver();
    void anUpdatedHeadlineStaysRead();
    void anUndoTakesTheMarksOfItsHeadlines();
    void anUndoOfAnUpdateKeepsTheMark();
    void aBackupHasTheMarks();
    void searchWhileTyping_data();
    void searchWhileTyping();

private:
    qint64 import(std::vector<core::NewsItem> items);
    std::vector<qint64> read();

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
};

namespace {

core::NewsItem item(const char *guid, const char *title)
{
    return {0, text(guid), core::Time{1}, text("Abendblatt"), text("de"), text(title), {}, {}};
}

using Ids = std::vector<qint64>;

} // namespace

void NewsReadTest::init()
{
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
}

void NewsReadTest::cleanup()
{
    m_writer.reset();
    const auto findings = verifyStore(m_folder->store());
    VERIFY_RESULT(findings);
    QVERIFY2(findings->empty(), findings->empty() ? "" : qPrintable(findings->front().what + findings->front().detail));
}

qint64 NewsReadTest::import(std::vector<core::NewsItem> items)
{
    const auto result = m_writer->importNews({}, std::move(items)).result();
    if (!result)
        QTest::qFail(qPrintable(result.error().message + result.error().detail), __FILE__, __LINE__);
    return result.value_or(ImportResult{}).importId;
}

std::vector<qint64> NewsReadTest::read()
{
    const auto reader = StoreReader::open(m_folder->store());
    return reader ? (*reader)->readNews().value_or(Ids{-1}) : Ids{-1};
}

void NewsReadTest::marksSurviveReopening()
{
    import({item("1", "A"), item("2", "B"), item("3", "C")});
    QCOMPARE(read(), Ids());
    VERIFY_RESULT(m_writer->markRead({3, 1}, true).result());
    VERIFY_RESULT(m_writer->markRead({3}, true).result());
    m_writer.reset();
    auto again = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(again);
    QCOMPARE(read(), (Ids{1, 3}));
}

void NewsReadTest::marksCanBeTakenBack()
{
    import({item("1", "A"), item("2", "B")});
    VERIFY_RESULT(m_writer->markRead({1, 2}, true).result());
    VERIFY_RESULT(m_writer->markRead({1}, false).result());
    QCOMPARE(read(), Ids{2});
}

void NewsReadTest::idsThatAreNotThereArePassedOver()
{
    import({item("1", "A")});
    VERIFY_RESULT(m_writer->markRead({4711, 1, -1}, true).result());
    VERIFY_RESULT(m_writer->markRead({815}, false).result());
    QCOMPARE(read(), Ids{1});
}

void NewsReadTest::anUpdatedHeadlineStaysRead()
{
    import({item("1", "Eilmeldung")});
    VERIFY_RESULT(m_writer->markRead({1}, true).result());
    import({item("1", "Eilmeldung, ergänzt")});
    QCOMPARE(read(), Ids{1});
}

void NewsReadTest::anUndoTakesTheMarksOfItsHeadlines()
{
    import({item("1", "A")});
    const qint64 second = import({item("2", "B"), item("3", "C")});
    VERIFY_RESULT(m_writer->markRead({1, 2}, true).result());
    VERIFY_RESULT(m_writer->undoImport(second).result());
    QCOMPARE(read(), Ids{1});
}

void NewsReadTest::anUndoOfAnUpdateKeepsTheMark()
{
    import({item("1", "Eilmeldung")});
    const qint64 update = import({item("1", "Eilmeldung, ergänzt")});
    VERIFY_RESULT(m_writer->markRead({1}, true).result());
    VERIFY_RESULT(m_writer->undoImport(update).result());
    QCOMPARE(read(), Ids{1});
}

void NewsReadTest::aBackupHasTheMarks()
{
    import({item("1", "A")});
    VERIFY_RESULT(m_writer->markRead({1}, true).result());
    const QString copy = m_folder->store("copy.tickmark");
    VERIFY_RESULT(backupStore(m_folder->store(), copy, false));
    const auto reader = StoreReader::open(copy);
    VERIFY_RESULT(reader);
    QCOMPARE((*reader)->readNews().value(), Ids{1});
}

void NewsReadTest::searchWhileTyping_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("asYouType");
    QTest::addColumn<bool>("found");
    for (const char *typed : {"C", "Chip", "Chipwe", "Chipwerte", "chipwerten", "Verluste chipw", "verlust bei chip"})
        QTest::newRow(typed) << QByteArray(typed) << true << true;
    QTest::newRow("another beginning") << QByteArray("Chipx") << true << false;
    QTest::newRow("only the last word may go on") << QByteArray("Chip Verluste") << true << false;
    QTest::newRow("whole words") << QByteArray("Chipwe") << false << false;
    QTest::newRow("a whole word in another form") << QByteArray("Chipwerten") << false << true;
    QTest::newRow("no word") << QByteArray("\"*") << true << false;
}

void NewsReadTest::searchWhileTyping()
{
    QFETCH(QByteArray, typed);
    QFETCH(bool, asYouType);
    QFETCH(bool, found);
    import({item("1", "Verluste bei Chipwerten"), item("2", "Ruhe an der Börse")});
    const auto reader = StoreReader::open(m_folder->store());
    const auto ids = (*reader)->newsMatching(QString::fromUtf8(typed), asYouType);
    VERIFY_RESULT(ids);
    QCOMPARE(*ids, found ? Ids{1} : Ids());
}

QTEST_GUILESS_MAIN(NewsReadTest)
#include "tst_newsread.moc"
