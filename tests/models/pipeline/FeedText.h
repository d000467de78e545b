// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! A German RSS feed of the publisher "Kontorblatt".
inline QByteArray feed(const QByteArray &items)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Kontorblatt</title>"
           "<language>de</language>"
           + items + "</channel></rss>";
}

//! A null `date` or `link`: the item has none.
inline QByteArray item(const QByteArray &guid, const QByteArray &title, const QByteArray &text,
                       const QByteArray &date = "Mon, 27 Jan 2025 18:00:00 GMT", const QByteArray &link = {})
{
    return "<item><guid>" + guid + "</guid><title>" + title + "</title><description>" + text + "</description>"
           + (date.isNull() ? QByteArray() : "<pubDate>" + date + "</pubDate>")
           + (link.isNull() ? QByteArray() : "<link>" + link + "</link>") + "</item>";
}
