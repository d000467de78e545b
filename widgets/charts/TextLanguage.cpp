// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextLanguage.h"

#include <core/Formats.h>

#include <QCoreApplication>
#include <QTranslator>

#include <utility>

namespace tickmark::charts {

namespace {

thread_local const Translator *current = nullptr; //!< of this thread; null: the program's language
thread_local bool isProbing = false;

const QString &probeAnswer()
{
    static const QString answer(QChar(1));
    return answer;
}

//! Asked before the program's own catalogues, and silent in threads that speak no language of their own.
class ThreadTexts : public QTranslator
{
public:
    //! An empty translator is installed without telling all widgets that the language has changed.
    bool isEmpty() const override { return true; }

    QString translate(const char *context, const char *source, const char *comment, int count) const override
    {
        if (isProbing)
            return probeAnswer();
        if (!current)
            return {};
        const QTranslator *catalogue = current->catalogue();
        QString found = catalogue ? catalogue->translate(context, source, comment, count) : QString();
        if (found.isEmpty())
            found = QString::fromUtf8(source);
        // Whoever asked would write it as the program's language does.
        if (count >= 0)
            found.replace(QLatin1String("%Ln"), core::Formats(current->language()).locale().toString(count));
        return found;
    }
};

//! Whoever is installed last is asked first, and the program installs another catalogue whenever its language changes.
void askThreadTextsFirst()
{
    static ThreadTexts texts;
    isProbing = true;
    // Every catalogue has its plurals, so that one which is asked before would answer.
    const QString answer = QCoreApplication::translate("ExplanationText", "The number fits a span of %n session(s).",
                                                       nullptr, 2);
    isProbing = false;
    if (answer != probeAnswer())
        QCoreApplication::installTranslator(&texts);
}

} // namespace

TextLanguage::TextLanguage(Translator texts) : m_texts(std::move(texts)), m_former(current)
{
    askThreadTextsFirst();
    current = &m_texts;
}

TextLanguage::~TextLanguage()
{
    current = m_former;
}

} // namespace tickmark::charts
