// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tickmark::dialogs {

//! The key of a source as it is typed: never readable, and one that is kept already is not shown again, only replaced.
//! Owned by its form. GUI thread.
class SourceKeyField : public QWidget
{
    Q_OBJECT

public:
    explicit SourceKeyField(QWidget *parent = nullptr);

    //! The source has a key already.
    void setStored(bool stored);
    //! False: this system has no keychain.
    void setLasting(bool lasting);
    //! Typed now; empty: none.
    [[nodiscard]] QByteArray key() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void showTexts();

    QLineEdit *m_edit;
    QPushButton *m_change;
    QLabel *m_place;
    bool m_isStored = false;
    bool m_isLasting = true;
    bool m_isChanging = false;
};

} // namespace tickmark::dialogs
