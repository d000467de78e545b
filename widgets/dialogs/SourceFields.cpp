// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFields.h"

#include "ImportTexts.h"
#include "SourceDraft.h"
#include "WrappedLabel.h"
#include <core/QtDates.h>
#include <core/Series.h>
#include <sources/CsvProfile.h>
#include <tables/SourceTexts.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tickmark::dialogs {

using When = store::FetchSchedule::When;

namespace {

constexpr std::array kSchedules{When::AfterClose, When::SessionHours, When::Always, When::Manually};
constexpr std::array kMinutes{5, 15, 30, 60, 120, 240, 720, 1440};
constexpr int kYearsBack = 5;
constexpr qint64 kMostProfileBytes = 1024 * 1024;

QHBoxLayout *rowOf(QWidget *field)
{
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

//! The first part has the focus of the whole. A label passes its mnemonic on only to what takes the focus itself; the proxy
//! keeps its own policy, and Tab passes over what has a proxy.
void takeFocusFor(QWidget &whole, QWidget &first)
{
    whole.setFocusPolicy(Qt::TabFocus);
    whole.setFocusProxy(&first);
}

} // namespace

SourceAddressField::SourceAddressField(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit), m_plain(new QCheckBox), m_risk(new WrappedLabel)
{
    m_edit->setObjectName(QStringLiteral("address"));
    m_plain->setObjectName(QStringLiteral("plainHttp"));
    m_risk->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit);
    column->addWidget(m_plain);
    column->addWidget(m_risk);
    takeFocusFor(*this, *m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showPlain();
        Q_EMIT edited();
    });
    connect(m_plain, &QCheckBox::toggled, this, &SourceAddressField::edited);
    showPlain();
}

void SourceAddressField::set(const QString &address, bool plainHttpAllowed)
{
    const QSignalBlocker blockEdit(m_edit);
    const QSignalBlocker blockPlain(m_plain);
    m_edit->setText(address);
    m_edit->setCursorPosition(0);
    m_plain->setChecked(plainHttpAllowed);
    showPlain();
}

QString SourceAddressField::address() const
{
    return m_edit->text().trimmed();
}

bool SourceAddressField::isPlainHttpAllowed() const
{
    return m_plain->isChecked();
}

void SourceAddressField::showPlain()
{
    const bool plain = isPlainAddress(address());
    m_plain->setVisible(plain);
    m_risk->setVisible(plain);
}

void SourceAddressField::setName(const QString &accessibleName, const QString &example)
{
    m_edit->setAccessibleName(accessibleName);
    m_edit->setPlaceholderText(example);
}

void SourceAddressField::retranslate()
{
    m_plain->setText(tr("Allow plain http for this so&urce"));
    m_risk->setText(tr("Everybody on the way can read what is fetched, and change quotes and headlines unnoticed."));
}

SourceBarsField::SourceBarsField(QWidget *parent) : QWidget(parent), m_row(rowOf(this))
{
    m_row->setSpacing(14);
    m_row->addStretch(1);
    setFocusPolicy(Qt::TabFocus); // see takeFocusFor()
}

void SourceBarsField::set(const std::vector<qint64> &choices, const std::vector<qint64> &chosen)
{
    for (const auto &[interval, box] : m_boxes)
        delete box;
    m_boxes.clear();
    for (const qint64 interval : choices) {
        auto *box = new QCheckBox;
        box->setChecked(std::ranges::find(chosen, interval) != chosen.end());
        box->setObjectName(QStringLiteral("bars.%1").arg(interval / core::kNsPerSecond));
        m_row->insertWidget(int(m_boxes.size()), box);
        m_boxes.emplace_back(interval, box);
        connect(box, &QCheckBox::toggled, this, &SourceBarsField::edited);
    }
    setFocusProxy(m_boxes.empty() ? nullptr : m_boxes.front().second);
    retranslate();
}

std::vector<qint64> SourceBarsField::value() const
{
    std::vector<qint64> chosen;
    for (const auto &[interval, box] : m_boxes) {
        if (box->isChecked())
            chosen.push_back(interval);
    }
    return chosen;
}

void SourceBarsField::retranslate()
{
    for (const auto &[interval, box] : m_boxes)
        box->setText(intervalText(interval));
}

SourceSinceField::SourceSinceField(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_reach(new QComboBox), m_date(new QDateEdit)
{
    m_reach->setObjectName(QStringLiteral("reach"));
    m_reach->addItems({QString(), QString()});
    m_reach->setSizeAdjustPolicy(QComboBox::AdjustToContents); // other words in another language
    m_date->setObjectName(QStringLiteral("since"));
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(QDate(1900, 1, 1));
    m_date->setMaximumDate(QDate::currentDate());
    auto *row = rowOf(this);
    row->addWidget(m_reach);
    row->addWidget(m_date);
    row->addStretch(1);
    takeFocusFor(*this, *m_reach);
    connect(m_reach, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_date->setVisible(index == 1);
        Q_EMIT edited();
    });
    connect(m_date, &QDateEdit::dateChanged, this, &SourceSinceField::edited);
    set({});
}

void SourceSinceField::set(const std::optional<core::SessionDate> &since)
{
    const QSignalBlocker blockReach(m_reach);
    const QSignalBlocker blockDate(m_date);
    m_reach->setCurrentIndex(since ? 1 : 0);
    m_date->setDate(since ? core::toQDate(*since) : QDate::currentDate().addYears(-kYearsBack));
    m_date->setVisible(since.has_value());
}

void SourceSinceField::setKind(sources::ProviderKind kind)
{
    m_kind = kind;
    m_reach->setItemText(0, kind == sources::ProviderKind::Trades ? tr("one day")
                            : kind == sources::ProviderKind::News ? tr("one week")
                                                                  : tr("one year"));
}

std::optional<core::SessionDate> SourceSinceField::value() const
{
    if (m_reach->currentIndex() == 0)
        return std::nullopt;
    const QDate date = m_date->date();
    return core::fromQDate(date);
}

void SourceSinceField::retranslate()
{
    setKind(m_kind);
    m_reach->setItemText(1, tr("since a date"));
    m_reach->setAccessibleName(tr("How far back"));
    m_date->setAccessibleName(tr("First day"));
    m_date->setLocale(m_appearance.formats().locale());
    m_date->setDisplayFormat(m_appearance.language() == QLatin1String("de") ? QStringLiteral("dd.MM.yyyy")
                                                                            : QStringLiteral("d MMM yyyy"));
}

SourceScheduleField::SourceScheduleField(QWidget *parent)
    : QWidget(parent), m_when(new QComboBox), m_every(new QComboBox), m_paused(new QCheckBox)
{
    m_when->setObjectName(QStringLiteral("when"));
    m_every->setObjectName(QStringLiteral("every"));
    m_paused->setObjectName(QStringLiteral("paused"));
    for (QComboBox *box : {m_when, m_every})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const When when : kSchedules)
        m_when->addItem(QString(), int(when));
    for (const int minutes : kMinutes)
        m_every->addItem(QString(), minutes);
    auto *row = rowOf(this);
    row->addWidget(m_when);
    row->addWidget(m_every);
    row->addSpacing(8);
    row->addWidget(m_paused);
    row->addStretch(1);
    takeFocusFor(*this, *m_when);
    connect(m_when, &QComboBox::currentIndexChanged, this, [this] {
        showEvery();
        Q_EMIT edited();
    });
    connect(m_every, &QComboBox::currentIndexChanged, this, &SourceScheduleField::edited);
    connect(m_paused, &QCheckBox::toggled, this, &SourceScheduleField::edited);
}

void SourceScheduleField::set(const store::FetchSchedule &schedule, bool isEnabled)
{
    const QSignalBlocker blockWhen(m_when);
    const QSignalBlocker blockEvery(m_every);
    const QSignalBlocker blockPaused(m_paused);
    m_when->setCurrentIndex(m_when->findData(int(schedule.when)));
    if (m_every->findData(schedule.everyMinutes) < 0)
        m_every->addItem(QString(), schedule.everyMinutes);
    m_every->setCurrentIndex(m_every->findData(schedule.everyMinutes));
    m_paused->setChecked(!isEnabled);
    retranslate();
    showEvery();
}

store::FetchSchedule SourceScheduleField::value() const
{
    return {When(m_when->currentData().toInt()), m_every->currentData().toInt()};
}

bool SourceScheduleField::isRunByItself() const
{
    return !m_paused->isChecked();
}

void SourceScheduleField::showEvery()
{
    const When when = value().when;
    m_every->setVisible(when == When::Always || when == When::SessionHours);
}

void SourceScheduleField::retranslate()
{
    const QString words[] = {tr("after each trading day"), tr("in trading hours"), tr("around the clock"),
                             tr("only when asked to")};
    for (int i = 0; i < m_when->count(); ++i)
        m_when->setItemText(i, words[i]);
    for (int i = 0; i < m_every->count(); ++i)
        m_every->setItemText(i, tables::scheduleText({When::Always, m_every->itemData(i).toInt()}));
    m_when->setAccessibleName(tr("When it is fetched"));
    m_every->setAccessibleName(tr("How often it is fetched"));
    m_paused->setText(tr("paused", "check box of a source"));
}

SourceProfileField::SourceProfileField(QWidget *parent)
    : QWidget(parent), m_text(new WrappedLabel), m_choose(new QPushButton), m_clear(new QPushButton)
{
    m_text->setObjectName(QStringLiteral("profile"));
    m_choose->setObjectName(QStringLiteral("chooseProfile"));
    auto *row = rowOf(this);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_choose, m_clear}) {
        button->setAutoDefault(false);
        row->addWidget(button, 0, Qt::AlignTop);
    }
    takeFocusFor(*this, *m_choose);
    connect(m_choose, &QPushButton::clicked, this, &SourceProfileField::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        set({});
        Q_EMIT edited();
    });
}

void SourceProfileField::set(const QString &json)
{
    m_json = json;
    m_problem.clear();
    showText();
}

void SourceProfileField::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Import profile"), QString(), tr("Profiles (*.json)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        take(path);
}

void SourceProfileField::take(const QString &path)
{
    QFile file(path);
    m_problem.clear();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostProfileBytes) {
        m_problem = tr("The file cannot be read as a profile.");
    } else {
        const auto profile = sources::parseProfile(file.readAll(), path);
        if (profile)
            m_json = QString::fromUtf8(QJsonDocument(sources::toJson(*profile)).toJson(QJsonDocument::Compact));
        else
            m_problem = profile.error().message;
    }
    showText();
    Q_EMIT edited();
}

void SourceProfileField::showText()
{
    m_clear->setVisible(!m_json.isEmpty());
    if (!m_problem.isEmpty()) {
        m_text->setText(m_problem);
        return;
    }
    const auto profile = sources::parseProfile(m_json.toUtf8(), QString());
    if (m_json.isEmpty())
        m_text->setText(tr("found by itself"));
    else
        m_text->setText(profile ? tr("as the profile says, %Ln column(s)", nullptr, int(profile->columns.size()))
                                : profile.error().message);
}

void SourceProfileField::retranslate()
{
    m_text->setAccessibleName(tr("How the file is written"));
    m_choose->setText(tr("Choose a pro&file…"));
    m_clear->setText(tr("Find by itself"));
    showText();
}

} // namespace tickmark::dialogs
