// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "VerdictPopupFacts.h"

#include <style/Appearance.h>

class QLabel;
class QVBoxLayout;
class QWidget;

namespace tickmark::claimview {

//! The widgets that a verdict pop-up consists of, made for one claim in the language and theme of the moment. Lives for one
//! call; refers to what it is given. Texts of the news stay plain text.
class PopupParts
{
public:
    PopupParts(const style::Appearance &appearance, const store::StoredClaim &claim, const VerdictFacts &facts);

    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString sentences() const;

    //! All of it for the clipboard: a line each, tables with tabs.
    [[nodiscard]] QString plainText(const QString &subject) const;

    //! Shape and words of the verdict, which a dismissed claim has none of; `reserved` px at the right stay free.
    [[nodiscard]] QWidget *makeHead(int reserved) const;
    //! The claim as stated, the explanation, the range.
    void addSentences(QVBoxLayout &column, const QString &subject) const;
    //! Formulas and quotes.
    void addTables(QVBoxLayout &column) const;

private:
    [[nodiscard]] QString verdictWords() const;
    [[nodiscard]] QLabel *label(const QString &text, const QFont &font, const QColor &color) const;
    static QLabel *dressed(QLabel *made, const QFont &font, const QColor &color);
    void addLine(QVBoxLayout &column) const;
    void addFormulas(QVBoxLayout &column) const;
    void addQuotes(QVBoxLayout &column) const;

    const style::Appearance &m_appearance;
    const store::StoredClaim &m_claim;
    const VerdictFacts &m_facts;
    bool m_isDismissed;
};

} // namespace tickmark::claimview
