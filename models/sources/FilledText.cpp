// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilledText.h"

namespace tickmark::sources {

QString filledText(const QString &sentence, const QStringList &names)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence.at(i) == u'%' && i + 1 < sentence.size() ? sentence.at(i + 1).digitValue() : -1;
        if (place < 1 || place > names.size()) {
            text += sentence.at(i);
            continue;
        }
        text += names.at(place - 1);
        ++i;
    }
    return text;
}

} // namespace tickmark::sources
