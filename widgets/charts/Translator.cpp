// SPDX-License-Identifier: GPL-3.0-or-later
#include "Translator.h"

#include <QTranslator>

namespace tickmark::charts {

Translator::Translator(const QString &language) : m_language(language)
{
    auto catalogue = std::make_shared<QTranslator>();
    if (catalogue->load(QStringLiteral(":/i18n/tickmark_") + language + QStringLiteral(".qm")))
        m_catalogue = std::move(catalogue);
}

QString Translator::text(const char *context, const char *source, int count) const
{
    QString found;
    if (m_catalogue)
        found = m_catalogue->translate(context, source, nullptr, count);
    if (found.isEmpty())
        found = QString::fromUtf8(source);
    if (count >= 0)
        found.replace(QLatin1String("%n"), QString::number(count));
    return found;
}

} // namespace tickmark::charts
