// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreTestSupport.h"
#include <store/SearchText.h>

using namespace tickmark;
using namespace tickmark::store;

//! Finding a headline by the words that a German or English reader types.
class NewsSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finds_data();
    void finds();
    void nothingTypedIsAnOperator_data();
    void nothingTypedIsAnOperator();
    void newestFirstAndLimited();
    void importingTwiceChangesNothing();
    void anUpdateKeepsIdAndFirstTime();
    void theIndexFollowsUpdatesAndUndos();
    void theSameGuidOfTwoPublishersIsTwoItems();
    void timeRangesAreHalfOpen();

private:
    ImportResult import(std::vector<core::NewsItem> items);
    QStringList titles(const char *typed);

    std::unique_ptr<TestFolder> m_folder;
    std::unique_ptr<StoreWriter> m_writer;
};

namespace {

core::NewsItem item(const char *guid, const char *language, const char *title, const char *excerpt = "",
                    qint64 time = 0)
{
    return {0, text(guid), core::Time{time}, text("Abendblatt"), text(language), text(title), text(excerpt), {}};
}

} // namespace

void NewsSearchTest::init()
{
    m_writer.reset();
    m_folder = std::make_unique<TestFolder>();
    VERIFY_RESULT(makeStore(m_folder->store()));
    auto writer = StoreWriter::open(m_folder->store());
    VERIFY_RESULT(writer);
    m_writer = std::move(*writer);
}

ImportResult NewsSearchTest::import(std::vector<core::NewsItem> items)
{
    const auto result = m_writer->importNews({}, std::move(items)).result();
    if (!result)
        QTest::qFail(qPrintable(result.error().message + result.error().detail), __FILE__, __LINE__);
    return result.value_or(ImportResult{});
}

QStringList NewsSearchTest::titles(const char *typed)
{
    const auto reader = StoreReader::open(m_folder->store());
    const auto found = (*reader)->searchNews(text(typed));
    QStringList titles;
    for (const core::NewsItem &news : found.value_or(std::vector<core::NewsItem>{}))
        titles += news.title;
    return titles;
}

void NewsSearchTest::finds_data()
{
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("case") << QByteArray("de") << QByteArray("Kurssturz bei Nvidia") << QByteArray("kurssturz") << true;
    QTest::newRow("capitals") << QByteArray("de") << QByteArray("Kurssturz bei Nvidia") << QByteArray("NVIDIA") << true;
    QTest::newRow("umlaut for ae") << QByteArray("de") << QByteArray("Die Boerse bebt") << QByteArray("Börse") << true;
    QTest::newRow("ae for umlaut") << QByteArray("de") << QByteArray("Die Börse bebt") << QByteArray("Boerse") << true;
    QTest::newRow("umlaut left out") << QByteArray("de") << QByteArray("Verkäufe an der Börse")
                                     << QByteArray("Verkaufe borse") << true;
    QTest::newRow("sharp s") << QByteArray("de") << QByteArray("Große Verluste") << QByteArray("GROSSE") << true;
    QTest::newRow("plural typed") << QByteArray("de") << QByteArray("Die Aktie fällt") << QByteArray("Aktien") << true;
    QTest::newRow("singular typed") << QByteArray("de") << QByteArray("Aktien fallen") << QByteArray("Aktie") << true;
    QTest::newRow("English plural") << QByteArray("en") << QByteArray("Shares tumble") << QByteArray("share") << true;
    QTest::newRow("English verb") << QByteArray("en") << QByteArray("Nvidia is falling") << QByteArray("falls") << true;
    QTest::newRow("English word in a German item")
        << QByteArray("de") << QByteArray("Nvidia shares") << QByteArray("shares") << true;
    QTest::newRow("unknown language, German")
        << QByteArray("") << QByteArray("Aktien fallen") << QByteArray("Aktie") << true;
    QTest::newRow("unknown language, English")
        << QByteArray("") << QByteArray("Shares tumble") << QByteArray("share") << true;
    QTest::newRow("all words") << QByteArray("de") << QByteArray("Nvidia verliert 17 Prozent")
                               << QByteArray("17 nvidia") << true;
    QTest::newRow("one word missing") << QByteArray("de") << QByteArray("Nvidia verliert 17 Prozent")
                                      << QByteArray("17 broadcom") << false;
    QTest::newRow("accents") << QByteArray("en") << QByteArray("Nestlé gains") << QByteArray("nestle") << true;
    QTest::newRow("decomposed letters") << QByteArray("de") << QByteArray("Bo\xcc\x88rse") << QByteArray("Börse")
                                        << true;
    QTest::newRow("ue is no umlaut after e")
        << QByteArray("de") << QByteArray("Neue Steuern") << QByteArray("neue steuern") << true;
    QTest::newRow("ue is none after q") << QByteArray("de") << QByteArray("Quellen") << QByteArray("quelle") << true;
    QTest::newRow("another word") << QByteArray("de") << QByteArray("Kurssturz") << QByteArray("Kursgewinn") << false;
    QTest::newRow("hyphens part words") << QByteArray("de") << QByteArray("S&P-500-Index") << QByteArray("s&p 500")
                                        << true;
    QTest::newRow("beyond the basic plane")
        << QByteArray("en") << QByteArray("\xf0\x9d\x92\xb3 rises") << QByteArray("rise") << true;
}

void NewsSearchTest::finds()
{
    QFETCH(QByteArray, language);
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, typed);
    QFETCH(bool, found);
    import({item("1", language.constData(), title.constData()), item("2", "de", "Etwas anderes")});
    QCOMPARE(titles(typed.constData()), found ? QStringList{QString::fromUtf8(title)} : QStringList{});
}

void NewsSearchTest::nothingTypedIsAnOperator_data()
{
    QTest::addColumn<QByteArray>("typed");
    for (const char *typed : {"\"", "'", "a OR b", "NOT", "nvidia AND", "title:", "(", "*", "^", "-", "NEAR(", "", "  ",
                              "a\"b", "x'; DROP TABLE news; --", "stems : x", "\xff\xfe"})
        QTest::newRow(typed) << QByteArray(typed);
}

void NewsSearchTest::nothingTypedIsAnOperator()
{
    QFETCH(QByteArray, typed);
    import({item("1", "de", "Nvidia")});
    const auto reader = StoreReader::open(m_folder->store());
    const auto found = (*reader)->searchNews(QString::fromUtf8(typed));
    VERIFY_RESULT(found);
    QVERIFY(found->empty());
}

void NewsSearchTest::newestFirstAndLimited()
{
    import({item("1", "de", "Nvidia A", "", 10), item("2", "de", "Nvidia B", "", 30),
            item("3", "de", "Nvidia C", "", 20)});
    QCOMPARE(titles("nvidia"), (QStringList{text("Nvidia B"), text("Nvidia C"), text("Nvidia A")}));
    const auto reader = StoreReader::open(m_folder->store());
    QCOMPARE((*reader)->searchNews(text("nvidia"), 1)->size(), size_t(1));
}

void NewsSearchTest::importingTwiceChangesNothing()
{
    const std::vector<core::NewsItem> items{item("1", "de", "Eins", "Erstes"), item("2", "en", "Two", "Second")};
    QCOMPARE(import(items).totals, (ImportTotals{.inserted = 2}));
    const ImportResult again = import(items);
    QCOMPARE(again.totals, (ImportTotals{.unchanged = 2}));
    QCOMPARE(again.importId, 0);
}

void NewsSearchTest::anUpdateKeepsIdAndFirstTime()
{
    import({item("1", "de", "Eilmeldung", "", 100)});
    const auto reader = StoreReader::open(m_folder->store());
    const qint64 id = (*reader)->news()->front().id;
    QCOMPARE(import({item("1", "de", "Eilmeldung, ergänzt", "", 500)}).totals, (ImportTotals{.replaced = 1}));
    const auto news = (*reader)->news();
    QCOMPARE(news->size(), size_t(1));
    QCOMPARE(news->front().id, id);
    QCOMPARE(news->front().published.ns, 100);
    QCOMPARE(news->front().title, text("Eilmeldung, ergänzt"));
}

void NewsSearchTest::theIndexFollowsUpdatesAndUndos()
{
    const qint64 first = import({item("1", "de", "Kurssturz"), item("2", "de", "Ruhe")}).importId;
    const qint64 second = import({item("1", "de", "Erholung"), item("3", "de", "Erholung auch hier")}).importId;
    QVERIFY(titles("Kurssturz").isEmpty());
    QCOMPARE(titles("Erholung").size(), 2);
    VERIFY_RESULT(m_writer->undoImport(second).result());
    QCOMPARE(titles("Kurssturz"), QStringList{text("Kurssturz")});
    QVERIFY(titles("Erholung").isEmpty());
    QVERIFY(verifyStore(m_folder->store())->empty());
    VERIFY_RESULT(m_writer->undoImport(first).result());
    QVERIFY(titles("Kurssturz").isEmpty());
    QVERIFY(verifyStore(m_folder->store())->empty());
}

void NewsSearchTest::theSameGuidOfTwoPublishersIsTwoItems()
{
    core::NewsItem other = item("1", "de", "Eins");
    other.publisher = text("Morgenpost");
    QCOMPARE(import({item("1", "de", "Eins"), other}).totals.inserted, 2);
}

void NewsSearchTest::timeRangesAreHalfOpen()
{
    import({item("1", "de", "A", "", 10), item("2", "de", "B", "", 20), item("3", "de", "C", "", 30)});
    const auto reader = StoreReader::open(m_folder->store());
    const auto news = (*reader)->news({core::Time{10}, core::Time{30}});
    QCOMPARE(news->size(), size_t(2));
    QCOMPARE(news->back().title, text("B"));
}

QTEST_GUILESS_MAIN(NewsSearchTest)
#include "tst_newssearch.moc"
