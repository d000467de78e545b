// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QToolButton>

#include <style/Appearance.h>

namespace tickmark::window {

//! What a glance at the sources of the open store says.
struct SourceGlance
{
    int running = 0;
    qint64 done = 0; //!< answers, of all runs that are under way
    qint64 total = 0;
    QStringList failing; //!< names
    bool isPaused = false;

    friend bool operator==(const SourceGlance &, const SourceGlance &) = default;
};

//! A glance at the sources in the status bar: a sign and a few words, only while something is fetched, fails or is paused.
//! A click is for the sources dialog. GUI thread.
class SourceGlanceButton : public QToolButton
{
    Q_OBJECT

public:
    explicit SourceGlanceButton(const style::Appearance &appearance, QWidget *parent = nullptr);

    void setGlance(const SourceGlance &glance);
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const style::Appearance &m_appearance;
    SourceGlance m_glance;
};

} // namespace tickmark::window
