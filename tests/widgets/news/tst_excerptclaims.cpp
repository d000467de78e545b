// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptBench.h"
#include <newsview/ExcerptNumbers.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace tickmark::newsview;
using namespace Qt::StringLiterals;
using claims::VerdictCode;
using store::ClaimKey;
using store::ClaimPlace;
using tables::ClaimBook;
using tables::ClaimMaker;

//! The checked numbers in a text: underlined, clicked, gone through by the keyboard.
class ExcerptClaimsTest : public QObject, private ExcerptBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(start()); }

    void theNumberIsUnderlinedWithoutItsVerb_data();
    void theNumberIsUnderlinedWithoutItsVerb();
    void eachVerdictHasItsColour_data();
    void eachVerdictHasItsColour();
    void aClickExplains();
    void keyboardGoesThroughNumbersAndMentions();
    void tabComesToTheFirstNumber();
    void aSharedNumberGoesThroughItsClaims();
    void numbersOfTheTitle();
    void whatDoesNotFitTheTextPaintsNothing_data();
    void whatDoesNotFitTheTextPaintsNothing();
    void escapeLeavesTheClaim();
    void aMegabyteOfBidiAndEmoji();
    void newVerdictsKeepThePlaceInTheText();
    void aClaimChosenElsewhereIsScrolledTo();
};

void ExcerptClaimsTest::theNumberIsUnderlinedWithoutItsVerb_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("number");
    QTest::newRow("preposition and verb") << u"de"_s << 14.4 << u"um 14,4 % sank"_s << u"14,4 %"_s;
    QTest::newRow("a hedge belongs to it") << u"de"_s << 17.0 << u"um fast 17 Prozent"_s << u"fast 17 Prozent"_s;
    QTest::newRow("words that may stand anywhere")
        << u"de"_s << 28.0 << u"an der Börse 28 Prozent"_s << u"28 Prozent"_s;
    QTest::newRow("number words") << u"de"_s << 5.0 << u"um fünf Prozent"_s << u"fünf Prozent"_s;
    QTest::newRow("billions") << u"de"_s << 589e9 << u"589 Milliarden Dollar"_s << u"589 Milliarden Dollar"_s;
    QTest::newRow("a level") << u"de"_s << 118.42 << u"auf 118,42 Dollar"_s << u"118,42 Dollar"_s;
    QTest::newRow("English") << u"en"_s << 17.0 << u"fell 17%"_s << u"17%"_s;
    QTest::newRow("English money") << u"en"_s << 593e9 << u"wiped $593bn"_s << u"$593bn"_s;
    QTest::newRow("no number at all") << u"de"_s << 1.0 << u"etwas"_s << u"etwas"_s;
}

void ExcerptClaimsTest::theNumberIsUnderlinedWithoutItsVerb()
{
    QFETCH(QString, language);
    QFETCH(double, amount);
    QFETCH(QString, words);
    QFETCH(QString, number);
    const store::StoredClaim claim = ClaimMaker().stated(amount, 0.5);
    const claims::TextSpan span = numberWithin(words, claim.claim, claims::builtInLexicon(language));
    QCOMPARE(words.mid(span.start, span.end - span.start), number);
}

void ExcerptClaimsTest::eachVerdictHasItsColour_data()
{
    QTest::addColumn<VerdictCode>("code");
    QTest::newRow("close") << VerdictCode::Close;
    QTest::newRow("intraday") << VerdictCode::Intraday;
    QTest::newRow("other basis") << VerdictCode::OtherBasis;
    QTest::newRow("contradicted") << VerdictCode::Contradicted;
    QTest::newRow("no data") << VerdictCode::NoData;
    QTest::newRow("unattributed") << VerdictCode::Unattributed;
}

void ExcerptClaimsTest::eachVerdictHasItsColour()
{
    QFETCH(VerdictCode, code);
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    show(words, {});
    const int before = lineOf(code); // letters have soft edges
    show(words, {on(words, u"17 Prozent"_s).verdict(code)});
    QVERIFY2(lineOf(code) > before + 10, qPrintable(QString::number(lineOf(code))));
}

void ExcerptClaimsTest::aClickExplains()
{
    const QString words = u"Die Aktie von Nvidia fiel um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"um 17 Prozent"_s);
    show(words, {claim});
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    QSignalSpy mentioned(m_view.get(), &ExcerptView::instrumentActivated);
    const int before = count(text()->grab().toImage(), m_appearance->theme().tint);
    clickOn(text(), claim.key());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().value<MaybeKey>(), MaybeKey(claim.key()));
    QVERIFY(popup()->isVisible());
    QVERIFY(
        !popup()->geometry().intersects(QRect(text()->mapTo(m_view.get(), text()->numberRect(claim.key())->topLeft()),
                                              text()->numberRect(claim.key())->size())));
    QVERIFY(count(text()->grab().toImage(), m_appearance->theme().tint) > before + 100);
    QTextCursor nvidia(text()->document());
    nvidia.setPosition(int(words.indexOf(u"Nvidia"_s)) + 2);
    QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, text()->cursorRect(nvidia).center());
    QCOMPARE(mentioned.size(), 1);
    QCOMPARE(activated.size(), 1);
}

void ExcerptClaimsTest::keyboardGoesThroughNumbersAndMentions()
{
    const QString words = u"Minus 3 Prozent für den Dax, bei Nvidia 17 Prozent."_s;
    const store::StoredClaim first = on(words, u"3 Prozent"_s).stated(3, 0.5);
    const store::StoredClaim second = on(words, u"17 Prozent"_s, 1);
    show(words, {first, second});
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    QSignalSpy mentioned(m_view.get(), &ExcerptView::instrumentActivated);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_Tab);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(first.key()));
    QVERIFY(popup()->isVisible());
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QVERIFY(text()->hasFocus());
    QTest::keyClick(text(), Qt::Key_Tab);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(mentioned.size(), 1);
    QTest::keyClick(text(), Qt::Key_Tab);
    QTest::keyClick(text(), Qt::Key_Return);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(second.key()));
}

void ExcerptClaimsTest::tabComesToTheFirstNumber()
{
    const QString words = u"Nvidia fiel um 17 Prozent, der Dax um 3 Prozent."_s;
    const store::StoredClaim first = on(words, u"17 Prozent"_s);
    const store::StoredClaim second = on(words, u"3 Prozent"_s, 1).stated(3, 0.5);
    show(words, {first, second});
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    };
    rows()->setFocus();
    const QImage before = text()->grab().toImage();
    for (int i = 0; i < 10 && !text()->hasFocus(); ++i)
        press(Qt::Key_Tab);
    QVERIFY(text()->hasFocus());
    QVERIFY(count(text()->grab().toImage(), m_appearance->theme().accent)
            > count(before, m_appearance->theme().accent)); // a frame around it
    press(Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(first.key()));
    QVERIFY(popup()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(text()->hasFocus());
    press(Qt::Key_Tab); // the Dax is no instrument here
    press(Qt::Key_Return);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(second.key()));
    press(Qt::Key_Escape);
    // from behind the last one comes first
    press(Qt::Key_Tab);
    QVERIFY(!text()->hasFocus());
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(text()->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(second.key()));
    QVERIFY(popup()->isVisible());
}

void ExcerptClaimsTest::aSharedNumberGoesThroughItsClaims()
{
    const QString words = u"Vistra und Constellation fielen um je 28 Prozent."_s;
    const auto part = [&](int number, VerdictCode code) {
        return on(words, u"28 Prozent"_s).verdict(code).with([number](store::StoredClaim &claim) {
            claim.claim.part = number;
        });
    };
    const store::StoredClaim one = part(0, VerdictCode::Close);
    const store::StoredClaim other = part(1, VerdictCode::Contradicted);
    const auto numbers = checkedNumbers(std::vector{one, other}, ClaimPlace::Excerpt, words,
                                        claims::builtInLexicon(u"de"_s));
    QCOMPARE(numbers.size(), 1U);
    QCOMPARE(numbers.front().code, VerdictCode::Contradicted);
    show(words, {one, other});
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    for (const store::StoredClaim *expected : {&one, &other, &one}) {
        clickOn(text(), one.key());
        QCOMPARE(activated.back().front().value<MaybeKey>(), MaybeKey(expected->key()));
    }
}

void ExcerptClaimsTest::numbersOfTheTitle()
{
    const QString stored = u"Nvidia   verliert\n fast 17 Prozent"_s; // shown with one blank each
    const store::StoredClaim claim = on(stored, u"fast 17 Prozent"_s, 0, ClaimPlace::Title);
    show(u"Text"_s, {claim}, stored);
    QCOMPARE(title()->toPlainText(), u"Nvidia verliert fast 17 Prozent"_s);
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    clickOn(title(), claim.key());
    QCOMPARE(activated.size(), 1);
    QVERIFY(count(title()->grab().toImage(), m_appearance->theme().confirmed) > 50);
}

void ExcerptClaimsTest::whatDoesNotFitTheTextPaintsNothing_data()
{
    QTest::addColumn<qsizetype>("start");
    QTest::addColumn<qsizetype>("end");
    QTest::newRow("past the end") << qsizetype(20) << qsizetype(900);
    QTest::newRow("begins past the end") << qsizetype(5000) << qsizetype(5010);
    QTest::newRow("before the beginning") << qsizetype(-4) << qsizetype(6);
    QTest::newRow("the wrong way round") << qsizetype(20) << qsizetype(10);
    QTest::newRow("empty") << qsizetype(17) << qsizetype(17);
    QTest::newRow("words of an older text") << qsizetype(4) << qsizetype(14);
}

void ExcerptClaimsTest::whatDoesNotFitTheTextPaintsNothing()
{
    QFETCH(qsizetype, start);
    QFETCH(qsizetype, end);
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"17 Prozent"_s).with([&](store::StoredClaim &made) {
        made.claim.span = {start, end};
    });
    show(words, {});
    const int before = lineOf(VerdictCode::Close);
    show(words, {claim});
    QCOMPARE(lineOf(VerdictCode::Close), before);
    QVERIFY(!text()->numberRect(claim.key()));
    QCOMPARE(rows()->model()->rowCount(), 1); // it is a claim all the same
}

void ExcerptClaimsTest::escapeLeavesTheClaim()
{
    const QString words = u"Der Kurs fiel um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"17 Prozent"_s);
    show(words, {claim});
    m_view->setActiveClaim(claim.key());
    QSignalSpy activated(m_view.get(), &ExcerptView::claimActivated);
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_Escape);
    QCOMPARE(activated.size(), 1);
    QVERIFY(!activated.front().front().value<MaybeKey>());
    m_view->setActiveClaim(claim.key());
    m_view->setHeadline(std::nullopt);
    QCOMPARE(activated.size(), 2);
    QVERIFY(!m_view->activeClaim());
}

void ExcerptClaimsTest::aMegabyteOfBidiAndEmoji()
{
    const QString once = u"\u202eNvidia \U0001F4C9 שלום 17 Prozent. "_s;
    QString words = once.repeated(1'000'000 / once.size() + 1);
    words.truncate(1'000'000 - 20);
    words += u" und um 18 Prozent."_s;
    std::vector<store::StoredClaim> claims;
    qsizetype from = 0;
    for (int i = 0; i < 5000; ++i) {
        from = words.indexOf(u"17 Prozent"_s, from + 1);
        claims.push_back(on(words, u"17 Prozent"_s, i).with([from](store::StoredClaim &claim) {
            claim.claim.span = {from, from + 10};
        }));
    }
    claims.push_back(on(words, u"um 18 Prozent"_s, 5000).stated(18, 0.5));
    const ClaimKey first = claims.front().key();
    const ClaimKey last = claims.back().key();
    QElapsedTimer timer;
    timer.start();
    show(words, std::move(claims));
    m_view->grab();
    qInfo("1 MB with 5,001 claims: shown after %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(text()->numberRect(first));
    QVERIFY(!text()->numberRect(last)); // not laid out yet
    m_view->setActiveClaim(last);
    QVERIFY(lineOf(VerdictCode::Close) > 50);
    text()->verticalScrollBar()->setValue(text()->verticalScrollBar()->maximum() / 2);
    QVERIFY(lineOf(VerdictCode::Close) > 50);
}

void ExcerptClaimsTest::newVerdictsKeepThePlaceInTheText()
{
    const QString words = u"Der Kurs fiel um 17 Prozent. "_s + u"Danach geschah lange nichts. "_s.repeated(200);
    show(words, {on(words, u"17 Prozent"_s)});
    text()->verticalScrollBar()->setValue(200);
    text()->selectAll();
    core::NewsItem item = tables::newsOf(1, u"Parkettpost"_s, u"Schlagzeile"_s);
    m_view->setClaims(std::make_shared<const ClaimBook>(
        std::vector<store::StoredClaim>{on(words, u"17 Prozent"_s).verdict(VerdictCode::Contradicted)},
        std::vector{item}, std::vector<core::Instrument>{}, u"en"_s));
    QCOMPARE(text()->verticalScrollBar()->value(), 200);
    QVERIFY(text()->textCursor().hasSelection());
}

void ExcerptClaimsTest::aClaimChosenElsewhereIsScrolledTo()
{
    const QString words = u"Lange geschah nichts. "_s.repeated(200) + u"Dann fiel der Kurs um 17 Prozent."_s;
    const store::StoredClaim claim = on(words, u"17 Prozent"_s);
    m_view->setClaims(std::make_shared<const ClaimBook>(
        std::vector{claim}, std::vector{tables::newsOf(1, u"x"_s, u"x"_s)}, std::vector<core::Instrument>{}, u"en"_s));
    m_view->setActiveClaim(claim.key()); // its headline follows
    show(words, {claim});
    QTRY_VERIFY(text()->viewport()->rect().contains(*text()->numberRect(claim.key())));
}

QTEST_MAIN(ExcerptClaimsTest)
#include "tst_excerptclaims.moc"
