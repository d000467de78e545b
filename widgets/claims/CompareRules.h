// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimTopics.h>

#include <QScrollArea>

#include <style/Appearance.h>

#include <vector>

class QDockWidget;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::claimview {

//! One rule by which numbers are read (claims.md, "Interval of a claim", "Verdicts").
struct ReadingRule
{
    QString name; //!< "round number"
    QString rule; //!< "± half a unit of its place, at most 2.5%"
};

//! Those that the numbers of the topic fall under, in the language of the moment.
[[nodiscard]] std::vector<ReadingRule> readingRules(const tables::ClaimTopic &topic);

//! How the numbers of the topic that a comparison shows are read. GUI thread.
class CompareRules : public QScrollArea
{
    Q_OBJECT

public:
    //! `appearance` outlives it.
    explicit CompareRules(const style::Appearance &appearance, QWidget *parent = nullptr);

    //! Makes the head ("How numbers are read"), once: the title bar of `dock`.
    [[nodiscard]] style::DockHead *makeHead(QDockWidget *dock);
    void setRules(std::vector<ReadingRule> rules);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRules();
    void retranslate();

    const style::Appearance &m_appearance;
    std::vector<ReadingRule> m_rules;
    style::DockHead *m_head = nullptr;
};

} // namespace tickmark::claimview
