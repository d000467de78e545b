// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HeadlineChoice.h"
#include <tables/Headline.h>

#include <QStringList>
#include <QWidget>

#include <style/Appearance.h>

#include <vector>

class QAction;
class QActionGroup;
class QComboBox;
class QMenu;

namespace tickmark::style {
class FilterField;
class FilterState;
class IconButton;
} // namespace tickmark::style

namespace tickmark::newsview {

//! The row above the headlines: text, verdict, instrument and a menu for the rest; below it, only while something is
//! filtered, how many are left and the way back. Says what was chosen; filters nothing itself.
class HeadlineFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HeadlineFilterBar(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! What there is to choose from; the choice stays, also where it is not among them.
    void setOffers(const std::vector<tables::NamedInstrument> &instruments, const QStringList &publishers,
                   const QStringList &languages);
    //! Emits nothing.
    void setChoice(const HeadlineChoice &choice);
    [[nodiscard]] const HeadlineChoice &choice() const { return m_choice; }
    void setCounts(int shown, int all);
    void focusText();

Q_SIGNALS:
    //! By the user; the text with a short delay, so that typing does not search for every letter.
    void choiceChanged(const tickmark::newsview::HeadlineChoice &choice);
    void markAllReadRequested();
    //! Down or Enter in the text field.
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildMenu();
    void retranslate();
    void recolor();
    void chooseFromBoxes();
    void offerVerdicts();
    void offerInstruments();
    void offerPublishers();
    void offerLanguages();
    void showChoice();
    void showState();
    void choose(HeadlineChoice choice);

    const style::Appearance &m_appearance;
    HeadlineChoice m_choice;
    std::vector<tables::NamedInstrument> m_instruments;
    QStringList m_publishers;
    QStringList m_languages;
    int m_shown = 0;
    int m_all = 0;
    style::FilterField *m_text;
    QComboBox *m_verdict;
    QComboBox *m_instrument;
    style::IconButton *m_more;
    QMenu *m_menu;
    QMenu *m_publisherMenu;
    QActionGroup *m_publisherChoices;
    QMenu *m_languageMenu;
    QActionGroup *m_languageChoices;
    QAction *m_inView;
    QAction *m_unread;
    QAction *m_markAll;
    style::FilterState *m_state;
};

} // namespace tickmark::newsview
