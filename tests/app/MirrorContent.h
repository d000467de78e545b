// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QLocale>
#include <QString>

//! Answers in the shapes of real services, with numbers of our own.
namespace mirror {

//! The latest `count` weekdays whose sessions are over everywhere, ascending.
inline QList<QDate> pastWeekdays(int count)
{
    QList<QDate> days;
    for (QDate day = QDateTime::currentDateTimeUtc().date().addDays(-1); days.size() < count; day = day.addDays(-1)) {
        if (day.dayOfWeek() < Qt::Saturday)
            days.prepend(day);
    }
    return days;
}

inline QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

//! Chart of Yahoo: closes of 100.5, 101.5, ...
inline QByteArray yahooChart(const QString &symbol, const QList<QDate> &days)
{
    QJsonArray times;
    QJsonArray open;
    QJsonArray high;
    QJsonArray low;
    QJsonArray close;
    QJsonArray volume;
    double price = 100.5;
    for (const QDate day : days) {
        times.append(QDateTime(day, QTime(15, 30), Qt::UTC).toSecsSinceEpoch());
        open.append(price - 0.25);
        high.append(price + 1.5);
        low.append(price - 1.25);
        close.append(price);
        volume.append(1'000'000);
        price += 1.0;
    }
    const QJsonObject quote{{QStringLiteral("open"), open},
                            {QStringLiteral("high"), high},
                            {QStringLiteral("low"), low},
                            {QStringLiteral("close"), close},
                            {QStringLiteral("volume"), volume}};
    const QJsonObject meta{{QStringLiteral("symbol"), symbol},
                           {QStringLiteral("currency"), QStringLiteral("USD")},
                           {QStringLiteral("exchangeTimezoneName"), QStringLiteral("America/New_York")}};
    const QJsonObject result{{QStringLiteral("meta"), meta},
                             {QStringLiteral("timestamp"), times},
                             {QStringLiteral("indicators"), QJsonObject{{QStringLiteral("quote"), QJsonArray{quote}}}}};
    const QJsonObject chart{{QStringLiteral("result"), QJsonArray{result}}, {QStringLiteral("error"), QJsonValue()}};
    return QJsonDocument(QJsonObject{{QStringLiteral("chart"), chart}}).toJson(QJsonDocument::Compact);
}

inline QByteArray stooqTable(const QList<QDate> &days)
{
    QByteArray table("Date,Open,High,Low,Close,Volume\r\n");
    for (const QDate day : days)
        table += iso(day).toLatin1() + ",200.1,203.4,199.2,202.5,500000\r\n";
    return table;
}

inline QByteArray ecbTable(const QList<QDate> &days)
{
    QByteArray table("KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE\r\n");
    for (const QDate day : days)
        table += "EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A," + iso(day).toLatin1() + ",1.0495\r\n";
    return table;
}

inline QByteArray twelveDataSeries(const QString &symbol, const QList<QDate> &days)
{
    QJsonArray values;
    for (auto day = days.crbegin(); day != days.crend(); ++day) {
        values.append(QJsonObject{{QStringLiteral("datetime"), iso(*day)},
                                  {QStringLiteral("open"), QStringLiteral("118.00")},
                                  {QStringLiteral("high"), QStringLiteral("119.10")},
                                  {QStringLiteral("low"), QStringLiteral("117.20")},
                                  {QStringLiteral("close"), QStringLiteral("118.42")},
                                  {QStringLiteral("volume"), QStringLiteral("818830895")}});
    }
    const QJsonObject meta{{QStringLiteral("symbol"), symbol},
                           {QStringLiteral("interval"), QStringLiteral("1day")},
                           {QStringLiteral("currency"), QStringLiteral("USD")},
                           {QStringLiteral("exchange_timezone"), QStringLiteral("America/New_York")}};
    return QJsonDocument(QJsonObject{{QStringLiteral("meta"), meta},
                                     {QStringLiteral("values"), values},
                                     {QStringLiteral("status"), QStringLiteral("ok")}})
        .toJson(QJsonDocument::Compact);
}

//! One headline an hour ago.
inline QByteArray rssFeed()
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(-3600),
                                               QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Kontorblatt</title>"
           "<link>https://kontorblatt.example/</link><language>de</language><item><guid>k-1</guid>"
           "<title>Nvidia schlie\xC3\x9Ft h\xC3\xB6her</title><link>https://kontorblatt.example/1</link>"
           "<description>Die Aktie legte zu.</description><pubDate>"
           + date.toLatin1() + "</pubDate></item></channel></rss>";
}

inline QByteArray atomFeed()
{
    const QByteArray date = QDateTime::currentDateTimeUtc().addSecs(-7200).toString(Qt::ISODate).toLatin1();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"
           "<title>Harbour Post</title><id>urn:post</id><updated>"
           + date + "</updated><entry><id>urn:post:1</id><title>Broadcom gains in early trading</title><updated>" + date
           + "</updated><link href=\"https://post.example/1\"/><summary>The shares rose.</summary></entry></feed>";
}

inline QByteArray jsonFeed()
{
    const QString date = QDateTime::currentDateTimeUtc().addSecs(-10'800).toString(Qt::ISODate);
    const QJsonObject item{{QStringLiteral("id"), QStringLiteral("w-1")},
                           {QStringLiteral("url"), QStringLiteral("https://wire.example/1")},
                           {QStringLiteral("title"), QStringLiteral("Euro little changed against the dollar")},
                           {QStringLiteral("content_text"), QStringLiteral("The euro traded at 1.0495 dollars.")},
                           {QStringLiteral("date_published"), date}};
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), QStringLiteral("https://jsonfeed.org/version/1.1")},
                                     {QStringLiteral("title"), QStringLiteral("Wire")},
                                     {QStringLiteral("language"), QStringLiteral("en")},
                                     {QStringLiteral("items"), QJsonArray{item}}})
        .toJson(QJsonDocument::Compact);
}

} // namespace mirror
