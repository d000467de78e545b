// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimFilterBar.h"

#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <style/Fonts.h>

namespace tickmark::claimview {

using claims::ClaimKind;
using claims::VerdictCode;
using tables::ClaimFilter;
using tables::ClaimReview;

namespace {

constexpr int kTextDelayMs = 120;
constexpr int kMargin = 12;
constexpr int kGap = 8;
constexpr int kLongestText = 200;
constexpr int kLettersOfChoice = 13;
constexpr auto kVerdicts = {VerdictCode::Close,        VerdictCode::Intraday, VerdictCode::OtherBasis,
                            VerdictCode::Contradicted, VerdictCode::NoData,   VerdictCode::Unattributed};
constexpr auto kKinds = {ClaimKind::Percent, ClaimKind::Points, ClaimKind::Value, ClaimKind::Level};
constexpr int kReview = 1000; // data of a verdict choice: a code, or this and a ClaimReview

QComboBox *newChoice()
{
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kLettersOfChoice);
    box->setMaxVisibleItems(20);
    return box;
}

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
      m_text(new QLineEdit),
      m_verdict(newChoice()),
      m_instrument(newChoice()),
      m_publisher(newChoice()),
      m_kind(newChoice()),
      m_days(newChoice()),
      m_between(new QWidget),
      m_fromLabel(new QLabel),
      m_from(new QDateEdit),
      m_toLabel(new QLabel),
      m_to(new QDateEdit),
      m_state(new QWidget),
      m_stateText(new QLabel),
      m_clear(new QToolButton)
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
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kMargin, kGap, kMargin, kGap);
    row->setSpacing(kGap);
    row->addWidget(m_text, 1);
    for (QComboBox *box : {m_verdict, m_instrument, m_publisher, m_kind, m_days}) {
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ClaimFilterBar::choose);
    }

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

    auto *state = new QHBoxLayout(m_state);
    state->setContentsMargins(kMargin, 0, kMargin, kGap / 2);
    state->addWidget(m_stateText, 1);
    state->addWidget(m_clear);
    m_stateText->setFont(style::textFont(style::TextRole::Small));
    m_clear->setFont(style::textFont(style::TextRole::Small));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    connect(m_clear, &QToolButton::clicked, this, &ClaimFilterBar::clear);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_between);
    column->addWidget(m_state);
    m_between->hide();
    m_state->hide();

    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(kLongestText);
    m_text->setMinimumWidth(80);
    m_text->installEventFilter(this);
    m_textTimer.setSingleShot(true);
    m_textTimer.setInterval(kTextDelayMs);
    connect(m_text, &QLineEdit::textChanged, &m_textTimer, qOverload<>(&QTimer::start));
    connect(&m_textTimer, &QTimer::timeout, this, &ClaimFilterBar::choose);
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
    m_text->clear();
    for (QComboBox *box : {m_verdict, m_instrument, m_publisher, m_kind, m_days})
        box->setCurrentIndex(0);
    m_textTimer.stop();
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
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
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
    m_stateText->setText(tr("%1 of %n claims", nullptr, m_all).arg(m_appearance.formats().count(m_shown)));
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
    m_clear->setText(tr("Clear filter"));
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
    showState();
}

void ClaimFilterBar::recolor()
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.base);
    setPalette(colors);
    QPalette link = m_clear->palette();
    link.setColor(QPalette::ButtonText, theme.accent);
    m_clear->setPalette(link);
    QPalette text = m_stateText->palette();
    text.setColor(QPalette::WindowText, theme.secondary);
    m_stateText->setPalette(text);
    showState();
}

void ClaimFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ClaimFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT leaveRequested();
            return true;
        }
        if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tickmark::claimview
