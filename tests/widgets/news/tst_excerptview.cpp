// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsview/ExcerptText.h>
#include <newsview/ExcerptView.h>
#include <newsview/OriginalLink.h>
#include <tables/HeadlineLoader.h>

#include <QClipboard>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;

namespace {

core::Instrument nvidia()
{
    core::Instrument made;
    made.id = 1;
    made.symbol = u"NVDA"_s;
    made.names = {{u"de"_s, u"Nvidia"_s, {}, {}}};
    return made;
}

tables::Headline headline(const QString &excerpt, const QString &link = u"https://example.org/1"_s)
{
    // 2025-01-27 21:15 UTC
    core::NewsItem item{7,
                        u"7"_s,
                        core::Time{1738012500 * core::kNsPerSecond},
                        u"Parkettpost"_s,
                        u"de"_s,
                        u"Nvidia verliert <b>fast</b> 17 Prozent"_s,
                        excerpt,
                        link};
    return tables::makeHeadlines({item}, {nvidia()}, {}, u"de"_s)->headlines.front();
}

QString allTexts(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts += label->text();
    }
    return texts.join(u'\n');
}

//! Stands in for the user's browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Browser() override
    {
        for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"javascript"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

} // namespace

//! Reading one news text, whoever wrote it.
class ExcerptViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSelectedSaysWhatToDo();
    void titleSourceAndLocalTime();
    void timeAndLanguageFollowTheWindow();
    void markupIsShownAsText();
    void nothingIsLoaded();
    void aClickOnAMentionTellsTheInstrument();
    void mentionsAreReachedByKeyboard();
    void theOriginalIsOpenedOnlyWhenAsked();
    void onlyWebAddressesAreOpened_data();
    void onlyWebAddressesAreOpened();
    void copiesPlainText();
    void directionMarksAreVisible();
    void aTextOfOneMegabyteComesInPieces_data();
    void aTextOfOneMegabyteComesInPieces();
    void theSameHeadlineKeepsTheSelection();

private:
    [[nodiscard]] ExcerptText *title() const { return m_view->findChild<ExcerptText *>(u"title"_s); }
    [[nodiscard]] ExcerptText *text() const { return m_view->findChild<ExcerptText *>(u"text"_s); }

    std::unique_ptr<style::Appearance> m_appearance;
    std::unique_ptr<ExcerptView> m_view;
};

void ExcerptViewTest::init()
{
    m_view.reset();
    m_appearance = std::make_unique<style::Appearance>(u"de"_s);
    QVERIFY(m_appearance->setZone("Europe/Berlin"));
    m_view = std::make_unique<ExcerptView>(*m_appearance);
    m_view->resize(428, 500);
    m_view->show();
}

void ExcerptViewTest::nothingSelectedSaysWhatToDo()
{
    QVERIFY(allTexts(*m_view).contains(u"Select a headline"_s));
    m_view->setHeadline(headline(u"Text"_s));
    m_view->setHeadline(std::nullopt);
    QVERIFY(text()->toPlainText().isEmpty());
}

void ExcerptViewTest::titleSourceAndLocalTime()
{
    m_view->setHeadline(headline(u"Die Sorge vor billigerer Rechenleistung."_s));
    QVERIFY2(allTexts(*m_view).contains(u"Parkettpost · Mo 27.01.2025, 22:15 MEZ"_s), qPrintable(allTexts(*m_view)));
    QCOMPARE(text()->toPlainText(), u"Die Sorge vor billigerer Rechenleistung."_s);
}

void ExcerptViewTest::timeAndLanguageFollowTheWindow()
{
    m_view->setHeadline(headline(u"Text"_s));
    m_appearance->setLanguage(u"en"_s);
    QVERIFY(m_appearance->setZone("America/New_York"));
    QVERIFY2(allTexts(*m_view).contains(u"Parkettpost · Mon 27 Jan 2025, 16:15 EST"_s), qPrintable(allTexts(*m_view)));
}

void ExcerptViewTest::markupIsShownAsText()
{
    const QString markup = u"<b>17</b> <a href=\"file:///etc/passwd\">hier</a> &amp; <script>x</script>\n<img src=x>"_s;
    m_view->setHeadline(headline(markup));
    QCOMPARE(text()->toPlainText(), markup);
    QVERIFY(title()->toPlainText().contains(u"<b>fast</b>"_s));
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void ExcerptViewTest::nothingIsLoaded()
{
    QVERIFY(!text()->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
}

void ExcerptViewTest::aClickOnAMentionTellsTheInstrument()
{
    m_view->setHeadline(headline(u"Nvidia fiel um 17 Prozent."_s));
    QSignalSpy activated(m_view.get(), &ExcerptView::instrumentActivated);
    QTextCursor cursor(text()->document());
    cursor.setPosition(3);
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, text()->cursorRect(cursor).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toString(), u"NVDA"_s);
    cursor.setPosition(12);
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, text()->cursorRect(cursor).center());
    QCOMPARE(activated.size(), 1);
}

void ExcerptViewTest::mentionsAreReachedByKeyboard()
{
    m_view->setHeadline(headline(u"Erst Nvidia, dann nochmals Nvidia."_s));
    QSignalSpy activated(m_view.get(), &ExcerptView::instrumentActivated);
    m_view->activateWindow();
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(activated.size(), 0);
    QTest::keyClick(text(), Qt::Key_Tab);
    QTest::keyClick(text(), Qt::Key_Tab);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
}

void ExcerptViewTest::theOriginalIsOpenedOnlyWhenAsked()
{
    Browser browser;
    m_view->setHeadline(headline(u"Text mit https://example.org/2 darin"_s));
    QTextCursor cursor(text()->document());
    cursor.setPosition(14);
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, text()->cursorRect(cursor).center());
    QVERIFY(browser.opened.isEmpty());
    QTest::mouseClick(m_view->findChild<QToolButton *>(u"openOriginal"_s), Qt::LeftButton);
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://example.org/1"_s)});
    m_view->setHeadline(headline(u"Text"_s, {}));
    QVERIFY(m_view->findChild<QToolButton *>(u"openOriginal"_s)->isHidden());
}

void ExcerptViewTest::onlyWebAddressesAreOpened_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << u"https://example.org/a?b=1"_s << true;
    QTest::newRow("http with blanks around") << u" http://example.org "_s << true;
    QTest::newRow("capitals") << u"HTTPS://example.org"_s << true;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("without a host") << u"https:///x"_s << false;
    QTest::newRow("a path") << u"/usr/bin/true"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void ExcerptViewTest::onlyWebAddressesAreOpened()
{
    QFETCH(QString, link);
    QFETCH(bool, opens);
    Browser browser;
    QCOMPARE(openOriginal(link), opens);
    QCOMPARE(browser.opened.size(), opens ? 1 : 0);
}

void ExcerptViewTest::copiesPlainText()
{
    m_view->setHeadline(headline(u"Nvidia <i>fiel</i>\num 17 Prozent."_s));
    text()->selectAll();
    QTest::keySequence(text(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Nvidia <i>fiel</i>\num 17 Prozent."_s);
}

void ExcerptViewTest::directionMarksAreVisible()
{
    m_view->setHeadline(headline(u"verliert \u202e71 tnezorP"_s + QChar(0)));
    QVERIFY(!text()->toPlainText().contains(QChar(0x202e)));
    QVERIFY(text()->toPlainText().contains(QChar(0xfffd)));
}

void ExcerptViewTest::aTextOfOneMegabyteComesInPieces_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("one paragraph") << u"Nvidia fiel am Montag <b>stark</b>. "_s;
    QTest::newRow("many paragraphs") << u"Der Markt war ruhig.\n"_s;
    QTest::newRow("no blank at all") << u"0123456789"_s;
}

void ExcerptViewTest::aTextOfOneMegabyteComesInPieces()
{
    QFETCH(QString, sentence);
    const QString whole = sentence.repeated(1'000'000 / sentence.size());
    const tables::Headline large = headline(whole);
    QElapsedTimer timer;
    timer.start();
    m_view->setHeadline(large);
    const double set = double(timer.nsecsElapsed()) / 1e6;
    m_view->grab();
    qInfo("1 MB excerpt: set in %.1f ms, painted after %.1f ms", set, double(timer.nsecsElapsed()) / 1e6);
    const auto shown = [this] { return text()->toPlainText().remove(u'\n').remove(u' '); };
    QString bare = whole;
    bare.remove(u'\n').remove(u' ');
    const QString first = shown();
    QVERIFY(!first.isEmpty() && first.size() <= 2 * ExcerptText::kPiece);
    QVERIFY(bare.startsWith(first));
    timer.restart();
    text()->verticalScrollBar()->setValue(text()->verticalScrollBar()->maximum());
    QTRY_VERIFY(shown().size() > first.size());
    qInfo("next piece after %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(bare.startsWith(shown()));
    text()->selectAll();
    text()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), whole);
}

void ExcerptViewTest::theSameHeadlineKeepsTheSelection()
{
    m_view->setHeadline(headline(u"Nvidia fiel um 17 Prozent."_s));
    text()->selectAll();
    tables::Headline read = headline(u"Nvidia fiel um 17 Prozent."_s);
    read.isRead = true;
    m_view->setHeadline(read);
    QVERIFY(text()->textCursor().hasSelection());
}

QTEST_MAIN(ExcerptViewTest)
#include "tst_excerptview.moc"
