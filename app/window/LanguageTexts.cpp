// SPDX-License-Identifier: GPL-3.0-or-later
#include "LanguageTexts.h"

#include <core/Formats.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace tickmark::window {

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

void LanguageTexts::install(const QString &language)
{
    QLocale::setDefault(core::Formats(language).locale());
    // The last one installed is asked first.
    QCoreApplication::removeTranslator(&m_qtTexts);
    QCoreApplication::removeTranslator(&m_texts);
    if (m_qtTexts.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_texts.load(QStringLiteral(":/i18n/tickmark_") + language))
        QCoreApplication::installTranslator(&m_texts);
}

} // namespace tickmark::window
