// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextLanguage.h"

#include "Translator.h"

#include <utility>

namespace tickmark::charts {

namespace {

thread_local const Translator *current = nullptr;

} // namespace

TextLanguage::TextLanguage(const Translator &texts) : m_former(std::exchange(current, &texts)) {}

TextLanguage::~TextLanguage()
{
    current = m_former;
}

QString ProgramTexts::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    if (!current)
        return QTranslator::translate(context, source, disambiguation, n);
    // Where that language has no catalogue or no such text, the source says it in English.
    const QTranslator *catalogue = current->catalogue();
    return catalogue ? catalogue->translate(context, source, disambiguation, n) : QString();
}

} // namespace tickmark::charts
