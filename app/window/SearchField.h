// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/NewsItem.h>
#include <pipeline/StoreSession.h>

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <style/Appearance.h>

#include <stop_token>
#include <vector>

class QListWidget;

namespace tickmark::window {

//! The field in the menu bar that finds instruments and headlines. Its list opens below while one types; arrow keys and
//! Enter choose. Headlines are searched on a reader thread; only the newest question is answered. GUI thread.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Null: nothing to find.
    void setSession(pipeline::StoreSession *session);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void instrumentChosen(const QString &symbol);
    void headlineChosen(qint64 newsId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void loadInstruments();
    void search();
    void showFound(const std::vector<core::NewsItem> &news);
    void addEntry(const QString &text, const QString &tip, int role, const QVariant &value);
    void placeList();
    void choose(int row);
    void retranslate();

    const style::Appearance &m_appearance;
    QPointer<pipeline::StoreSession> m_session;
    std::vector<core::Instrument> m_instruments;
    QListWidget *m_list;
    QTimer m_delay;
    std::stop_source m_running;
};

} // namespace tickmark::window
