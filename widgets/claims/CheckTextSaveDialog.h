// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tickmark::claimview {

//! Asks what a checked text is to be called when it is kept as news. Saves nothing itself. Shown with open().
class CheckTextSaveDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CheckTextSaveDialog(const QString &title, const QString &publisher, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &title, const QString &publisher);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();
    void choose();

    QLabel *m_titleLabel;
    QLineEdit *m_title;
    QLabel *m_publisherLabel;
    QLineEdit *m_publisher;
    QLabel *m_note;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tickmark::claimview
