// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/FetchScheduler.h>

#include <QWidget>

#include <style/Appearance.h>

#include <array>
#include <optional>

class QFrame;
class QFormLayout;
class QLabel;
class QPushButton;

namespace tickmark::dialogs {

class SourceSign;

//! All that is known of one source: what its last run brought, what went wrong and what to do about it, when it runs next.
//! Texts can be selected, and what went wrong is copied by a button. Owned by its dialog, which shows it again with every change. GUI thread.
class SourceDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SourceDetails(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Nothing: no source is chosen.
    void show(const std::optional<pipeline::SourceStatus> &status, bool allPaused, core::Time now);
    void retranslate();

private:
    enum Fact { LastAnswer, LastSuccess, NextRun, Instruments, Address, FactCount };

    void showTrouble();
    void showFacts();
    void setFact(Fact fact, const QString &text);
    [[nodiscard]] static QString firstOf(const QStringList &names);
    [[nodiscard]] QString failedItems() const;
    void copyTrouble();

    const style::Appearance &m_appearance;
    std::optional<pipeline::SourceStatus> m_status;
    bool m_allPaused = false;
    core::Time m_now;
    SourceSign *m_sign;
    QLabel *m_name;
    QLabel *m_provider;
    QFrame *m_trouble;
    QLabel *m_error;
    QLabel *m_items;
    QLabel *m_advice;
    QPushButton *m_copy;
    QFormLayout *m_facts;
    std::array<QLabel *, FactCount> m_heads{};
    std::array<QLabel *, FactCount> m_values{};
};

} // namespace tickmark::dialogs
