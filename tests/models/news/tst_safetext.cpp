// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/SafeText.h>

#include <QTest>

using namespace tickmark::news;
using namespace Qt::StringLiterals;

//! Foreign texts cannot hide or reorder what a reader sees.
class SafeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void lines_data();
    void lines();
};

void SafeTextTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"Der DAX schließt 0,4 % höher\tund so."_s << u"Der DAX schließt 0,4 % höher\tund so."_s;
    QTest::newRow("markup is text") << u"<b>17</b> &amp;"_s << u"<b>17</b> &amp;"_s;
    QTest::newRow("null") << QString(QChar(0)) << u"\u2400"_s;
    QTest::newRow("escape and bell") << u"\u001b[31m\u0007"_s << u"\u241b[31m\u2407"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\u2421"_s;
    QTest::newRow("override of the direction") << u"verliert \u202e%71"_s << u"verliert \ufffd%71"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"\ufffda\ufffd"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\u2028d\u2029e\u0085f"_s << u"a \nb\nc\nd\ne\nf"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u"x"_s + QChar(0xde00) << u"\ufffdx\ufffd"_s;
    QTest::newRow("a whole pair") << u"\U0001F600"_s << u"\U0001F600"_s;
    QTest::newRow("frames of a document") << QString(QChar(0xfdd0)) + QChar(0xfffc) << u"\ufffd\ufffd"_s;
}

void SafeTextTest::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(visibleText(text), expected);
    QCOMPARE(visibleText(text).size(), text.size());
}

void SafeTextTest::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("fits") << u"Nvidia"_s << u"Nvidia"_s;
    QTest::newRow("blanks and line ends") << u"  Dow \n\n\t fällt \r\n"_s << u"Dow fällt"_s;
    QTest::newRow("exactly full") << u"0123456789"_s << u"0123456789"_s;
    QTest::newRow("direction marks") << u"\u202eDow\u2066 \u200ffällt\u2069"_s << u"Dow fällt"_s;
    QTest::newRow("too long") << u"01234567890"_s << u"012345678…"_s;
    QTest::newRow("too long through a pair") << u"01234567\U0001F600x"_s << u"01234567…"_s;
    QTest::newRow("full, then a blank and more") << u"0123456789 x"_s << u"012345678…"_s;
    QTest::newRow("full, then a blank") << u"0123456789 \n"_s << u"0123456789"_s;
    QTest::newRow("empty") << QString() << QString();
}

void SafeTextTest::lines()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(visibleLine(text, 10), expected);
}

QTEST_GUILESS_MAIN(SafeTextTest)
#include "tst_safetext.moc"
