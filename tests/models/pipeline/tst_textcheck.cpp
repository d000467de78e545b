// SPDX-License-Identifier: GPL-3.0-or-later
#include "../store/StoreTestSupport.h"
#include <pipeline/SampleCase.h>
#include <pipeline/TextCheck.h>
#include <pipeline/TextCheckInput.h>
#include <pipeline/TextCheckSave.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::pipeline;
using namespace Qt::StringLiterals;

namespace {

const core::Time kNow = *core::parseIsoTime("2025-02-15T00:00:00Z");
const core::Time kMondayNight = *core::parseIsoTime("2025-01-27T22:30:00Z");

QStringList verdictsOf(const CheckedText &found)
{
    QStringList list;
    for (const store::StoredClaim &claim : found.claims)
        list.append(claim.claim.subject.symbol + u' ' + claims::verdictCodeText(claim.verdict->code));
    return list;
}

QJsonObject sampleItem(const QString &id)
{
    QFile file(u":/sample/news.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QJsonValue &item : QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray()) {
        if (item["id"_L1].toString() == id)
            return item.toObject();
    }
    return {};
}

//! A pipe whose writer never stops.
class EndlessSource final : public sources::ByteSource
{
public:
    [[nodiscard]] QString name() const override { return u"stdin"_s; }
    [[nodiscard]] qint64 consumed() const override { return m_read; }
    [[nodiscard]] std::optional<qint64> total() const override { return std::nullopt; }
    [[nodiscard]] QByteArray sha256() const override { return {}; }

private:
    [[nodiscard]] core::Result<qsizetype> readMore(std::span<char> buffer) override
    {
        std::ranges::fill(buffer, 'a');
        m_read += qsizetype(buffer.size());
        return qsizetype(buffer.size());
    }

    qint64 m_read = 0;
};

} // namespace

//! Texts that are in no store, checked against its quotes: what a user pastes, drops and saves.
class TestTextCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSampleTextGetsTheSamplesVerdicts_data();
    void aSampleTextGetsTheSamplesVerdicts();
    void theChosenLanguageIsUsed();
    void placesAreThoseOfTheText();
    void aLongTextIsReadInPieces();
    void textsWithoutClaims_data();
    void textsWithoutClaims();
    void publishedInTheFuture();
    void stopped();
    void pastedTextIsPlain_data();
    void pastedTextIsPlain();
    void longLinesAreBroken();
    void filesAreRead_data();
    void filesAreRead();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void whatNobodySeesIsPassedOver();
    void anEndlessPipeIsLeft();
    void savedTextIsNewsAndCanBeUndone();
    void theHeadlineThatIsProposed_data();
    void theHeadlineThatIsProposed();
    void titleIsNotReadTwice();
    void whatCannotBeSavedIsRefused_data();
    void whatCannotBeSavedIsRefused();

private:
    core::Result<CheckedText> check(const QString &text, core::Time published = kMondayNight,
                                    const QString &language = {}, const std::stop_token &stop = {})
    {
        return checkText({text, language, published, kNow}, *m_rules, *m_reader, m_calendars, stop);
    }

    store::TestFolder m_folder;
    core::CalendarSet m_calendars{u":/calendars"_s};
    std::unique_ptr<store::StoreReader> m_reader;
    std::shared_ptr<const TextCheckRules> m_rules;
};

void TestTextCheck::initTestCase()
{
    VERIFY_RESULT(writeSampleStore(m_folder.store(), false, m_calendars, kNow));
    m_reader = std::move(*store::StoreReader::open(m_folder.store()));
    const auto rules = TextCheckRules::load(*m_reader);
    VERIFY_RESULT(rules);
    m_rules = *rules;
}

void TestTextCheck::aSampleTextGetsTheSamplesVerdicts_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("verdicts");
    QTest::newRow("during the session") << u"sample-10"_s
                                        << QStringList{u"NVDA intraday"_s, u"NVDA intraday"_s, u"MU intraday"_s,
                                                       u"ARM intraday"_s};
    QTest::newRow("after the close") << u"sample-13"_s
                                     << QStringList{u"NVDA close"_s, u"NVDA close"_s, u"NVDA intraday"_s,
                                                    u"AVGO close"_s, u"ORCL close"_s};
    QTest::newRow("two days added up") << u"sample-16"_s
                                       << QStringList{u"6857.T other_basis"_s, u"9984.T close"_s, u"^N225 close"_s};
    QTest::newRow("450 billion are too few")
        << u"sample-18"_s << QStringList{u"NVDA contradicted"_s, u"ORCL close"_s, u"MSFT close"_s, u"META close"_s};
    QTest::newRow("dollars and euros") << u"sample-22"_s
                                       << QStringList{u"NVDA close"_s, u"NVDA close"_s, u"NVDA close"_s,
                                                      u"NVDA close"_s};
}

void TestTextCheck::aSampleTextGetsTheSamplesVerdicts()
{
    QFETCH(QString, id);
    QFETCH(QStringList, verdicts);
    const QJsonObject item = sampleItem(id);
    const QString text = item["title"_L1].toString() + u"\n\n"_s + item["text"_L1].toString();
    const auto found = check(text, *core::parseIsoTime(item["published"_L1].toString().toStdString()));
    VERIFY_RESULT(found);
    QCOMPARE(verdictsOf(*found), verdicts);
    QCOMPARE(found->language, item["language"_L1].toString());
}

void TestTextCheck::theChosenLanguageIsUsed()
{
    // 1.234 is a thousand to a German reader and a little more than one to an English one
    const QString text = u"Nvidia +1.234 %"_s;
    const auto german = check(text, kMondayNight, u"de"_s);
    const auto english = check(text, kMondayNight, u"en"_s);
    VERIFY_RESULT(german);
    VERIFY_RESULT(english);
    QCOMPARE(german->language, u"de"_s);
    QCOMPARE(english->claims.size(), 1U);
    QCOMPARE(english->claims[0].claim.low, 1.234);
    QVERIFY(german->claims.empty() || german->claims[0].claim.low == 1234);
}

void TestTextCheck::placesAreThoseOfTheText()
{
    const QString text = u"🚀🚀 Ausverkauf 👩‍💻\n\nDie Aktie von Nvidia fiel am Montag um 17 Prozent 😱. "
                         "\u202eעברית\u202c Bitcoin verlor 12 Prozent."_s;
    const auto found = check(text);
    VERIFY_RESULT(found);
    QCOMPARE(verdictsOf(*found), (QStringList{u"NVDA close"_s, u"BTC-USD contradicted"_s}));
    for (const store::StoredClaim &claim : found->claims) {
        const claims::TextSpan span = claim.claim.span;
        QCOMPARE(text.mid(span.start, span.end - span.start), claim.claim.text);
        QVERIFY(claim.claim.sentence.contains(span));
    }
}

void TestTextCheck::aLongTextIsReadInPieces()
{
    const QString once = u"Nvidia fiel am Montag um 17 Prozent.\n"_s;
    const int times = int(2 * kTextPiece / once.size()) + 100;
    const QString text = once.repeated(times);
    const auto found = check(text, kMondayNight, u"de"_s);
    VERIFY_RESULT(found);
    QCOMPARE(int(found->claims.size()), times); // none is lost or found twice where pieces meet
    for (int i = 0; i < times; ++i) {
        const claims::TextSpan span = found->claims[std::size_t(i)].claim.span;
        QCOMPARE(span.start / once.size(), i);
        QCOMPARE(text.sliced(span.start, span.end - span.start), found->claims[std::size_t(i)].claim.text);
    }
}

void TestTextCheck::textsWithoutClaims_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << u" \n\n\t "_s;
    QTest::newRow("prose") << u"Das Wetter bleibt am Dienstag freundlich."_s;
    QTest::newRow("a price target") << u"Nvidia könnte bis 2030 auf 500 Dollar steigen, meint ein Analyst."_s;
    QTest::newRow("half a pair of surrogates") << QString(QChar(0xd83d));
    QTest::newRow("no letter in 300 kB") << u"\n"_s.repeated(300'000);
    QTest::newRow("one word of 300 kB") << u"a"_s.repeated(300'000);
    QTest::newRow("emoji over the end of a piece") << u"😀"_s.repeated(kTextPiece);
}

void TestTextCheck::textsWithoutClaims()
{
    QFETCH(QString, text);
    const auto found = check(text);
    VERIFY_RESULT(found);
    QCOMPARE(verdictsOf(*found), QStringList());
}

void TestTextCheck::publishedInTheFuture()
{
    const auto found = check(u"Nvidia fiel am Montag um 17 Prozent."_s, *core::parseIsoTime("2031-01-28T12:00:00Z"));
    VERIFY_RESULT(found);
    QCOMPARE(verdictsOf(*found), QStringList{u"NVDA no_data"_s});
}

void TestTextCheck::stopped()
{
    const auto stop = std::make_unique<std::stop_source>();
    stop->request_stop();
    const auto found = check(u"Nvidia fiel um 17 Prozent."_s, kMondayNight, {}, stop->get_token());
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, core::ErrorCode::Cancelled);
}

void TestTextCheck::pastedTextIsPlain_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("plain");
    QTest::newRow("plain") << u"Nvidia fiel um 17 %."_s << u"Nvidia fiel um 17 %."_s;
    QTest::newRow("markup") << u"<p>Nvidia <b>fiel</b> um 17&nbsp;%.</p><script>x()</script>"_s
                            << u"Nvidia fiel um 17 %."_s;
    QTest::newRow("comparison signs are no markup") << u"17 < 18 und 19 > 18"_s << u"17 < 18 und 19 > 18"_s;
    QTest::newRow("paragraphs stay") << u"Eins\r\n\r\nZwei\rDrei\u2029Vier"_s << u"Eins\n\nZwei\nDrei\nVier"_s;
    QTest::newRow("invisible") << u"17 Pro\u00adzent, \u200e\u202e−8 %\u202c"_s << u"17 Prozent, −8 %"_s;
    QTest::newRow("a blank at either end") << u" Prozent "_s << u" Prozent "_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("one blank") << u" "_s << QString();
}

void TestTextCheck::pastedTextIsPlain()
{
    QFETCH(QString, pasted);
    QFETCH(QString, plain);
    QString text = checkableText(pasted);
    text.replace(QChar::Nbsp, u' ');
    QCOMPARE(text, plain);
}

void TestTextCheck::longLinesAreBroken()
{
    QString text = checkableText(u"Nvidia fiel am Montag um 17 Prozent und dann weiter "_s.repeated(20'000));
    qsizetype longest = 0;
    for (const QString &line : text.split(u'\n'))
        longest = std::max(longest, line.size());
    QVERIFY(longest <= 2000);
    QCOMPARE(text.replace(u'\n', u' ').count(u"17 Prozent und"_s), 20'000); // broken at blanks only
    const QString word = checkableText(u"😀"_s.repeated(3000));
    QVERIFY(!word.contains(QChar(0xfffd)));
    QVERIFY(word.isValidUtf16());
}

void TestTextCheck::filesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"Nvidia büßte um 17 Prozent ein."_s;
    const QString html = u"<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><p>Nvidia "
                         "büßte<br>um 17&nbsp;Prozent ein.</p></body></html>"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with its mark") << QByteArray("\xef\xbb\xbf") + text.toUtf8();
    QTest::newRow("windows-1252") << text.toLatin1();
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe")
                                   + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("web page") << html.toUtf8();
    QTest::newRow("web page in windows-1252") << html.toLatin1();
    QTest::newRow("message") << QByteArray("From: a@example.org\nSubject: Kurse\n\n") + text.toUtf8();
}

void TestTextCheck::filesAreRead()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.store("text");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto text = readCheckableFile(path);
    VERIFY_RESULT(text);
    QString words = *text;
    words.replace(u'\n', u' ').replace(QChar::Nbsp, u' ');
    QVERIFY2(words.endsWith(u"Nvidia büßte um 17 Prozent ein."_s), qPrintable(*text));
    QVERIFY(!words.contains(u'<'));
}

void TestTextCheck::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("longer than 4 MB") << QByteArray(kLongestCheckedBytes + 1, 'a');
}

void TestTextCheck::otherFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.store("refused");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto text = readCheckableFile(path);
    QVERIFY(!text.has_value());
    QCOMPARE(text.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(text.error().message.contains(u"refused"_s)); // names the file
    QCOMPARE(readCheckableFile(path + u".gone"_s).error().code, core::ErrorCode::NotFound);
}

//! Soft hyphens of a web page, joiners and marks of direction tear no word; what is found is where the text has it.
void TestTextCheck::whatNobodySeesIsPassedOver()
{
    const QString text =
        u"Die Bör\u00adse: Nv\u200bidia ver\u00adlor am \u2067Montag\u2069 1\u00ad7 Pro\u00adzent. Ende."_s;
    const auto found = check(text, kMondayNight, u"de"_s);
    VERIFY_RESULT(found);
    QCOMPARE(verdictsOf(*found), QStringList{u"NVDA close"_s});
    const claims::Claim &claim = found->claims[0].claim;
    const QString words = text.sliced(claim.span.start, claim.span.end - claim.span.start);
    QVERIFY2(words.endsWith(u"1\u00ad7 Pro\u00adzent"_s), qPrintable(words));
    QVERIFY(text.sliced(claim.sentence.start, claim.sentence.end - claim.sentence.start).endsWith(u"Pro\u00adzent."_s));
}

void TestTextCheck::anEndlessPipeIsLeft()
{
    EndlessSource source;
    const auto text = readNewsText(source);
    QVERIFY(!text.has_value());
    QVERIFY2(text.error().message.contains(u"4 MB"_s), qPrintable(text.error().message));
    QCOMPARE(source.consumed(), kLongestNewsBytes + 1);
}

void TestTextCheck::savedTextIsNewsAndCanBeUndone()
{
    store::TestFolder folder;
    VERIFY_RESULT(writeSampleStore(folder.store(), false, m_calendars, kNow));
    const auto writer = std::move(*store::StoreWriter::open(folder.store()));
    const auto reader = std::move(*store::StoreReader::open(folder.store()));
    const std::size_t claimsBefore = reader->claims()->size();
    const TextToSave text{u"Nvidia minus 17 Prozent"_s,
                          u"Hausmitteilung"_s,
                          u"de"_s,
                          u"Die Aktie von Nvidia fiel am Montag um 17 Prozent. Bitcoin verlor 12 Prozent."_s,
                          kMondayNight,
                          kNow};
    const auto saved = saveCheckedText(text, *reader, *writer);
    VERIFY_RESULT(saved);
    QCOMPARE(saved->totals.inserted, 1);
    QCOMPARE(reader->claims()->size(), claimsBefore + 3);
    const std::vector<core::NewsItem> stories = *reader->stories();
    const auto item = std::ranges::find(stories, text.publisher, &core::NewsItem::publisher);
    QVERIFY(item != stories.end());
    QCOMPARE(item->title, text.title);
    QVERIFY(item->published == kMondayNight);
    const auto again = saveCheckedText(text, *reader, *writer);
    VERIFY_RESULT(again);
    QCOMPARE(again->importId, 0);
    VERIFY_RESULT(writer->undoImport(saved->importId).result());
    QCOMPARE(reader->claims()->size(), claimsBefore);
}

void TestTextCheck::theHeadlineThatIsProposed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("a headline of its own")
        << u" Nvidia minus 17 Prozent\n\nBitcoin verlor 12 Prozent."_s << u"Nvidia minus 17 Prozent"_s;
    QTest::newRow("two sentences, short enough")
        << u"Nvidia verlor 17 Prozent. Bitcoin auch."_s << u"Nvidia verlor 17 Prozent. Bitcoin auch."_s;
    const QString first = u"Die Aktie von Nvidia verlor am Montag 17 Prozent, rund 589 Mrd. Dollar an Börsenwert."_s;
    const QString second = u" Bitcoin verlor an dem Tag 12 Prozent, der Dax dagegen bewegte sich kaum."_s;
    QTest::newRow("one paragraph") << first + second << first;
    QTest::newRow("lines broken by hand")
        << QString(first).replace(u" rund "_s, u" rund\n"_s) + QString(second).replace(u" Tag "_s, u"\nTag "_s)
        << first;
    QTest::newRow("a sentence without end") << u"Wort "_s.repeated(200) << u"Wort "_s.repeated(60).trimmed();
    QTest::newRow("nothing") << u" \n "_s << QString();
}

void TestTextCheck::theHeadlineThatIsProposed()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    QCOMPARE(proposedTitle(text, u"de"_s).left(299), title);
}

void TestTextCheck::titleIsNotReadTwice()
{
    store::TestFolder folder;
    VERIFY_RESULT(writeSampleStore(folder.store(), false, m_calendars, kNow));
    const auto writer = std::move(*store::StoreWriter::open(folder.store()));
    const auto reader = std::move(*store::StoreReader::open(folder.store()));
    const std::size_t claimsBefore = reader->claims()->size();
    const QString text = u"\n  Nvidia minus 17 Prozent \n\nBitcoin verlor 12 Prozent."_s;
    QCOMPARE(proposedTitle(text, u"de"_s), u"Nvidia minus 17 Prozent"_s);
    VERIFY_RESULT(
        saveCheckedText({proposedTitle(text, u"de"_s), u"X"_s, u"de"_s, text, kMondayNight, kNow}, *reader, *writer));
    QCOMPARE(reader->claims()->size(), claimsBefore + 2);
    const QString prose =
        u"Die Aktie von Nvidia verlor am Montag 17 Prozent und stand zum Handelsschluss so tief wie lange "
        "nicht mehr. Bitcoin verlor an demselben Tag 12 Prozent."_s;
    QVERIFY(proposedTitle(prose, u"de"_s).endsWith(u"mehr."));
    VERIFY_RESULT(
        saveCheckedText({proposedTitle(prose, u"de"_s), u"X"_s, u"de"_s, prose, kMondayNight, kNow}, *reader, *writer));
    QCOMPARE(reader->claims()->size(), claimsBefore + 4);
    const QString endless = u"Am Montag, der "_s + u"für die Börsen der Welt "_s.repeated(9)
                            + u"kein guter war, verlor Nvidia 17 Prozent, "_s
                            + u"was viele nicht erwartet hatten, "_s.repeated(3) + u"und Broadcom verlor 17 Prozent."_s;
    QVERIFY(endless.size() > 300);
    VERIFY_RESULT(saveCheckedText({proposedTitle(endless, u"de"_s), u"X"_s, u"de"_s, endless, kMondayNight, kNow},
                                  *reader, *writer));
    QCOMPARE(reader->claims()->size(), claimsBefore + 6);
}

void TestTextCheck::whatCannotBeSavedIsRefused_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<core::Time>("published");
    QTest::newRow("no headline") << u"  "_s << u"Text"_s << kMondayNight;
    QTest::newRow("from the future") << u"Titel"_s << u"Text"_s << core::Time{kNow.ns + 1};
    QTest::newRow("too long") << u"Titel"_s << u"a "_s.repeated(3'000'000) << kMondayNight;
}

void TestTextCheck::whatCannotBeSavedIsRefused()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(core::Time, published);
    const auto writer = std::move(*store::StoreWriter::open(m_folder.store()));
    const auto before = m_reader->stories()->size();
    const auto saved = saveCheckedText({title, u"X"_s, u"de"_s, text, published, kNow}, *m_reader, *writer);
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(!saved.error().message.isEmpty());
    QCOMPARE(m_reader->stories()->size(), before);
}

QTEST_GUILESS_MAIN(TestTextCheck)
#include "tst_textcheck.moc"
