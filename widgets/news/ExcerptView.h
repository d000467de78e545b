// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/Headline.h>

#include <QWidget>

#include <style/Appearance.h>

#include <optional>

class QDockWidget;
class QLabel;
class QStackedLayout;
class QToolButton;

namespace tickmark::style {
class DockHead;
}

namespace tickmark::newsview {

class EmptyNote;
class ExcerptText;

//! One headline in full: title, where and when it was published, its text as plain text with the mentioned instruments as
//! links. GUI thread. Nothing in a text is ever taken as markup or fetched.
class ExcerptView : public QWidget
{
    Q_OBJECT

public:
    //! `appearance` outlives it. `dock` gets the head as title bar; null: the head stands on top.
    explicit ExcerptView(style::Appearance &appearance, QDockWidget *dock = nullptr, QWidget *parent = nullptr);

    //! Nothing: says how to choose one.
    void setHeadline(const std::optional<tables::Headline> &headline);
    [[nodiscard]] const std::optional<tables::Headline> &headline() const { return m_headline; }

Q_SIGNALS:
    //! A mention was clicked.
    void instrumentActivated(const QString &symbol);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHeadline();
    void showMeta();
    void retranslate();
    void restyle();

    style::Appearance &m_appearance;
    std::optional<tables::Headline> m_headline;
    style::DockHead *m_head;
    EmptyNote *m_note;
    QWidget *m_page;
    QStackedLayout *m_stack;
    QLabel *m_title;
    QLabel *m_meta;
    QToolButton *m_openOriginal;
    ExcerptText *m_text;
};

} // namespace tickmark::newsview
