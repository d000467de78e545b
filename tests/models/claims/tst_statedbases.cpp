// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! A number that a text gives as the day's low or as the opening price is not held against the close.
class TestStatedBases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void german_data();
    void german();
    void english_data();
    void english();

private:
    [[nodiscard]] QString found(const QString &text, const QString &language) const;

    news::MentionFinder m_finder;
};

void TestStatedBases::initTestCase()
{
    const auto names = news::NameList::loadBuiltIn();
    QVERIFY(names);
    m_finder = news::MentionFinder({}, &*names);
}

//! "18.2 session, 116.7 opening, 17": each claim's number and the moment that the text states.
QString TestStatedBases::found(const QString &text, const QString &language) const
{
    const core::Time published = *core::parseIsoTime("2025-01-27T21:30:00Z");
    QStringList lines;
    for (const claims::Claim &claim :
         claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), published))
        lines.append(QString::number(claim.low) + (claim.intradayStated ? u" session"_s : QString())
                     + (claim.openStated ? u" opening"_s : QString()));
    return lines.join(u", "_s);
}

void TestStatedBases::german_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bases");
    const auto row = [](const QString &text, const char *bases) {
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(bases);
    };
    row(u"Nvidia fiel auf ein Tagestief von 116,70 Dollar, ein Minus von 18,2 Prozent."_s,
        "116.7 session, 18.2 session");
    row(u"Nvidia fiel um 17 Prozent."_s, "17");
    row(u"Im Tagestief notierte Nvidia bei 116,70 Dollar, 18,2 Prozent tiefer als am Freitag."_s,
        "116.7 session, 18.2 session");
    row(u"Nvidia verlor zeitweise 18,2 Prozent, am Ende 17 Prozent."_s, "18.2 session, 17");
    row(u"Am Tageshoch kostete Nvidia 128,40 Dollar."_s, "128.4 session");
    row(u"Nvidia eröffnete bei 124,80 Dollar."_s, "124.8 opening");
    row(u"Nvidia eröffnete 12,5 Prozent schwächer und schloss bei 118,42 Dollar."_s, "12.5 opening, 118.42");
    row(u"Zur Eröffnung fiel Nvidia um 12,5 Prozent."_s, "12.5 opening");
    row(u"Zum Handelsstart lag Nvidia 12,5 Prozent im Minus, zum Handelsschluss 17 Prozent."_s, "12.5 opening, 17");
    row(u"Nvidia ging mit einem Minus von 12,5 Prozent in den Handel."_s, "12.5 opening");
    row(u"Zum Xetra-Schluss stand der Dax bei 21.282 Punkten."_s, "21282");
    row(u"Kurz nach Handelsbeginn verlor Nvidia 13 Prozent."_s, "13 session");
    row(u"Nvidia sackte zeitweise um 18,2 Prozent ab. Broadcom verlor 17,4 Prozent."_s, "18.2 session, 17.4");
}

void TestStatedBases::german()
{
    QFETCH(QString, text);
    QTEST(found(text, u"de"_s), "bases");
}

void TestStatedBases::english_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bases");
    const auto row = [](const QString &text, const char *bases) {
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(bases);
    };
    row(u"Nvidia fell 17%."_s, "17");
    row(u"Nvidia opened at $124.80."_s, "124.8 opening");
    row(u"Nvidia opened 12.5% lower and closed at $118.42."_s, "12.5 opening, 118.42");
    row(u"Nvidia was down 12.5% at the open."_s, "12.5 opening");
    row(u"Nvidia fell as low as $116.70, a drop of 18.2%."_s, "116.7 session, 18.2 session");
    row(u"Nvidia hit an intraday low of $116.70, down 18.2%."_s, "18.2 session");
    row(u"At their worst, Nvidia shares were off 18.2%."_s, "18.2 session");
    row(u"At its session low Nvidia was down 18.2%, at the close 17%."_s, "18.2 session, 17");
    row(u"Nvidia traded as high as $128.40 on Monday."_s, "128.4 session");
    row(u"Shortly after the open Nvidia was down 13%."_s, "13 session");
    row(u"Nvidia was down 18.2% at its trough."_s, "18.2 session");
    row(u"Nvidia fell as much as 18.2% at one point. Broadcom lost 17.4%."_s, "18.2 session, 17.4");
}

void TestStatedBases::english()
{
    QFETCH(QString, text);
    QTEST(found(text, u"en"_s), "bases");
}

QTEST_GUILESS_MAIN(TestStatedBases)
#include "tst_statedbases.moc"
