// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExcerptFoot.h"

#include <charts/VerdictShape.h>
#include <claims/ClaimLabels.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <style/Fonts.h>

#include <array>
#include <cmath>

namespace tickmark::newsview {

namespace {

using claims::VerdictCode;

constexpr int kHeight = 36;
constexpr int kMargin = 12;
constexpr double kGap = 4;      // between shape and number
constexpr double kBetween = 12; // two of them

//! As in a verdict's order, what is in doubt last.
constexpr std::array kOrder{VerdictCode::Close,        VerdictCode::Intraday, VerdictCode::OtherBasis,
                            VerdictCode::Contradicted, VerdictCode::NoData,   VerdictCode::Unattributed};

} // namespace

ExcerptFoot::ExcerptFoot(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_copy(new QPushButton)
{
    setFont(style::textFont(style::TextRole::Normal));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    m_copy->setObjectName(QStringLiteral("copyTable"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, kMargin, 0);
    row->addStretch(1);
    row->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, &ExcerptFoot::copyRequested);
    connect(&appearance, &style::Appearance::changed, this, [this] { update(); });
    retranslate();
}

void ExcerptFoot::setClaims(std::span<const store::StoredClaim> claims)
{
    m_counts.clear();
    for (const store::StoredClaim &claim : claims) {
        if (claim.verdict && !(claim.correction && claim.correction->isDismissed))
            ++m_counts[claim.verdict->code];
    }
    retranslate();
    update();
}

QSize ExcerptFoot::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

void ExcerptFoot::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, 0, width(), 1), theme.border);
    painter.setPen(theme.text);
    const QFontMetricsF metrics(font());
    double x = kMargin;
    for (const VerdictCode code : kOrder) {
        const auto found = m_counts.find(code);
        if (found == m_counts.end())
            continue;
        const QString count = m_appearance.formats().count(found->second);
        const QRectF box(x, (height() - charts::kVerdictBox) / 2, charts::kVerdictBox, charts::kVerdictBox);
        charts::paintVerdictShape(painter, box, code, theme, theme.window);
        const double wide = std::ceil(metrics.horizontalAdvance(count));
        painter.drawText(QRectF(box.right() + kGap, 0, wide, height()), Qt::AlignVCenter, count);
        x = box.right() + kGap + wide + kBetween;
    }
}

void ExcerptFoot::retranslate()
{
    m_copy->setText(tr("Copy table"));
    QStringList words;
    for (const VerdictCode code : kOrder) {
        const auto found = m_counts.find(code);
        if (found != m_counts.end())
            //: a count of claims and their verdict: "3 confirmed (close)"
            words += tr("%1 %2").arg(m_appearance.formats().count(found->second), claims::verdictCodeLabel(code));
    }
    setToolTip(words.join(u'\n'));
    setAccessibleName(tr("Verdicts of this text"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void ExcerptFoot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::newsview
