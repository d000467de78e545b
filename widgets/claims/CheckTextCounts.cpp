// SPDX-License-Identifier: GPL-3.0-or-later
#include "CheckTextCounts.h"

#include <charts/VerdictShape.h>
#include <claims/ClaimLabels.h>

#include <QEvent>
#include <QPainter>

namespace tickmark::claimview {

using claims::VerdictCode;

namespace {

constexpr std::array kOrder{VerdictCode::Close,        VerdictCode::Intraday, VerdictCode::OtherBasis,
                            VerdictCode::Contradicted, VerdictCode::NoData,   VerdictCode::Unattributed};
constexpr int kToCount = 5; // px, from a shape to its number
constexpr int kToNext = 14;
constexpr int kHeight = 18;

} // namespace

CheckTextCounts::CheckTextCounts(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &style::Appearance::changed, this, &CheckTextCounts::retranslate);
}

void CheckTextCounts::setBook(const tables::ClaimBookPtr &book)
{
    m_counts = {};
    if (book) {
        for (const store::StoredClaim &claim : book->claims())
            ++m_counts[std::size_t(claim.verdict->code)];
    }
    retranslate();
}

QString CheckTextCounts::count(VerdictCode code) const
{
    const int claims = m_counts[std::size_t(code)];
    return claims > 0 ? m_appearance.formats().count(claims) : QString();
}

void CheckTextCounts::retranslate()
{
    QStringList words;
    for (const VerdictCode code : kOrder) {
        if (const QString text = count(code); !text.isEmpty())
            //: a verdict and how many claims have it: "contradicted: 3"
            words.append(tr("%1: %2").arg(claims::verdictCodeLabel(code), text));
    }
    setToolTip(words.join(u'\n'));
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize CheckTextCounts::sizeHint() const
{
    int width = 0;
    for (const VerdictCode code : kOrder) {
        if (const QString text = count(code); !text.isEmpty())
            width += int(charts::kVerdictBox) + kToCount + fontMetrics().horizontalAdvance(text) + kToNext;
    }
    return {width, kHeight};
}

void CheckTextCounts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const charts::ChartTheme &theme = m_appearance.theme();
    painter.setPen(theme.text);
    double x = 0;
    for (const VerdictCode code : kOrder) {
        const QString text = count(code);
        if (text.isEmpty())
            continue;
        const QRectF box(x, (height() - charts::kVerdictBox) / 2, charts::kVerdictBox, charts::kVerdictBox);
        charts::paintVerdictShape(painter, box, code, theme, theme.window);
        x += charts::kVerdictBox + kToCount;
        const int textWidth = fontMetrics().horizontalAdvance(text);
        painter.drawText(QRectF(x, 0, textWidth + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += textWidth + kToNext;
    }
}

void CheckTextCounts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tickmark::claimview
