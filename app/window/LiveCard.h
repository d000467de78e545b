// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveStatus.h>

#include <QWidget>

#include <style/Appearance.h>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tickmark::style {
class LiveBadge;
}

namespace tickmark::window {

//! One live stream in words: what and from where, how it stands, why and what to do about it, its figures, and what the user
//! can do with it. Short: the figures are one line. Shows what it is given; GUI thread.
class LiveCard : public QWidget
{
    Q_OBJECT

public:
    LiveCard(const style::Appearance &appearance, bool isShort, QWidget *parent = nullptr);

    void show(const pipeline::LiveStatus &status);
    [[nodiscard]] const pipeline::LiveStatus &status() const { return m_status; }
    //! All of it, a line each.
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    void retryWanted();
    void sourcesWanted();
    void stopWanted();

private:
    void showFacts(core::Time now);
    [[nodiscard]] QLabel *addLabel(const QFont &font);
    void colour(QLabel *label, const QColor &color) const;

    const style::Appearance &m_appearance;
    const bool m_isShort;
    pipeline::LiveStatus m_status;
    QLabel *m_title;
    QLabel *m_source;
    style::LiveBadge *m_state;
    QLabel *m_error;
    QLabel *m_advice;
    QLabel *m_summary;
    QGridLayout *m_grid;
    std::vector<std::pair<QLabel *, QLabel *>> m_facts;
    QPushButton *m_retry;
    QPushButton *m_sources;
    QPushButton *m_stop;
};

} // namespace tickmark::window
