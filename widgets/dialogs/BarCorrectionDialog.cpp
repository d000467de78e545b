// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarCorrectionDialog.h"

#include "ScreenFit.h"
#include <core/DecimalParser.h>
#include <core/WallClock.h>
#include <pipeline/WhenDone.h>
#include <store/BarCorrection.h>
#include <store/StoreWriter.h>
#include <tables/SourceTexts.h>

#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <style/Fonts.h>

#include <utility>

namespace tickmark::dialogs {

using core::Bar;
using core::Price;
using core::Result;
using core::SessionDate;

namespace {

constexpr int kVolume = 4;
constexpr int kWidth = 460;

std::array<qint64, 4> pricesOf(const Bar &bar)
{
    return {bar.open, bar.high, bar.low, bar.close};
}

core::NumberStyle numberStyle(const QString &language)
{
    return language == QLatin1String("de") ? core::NumberStyle{',', '.'} : core::NumberStyle{'.', ','};
}

double percent(const Price &close, const Price &base)
{
    return (core::toDouble(close) / core::toDouble(base) - 1.0) * 100.0;
}

} // namespace

BarCorrectionDialog::BarCorrectionDialog(style::Appearance &appearance, pipeline::StoreSession &session,
                                         const QString &symbol, SessionDate date, qint64 seriesId, QWidget *parent)
    : QDialog(parent), m_appearance(appearance), m_session(&session), m_symbol(symbol), m_date(date)
{
    build();
    retranslate();
    connect(&session, &QObject::destroyed, this, [this] { done(QDialog::Rejected); });
    connect(&appearance, &style::Appearance::changed, this, [this] {
        fillOld();
        rewriteNew();
        check();
    });
    const auto query = [symbol, date, seriesId, calendars = session.sharedCalendars()](store::StoreReader &reader,
                                                                                       const std::stop_token &stop) {
        return load(reader, *calendars, symbol, date, seriesId, stop);
    };
    pipeline::whenDone(session.read(query), this, [this](const Result<Facts> &facts) { takeFacts(facts); });
}

BarCorrectionDialog::~BarCorrectionDialog() = default;

void BarCorrectionDialog::build()
{
    m_head = new QLabel;
    m_head->setFont(style::textFont(style::TextRole::Excerpt));
    m_origin = new QLabel;
    m_shares = new QLabel;
    m_shares->setObjectName(QStringLiteral("shares"));
    m_shares->hide();
    m_oldHead = new QLabel;
    m_newHead = new QLabel;
    auto *grid = new QGridLayout;
    grid->addWidget(m_oldHead, 0, 1, Qt::AlignRight);
    grid->addWidget(m_newHead, 0, 2);
    for (int i = 0; i < kFields; ++i) {
        const auto at = std::size_t(i);
        m_labels[at] = new QLabel;
        m_old[at] = new QLabel;
        m_old[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_new[at] = new QLineEdit;
        m_new[at]->setAlignment(Qt::AlignRight);
        m_new[at]->setObjectName(QStringLiteral("new.%1").arg(i));
        m_labels[at]->setBuddy(m_new[at]);
        grid->addWidget(m_labels[at], i + 1, 0);
        grid->addWidget(m_old[at], i + 1, 1, Qt::AlignRight);
        grid->addWidget(m_new[at], i + 1, 2);
        connect(m_new[at], &QLineEdit::textChanged, this, &BarCorrectionDialog::check);
    }
    grid->setColumnMinimumWidth(1, 140);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(16);
    m_noteLabel = new QLabel;
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("note"));
    m_noteLabel->setBuddy(m_note);
    grid->addWidget(m_noteLabel, kFields + 1, 0);
    grid->addWidget(m_note, kFields + 1, 1, 1, 2);
    m_dayEffect = new QLabel;
    m_nextEffect = new QLabel;
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    for (QLabel *label : {m_head, m_origin, m_shares, m_dayEffect, m_nextEffect, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_close = new QPushButton;
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(m_head);
    fields->addWidget(m_origin);
    fields->addWidget(m_shares);
    fields->addLayout(grid);
    fields->addWidget(m_dayEffect);
    fields->addWidget(m_nextEffect);
    fields->addStretch(1);
    m_scroll = new QScrollArea; // on a small screen the buttons stay where they are
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &BarCorrectionDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    // room for the longest sentences, so that no text is cut and the fields stay where they are
    const int line = QFontMetrics(font()).lineSpacing();
    m_message->setMinimumHeight(3 * line);
    m_dayEffect->setMinimumHeight(2 * line);
    m_nextEffect->setMinimumHeight(2 * line);
    m_origin->setMinimumHeight(2 * line);
    setMinimumWidth(kWidth);
    const int rest = sizeHint().height() - m_scroll->sizeHint().height();
    fitToScreen(*this, {kWidth, content->sizeHint().height() + rest});
}

void BarCorrectionDialog::takeFacts(const Result<Facts> &facts)
{
    if (!facts) {
        say(facts.error().message);
        return;
    }
    m_facts = *facts;
    const bool mayWrite = m_session && m_session->writer();
    for (QLineEdit *field : m_new)
        field->setReadOnly(!mayWrite);
    m_note->setReadOnly(!mayWrite);
    retranslate();
    fillNew();
    check();
    growToContent();
    m_new.front()->setFocus();
    m_new.front()->selectAll();
}

//! How long the sentences are is known only now.
void BarCorrectionDialog::growToContent()
{
    QLayout &content = *m_scroll->widget()->layout();
    content.activate();
    const int missing = content.totalHeightForWidth(m_scroll->viewport()->width()) - m_scroll->viewport()->height();
    if (missing > 0)
        fitToScreen(*this, size() + QSize(0, missing));
}

void BarCorrectionDialog::fillOld()
{
    m_head->setText(tr("%1, %2", "symbol, date").arg(m_symbol, m_appearance.formats().date(m_date)));
    if (!m_facts)
        return;
    const core::Formats &formats = m_appearance.formats();
    const auto prices = pricesOf(m_facts->bar);
    for (std::size_t i = 0; i < prices.size(); ++i)
        m_old[i]->setText(formats.price({prices[i], m_facts->series.priceDecimals}));
    m_old[kVolume]->setText(m_facts->bar.volume ? formats.price({*m_facts->bar.volume, m_facts->series.sizeDecimals})
                                                : QString(QChar(0x2013)));
    m_origin->setText(
        tr("The stored values are from %1 (source: %2).", "file names; name of the source")
            .arg(m_facts->origins.join(QStringLiteral(", ")), tables::sourceName(m_facts->series.source, formats)));
    m_shares->setVisible(m_facts->shown.has_value());
    if (m_facts->shown)
        m_shares->setText(tr("They count in the shares of %1, before a later split. The charts show them in today's "
                             "shares: the close as %2.",
                             "date; price")
                              .arg(formats.date(m_facts->shares), formats.price(*m_facts->shown)));
}

// The stored values to start from, in the writing of the language.
void BarCorrectionDialog::fillNew()
{
    m_style = numberStyle(m_appearance.language());
    for (std::size_t i = 0; i < m_new.size(); ++i) {
        const QSignalBlocker blocker(m_new[i]);
        const QString stored = m_old[i]->text();
        m_new[i]->setText(stored == QString(QChar(0x2013)) ? QString() : stored);
    }
}

//! In the writing of another language; what is no number stays as it was typed.
void BarCorrectionDialog::rewriteNew()
{
    const core::NumberStyle before = std::exchange(m_style, numberStyle(m_appearance.language()));
    if (before == m_style)
        return;
    for (QLineEdit *field : m_new) {
        const auto value = core::parseNumber(field->text().trimmed().toStdString(), before);
        if (!value || value->rounded)
            continue;
        const QSignalBlocker blocker(field);
        field->setText(m_appearance.formats().price(value->value));
    }
}

Result<BarCorrectionDialog::Typed> BarCorrectionDialog::typed() const
{
    Typed typed;
    std::array<Price, kFields> values{};
    for (std::size_t i = 0; i < m_new.size(); ++i) {
        const QString text = m_new[i]->text().trimmed();
        if (i == kVolume && text.isEmpty())
            continue;
        const auto value = core::parseNumber(text.toStdString(), m_style);
        if (!value || value->rounded)
            return core::failure(core::ErrorCode::InvalidInput,
                                 tr("“%1” is not a number that can be stored.").arg(text));
        values[i] = value->value;
        int &decimals = i == kVolume ? typed.sizeDecimals : typed.priceDecimals;
        decimals = std::max(decimals, value->value.decimals);
        if (i == kVolume)
            typed.bar.volume = value->value.units;
    }
    std::array<qint64 *, 4> prices{&typed.bar.open, &typed.bar.high, &typed.bar.low, &typed.bar.close};
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const auto scaled = core::rescaled(values[i], typed.priceDecimals);
        if (!scaled)
            return core::failure(core::ErrorCode::InvalidInput, tr("These prices are too large."));
        *prices[i] = scaled->units;
    }
    typed.bar.session = m_date;
    if (!store::isConsistent(typed.bar))
        return core::failure(core::ErrorCode::InvalidInput,
                             tr("The high must be the highest and the low the lowest of the four prices."));
    return typed;
}

bool BarCorrectionDialog::isSame(const Typed &typed) const
{
    const auto now = pricesOf(typed.bar);
    const auto before = pricesOf(m_facts->bar);
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (core::compare({now[i], typed.priceDecimals}, {before[i], m_facts->series.priceDecimals}) != 0)
            return false;
    }
    if (typed.bar.volume.has_value() != m_facts->bar.volume.has_value())
        return false;
    return !typed.bar.volume
           || core::compare({*typed.bar.volume, typed.sizeDecimals},
                            {*m_facts->bar.volume, m_facts->series.sizeDecimals})
                  == 0;
}

void BarCorrectionDialog::check()
{
    m_save->setEnabled(false);
    if (m_isDone)
        sayDone();
    if (!m_facts || m_isDone)
        return;
    const bool mayWrite = m_session && m_session->writer();
    const auto said = typed();
    showEffect(said ? std::optional(*said) : std::nullopt);
    if (!mayWrite) {
        say(m_session && m_session->whyReadOnly() ? m_session->whyReadOnly()->message
                                                  : tr("This database can only be read."));
        return;
    }
    if (!said) {
        say(said.error().message);
        return;
    }
    const bool same = isSame(*said);
    m_save->setEnabled(!same && !m_isBusy);
    say(same ? tr("These are the stored values.")
             : tr("The former values stay in the database. To undo the correction, undo it in the list of imports."));
}

QString BarCorrectionDialog::dayChange(const Price &close) const
{
    if (!m_facts->before || m_facts->before->units <= 0)
        return QString(QChar(0x2013));
    return m_appearance.formats().signedPercent(percent(close, *m_facts->before));
}

QString BarCorrectionDialog::nextChange(const Price &close) const
{
    if (!m_facts->after || close.units <= 0)
        return QString(QChar(0x2013));
    return m_appearance.formats().signedPercent(percent(*m_facts->after, close));
}

void BarCorrectionDialog::showEffect(const std::optional<Typed> &typed)
{
    const Price before{m_facts->bar.close, m_facts->series.priceDecimals};
    QString day(QChar(0x2013)); // what cannot be stored changes nothing
    QString next = day;
    if (typed) {
        const Price after{typed->bar.close, typed->priceDecimals};
        day = dayChange(after);
        next = nextChange(after);
    }
    m_dayEffect->setText(tr("Change of this day: %1 so far, %2 with the new values.").arg(dayChange(before), day));
    m_nextEffect->setText(
        tr("Change of the next session: %1 so far, %2 with the new values.").arg(nextChange(before), next));
}

void BarCorrectionDialog::save()
{
    const auto said = typed();
    if (!said || !m_session || !m_session->writer() || m_isBusy)
        return;
    m_isBusy = true;
    store::BarCorrection correction;
    correction.seriesId = m_facts->series.id;
    correction.bar = said->bar;
    correction.priceDecimals = said->priceDecimals;
    correction.sizeDecimals = said->sizeDecimals;
    correction.note = listedNote();
    m_corrected = core::wallClock();
    correction.corrected = m_corrected;
    pipeline::whenDone(m_session->writer()->correctBar(correction), this,
                       [this](const Result<store::ImportResult> &result) { saved(result); });
}

void BarCorrectionDialog::saved(const Result<store::ImportResult> &result)
{
    m_isBusy = false;
    if (!result) {
        say(result.error().message); // and what was typed stays
        m_save->setEnabled(true);
        return;
    }
    m_isDone = true;
    m_save->setEnabled(false);
    m_note->setReadOnly(true);
    sayDone();
    m_close->setFocus();
    if (m_session)
        m_session->tellChanged(pipeline::StoreChange::Quotes);
    Q_EMIT corrected(result->importId);
}

//! What tells it from other corrections in the list of imports: the quote, and the reason where one is given.
QString BarCorrectionDialog::listedNote() const
{
    const QString quote = QStringLiteral("%1, %2").arg(m_symbol, m_appearance.formats().date(m_date));
    const QString reason = m_note->text().simplified();
    return reason.isEmpty() ? quote : QStringLiteral("%1: %2").arg(quote, reason);
}

// By what the list of imports shows of it.
void BarCorrectionDialog::sayDone()
{
    const core::Formats &formats = m_appearance.formats();
    const core::ZoneRules &zone = m_appearance.zone();
    say(tr("Corrected. To undo it, choose “%1” of %2, %3, in the list of imports and undo it.",
           "name of the import; date; clock time")
            .arg(store::correctionOrigin(listedNote()), formats.date(zone.dateAt(m_corrected)),
                 formats.clockTime(m_corrected, zone)));
}

void BarCorrectionDialog::say(const QString &sentence)
{
    m_message->setText(sentence);
}

void BarCorrectionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void BarCorrectionDialog::retranslate()
{
    setWindowTitle(tr("Correct a quote"));
    m_oldHead->setText(tr("Stored"));
    m_newHead->setText(tr("New"));
    const std::array names{tr("&Open:"), tr("&High:"), tr("&Low:"), tr("&Close:"), tr("&Volume:")};
    const std::array plain{tr("New open"), tr("New high"), tr("New low"), tr("New close"), tr("New volume")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_new[i]->setAccessibleName(plain[i]);
    }
    m_noteLabel->setText(tr("&Reason:"));
    m_note->setPlaceholderText(tr("Optional; stands in the list of imports"));
    m_message->setAccessibleName(tr("Message"));
    m_save->setText(tr("Correc&t"));
    m_close->setText(tr("Close"));
    fillOld();
    check();
}

} // namespace tickmark::dialogs
