// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptView.h"

#include "EmptyNote.h"
#include "ExcerptFoot.h"
#include "ExcerptText.h"
#include "NewsTexts.h"
#include "OriginalLink.h"
#include <news/SafeText.h>

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <claimview/ClaimActions.h>
#include <claimview/ClaimRows.h>
#include <claimview/VerdictPopup.h>
#include <style/DockHead.h>
#include <style/Fonts.h>

#include <algorithm>

namespace tickmark::newsview {

namespace {

constexpr int kMargin = 12;
constexpr int kTableMargin = 3; // its cells have 9 of their own
constexpr int kLeastText = 63;  // three lines stay in sight, however many claims there are

QLabel *plainLabel(style::TextRole role)
{
    auto *label = new QLabel;
    label->setFont(style::textFont(role));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

} // namespace

ExcerptView::ExcerptView(style::Appearance &appearance, QDockWidget *dock, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_head(new style::DockHead(appearance, dock)),
      m_note(new EmptyNote(appearance)),
      m_page(new QWidget),
      m_stack(new QStackedLayout),
      m_title(new ExcerptText(appearance)),
      m_meta(plainLabel(style::TextRole::Small)),
      m_openOriginal(new QToolButton),
      m_text(new ExcerptText(appearance)),
      m_rows(new claimview::ClaimRows(appearance)),
      m_foot(new ExcerptFoot(appearance)),
      m_claimActions(new claimview::ClaimActions(appearance, this)),
      m_popup(new claimview::VerdictPopup(appearance, this))
{
    build(dock);
    connect(m_openOriginal, &QToolButton::clicked, this, [this] {
        if (m_headline)
            openOriginal(m_headline->item.link);
    });
    connect(m_text, &ExcerptText::mentionActivated, this, [this](qint64 instrumentId) {
        const auto found = std::ranges::find(m_headline->instruments, instrumentId, &tables::NamedInstrument::id);
        if (found != m_headline->instruments.end())
            Q_EMIT instrumentActivated(found->symbol);
    });
    connectClaims();
    connect(&appearance, &style::Appearance::changed, this, &ExcerptView::restyle);
    restyle();
    retranslate();
    showHeadline();
}

void ExcerptView::build(QDockWidget *dock)
{
    m_title->setObjectName(QStringLiteral("title"));
    m_title->fitText(style::TextRole::Excerpt);
    m_text->setObjectName(QStringLiteral("text"));
    auto *meta = new QHBoxLayout;
    meta->setSpacing(8);
    meta->addWidget(m_meta, 1, Qt::AlignTop);
    meta->addWidget(m_openOriginal, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(kMargin, 10, kMargin, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addLayout(meta);
    column->addSpacing(2);
    column->addWidget(m_text, 1);
    m_text->setMinimumHeight(kLeastText);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addLayout(column, 1);
    auto *table = new QHBoxLayout;
    table->setContentsMargins(kTableMargin, 0, kTableMargin, 0);
    table->addWidget(m_rows);
    page->addLayout(table);
    page->addWidget(m_foot);
    m_page->setAutoFillBackground(true);
    m_openOriginal->setObjectName(QStringLiteral("openOriginal"));
    m_openOriginal->setAutoRaise(true);
    m_openOriginal->setFocusPolicy(Qt::TabFocus);
    m_openOriginal->setFont(style::textFont(style::TextRole::Small));
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (dock)
        dock->setTitleBarWidget(m_head);
    else
        all->addWidget(m_head);
    all->addLayout(m_stack, 1);
}

void ExcerptView::setHeadline(const std::optional<tables::Headline> &headline)
{
    const bool isSameText = headline && m_headline && headline->item.id == m_headline->item.id
                            && headline->title == m_headline->title
                            && headline->item.excerpt == m_headline->item.excerpt
                            && headline->excerptMentions == m_headline->excerptMentions;
    m_headline = headline;
    if (isSameText) { // keeps scroll position and selection
        showMeta();
    } else {
        showHeadline();
    }
}

void ExcerptView::showHeadline()
{
    m_stack->setCurrentWidget(m_headline ? m_page : m_note);
    m_title->setExcerpt(m_headline ? m_headline->title : QString(), {});
    m_text->setExcerpt(m_headline ? m_headline->item.excerpt : QString(),
                       m_headline ? m_headline->excerptMentions : std::vector<news::Mention>());
    showMeta();
    showClaims();
    if (m_active && (!m_headline || m_headline->item.id != m_active->newsId))
        activate(std::nullopt);
    m_text->setActive(std::nullopt); // so that it is scrolled to in the new text
    m_text->setActive(m_active);
}

void ExcerptView::showMeta()
{
    const core::Formats &formats = m_appearance.formats();
    if (!m_headline)
        return;
    const core::NewsItem &item = m_headline->item;
    m_meta->setText(QStringLiteral("%1 · %2").arg(news::visibleLine(item.publisher, 100),
                                                  fullTime(item.published, formats, m_appearance.zone())));
    const std::optional<QUrl> url = originalUrl(item.link);
    m_openOriginal->setVisible(url.has_value());
    m_openOriginal->setToolTip(url ? url->toDisplayString().toHtmlEscaped() : QString());
}

void ExcerptView::retranslate()
{
    m_head->setTitle(tr("Excerpt"));
    m_openOriginal->setText(tr("Open original"));
    m_title->setAccessibleName(tr("Headline"));
    m_text->setAccessibleName(tr("Text of the headline"));
    m_note->setTexts(tr("Select a headline or a marker in a chart to read its text here."));
    showMeta();
}

void ExcerptView::restyle()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPalette page = m_page->palette();
    page.setColor(QPalette::Window, theme.base);
    m_page->setPalette(page);
    QPalette meta = m_meta->palette();
    meta.setColor(QPalette::WindowText, theme.secondary);
    m_meta->setPalette(meta);
    QPalette link = m_openOriginal->palette();
    link.setColor(QPalette::ButtonText, theme.accent);
    m_openOriginal->setPalette(link);
    showMeta();
}

void ExcerptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::newsview
