// SPDX-License-Identifier: GPL-3.0-or-later
#include "SoakFiles.h"

#include <core/Time.h>

#include <QFile>

#include <cmath>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTicks = 20'000;

QString write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

QByteArray germanBars()
{
    QByteArray rows = "Symbol;Datum;Erster;Hoch;Tief;Schlusskurs;Volumen\n";
    for (int day = 3; day <= 28; ++day) {
        const double close = 262 + 9 * std::sin(day);
        QByteArray prices = number(close - 1) + ';' + number(close + 4) + ';' + number(close - 5) + ';' + number(close);
        prices.replace('.', ',');
        rows += "SAP.DE;" + QByteArray::number(day).rightJustified(2, '0') + ".02.2025;" + prices + ";1.200.000\n";
    }
    rows += "SAP.DE;31.02.2025;270,00;275,50;269,10;274,05;1\n"; // no such day
    rows += "SAP.DE;03.03.2025;270,00;260,00;269,10;274,05;1\n"; // a high below its low
    return rows;
}

QByteArray englishBars()
{
    QByteArray rows = "symbol,date,open,high,low,close,volume\n";
    for (int day = 3; day <= 28; ++day) {
        const double close = 225 + 12 * std::cos(day);
        rows += "AVGO,2025-02-" + QByteArray::number(day).rightJustified(2, '0') + ',' + number(close + 1) + ','
                + number(close + 6) + ',' + number(close - 4) + ',' + number(close) + ",31000000\n";
    }
    return rows;
}

QByteArray ticks(const char *symbol, double price)
{
    QByteArray rows = "symbol,time,price,size\n";
    const core::Time opening = core::parseIsoTime("2025-01-27T14:30:00Z").value_or(core::Time());
    for (int i = 0; i < kTicks; ++i) {
        const core::Time time{opening.ns + i * core::kNsPerSecond};
        rows += symbol + (',' + QByteArray::fromStdString(core::isoTime(time))) + ','
                + number(price * (1 + 0.02 * std::sin(i / 900.0) + 0.001 * std::sin(i * 7.0))) + ','
                + QByteArray::number(1 + i % 90) + '\n';
    }
    return rows;
}

} // namespace

QByteArray soakFeed()
{
    QByteArray items;
    for (int i = 0; i < 40; ++i) {
        const QByteArray n = QByteArray::number(i);
        items +=
            "<item><title>Nvidia verliert " + QByteArray::number(12 + i % 7)
            + " Prozent</title><link>https://wire.example/" + n + "</link><guid>w-" + n
            + "</guid><pubDate>Tue, 28 Jan 2025 " + QByteArray::number(10 + i % 10)
            + ":15:00 +0100</pubDate><description>Die Aktie von Nvidia verlor am Montag "
            + QByteArray::number(12 + i % 7)
            + " Prozent, Broadcom gab um mehr als 17 Prozent nach, der Dow stieg um 0,65 Prozent.</description></item>";
    }
    return R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>)" + items + "</channel></rss>";
}

QStringList writeSoakFiles(const QString &folder)
{
    return {write(folder + u"/sap.csv"_s, germanBars()), write(folder + u"/avgo.csv"_s, englishBars()),
            write(folder + u"/amd-ticks.csv"_s, ticks("AMD", 117)), write(folder + u"/mu-ticks.csv"_s, ticks("MU", 94)),
            write(folder + u"/wire.xml"_s, soakFeed())};
}

const QStringList &soakTexts()
{
    static const QStringList texts{
        u"Chipwerte sacken ab\n\nNvidia fiel am Montag um 17 Prozent, der Dow gab 54 Punkte nach."_s,
        u"Nvidia lost almost 600 billion dollars in market value on Monday, the biggest one-day loss ever. "
        "Shares closed down 16.97% at 118.42 dollars, after touching 116.70."_s,
        u"Broadcom verlor 17,4 Prozent, Vistra mehr als 28 Prozent. Der Nasdaq schloss gut drei Prozent tiefer."_s,
        u"The Philadelphia semiconductor index fell more than 9%, its worst day since March 2020. Oracle dropped 14%."_s,
        u"SAP legte um knapp 1 Prozent zu; Siemens Energy brach um bis zu 20 Prozent ein."_s,
        u"Bitcoin fiel zeitweise unter 98.000 Dollar."_s,
        u"= + - @ \t\u202E 17 % 1e999 % −−16,97 Prozent ½ Prozent\n\n\n"_s,
    };
    return texts;
}
