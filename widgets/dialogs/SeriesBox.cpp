// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesBox.h"

#include <tables/SourceTexts.h>

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <style/Fonts.h>
#include <style/RowDelegate.h>
#include <style/TableCopy.h>

namespace tickmark::dialogs {

using store::SeriesUse;

namespace {

constexpr int kColumns = 4;
constexpr int kShownRows = 4;

SeriesUse useOf(const core::Series &series)
{
    if (series.field != core::QuoteField::Bar)
        return SeriesUse::Ticks;
    return series.isDaily() ? SeriesUse::Daily : SeriesUse::Intraday;
}

} // namespace

SeriesBox::SeriesBox(const style::Appearance &appearance, std::shared_ptr<const core::CalendarSet> calendars,
                     QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_calendars(std::move(calendars)),
      m_head(new QLabel),
      m_table(new QTableWidget(0, kColumns)),
      m_none(new QLabel),
      m_dailyLabel(new QLabel),
      m_daily(new QComboBox),
      m_intradayLabel(new QLabel),
      m_intraday(new QComboBox),
      m_ticksLabel(new QLabel),
      m_ticks(new QComboBox)
{
    m_head->setFont(style::textFont(style::TextRole::Title));
    m_table->setItemDelegate(new style::RowDelegate(appearance, m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setObjectName(QStringLiteral("series"));
    style::addTableCopy(*m_table);
    m_none->setWordWrap(true);
    m_daily->setObjectName(QStringLiteral("daily"));
    m_intraday->setObjectName(QStringLiteral("intraday"));
    m_ticks->setObjectName(QStringLiteral("ticks"));
    m_dailyLabel->setBuddy(m_daily);
    m_intradayLabel->setBuddy(m_intraday);
    m_ticksLabel->setBuddy(m_ticks);
    auto *choices = new QFormLayout;
    choices->addRow(m_dailyLabel, m_daily);
    choices->addRow(m_intradayLabel, m_intraday);
    choices->addRow(m_ticksLabel, m_ticks);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_head);
    layout->addWidget(m_table);
    layout->addWidget(m_none);
    layout->addLayout(choices);
    const auto tell = [this](QComboBox *choice, SeriesUse use) {
        connect(choice, &QComboBox::activated, this, [this, choice, use] {
            const QVariant id = choice->currentData();
            Q_EMIT chosen(use, id.isValid() ? std::optional<qint64>(id.toLongLong()) : std::nullopt);
        });
    };
    tell(m_daily, SeriesUse::Daily);
    tell(m_intraday, SeriesUse::Intraday);
    tell(m_ticks, SeriesUse::Ticks);
    retranslate();
}

void SeriesBox::show(const SeriesFacts &facts)
{
    m_facts = facts;
    fillTable();
    fillChoices();
}

void SeriesBox::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    fillChoices();
}

void SeriesBox::fillChoices()
{
    fillChoice(m_daily, SeriesUse::Daily, m_facts.daily);
    fillChoice(m_intraday, SeriesUse::Intraday, m_facts.intraday);
    fillChoice(m_ticks, SeriesUse::Ticks, m_facts.ticks);
}

QString SeriesBox::length(const core::Series &series) const
{
    switch (series.field) {
    case core::QuoteField::Trade:
        return tr("Ticks of the trades");
    case core::QuoteField::Bid:
        return tr("Ticks of the bid");
    case core::QuoteField::Ask:
        return tr("Ticks of the ask");
    case core::QuoteField::Bar:
        break;
    }
    if (series.isDaily())
        return tr("Daily bars");
    const qint64 seconds = series.intervalNs / core::kNsPerSecond;
    if (seconds % 60 == 0)
        return tr("Bars of %n minute(s)", nullptr, int(seconds / 60));
    return tr("Bars of %n second(s)", nullptr, int(seconds));
}

QString SeriesBox::describe(const core::Series &series) const
{
    const QString source = tables::sourceName(series.source, m_appearance.formats());
    switch (series.kind) {
    case core::SeriesKind::Simulated:
        return tr("%1, simulated").arg(source);
    case core::SeriesKind::DividendAdjusted:
        return tr("%1, adjusted for dividends").arg(source);
    case core::SeriesKind::Traded:
        break;
    }
    return source;
}

QString SeriesBox::ends(const store::SeriesSpan &span, bool first) const
{
    if (span.ticks) {
        const core::Time time = first ? span.ticks->begin : span.ticks->end;
        return tr("%1, %2", "date, clock time")
            .arg(m_appearance.formats().date(m_appearance.zone().dateAt(time)),
                 m_appearance.formats().exactClockTime(time, m_appearance.zone()));
    }
    const auto &session = first ? span.firstSession : span.lastSession;
    if (session)
        return m_appearance.formats().date(*session);
    const auto &start = first ? span.firstStart : span.lastStart;
    const auto calendar = m_calendars->calendar(m_facts.mic);
    if (start && calendar)
        return m_appearance.formats().date((*calendar)->sessionDateOf(*start));
    return QString(QChar(0x2013));
}

void SeriesBox::fillTable()
{
    m_table->setRowCount(int(m_facts.spans.size()));
    int row = 0;
    for (const store::SeriesSpan &span : m_facts.spans) {
        int column = 0;
        for (const QString &text : {describe(span.series), length(span.series), ends(span, true), ends(span, false)})
            m_table->setItem(row, column++, new QTableWidgetItem(text));
        ++row;
    }
    m_table->setVisible(row > 0);
    m_none->setVisible(row == 0);
    const int rows = std::min(std::max(row, 1), kShownRows);
    const int rowHeight = row > 0 ? m_table->verticalHeader()->sectionSize(0) : 0;
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * rowHeight
                            + 2 * m_table->frameWidth());
}

void SeriesBox::fillChoice(QComboBox *choice, SeriesUse use, const std::optional<qint64> &seriesId)
{
    const QSignalBlocker blocker(choice);
    choice->clear();
    choice->addItem(tr("By the priority of the sources"));
    for (const store::SeriesSpan &span : m_facts.spans) {
        if (useOf(span.series) != use)
            continue;
        choice->addItem(tr("%1: %2", "source: length of its bars").arg(describe(span.series), length(span.series)),
                        span.series.id);
        if (seriesId == span.series.id)
            choice->setCurrentIndex(choice->count() - 1);
    }
    choice->setEnabled(!m_isReadOnly && choice->count() > 1);
}

void SeriesBox::retranslate()
{
    m_head->setText(tr("Quotes"));
    m_table->setHorizontalHeaderLabels({tr("Source"), tr("Length"), tr("From"), tr("To")});
    m_table->setAccessibleName(tr("Quotes of the instrument"));
    m_none->setText(tr("The database has no quotes of this instrument yet. Import a file with them."));
    m_dailyLabel->setText(tr("Shown as &daily quotes:"));
    m_intradayLabel->setText(tr("Shown as &intraday quotes:"));
    m_ticksLabel->setText(tr("Shown as &ticks:"));
    show(SeriesFacts(m_facts));
}

} // namespace tickmark::dialogs
