// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/LanguageGuess.h>

#include <QTest>

using namespace tickmark::news;
using namespace Qt::StringLiterals;

//! A text is read by the rules of its own language, whatever its feed says.
class LanguageGuessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headlines_data();
    void headlines();
    void longTexts();
};

void LanguageGuessTest::headlines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QStringList german{
        u"Nvidia stürzt um 17 Prozent ab"_s,
        u"Dax schließt kaum verändert"_s,
        u"Chipwerte unter Druck nach DeepSeek"_s,
        u"US-Börsen: Nasdaq fällt deutlich"_s,
        u"Siemens Energy verliert ein Fünftel"_s,
        u"Anleger fliehen aus Tech-Aktien"_s,
        u"Wall Street vor schwachem Start"_s,
        u"Warum der Kurs jetzt einbricht"_s,
        u"Rheinmetall-Aktie auf Rekordhoch"_s,
        u"EZB senkt die Zinsen erneut"_s,
        u"SAP hebt die Prognose an"_s,
        u"Bitcoin rutscht unter 100.000 Dollar"_s,
        u"Boerse Frankfurt: Kursverluste zum Wochenstart"_s,
        u"Trump droht mit neuen Zöllen"_s,
        u"Gewinne bei Banken und Versicherungen"_s,
    };
    const QStringList english{
        u"Nvidia plunges 17% as DeepSeek rattles tech"_s,
        u"Stocks close lower on Monday"_s,
        u"Why Nvidia shares are falling"_s,
        u"Dow ends higher despite tech rout"_s,
        u"Apple earnings beat the Street"_s,
        u"Fed holds rates steady again"_s,
        u"Oil prices slip after OPEC meeting"_s,
        u"Bitcoin drops below $100,000"_s,
        u"Siemens Energy loses a fifth of its value"_s,
        u"Deutsche Bank to cut jobs"_s,
        u"Investors flee chip stocks"_s,
        u"The market in 2025"_s,
        u"Tesla recalls vehicles over software"_s,
        u"SAP raises outlook for the year"_s,
        u"What to know about DeepSeek"_s,
    };
    const QStringList neither{
        u"Nvidia"_s,
        QString(),
        u"+17 % / -3,1 %"_s,
        u"La Bourse de Paris termine en baisse"_s,
        u"Las acciones de Nvidia caen en Wall Street"_s,
        u"Borsa di Milano: chiude in rialzo con le banche"_s,
        u"De beurs in Amsterdam sluit met verlies op een dag"_s,
        u"Børsen falder efter nyt fra USA og Kina"_s,
        u"日経平均は大幅安"_s,
        u"Акции Nvidia рухнули"_s,
    };
    const auto rows = [](const QStringList &texts, const QString &expected) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(expected + u": "_s + text.left(60))) << text << expected;
    };
    rows(german, u"de"_s);
    rows(english, u"en"_s);
    rows(neither, QString());
}

void LanguageGuessTest::headlines()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(guessLanguage(text), expected);
}

void LanguageGuessTest::longTexts()
{
    const QString german = u"Der Konzern hat am Montag mitgeteilt, dass die Zahlen besser sind als erwartet. "_s;
    const QString english = u"The company said on Monday that its results were better than expected. "_s;
    QCOMPARE(guessLanguage(QString(german.repeated(20) + english.repeated(4))), u"de"_s);
    QCOMPARE(guessLanguage(QString(english.repeated(20) + german.repeated(4))), u"en"_s);
    QCOMPARE(guessLanguage(QString(german + english)), QString()); // both at once
    QCOMPARE(guessLanguage(QString(1'000'000, u'x')), QString());
}

QTEST_APPLESS_MAIN(LanguageGuessTest)
#include "tst_languageguess.moc"
