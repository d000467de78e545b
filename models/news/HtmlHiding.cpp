// SPDX-License-Identifier: GPL-3.0-or-later
#include "HtmlHiding.h"

#include <QString>

namespace tickmark::news {

namespace {

//! Takes the next attribute off the front of `rest`: its name, and its value without quotes. False: there is none.
bool takeAttribute(QStringView &rest, QStringView &name, QStringView &value)
{
    const auto skip = [&](auto isSkipped) {
        qsizetype end = 0;
        while (end < rest.size() && isSkipped(rest[end]))
            ++end;
        const QStringView skipped = rest.first(end);
        rest = rest.sliced(end);
        return skipped;
    };
    skip([](QChar c) { return isAsciiBlank(c) || c == u'/' || c == u'='; });
    name = skip([](QChar c) { return !isAsciiBlank(c) && c != u'/' && c != u'=' && c != u'>'; });
    value = {};
    skip(isAsciiBlank);
    if (!rest.startsWith(u'='))
        return !name.isEmpty();
    rest = rest.sliced(1);
    skip(isAsciiBlank);
    if (!rest.startsWith(u'"') && !rest.startsWith(u'\'')) {
        value = skip([](QChar c) { return !isAsciiBlank(c) && c != u'>'; });
        return true;
    }
    const QChar quote = rest.front();
    rest = rest.sliced(1);
    value = skip([quote](QChar c) { return c != quote; });
    skip([quote](QChar c) { return c == quote; });
    return true;
}

bool isHidingStyle(QStringView style)
{
    QString tight;
    for (const QChar c : style) {
        if (!isAsciiBlank(c))
            tight += c.toLower();
    }
    return tight.contains(QLatin1String("display:none")) || tight.contains(QLatin1String("visibility:hidden"));
}

} // namespace

bool isHidingAttribute(QStringView name, QStringView value)
{
    const auto is = [name](QStringView other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    return is(u"hidden") || (is(u"style") && isHidingStyle(value))
           || (is(u"aria-hidden") && value.trimmed().compare(u"true", Qt::CaseInsensitive) == 0);
}

bool isHidden(QStringView attributes)
{
    QStringView name;
    QStringView value;
    while (takeAttribute(attributes, name, value)) {
        if (isHidingAttribute(name, value))
            return true;
    }
    return false;
}

} // namespace tickmark::news
