// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTools.h"

#include <QFrame>

#include <style/Appearance.h>

#include <optional>
#include <stop_token>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tickmark::dialogs {

//! Asks a source once, as its form stands, and says what it answers: how many rows, the first and the last, the beginning of
//! the answer; or what went wrong and what to do. Stores nothing. Hidden until the first trial. Owned by its dialog; ends
//! with it. GUI thread.
class SourceTrialBox : public QFrame
{
    Q_OBJECT

public:
    SourceTrialBox(const style::Appearance &appearance, const SourceTools &tools, QWidget *parent = nullptr);
    ~SourceTrialBox() override;

    //! `key` typed; empty: the one that the keychain has, if any.
    void start(const store::SourceSetup &setup, const QByteArray &key);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    //! The form says something else now: what was said is no longer of it.
    void forget();
    void retranslate();

Q_SIGNALS:
    void runningChanged(bool running);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask(const store::SourceSetup &setup, const QByteArray &key);
    void take(const core::Result<pipeline::SourceTrial> &answer);
    void stop();
    void setRunning(bool running);
    void showAnswer();
    void showTrial(const pipeline::SourceTrial &trial);
    [[nodiscard]] QString rowText(const pipeline::TrialRow &row) const;

    const style::Appearance &m_appearance;
    SourceTools m_tools;
    std::stop_source m_stop;
    int m_number = 0; //!< of the trial; what an earlier one still says is dropped
    bool m_isRunning = false;
    std::optional<core::Result<pipeline::SourceTrial>> m_answer;
    QLabel *m_outcome;
    QLabel *m_rows;
    QPlainTextEdit *m_excerpt;
    QPushButton *m_cancel;
};

} // namespace tickmark::dialogs
