// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopupParts.h"

#include "RangeStrip.h"
#include "VerdictPopupRows.h"
#include <charts/ChartFonts.h>
#include <charts/VerdictShape.h>
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <tables/ClaimStatement.h>

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <style/Fonts.h>

namespace tickmark::claimview {

namespace {

constexpr int kShape = 14;
constexpr int kRow = 19;
constexpr int kColumns = 14; // px between them

QString say(const char *text)
{
    return QCoreApplication::translate("VerdictPopup", text);
}

class ShapeView : public QWidget
{
public:
    ShapeView(const charts::ChartTheme &theme, claims::VerdictCode code) : m_theme(theme), m_code(code)
    {
        setFixedSize(kShape, kShape);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        charts::paintVerdictShape(painter, rect(), m_code, m_theme, m_theme.popup);
    }

private:
    charts::ChartTheme m_theme;
    claims::VerdictCode m_code;
};

//! One line that gives way in its middle: names of files end in what tells them apart. All of it as tooltip.
class ElidedLabel : public QLabel
{
public:
    explicit ElidedLabel(const QString &text) : QLabel(text)
    {
        setToolTip(text.toHtmlEscaped());
        setTextFormat(Qt::PlainText);
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {20, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

} // namespace

PopupParts::PopupParts(const style::Appearance &appearance, const store::StoredClaim &claim, const VerdictFacts &facts)
    : m_appearance(appearance), m_claim(claim), m_facts(facts), m_isDismissed(tables::isDismissed(claim))
{}

QString PopupParts::verdictWords() const
{
    return claims::verdictWords(m_claim.claim, *m_claim.verdict, m_appearance.formats().locale());
}

QString PopupParts::verdict() const
{
    if (m_isDismissed)
        return say(QT_TRANSLATE_NOOP("VerdictPopup", "Dismissed by you"));
    if (!m_claim.verdict)
        return say(QT_TRANSLATE_NOOP("VerdictPopup", "Not checked yet"));
    QString words = verdictWords();
    words[0] = words[0].toUpper();
    return words;
}

QString PopupParts::sentences() const
{
    if (!m_claim.verdict)
        return say(QT_TRANSLATE_NOOP("VerdictPopup", "The number is compared with the quotes in the background."));
    const QString why = claims::explanation(m_claim.claim, *m_claim.verdict, m_appearance.formats().locale());
    if (!m_isDismissed)
        return why;
    //: a claim that the user has dismissed; %1: its verdict, %2: sentences that explain it
    return say(QT_TRANSLATE_NOOP("VerdictPopup", "You have said that this is no claim: it counts nowhere. The verdict "
                                                 "was: %1. %2"))
        .arg(verdictWords(), why);
}

QString PopupParts::plainText(const QString &subject) const
{
    const core::Formats &formats = m_appearance.formats();
    QStringList lines{verdict(), claimLine(m_claim, subject, formats), sentences()};
    if (m_claim.verdict) {
        for (const FormulaRow &row : formulaRows(m_claim, m_facts, formats))
            lines += row.label + u'\t' + row.formula;
        const QString currency = quoteCurrency(m_facts);
        for (const QuoteRow &row : quoteRows(m_claim, m_facts, m_appearance))
            lines += QStringList{row.quote, row.time, row.price, currency, row.source}.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

QLabel *PopupParts::label(const QString &text, const QFont &font, const QColor &color) const
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return dressed(made, font, color);
}

QLabel *PopupParts::dressed(QLabel *made, const QFont &font, const QColor &color)
{
    made->setFont(font);
    QPalette colors = made->palette();
    colors.setColor(QPalette::WindowText, color);
    made->setPalette(colors);
    return made;
}

QWidget *PopupParts::makeHead(int reserved) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, reserved, 0);
    row->setSpacing(8);
    const bool hasVerdict = m_claim.verdict && !m_isDismissed;
    const QColor color = hasVerdict ? charts::verdictColor(theme, m_claim.verdict->code) : theme.secondary;
    if (hasVerdict)
        row->addWidget(new ShapeView(theme, m_claim.verdict->code), 0, Qt::AlignVCenter);
    auto *words = label(verdict(), charts::chartFont(14, true), color);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    if (m_claim.correction && !m_isDismissed)
        row->addWidget(label(say(QT_TRANSLATE_NOOP("VerdictPopup", "corrected")),
                             style::textFont(style::TextRole::Small), theme.secondary),
                       0, Qt::AlignVCenter);
    return head;
}

void PopupParts::addSentences(QVBoxLayout &column, const QString &subject) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    auto *line = label(claimLine(m_claim, subject, m_appearance.formats()), style::textFont(style::TextRole::Small),
                       theme.secondary);
    auto *sentence = label(sentences(), style::textFont(style::TextRole::Sentence), theme.text);
    for (QLabel *each : {line, sentence}) {
        each->setWordWrap(true);
        column.addWidget(each);
    }
    if (!m_claim.verdict || m_isDismissed)
        return;
    if (auto data = rangeStrip(m_claim, m_facts, m_appearance.formats())) {
        column.addSpacing(4);
        column.addWidget(new RangeStrip(m_appearance, *std::move(data)));
    }
}

void PopupParts::addLine(QVBoxLayout &column) const
{
    auto *line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette colors = line->palette();
    colors.setColor(QPalette::Window, m_appearance.theme().border);
    line->setPalette(colors);
    column.addWidget(line);
}

void PopupParts::addTables(QVBoxLayout &column) const
{
    if (!m_claim.verdict)
        return;
    addFormulas(column);
    addQuotes(column);
}

void PopupParts::addFormulas(QVBoxLayout &column) const
{
    const std::vector<FormulaRow> rows = formulaRows(m_claim, m_facts, m_appearance.formats());
    if (rows.empty())
        return;
    addLine(column);
    const charts::ChartTheme &theme = m_appearance.theme();
    const QFont font = style::textFont(style::TextRole::Small);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kColumns);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (const FormulaRow &row : rows) {
        const int at = grid->rowCount();
        grid->setRowMinimumHeight(at, kRow);
        grid->addWidget(label(row.label, font, theme.secondary), at, 0, Qt::AlignTop);
        auto *formula = label(row.formula, font, theme.text);
        formula->setWordWrap(true);
        grid->addWidget(formula, at, 1, Qt::AlignTop);
    }
    column.addLayout(grid);
}

void PopupParts::addQuotes(QVBoxLayout &column) const
{
    const std::vector<QuoteRow> rows = quoteRows(m_claim, m_facts, m_appearance);
    if (rows.empty())
        return;
    addLine(column);
    const charts::ChartTheme &theme = m_appearance.theme();
    const QFont font = style::textFont(style::TextRole::Small);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kColumns);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(3, 1);
    const auto addRow = [&](const std::array<QString, 4> &cells, const QColor &color) {
        const int at = grid->rowCount();
        grid->setRowMinimumHeight(at, kRow);
        for (int i = 0; i < 3; ++i)
            grid->addWidget(label(cells[std::size_t(i)], font, color), at, i,
                            (i == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        grid->addWidget(dressed(new ElidedLabel(cells[3]), font, theme.secondary), at, 3);
    };
    const QString currency = quoteCurrency(m_facts);
    const QString zone = QString::fromLatin1(m_appearance.zone().id());
    //: head of a column, and the place whose clock it shows: "Time, New York"
    const QString zoneTime =
        QCoreApplication::translate("VerdictPopup", "Time, %1").arg(zone.section(u'/', -1).replace(u'_', u' '));
    addRow({say(QT_TRANSLATE_NOOP("VerdictPopup", "Quote")), zoneTime,
            currency.isEmpty() ? say(QT_TRANSLATE_NOOP("VerdictPopup", "Price")) : currency,
            say(QT_TRANSLATE_NOOP("VerdictPopup", "Source"))},
           theme.secondary);
    for (const QuoteRow &row : rows)
        addRow({row.quote, row.time, row.price, row.source}, theme.text);
    column.addLayout(grid);
}

} // namespace tickmark::claimview
