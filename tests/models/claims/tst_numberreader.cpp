// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/Lexicon.h>
#include <claims/LexiconData.h>
#include <claims/NumberReader.h>
#include <news/WordScanner.h>

#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! Numbers as German, English and Swiss papers write them, in digits and in words.
class NumberReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digits_data();
    void digits();
    void halfUnits_data();
    void halfUnits();
    void words_data();
    void words();
    void tenThousandDigitsAreNoNumber();
    void aFaultyLexiconIsRefused_data();
    void aFaultyLexiconIsRefused();
};

void NumberReaderTest::digits_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // negative: no number
    QTest::addColumn<int>("length");
    QTest::newRow("German decimals") << u"de"_s << u"17,4 %"_s << 17.4 << 4;
    QTest::newRow("German groups") << u"de"_s << u"19.341 Punkte"_s << 19341.0 << 6;
    QTest::newRow("German groups and decimals") << u"de"_s << u"1.234.567,89"_s << 1234567.89 << 12;
    QTest::newRow("Swiss") << u"de"_s << u"1'234.5"_s << 1234.5 << 7;
    QTest::newRow("English groups and decimals") << u"en"_s << u"1,234.5"_s << 1234.5 << 7;
    QTest::newRow("English thousand") << u"en"_s << u"19,341"_s << 19341.0 << 6;
    QTest::newRow("a rate") << u"en"_s << u"1.0468"_s << 1.0468 << 6;
    QTest::newRow("English style in German") << u"de"_s << u"14.4 %"_s << 14.4 << 4;
    QTest::newRow("German style in English") << u"en"_s << u"2,5%"_s << 2.5 << 3;
    QTest::newRow("narrow blanks") << u"de"_s << u"44\u202f713,58"_s << 44713.58 << 9;
    QTest::newRow("end of a sentence") << u"de"_s << u"17. Danach"_s << 17.0 << 2;
    QTest::newRow("two numbers") << u"de"_s << u"17, 16 und 14"_s << 17.0 << 2;
    QTest::newRow("date") << u"de"_s << u"27.01.2025"_s << -1.0 << 10;
    QTest::newRow("version") << u"en"_s << u"1.2.3"_s << -1.0 << 5;
}

void NumberReaderTest::digits()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(double, value);
    QFETCH(int, length);
    const claims::WrittenNumber number = claims::readNumber(text, 0, claims::builtInLexicon(language).data());
    QCOMPARE(number.end, length);
    QCOMPARE(number.isValid, value >= 0);
    if (number.isValid)
        QCOMPARE(number.value, value);
}

void NumberReaderTest::halfUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("half");
    QTest::newRow("tenths") << u"14,4"_s << 0.05;
    QTest::newRow("hundredths that end in zero") << u"118,40"_s << 0.005;
    QTest::newRow("whole") << u"17"_s << 0.5;
    QTest::newRow("20") << u"20"_s << 0.5;
    QTest::newRow("450") << u"450"_s << 5.0;
    QTest::newRow("600") << u"600"_s << 15.0;
    QTest::newRow("589") << u"589"_s << 0.5;
}

void NumberReaderTest::halfUnits()
{
    QFETCH(QString, text);
    QFETCH(double, half);
    QCOMPARE(claims::readNumber(text, 0, claims::builtInLexicon(u"de"_s).data()).halfUnit, half);
}

void NumberReaderTest::words_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addColumn<double>("value");
    QTest::newRow("zweiundzwanzig") << u"de"_s << u"zweiundzwanzig"_s << 22.0;
    QTest::newRow("siebzehn") << u"de"_s << u"siebzehn"_s << 17.0;
    QTest::newRow("eineinhalb") << u"de"_s << u"eineinhalb"_s << 1.5;
    QTest::newRow("anderthalb") << u"de"_s << u"anderthalb"_s << 1.5;
    QTest::newRow("zwölfeinhalb") << u"de"_s << u"zwölfeinhalb"_s << 12.5;
    QTest::newRow("spelled out") << u"de"_s << u"fuenfundfuenfzig"_s << 55.0;
    QTest::newRow("zweihundertvierzig") << u"de"_s << u"zweihundertvierzig"_s << 240.0;
    QTest::newRow("seventeen") << u"en"_s << u"seventeen"_s << 17.0;
    QTest::newRow("twenty-two") << u"en"_s << u"twenty-two"_s << 22.0;
    QTest::newRow("two and a half") << u"en"_s << u"two and a half"_s << 2.5;
}

void NumberReaderTest::words()
{
    QFETCH(QString, language);
    QFETCH(QString, word);
    QFETCH(double, value);
    const claims::LexiconData &lexicon = claims::builtInLexicon(language).data();
    int node = claims::LexiconData::kRoot;
    for (const news::Word &part : news::scanWords(word))
        node = lexicon.child(node, part.hash);
    const claims::WordEntry *entry = lexicon.entryAt(node);
    QVERIFY(entry && entry->roles.has(claims::Role::Number));
    QCOMPARE(entry->number, value);
}

void NumberReaderTest::tenThousandDigitsAreNoNumber()
{
    const QString digits(10000, u'7');
    const claims::WrittenNumber number = claims::readNumber(digits, 0, claims::builtInLexicon(u"de"_s).data());
    QCOMPARE(number.end, digits.size());
    QVERIFY(!number.isValid);
}

void NumberReaderTest::aFaultyLexiconIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray head = R"({"schema": 1, "language": "xx", "decimal_mark": ",")";
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("other schema") << QByteArray(R"({"schema": 2, "language": "xx", "decimal_mark": ","})");
    QTest::newRow("no language") << QByteArray(R"({"schema": 1, "decimal_mark": ","})");
    QTest::newRow("unknown role") << head + R"(, "words": {"verbs:down": ["fell"]}})";
    QTest::newRow("verb without a direction") << head + R"(, "words": {"verb": ["fell"]}})";
    QTest::newRow("hedge without a code") << head + R"(, "words": {"hedge:nearly": ["almost"]}})";
    QTest::newRow("scale without a number") << head + R"(, "words": {"scale:bn": ["billion"]}})";
    QTest::newRow("particle of an unknown verb") << head + R"(, "separable": {"down": ["nach geben"]}})";
}

void NumberReaderTest::aFaultyLexiconIsRefused()
{
    QFETCH(QByteArray, json);
    const auto lexicon = claims::Lexicon::parse(json, u"xx.json"_s);
    QVERIFY(!lexicon);
    QCOMPARE(lexicon.error().code, core::ErrorCode::InvalidInput);
    QVERIFY(lexicon.error().message.contains(u"xx.json"_s));
}

QTEST_GUILESS_MAIN(NumberReaderTest)
#include "tst_numberreader.moc"
