// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimFilterBar.h"

#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <style/ChoiceBox.h>
#include <style/FilterField.h>
#include <style/FilterState.h>

namespace tickmark::claimview {

using claims::ClaimKind;
using claims::VerdictCode;
using tables::ClaimFilter;
using tables::ClaimReview;

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kUsualText = 160; // room for a word or two
constexpr auto kVerdicts = {VerdictCode::Close,        VerdictCode::Intraday, VerdictCode::OtherBasis,
                            VerdictCode::Contradicted, VerdictCode::NoData,   VerdictCode::Unattributed};
constexpr auto kKinds = {ClaimKind::Percent, ClaimKind::Points, ClaimKind::Value, ClaimKind::Level};
constexpr int kReview = 1000; // data of a verdict choice: a code, or this and a ClaimReview

//! The current choice stays the current one.
void selectAgain(QComboBox &box, const QVariant &data)
{
    const int index = box.findData(data);
    box.setCurrentIndex(index < 0 ? 0 : index);
}

core::SessionDate sessionDate(QDate date)
{
    return core::SessionDate::fromDays(qint32(date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()));
}

QDate calendarDate(core::SessionDate date)
{
    return QDate(1970, 1, 1).addDays(date.days());
}

} // namespace

ClaimFilterBar::ClaimFilterBar(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_appearance(appearance),
      m_text(new style::FilterField),
      m_verdict(new style::ChoiceBox),
      m_instrument(new style::ChoiceBox),
      m_publisher(new style::ChoiceBox),
      m_kind(new style::ChoiceBox),
      m_days(new style::ChoiceBox),
      m_between(new QWidget),
      m_fromLabel(new QLabel),
      m_from(new QDateEdit),
      m_toLabel(new QLabel),
      m_to(new QDateEdit),
      m_state(new style::FilterState(appearance)),
      m_fields(new QBoxLayout(QBoxLayout::TopToBottom))
{
    setAutoFillBackground(true);
    build();
    connect(&appearance, &style::Appearance::changed, this, [this] {
        recolor();
        choose(); // days begin at midnight of the zone
    });
    recolor();
    retranslate();
}

void ClaimFilterBar::build()
{
    auto *first = new QHBoxLayout;
    first->addWidget(m_text, 1);
    auto *second = new QHBoxLayout;
    for (const auto &[row, box] :
         {std::pair(first, m_verdict), std::pair(first, m_instrument), std::pair(second, m_publisher),
          std::pair(second, m_kind), std::pair(second, m_days)}) {
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ClaimFilterBar::choose);
    }
    m_fields->setContentsMargins(kMargin, kGap, kMargin, kGap);
    for (QBoxLayout *row : {first, second}) {
        row->setSpacing(kGap);
        m_fields->addLayout(row);
    }
    m_fields->setSpacing(kGap);
    m_fields->setStretch(0, 1); // in one row the text gets what is left

    auto *between = new QHBoxLayout(m_between);
    between->setContentsMargins(kMargin, 0, kMargin, kGap);
    between->setSpacing(kGap);
    between->addStretch(1);
    for (const auto &[label, edit] : {std::pair(m_fromLabel, m_from), std::pair(m_toLabel, m_to)}) {
        between->addWidget(label);
        between->addWidget(edit);
        label->setBuddy(edit);
        edit->setCalendarPopup(true);
        connect(edit, &QDateEdit::dateChanged, this, &ClaimFilterBar::choose);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_fields);
    column->addWidget(m_between);
    column->addWidget(m_state);
    m_between->hide();
    m_state->hide();

    connect(m_text, &style::FilterField::filterChanged, this, &ClaimFilterBar::choose);
    connect(m_text, &style::FilterField::leaveRequested, this, &ClaimFilterBar::leaveRequested);
    connect(m_state, &style::FilterState::clearRequested, this, &ClaimFilterBar::clear);
}

void ClaimFilterBar::setOffers(const std::vector<tables::NamedInstrument> &instruments, const QStringList &publishers)
{
    m_instruments = instruments;
    m_publishers = publishers;
    offerInstruments();
    offerPublishers();
    m_filter = chosen();
    showState();
}

void ClaimFilterBar::setDays(core::SessionDate first, core::SessionDate last)
{
    if (Days(m_days->currentData().toInt()) == Days::Between)
        return; // what the user chose stays
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    m_from->setDate(calendarDate(first));
    m_to->setDate(calendarDate(last));
}

void ClaimFilterBar::setViewRange(core::TimeRange range)
{
    m_view = range;
    if (Days(m_days->currentData().toInt()) == Days::InView)
        choose();
}

void ClaimFilterBar::clear()
{
    m_text->setFilter({});
    for (QComboBox *box : {m_verdict, m_instrument, m_publisher, m_kind, m_days})
        box->setCurrentIndex(0);
    choose();
}

void ClaimFilterBar::setCounts(int shown, int all)
{
    m_shown = shown;
    m_all = all;
    showState();
}

void ClaimFilterBar::focusText()
{
    m_text->focusAll();
}

tables::ClaimFilter ClaimFilterBar::chosen() const
{
    ClaimFilter filter;
    filter.text = m_text->text().trimmed();
    if (const QVariant verdict = m_verdict->currentData(); verdict.isValid()) {
        if (verdict.toInt() >= kReview)
            filter.review = ClaimReview(verdict.toInt() - kReview);
        else
            filter.verdict = VerdictCode(verdict.toInt());
    }
    if (const QVariant instrument = m_instrument->currentData(); instrument.isValid())
        filter.instrumentId = instrument.toLongLong();
    filter.publisher = m_publisher->currentData().toString();
    if (const QVariant kind = m_kind->currentData(); kind.isValid())
        filter.kind = ClaimKind(kind.toInt());
    filter.within = chosenDays();
    return filter;
}

std::optional<core::TimeRange> ClaimFilterBar::chosenDays() const
{
    switch (Days(m_days->currentData().toInt())) {
    case Days::All:
        break;
    case Days::InView:
        return m_view;
    case Days::Between: {
        const auto midnight = [this](core::SessionDate date) {
            return m_appearance.zone().fromLocalNs(date.utcMidnight().ns);
        };
        return core::TimeRange{midnight(sessionDate(m_from->date())), midnight(sessionDate(m_to->date()).plusDays(1))};
    }
    }
    return std::nullopt;
}

void ClaimFilterBar::choose()
{
    m_between->setVisible(Days(m_days->currentData().toInt()) == Days::Between);
    ClaimFilter filter = chosen();
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    showState();
    Q_EMIT filterChanged(m_filter);
}

void ClaimFilterBar::offerVerdicts()
{
    const QVariant current = m_verdict->currentData();
    m_verdict->clear();
    m_verdict->addItem(tr("All verdicts"));
    for (const VerdictCode code : kVerdicts)
        m_verdict->addItem(claims::verdictCodeLabel(code), int(code));
    m_verdict->insertSeparator(m_verdict->count());
    //: a choice of claims: those that the user has corrected
    m_verdict->addItem(tr("corrected by you"), kReview + int(ClaimReview::Corrected));
    //: a choice of claims: those that the user has dismissed
    m_verdict->addItem(tr("dismissed by you"), kReview + int(ClaimReview::Dismissed));
    selectAgain(*m_verdict, current);
}

void ClaimFilterBar::offerInstruments()
{
    const QVariant current = m_instrument->currentData();
    m_instrument->clear();
    m_instrument->addItem(tr("All instruments"));
    for (const tables::NamedInstrument &instrument : m_instruments) {
        m_instrument->addItem(instrument.label, instrument.id);
        m_instrument->setItemData(m_instrument->count() - 1, instrument.name.toHtmlEscaped(), Qt::ToolTipRole);
    }
    selectAgain(*m_instrument, current);
}

void ClaimFilterBar::offerPublishers()
{
    const QVariant current = m_publisher->currentData();
    m_publisher->clear();
    m_publisher->addItem(tr("All publishers"));
    for (const QString &publisher : std::as_const(m_publishers))
        m_publisher->addItem(news::visibleLine(publisher, 60), publisher);
    selectAgain(*m_publisher, current);
}

void ClaimFilterBar::offerKinds()
{
    const QVariant current = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All kinds"));
    for (const ClaimKind kind : kKinds)
        m_kind->addItem(claims::kindLabel(kind), int(kind));
    selectAgain(*m_kind, current);
}

void ClaimFilterBar::offerDays()
{
    const QVariant current = m_days->currentData();
    m_days->clear();
    m_days->addItem(tr("All days"), int(Days::All));
    m_days->addItem(tr("In view"), int(Days::InView));
    m_days->addItem(tr("Period"), int(Days::Between));
    selectAgain(*m_days, current);
}

void ClaimFilterBar::showState()
{
    m_state->setVisible(!m_filter.isEmpty());
    //: "5 of 27 claims": what a filter leaves of all
    m_state->setText(tr("%1 of %Ln claims", nullptr, m_all).arg(m_appearance.formats().count(m_shown)));
}

void ClaimFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter text"));
    m_text->setAccessibleName(tr("Filter claims by words"));
    m_verdict->setAccessibleName(tr("Filter claims by verdict"));
    m_instrument->setAccessibleName(tr("Filter claims by instrument"));
    m_publisher->setAccessibleName(tr("Filter claims by publisher"));
    m_kind->setAccessibleName(tr("Filter claims by kind"));
    m_days->setAccessibleName(tr("Filter claims by day of publication"));
    m_fromLabel->setText(tr("Published from"));
    //: the last day of a range, after "Published from"
    m_toLabel->setText(tr("to"));
    const QLocale locale = m_appearance.formats().locale();
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setLocale(locale);
        edit->setDisplayFormat(locale.language() == QLocale::German ? QStringLiteral("dd.MM.yyyy")
                                                                    : QStringLiteral("d MMM yyyy"));
    }
    offerVerdicts();
    offerInstruments();
    offerPublishers();
    offerKinds();
    offerDays();
    arrange();
    showState();
}

void ClaimFilterBar::recolor()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, m_appearance.theme().base);
    setPalette(colors);
    showState();
}

void ClaimFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

//! What two rows need; a dock may become as narrow as this.
QSize ClaimFilterBar::minimumSizeHint() const
{
    const auto narrowest = [](std::initializer_list<const QWidget *> row) {
        int width = 2 * kMargin + (int(row.size()) - 1) * kGap;
        for (const QWidget *widget : row)
            width += std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
        return width;
    };
    return {std::max(narrowest({m_text, m_verdict, m_instrument}), narrowest({m_publisher, m_kind, m_days})),
            QWidget::minimumSizeHint().height()};
}

//! One row where all choices can be read in it, else two.
void ClaimFilterBar::arrange()
{
    int wanted = 2 * kMargin + kUsualText;
    for (const QComboBox *box : {m_verdict, m_instrument, m_publisher, m_kind, m_days})
        wanted += kGap + box->sizeHint().width();
    m_fields->setDirection(width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ClaimFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace tickmark::claimview
