// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/Lexicon.h>
#include <claims/SentenceSplitter.h>

#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! Where a text is cut into sentences: a claim's words and its subject are looked for in one sentence.
class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void split_data();
    void split();
    void aLineWithoutEndIsCut();
};

void SentencesTest::split_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text"); // sentences parted by " ~ "
    QTest::newRow("plain") << u"de"_s << u"Nvidia fiel. ~ Der Dow stieg!"_s;
    QTest::newRow("Mrd.") << u"de"_s << u"Es waren 589 Mrd. Dollar. ~ Danach nicht."_s;
    QTest::newRow("z. B.") << u"de"_s << u"Werte wie z. B. Nvidia fielen. ~ Andere nicht."_s;
    QTest::newRow("U.S.") << u"en"_s << u"The U.S. market fell 3%. ~ Europe rose."_s;
    QTest::newRow("ordinal and month") << u"de"_s << u"Am 27. Januar fiel Nvidia. ~ Am 28. stieg sie."_s;
    QTest::newRow("ordinal and noun") << u"de"_s << u"Im 3. Quartal fiel der Kurs."_s;
    QTest::newRow("level at the end") << u"de"_s << u"Der Dax schloss bei 21.638. ~ Der Euro stieg."_s;
    QTest::newRow("decimal point") << u"en"_s << u"It fell 3.1% to 142.62. ~ Then it rose."_s;
    QTest::newRow("Inc.") << u"en"_s << u"Apple Inc. rose 3%. ~ Shares of Tesla Inc. ~ The rest fell."_s;
    QTest::newRow("month") << u"en"_s << u"On Jan. 27 it fell. ~ It rose later."_s;
    QTest::newRow("quotation") << u"de"_s << u"„Verkauft wird erst.“ ~ Das hieß es."_s;
    QTest::newRow("headline") << u"de"_s << u"Dax im Plus ~ Nvidia fiel um 17 Prozent."_s;
    QTest::newRow("ca.") << u"de"_s << u"Nvidia fiel um ca. 17 Prozent."_s;
}

void SentencesTest::split()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    const QStringList expected = text.split(u" ~ "_s);
    // a headline has a line of its own, the others follow each other
    const QString whole = expected.join(QTest::currentDataTag() == QByteArray("headline") ? u"\n"_s : u" "_s);
    const claims::LexiconData &lexicon = claims::builtInLexicon(language).data();
    QStringList sentences;
    claims::BlockSplitter blocks(whole);
    for (claims::TextSpan block = blocks.next(); !block.isEmpty(); block = blocks.next()) {
        const std::vector<claims::Token> tokens = claims::tokenize(whole, block, lexicon, {});
        for (const claims::TokenRange &range : claims::splitSentences(tokens, lexicon)) {
            const qsizetype start = tokens[range.first].span.start;
            sentences.append(whole.mid(start, tokens[range.last - 1].span.end - start));
        }
    }
    QCOMPARE(sentences, expected);
}

void SentencesTest::aLineWithoutEndIsCut()
{
    QString text;
    while (text.size() < 3 * claims::BlockSplitter::kLongestBlock)
        text += u"Nvidia "_s;
    claims::BlockSplitter blocks(text);
    qsizetype end = 0;
    for (claims::TextSpan block = blocks.next(); !block.isEmpty(); block = blocks.next()) {
        QVERIFY(block.start >= end);
        QVERIFY(block.end - block.start <= claims::BlockSplitter::kLongestBlock);
        QVERIFY(text.mid(block.start).startsWith(u"Nvidia"_s)); // never inside a word
        end = block.end;
    }
    QCOMPARE(end, text.trimmed().size());
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
