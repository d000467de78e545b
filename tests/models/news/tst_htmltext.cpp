// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/HtmlText.h>

#include <QElapsedTimer>
#include <QTest>

using namespace tickmark::news;
using namespace Qt::StringLiterals;

//! What a feed brings is shown as text: no markup, no script, nothing to load.
class HtmlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void tidy_data();
    void tidy();
    void limit();
    void markupByMistake_data();
    void markupByMistake();
    void bombs_data();
    void bombs();
};

void HtmlTextTest::texts_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &html, const QString &expected) {
        QTest::newRow(name) << html << expected;
    };
    row("plain", u"Der DAX schließt 0,4 % höher"_s, u"Der DAX schließt 0,4 % höher"_s);
    row("tags", u"<b>Nvidia</b> f<i>ä</i>llt"_s, u"Nvidia fällt"_s);
    row("attributes", u"<a href=\"https://evil.example/?a>b\" onclick='steal()'>mehr</a>"_s, u"mehr"_s);
    row("hidden", u"a<p hidden>Nvidia +20 %</p>b"_s, u"a\nb"_s);
    row("hidden by style", u"a<span style=\"color:red; Display : none\">x<span>y</span>z</span>b"_s, u"ab"_s);
    row("hidden from who listens", u"a<span aria-hidden=TRUE>x</span>b"_s, u"ab"_s);
    row("hidden inside of a sentence",
        u"<p>Nvidia verlor <span style=\"display:none\">99 Prozent</span> 17 Prozent</p>"_s,
        u"Nvidia verlor 17 Prozent"_s);
    row("hidden with a paragraph in it", u"a <span hidden><p>x</p>y</span> b"_s, u"a b"_s);
    row("image inside of a sentence", u"<p>Nvidia verlor <img src=x onerror=1>17 Prozent<img></p>"_s,
        u"Nvidia verlor 17 Prozent"_s);
    row("not hidden from who listens", u"a<span aria-hidden=false>x</span>b"_s, u"axb"_s);
    row("not hidden", u"a<img alt='hidden' title=\"style=display:none\"><b class=hidden>b</b>"_s, u"ab"_s);
    row("hidden without end", u"a<i hidden>b"_s, u"ab"_s);
    row("hidden paragraphs in a row", u"<p hidden>a<p style='display:none'>b</p><p>c</p>"_s, u"c"_s);
    row("image", u"a<img src=https://evil.example/pixel.gif>b"_s, u"ab"_s);
    row("paragraphs", u"<p>Eins.</p>\n<p>Zwei.</p>Drei."_s, u"Eins.\nZwei.\nDrei."_s);
    row("line breaks", u"a<br>b<BR/>c<br />d"_s, u"a\nb\nc\nd"_s);
    row("list", u"<ul><li>a<li>b</ul>"_s, u"a\nb"_s);
    row("table", u"<table><tr><td>DAX</td><td>+0,4</td></tr><tr><td>Dow</td></tr></table>"_s, u"DAX +0,4\nDow"_s);
    row("blanks", u"  a \n\t b  "_s, u"a b"_s);
    row("binding blanks", u"17&nbsp;% und&nbsp; &nbsp;mehr"_s, u"17\u00a0% und mehr"_s);
    row("invisible characters", u"Nvi&shy;dia\u200b\ufeff"_s, u"Nvidia"_s);
    row("script", u"safe<script type=\"text/javascript\">location.href='http:/'+'/x/';</script> text"_s,
        u"safe text"_s);
    row("script in capitals", u"a<SCRIPT>x</ScRiPt >b"_s, u"ab"_s);
    row("script that does not end", u"a<script>alert(1)"_s, u"a"_s);
    row("script with an end in its text", u"a<script>'</scripty>'</script>b"_s, u"ab"_s);
    row("script made of pieces", u"<scr<script>ipt>alert(1)</script>"_s, u"ipt>alert(1)"_s);
    row("style", u"a<style>p { background: url(http://x/) }</style>b"_s, u"ab"_s);
    row("frame", u"a<iframe src='http://x/'>old <b>browser</b></iframe>b"_s, u"ab"_s);
    row("frame without an end", u"a<iframe src='http://x/'>b"_s, u"ab"_s);
    row("objects inside of objects", u"a<object>b<object>c</object>d</object>e"_s, u"ae"_s);
    row("end in a script inside of an object", u"a<object><script>'</object>'</script>b</object>c"_s, u"ac"_s);
    row("noscript", u"a<noscript><img src=x>b</noscript>c"_s, u"ac"_s);
    row("drawing", u"a<svg><text>b</text></svg>c"_s, u"ac"_s);
    row("comment", u"a<!-- <b>x</b> -->b"_s, u"ab"_s);
    row("empty comment", u"a<!-->b"_s, u"ab"_s);
    row("comment that does not end", u"a<!-- -- x >b<script>x</script>"_s, u"ab"_s);
    row("comment to the end", u"a<!--"_s, u"a"_s);
    row("declaration", u"<!DOCTYPE html><?xml version='1.0'?>a"_s, u"a"_s);
    row("section", u"a<![CDATA[b <i>c</i>]]>d"_s, u"ab cd"_s);
    row("brackets", u"a]]>b [x]"_s, u"a]]>b [x]"_s);
    row("less than", u"5 < 6 <7 <= 8 <"_s, u"5 < 6 <7 <= 8 <"_s);
    row("tag that is cut", u"a<a href=\"http://x/"_s, u"a"_s);
    row("quote that does not end", u"a<b title=\"x>y</b>z"_s, u"ayz"_s);
    row("entities", u"&Auml;&ouml;&szlig; &euro;&hellip;&amp;&quot;&apos;"_s, u"Äöß €…&\"'"_s);
    row("numbers", u"&#8222;a&#x201C; &#128512;&#x1f600;"_s, u"„a“ 😀😀"_s);
    row("numbers of windows-1252", u"don&#146;t &#128;&#133;"_s, u"don’t €…"_s);
    row("numbers that are no characters", u"&#0;&#xD800;&#1114112;&#99999999999999999999;"_s,
        u"\ufffd\ufffd\ufffd\ufffd"_s);
    row("control characters by number", u"a&#7;b&#x202e;c"_s, u"a bc"_s);
    row("marks of direction", u"<b>\u202eNvidia</b> \u2066verlor\u2069 17\u200f\u00a0Prozent"_s,
        u"Nvidia verlor 17\u00a0Prozent"_s);
    row("once", u"&amp;lt;script&amp;gt; &lt;b&gt;"_s, u"&lt;script&gt; <b>"_s);
    row("no entities", u"AT&T, S&P 500, R&D; &nosuch; &#; &#x; &"_s, u"AT&T, S&P 500, R&D; &nosuch; &#; &#x; &"_s);
    row("entities without end", u"&copy 2025 M&uumlnchen &euro 5"_s, u"© 2025 M&uumlnchen &euro 5"_s);
}

void HtmlTextTest::texts()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    const PlainText made = plainText(html);
    QCOMPARE(made.text, expected);
    QVERIFY(!made.wasCut);
}

void HtmlTextTest::tidy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("markup is text") << u"The <blink> tag &amp; I"_s << u"The <blink> tag &amp; I"_s;
    QTest::newRow("line ends") << u"\r\na\r\n\r\nb  \n c\n"_s << u"a\nb\nc"_s;
    QTest::newRow("control and direction") << u"a\u0007\u202eb"_s << u"a b"_s;
    QTest::newRow("null") << QString(u"Nvidia"_s + QChar(0) + u"fiel"_s) << u"Nvidia fiel"_s;
    QTest::newRow("escape sequence") << u"fällt\u001b[2J um"_s << u"fällt [2J um"_s;
    QTest::newRow("what is no character") << QString(u"a"_s + QChar(0xfffe) + QChar(0xfffc) + u"b"_s) << u"ab"_s;
    QTest::newRow("half a pair") << QString(u"a"_s + QChar(0xd83d) + u"b"_s) << u"a\ufffdb"_s;
}

void HtmlTextTest::tidy()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(tidyText(text).text, expected);
}

void HtmlTextTest::limit()
{
    QCOMPARE(plainText(u"<p>abc</p>", 3).text, u"abc"_s);
    QVERIFY(!plainText(u"<p>abc</p>", 3).wasCut);
    QCOMPARE(plainText(u"<p>abcd", 3).text, u"abc"_s);
    QVERIFY(plainText(u"<p>abcd", 3).wasCut);
    QCOMPARE(plainText(u"ab😀", 3).text, u"ab"_s); // no half of a character
    QCOMPARE(tidyText(u"a b c", 3).text, u"a b"_s);
    QCOMPARE(tidyText(u"ab cd", 3).text, u"ab"_s); // no blank at the end
    QCOMPARE(tidyText(u"ab 😀", 4).text, u"ab"_s);
    QVERIFY(tidyText(u"abc", 0).text.isEmpty());
}

void HtmlTextTest::markupByMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("end tag") << u"<p>a</p>"_s << true;
    QTest::newRow("break") << u"a<br/>b"_s << true;
    QTest::newRow("tag as a word") << u"History of the <blink> tag"_s << false;
    QTest::newRow("comparison") << u"1 < 2 and </ 3"_s << false;
    QTest::newRow("cut") << u"a</"_s << false;
}

void HtmlTextTest::markupByMistake()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(looksLikeHtml(text), expected);
}

//! Texts made to take a parser's time: twice as long must take about twice the time, so a hundred thousand pieces pass in
//! no time at all.
void HtmlTextTest::bombs_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
         {"<div>", "<object>", "<object></x>", "<!--", "<!", "<?", "<![CDATA[", "</", "<a b=\"", "<a b='x", "&#",
          "&amp", "<script>", "<iframe><style>", "<svg></object><object></svg>", "]]>", "<b <", "&nbsp;"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void HtmlTextTest::bombs()
{
    QFETCH(QString, piece);
    const QString bomb = piece.repeated(1'000'000 / int(piece.size()));
    QElapsedTimer timer;
    timer.start();
    const PlainText made = plainText(bomb, 100'000);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(made.text.size() <= 100'000);
}

QTEST_APPLESS_MAIN(HtmlTextTest)
#include "tst_htmltext.moc"
