// SPDX-License-Identifier: GPL-3.0-or-later
#include "DialectForm.h"

#include "ImportTexts.h"
#include <core/Series.h>
#include <core/ZoneRules.h>

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace tickmark::dialogs {

using sources::DateForm;
using sources::TextEncoding;

namespace {

constexpr core::NumberStyle kStyles[] = {{'.', 0},    {'.', ','}, {',', 0},  {',', '.'},
                                         {'.', '\''}, {',', ' '}, {'.', ' '}};
constexpr int kLastForm = int(DateForm::MillisecondsOfDay);
constexpr int kMostHeaderLine = 1'000;

int styleData(core::NumberStyle style)
{
    return int(style.decimal) * 256 + int(style.group);
}

void select(QComboBox &box, const QVariant &data)
{
    const QSignalBlocker blocker(box);
    box.setCurrentIndex(box.findData(data));
}

} // namespace

void fillZones(QComboBox &box)
{
    for (const char *zone : {"UTC", "Europe/Berlin", "Europe/London", "Europe/Zurich", "Europe/Amsterdam",
                             "America/New_York", "America/Chicago", "Asia/Tokyo", "Asia/Hong_Kong", "Asia/Shanghai",
                             "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney"}) {
        box.addItem(QString::fromLatin1(zone), QByteArray(zone));
    }
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
}

QByteArray zoneOf(const QComboBox &box)
{
    const int known = box.findText(box.currentText(), Qt::MatchFixedString);
    if (known >= 0)
        return box.itemData(known).toByteArray();
    const QByteArray typed = box.currentText().trimmed().toUtf8();
    return core::ZoneRules::load(typed) ? typed : QByteArray();
}

void fillIntervals(QComboBox &box)
{
    for (const qint64 interval : {core::Series::kDaily, core::kNsPerSecond, core::kNsPerMinute, 2 * core::kNsPerMinute,
                                  5 * core::kNsPerMinute, 10 * core::kNsPerMinute, 15 * core::kNsPerMinute,
                                  30 * core::kNsPerMinute, core::kNsPerHour, 4 * core::kNsPerHour}) {
        box.addItem(intervalText(interval), interval);
    }
}

DialectForm::DialectForm(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    auto *left = new QFormLayout;
    m_right = new QFormLayout;
    for (QFormLayout *layout : {left, m_right}) {
        layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        row->addLayout(layout, 1);
    }
    m_separator = addBox(*left, "separator");
    m_encoding = addBox(*left, "encoding");
    m_labels.append(new QLabel(this));
    m_header = new QSpinBox(this);
    m_header->setObjectName(QStringLiteral("headerLine"));
    m_header->setRange(0, kMostHeaderLine);
    m_header->setKeyboardTracking(false);
    m_labels.last()->setBuddy(m_header);
    left->addRow(m_labels.last(), m_header);
    m_numbers = addBox(*left, "numbers");
    m_dates = addBox(*m_right, "dates");
    m_zone = addBox(*m_right, "zone");
    m_interval = addBox(*m_right, "interval");
    fill();

    const auto onChosen = [this](QComboBox *box, auto change) {
        connect(box, &QComboBox::activated, this, [this, box, change] {
            Q_EMIT edited([data = box->currentData(), change](ImportDraft &draft) { change(draft, data); });
        });
    };
    onChosen(m_separator, [](ImportDraft &draft, const QVariant &chosen) {
        draft.edits.separator = char(chosen.toInt());
        draft.edits.roles.clear();
    });
    onChosen(m_encoding,
             [](ImportDraft &draft, const QVariant &chosen) { draft.edits.encoding = TextEncoding(chosen.toInt()); });
    onChosen(m_numbers, [](ImportDraft &draft, const QVariant &chosen) {
        draft.edits.numbers = core::NumberStyle{char(chosen.toInt() / 256), char(chosen.toInt() % 256)};
    });
    onChosen(m_dates,
             [](ImportDraft &draft, const QVariant &chosen) { draft.edits.dateForm = DateForm(chosen.toInt()); });
    onChosen(m_interval, [](ImportDraft &draft, const QVariant &chosen) {
        draft.options.intervalNs = chosen.isValid() ? std::optional(chosen.toLongLong()) : std::nullopt;
    });
    connect(m_header, &QSpinBox::valueChanged, this, [this](int line) {
        Q_EMIT edited([line](ImportDraft &draft) {
            draft.edits.headerLine = line;
            draft.edits.roles.clear();
        });
    });
    const auto onZone = [this] {
        Q_EMIT edited([zone = zoneOf(*m_zone)](ImportDraft &draft) { draft.options.zone = zone; });
    };
    connect(m_zone, &QComboBox::activated, this, onZone);
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, onZone);
    retranslate();
}

QComboBox *DialectForm::addBox(QFormLayout &layout, const char *objectName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    m_labels.append(new QLabel(this));
    m_labels.last()->setBuddy(box);
    layout.addRow(m_labels.last(), box);
    return box;
}

void DialectForm::fill()
{
    for (const char separator : {',', ';', '\t', '|'})
        m_separator->addItem(QString(), int(separator));
    for (int encoding = 0; encoding <= int(TextEncoding::Windows1252); ++encoding)
        m_encoding->addItem(encodingText(TextEncoding(encoding)), encoding);
    for (const core::NumberStyle style : kStyles)
        m_numbers->addItem(numbersText(style), styleData(style));
    for (int form = 1; form <= kLastForm; ++form)
        m_dates->addItem(QString(), form);
    m_zone->addItem(QString(), QByteArray());
    fillZones(*m_zone);
    m_interval->addItem(QString());
    fillIntervals(*m_interval);
}

void DialectForm::show(const ImportPreview &preview, const ImportDraft &draft)
{
    const sources::CsvProfile &profile = preview.profile;
    select(*m_separator, int(profile.separator));
    select(*m_encoding, int(profile.encoding));
    select(*m_dates, int(profile.dateForm)); // nothing while it is not decided
    const QSignalBlocker blockHeader(m_header);
    m_header->setValue(profile.headerLine);
    const QSignalBlocker blockNumbers(m_numbers);
    if (m_numbers->findData(styleData(profile.numbers)) < 0)
        m_numbers->addItem(numbersText(profile.numbers), styleData(profile.numbers));
    m_numbers->setCurrentIndex(profile.numbersDecided ? m_numbers->findData(styleData(profile.numbers)) : -1);
    const QSignalBlocker blockZone(m_zone);
    if (!m_zone->lineEdit()->hasFocus()) {
        const int zone = m_zone->findData(draft.options.zone);
        m_zone->setCurrentIndex(zone);
        if (zone < 0)
            m_zone->setEditText(QString::fromUtf8(draft.options.zone));
    }
    m_right->setRowVisible(m_interval, preview.readAs == ReadAs::Bars);
    const QSignalBlocker blockInterval(m_interval);
    m_interval->setCurrentIndex(draft.options.intervalNs ? m_interval->findData(*draft.options.intervalNs) : 0);
}

void DialectForm::retranslate()
{
    const QStringList names{tr("Columns parted by:"), tr("Encoding:"), tr("Line with the names:"),
                            tr("Numbers:"),           tr("Dates:"),    tr("Time zone:"),
                            tr("Length of a bar:")};
    QList<QWidget *> fields{m_separator, m_encoding, m_header, m_numbers, m_dates, m_zone, m_interval};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_labels[i]->setText(names[i]);
        fields[i]->setAccessibleName(QString(names[i]).remove(u':'));
    }
    m_header->setSpecialValueText(tr("none"));
    for (int i = 0; i < m_separator->count(); ++i)
        m_separator->setItemText(i, separatorText(char(m_separator->itemData(i).toInt())));
    for (int i = 0; i < m_dates->count(); ++i)
        m_dates->setItemText(i, dateFormText(DateForm(m_dates->itemData(i).toInt())));
    m_dates->setPlaceholderText(tr("not decided"));
    m_numbers->setPlaceholderText(tr("not decided"));
    m_zone->setItemText(0, tr("as in the file"));
    m_interval->setItemText(0, tr("as in the file"));
    for (int i = 1; i < m_interval->count(); ++i)
        m_interval->setItemText(i, intervalText(m_interval->itemData(i).toLongLong()));
}

} // namespace tickmark::dialogs
