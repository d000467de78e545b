// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/ClaimExtractor.h>
#include <news/MentionFinder.h>
#include <news/NameList.h>

#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! Which day a number is about: weekdays and dates against the publication, relative words, spans, and what one sentence
//! hands on to the next.
class TimeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void days_data();
    void days();

private:
    news::MentionFinder m_finder;
};

void TimeWordsTest::initTestCase()
{
    const auto names = news::NameList::loadBuiltIn();
    QVERIFY(names);
    m_finder = news::MentionFinder({}, &*names);
}

void TimeWordsTest::days_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("times"); // of each claim: date, shift, span or sessions
    const auto de = [](const char *name, const QString &text, const QString &times) {
        QTest::newRow(name) << u"de"_s << text << times;
    };
    const auto en = [](const char *name, const QString &text, const QString &times) {
        QTest::newRow(name) << u"en"_s << text << times;
    };
    // published on Wednesday, 29 January 2025
    de("none", u"Nvidia fiel um 17 Prozent."_s, u"latest"_s);
    de("weekday", u"Am Montag fiel Nvidia um 17 Prozent."_s, u"2025-01-27"_s);
    de("the weekday of publication", u"Am Mittwoch fiel Nvidia um 3 Prozent."_s, u"2025-01-29"_s);
    de("date", u"Nvidia fiel am 27. Januar um 17 Prozent."_s, u"2025-01-27"_s);
    de("date between commas", u"Nvidia fiel am Montag, dem 27. Januar 2025, um 17 Prozent."_s, u"2025-01-27"_s);
    de("begin of the week", u"Zum Wochenauftakt fiel Nvidia um 17 Prozent."_s, u"2025-01-27"_s);
    de("a noun's day before", u"Nach dem Minus von 17 Prozent am Vortag stieg Nvidia um 8,9 Prozent."_s,
       u"latest -1|latest"_s);
    de("a record of a day", u"Nvidia fiel so stark wie am Montag, als die Aktie um 17 Prozent fiel."_s,
       u"2025-01-27"_s);
    de("date of the year before", u"Am 5. August fiel der Nikkei um 12,4 Prozent."_s, u"2024-08-05"_s);
    de("date with year", u"Am 16. März 2020 fiel der Dow um 12,9 Prozent."_s, u"2020-03-16"_s);
    de("date in digits", u"Am 27.01.2025 fiel Nvidia um 17 Prozent."_s, u"2025-01-27"_s);
    de("yesterday", u"Gestern fiel Nvidia um 3 Prozent."_s, u"2025-01-28"_s);
    de("carried on", u"Am Montag fiel Nvidia um 17 Prozent. AMD verlor 6 Prozent."_s, u"2025-01-27|2025-01-27"_s);
    de("subordinate clause binds itself",
       u"Am Montag fiel Nvidia um 17 Prozent, ehe die Aktie am Dienstag um 5 Prozent stieg. AMD verlor 6 Prozent."_s,
       u"2025-01-27|2025-01-28|2025-01-27"_s);
    de("the next day", u"Am Montag fiel Nvidia um 17 Prozent. Tags darauf stieg die Aktie um 8 Prozent."_s,
       u"2025-01-27|2025-01-27 +1"_s);
    de("the day before", u"Der Dax stieg um 1 Prozent, nachdem er am Vortag 2 Prozent verloren hatte."_s,
       u"latest|latest -1"_s);
    de("after a rout", u"Nach dem Kurssturz vom Montag stieg Nvidia um 8 Prozent."_s, u"latest"_s);
    de("week", u"In dieser Woche verlor Nvidia 12 Prozent."_s, u"latest week"_s);
    de("year", u"Seit Jahresbeginn hat SAP 9 Prozent gewonnen."_s, u"latest year"_s);
    de("two days", u"Advantest büßte an zwei aufeinanderfolgenden Tagen insgesamt fast 20 Prozent ein."_s,
       u"latest 2 open"_s);
    de("two named days", u"Am Montag und Dienstag verlor Advantest zusammen 19 Prozent."_s, u"2025-01-28 2"_s);
    de("from and to", u"Am Montag fiel Nvidia von 142,62 auf 118,42 Dollar."_s, u"2025-01-27 -1|2025-01-27"_s);
    de("what had been",
       u"Am Dienstag stieg Nvidia um 8 Prozent. Am Montag hatte die Aktie 17 Prozent verloren. AMD fiel um 1 Prozent."_s,
       u"2025-01-28|2025-01-27|2025-01-28"_s);
    de("what had been is no day of what follows",
       u"Am Montag hatte Nvidia 17 Prozent verloren. Tags darauf stieg die Aktie um 8 Prozent. AMD fiel um 1 Prozent."_s,
       u"2025-01-27|2025-01-27 +1|latest"_s);
    de("a day after a number", u"Einen Tag nach dem Minus von 17 Prozent stieg Nvidia um 8 Prozent."_s,
       u"latest -1|latest"_s);
    de("from day to day", u"Zwischen Montag und Mittwoch fiel Nvidia um 13 Prozent."_s, QString());
    de("end of a month", u"Ende Dezember fiel Nvidia um 3 Prozent."_s, QString());
    de("a meeting ahead", u"Die Fed tagt am Dienstag. Nvidia fiel um 17 Prozent."_s, u"latest"_s);
    de("a weekday sets the scene", u"Am Montag stellte ein Labor ein Modell vor. Nvidia fiel um 17 Prozent."_s,
       u"2025-01-27"_s);
    de("figures set no scene", u"Am Montag legte Tesla Zahlen vor. Nvidia fiel um 17 Prozent."_s, u"latest"_s);
    de("a scene of the market", u"Am Montag herrschte an den Börsen Panik. Nvidia fiel um 17 Prozent."_s,
       u"2025-01-27"_s);
    de("a number of its own",
       u"Nach einem Minus von 17 Prozent am Montag stieg Nvidia um 8 Prozent. AMD fiel um 1 Prozent."_s,
       u"2025-01-27|latest|latest"_s);
    de("a participle in front", u"Am Montag um 17 Prozent gefallen, stieg Nvidia um 8 Prozent."_s,
       u"2025-01-27|latest"_s);
    de("history ends", u"Am 5. August fiel der Nikkei um 12,4 Prozent. Diesmal fiel der Dax um 1 Prozent."_s,
       u"2024-08-05|latest"_s);
    de("no history", u"Am Montag fiel Nvidia um 17 Prozent. Diesmal fiel der Dax um 1 Prozent."_s,
       u"2025-01-27|2025-01-27"_s);
    de("the same day", u"Am Montag sprach die EZB. Der Dax fiel an diesem Tag um 1 Prozent."_s, u"2025-01-27"_s);
    de("a year", u"2022 verlor Nvidia 50 Prozent."_s, u"2022-12-31 year"_s);
    de("this year", u"2025 verlor Nvidia 12 Prozent."_s, u"2025-01-29 year"_s);
    de("a month", u"Im Dezember verlor Nvidia 3 Prozent."_s, u"2024-12-31 month"_s);
    de("a month of a year", u"Im Januar 2024 gewann Nvidia 24 Prozent."_s, u"2024-01-31 month"_s);
    de("a year of figures", u"Nach den Zahlen für 2024 fiel Nvidia um 3 Prozent."_s, u"latest"_s);
    de("a day of history without a date", u"Am Schwarzen Montag 1987 fiel der Dow um 22,6 Prozent."_s, QString());
    de("a level is no date", u"Nvidia gewann 3 Prozent, und das Verhältnis stieg auf 19.3. AMD fiel um 1 Prozent."_s,
       u"latest|latest"_s);
    en("weekday", u"On Monday Nvidia fell 17%."_s, u"2025-01-27"_s);
    en("at the end", u"Nvidia fell 17% and AMD 6% on Monday."_s, u"2025-01-27|2025-01-27"_s);
    en("month first", u"Nvidia fell 17% on Jan. 27."_s, u"2025-01-27"_s);
    en("last Wednesday", u"Nvidia rose 4.4% last Wednesday."_s, u"2025-01-22"_s);
    en("year to date", u"Year to date, Meta Platforms is up 17.7%, while Apple is down 5.8%."_s,
       u"latest year|latest year"_s);
    en("the next day", u"On Monday Nvidia fell 17%; the next day it rose 8.9%."_s, u"2025-01-27|2025-01-27 +1"_s);
    en("what had been", u"On Tuesday Nvidia rose 8%. On Monday it had lost 17%. AMD fell 1%."_s,
       u"2025-01-28|2025-01-27|2025-01-28"_s);
    en("an event before", u"DeepSeek released its model on Jan. 20. Nvidia fell 17%."_s, u"latest"_s);
    en("an event ahead", u"Results are due Feb. 26. Nvidia fell 17%."_s, u"latest"_s);
    en("a number of its own", u"Nvidia rose 8% after Monday's 17% rout. AMD fell 1%."_s, u"latest|2025-01-27|latest"_s);
    en("the session of a day", u"Nvidia fell 17% in Monday's session. AMD fell 1%."_s, u"2025-01-27|2025-01-27"_s);
    en("a move in front", u"Down 17% on Monday, Nvidia rose 8%."_s, u"2025-01-27|latest"_s);
    en("history ends", u"On Aug. 5 the Nikkei fell 12.4%. This time the Dax fell 1%."_s, u"2024-08-05|latest"_s);
    en("a decimal is no date", u"Nvidia jumped 20% to $17.9. AMD fell 1%."_s, u"latest|latest|latest"_s);
    en("a year", u"Nvidia lost 50% in 2022."_s, u"2022-12-31 year"_s);
    en("a month", u"Nvidia lost 3% in December."_s, u"2024-12-31 month"_s);
    en("a week before", u"A week earlier, the Nasdaq fell 2%."_s, QString());
    en("two days", u"Over two days Advantest lost almost 20%."_s, u"latest 2 open"_s);
}

void TimeWordsTest::days()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, times);
    const core::Time published = *core::parseIsoTime("2025-01-29T20:00:00Z");
    QStringList found;
    for (const claims::Claim &claim :
         claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), published)) {
        const claims::ClaimTime &time = claim.time;
        QString line = time.date ? QString::fromStdString(time.date->iso()) : u"latest"_s;
        if (time.shift != 0)
            line += time.shift > 0 ? u" +%1"_s.arg(time.shift) : u" %1"_s.arg(time.shift);
        if (time.span == claims::ClaimTime::Span::Week)
            line += u" week"_s;
        if (time.span == claims::ClaimTime::Span::Month)
            line += u" month"_s;
        if (time.span == claims::ClaimTime::Span::Year)
            line += u" year"_s;
        if (time.sessions != 1)
            line += u" %1"_s.arg(time.sessions);
        if (!time.endStated)
            line += u" open"_s;
        found.append(line);
    }
    QCOMPARE(found.join(u'|'), times);
}

QTEST_GUILESS_MAIN(TimeWordsTest)
#include "tst_timewords.moc"
