// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <exportdialog/FileNamePattern.h>

using namespace tickmark;
using namespace Qt::StringLiterals;
using exportdialog::fileName;
using exportdialog::FileNameFacts;

//! A wrong name loses files, or cannot be opened on another computer.
class TestFileNamePattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSayWhatTheyAreAskedTo_data();
    void namesSayWhatTheyAreAskedTo();
    void whatCannotBeANameIsSaid_data();
    void whatCannotBeANameIsSaid();
    void longNamesAreCutBetweenCharacters();

private:
    static FileNameFacts facts(const QStringList &symbols)
    {
        const auto day = [](const char *iso) { return *core::SessionDate::fromIso(iso); };
        return {symbols, day("2025-01-14"), day("2025-02-14"), day("2025-01-24"), day("2025-03-01"), u"de"_s, 7};
    }
};

void TestFileNamePattern::namesSayWhatTheyAreAskedTo_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<QString>("name");
    const QStringList one{u"NVDA"_s};
    QTest::newRow("symbol and range") << u"{symbol}_{from}_{to}"_s << one << u"NVDA_2025-01-14_2025-02-14"_s;
    QTest::newRow("base and today") << u"{base} {date}"_s << one << u"2025-01-24 2025-03-01"_s;
    QTest::newRow("language and number") << u"{number}-{language}"_s << one << u"7-de"_s;
    QTest::newRow("plain words") << u"Börsenschock"_s << one << u"Börsenschock"_s;
    QTest::newRow("three symbols at most")
        << u"{symbol}"_s << QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s} << u"A-B-C"_s;
    QTest::newRow("an index without its sign") << u"{symbol}"_s << QStringList{u"^GSPC"_s} << u"GSPC"_s;
    QTest::newRow("a slash in a symbol") << u"{symbol}"_s << QStringList{u"BRK/B"_s} << u"BRK-B"_s;
    QTest::newRow("a way out of the folder") << u"{symbol}"_s << QStringList{u"../../etc"_s} << u"-..-etc"_s;
    QTest::newRow("braces in a symbol") << u"{symbol}"_s << QStringList{u"{to}"_s} << u"-to-"_s;
    QTest::newRow("a line break in a symbol") << u"{symbol}"_s << QStringList{u"A\nB"_s} << u"A-B"_s;
    QTest::newRow("not hidden") << u"..{symbol}. "_s << one << u"NVDA"_s;
}

void TestFileNamePattern::namesSayWhatTheyAreAskedTo()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, symbols);
    QFETCH(QString, name);
    const auto made = fileName(pattern, facts(symbols));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(*made, name);
}

void TestFileNamePattern::whatCannotBeANameIsSaid_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("named");
    QTest::newRow("a slash") << u"a/b"_s << u"“/”"_s;
    QTest::newRow("a backslash") << u"a\\b"_s << u"“\\”"_s;
    QTest::newRow("a colon") << u"10:30"_s << u"“:”"_s;
    QTest::newRow("a control character") << u"a\tb"_s << u"control"_s;
    QTest::newRow("an unknown word") << u"{ticker}"_s << u"{ticker}"_s;
    QTest::newRow("an open brace") << u"{symbol"_s << u"{symbol}"_s;
    QTest::newRow("a closing brace alone") << u"symbol}"_s << u"{symbol}"_s;
    QTest::newRow("nothing") << QString() << u"name"_s;
    QTest::newRow("dots and blanks") << u" .. "_s << u"name"_s;
}

void TestFileNamePattern::whatCannotBeANameIsSaid()
{
    QFETCH(QString, pattern);
    QFETCH(QString, named);
    const auto made = fileName(pattern, facts({u"NVDA"_s}));
    QVERIFY(!made);
    QCOMPARE(made.error().code, core::ErrorCode::InvalidInput);
    QVERIFY2(made.error().message.contains(named), qPrintable(made.error().message));
}

void TestFileNamePattern::longNamesAreCutBetweenCharacters()
{
    const QString chart = QString::fromUcs4(U"\U0001F4C8"); // four bytes, two UTF-16 units
    const auto made = fileName(u"a"_s + chart.repeated(100), facts({}));
    QVERIFY(made);
    QVERIFY(made->toUtf8().size() <= 180);
    QVERIFY(made->toUtf8().size() > 170);
    QCOMPARE(QString::fromUtf8(made->toUtf8()), *made);
    QVERIFY(!made->toUtf8().contains("\xEF\xBF\xBD")); // of a half character
}

QTEST_GUILESS_MAIN(TestFileNamePattern)
#include "tst_filenamepattern.moc"
