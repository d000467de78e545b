// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tickmark::app {

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

void installLanguage(QCoreApplication &application, const QString &language)
{
    auto *texts = new QTranslator(&application);
    if (texts->load(QStringLiteral(":/i18n/tickmark_") + language))
        QCoreApplication::installTranslator(texts);
    auto *qtTexts = new QTranslator(&application);
    if (qtTexts->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtTexts);
}

} // namespace tickmark::app
