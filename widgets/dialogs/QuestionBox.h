// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"

#include <QFrame>

#include <style/Appearance.h>

#include <functional>
#include <map>

class QLabel;
class QVBoxLayout;

namespace tickmark::dialogs {

class InstrumentForm;

//! What only the user can say about a file, each question with its answers. A question that was asked stays, so that its
//! answer can be changed. Hidden as long as there is none. Owned by its page.
class QuestionBox : public QFrame
{
    Q_OBJECT

public:
    QuestionBox(const style::Appearance &appearance, QStringList mics, QWidget *parent = nullptr);

    void show(const ImportPreview &preview, const ImportDraft &draft, const std::vector<core::Instrument> &known);
    void retranslate();
    [[nodiscard]] bool isEmpty() const { return m_asked.empty(); }

Q_SIGNALS:
    void edited(const std::function<void(ImportDraft &)> &change);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    //! One question on the screen.
    struct Asked
    {
        QLabel *text = nullptr;
        QWidget *answers = nullptr; //!< null: answered in the head of the table
    };

    void add(ImportQuestion question);
    QWidget *answersOf(ImportQuestion question);
    //! Buttons of which one is chosen; `choose` gets its number.
    QWidget *choices(const QStringList &objectNames, const std::function<void(ImportDraft &, int)> &choose);
    QWidget *zoneAnswer();
    QWidget *dayAnswer();
    QWidget *intervalAnswer();
    void showTexts();
    void showChoices(ImportQuestion question, const QStringList &texts, int chosen);

    const style::Appearance &m_appearance;
    QStringList m_mics;
    QVBoxLayout *m_layout;
    InstrumentForm *m_instrument = nullptr;
    std::map<ImportQuestion, Asked> m_asked;
    ImportPreview m_preview; //!< without its rows
    ReadAs m_shownAs = ReadAs::Bars;
    ImportDraft m_draft;
};

} // namespace tickmark::dialogs
