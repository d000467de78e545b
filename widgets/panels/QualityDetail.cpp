// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityDetail.h"

#include <tables/QualityTexts.h>
#include <tables/SourceTexts.h>

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/WrapLayout.h>

namespace tickmark::panels {

using analysis::QualityFinding;
using analysis::QualityKind;

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 6;
constexpr int kWidestName = 160; // of a source, on its button

//! Whether the values are those of a bar that the correction dialog can have: a daily one.
bool isCorrectable(const QualityFinding &finding)
{
    switch (finding.kind) {
    case QualityKind::Flat:
    case QualityKind::Jump:
    case QualityKind::BrokenRange:
    case QualityKind::NotPositive:
    case QualityKind::Duplicate:
        return finding.series.isDaily();
    case QualityKind::Disagreement: // the other source comes before it
        return finding.otherSeries && finding.otherSeries->isDaily();
    default:
        return false;
    }
}

bool isPreferable(const QualityFinding &finding)
{
    return !finding.isShown && finding.series.isDaily() && finding.series.kind == core::SeriesKind::Traded;
}

//! Whether its quotes can be fetched again: what a network source would bring.
bool isFetchable(QualityKind kind)
{
    return kind != QualityKind::ClosedDay && kind != QualityKind::Unverified;
}

} // namespace

QualityDetail::QualityDetail(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_sentence(new QLabel),
      m_sessions(new QLabel),
      m_advice(new QLabel),
      m_show(new QPushButton),
      m_correct(new QPushButton),
      m_prefer(new QPushButton),
      m_sources(new QPushButton)
{
    build();
    connect(m_show, &QPushButton::clicked, this, &QualityDetail::showWanted);
    connect(m_correct, &QPushButton::clicked, this, &QualityDetail::correctionWanted);
    connect(m_prefer, &QPushButton::clicked, this, &QualityDetail::preferenceWanted);
    connect(m_sources, &QPushButton::clicked, this, &QualityDetail::sourcesWanted);
    connect(&appearance, &style::Appearance::changed, this, [this] {
        recolor();
        showFinding();
    });
    recolor();
    retranslate();
}

void QualityDetail::build()
{
    m_sentence->setFont(style::textFont(style::TextRole::Sentence));
    m_sessions->setFont(style::textFont(style::TextRole::Small));
    m_advice->setFont(style::textFont(style::TextRole::Normal));
    auto *texts = new QWidget;
    auto *sentences = new QVBoxLayout(texts);
    sentences->setContentsMargins(kMargin, kGap, kMargin, 0);
    sentences->setSpacing(kGap);
    for (QLabel *label : {m_sentence, m_sessions, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        sentences->addWidget(label);
    }
    sentences->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(texts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(kGap + QFontMetrics(m_sentence->font()).lineSpacing());
    auto *buttons = new style::WrapLayout(kGap);
    for (const auto &[button, name] : {std::pair(m_show, "showOnChart"), std::pair(m_correct, "correct"),
                                       std::pair(m_prefer, "prefer"), std::pair(m_sources, "sources")}) {
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *foot = new QVBoxLayout; // of the margins
    foot->setContentsMargins(kMargin, 0, kMargin, kGap);
    foot->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    setAutoFillBackground(true);
}

void QualityDetail::setFinding(const std::optional<QualityFinding> &finding)
{
    m_finding = finding;
    showFinding();
}

void QualityDetail::setWritable(bool isWritable)
{
    m_isWritable = isWritable;
    showFinding();
}

void QualityDetail::setHasSources(bool hasSources)
{
    m_hasSources = hasSources;
    showFinding();
}

void QualityDetail::showFinding()
{
    for (QWidget *part : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_sessions),
                          static_cast<QWidget *>(m_advice), static_cast<QWidget *>(m_show)})
        part->setVisible(m_finding.has_value());
    m_correct->setVisible(m_finding && m_isWritable && isCorrectable(*m_finding));
    m_prefer->setVisible(m_finding && m_isWritable && isPreferable(*m_finding));
    m_sources->setVisible(m_finding && m_hasSources && isFetchable(m_finding->kind));
    if (!m_finding)
        return;
    const core::Formats &formats = m_appearance.formats();
    m_sentence->setText(tables::qualitySentence(*m_finding, formats));
    m_sessions->setText(tables::qualitySessions(*m_finding, formats));
    m_sessions->setVisible(m_finding->count > 1);
    m_advice->setText(tables::qualityAdvice(*m_finding));
    const QString source = tables::sourceName(m_finding->series.source, formats);
    m_prefer->setText(tr("Prefer “%1”").arg(m_prefer->fontMetrics().elidedText(source, Qt::ElideRight, kWidestName)));
    m_prefer->setToolTip(source.toHtmlEscaped());
    keepRoom();
}

//! A splitter does not ask how high the buttons are at its width.
void QualityDetail::keepRoom()
{
    setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
}

void QualityDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepRoom();
}

void QualityDetail::retranslate()
{
    m_show->setText(tr("Show in chart"));
    m_correct->setText(tr("Correct the bar…"));
    m_sources->setText(tr("Sources…"));
    setAccessibleName(tr("Finding"));
    showFinding();
}

void QualityDetail::recolor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_appearance.theme().alternate);
    colors.setColor(QPalette::WindowText, m_appearance.theme().text);
    setPalette(colors);
    colors.setColor(QPalette::WindowText, m_appearance.theme().secondary);
    m_sessions->setPalette(colors);
}

void QualityDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::panels
