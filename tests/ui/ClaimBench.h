// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowBench.h"
#include <claims/Judge.h>
#include <store/ClaimTypes.h>

#include <QPoint>
#include <QTimer>

class QAbstractItemView;
class QWidget;

//! A real window on the sample case (or on `store`) whose claims are judged, used as its user does: by mouse, keyboard and
//! what is to be read. Things are found by their accessible names and by the words in them. In English.
class ClaimBench : public WindowBench
{
public:
    explicit ClaimBench(const QString &store = {});

    //! Every claim of the store has its verdict, and the window shows it.
    [[nodiscard]] bool isJudged();
    //! The first claim with these words in it of the item with that title; null: there is none.
    [[nodiscard]] const tickmark::store::StoredClaim *claim(const QString &title, const QString &words);
    //! "confirmed (close)" and so on, as the excerpt says it; empty while there is none.
    [[nodiscard]] QString verdictOf(const QString &title, const QString &words);

    //! Clicks the headline in the list, once it is scrolled there.
    void clickHeadline(const QString &title);
    //! Clicks the number of the claim in the excerpt; the headline is selected already.
    void clickNumber(const tickmark::store::StoredClaim &claim);
    //! Both: the explanation is open then.
    void explain(const QString &title, const QString &words);
    //! The explanation; null while none is open.
    [[nodiscard]] QWidget *explanation();
    //! Clicks one of the explanation's buttons.
    void clickAction(const QString &name);

    //! Through the menu bar, item by item; returns how many clicks that took.
    int clickMenu(const QString &menu, const QString &item);
    //! Types a shortcut of the window.
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    //! The list or table of that accessible name; null when it is not there.
    [[nodiscard]] QAbstractItemView *view(const QString &accessibleName, QWidget *in = nullptr);
    [[nodiscard]] QWidget *named(const QString &accessibleName, QWidget *in = nullptr);
    [[nodiscard]] static QPoint rowCentre(const QAbstractItemView &view, int row, int column = 0);
    //! Cells of a row as the user reads them, joined by " | ".
    [[nodiscard]] static QString rowText(const QAbstractItemView &view, int row);
    //! All rows of which the words are part; -1: none.
    [[nodiscard]] static int rowWith(const QAbstractItemView &view, const QString &words);
    //! What is to be read in `widget`, a line for each label; nothing of null.
    [[nodiscard]] static QString words(const QWidget *widget);
};

//! The longest that the window's thread worked without going back to its event loop, in milliseconds of that thread's own
//! processor time: other programs do not count.
class LongestTurn
{
public:
    LongestTurn();
    [[nodiscard]] double ms() const { return m_longest; }

private:
    void beat();

    QTimer m_timer;
    qint64 m_last = 0;
    double m_longest = 0;
};
