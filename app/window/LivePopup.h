// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveStatus.h>

#include <QFrame>
#include <QPointer>
#include <QStringList>

#include <style/Appearance.h>

#include <map>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tickmark::style {
class IconButton;
}

namespace tickmark::window {

class LiveCard;

//! The details of what streams, over the window beside the badge that was clicked: of the instruments of one chart, or of
//! all. Goes on showing how they stand until it is closed (Esc, its button), or nothing of it streams any more. Grows with
//! what there is to say and does not shrink while it is open, so that nothing jumps under the pointer. Shows and tells; GUI
//! thread.
class LivePopup : public QFrame
{
    Q_OBJECT

public:
    //! Child of the window that it stands over. `appearance` outlives it.
    LivePopup(const style::Appearance &appearance, QWidget *window);

    //! `symbols` empty: all. `anchor` in global px.
    void open(const QStringList &symbols, const QRect &anchor);
    void setStreams(const std::vector<pipeline::LiveStatus> &streams);

Q_SIGNALS:
    void retryWanted(qint64 sourceId, bool isEnded); //!< ended: it has to be started anew
    void sourceWanted(qint64 sourceId);
    void stopWanted(const QString &symbol);
    void stopAllWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Key = std::pair<qint64, qint64>; //!< source, instrument

    void refresh();
    LiveCard *makeCard(bool isShort);
    void place();
    [[nodiscard]] std::vector<pipeline::LiveStatus> shown() const;

    const style::Appearance &m_appearance;
    std::vector<pipeline::LiveStatus> m_streams;
    QStringList m_symbols;
    QRect m_anchor;
    QPointer<QWidget> m_focusBefore;
    QLabel *m_title;
    style::IconButton *m_close;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list = nullptr;
    std::map<Key, LiveCard *> m_cards;
    bool m_isShort = false; //!< of m_cards
    int m_tallest = 0;      //!< px that its streams have needed so far
    QPushButton *m_stopAll;
};

} // namespace tickmark::window
