// SPDX-License-Identifier: GPL-3.0-or-later
#include "CorrectClaimDialog.h"

#include "VerdictPopupRows.h"
#include <claims/ClaimLabels.h>
#include <core/QtDates.h>
#include <news/SafeText.h>
#include <pipeline/WhenDone.h>
#include <tables/ClaimStatement.h>

#include <QCollator>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tickmark::claimview {

using claims::ClaimKind;
using claims::Hedge;

namespace {

constexpr int kWidth = 420;
constexpr int kAsInText = 0;
constexpr int kAnotherDay = 1;
constexpr int kLongestValue = 40;

constexpr std::array kHedges{Hedge::Exact,   Hedge::Almost, Hedge::About, Hedge::Over,
                             Hedge::AtLeast, Hedge::AtMost, Hedge::UpTo};

//! What a number in this unit can be: a percentage is never a price.
std::vector<ClaimKind> kindsOf(const QString &unit)
{
    if (unit == claims::kPercentUnit)
        return {ClaimKind::Percent};
    if (unit == claims::kPointsUnit)
        return {ClaimKind::Points, ClaimKind::Level};
    return {ClaimKind::Points, ClaimKind::Value, ClaimKind::Level};
}

template <typename Value>
std::optional<Value> chosen(const QComboBox &box)
{
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(Value(data.toLongLong())) : std::nullopt;
}

//! Fills `box` anew; what was chosen stays so.
template <typename Fill>
void refill(QComboBox &box, const QString &asInText, Fill fill)
{
    const QSignalBlocker blocker(box);
    const QVariant before = box.currentData();
    box.clear();
    box.addItem(asInText);
    fill();
    box.setCurrentIndex(before.isValid() ? std::max(box.findData(before), kAsInText) : kAsInText);
}

template <typename Value>
void choose(QComboBox &box, const std::optional<Value> &value)
{
    box.setCurrentIndex(value ? std::max(box.findData(qlonglong(*value)), kAsInText) : kAsInText);
}

} // namespace

CorrectClaimDialog::CorrectClaimDialog(const style::Appearance &appearance, pipeline::StoreSession &session,
                                       const store::StoredClaim &claim, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_claim(claim)
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    retranslate();
    const store::ClaimCorrection before = said();
    choose(*m_kind, before.kind);
    choose(*m_hedge, before.hedge);
    m_session->setCurrentIndex(before.session ? kAnotherDay : kAsInText);
    const core::SessionDate day = before.session.value_or(likelySession());
    m_date->setDate(core::toQDate(day));
    check();
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    connect(&appearance, &style::Appearance::changed, this, &CorrectClaimDialog::retranslate);
    pipeline::whenDone(
        session.read([](store::StoreReader &reader, const std::stop_token &) { return reader.instruments(); }), this,
        [this](const core::Result<std::vector<core::Instrument>> &instruments) { takeInstruments(instruments); });
}

void CorrectClaimDialog::build()
{
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    const auto addRow = [&](QLabel *&label, QComboBox *&box, const QString &name) {
        label = new QLabel;
        box = new QComboBox;
        box->setObjectName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        label->setBuddy(box);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &CorrectClaimDialog::check);
    };
    addRow(m_instrumentLabel, m_instrument, QStringLiteral("instrument"));
    addRow(m_sessionLabel, m_session, QStringLiteral("session"));
    m_date = new QDateEdit;
    m_date->setObjectName(QStringLiteral("date"));
    m_date->setCalendarPopup(true);
    grid->addWidget(m_date, grid->rowCount(), 1);
    addRow(m_kindLabel, m_kind, QStringLiteral("kind"));
    addRow(m_hedgeLabel, m_hedge, QStringLiteral("hedge"));
    m_head = new QLabel;
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    for (QLabel *label : {m_head, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_asInText = new QPushButton;
    m_asInText->setObjectName(QStringLiteral("asInText"));
    m_asInText->setAutoDefault(false);
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_cancel = new QPushButton;
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_asInText);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_head);
    all->addLayout(grid);
    all->addWidget(m_message);
    all->addStretch(1);
    all->addLayout(buttons);
    setMinimumWidth(kWidth);
    connect(m_date, &QDateEdit::dateChanged, this, &CorrectClaimDialog::check);
    connect(m_asInText, &QPushButton::clicked, this, &CorrectClaimDialog::setAsInText);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT corrected(correction());
        accept();
    });
}

core::SessionDate CorrectClaimDialog::likelySession() const
{
    return tables::sessionOf(m_claim).value_or(core::SessionDate::utcDateOf(m_claim.published));
}

void CorrectClaimDialog::takeInstruments(const core::Result<std::vector<core::Instrument>> &instruments)
{
    if (instruments)
        m_instruments = *instruments;
    else
        m_trouble = instruments.error();
    fillInstruments();
    if (m_claim.correction)
        choose(*m_instrument, m_claim.correction->instrumentId);
    check();
}

void CorrectClaimDialog::fillInstruments()
{
    // symbols with digits and signs first is no order in which anybody looks for a name
    QCollator collator(m_appearance.formats().locale());
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    const QString language = m_appearance.language();
    std::ranges::sort(m_instruments, [&](const core::Instrument &a, const core::Instrument &b) {
        return collator.compare(a.displayName(language), b.displayName(language)) < 0;
    });
    const claims::Subject &subject = m_claim.claim.subject;
    refill(*m_instrument,
           asInText(said().instrumentId.has_value(), subject.symbol.isEmpty() ? subject.text : subject.symbol), [&] {
               for (const core::Instrument &instrument : m_instruments)
                   m_instrument->addItem(
                       QStringLiteral("%1 (%2)").arg(instrument.displayName(language), instrument.symbol),
                       instrument.id);
           });
}

void CorrectClaimDialog::fillKinds()
{
    refill(*m_kind, asInText(said().kind.has_value(), claims::kindLabel(m_claim.claim.kind)), [this] {
        for (const ClaimKind kind : kindsOf(m_claim.claim.unit))
            m_kind->addItem(claims::kindLabel(kind), qlonglong(kind));
    });
}

void CorrectClaimDialog::fillHedges()
{
    refill(*m_hedge, asInText(said().hedge.has_value(), hedgeLabel(m_claim.claim.hedge)), [this] {
        for (const Hedge hedge : kHedges)
            m_hedge->addItem(hedgeLabel(hedge), qlonglong(hedge));
    });
}

void CorrectClaimDialog::fillSessions()
{
    const QSignalBlocker blocker(m_session);
    const int before = std::max(m_session->currentIndex(), kAsInText);
    const auto session = tables::sessionOf(m_claim);
    const QString stated = session ? m_appearance.formats().date(*session) : QString();
    m_session->clear();
    m_session->addItems({asInText(said().session.has_value(), stated), tr("The session of")});
    m_session->setCurrentIndex(before);
}

store::ClaimCorrection CorrectClaimDialog::said() const
{
    return m_claim.correction.value_or(store::ClaimCorrection{});
}

QString CorrectClaimDialog::asInText(bool isCorrected, const QString &value) const
{
    if (isCorrected || value.isEmpty())
        return tr("As in the text");
    //: %1: what the program has read there: "As in the text (BTC-USD)"
    return tr("As in the text (%1)").arg(news::visibleLine(value, kLongestValue));
}

void CorrectClaimDialog::setAsInText()
{
    for (QComboBox *box : {m_instrument, m_session, m_kind, m_hedge})
        box->setCurrentIndex(kAsInText);
}

store::ClaimCorrection CorrectClaimDialog::correction() const
{
    store::ClaimCorrection result;
    result.isDismissed = m_claim.correction && m_claim.correction->isDismissed;
    if (!m_instruments.empty())
        result.instrumentId = chosen<qint64>(*m_instrument);
    else if (m_claim.correction) // not read yet
        result.instrumentId = m_claim.correction->instrumentId;
    if (m_session->currentIndex() == kAnotherDay) {
        const QDate date = m_date->date();
        result.session = core::fromQDate(date);
    }
    result.kind = chosen<ClaimKind>(*m_kind);
    result.hedge = chosen<Hedge>(*m_hedge);
    return result;
}

void CorrectClaimDialog::check()
{
    const store::ClaimCorrection now = correction();
    m_date->setEnabled(m_session->currentIndex() == kAnotherDay);
    m_save->setEnabled(now != said());
    m_asInText->setEnabled(now.instrumentId || now.session || now.kind || now.hedge);
    m_message->setText(m_trouble ? m_trouble->message
                                 : tr("The correction stays when the news are imported again, and can be undone."));
}

void CorrectClaimDialog::retranslate()
{
    setWindowTitle(tr("Correct a claim"));
    m_head->setText(claimLine(m_claim, m_claim.claim.subject.text, m_appearance.formats()));
    m_instrumentLabel->setText(tr("&Instrument:"));
    m_sessionLabel->setText(tr("&Session:"));
    m_kindLabel->setText(tr("&Kind:"));
    m_hedgeLabel->setText(tr("&Qualified as:"));
    m_instrument->setAccessibleName(tr("Instrument"));
    m_session->setAccessibleName(tr("Session"));
    m_date->setAccessibleName(tr("Day of the session"));
    m_kind->setAccessibleName(tr("Kind"));
    m_hedge->setAccessibleName(tr("Qualified as"));
    fillSessions();
    fillInstruments();
    fillKinds();
    fillHedges();
    const bool isGerman = m_appearance.language() == QLatin1String("de");
    m_date->setLocale(m_appearance.formats().locale());
    m_date->setDisplayFormat(isGerman ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("d MMM yyyy"));
    m_asInText->setText(tr("&All as in the text"));
    m_save->setText(tr("Correc&t"));
    m_cancel->setText(tr("Cancel"));
    check();
}

void CorrectClaimDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tickmark::claimview
